"""The sheet to read first: which law, what was counted, what the labels mean, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from annotator.bindings.frameworks import ARTICLES, OBJECTIVES
from annotator.schema import Annotation, Label
from annotator.writers import Result
from annotator.writers.terminal.layout import printable
from annotator.writers.terminal.phrases import country_name
from annotator.writers.xlsx.book import Book

_WIDTHS = (34, 13, 13, 13, 13, 16)
_COUNTED: tuple[Label, ...] = ("regressive", "blind", "responsive")
_ALL = len(_WIDTHS) - 1
_LINE = 14.0
#: So many characters of the summary's size stand on a line across all columns.
_ACROSS = 105


def summary(book: Book, results: Sequence[Result]) -> None:
    """Add the sheet, a block for each law."""
    page = _SummaryPage(book)
    page.across(book.spoken.sheets.HOW)
    for annotation, _ in results:
        page.gap()
        _law(page, annotation)


def _law(page: _SummaryPage, annotation: Annotation) -> None:
    say, words = page.spoken.phrases, page.spoken.sheets
    law, model, card = annotation.law, annotation.model, annotation.scorecard
    page.title(law.title)
    # The name alone: a workbook is sent to others, who need not see the folders of whose it was.
    page.pair(words.FILE, f"{Path(law.source).name} · {say.clauses(card.clauses)}")
    page.pair(words.COUNTRY, country_name(annotation) or words.UNKNOWN)
    page.pair(words.READ_BY, f"{model.name} {model.version}")
    for note in law.notes:
        page.across(note)
    if card.who:
        page.gap()
        page.across(say.level(card.who))
    if annotation.warnings:
        page.gap()
        page.across(say.WARNINGS)
        for warning in annotation.warnings:
            page.across(f"{warning.where}: {warning.what} {warning.advice}")
    page.gap()
    page.heads((words.LABELS, say.CLAUSES))
    for label, meaning in say.MEANINGS.items():
        page.row((label, card.labels.get(label, 0)), label, beside=meaning)
    for told in (
        say.reviewed(card.review) if card.review else "",
        say.answered(card.met) if card.met else "",
    ):
        if told:
            page.across(told)
    issues = {say.issue(name): counts for name, counts in card.issues.items()}
    _counted(page, words.ISSUES, issues)
    for title, counts, names in (
        (say.OBJECTIVES, card.objectives, OBJECTIVES),
        (say.ARTICLES, card.articles, ARTICLES),
    ):
        named = {f"{at}  {names.get(int(at), '')}": labels for at, labels in counts.items()}
        _counted(page, title, named)


def _counted(page: _SummaryPage, title: str, counts: dict[str, dict[str, int]]) -> None:
    """Clauses by what they are on and by label."""
    if not counts:
        return
    page.gap()
    page.heads((title, *_COUNTED))
    for name, labels in counts.items():
        page.row((name, *(labels.get(label, 0) or "·" for label in _COUNTED)))


class _SummaryPage:
    """A sheet that is written from the top down."""

    def __init__(self, book: Book) -> None:
        self.spoken = book.spoken
        self._book = book
        self._sheet: Any = book.sheet(self.spoken.sheets.SUMMARY, wide=False)
        self._at = 0
        for at, width in enumerate(_WIDTHS):
            self._sheet.set_column(at, at, width)

    def gap(self) -> None:
        """Leave a row empty."""
        self._at += 1

    def title(self, words: str) -> None:
        """A line in large letters."""
        self._sheet.write_string(self._at, 0, printable(words), self._book.title())
        self._at += 1

    def across(self, words: str) -> None:
        """Words over the whole width, in as many lines as they take."""
        look = self._book.prose()
        self._sheet.set_row(self._at, _LINE * (1 + len(words) // _ACROSS))
        self._sheet.merge_range(self._at, 0, self._at, _ALL, printable(words), look)
        self._at += 1

    def pair(self, name: str, words: str) -> None:
        """A name, and beside it what is said of it."""
        self._sheet.write_string(self._at, 0, name, self._book.prose(bold=True))
        self._sheet.write_string(self._at, 1, printable(words), self._book.prose(wrap=False))
        self._at += 1

    def heads(self, names: Sequence[str]) -> None:
        """The head of a table."""
        for at, name in enumerate(names):
            self._sheet.write_string(self._at, at, name, self._book.look(head=True, middle=at > 0))
        self._at += 1

    def row(
        self, cells: Sequence[str | int], label: Label | None = None, *, beside: str = ""
    ) -> None:
        """A row of a table, its first cell in the colour of a label, and words beside it."""
        for at, cell in enumerate(cells):
            look = self._book.look(label=None if at else label, middle=at > 0)
            if isinstance(cell, int):
                self._sheet.write_number(self._at, at, cell, look)
            else:
                self._sheet.write_string(self._at, at, printable(cell), look)
        if beside:
            self._sheet.write_string(self._at, len(cells), beside, self._book.prose(wrap=False))
        self._at += 1
