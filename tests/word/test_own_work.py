"""What the program left in a document and nobody has decided is taken out, and nothing else."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

import annotator
from annotator.source import Source
from annotator.word.names import W
from annotator.word.own_changes import own_changes
from annotator.word.record import Record, RecordedAmendment, RecordedChange
from annotator.writers.docx.adopted import amended_document
from tests.returned.drafters import (
    BASE,
    all_accepted,
    all_refused,
    anonymous,
    made,
    renumbered,
    returned,
    settled,
    typed,
    with_body,
)
from tests.returned.test_remarks import answered, comment_on
from tests.word.building import docx, p
from tests.writers.docx import bills
from tests.writers.docx.laws import annotation, finding, proposal, redline, source_of, written
from tests.writers.docx.office import MISSING, OFFICE, Office
from tests.writers.docx.oracle import body, comments, foreign, paragraphs, texts
from tests.writers.docx.test_random import BASE as ALL_KINDS
from tests.writers.docx.test_random import ROUNDS, thrown

THEIRS = "2026-01-05T10:00:00Z"


def read(data: bytes) -> Source:
    return annotator.read(data, name="bill.docx")


def told(source: Source) -> str:
    """What is said of annotate's own work."""
    return next((note for note in source.notes if "from annotate" in note), "")


def same_document(data: bytes, base: bytes) -> bool:
    now, before = body(data), body(base)
    return paragraphs(now) == paragraphs(before) and foreign(now) == foreign(before)


BASES = [BASE, bills.counted(), bills.typed(), bills.rows(), bills.cells()]


@pytest.mark.parametrize("base", BASES)
def test_a_document_is_read_as_if_it_had_never_been_annotated(base: bytes) -> None:
    source = read(made(base) if base is BASE else amended_bill(base))
    assert same_document(source.original, base)
    assert comments(source.original) == []
    assert source.text == read(base).text
    assert "has tracked changes" not in "".join(source.notes)


def amended_bill(base: bytes) -> bytes:
    text = source_of(base).text
    words = ("out of wedlock", "", " for long"), ("in writing.", "", "\n(3) It is signed.")
    found = [
        finding(text, one[0], proposal(text, one, name=f"n{at}", adds=bool(at)), number=str(at))
        for at, one in enumerate(words)
    ]
    return redline(base, found)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_was_put_into_whatever_document(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    source = source_of(ALL_KINDS)
    for _ in range(ROUNDS):
        law = annotation(source, list(thrown(dice, source.text)))
        again = read(written(law, source))
        assert same_document(again.original, ALL_KINDS)


def test_what_is_taken_out_is_said_in_one_sentence() -> None:
    assert told(read(made())) == (
        "bill.docx is from annotate and is read without 4 tracked changes and 5 comments of "
        "annotate's own that nobody has decided, so that nothing is proposed or said twice."
    )


def test_a_document_of_others_is_read_as_it_is() -> None:
    assert told(read(BASE)) == ""
    assert read(BASE).original == BASE


def test_what_was_accepted_is_law_and_what_was_rejected_is_not() -> None:
    source = read(settled(made(), taken=("in private",), left=("spouse", "wife")))
    assert "may search in private a person" in source.text
    assert "the wife of a worker" in source.text
    assert "each language" not in source.text
    assert comments(source.original) == []


def test_what_was_accepted_on_a_page_and_is_tracked_to_be_looked_over_is_law() -> None:
    text = source_of(BASE).text
    law = annotation(
        source_of(BASE),
        [finding(text, "may search", proposal(text, ("may search", "", " in private")))],
    )
    made_of = amended_document(
        law, source_of(BASE), [1], lambda one: one, author="annotate", tracked=True
    )
    source = read(made_of.data)
    assert "may search in private a person" in source.text
    assert told(source) == ""


def test_our_comments_go_where_all_is_decided() -> None:
    assert comments(read(all_accepted(made())).original) == []
    assert "without 5 comments of" in told(read(all_refused(made())))


@pytest.mark.parametrize("saved", [renumbered, anonymous])
def test_it_is_known_again_whoever_saved_it(saved: Callable[[bytes], bytes]) -> None:
    assert same_document(read(saved(made())).original, BASE)


def by_ada(kind: str, words: str) -> etree._Element:
    about = {W + "id": "900", W + "author": "Ada", W + "date": THEIRS}
    change = etree.Element(W + kind, about)
    name = "t" if kind == "ins" else "delText"
    etree.SubElement(etree.SubElement(change, W + "r"), W + name).text = words
    return change


def ours_saying(root: etree._Element, words: str) -> etree._Element:
    return next(
        one
        for one in root.iter(W + "ins")
        if len(one) and words in "".join(text.text or "" for text in one.iter(W + "t"))
    )


def test_what_a_drafter_has_put_beside_ours_keeps_it() -> None:
    root = body(made())
    ours_saying(root, " in private").addnext(by_ada("ins", " and alone"))
    source = read(with_body(made(), root))
    assert "may search in private and alone a person" in source.text
    assert "the wife of a worker" in source.text
    assert "1 tracked change that somebody has edited or answered stay in" in told(source)


def test_so_does_what_is_taken_out_of_ours() -> None:
    root = body(made())
    ours = ours_saying(root, " in private")
    next(ours.iter(W + "t")).text = " in "
    gone = by_ada("del", "private")
    ours.append(gone)
    source = read(with_body(made(), root))
    assert "may search in a person" in source.text
    assert gone.get(W + "author") in {author for _, author, *_ in foreign(body(source.original))}


def test_and_what_is_typed_into_ours() -> None:
    source = read(typed(made(), " in private", " in strict private"))
    assert "may search in strict private a person" in source.text


def test_a_change_that_stood_beside_ours_before_is_no_edit_of_it() -> None:
    base = docx(p("1. (1) An officer may ", "") + p("2. It ends."))
    root = body(base)
    next(root.iter(W + "p")).append(by_ada("ins", "search a person"))
    base = with_body(base, root)
    text = source_of(base).text
    wanted = proposal(text, ("search a person", "", " in private"), ("may ", "", "not "))
    source = read(redline(base, [finding(text, "An officer may search a person", wanted)]))
    assert same_document(source.original, base)


def test_a_record_that_fits_in_endless_ways_is_given_up_on() -> None:
    root = body(docx(p("1. An officer may search.")))
    ours = by_ada("ins", "a" * 60_000 + "b")
    next(root.iter(W + "p")).append(ours)
    changes = tuple(
        RecordedChange(at=25, out="", words="a" * length, before="", behind="")
        for length in range(5_000, 5_012)
    )
    amendment = RecordedAmendment(1, "1", "sec_1", "", "one", "blind", "search", changes)
    found = own_changes(root, [Record(law="", title="", author="Ada", amendments=(amendment,))])
    assert (found.changes, found.places, found.edited) == ([], 0, 1)


@pytest.mark.parametrize("linked", [True, False])
def test_a_comment_that_was_answered_stays_with_its_answer(linked: bool) -> None:
    to = comment_on(made(), "Amendment 2")
    source = read(answered(made(), to, "False alarm: a wife is meant.", linked=linked))
    said = comments(source.original)
    assert len(said) == 2
    assert "Amendment 2" in said[0]
    assert said[1] == "False alarm: a wife is meant."
    assert "1 comment that somebody has edited or answered stay in" in told(source)


def test_what_was_answered_is_not_said_once_more_and_the_answer_is_heard(tmp_path: Path) -> None:
    to = comment_on(made(), "Amendment 2")
    source = read(answered(made(), to, "False alarm: a wife is meant.", linked=False))
    again = made(source.original)
    assert sum("Amendment 2" in one for one in comments(again)) == 1
    found = returned(again, tmp_path)
    assert [(one.clause, one.decision) for one in found.clauses if one.comment] == [
        ("1(2)", "false-alarm")
    ]


def test_a_comment_by_the_same_author_that_was_there_stays() -> None:
    there = (
        '<w:comment xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'w:id="4" w:author="annotate"><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>'
    )
    marked = p(
        '<w:commentRangeStart w:id="4"/><w:r><w:t>1. An officer may search.</w:t></w:r>'
        '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>'
    )
    base = docx(marked + p("2. It ends."), comments=there)
    text = source_of(base).text
    source = read(redline(base, [finding(text, "It ends.", proposal(text, ("ends", "", " soon")))]))
    assert comments(source.original) == ["Why?"]


def test_an_amendment_that_is_proposed_anew_is_told_once(tmp_path: Path) -> None:
    data = settled(made(), taken=("in private",), left=())
    source = read(data)
    text = source.text
    new = proposal(text, ("of the ", "wife", "spouse"), name="two")
    law = annotation(source, [finding(text, "A record is kept of the wife", new, number="1(2)")])
    said = returned(written(law, source), tmp_path).decisions
    assert [(one.template, one.earlier, one.decision) for one in said] == [
        ("two", 0, "pending"),
        ("one", 1, "accepted"),
    ]


@pytest.mark.skipif(OFFICE is None, reason=MISSING)
def test_libreoffice_may_have_saved_it(tmp_path: Path) -> None:
    office = Office(tmp_path)
    source = read(office.settled(made()))
    assert texts(body(source.original)) == texts(body(office.settled(BASE)))
    assert comments(source.original) == []
