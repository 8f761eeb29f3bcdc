"""Tables of provisions on a web page: a column of numbers, one of headings, one of their words.

In which column a table has them, what its cells hold over all rows tells, whatever their order.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from annotator.expressions import expression
from annotator.lang import language
from annotator.readers.beside import are_titles, other_columns
from annotator.readers.flow import Flow, label_alone, words_on
from annotator.readers.html.site import text_of
from annotator.readers.html.tree import Tree
from annotator.readers.traced import made

_COLUMNS = 3
#: So much of a cell is looked at; a heading is no longer than this.
_LOOKED_AT, _LONGEST_HEADING = 300, 120
_FEWEST = 2
_BARE = expression(r"\d{1,4}[A-Z]{0,3}")
_BODIES = ("thead", "tbody", "tfoot")
CELLS = ("td", "th")


class Columns(NamedTuple):
    """Which cell of a row is the number, the heading and the words of a provision."""

    number: int
    heading: int
    words: int


def columns_of(
    tree: Tree, table: etree._Element, away: Collection[etree._Element]
) -> Columns | None:
    """The columns of a table of provisions; None where it is another one."""
    rows = [
        [text_of(tree, cell, away, _LOOKED_AT).strip() for cell in cells]
        for row in rows_of(table)
        if len(cells := [one for one in row if one.tag in CELLS]) == _COLUMNS
    ]
    for number in range(_COLUMNS):
        body = rows if rows and _is_number(rows[0][number]) else rows[1:]
        numbered = [row for row in body if row[number]]
        if not _count(body, number):
            continue
        first, second = (one for one in range(_COLUMNS) if one != number)
        for heading, words in ((first, second), (second, first)):
            if _are_headings(body, heading) and _are_words(numbered, words):
                return Columns(number, heading, words)
    return None


def set_provision(flow: Flow, cells: Sequence[Flow], columns: Columns) -> bool:
    """Set a row of such a table, the heading above the number; whether it is a provision's."""
    if len(cells) != _COLUMNS:
        return False
    number, heading, words = (cells[at] for at in columns)
    said = words_on(number.lines[0]) if len(number.lines) == 1 else ""
    if not words.lines or (number.lines and not _is_number(said)):
        return False
    flow.end(gap=True)
    flow.take(heading.lines)
    flow.end(gap=True)
    if said:
        flow.put(number.lines[0])
        if _BARE.fullmatch(said):
            flow.put([made(".", number.lines[0])])
        flow.number()
    flow.take(words.lines)
    flow.end(gap=True)
    return True


def in_other_tongues(
    tree: Tree, law: etree._Element, away: Collection[etree._Element]
) -> set[etree._Element]:
    """Columns that say in other languages what one beside them says in English, with the titles."""
    found: set[etree._Element] = set()
    for table in law.iter("table"):
        columns: dict[int, list[etree._Element]] = defaultdict(list)
        for row in rows_of(table):
            cells = [one for one in row if one.tag in CELLS]
            for at, cell in enumerate(cells if len(cells) > 1 else ()):
                columns[at].append(cell)
        said = {
            at: " ".join(text_of(tree, cell, away, _LOOKED_AT) for cell in cells)
            for at, cells in columns.items()
        }
        others = other_columns(said)
        if not others:
            continue
        found |= {cell for at in others for cell in columns[at]}
        first = [cells[0] for cells in columns.values()]
        if are_titles(text_of(tree, cell, away, _LOOKED_AT) for cell in first):
            found.update(first)
    return found


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table, without those of tables within."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _BODIES:
            yield from child.iterchildren("tr")


def _is_number(said: str) -> bool:
    return bool(_BARE.fullmatch(said) or label_alone().fullmatch(said))


def _count(rows: list[list[str]], column: int) -> bool:
    """Whether the cells of a column number the rows, one after the other."""
    said = [row[column] for row in rows if row[column]]
    if not all(map(_is_number, said)):
        return False
    counted = [int(found[0]) for one in said if (found := re.search(r"\d+", one)) and one[0] != "("]
    return len(counted) >= _FEWEST and counted == sorted(counted)


def _are_headings(rows: list[list[str]], column: int) -> bool:
    finite = language("en").structure.finite
    said = [row[column] for row in rows if row[column]]
    return bool(said) and all(
        len(one) <= _LONGEST_HEADING and one[0].isupper() and not finite.search(one) for one in said
    )


def _are_words(rows: list[list[str]], column: int) -> bool:
    """Whether most of the numbered cells say something, as provisions do."""
    finite = language("en").structure.finite
    said = sum(bool(finite.search(row[column])) or row[column][-1:] == "—" for row in rows)
    return 2 * said > len(rows)
