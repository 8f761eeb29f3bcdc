"""Pages whose classes say what opens and what is a title: those of EUR-Lex, of legislation.gov.uk.

Their paragraphs stand one behind the other (``oj-ti-art``, ``LegP2No``); what opens a provision of
a rank ends all that are of its rank or a lesser one. Only points are set in one another, as tables
or grids of a number and its words. Of them the elements of Akoma Ntoso are made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from lxml import etree

from annotator.expressions import expression
from annotator.readers.flow import DASHES, LABEL
from annotator.readers.html.made import Made
from annotator.readers.html.page import Page
from annotator.readers.html.site import classes, text_of
from annotator.readers.html.tree import BLOCKS, is_words, place_of
from annotator.readers.traced import Piece, made, words_in

UNIT, ITEM, POINT = 20, 21, 40
_NUMBER = expression(r"\s*\d{1,3}[a-z]{0,2}\.(?=\s|\Z)")
#: What legislation.gov.uk sets beside one another: a number, and its words.
_CELL = "LegDS"
_ROWS = ("thead", "tbody", "tfoot")
#: A section of so many elements says something.
_MOST_SILENT = 30


class Opens(NamedTuple):
    """What an element begins: its name in Akoma Ntoso, and its rank; titles have none."""

    tag: str
    rank: int = 0


TITLE, UNIT_TITLE, CROSS = Opens("heading"), Opens("title"), Opens("crossHeading")
DIVISION, END = Opens("division", 6), Opens("conclusions", 1)
ANNEX, REFERENCE = Opens("attachment", 1), Opens("container")


def patterns(opens: Mapping[str, Opens]) -> list[tuple[re.Pattern[str], Opens]]:
    """What classes open, by what they are called."""
    return [(expression(name), what) for name, what in opens.items()]


class FlatLaw(Made):
    """The elements that are made of a page, as it is walked."""

    opens: list[tuple[re.Pattern[str], Opens]]

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._meanings: dict[str, Opens | None] = {}
        self.root = etree.Element("act")
        #: What is open, outermost first, with its rank: the front of the law, later its body.
        self._open = [(0, etree.SubElement(self.root, "preface"))]
        self._at = self._top
        self._in_line = False  # within a number, a title, a cell
        self._title: etree._Element | None = None  # it stands before the number of its section
        self._splits = False  # whether the next words begin with the number of a paragraph
        self._numbered: etree._Element | None = None  # a line of which only the number is said
        self._walk(page.law)
        self._forget_title()

    # The walk

    def _walk(self, element: etree._Element) -> None:
        for child in element:
            if is_words(child):
                self._words(self._page.tree.words(child))
            elif child in self._page.away:
                self.leave_out()
            else:
                self._one(child)

    def _one(self, element: etree._Element) -> None:
        """Make what an element is."""
        opens = self._opens(element)
        if element.tag == "q":
            self._words([made("“", (), place_of(element))])
            self._walk(element)
            self._words([made("”", (), place_of(element))])
        elif self._in_line or element.tag == "br":
            if element.tag in BLOCKS or element.tag == "br":
                etree.SubElement(self._at, "br")
            self._walk(element)
            if (opens is not None and opens.rank) or _CELL in classes(element):
                self._words([made(" ", (), place_of(element))])
        elif self._is_quoted(element):
            self._quoted(element)
        elif opens is not None:
            self._begin(element, opens)
        elif points := self._points(element):
            for number, words in points:
                self._point(number, words)
        elif element.tag == "table":
            self._table(element)
        elif element.tag in BLOCKS:
            self._block(element)
        else:
            self._walk(element)

    def _opens(self, element: etree._Element) -> Opens | None:
        return next(filter(None, map(self._meaning, classes(element))), None)

    def _meaning(self, called: str) -> Opens | None:
        """What a class opens; asked once of each, for a page has few."""
        if called not in self._meanings:
            found = (what for pattern, what in self.opens if pattern.fullmatch(called))
            self._meanings[called] = next(found, None)
        return self._meanings[called]

    def _begin(self, element: etree._Element, opens: Opens) -> None:
        if opens is END:
            self._close(1)
            self._forget_title()
            self._open.append((1, etree.SubElement(self._top, opens.tag)))
            self._line(element, etree.SubElement(self._top, "p"))
        elif opens is REFERENCE:
            self._line(element, etree.SubElement(etree.SubElement(self._top, opens.tag), "heading"))
        elif opens is CROSS:
            self._close(UNIT)
            self._line(element, etree.SubElement(self._top, opens.tag))
        elif opens is TITLE:
            self._line(element, etree.SubElement(self._top, "heading"))
        elif opens is UNIT_TITLE:
            self._forget_title()
            title = etree.Element("heading")
            self._line(element, title)
            rank, top = self._open[-1]
            if rank == UNIT and top.find("heading") is None and not self._said_in(top):
                top.append(title)
            else:
                self._title = title
        else:
            self._push(opens)
            self._line(element, etree.SubElement(self._top, "num"))

    def _push(self, opens: Opens) -> None:
        """Begin a provision, and end those of its rank or a lesser one."""
        self._close(1 if self._top.tag == END.tag else opens.rank)
        if len(self._open) == 1 and self._top.tag == "preface":
            self._open = [(0, etree.SubElement(self.root, "body"))]
        if opens.rank < UNIT:
            self._forget_title()
        above = self._top
        self._open.append((opens.rank, etree.SubElement(above, opens.tag)))
        if opens.rank == UNIT and self._title is not None:
            self._top.append(self._title)
            self._title = None
        self._at = self._top

    def _close(self, rank: int) -> None:
        while len(self._open) > 1 and self._open[-1][0] >= rank:
            self._open.pop()
        self._at = self._top

    @property
    def _top(self) -> etree._Element:
        return self._open[-1][1]

    def _forget_title(self) -> None:
        """What was no title of a section is a heading over what follows."""
        if self._title is not None:
            self._title.tag = "crossHeading"
            self._top.append(self._title)
            self._title = None

    def _said_in(self, unit: etree._Element) -> bool:
        """Whether anything stands in a section but its number and its title."""
        held = list(islice(unit, _MOST_SILENT))
        return len(held) == _MOST_SILENT or any(map(self._says, held))

    def _says(self, element: etree._Element) -> bool:
        told = [self.tail(element)]
        if element.tag not in ("num", "heading"):
            told += [self.text(held) for held in element.iter()]
        return any(words_in(pieces).strip() for pieces in told)

    def _line(self, element: etree._Element, line: etree._Element) -> None:
        """All words of an element on a line of one that is made."""
        outer, self._in_line = self._in_line, True
        self._at = line
        self._walk(element)
        self._in_line = outer
        self._at = self._top

    def _block(self, element: etree._Element) -> None:
        """A line, which goes on the one before where that says a number alone."""
        numbered, self._numbered = self._numbered, None
        goes_on = numbered is not None and next(self._top.iterchildren(reversed=True)) is numbered
        line = etree.SubElement(self._top, "p") if numbered is None or not goes_on else numbered
        self._at = line
        if mark := self._mark_of(element):
            self._words([made(f"{mark} ", (), place_of(element))])
            self._numbered = line
        if self._is_number(element):
            self._line(element, line)
            self._at = line
            self._words([made(" ", (), place_of(element))])
            self._numbered = line
        else:
            self._walk(element)
        self._at = self._top

    def _mark_of(self, element: etree._Element) -> str:
        """What a browser shows before an element of a list."""
        return self._page.markers.get(element, "")

    def _is_number(self, element: etree._Element) -> bool:
        """Whether an element of its own holds the number of the words behind it."""
        return False

    def _table(self, element: etree._Element) -> None:
        """The rows of a table; what stands in it and in no row has a line of its own."""
        for child in element:
            if child in self._page.away:
                self.leave_out()
            elif is_words(child):
                self._at = etree.SubElement(self._top, "p")
                self._words(self._page.tree.words(child))
            elif child.tag == "tr":
                row = etree.SubElement(self._top, "tr")
                for cell in child:
                    if cell in self._page.away or self._is_blank(cell):
                        continue
                    self._at = etree.SubElement(row, "td")
                    if is_words(cell):
                        self._words(self._page.tree.words(cell))
                    else:
                        self._line(cell, self._at)
            elif child.tag in _ROWS:
                self._table(child)
            else:
                self._line(child, etree.SubElement(self._top, "p"))
        self._at = self._top

    # Points

    def _points(self, element: etree._Element) -> list[tuple[etree._Element, etree._Element]]:
        """The numbers and the words of the points that a table or a grid is; none if it is none."""
        grid = "grid-container" in classes(element)
        if element.tag != "table" and not grid:
            return []
        rows = [element] if grid else list(_rows(element))
        found = []
        for row in rows:
            if self._is_blank(row):
                continue
            cells = [one for one in row if one not in self._page.away and self._says_words(one)]
            # Words beside the cells, and other words than these in a row, make it a table.
            if len(cells) != 2 or any(map(is_words, cells)):
                return []
            number = self._said(cells[0], 12)
            if not (LABEL.fullmatch(number) or number in DASHES):
                return []
            found.append((cells[0], cells[1]))
        return found

    def _is_blank(self, element: etree._Element) -> bool:
        """Whether it is the blanks between two tags."""
        return is_words(element) and not words_in(self._page.tree.words(element)).strip()

    def _says_words(self, cell: etree._Element) -> bool:
        """Whether a cell, or what stands beside the cells, says anything."""
        return not self._is_blank(cell) and (is_words(cell) or bool(self._said(cell, 1)))

    def _point(self, number: etree._Element, words: etree._Element) -> None:
        count = len(self._open)
        self._open.append((POINT + count, etree.SubElement(self._top, "point")))
        self._line(number, etree.SubElement(self._top, "num"))
        self._walk(words)
        del self._open[count:]
        self._at = self._top

    @property
    def _in_point(self) -> bool:
        return self._open[-1][0] >= POINT

    # Words

    def _said(self, element: etree._Element, most: int = 200) -> str:
        return text_of(self._page.tree, element, self._page.away, most)

    def _words(self, pieces: list[Piece]) -> None:
        """Go on with the words of what is made."""
        if self._splits and words_in(pieces).strip():
            self._splits = False
            pieces = self._split(pieces)
        if words_in(pieces).strip():
            self._numbered = None
        self.put(self._at, pieces)

    def _split(self, pieces: list[Piece]) -> list[Piece]:
        """Put the number that words begin with where it belongs; the words behind it."""
        words, first, last = pieces[0]
        found = _NUMBER.match(words)
        if found is None or last - first != len(words):
            return pieces
        end = found.end()
        number = etree.SubElement(self._top, "num")
        self._texts[number] = [(words[:end], first, first + end)]
        return [(words[end:], first + end, last), *pieces[1:]]

    def _is_quoted(self, element: etree._Element) -> bool:
        """Whether an element holds words of another law."""
        raise NotImplementedError

    def _quoted(self, element: etree._Element) -> None:
        last = next(self._top.iterchildren(reversed=True), None)
        if last is None or last.tag != "quotedStructure" or words_in(self.tail(last)).strip():
            # Pages have a mark at its end, but none before each of its paragraphs.
            last = etree.SubElement(self._top, "quotedStructure", endQuote="")
        self._line(element, etree.SubElement(last, "p"))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table, and what else stands in it, without those of tables within."""
    for child in table:
        if child.tag in _ROWS:
            yield from _rows(child)
        else:
            yield child
