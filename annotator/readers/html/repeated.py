"""Rows of a table that are its head once more: so it was printed on the next page."""

from __future__ import annotations

from collections.abc import Collection

from lxml import etree

from annotator.readers.html.columns import CELLS, rows_of
from annotator.readers.html.site import text_of
from annotator.readers.html.tree import Tree

_FEWEST = 2


def repeated_heads(
    tree: Tree, law: etree._Element, away: Collection[etree._Element]
) -> set[etree._Element]:
    """The rows that say, cell by cell, what the first row of their table says.

    Args:
        tree: of the page.
        law: the element that holds the law.
        away: what of that is none of it.
    """
    found: set[etree._Element] = set()
    for table in law.iter("table"):
        rows = [row for row in rows_of(table) if row not in away]
        head = _said(tree, rows[0], away) if rows else ()
        if sum(any(map(str.isalpha, words)) for words in head) < _FEWEST:
            continue
        # Right below, it is a row of its own that says the same.
        found.update(row for row in rows[2:] if _said(tree, row, away) == head)
    return found


def _said(tree: Tree, row: etree._Element, away: Collection[etree._Element]) -> tuple[str, ...]:
    return tuple(text_of(tree, cell, away) for cell in row.iterchildren(*CELLS))
