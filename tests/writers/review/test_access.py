"""The page for everybody: without a mouse, without eyes on it, on any screen; and hostile laws."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from annotator.rulings import from_json
from annotator.writers.review.page import embedded, styles
from tests.writers.review.acting import card, go, laid_out, saved, text, verdict
from tests.writers.review.conftest import SIZES, Open
from tests.writers.review.law import ACT, BILL, annotation, many, page, real
from tests.writers.review.test_page import HOSTILE, data, hostile


def of_real_law(path: Path = BILL) -> bytes:
    if not path.is_file():
        pytest.skip("the laws of the world are not here")
    law, source = real(path)
    return page(law, source=source)


def violations(tab: Any) -> list[str]:
    """What axe finds, by the rules of WCAG 2.2 A and AA and its own best practices."""
    axe = pytest.importorskip("axe_playwright_python.base", reason="axe-core is not installed")
    # As a tester's tool does: what the page's policy forbids to the page, it does not to the tab.
    tab.evaluate(axe.AXE_FILE_PATH.read_text(encoding="utf-8"))
    found = tab.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']}: {[node['target'] for node in one['nodes'][:3]]}"
        for one in found["violations"]
    ]


#: In so many pictures of the page the script keeps a mark in sight (``keepInSight``), and one more.
FRAMES = 5
#: Whether what has the focus is seen where it stands.
IN_SIGHT = """() => {
    const { left, right, top, bottom } = document.activeElement.getBoundingClientRect();
    const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return Boolean(at && document.activeElement.contains(at));
}"""


def no_wider(tab: Any) -> bool:
    """Whether nothing has to be scrolled sideways, in the page or in a part of it."""
    wide = tab.evaluate(
        """[document.documentElement, ...document.querySelectorAll('body *')]
            .filter(one => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1
                && ['auto', 'scroll', 'visible'].includes(getComputedStyle(one).overflowX)
                && getComputedStyle(one).display !== 'inline'
                && one.getBoundingClientRect().right > innerWidth + 1)
            .map(one => one.outerHTML.slice(0, 120))"""
    )
    assert wide == []
    return bool(tab.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("path", [BILL, ACT], ids=["bill", "act"])
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing(show: Open, size: str, path: Path) -> None:
    tab = show(of_real_law(path), size=size)
    assert violations(tab) == []
    if size == "narrow":
        tab.click("#open-panel")
    tab.click("#filters summary")
    assert violations(tab) == []
    tab.click("#list button >> nth=1")
    tab.keyboard.press("a")
    tab.keyboard.press("j")
    tab.keyboard.press("r")
    tab.keyboard.press("e")
    assert violations(tab) == []
    tab.keyboard.press("Escape")
    if size == "narrow":
        tab.click("#close-panel")
    for view in ("clean", "schedule"):
        tab.click(f"label[for=view-{view}]")
        assert violations(tab) == []
    tab.click("#menu summary")
    assert violations(tab) == []
    tab.click("#help")
    assert violations(tab) == []


def test_headings_leave_no_rank_out_though_a_law_does(show: Open) -> None:
    html = page().decode()
    known = data(html.encode())
    headings = [block for block in known["blocks"] if block[3] == "heading"]
    for block, level in zip(headings, (3, 1, 4, 2, 4), strict=True):
        block[4] = level
    begins = '<script type="application/json" id="data">'
    before, after = html.split(begins)
    made = embedded(json.dumps(known)) + after[after.index("</script>") :]
    tab = show(f"{before}{begins}{made}".encode())
    names = "[...document.querySelectorAll('#law .heading')].map(one => one.localName)"
    assert tab.evaluate(names) == ["h2", "h2", "h3", "h3", "h4"]
    assert violations(tab) == []


@pytest.mark.parametrize("size", ["middle", "narrow"])
def test_a_mark_that_is_tabbed_to_is_in_sight(show: Open, size: str) -> None:
    """Rows out of sight have a guessed height, which many are far from."""
    law = many(300)
    tab = show(page(law), size=size)
    tab.focus(".mark >> nth=0")
    hidden = []
    for _ in range(60):
        tab.keyboard.press("Tab")
        laid_out(tab, FRAMES)
        if not tab.evaluate(IN_SIGHT):
            hidden.append(tab.evaluate("document.activeElement.textContent"))
    assert hidden == []


@pytest.mark.parametrize("law", ["bill", "act", "small", "hostile"])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_scrolled_sideways(show: Open, size: str, law: str) -> None:
    made = {
        "bill": of_real_law,
        "act": lambda: of_real_law(ACT),
        "small": page,
        "hostile": lambda: page(hostile()),
    }
    tab = show(made[law](), size=size)
    assert no_wider(tab)
    if size == "narrow":
        tab.click("#open-panel")
    tab.click("#list button >> nth=0")
    assert no_wider(tab)
    tab.keyboard.press("e")
    assert no_wider(tab)
    if size == "narrow":
        tab.click("#close-panel")
    tab.click("#menu summary")
    assert no_wider(tab)


def test_at_four_times_the_size_the_page_flows_anew(browser: Any, tmp_path: Path) -> None:
    """1280 by 1024 enlarged to 400 % is 320 by 256."""
    path = tmp_path / "review.html"
    path.write_bytes(page())
    tab = browser.new_page(viewport={"width": 320, "height": 256})
    tab.goto(path.as_uri())
    assert no_wider(tab)
    tab.click(".mark >> nth=0")
    card(tab, 1).locator("[data-act=accept]").click()
    assert verdict(tab, 1).startswith("accepted")
    tab.close()


def tab_to(tab: Any, place: str, key: str = "Tab") -> None:
    """Press Tab until something has the focus."""
    for _ in range(120):
        tab.keyboard.press(key)
        if tab.evaluate("place => document.activeElement.matches(place)", place):
            return
    raise AssertionError(f"{place} is not reached")


@pytest.mark.parametrize("size", SIZES)
def test_all_can_be_done_by_keyboard_alone(show: Open, size: str) -> None:
    tab = show(size=size)
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "main"
    tab_to(tab, ".mark.regressive")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "finding-title"
    tab_to(tab, "#card-5 [data-act=accept]")
    tab.keyboard.press("Space")
    assert verdict(tab, 5).startswith("accepted")
    assert tab.evaluate("document.activeElement.matches('#card-5 [data-act=accept]')")
    tab_to(tab, "#card-5 [data-act=edit]")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Control+a")
    tab.keyboard.type("Everybody")
    tab_to(tab, "[data-act=save]")
    tab.keyboard.press("Enter")
    assert verdict(tab, 5).startswith("accepted in other words")
    assert tab.evaluate("document.activeElement.closest('.card')?.id") == "card-5"
    tab_to(tab, "#named")
    tab.keyboard.press("ArrowDown")
    tab_to(tab, "#comment")
    tab.keyboard.type("So be it.")
    tab_to(tab, "[data-act=back]", "Shift+Tab")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.textContent").startswith("▲ regressive")
    if size == "narrow":
        tab.keyboard.press("Escape")
        assert tab.evaluate("document.activeElement.id") == "open-panel"
    tab_to(tab, "input[name=view]", "Shift+Tab")
    tab.keyboard.press("ArrowRight")
    assert tab.is_checked("#view-clean")
    told = from_json(saved(tab))
    assert next(one.words for one in told.decisions if one.number == 5) == "Everybody … the spouse"
    assert next(one.comment for one in told.clauses if one.clause == "3") == "So be it."


def test_steps_by_key_move_the_focus_with_them(show: Open) -> None:
    tab = show()
    for expected in ("card-1", "card-2", "card-7", "card-3"):
        tab.keyboard.press("j")
        assert tab.evaluate("document.activeElement.id") == expected
    tab.keyboard.press("k")
    assert tab.evaluate("document.activeElement.id") == "card-7"
    tab.keyboard.press("i")
    assert "Section 2(1)" in tab.evaluate("document.activeElement.textContent")
    for _ in range(12):
        tab.keyboard.press("j")
    assert text(tab, "#live") == "There is no further finding among those that are shown."


#: The words of the contents that stand on more than one line.
BROKEN = """() => [...document.querySelectorAll('#tree .leaf a')].flatMap(link => {
    const range = document.createRange(), found = [];
    const texts = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
    for (let text; (text = texts.nextNode());)
        for (const word of text.data.matchAll(/[^\\s-]+/g)) {
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            const tops = [...range.getClientRects()].map(one => Math.round(one.top));
            if (new Set(tops).size > 1) found.push(word[0]);
        }
    return found;
})"""


@pytest.mark.parametrize("width", [1152, 1280, 1440])
def test_the_contents_break_no_word_of_a_law(browser: Any, tmp_path: Path, width: int) -> None:
    path = tmp_path / "review.html"
    monster = "M" * 300
    law = annotation()
    (part,) = law.provisions
    *sections, last = part.items
    items = (*sections, replace(last, heading=monster))
    part = replace(part, heading="ADMINISTRATION OF THE COMMISSIONERS", items=items)
    path.write_bytes(page(replace(law, provisions=(part,))))
    context = browser.new_context(viewport={"width": width, "height": 900})
    tab = context.new_page()
    tab.goto(path.as_uri())
    assert tab.evaluate(BROKEN) == [monster]
    assert no_wider(tab)
    assert tab.evaluate("document.querySelector('#main').clientWidth") >= 400
    context.close()


@pytest.mark.parametrize("size", ["middle", "narrow"])
def test_the_contents_are_a_drawer_where_there_is_no_room(show: Open, size: str) -> None:
    tab = show(size=size)
    assert not tab.is_visible("#tree")
    tab.click("#open-tree")
    assert tab.evaluate("document.activeElement.id") == "close-tree"
    assert tab.get_attribute("#open-tree", "aria-expanded") == "true"
    tab.keyboard.press("Escape")
    assert not tab.is_visible("#tree")
    assert tab.evaluate("document.activeElement.id") == "open-tree"
    tab.click("#open-tree")
    tab.click("#tree a:has-text('Section 4')")
    assert not tab.is_visible("#tree")
    assert tab.evaluate("document.activeElement.textContent").startswith("4. ")


def test_the_findings_are_a_drawer_on_a_narrow_screen(show: Open) -> None:
    tab = show(size="narrow")
    assert not tab.is_visible("#panel")
    tab.click(".mark >> nth=0")
    assert tab.is_visible("#card-1")
    assert tab.evaluate("document.querySelector('#main').inert")
    tab.click("#close-panel")
    assert not tab.evaluate("document.querySelector('#main').inert")
    assert tab.evaluate("document.activeElement.classList.contains('mark')")


def test_no_drawer_is_left_open_where_the_window_becomes_wide(show: Open) -> None:
    tab = show(size="narrow")
    tab.click("#open-panel")
    tab.set_viewport_size({"width": 1440, "height": 900})
    tab.locator("#main:not([inert])").wait_for()
    assert tab.get_attribute("#open-panel", "aria-expanded") == "false"
    tab.click(".mark >> nth=0")
    assert tab.is_visible("#card-1")


def test_a_hostile_law_is_shown_as_words_and_does_nothing(show: Open) -> None:
    """``show`` fails the test where anything runs, is fetched or is refused by the policy."""
    tab = show(page(hostile()))
    assert tab.locator("img, iframe, object, embed").count() == 0
    assert tab.locator("script").count() == 2
    seen = HOSTILE.replace("\u202e", "\ufffd").replace("\u2028", "\u2028")
    assert seen.split("\u2028")[0] in tab.text_content("#law")
    assert "\u202e" not in tab.text_content("#law")
    tab.click("#filters summary")
    tab.check("#f-neutral")
    tab.click("#list button >> nth=0")
    assert "<img src=x" in text(tab, "#finding")
    tab.keyboard.press("f")
    assert from_json(saved(tab)).law.title.startswith("</script>")


def test_the_policy_stops_what_a_law_would_run(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "review.html"
    path.write_bytes(page().replace(b"</main>", b"<script>window.bad = 1</script></main>"))
    tab = browser.new_page()
    tab.goto(path.as_uri())
    assert tab.evaluate("window.bad") is None
    assert tab.evaluate("(() => { try { document.body.innerHTML = 'x'; } catch { return 1; } })()")
    tab.close()


def test_it_can_be_read_from_right_to_left(show: Open) -> None:
    data = page().replace(b'lang="en" dir="ltr"', b'lang="en" dir="rtl"')
    tab = show(data)
    assert no_wider(tab)
    tree, panel = (tab.locator(place).bounding_box()["x"] for place in ("#tree", "#panel"))
    assert tree > panel
    go(tab, "Section 3")
    assert violations(tab) == []


def test_other_colours_are_respected_and_nothing_moves(show: Open) -> None:
    tab = show(forced_colors="active", reduced_motion="reduce")
    go(tab, "Section 3")
    assert tab.evaluate(
        "getComputedStyle(document.querySelector('.row.current')).outlineStyle"
    ) == ("solid")
    assert not re.search("transition|animation|smooth", styles())
