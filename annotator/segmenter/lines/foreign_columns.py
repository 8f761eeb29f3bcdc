"""The law in another language, printed beside it in a column of its own.

Where a plain text keeps the two columns by blanks, each row holds a piece of both. The column in
the other language is cut off: its articles are those of the law once more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from annotator.expressions import expression
from annotator.lang.recognition import is_english, other_language, words_of
from annotator.segmenter.lines.line import Line

_GAP = expression(r" {2,}(?=\S)")
#: So many rows of both columns, and so great a part of the lines from the first to the last.
_FEWEST, _MOST_ROWS = 6, 0.6


def part_foreign_column(lines: Sequence[Line]) -> None:
    """Take the column in another language out of the rows: it becomes their margin."""
    wide = [i for i, line in enumerate(lines) if "  " in line.text]
    if len(wide) < _FEWEST:
        return
    begins = Counter(
        lines[i].column + gap.end() for i in wide for gap in _GAP.finditer(lines[i].text)
    )
    column, count = begins.most_common(1)[0] if begins else (0, 0)
    if count < _FEWEST:
        return
    rows = [(line, at) for i in wide if (at := _cut_at(line := lines[i], column))]
    stretch = wide[-1] - wide[0] + 1
    if len(rows) < _MOST_ROWS * stretch:
        return
    left = words_of(" ".join(line.text[:at] for line, at in rows))
    right = words_of(" ".join(line.text[at:] for line, at in rows))
    within = lines[wide[0] : wide[-1] + 2]
    if is_english(left) and _is_foreign(right):
        for line, at in rows:
            beside = line.cut_off(at)
            line.margin += ((beside.start, beside.end),)
        for line in within:
            line.furniture = line.furniture or line.column >= column
    elif is_english(right) and _is_foreign(left):
        for line, at in rows:
            line.margin += ((line.start, line.start + len(line.text[:at].rstrip())),)
            line.text, line.start, line.column = line.text[at:], line.start + at, column
        for line in within:
            line.furniture = line.furniture or line.column + len(line.text) < column


def _is_foreign(words: Sequence[str]) -> bool:
    """Whether words are plainly in another language."""
    return not is_english(words) and bool(other_language(words))


def _cut_at(line: Line, column: int) -> int:
    """Where in a line the other column begins; 0 where it holds none of it."""
    at = column - line.column
    return at if 0 < at < len(line.text) and line.text[at - 2 : at] == "  " else 0
