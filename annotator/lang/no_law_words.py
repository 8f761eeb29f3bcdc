"""The words by which a language knows what is no law: letters, statements, pages of errors."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class NoLawWords:
    """The words by which is known what is no law."""

    #: The beginning of a line that opens a letter, and of one that closes it.
    letter: re.Pattern[str]
    closes_a_letter: re.Pattern[str]
    #: The whole of a line over a statement to the press, minutes, a fact sheet.
    statement: re.Pattern[str]
    #: What nearly every section of a law has a word of.
    binds: re.Pattern[str]
    #: The whole of the first line of a page that a site shows in place of one that it has not.
    error_page: re.Pattern[str]
