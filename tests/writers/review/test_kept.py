"""Nothing that somebody wrote is lost: what was begun, what does not fit, what others did."""

from __future__ import annotations

from typing import Any

import pytest

from annotator.rulings import from_json
from tests.writers.review.acting import brought, card, go, saved, text, verdict
from tests.writers.review.conftest import Open
from tests.writers.review.law import TEXT, annotation, page


def test_marked_words_are_seen_in_the_systems_colours(show: Open) -> None:
    tab = show(forced_colors="active", color_scheme="dark")
    seen = tab.evaluate(
        """() => [document.querySelector('#law mark'), document.querySelector('#law .words')]
            .map(one => getComputedStyle(one).color)"""
    )
    assert seen[0] == seen[1]


def test_a_full_store_is_told_once(show: Open) -> None:
    tab = show()
    tab.evaluate(
        """() => { let size = 1 << 22;
            for (let at = 0; size > 0; at += 1) {
                try { localStorage.setItem(`other-${at}`, 'x'.repeat(size)); }
                catch { size >>= 1; }
            } }"""
    )
    go(tab, "Section 3")
    tab.keyboard.press("r")
    assert "This browser can keep no more" in text(tab, ".notice.wrong[role=alert]")
    tab.keyboard.press("j")
    tab.keyboard.press("r")
    assert tab.locator(".notice").count() == 1
    assert tab.evaluate(
        """() => { const event = new Event('beforeunload', {cancelable: true});
            dispatchEvent(event); return event.defaultPrevented; }"""
    )


def test_two_windows_of_a_law_have_the_same_decisions(show: Open) -> None:
    first = show()
    go(first, "Section 3")
    first.keyboard.press("r")
    second = first.context.new_page()
    second.goto(first.url)
    go(second, "Section 2(1)")
    second.keyboard.press("a")
    first.locator(".notice").wait_for()
    assert "open in another window too" in text(first, ".notice")
    first.click("[data-act=back]")
    go(first, "Section 2(2)")
    first.keyboard.press("a")
    second.locator("#counts:text-is('3 of 7 amendments decided')").wait_for()
    told = {one.number: one.decision for one in from_json(saved(second)).decisions}
    assert (told[1], told[3], told[4]) == ("accepted", "accepted", "rejected")
    go(second, "Section 3")
    card(second, 4).locator("[data-act=reopen]").click()
    first.locator("#counts:text-is('2 of 7 amendments decided')").wait_for()


def test_a_comment_is_kept_while_it_is_written(show: Open) -> None:
    tab = show()
    go(tab, "Section 4")
    tab.keyboard.press("c")
    tab.keyboard.type("Half a sen")
    tab.reload()
    go(tab, "Section 4")
    assert tab.input_value("#comment") == "Half a sen"
    told = from_json(saved(tab))
    assert next(one.comment for one in told.clauses if one.clause == "4") == "Half a sen"


def test_words_that_were_begun_are_marked_and_outlast_a_reload(show: Open) -> None:
    tab = show()
    go(tab, "Section 2(1)")
    tab.keyboard.press("e")
    tab.fill("[data-act=words-0]", "of any se")
    tab.click("[data-act=next]")
    assert "words begun, not saved" in text(tab, ".mark >> nth=0")
    tab.reload()
    with tab.expect_download():
        tab.click("#export")
    assert "Words of amendment 1 were begun and not saved" in text(tab, ".notice")
    go(tab, "Section 2(1)")
    assert "They are not saved" in text(tab, "#card-1")
    tab.click("#card-1 [data-act=go-on]")
    assert tab.input_value("[data-act=words-0]") == "of any se"
    tab.click("[data-act=cancel]")
    assert tab.locator(".begun").count() == 0
    assert "not saved" not in text(tab, ".mark >> nth=0")


@pytest.fixture
def refused(show: Open) -> Any:
    """The page of a changed law that was brought decisions on the law before."""
    first = show()
    go(first, "Section 3")
    card(first, 5).locator("[data-act=edit]").click()
    first.fill("[data-act=words-0]", "A partner")
    first.click("[data-act=save]")
    first.fill("#comment", "Ask Ben.")
    first.click("#finding-title")
    go(first, "Section 4")
    first.keyboard.press("f")
    go(first, "New section 4A")
    first.keyboard.press("r")
    other = TEXT.replace("carry his letter", "bear his letter")
    tab = show(page(annotation(other, sha256="cd" * 32)))
    told = brought(tab, saved(first))
    assert "(in that version 3, 4A): they stand above the list" in told
    return tab


def test_what_is_not_carried_over_is_shown_with_where_it_may_belong(refused: Any) -> None:
    told = text(refused, "#refused")
    assert "3 there: accepted in other words A partner … the spouse" in told
    assert "Comment: Ask Ben." in told
    assert "4A there: rejected See New section 4A" in told
    refused.reload()
    assert text(refused, "#refused") == told
    refused.click("#refused li >> nth=0 >> text=See Section 3 Family")
    assert text(refused, "#finding-title") == "Section 3 Family"
    refused.click("[data-act=back]")
    refused.click("text=Put these away")
    refused.reload()
    assert text(refused, "#refused") == ""


def test_the_words_of_what_is_not_carried_over_can_be_taken(refused: Any) -> None:
    refused.click("text=Take these words")
    assert refused.input_value("[data-act=words-0]") == "A partner"
    refused.click("[data-act=save]")
    assert verdict(refused, 5).startswith("accepted in other words")
