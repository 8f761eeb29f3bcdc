"""Columns of tables that say in other languages what one beside them says in English."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from annotator.readers.beside import are_titles, other_columns
from annotator.word.paragraphs import Cell, WordParagraph


def in_other_tongues(paragraphs: Sequence[WordParagraph]) -> set[int]:
    """Where in the text of the view the paragraphs of such columns begin, and of their titles."""
    tables: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    first: dict[int, list[str]] = defaultdict(list)
    for one in paragraphs:
        for cell in _cells(one):
            tables[cell.table][cell.column].append(one.text)
            if cell.row == 1:
                first[cell.table].append(one.text)
    others = {
        (table, column)
        for table, columns in tables.items()
        if len(columns) > 1
        for column in other_columns({at: " ".join(said) for at, said in columns.items()})
    }
    if not others:
        return set()
    titled = {table for table, _ in others if are_titles(first[table])}
    return {
        one.start
        for one in paragraphs
        for cell in _cells(one)
        if (cell.table, cell.column) in others or (cell.table in titled and cell.row == 1)
    }


def _cells(paragraph: WordParagraph) -> Iterator[Cell]:
    """The cells that a paragraph stands in, the innermost first."""
    cell = paragraph.cell
    while cell is not None:
        yield cell
        cell = cell.within
