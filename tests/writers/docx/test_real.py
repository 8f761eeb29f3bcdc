"""Redlines of the laws of the world: refused they are the law, accepted the amended law.

Dice take the network's place, so that there are amendments of every kind.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

import annotator
from annotator.request import View
from annotator.schema import Annotation, Edit, Source
from annotator.word.package import Package
from annotator.word.view import WordView
from annotator.writers.docx.clean import clean
from annotator.writers.docx.document import Document
from annotator.writers.docx.drafted import Drafted
from tests.fuzz import dice
from tests.writers.docx.office import MISSING, OFFICE, Office
from tests.writers.docx.oracle import accepted, body, judge, paragraphs, texts

#: A folder with laws; another may be named while the program is developed.
WORLD = Path(os.environ.get("ANNOTATE_WORLD", Path(__file__).parents[4] / "shared" / "world"))
_IN_SPANISH = "-es-"
WORD = [one for one in sorted(WORLD.glob("made/*.docx")) if _IN_SPANISH not in one.name]
_FEW = ("BD-1951-citizenship-act.txt", "SG-2014-prevention-of-human-trafficking-act.txt",
        "ZW-1983-refugees-act.txt")  # fmt: skip
PLAIN = [path for name in _FEW if (path := WORLD / "text" / name).is_file()]
DATE = "2026-01-05T10:00:00Z"


def annotated(path: Path) -> tuple[Source, Annotation]:
    source = annotator.read(path)
    with dice.thrown(loaded=True):
        return source, annotator.annotate(source)


def amended(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits; of those at one place each stands behind the one before."""
    made, at = [], 0
    for edit in sorted(edits, key=lambda one: one.start):
        made += [text[at : edit.start], edit.text]
        at = max(at, edit.end)
    return "".join((*made, text[at:]))


def unheaded(words: str, law: Annotation) -> str:
    """The letters without the heads of new sections, whose number stands behind or before."""
    left = letters(words)
    for gap in law.gaps:
        for head in (gap.heading + gap.number, gap.number + gap.heading):
            left = left.replace(letters(head), "")
    return left


def letters(words: str) -> str:
    return re.sub(r"[\W_]+", "", words).casefold()


@pytest.mark.skipif(not WORD, reason="needs the laws of the world")
@pytest.mark.parametrize("path", WORD, ids=lambda path: path.stem)
def test_a_redline_of_a_document(path: Path) -> None:
    source, law = annotated(path)
    document = Document(source.original, source.name, source.text, source.origins.runs)
    drafted = Drafted(document, law, View(format="docx"), "", DATE)
    made = drafted.redlined()
    judge(source.original, made)
    said = letters(WordView(Package(made, "made.docx")).text)
    for edit in drafted.amending.taken:
        for line in edit.text.split("\n"):
            # A new section has its heading behind its number where the law's sections do.
            assert letters(re.sub(r"^\d+[A-Z]+\. ", "", line)) in said


@pytest.mark.skipif(not PLAIN, reason="needs the laws of the world")
@pytest.mark.parametrize("path", PLAIN, ids=lambda path: path.stem)
def test_a_plain_law_gets_a_document(path: Path) -> None:
    source, law = annotated(path)
    document = clean(law, source)
    drafted = Drafted(document, law, View(format="docx", style="all"), "", DATE)
    made = drafted.redlined()
    judge(document.data, made)
    said = letters("\n".join(texts(body(document.data))))
    left_out = [one for one in law.furniture if letters(source.text[slice(*one)]) not in said]
    gone = [Edit(start=start, end=end, text="") for start, end in left_out]
    wanted = amended(source.text, [*drafted.amending.taken, *gone])
    assert unheaded("\n".join(texts(accepted(made))), law) == unheaded(wanted, law)


@pytest.mark.skipif(OFFICE is None, reason=MISSING)
@pytest.mark.skipif(not WORD, reason="needs the laws of the world")
@pytest.mark.parametrize("path", WORD, ids=lambda path: path.stem)
def test_libreoffice_agrees(path: Path, tmp_path: Path) -> None:
    source, law = annotated(path)
    document = Document(source.original, source.name, source.text, source.origins.runs)
    made = Drafted(document, law, View(format="docx"), "", DATE).redlined()
    office = Office(tmp_path)
    assert shown(office.settled(made, "RejectAllTrackedChanges")) == shown(
        office.settled(source.original)
    )
    assert said(office.settled(made, "AcceptAllTrackedChanges")) == said(made)


def shown(data: bytes) -> list[tuple[str, str]]:
    """How each paragraph looks, and what it says."""
    found = paragraphs(body(data))
    return [(look, "".join(words for words, _ in runs)) for look, runs in found]


def said(data: bytes) -> list[str]:
    return [" ".join(line.split()) for line in texts(accepted(data)) if line.strip()]
