"""Decisions leave the page and come back, to this law or to a changed one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from annotator.returned.examples import decided
from annotator.rulings import Decisions, RuledClause, RuledLaw, Ruling, from_json, to_json
from annotator.schema import Annotation
from tests.writers.review.acting import brought, card, go, saved, text, verdict
from tests.writers.review.conftest import Open
from tests.writers.review.law import TEXT, annotation, many, page


def decide(tab: Any) -> None:
    """Something of every kind."""
    tab.click("#menu summary")
    tab.fill("#who", "Ada Ω")
    tab.keyboard.press("Escape")
    go(tab, "Section 2(1)")
    card(tab, 1).locator("[data-act=edit]").click()
    tab.fill("[data-act=words-0]", "in private,\n“and quietly”")
    tab.click("[data-act=save]")
    card(tab, 2).locator("[data-act=accept]").click()
    card(tab, 7).locator("[data-act=reject]").click()
    tab.fill("#comment", "Ask Ben.")
    go(tab, "Section 2(2)")
    tab.click("[data-act=alarm]")
    go(tab, "Section 3")
    card(tab, 5).locator("[data-act=edit]").click()
    tab.fill("[data-act=words-0]", "A partner")
    tab.click("[data-act=save]")
    go(tab, "New section 4A")
    tab.fill("#comment", "Elsewhere.")
    tab.click("[data-act=alarm]")
    go(tab, "Section 4")
    tab.select_option("#named", "neutral")


def test_what_is_exported_is_what_the_program_reads(show: Open) -> None:
    tab = show()
    decide(tab)
    data = saved(tab)
    read = from_json(data)
    assert to_json(read) == data
    assert read.law == RuledLaw(title="CROSSING BILL", sha256="ab" * 32)
    told = {one.template: (one.number, one.decision, one.words) for one in read.decisions}
    assert told == {
        "same-sex": (1, "edited", "in private,\n“and quietly”"),
        "alone": (2, "accepted", ""),
        "private": (3, "false-alarm", ""),
        "repeal": (4, "pending", ""),
        "spouse": (5, "edited", "A partner … the spouse"),
        "nursing-room": (6, "false-alarm", ""),
        "not-at-all": (7, "rejected", ""),
    }
    assert [one.number for one in read.decisions] == list(range(1, 8))
    first = read.decisions[0]
    assert (first.clause, first.eid, first.label) == ("2(1)", "sec_2__subsec_1", "blind")
    assert (first.issue, first.comment, first.who) == ("search", "Ask Ben.", "Ada Ω")
    assert len(first.when) == len("2026-11-29T20:15:00Z")
    section = read.decisions[5]
    assert (section.clause, section.eid, section.clause_sha256, section.label) == ("4A", "", "", "")
    assert section.comment == "Elsewhere."
    clauses = {one.clause: one for one in read.clauses}
    assert list(clauses) == ["2(1)", "2(2)", "3", "4", "5"]
    assert (clauses["2(2)"].decision, clauses["2(2)"].named) == ("false-alarm", "neutral")
    assert (clauses["4"].decision, clauses["4"].named) == ("pending", "neutral")
    assert clauses["2(1)"].issues == ("search", "procedure")
    assert {one.clause for one in decided(read)} == {"2(1)", "2(2)", "3", "4"}


def test_what_goes_out_comes_in_as_it_was(show: Open) -> None:
    first = show()
    decide(first)
    data = saved(first)
    second = show()
    told = brought(second, data)
    assert told.startswith("7 decisions were read from decisions.json.")
    assert saved(second) == data
    second.click("#undo")
    assert text(second, "#counts") == "0 of 7 amendments decided"


def test_what_a_word_document_said_comes_in(show: Open) -> None:
    base = from_json(saved(show()))
    rulings = [
        Ruling(**{**_fields(one), "decision": verdict_})
        for one, verdict_ in zip(
            base.decisions,
            ("accepted", "lost", "false-alarm", "rejected", "accepted", "unknown", "pending"),
            strict=True,
        )
    ]
    style = Ruling(number=0, clause="3", eid="sec_3", clause_sha256="", template="", issue="",
                   label="", decision="accepted")  # fmt: skip
    before = replace(rulings[3], earlier=1, decision="accepted")
    given = Decisions(law=base.law, decisions=(*rulings, style, before), clauses=base.clauses)
    tab = show()
    told = brought(tab, given)
    assert told.startswith("4 decisions were read")
    go(tab, "Section 2(1)")
    assert verdict(tab, 1) == "accepted"
    assert verdict(tab, 2).startswith("its place was gone in the Word document")
    back = from_json(saved(tab))
    assert [one.decision for one in back.decisions[:7]] == [
        one.decision for one in given.decisions[:7]
    ]
    assert back.decisions[-2:] == (before, style)
    assert [one.clause for one in back.clauses if one.decision == "false-alarm"] == ["2(2)"]


def _fields(ruling: Ruling) -> dict[str, Any]:
    fields: dict[str, Any] = json.loads(
        to_json(Decisions(law=RuledLaw("", ""), decisions=(ruling,)))
    )["decisions"][0]
    return fields


def test_decisions_that_collide_are_told_when_they_come_and_when_they_go(show: Open) -> None:
    base = from_json(saved(show()))
    both = tuple(
        Ruling(**{**_fields(one), "decision": "accepted"})
        for one in base.decisions
        if one.number in (4, 5)
    )
    tab = show()
    told = brought(tab, Decisions(law=base.law, decisions=both))
    assert "Amendments 4, 5 are accepted and change the same words: decide between them." in told
    assert from_json(saved(tab)).notes == (
        "Amendments 4, 5 are both accepted, and change the same words.",
    )
    go(tab, "Section 3")
    assert card(tab, 5).locator(".warning.wrong").count() == 1


def changed() -> bytes:
    """The page of another version of the law: section 3 says something else, 2 is pushed down."""
    other = TEXT.replace("carry his letter", "bear his letter").replace("an owl", "a white owl")
    return page(annotation(other, sha256="cd" * 32))


def test_a_changed_law_takes_over_only_what_was_decided_on_unchanged_clauses(show: Open) -> None:
    first = show()
    decide(first)
    tab = show(changed())
    told = brought(tab, saved(first), "old.json")
    assert "old.json is on another version of this law. 5 decisions were carried over" in told
    assert "were not, since their clauses have changed, are gone or are not told from" in told
    assert "(in that version 3, 4A)" in told
    go(tab, "Section 2(1)")
    assert verdict(tab, 1).startswith("accepted in other words")
    go(tab, "Section 3")
    assert verdict(tab, 5) == "undecided"
    assert from_json(saved(tab)).law.sha256 == "cd" * 32


def renumbered(law: Annotation) -> Annotation:
    """The same clauses, words and all, under other eIds, in another version."""
    moved = [
        replace(one, clause=replace(one.clause, eid=one.clause.eid.replace("sec_0", "sec_1", 1)))
        if one.clause.eid.startswith("sec_0")
        else replace(one, clause=replace(one.clause, eid=f"{one.clause.eid}0"))
        for one in law.findings
    ]
    return replace(law, findings=tuple(moved), law=replace(law.law, sha256="cd" * 32))


def test_of_clauses_of_the_same_words_the_first_stays_the_first(show: Open) -> None:
    law = many(12)
    first = show(page(law))
    spouse = [one.number for one in from_json(saved(first)).decisions if one.template == "spouse"]
    assert len(spouse) == 2
    for number, key in zip(spouse, ("a", "r"), strict=True):
        while not card(first, number).count():
            first.keyboard.press("j")
        card(first, number).focus()
        first.keyboard.press(key)
    second = show(page(renumbered(law)))
    brought(second, saved(first))
    told = from_json(saved(second))
    assert [one.decision for one in told.decisions if one.template == "spouse"] == [
        "accepted",
        "rejected",
    ]
    more = many(18)
    third = show(page(replace(more, law=replace(more.law, sha256="ef" * 32))))
    told = brought(third, to_json(replace(told, law=RuledLaw("CROSSING BILL", "cd" * 32))))
    assert "1 decision was carried over" in told  # of the same eId
    assert "1 was not, since its clause has changed, is gone or is not told from others" in told


def test_a_version_in_which_all_that_was_decided_has_changed_is_no_other_law(show: Open) -> None:
    first = show()
    go(first, "Section 3")
    card(first, 4).locator("[data-act=reject]").click()
    tab = show(changed())
    told = brought(tab, saved(first), "old.json")
    assert told.startswith("old.json is on another version of this law, and holds no decision on")
    assert "1 was not, since its clause has changed, is gone or is not told from" in told
    assert "(in that version 3)" in told
    assert "3 there: rejected" in text(tab, "#refused")
    assert text(tab, "#counts") == "0 of 7 amendments decided"
    assert not tab.is_enabled("#undo")


def test_decisions_on_another_law_are_refused(show: Open) -> None:
    foreign = RuledClause(
        clause="9", eid="sec_9", clause_sha256="99", label="blind", named="neutral"
    )
    tab = show()
    told = brought(tab, Decisions(law=RuledLaw("Other", "ef"), clauses=(foreign,)))
    assert told.endswith("not one clause of it stands here unchanged: nothing was read.")
    assert tab.locator(".notice.wrong[role=alert]").count() == 1
    assert text(tab, "#counts") == "0 of 7 amendments decided"


@pytest.mark.parametrize(
    "data",
    [
        b"{", b"[]", b"null", b'"x"', b"{}", b'{"law": {"title": 1, "sha256": ""}}',
        b'{"law": {"title": "", "sha256": ""}, "decisions": [{}]}',
        b'{"law": {"title": "", "sha256": ""}, "decisions": [null], "clauses": 3}',
        b'{"law": {"title": "", "sha256": ""}, "clauses": [{"clause": "1", "eid": "", '
        b'"clause_sha256": "", "label": "blind", "named": "toString"}]}',
        b"\xff\xfe",
    ],
)  # fmt: skip
def test_what_is_no_file_of_decisions_is_refused_in_a_sentence(show: Open, data: bytes) -> None:
    tab = show()
    assert brought(tab, data, "<b>x.json").startswith("<b>x.json is no file of decisions: choose")


def test_replacing_ones_own_decisions_is_told_and_undone(show: Open) -> None:
    first = show()
    decide(first)
    data = saved(first)
    go(first, "Section 2(1)")
    card(first, 1).locator("[data-act=reject]").click()
    assert "1 of yours was another and was replaced" in brought(first, data)
    assert verdict(first, 1).startswith("accepted in other words")
    first.click("#undo")
    assert verdict(first, 1).startswith("rejected")


def test_the_browser_keeps_decisions_as_a_convenience(show: Open) -> None:
    tab = show()
    decide(tab)
    tab.reload()
    assert "7 decisions of yours were kept in this browser" in text(tab, ".notice")
    assert text(tab, "#counts") == "6 of 7 amendments decided"
    tab.click(".notice button")
    assert tab.locator(".notice").count() == 0
    tab.click("#menu summary")
    assert tab.input_value("#who") == "Ada Ω"
    tab.click("#afresh")
    tab.click("#ask .first")
    assert text(tab, "#counts") == "0 of 7 amendments decided"
    tab.reload()
    assert tab.locator(".notice").count() == 0


def test_it_works_where_nothing_may_be_kept(show: Open, browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "denied.html"
    path.write_bytes(page())
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('denied'); }})"
    )
    tab = context.new_page()
    tab.goto(path.as_uri())
    decide(tab)
    assert text(tab, "#counts") == "6 of 7 amendments decided"
    assert "This browser keeps nothing" in text(tab, ".notice.wrong")
    assert len(from_json(saved(tab)).decisions) == 7
    context.close()


def test_what_was_kept_and_is_damaged_does_no_harm(show: Open) -> None:
    tab = show()
    tab.evaluate(
        "() => { localStorage.setItem(`annotate-review-${'ab'.repeat(32)}`, '{');"
        " localStorage.setItem('annotate-review', '3'); }"
    )
    tab.reload()
    assert text(tab, "#counts") == "0 of 7 amendments decided"
