"""Numbers beside their words, as converters of PDFs write them, and what only looks like one."""

from pathlib import Path

import pytest

from annotator import read
from annotator.readers.displaced import with_numbers_in_place
from annotator.readers.traced import Traced
from annotator.segmenter import segment

LAW = """The Wells Act

Short title

1.

This Act may be cited as the Wells Act.

Keepers

A keeper of a well that is open to travellers must
2.
light a lamp beside it every evening at dusk.

Licences

3.
form set out by the Reeve, be granted a licence.

A person who wishes to keep a well may, upon a request in the

The fee for a licence is

(a)

(b)

five pounds for a well; and

one pound for a spring, or for each of several springs that
flow into one another.

Inspection

The Reeve may at any time between sunrise and sunset
4.
look into a well.
"""

CUT = [
    ("1", "Short title", "This Act may be cited as the Wells Act."),
    (
        "2",
        "Keepers",
        "A keeper of a well that is open to travellers must light a lamp beside it every "
        "evening at dusk.",
    ),
    (
        "3",
        "Licences",
        "A person who wishes to keep a well may, upon a request in the form set out by the Reeve, "
        "be granted a licence. The fee for a licence is (a) five pounds for a well; and (b) one "
        "pound for a spring, or for each of several springs that flow into one another.",
    ),
]


@pytest.mark.parametrize("name", ["wells.md", "wells.txt"])
def test_each_number_is_read_before_its_words(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(LAW, encoding="utf-8")
    law = read(path)
    cut = segment(law.text).clauses
    rows = [(one.number, one.heading, " ".join(one.text.split())) for one in cut]
    assert rows[:3] == CUT
    assert "4. The Reeve may at any time" in law.text
    assert "numbers between or below the lines" in " ".join(law.notes)
    assert law.text.split() != LAW.split()
    assert sorted(law.text.split()) == sorted(LAW.split())  # nothing is lost, nothing comes twice


def test_words_that_were_moved_lead_back_to_their_line(tmp_path: Path) -> None:
    path = tmp_path / "wells.txt"
    path.write_text(LAW, encoding="utf-8")
    law = read(path)
    lines = LAW.split("\n")
    for words in ("2.", "A keeper of", "form set out", "A person who wishes", "one pound for"):
        at = law.text.index(words)
        region = law.region(at, at + len(words))
        assert words in lines[region.start_line - 1]


#: Lines that hold nothing but a number, or a label, and stand where they should.
IN_PLACE = {
    "labels of items above their words": (
        "A person who keeps a well that is open to travellers\n(1)\nmust light a lamp, and\n(2)\n"
        "must mend the rope.\n"
    ),
    "numbers of sections above their words": "1.\nA keeper lights a lamp.\n\n2.\nNo goat drinks.\n",
    "one is chance": (
        "A keeper of a well that is open to travellers must\n2.\nlight a lamp beside it.\n"
    ),
    "the blanks of a form": "(a)\n\n(b)\n\n(c)\n\nName of the keeper\n\nName of the well\n",
    "items of two lists in a paragraph each": (
        "A person who keeps a well that is open to travellers\n(1)\nlights a lamp, and\n(2)\n"
        "mends the rope.\n\nA person who keeps a spring that is open to travellers\n(1)\n"
        "lights a lamp, and\n(2)\nmends the wall.\n"
    ),
    "items above a heading that fills a line": (
        "Article 1\n\nThe keeper writes down:\n\n(1)\nthe name of the traveller;\n\n(2)\n"
        "the day of the visit.\n\nPower of the Reeve to look into Wells and into Springs\n\n"
        "Article 2\n\nThe Reeve asks:\n\n(1)\nwhether a lamp is lit.\n\n(2)\n"
        "whether a rope is there.\n\nClosing of Wells and of Springs that give no Water\n\n"
        "Article 3\n\nThe Reeve may close a well.\n"
    ),
    "a number of a page behind a full stop": (
        "No person may water a goat or a pig at any of the wells.\n3.\nor draw from it.\n\n"
        "No person may water a cow or a mule at any of the wells.\n4.\nor draw from it.\n"
    ),
}


@pytest.mark.parametrize("kind", IN_PLACE)
def test_what_stands_in_its_place_stays(kind: str) -> None:
    text = Traced.whole(IN_PLACE[kind])
    assert with_numbers_in_place(text) == (text, [])


@pytest.mark.parametrize("lines", ["(a)\n\n(b)\n\n", "1.\n", "(1)\nor\n", "(a)\n(b)\n\nof\n"])
def test_a_long_text_of_numbers_takes_no_long_time(lines: str) -> None:
    text = Traced.whole(lines * 50_000)
    assert with_numbers_in_place(text) == (text, [])
