"""Columns beside a law's lines that hold none of its words.

A page in two languages sets the number of an article in the other one, too, far behind its own; a
database sets the date of each version there, and the notice that brought it in.
"""

from __future__ import annotations

from annotator.expressions import expression
from annotator.segmenter.lines.line import Line

_WIDE = expression(r"(?:\s{3,}|\t\s*)(?=\S)")
_LATIN = expression(r"[A-Za-z]")
_DATE = expression(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
#: What a database names before the date: "L.N. 12 of 1999".
_LAW = expression(r"(?=.*\d)[A-Z][\w. ]{0,12}\d[\w. ]*")
#: So many dates are a column; fewer may stand behind a signature.
_FEWEST = 3


def part_side_columns(lines: list[Line]) -> None:
    """Take such columns out of their lines: they become their margin."""
    wide = [line for line in lines if "   " in line.text or "\t" in line.text]
    dated = {id(line): at for line in wide if (at := _before_date(line.text))}
    if len(dated) < _FEWEST:
        dated = {}
    cut = {id(line): at for line in wide if (at := _before_script(line.text))} | dated
    for line in wide:
        if id(line) in cut:
            beside = line.cut_off(cut[id(line)])
            line.margin += ((beside.start, beside.end),)


def _before_script(text: str) -> int:
    """Where the last column of a line begins, if it alone is in no Latin letters; else 0."""
    if text.isascii():
        return 0
    at = _last_column(text, len(text))
    behind = text[at:]
    foreign = any(letter.isalpha() and letter > "\u0370" for letter in behind)
    return at if at and foreign and not _LATIN.search(behind) else 0


def _before_date(text: str) -> int:
    """Where the date in the last column of a line begins, or the law before it; else 0."""
    at = _last_column(text, len(text))
    if not at or not _DATE.fullmatch(text, at):
        return 0
    end = len(text[:at].rstrip())
    before = _last_column(text, end)
    return before if before and _LAW.fullmatch(text, before, end) else at


def _last_column(text: str, end: int) -> int:
    """Where the last of a line's columns begins, in the line up to ``end``; 0 where it has one."""
    return max((match.end() for match in _WIDE.finditer(text, 0, end)), default=0)
