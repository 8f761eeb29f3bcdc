"""A document with the amendments that were accepted: tracked, or made; and no others."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from annotator.schedule import Amendment, schedule
from annotator.schema import Annotation, Source
from annotator.word.names import W
from annotator.writers.docx.adopted import AmendedDocument, amended_document
from tests.word.building import docx, p
from tests.writers.docx import bills
from tests.writers.docx.laws import annotation, cut, finding, gap, proposal, read, source_of
from tests.writers.docx.oracle import accepted, body, parts, texts
from tests.writers.docx.test_random import BASE, ROUNDS, thrown
from tests.writers.docx.test_told import with_macros

LINES = ("1. An officer may search a person.", "2. A record of it is kept.", "3. A fee is due.")
BILL = docx("".join(map(p, LINES)))


def as_ours(one: Amendment) -> Amendment:
    return one


def made(
    source: Source,
    law: Annotation,
    accept: list[int],
    *,
    tracked: bool = True,
    words: Callable[[Amendment], Amendment] = as_ours,
) -> AmendedDocument:
    return amended_document(law, source, accept, words, author="annotate", tracked=tracked)


def bill() -> tuple[Source, Annotation]:
    source = source_of(BILL)
    one = proposal(source.text, ("a person", "", " of the same sex"), name="one")
    two = proposal(source.text, ("A ", "record", "written record"), name="two")
    found = [
        finding(source.text, LINES[0], one),
        finding(source.text, LINES[1], two, number="2"),
    ]
    section = gap(source.text, LINES[0], "Privacy\n1A. A search is private.")
    return source, annotation(source, found, [section])


def test_those_that_were_accepted_are_in_it_and_no_others() -> None:
    source, law = bill()
    known = {one.proposal.template if one.proposal else "": one.number for one in schedule(law)}
    new = made(source, law, [known["one"], known[""]])
    assert new.left == {}
    assert texts(accepted(new.data))[:3] == [
        "1. An officer may search a person of the same sex.",
        "Privacy",
        "1A. A search is private.",
    ]
    assert "written" not in "".join(texts(accepted(new.data)))


def test_nothing_accepted_is_the_document_itself() -> None:
    assert made(*bill(), []).data == BILL


def test_there_are_no_comments_and_the_rest_of_the_file_is_as_it_was() -> None:
    new = parts(made(*bill(), [1]).data)
    assert not any("comments" in name for name in new)
    old = parts(BILL)
    assert {name for name in old if old[name] != new[name]} <= {
        "word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"
    }  # fmt: skip


def test_a_reviewers_words_are_tracked_in_the_place_of_ours() -> None:
    def words(one: Amendment) -> Amendment:
        return replace(one, edits=(replace(one.edits[0], text=" of any sex"),))

    source, law = bill()
    new = made(source, law, [1], words=words)
    assert texts(accepted(new.data))[0] == "1. An officer may search a person of any sex."


def test_what_has_no_place_in_the_document_is_told() -> None:
    source, law = bill()
    again = replace(law, findings=(law.findings[0], law.findings[0]))
    taken = [one.number for one in schedule(again) if one.proposal]
    assert set(made(source, again, taken).left.values()) == {"repeated"}


def test_of_two_that_number_the_text_of_a_section_the_first_does() -> None:
    source = source_of(BILL)
    said = ("(2) A child is not searched.", "(2) A search is private.")
    two = [
        replace(
            proposal(source.text, ("1. ", "", "(1) "), (LINES[0], "", f"\n{words}"), adds=True),
            template=words,
        )
        for words in said
    ]
    law = annotation(source, [finding(source.text, LINES[0], *two)])
    new = made(source, law, [1, 2])
    assert new.left == {}
    assert texts(accepted(new.data))[:3] == [
        "1. (1) An officer may search a person.",
        said[0],
        "(3) A search is private.",
    ]


def test_the_heading_of_a_section_that_runs_on_is_the_reviewers_too() -> None:
    data = bills.runs_on()
    source = read(data)
    end = "A child born abroad is a citizen."
    law = cut(source, [], [gap(source.text, end, "Privacy\n2A. A visit is private.")])
    law = replace(law, gaps=(replace(law.gaps[0], number="2A", after="section 2"),))

    def words(one: Amendment) -> Amendment:
        theirs = "\n\nPeace and quiet\n2A. A visit is not overheard."
        return replace(one, edits=(replace(one.edits[0], text=theirs),))

    said = texts(accepted(made(source, law, [1], words=words).data))
    assert "2A. Peace and quiet.—A visit is not overheard." in said


def test_clean_has_no_marks_of_ours() -> None:
    source, law = bill()
    new = body(made(source, law, [1, 2, 3], tracked=False).data)
    assert not list(new.iter(W + "ins", W + "del", W + "pPrChange", W + "rPrChange"))
    assert texts(new)[0] == "1. An officer may search a person of the same sex."


@pytest.mark.parametrize("seed", range(6))
def test_clean_is_the_tracked_document_with_all_accepted(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    source = source_of(BASE)
    for _ in range(ROUNDS):
        law = annotation(source, list(thrown(dice, source.text)))
        numbers = [one.number for one in schedule(law)]
        tracked = made(source, law, numbers)
        clean = made(source, law, numbers, tracked=False)
        assert clean.left == tracked.left
        assert texts(body(clean.data)) == texts(accepted(tracked.data))


@pytest.mark.parametrize("accept", [[], [1]])
@pytest.mark.parametrize("tracked", [True, False])
def test_macros_are_left_out_and_told_and_so_is_protection(
    accept: list[int], tracked: bool
) -> None:
    lock = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
    data = with_macros(p(LINES[0]), settings=lock)
    source = source_of(data)
    one = proposal(source.text, ("a person", "", " of the same sex"))
    law = annotation(source, [finding(source.text, LINES[0], one)])
    new = made(source, law, accept, tracked=tracked)
    assert "word/vbaProject.bin" in parts(data)
    assert "word/vbaProject.bin" not in parts(new.data)
    assert ["has macros" in new.warnings[0], "is protected" in new.warnings[1]] == [True, True]
