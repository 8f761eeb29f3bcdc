"""Edited amendments: what the schedule tells of them is what the clean view has."""

from __future__ import annotations

import re
from typing import Any

import pytest
from msgspec.structs import replace

from annotator.schedule import Amendment, schedule
from annotator.schema import Annotation, Edit, Proposal
from tests.writers.review.acting import card, go, law_of, text, verdict
from tests.writers.review.conftest import Open
from tests.writers.review.law import page, real

#: What an instruction does to the words of a clause: what stood there, and what does then.
_SWAPS = (
    (re.compile(r"\bfor “([^”]*)” substitute “([^”]*)”"), r"\2"),
    (re.compile(r"\bomit “([^”]*)”()(?! at the end)"), ""),
    (re.compile(r"\bafter “([^”]*)” insert “([^”]*)”"), r"\1 \2"),
    (re.compile(r"\bbefore “([^”]*)” insert “([^”]*)”"), r"\2 \1"),
)
_ADDS = re.compile(r"(?:insert|substitute):\s“(.*)”$", re.DOTALL)
_JOINT = re.compile(r"omit “(\w+)” at the end of paragraph (\(\w+\))")


def bare(words: str) -> str:
    return "".join(words.split())


def followed(law: str, clause: str, lines: list[str]) -> str:
    """A law, without white space, once those instructions on one of its clauses are followed."""
    words = clause
    for line in lines:
        folded = " ".join(line.split())
        done = 0
        for pattern, _ in _SWAPS:
            for found in pattern.finditer(folded):
                old, new = bare(found[1]), bare(found[2])
                assert bare(words).count(old) == 1, f"{line}: which place?"
                if "insert" in pattern.pattern:
                    new = old + new if "after" in pattern.pattern else new + old
                words = bare(words).replace(old, new)
                done += 1
        assert done, line
    return law.replace(bare(clause), bare(words))


def accept_in_words(tab: Any, number: int, field: int) -> None:
    card(tab, number).locator("[data-act=edit]").click()
    place = f"[data-act=words-{field}]"
    tab.fill(place, f"{tab.input_value(place)} ZZ{number} Z".strip())
    tab.click("[data-act=save]")
    if tab.is_visible("#ask"):
        tab.click("#ask .first")


def test_the_schedule_says_what_the_clean_view_has_of_each_edited_amendment(show: Open) -> None:
    law, source = real()
    tab = show(page(law, source=source))
    tab.click("label[for=view-clean]")
    plain = bare(law_of(tab, "p, h2, h3, h4"))
    fields = [
        (one, field)
        for one in schedule(law)
        for field in range(len([edit for edit in one.edits if edit.text not in ("(1) ", "(a) ")]))
    ]
    assert len(fields) > 20
    for one, field in fields:
        _open(tab, one)
        accept_in_words(tab, one.number, field)
        clean = bare(law_of(tab, "p, h2, h3, h4"))
        lines = _scheduled(tab)
        tab.click("#undo")
        assert clean != plain
        assert f"ZZ{one.number}" in " ".join(lines)
        clause = one.finding.clause if one.finding else None
        added = _ADDS.search(lines[0])
        if added and clause and _JOINT.search(lines[0]):
            joint = _JOINT.search(lines[0])
            assert bare(added[1]) in clean
            assert joint
            continue
        if added:
            # What is added, or stands for the text, is in the law as it is told; nothing else is.
            left = clean.replace(bare(added[1]), "", 1)
            whole = plain.replace(bare(clause.text), "") if clause else ""
            assert left in (plain, whole), lines
            continue
        assert clause
        assert followed(plain, clause.text, lines) == clean, lines


def _open(tab: Any, one: Amendment) -> None:
    """Open the finding that an amendment belongs to."""
    name = f"Section {one.finding.clause.number}" if one.finding else f"New section {one.section}"
    go(tab, name)


def _scheduled(tab: Any) -> list[str]:
    tab.click("label[for=view-schedule]")
    lines = [str(one) for one in tab.locator("#schedule li").all_inner_texts()]
    tab.click("label[for=view-clean]")
    return lines


def omitting(law: Annotation, words: str) -> Annotation:
    """The law whose amendment of some words only takes them out."""
    found = re.search(re.escape(words).replace(r"\ ", r"\s+"), law.text)
    assert found is not None
    start = found.start()
    edits = (Edit(start=start, end=found.end(), text=""),)

    def less(one: Proposal) -> Proposal:
        if not any(e.start <= start < e.end for e in one.edits):
            return one
        return replace(one, operation="delete", edits=edits, instruction="Omit some words.")

    findings = (replace(one, proposals=tuple(map(less, one.proposals))) for one in law.findings)
    return replace(law, findings=tuple(findings))


def test_words_for_what_was_struck_out_are_substituted(show: Open) -> None:
    law, source = real()
    tab = show(page(omitting(law, "only with the written consent of her husband"), source=source))
    go(tab, "Section 14(3)")
    accept_in_words(tab, 16, 0)
    assert _scheduled(tab) == [
        "In section 14(3), for “only with the written consent of her husband” substitute “ZZ16 Z”."
    ]


def test_a_new_section_keeps_its_lines_in_the_schedule_and_so_do_edited_words(show: Open) -> None:
    tab = show()
    go(tab, "New section 4A")
    tab.keyboard.press("a")
    lines = [
        "After section 4 insert:",
        "“Rest for mothers",
        "4A. A person who nurses a child shall be given a room.”",
    ]
    assert _scheduled(tab) == ["\n".join(lines)]
    tab.keyboard.press("e")
    tab.fill("[data-act=words-0]", "Rooms\n4A. Everybody has a room.\n\n(2) It is warm.")
    tab.click("[data-act=save]")
    assert _scheduled(tab) == [
        "After section 4 insert:\n“Rooms\n4A. Everybody has a room.\n(2) It is warm.”"
    ]


@pytest.mark.parametrize("words", ["", "  \n "])
def test_an_edit_without_words_is_no_amendment(show: Open, words: str) -> None:
    tab = show()
    go(tab, "Section 2(1)")
    tab.keyboard.press("e")
    tab.fill("[data-act=words-0]", words)
    tab.click("[data-act=save]")
    assert verdict(tab, 1) == "undecided"
    assert "Nothing would stand there" in text(tab, "#card-1 [role=alert]")
    assert tab.evaluate("document.activeElement.dataset.act") == "words-0"
    tab.click("#card-1 .editor [data-act=reject-instead]")
    assert verdict(tab, 1).startswith("rejected")


def test_one_of_several_places_can_be_emptied(show: Open) -> None:
    tab = show()
    go(tab, "Section 3")
    card(tab, 5).locator("[data-act=edit]").click()
    tab.fill("[data-act=words-1]", "")
    tab.click("[data-act=save]")
    assert _scheduled(tab) == [
        "In section 3, for “A wife” substitute “A spouse”.",
        "In section 3, omit “the wife”.",
    ]


def test_words_for_a_repealed_clause_are_substituted_for_its_text(show: Open) -> None:
    tab = show()
    go(tab, "Section 3")
    accept_in_words(tab, 4, 0)
    assert _scheduled(tab) == ["For the text of section 3 substitute: “ZZ4 Z”"]
