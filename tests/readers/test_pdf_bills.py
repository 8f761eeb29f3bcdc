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
BILLS = {
    "BB-2016-immigration-amendment-bill": (
        "1:11 2:64 3:554 4:140 5:25",
        "df1f525d07fa54f9",
    ),
    "BB-2018-immigration-amendment-bill": (
        "1:11 2:256 3:210 4:214 5:335 6:24",
        "83ea054730ce48f5",
    ),
    "BB-2019-caricom-skilled-nationals-amendment-bill": (
        "1:16 2:21 2(a):7 2(b):755 2(c):25 3:37 4:162 5:282 6:203 7:10 8:34 9:39 10:56 "
        "11:72 12:344 13(1):88 13(2):191 14:28",
        "90ca3239e1e45754",
    ),
    "BB-2020-employment-discrimination-bill": (
        "1:13 2(1):3 2(1):18 2(1):11 2(1):20 2(1):5 2(1):34 2(1):10 2(1):65 2(1):26 "
        "2(1):18 2(1):18 2(1):24 2(1):26 2(1):25 2(1):37 2(1):125 2(1):16 2(1):18 2(1):10 "
        "2(1):18 2(2):38 2(3):51 3(1):165 3(2):82 3(3):128 3(4):94 4(1):53 4(2):64 "
        "4(3):17 5:73 6:44 7(1):89 7(2):140 8(1):32 8(2):44 8(3):23 8(4):139 9(1):51 "
        "9(2):97 10(1):19 10(2):55 11:40 12:100 13:59 14:148 15:81 16(1):227 16(2):66 "
        "16(3):23 16(4):49 17(1):38 17(2):22 17(3):12 18:17 19:75 20:52 21:29 22:25 23:35 "
        "24(1):33 24(2):34 24(3):67 24(4):48 24(5):43 25:38 26:81 27(1):36 27(2):43 "
        "28(1):22 28(2):25 29:54 30(1):19 30(2):24 31:42 32:169 33:37 34(1):18 34(2):51 "
        "34(3):9 35(1):67 35(2):17 35(3):31 35(4):9 36(1):71 36(2):31 37(1):63 37(2):82 "
        "37(3):33 38:11 39:24 40:13",
        "75cc6f71181a54ee",
    ),
    "BB-2020-remote-employment-bill": (
        "1:11 2:6 2:11 2:31 3:98 4:37 5(1):12 5(2):31 6:32 7:25 8:21 9:34",
        "92f2e675761b442f",
    ),
}
SCANS = ("BB-2018-immigration-amendment-no2-bill", "BB-2019-immigration-amendment-bill")

pytestmark = pytest.mark.skipif(not WORLD.is_dir(), reason="the real laws are not on this machine")


def _sections(path: Path) -> list[tuple[str, str]]:
    """The number and the words of each clause above the schedules."""
    clauses = segment(read(path).text).clauses
    told = ((c.number.partition(" “")[0], " ".join(c.text.split())) for c in clauses)
    return [(number, words) for number, words in told if number[0].isdigit()]


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
