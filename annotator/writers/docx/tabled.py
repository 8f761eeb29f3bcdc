"""New provisions of a law that is set as a table: rows like those of their neighbours.

Of a row one cell holds the number, one the words, and perhaps one the heading; or the number stands
before the words, a provision a row. Where subsections are paragraphs of one cell they stay that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from annotator.word.paragraphs import WordParagraph
from annotator.writers.docx.models import Models, PrintedNumber, label_of, labels_of
from annotator.writers.docx.new import NewParagraph, NewRow

#: So many rows back the like of a new one is looked for.
_FAR = 120


@dataclass(frozen=True)
class _TableRow:
    """What stands where in a row, as places of paragraphs; ``number`` is that printed in it."""

    number: PrintedNumber
    numbered: int
    heading: int | None = None
    words: int | None = None
    inline: bool = False


@dataclass
class _Wanted:
    """Lines still to be set, and the rows that were made of others."""

    lines: list[str]
    rows: list[NewRow] = field(default_factory=list)
    counted: list[str] = field(default_factory=list)


class Tabled:
    """The rows of the tables of a document as models of new ones.

    Args:
        paragraphs: of the view.
        models: of paragraphs.
    """

    def __init__(self, paragraphs: Sequence[WordParagraph], models: Models) -> None:
        self._paragraphs = paragraphs
        self._models = models
        self._tables: dict[int, list[list[int]]] = {}

    def last_of_row(self, anchor: int) -> int:
        """The last paragraph of the row that one stands in."""
        rows, at = self._rows(anchor)
        return rows[at][-1]

    def new(
        self, anchor: int, lines: Sequence[str], titles: Collection[int]
    ) -> tuple[list[NewRow], list[str]] | None:
        """Rows for lines that follow a paragraph, and the numbers that they bear untyped.

        Args:
            anchor: the paragraph.
            lines: their words, each with its number; a heading may stand before them.
            titles: the paragraphs that are headings of sections.

        Returns:
            None where the lines belong into paragraphs: outside of tables, and where the rows of
            this one do not hold such provisions.
        """
        if self._paragraphs[anchor].cell is None:
            return None
        wanted = _Wanted(list(lines))
        heading = ""
        if len(lines) > 1 and label_of(lines[0]) is None and label_of(lines[1]) is not None:
            heading = wanted.lines.pop(0)
        while wanted.lines:
            if not self._set_row(anchor, wanted, heading, titles):
                return None
            heading = ""
        return wanted.rows, wanted.counted

    def _set_row(self, anchor: int, wanted: _Wanted, heading: str, titles: Collection[int]) -> bool:
        """Make a row of the next line, or of its number alone; not where none is like it."""
        line = wanted.lines[0]
        label = label_of(line)
        model = self._like(anchor, label, titles) if label else None
        if label is None or model is None or bool(heading) != (model.heading is not None):
            return False
        wanted.lines.pop(0)
        if model.inline:
            (made,), counted = self._models.new(anchor, [line])
            wanted.rows.append(NewRow(model.numbered, {model.numbered: (made,)}))
            wanted.counted += counted
            return True
        number = self._models.number(self.last_of_row(anchor), label, model.numbered)
        if not number.words:
            wanted.counted.append(label.printed)
        said: dict[int, tuple[NewParagraph, ...]] = {model.numbered: (number,)}
        if model.heading is not None:
            said[model.heading] = (NewParagraph(heading, model.heading),)
        rest = line[label.end :]
        if model.words is not None:
            said[model.words] = tuple(self._words(anchor, model.words, rest, wanted, titles))
        wanted.rows.append(NewRow(model.numbered, said))
        if model.words is None and rest:
            if label_of(rest) is not None:
                wanted.lines.insert(0, rest)
                return True
            return self._set_unnumbered(anchor, wanted, rest, titles)
        return True

    def _set_unnumbered(
        self, anchor: int, wanted: _Wanted, words: str, titles: Collection[int]
    ) -> bool:
        """Make a row of words that bear no number; not where the table has no row of words."""
        rows, at = self._rows(anchor)
        for row in range(at, max(at - _FAR, -1), -1):
            model = self._row(rows[row], titles)
            if model is not None and model.heading is None and model.words is not None:
                counts = bool(self._paragraphs[model.numbered].label)
                blank = NewParagraph("", model.numbered, types=counts)
                said = {model.words: (NewParagraph(words, model.words),)}
                wanted.rows.append(NewRow(model.numbered, said | {model.numbered: (blank,)}))
                return True
        return False

    def _words(
        self,
        anchor: int,
        at: int,
        first: str,
        wanted: _Wanted,
        titles: Collection[int],
    ) -> Iterator[NewParagraph]:
        """The paragraphs of the cell of words: the rest of a line, and those without a row."""
        lines = [first]
        while wanted.lines and not self._has_row(anchor, wanted.lines[0], titles):
            lines.append(wanted.lines.pop(0))
        inside = self._of_cell(at)
        for line in lines:
            label = label_of(line)
            like = next((one for one in inside if _alike(self._models.label(one), label)), at)
            if label is None:
                flush = self._models.label(like) is not None
                yield NewParagraph(line, like, flush=flush)
            else:
                yield self._models.typed(line, like)

    def _has_row(self, anchor: int, line: str, titles: Collection[int]) -> bool:
        label = label_of(line)
        return label is not None and self._like(anchor, label, titles) is not None

    def _of_cell(self, at: int) -> list[int]:
        cell = self._paragraphs[at].cell
        rows, row = self._rows(at)
        return [one for one in rows[row] if self._paragraphs[one].cell == cell]

    def _like(self, anchor: int, label: PrintedNumber, titles: Collection[int]) -> _TableRow | None:
        """The nearest row before that holds a provision with such a number."""
        rows, at = self._rows(anchor)
        for row in range(at, max(at - _FAR, -1), -1):
            found = self._row(rows[row], titles)
            if found is None or not _alike(found.number, label):
                continue
            if not found.inline or self._is_series(rows, row, titles):
                return found
        return None

    def _row(self, paragraphs: Sequence[int], titles: Collection[int]) -> _TableRow | None:
        """What stands where in a row that has a number; None where there is none."""
        shown = [at for at in paragraphs if self._printed(at)]
        if not shown:
            return None
        first, number = shown[0], self._models.label(shown[0])
        if number is None:
            return None
        column = self._column(first)
        others = [at for at in shown[1:] if self._column(at) != column]
        if _is_number(self._printed(first)):
            if len(shown) - len(others) > 1 or not others:
                return None
            heading = next((at for at in others if at in titles), None)
            beside = None if heading is None else self._column(heading)
            words = next((at for at in others if self._column(at) != beside), None)
            return _TableRow(number, first, heading, words)
        numbers = sum(_alike(self._models.label(at), number) for at in shown)
        return None if others or numbers > 1 else _TableRow(number, first, inline=True)

    def _is_series(self, rows: list[list[int]], at: int, titles: Collection[int]) -> bool:
        """Whether the row beside one holds a provision as well: else cells hold many."""
        beside = [self._row(rows[row], titles) for row in (at - 1, at + 1) if 0 <= row < len(rows)]
        return any(one is not None and one.inline for one in beside)

    def _column(self, at: int) -> int:
        cell = self._paragraphs[at].cell
        return cell.column if cell else 0

    def _printed(self, at: int) -> str:
        one = self._paragraphs[at]
        return f"{one.label} {one.text}".strip()

    def _rows(self, anchor: int) -> tuple[list[list[int]], int]:
        """The rows of the table of a paragraph, as places of paragraphs, and which is its own."""
        cell = self._paragraphs[anchor].cell
        assert cell is not None  # noqa: S101  # for mypy
        if not self._tables:
            for at, one in enumerate(self._paragraphs):
                if one.cell is not None:
                    rows = self._tables.setdefault(one.cell.table, [])
                    rows += [[] for _ in range(one.cell.row - len(rows))]
                    rows[one.cell.row - 1].append(at)
        return self._tables[cell.table], cell.row - 1


def _alike(one: PrintedNumber | None, other: PrintedNumber | None) -> bool:
    return one is not None and other is not None and one.shape == other.shape


def _is_number(printed: str) -> bool:
    """Whether nothing but a number stands there."""
    return sum(one.end for one in labels_of(printed)) == len(printed)
