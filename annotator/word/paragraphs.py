"""A paragraph as *Final* shows it, and the way back from its words to the elements of the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from annotator.word.names import BOX, GONE, W

#: A line that ends within its paragraph, and a page that does.
LINE_BREAK, PAGE_BREAK = "\v", "\f"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a paragraph that stand in one element (``w:t``, ``w:tab``, ``w:br``).

    Character for character they are what the element says, and begin at ``start`` of the text of
    the paragraph. ``index`` is that of the ``w:p`` that the element stands in. ``struck`` says that
    a line is drawn through them, by hand: for Word they are text like any other.
    """

    start: int
    words: str
    element: etree._Element
    index: int
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in a table something stands: table, row and column from 1, as they are shown.

    ``within`` is the cell that the table itself stands in, if it does; ``header`` says that the row
    is printed again on each page.
    """

    table: int
    row: int
    column: int
    within: Cell | None = None
    header: bool = False


@dataclass(frozen=True, slots=True)
class WordParagraph:
    r"""A paragraph as *Final* shows it.

    Several ``w:p`` are one where the marks between them were deleted: ``indices`` are theirs among
    all ``w:p`` of the document outside text boxes, from 1 (docx-editor's ``P1``), and ``element``
    is the one whose mark remains and whose properties it has. ``text`` has ``\v`` and ``\f`` where
    a line or a page ends in it and no ``\n``; it begins at ``start`` of the text of the view.
    ``label`` is what automatic numbering prints before it (``3.``, ``(a)``), behind which there is
    a tab, a blank or nothing (``gap``); ``level`` is that of its list, from 0. Both are no part of
    ``text``; ``by_field`` says that a field counts it, and no list. ``style`` is the name of its
    style in lower case, ``outline`` the level of a heading, from 0. ``contents`` says that it
    belongs to a table of contents.
    """

    start: int
    text: str
    pieces: tuple[Piece, ...]
    element: etree._Element
    indices: tuple[int, ...]
    style: str
    outline: int | None = None
    label: str = ""
    gap: str = ""
    level: int | None = None
    cell: Cell | None = None
    contents: bool = False
    by_field: bool = False

    @property
    def index(self) -> int:
        """That of the first ``w:p`` that words of it stand in."""
        return self.pieces[0].index if self.pieces else self.indices[-1]

    def place(self, offset: int) -> tuple[Piece, int]:
        """The piece that the character at an offset of the text stands in, and where in it.

        At the end of the text it is the end of the last piece.

        Raises:
            ValueError: there is no such place.
        """
        for piece in self.pieces:
            if piece.start <= offset < piece.start + len(piece.words):
                return piece, offset - piece.start
        if self.pieces and offset == len(self.text):
            return self.pieces[-1], len(self.pieces[-1].words)
        raise ValueError(f"no character at {offset} of {len(self.text)}")


def paragraph_elements(root: etree._Element) -> Iterator[etree._Element]:
    """All ``w:p`` of a document outside text boxes, in the order in which they are counted."""
    for paragraph in root.iter(W + "p"):
        if not any(above.tag == BOX for above in paragraph.iterancestors()):
            yield paragraph


def offset_in_element(piece: Piece, at: int) -> int:
    """Where in the ``w:p`` of a piece its character ``at`` stands, of all words and tabs in it.

    That counts what docx-editor counts: what is in ``w:t`` and ``w:tab`` and not deleted, hidden
    or not, and no line breaks, symbols and hyphens.
    """
    counted = 0
    inside = next(piece.element.iterancestors(W + "p"))
    for one in inside.iter(W + "t", W + "tab"):
        if one is piece.element:
            return counted + at
        above = list(one.iterancestors())
        if one.tag == W + "tab" and above[0].tag != W + "r":
            continue
        within = above[: above.index(inside)]
        if not any(e.tag in GONE for e in above) and all(e.tag != BOX for e in within):
            counted += 1 if one.tag == W + "tab" else len(one.text or "")
    return counted
