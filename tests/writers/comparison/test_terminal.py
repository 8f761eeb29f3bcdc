"""The comparison at a terminal."""

from __future__ import annotations

import io

from annotator.writers.comparison.terminal import is_untouched
from tests.writers.comparison.made import comparison, written
from tests.writers.golden import check


def test_the_whole_of_it() -> None:
    check("comparison.txt", written("terminal"))


def test_no_line_is_longer_than_eighty_columns() -> None:
    assert max(map(len, written("terminal").decode().splitlines())) <= 80


def test_a_law_steers_no_terminal() -> None:
    assert "\x1b" not in written("terminal", comparison("\x1b[2J")).decode()


def test_it_is_known_again() -> None:
    assert is_untouched(io.BytesIO(written("terminal")))
    assert not is_untouched(io.BytesIO(b"My notes on two versions compared: the Act\n"))
    assert not is_untouched(io.BytesIO(b"1. This Act may be cited as the Ferries Act.\n"))
