"""The rows of a table within a section, which are numbered as sections are.

``Item<TAB>Kind of vehicle<TAB>Amount``, and ``2<TAB>Car<TAB>$4`` below it.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.segmenter.lines.line import Line

_COLUMN = expression(r"\s*\t\s*|\s{3,}")
_NUMBER = expression(r"\d{1,3}\.?")
#: So many columns make a table.
_FEWEST = 2


def rows_of_tables(lines: Sequence[Line], words: StructureWords) -> set[int]:
    """The lines that are rows of a table over whose numbers stands what they count.

    Each row begins with the number behind the one above, and a cell may go on below its row.
    """
    found: set[int] = set()
    for i, line in enumerate(lines):
        if line.furniture or not line.text.startswith(words.counted_in_tables):
            continue
        head = _COLUMN.split(line.text)
        if len(head) >= _FEWEST and head[0].rstrip(".") in words.counted_in_tables:
            found |= _rows(lines, i + 1, len(head), words)
    return found


def _rows(lines: Sequence[Line], first: int, width: int, words: StructureWords) -> set[int]:
    """The rows of the table of ``width`` columns that begins in line ``first``, counted from 1."""
    rows: set[int] = set()
    for i in range(first, len(lines)):
        cells = _COLUMN.split(lines[i].text)
        if len(cells) < _FEWEST or cells[0].rstrip(".") in words.counted_in_tables:
            break
        if _NUMBER.fullmatch(cells[0]):
            counted_on = int(cells[0].rstrip(".")) == len(rows) + 1 and len(cells) >= width
            # Behind a gap that no row had before it the next section begins.
            parted = rows and lines[i].gap and not lines[min(rows)].gap
            if not counted_on or parted:
                break
            rows.add(i)
    return rows if len(rows) > 1 else set()
