"""What comes from a stranger as words on one line, which steer no terminal."""

from __future__ import annotations

import re

UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def one_line(words: str) -> str:
    r"""``words`` on one line: the name of a file may hold line breaks, too.

    >>> one_line("two\nlines\x1b[2J.txt")
    'two lines�[2J.txt'
    """
    return UNPRINTABLE.sub("\ufffd", " ".join(words.splitlines()).replace("\t", " "))
