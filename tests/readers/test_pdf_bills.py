"""Real bills as a parliament prints them: which sections, of how many words, they are cut into.

Their words are the publisher's and are not kept here: of the first words of all sections there is a
checksum, of each section the number of its words.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from annotator.errors import InputError
from annotator.readers import read
from annotator.segmenter import segment

WORLD = Path(os.environ.get("ANNOTATE_WORLD", Path(__file__).parents[3] / "shared/world")) / "raw"
BILLS = {BILLS_HERE}
SCANS = ("BB-2018-immigration-amendment-no2-bill", "BB-2019-immigration-amendment-bill")

pytestmark = pytest.mark.skipif(not WORLD.is_dir(), reason="the real laws are not on this machine")


def _sections(path: Path) -> list[tuple[str, str]]:
    """The number and the words of each clause above the schedules."""
    clauses = segment(read(path).text).clauses
    return [(c.number, " ".join(c.text.split())) for c in clauses if c.number[0].isdigit()]


def _first_words(sections: list[tuple[str, str]]) -> str:
    lines = (f"{number} {' '.join(words.split()[:4])}" for number, words in sections)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


@pytest.mark.parametrize("name", BILLS)
def test_a_bill_is_cut_into_its_sections(name: str) -> None:
    counts, first_words = BILLS[name]
    sections = _sections(WORLD / f"{name}.pdf")
    assert " ".join(f"{number}:{len(words.split())}" for number, words in sections) == counts
    assert _first_words(sections) == first_words


@pytest.mark.parametrize("name", SCANS)
def test_a_scanned_bill_is_named_as_one(name: str) -> None:
    with pytest.raises(InputError, match="is a scan: its pages are pictures without text"):
        read(WORLD / f"{name}.pdf")
