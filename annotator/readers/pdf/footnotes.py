"""Footnotes: the small lines at the foot of a page that the mark of a note opens."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from annotator.expressions import expression
from annotator.readers.pdf.rows import PrintedLine

FOOTNOTE = "footnote"
#: Footnotes are so much smaller than the body, and begin with a mark.
_SMALL = 0.93
_MARK = expression(r"[\[(]?(\d{1,3}|[*†‡§¶]{1,3})[\])]?(?=[\s.A-Z“\"])")


def body_size(pages: Iterable[Iterable[PrintedLine]]) -> float:
    """The size in which most letters of the law are set."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            if not line.kind:
                sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def mark_footnotes(pages: Sequence[Sequence[PrintedLine]]) -> None:
    """Set ``kind`` on the small lines at the foot of pages that a mark opens."""
    usual = body_size(pages)
    went_on = False
    for page in pages:
        marked = False
        columns: dict[int, list[PrintedLine]] = defaultdict(list)
        for line in page:
            if not line.kind:
                columns[line.column].append(line)
        called = _called(page)
        for lines in columns.values():
            first = _first_of(lines, usual, called, went_on)
            for line in lines[first:]:
                line.kind, marked = FOOTNOTE, True
        went_on = marked


def is_note(line: PrintedLine, page: Sequence[PrintedLine], usual: float) -> bool:
    """Whether a small line begins with the number of a note that the page calls."""
    mark = _MARK.match(line.text)
    if mark is None or line.size > _SMALL * usual:
        return False
    return mark[1] in _called(page)


def _called(page: Iterable[PrintedLine]) -> set[str]:
    """The marks of notes that a page calls, without their brackets."""
    return {line.text[a:b].strip("()[],") for line in page for a, b in line.marks}


def _first_of(lines: Sequence[PrintedLine], usual: float, called: set[str], went_on: bool) -> int:
    """The first line of the footnotes of a column; behind its last one where it has none."""
    first = found = len(lines)
    while first and lines[first - 1].size <= _SMALL * usual and not lines[first - 1].cells:
        first -= 1
        line = lines[first]
        mark = _MARK.match(line.text)
        if line.noted or (mark and (mark[1] in called or not mark[1].isdigit())):
            found = first
    if first == 0 and not went_on:
        # All of the column is small: a schedule, or the notes of a page that has no more.
        return len(lines)
    return first if found < len(lines) and went_on else found
