"""What an annotator sees in a browser, on the real server: on a laptop, and on a tablet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from annotator.rounds.doccano.client import Server
from annotator.rounds.doccano.local import ADMIN
from annotator.rounds.labels import KEYS
from annotator.rounds.manifest import Round
from annotator.rounds.opening import put_up
from annotator.rounds.store import Store
from tests.rounds.conftest import GUIDELINES, a_round, clause, silent

LINES = ("search a traveller—", "(a) at a post; or", "(b) on a vessel.")
SIZES = {"1280": (1280, 800), "820": (820, 1180)}

#: Where words stand in the window: left, top, right, bottom; none where they stand nowhere.
_PLACE = """words => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode()); ) {
        const at = node.data.indexOf(words);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        const box = range.getBoundingClientRect();
        return [box.left, box.top, box.right, box.bottom];
    }
    return null;
}"""


@pytest.fixture(scope="module")
def opened(local: Any, accounts: Any, tmp_path_factory: Any) -> Round:
    """A round of two clauses, the first with all that can stand around one."""
    first = clause(
        1, text="\n".join(LINES), lead_in="An officer may", before="The clause before it. " * 9
    )
    round_ = a_round("Seen", (first, clause(2)), key="seen")
    server = Server(local.url, ADMIN, accounts[ADMIN].password)
    store = Store(tmp_path_factory.mktemp("seen"))
    return put_up(server, store, round_, guidelines=GUIDELINES, tokens={}, tell=silent)


@pytest.fixture(params=SIZES)
def tab(local: Any, accounts: Any, browser: Any, request: Any) -> Iterator[Any]:
    """A window in which Ana, or at the other width Ben, has logged in."""
    width, height = SIZES[request.param]
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.member = dict(zip(SIZES, ("ana", "ben"), strict=True))[request.param]
    page.goto(f"{local.url}/auth")
    page.locator("input").nth(0).fill(page.member)
    page.locator("input[type=password]").fill(accounts[page.member].password)
    page.keyboard.press("Enter")
    page.wait_for_url("**/projects")
    yield page
    context.close()


def place(tab: Any, words: str) -> tuple[float, float, float, float]:
    """Where words stand; they must be whole in the window, and nothing in front of them."""
    left, top, right, bottom = tab.wait_for_function(_PLACE, arg=words).json_value()
    size = tab.viewport_size
    assert left >= 0
    assert top >= 0
    assert right <= size["width"], words
    assert bottom <= size["height"], words
    return left, top, right, bottom


def test_a_clause_is_judged_by_what_stands_in_the_window(
    tab: Any, opened: Round, coordinator: Server, as_member: Any
) -> None:
    project = opened.projects[0].id
    tab.goto(coordinator.address(project))
    # From above to below: labels, place, neighbour, lead-in, the clause in its lines, neighbour.
    above = ("regressive", "R-0001 · 1(1) · Ports Act", "before: … ", "lead-in: An officer may")
    order = (*above, "JUDGE THIS", *LINES, "after: The next clause.")
    tops = [place(tab, words)[1] for words in order]
    assert tops == sorted(tops)
    assert len(set(tops)) == len(tops)
    for name in KEYS:
        place(tab, name)
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")

    member = as_member(tab.member)
    row, _ = sorted(member.rows(project))
    types = member.label_types(project)
    for key, what in (
        (KEYS["blind"], "categories"),
        (KEYS["search"], "categories"),
        ("Enter", "states"),
    ):
        with tab.expect_response(
            lambda one, what=what: f"/{what}" in one.url and one.request.method == "POST"
        ):
            tab.keyboard.press(key)
    assert sorted(member.labels(project, row.id)) == sorted([types["blind"], types["search"]])
    assert coordinator.progress(project)[tab.member] == 1
    tab.keyboard.press("ArrowRight")
    place(tab, "R-0002 · 2(1)")


def test_the_last_page_says_finished(tab: Any, opened: Round, coordinator: Server) -> None:
    last = len(opened.clauses) + 1
    tab.goto(coordinator.address(opened.projects[0].id).replace("page=1", f"page={last}"))
    place(tab, "FINISHED")
    place(tab, "This is the last page. It is no clause, and wants no label")
    place(tab, "What you have to say of the round as a whole")
