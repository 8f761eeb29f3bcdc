"""An act that a parliament has made, on its page: every control there is, by keyboard alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from annotator.rulings import Decisions, from_json, to_json
from tests.writers.review.acting import text
from tests.writers.review.conftest import SIZES, Open
from tests.writers.review.law import ACT
from tests.writers.review.test_access import of_real_law

#: What can be used now, and what has the focus; controls of one kind, such as marks, are one.
_CONTROLS = """() => {
    const name = one => one.dataset.act?.replace(/-\\d+$/, '')
        || (one.dataset.entry ? 'mark' : one.id)
        || `${one.closest('[id]')?.id ?? 'page'} ${one.localName}`;
    const all = [...document.querySelectorAll('button, input, select, textarea, summary, a[href]')];
    const dialog = document.querySelector('dialog[open]');
    const there = all.filter(one => !one.disabled && !one.closest('[inert]')
        && one.checkVisibility({visibilityProperty: true}) && (!dialog || dialog.contains(one)));
    return [[...new Set(there.map(name))], all.includes(document.activeElement)
        ? name(document.activeElement) : ''];
}"""


class Keyboard:
    """Whoever has no mouse: which controls they came across, and which took a key of theirs."""

    def __init__(self, tab: Any, size: str) -> None:
        self.tab, self.size = tab, size
        self.seen: set[str] = set()
        self.used: set[str] = set()

    def press(self, *keys: str) -> None:
        for key in keys:
            there, own = self.tab.evaluate(_CONTROLS)
            self.seen.update(there)
            self.used.add(own)
            self.tab.keyboard.press(key)

    def to(self, place: str, key: str = "Tab") -> None:
        """Press Tab until something has the focus."""
        for _ in range(1500):
            if self.tab.evaluate("place => document.activeElement.matches(place)", place):
                return
            self.tab.keyboard.press(key)
        raise AssertionError(f"{place} is not reached")

    def use(self, place: str, *keys: str) -> None:
        """Go to a control, and press keys there."""
        self.to(place)
        self.press(*(keys or ("Enter",)))

    def step_to(self, place: str) -> None:
        """Go through the findings until something is there."""
        for _ in range(500):
            if self.tab.locator(place).count():
                return
            self.press("j")
        raise AssertionError(f"no finding has {place}")

    def leave(self) -> None:
        """Out of a drawer, if it is one, into the law."""
        if self.size == "narrow":
            self.press("Escape")


@pytest.mark.model
@pytest.mark.parametrize("size", SIZES)
def test_every_control_is_used_by_keyboard_alone(show: Open, size: str, tmp_path: Path) -> None:
    keyboard = Keyboard(show(of_real_law(ACT), size=size), size)
    for part in (menu, law, contents, search_and_views, filters, amendments, sayings):
        part(keyboard)
    told = from_json(exported(keyboard))
    assert {one.words for one in told.decisions if one.decision == "edited"} == {"ours"}
    assert {one.who for one in told.decisions if one.decision != "pending"} == {"Ada"}
    import_what_has_changed(keyboard, told, tmp_path / "decisions.json")
    assert keyboard.seen - keyboard.used == set()


def menu(keyboard: Keyboard) -> None:
    tab = keyboard.tab
    keyboard.use("#menu summary")
    keyboard.use("#who", *"Ada")
    keyboard.use("#keys-on", "Space", "Space")
    keyboard.use("#help")
    keyboard.press("Enter")
    assert not tab.is_visible("#keys")
    keyboard.use("#menu summary")
    keyboard.use("#print")
    keyboard.press("Escape")
    assert tab.get_attribute("#menu", "open") is None


def law(keyboard: Keyboard) -> None:
    tab = keyboard.tab
    keyboard.use(".skip")
    assert tab.evaluate("document.activeElement.id") == "main"
    keyboard.use("#summary summary", "Enter", "Enter")
    keyboard.use("#summary a")
    assert tab.is_visible("#finding-title")
    keyboard.leave()
    keyboard.use(".mark")
    assert tab.evaluate("document.activeElement.id") == "finding-title"
    keyboard.leave()


def contents(keyboard: Keyboard) -> None:
    tab = keyboard.tab
    if keyboard.size != "wide":
        keyboard.use("#open-tree")
        keyboard.press("Enter")
        assert not tab.is_visible("#tree")
        keyboard.press("Enter")
    keyboard.use("#entries button", "Enter", "Enter")
    keyboard.use("#entries a")
    assert tab.evaluate("document.activeElement.matches('.words')")


def search_and_views(keyboard: Keyboard) -> None:
    tab = keyboard.tab
    keyboard.press("/", *"officer")
    assert text(tab, "#hits").startswith("1 of ")
    keyboard.use("#after")
    assert text(tab, "#hits").startswith("2 of ")
    keyboard.to("#before", "Shift+Tab")
    keyboard.press("Enter")
    assert text(tab, "#hits").startswith("1 of ")
    keyboard.to("#search", "Shift+Tab")
    keyboard.press("Escape")
    keyboard.use("input[name=view]", "ArrowRight", "ArrowRight", "ArrowRight")
    assert tab.is_checked("#view-redline")


def filters(keyboard: Keyboard) -> None:
    tab = keyboard.tab
    if keyboard.size == "narrow":
        keyboard.use("#open-panel")
        keyboard.press("Enter")
        assert not tab.is_visible("#panel")
        keyboard.press("Enter")
    keyboard.use("[data-act=back], #filters summary")
    if not tab.evaluate("document.querySelector('#filters').open"):
        keyboard.use("#filters summary")
    for chip in tab.evaluate("[...document.querySelectorAll('.chip input')].map(one => one.id)"):
        keyboard.use(f"#{chip}", "Space")
    for chosen in ("issue", "weight", "sure", "doubt", "state", "order"):
        keyboard.use(f"#f-{chosen}", "ArrowDown")
        assert tab.evaluate(f"document.querySelector('#f-{chosen}').selectedIndex") == 1
    keyboard.use("#f-clear")
    keyboard.use("#f-order", "ArrowUp")
    for act in ("accept", "reopen"):
        keyboard.use(f"#all-{act}")
        keyboard.press("Tab", "Enter")
        assert text(tab, "#counts").startswith("0 of ") == (act == "reopen")
    keyboard.use("#all-reject")
    keyboard.press("Enter")
    assert text(tab, "#counts").startswith("0 of ")
    keyboard.use("#list button")
    assert tab.is_visible("#finding-title")


def amendments(keyboard: Keyboard) -> None:
    tab = keyboard.tab
    keyboard.step_to(".card")
    own = f"#{tab.get_attribute('.card >> nth=0', 'id')}"
    keyboard.use(f"{own} [data-act=accept]")
    assert text(tab, f"{own} .verdict").startswith("accepted Ada, 20")
    keyboard.use(f"{own} [data-act=reject]")
    keyboard.use(f"{own} [data-act=reopen]")
    assert text(tab, f"{own} .verdict") == "undecided"
    keyboard.use(f"{own} [data-act=edit]")
    keyboard.press("Control+a", "Delete")
    keyboard.use("[data-act=save]")
    keyboard.use("[data-act=reject-instead]")
    assert "rejected" in text(tab, f"{own} .verdict")
    keyboard.use(f"{own} [data-act=edit]")
    keyboard.press("Control+a", *"ours")
    keyboard.use("[data-act=next]")
    keyboard.use("[data-act=previous]")
    keyboard.use(f"{own} [data-act=go-on]")
    keyboard.use("[data-act=cancel]")
    keyboard.use(f"{own} [data-act=edit]")
    fields = tab.locator(f"{own} textarea").count()
    for field in range(fields):
        keyboard.use(f"{own} [data-act=words-{field}]", "Control+a", *("ours" if not field else ""))
    keyboard.use("[data-act=save]")
    assert "accepted in other words" in text(tab, f"{own} .verdict")


def sayings(keyboard: Keyboard) -> None:
    tab = keyboard.tab
    keyboard.use("[data-act=comment]", *"So.")
    keyboard.use("[data-act=label]", "ArrowDown")
    keyboard.use("[data-act=back]")
    keyboard.press("j")
    keyboard.step_to("[data-act=seen]")
    keyboard.use("[data-act=seen]")
    keyboard.use("[data-act=alarm]", "Enter", "Enter")
    assert tab.get_attribute("[data-act=alarm]", "aria-pressed") == "false"
    keyboard.leave()
    keyboard.use("#undo")
    keyboard.use("input[name=view]", "ArrowRight", "ArrowRight")
    keyboard.use("#schedule button")
    keyboard.to("input[name=view]")
    keyboard.press("ArrowRight")


def exported(keyboard: Keyboard) -> bytes:
    keyboard.to("#export")
    with keyboard.tab.expect_download() as download:
        keyboard.press("Enter")
    return Path(download.value.path()).read_bytes()


def import_what_has_changed(keyboard: Keyboard, told: Decisions, file: Path) -> None:
    """Bring decisions on another version, in which the edited clause said something else."""
    tab = keyboard.tab
    others = tuple(
        replace(one, clause_sha256="00" * 32) if one.decision == "edited" else one
        for one in told.decisions
    )
    version = replace(told, law=replace(told.law, sha256="00" * 32), decisions=others)
    file.write_bytes(to_json(version))
    keyboard.use("#menu summary")
    keyboard.use("#afresh")
    keyboard.press("Enter")
    assert text(tab, "#counts").startswith("0 of ")
    keyboard.use("#menu summary")
    keyboard.to("#import")
    with tab.expect_file_chooser() as chooser:
        keyboard.press("Enter")
    chooser.value.set_files(file)
    tab.locator(".notice").wait_for()
    keyboard.use(".notice button")
    if keyboard.size == "narrow":
        keyboard.use("#open-panel")
    keyboard.use("[data-act=back]")
    keyboard.use("#refused .act + .act")
    assert tab.input_value("[data-act=words-0]") == "ours"
    keyboard.use("[data-act=cancel]")
    keyboard.use("[data-act=back]")
    keyboard.use("#refused .act")
    keyboard.use("[data-act=back]")
    keyboard.use("#refused > button")
    assert text(tab, "#refused") == ""
