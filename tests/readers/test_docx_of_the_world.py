"""Real laws in Word: cut as the same laws in plain text are."""

import os
from pathlib import Path

import pytest

from annotator.readers import read
from annotator.segmenter import segment
from annotator.source import Source
from annotator.word.package import Package
from annotator.word.view import WordView

#: A folder with laws as sites print them; another may be named while the program is developed.
WORLD = Path(os.environ.get("ANNOTATE_WORLD", Path(__file__).parents[2] / "shared" / "world"))
NUMBERED = WORLD / "made" / "BD-1982-emigration-ordinance-autonumbered.docx"
PLAIN = WORLD / "text" / "BD-1982-emigration-ordinance.txt"


def clauses(source: Source) -> list[str]:
    return [
        " ".join(source.text[one.start : one.end].split()) for one in segment(source.text).clauses
    ]


@pytest.mark.skipif(not NUMBERED.exists(), reason="the laws of the world are not here")
def test_a_law_that_word_numbers_has_the_clauses_of_its_plain_text() -> None:
    plain, numbered = clauses(read(PLAIN)), clauses(read(NUMBERED))
    # Three headings bear a number in Word that their sections bear once more.
    assert [words for words in numbered if words in plain] == plain
    assert len(numbered) == len(plain) + 3


@pytest.mark.skipif(not NUMBERED.exists(), reason="the laws of the world are not here")
def test_its_words_lead_back_to_their_paragraphs() -> None:
    source = read(NUMBERED)
    lines = WordView(Package(NUMBERED.read_bytes(), "law.docx")).text.split("\n")
    for clause in segment(source.text).clauses:
        region = source.region(clause.start, clause.end)
        assert region is not None
        first = lines[region.start_line - 1][region.start_column - 1 :]
        assert first.startswith(source.text[clause.start : clause.start + 12].split("\n")[0])
