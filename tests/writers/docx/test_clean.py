"""The clean document of a law that came in another format."""

from __future__ import annotations

import io

import pytest

import annotator
from annotator.request import View
from annotator.schema import Annotation, Source
from annotator.word.names import W
from annotator.word.package import Package
from annotator.word.view import WordView
from annotator.writers import write
from annotator.writers.docx.clean import clean
from tests.fuzz import dice
from tests.writers.docx.oracle import accepted, body, comments, judge, texts

LAW = """\
REPUBLIC OF MARAVIA

SEARCHES BILL

A Bill to let officers search those who enter the country, and to provide for
what goes with it.

PART I
SEARCHES

Search
1. (1) An officer may search a person who
enters the country where the officer—
  (a) suspects an offence; or
  (b) is asked by the person.
(2) A record is kept of every search.

Seizure
2. An officer may seize what he finds in a search and keep it for a month.
"""


@pytest.fixture(scope="module")
def law() -> tuple[Source, Annotation]:
    source = annotator.read(LAW.encode(), name="bill.txt")
    with dice.thrown(loaded=True):
        return source, annotator.annotate(source)


def test_its_paragraphs_are_the_provisions_and_headings_of_the_law(
    law: tuple[Source, Annotation],
) -> None:
    source, annotation = law
    made = body(clean(annotation, source).data)
    assert texts(made) == [
        "REPUBLIC OF MARAVIA",
        "SEARCHES BILL",
        "A Bill to let officers search those who enter the country, and to provide for what goes "
        "with it.",
        "PART I",
        "SEARCHES",
        "Search",
        "1.\t(1)\tAn officer may search a person who enters the country where the officer—",
        "(a)\tsuspects an offence; or",
        "(b)\tis asked by the person.",
        "(2)\tA record is kept of every search.",
        "Seizure",
        "2.\tAn officer may seize what he finds in a search and keep it for a month.",
    ]
    styles = [one.get(W + "val") for one in made.iter(W + "pStyle")]
    assert styles[:6] == ["Front", "Title", "Front", "Heading1", "Heading1", "Heading2"]
    indents = [(one.get(W + "left"), one.get(W + "hanging")) for one in made.iter(W + "ind")]
    assert indents == [
        ("1440", "1440"), ("2160", "720"), ("2160", "720"), ("1440", "720"), ("720", "720"),
    ]  # fmt: skip


def test_every_word_of_the_law_knows_its_place_in_it(law: tuple[Source, Annotation]) -> None:
    source, annotation = law
    document = clean(annotation, source)
    shown = WordView(Package(document.data, "bill.docx")).text
    for at, letter in enumerate(source.text):
        if not letter.isspace():
            first, last = document.runs.back(at, at + 1)
            assert shown[first:last] == letter


def test_it_is_redlined_as_a_drafters_own_is(law: tuple[Source, Annotation]) -> None:
    source, annotation = law
    out = io.BytesIO()
    write(annotation, source, out, View(format="docx", style="all"))
    judge(clean(annotation, source).data, out.getvalue())
    assert len(comments(out.getvalue())) > len(annotation.findings) / 2


def test_neutral_drafting_is_tracked_where_all_of_it_is_asked_for(
    law: tuple[Source, Annotation],
) -> None:
    source, annotation = law
    (note,) = [one for one in annotation.style if one.words == "he"]
    out = io.BytesIO()
    write(annotation, source, out, View(format="docx", style="all", labels=("neutral",)))
    said = "\n".join(texts(accepted(out.getvalue())))
    assert f"what {note.rewrite[0].text} finds" in said
    assert any(one.startswith("Drafting style") for one in comments(out.getvalue()))
    out = io.BytesIO()
    write(annotation, source, out, View(format="docx", labels=("neutral",)))
    assert "what he finds" in "\n".join(texts(accepted(out.getvalue())))
