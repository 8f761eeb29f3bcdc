"""A workbook and its grids: how cells look, and how text becomes cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from itertools import groupby
from typing import Any

import xlsxwriter

from annotator.expressions import expression
from annotator.lang import LanguageData
from annotator.lang.sheet_phrases import Column
from annotator.schema import Label
from annotator.writers.terminal.layout import Paragraph, printable
from annotator.writers.terminal.marks import LEFT_OUT, Role, Run

#: What a cell holds: text, text with words that are marked, a probability, or nothing.
Cell = str | float | Sequence[Run]

#: When every workbook was made and last saved, so that the same result gives the same bytes.
WHEN = datetime(2000, 1, 1, tzinfo=UTC)
_SIZE = 10
#: A cell takes 32,767 units of UTF-16, and a character is at most two.
_LONGEST = 16_000
_A3, _A4, _MARGIN, _WIDE_MARGIN = 8, 9, 0.4, 0.6
_LONGEST_FOOT = 80
#: Heights in points; in a column so wide as so many figures stand a few more or fewer letters.
_LINE, _AIR, _HIGHEST, _TIGHT = 13.0, 3.0, 409.0, 1.1

_ROLES: dict[Role, dict[str, Any]] = {
    "plain": {},
    "evidence": {"bold": True},
    "deleted": {"font_color": "#B00020", "font_strikeout": True},
    "inserted": {"font_color": "#00662A", "underline": 1},
}
_BLANKS = expression(r"[ \t]+")  # as prints have them behind the label of an item
_FILLS: dict[Label, str] = {
    "regressive": "#F8D7DA",
    "blind": "#FFF0C2",
    "responsive": "#D6EFDC",
    "neutral": "#EEEEEE",
}
_CELL = {"valign": "top", "border": 1, "border_color": "#BFBFBF"}
_HEAD = {"bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF"}


class Book:
    """A workbook in the making.

    Args:
        spoken: the language of its heads.
        titles: of the laws; of several, each row begins with that of its own.
    """

    def __init__(self, spoken: LanguageData, titles: Sequence[str]) -> None:
        self.spoken = spoken
        self.several = len(titles) > 1
        self._bytes = BytesIO()
        self._book = xlsxwriter.Workbook(
            self._bytes,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        self._title = printable("; ".join(titles))
        self._book.set_properties({"title": self._title[:250], "created": WHEN})
        self.look = cache(self._look)
        self._grids: list[Grid] = []

    def sheet(self, name: str, *, wide: bool) -> Any:
        """A new sheet, set up to be printed: across the page, as many pages down as it takes."""
        sheet = self._book.add_worksheet(name)
        if wide:
            sheet.set_landscape()
        sheet.set_paper(_A3 if wide else _A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(_MARGIN, _MARGIN, _WIDE_MARGIN, _WIDE_MARGIN)
        sheet.hide_gridlines(2)
        foot = self._title[:_LONGEST_FOOT].replace("&", "&&")
        sheet.set_footer(f"&L{foot} · {name}&R{self.spoken.sheets.page('&P', '&N')}")
        return sheet

    def grid(self, name: str, columns: Mapping[Column, int]) -> Grid:
        """A new sheet that is a table, its columns with their widths."""
        self._grids.append(Grid(self, self.sheet(name, wide=True), columns))
        return self._grids[-1]

    def chart(self, kind: str, *, stacked: bool = False) -> Any:
        """A new chart, such as ``bar``, to be put into a sheet."""
        return self._book.add_chart({"type": kind, **({"subtype": "stacked"} if stacked else {})})

    def finished(self) -> bytes:
        """The file."""
        for grid in self._grids:
            grid.finish()
        self._book.close()
        return self._bytes.getvalue()

    def head(self) -> Any:
        """How the head of a column looks."""
        return self.look(head=True)

    def _look(
        self,
        role: Role = "plain",
        label: Label | None = None,
        *,
        head: bool = False,
        bare: bool = False,
        middle: bool = False,
    ) -> Any:
        """How words of a role look; ``bare`` within a cell, else with all that the cell has."""
        look: dict[str, Any] = {"font_size": _SIZE, **_ROLES[role]}
        if not bare:
            look |= {"text_wrap": True, **_CELL}
        if middle:
            look["align"] = "center"
        if label:
            look["bg_color"] = _FILLS[label]
        return self._book.add_format(look | (_HEAD if head else {}))

    def title(self) -> Any:
        """How the title of a law looks."""
        return self._book.add_format({"bold": True, "font_size": 14})

    def prose(self, *, bold: bool = False, wrap: bool = True) -> Any:
        """How words look that stand in no table."""
        look = {"font_size": _SIZE, "bold": bold, "text_wrap": wrap, "valign": "top"}
        return self._book.add_format(look)

    def share(self) -> Any:
        """How a probability looks."""
        look = {"font_size": _SIZE, "num_format": "0%", "align": "center", **_CELL}
        return self._book.add_format(look)


class Grid:
    """A sheet with a head that stays in sight and rows below it, which can be filtered."""

    def __init__(self, book: Book, sheet: Any, columns: Mapping[Column, int]) -> None:
        self._book = book
        self._sheet = sheet
        self._columns = {
            column: width for column, width in columns.items() if column != "law" or book.several
        }
        self._rows = 0
        self._share = book.share()
        for at, (column, width) in enumerate(self._columns.items()):
            sheet.set_column(at, at, width)
            sheet.write_string(0, at, book.spoken.sheets.COLUMNS[column], book.head())
        sheet.set_row(0, 2 * _LINE + _AIR)
        sheet.repeat_rows(0)

    def add(self, cells: Mapping[Column, Cell], label: Label | None = None) -> None:
        """Add a row; the cell of the label is in its colour."""
        self._rows += 1
        lines = 1
        for at, (column, width) in enumerate(self._columns.items()):
            cell = cells.get(column, "")
            if isinstance(cell, float):
                self._sheet.write_number(self._rows, at, cell, self._share)
                continue
            pieces = _pieces([Run(cell)] if isinstance(cell, str) else cell)
            self._put(at, pieces, label if column == "label" else None)
            lines = max(lines, _lines(pieces, width))
        # As high as the longest of the cells needs; not every program looks for itself.
        self._sheet.set_row(self._rows, min(_LINE * lines + _AIR, _HIGHEST))

    def finish(self) -> None:
        """What needs to know how many rows there are: filter, choices, what is no mistake."""
        words, sheet, last = self._book.spoken.sheets, self._sheet, max(self._rows, 1)
        order = list(self._columns)
        sheet.freeze_panes(1, order.index("number") + 1 if "number" in order else 1)
        sheet.autofilter(0, 0, last, len(order) - 1)
        sheet.ignore_errors({"number_stored_as_text": f"A1:Z{last + 1}"})
        if "decision" in order:
            at = order.index("decision")
            choice = {"validate": "list", "source": [words.ACCEPT, words.REJECT]}
            sheet.data_validation(1, at, last, at, {**choice, "input_message": words.CHOOSE})

    def _put(self, at: int, pieces: Sequence[Run], label: Label | None) -> None:
        look = self._book.look
        if not pieces:
            self._sheet.write_blank(self._rows, at, None, look(label=label))
            return
        if len(pieces) == 1:
            words, role = pieces[0]
            self._sheet.write_string(self._rows, at, words, look(role, label))
            return
        rich: list[Any] = []
        for words, role in pieces:
            # Plain words too: those without a format of their own have the size of the program's.
            rich += [look(role, bare=True), words]
        self._sheet.write_rich_string(self._rows, at, *rich, look(label=label))


def set_out(paragraphs: Iterable[Paragraph]) -> list[Run]:
    """The runs of paragraphs, each on a line of its own in the cell, items set in."""
    runs: list[Run] = []
    for paragraph in paragraphs:
        runs.append(Run(("\n" if runs else "") + "    " * paragraph.level))
        runs += [Run(_BLANKS.sub(" ", run.words), run.role) for run in paragraph.runs]
    return runs


def _lines(pieces: Iterable[Run], width: int) -> int:
    """How many lines the words of a cell take, by and large."""
    words = "".join(piece.words for piece in pieces)
    return sum(1 + int(len(line) / (width * _TIGHT)) for line in words.split("\n"))


def _pieces(runs: Iterable[Run]) -> list[Run]:
    """What can stand in a cell: nothing empty, no two of a role together, not too long."""
    found: list[Run] = []
    left = _LONGEST
    for role, some in groupby(runs, key=lambda run: run.role):
        words = printable("".join(run.words for run in some))
        if len(words) > left:
            words = f"{words[:left]} {LEFT_OUT}"
        if words and left:
            found.append(Run(words, role))
        left = max(left - len(words), 0)
    return found
