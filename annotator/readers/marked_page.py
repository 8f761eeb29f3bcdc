"""Laws whose markup says what is what, laid out as they are printed, and that structure beside.

Headings stand on lines of their own, a provision's words behind its number, items deeper a level::

    Release
    14 (1) An officer may order the release of
      (a) a foreign national, or

What a markup calls its elements its table says (:class:`~annotator.readers.dialect.Dialect`); how
they are walked is here, how lines are set in :mod:`annotator.readers.marked_lines`. Elements that
no table names are part of the line in which they stand.
"""

from __future__ import annotations

import re

from lxml import etree

from annotator.eids import ELEMENTS
from annotator.expressions import expression
from annotator.readers.dialect import Dialect, Level
from annotator.readers.marked_lines import NOTHING, Lines, Mark
from annotator.readers.pieces import on_one_line, put, without_blanks, words_of
from annotator.readers.traced import Piece, Traced, joined, words_in
from annotator.readers.xml_text import Worded, tag_of
from annotator.source import Markup

#: What is printed as the number of a provision is no longer.
_LONGEST_LABEL = 60
#: The marks that open and close a quotation.
_OPEN, _CLOSED = "“\"‘'«", "”\"’'»"


#: A number that stands in a heading: "4. Fees", "Article 4".
_NUMBERED = expression(
    r"((?:[^\W\d_]+\.? )?\d{1,4}[A-Z]{0,3}\.|[^\W\d_]+\.? \d{1,4}[A-Z]{0,3})(?=\s|$)"
)
_PARTS = expression(r"[\s–—:.-]+")


def set_out(xml: Worded, dialect: Dialect) -> tuple[Traced, Markup | None]:
    """The text of a law, and its structure; None where the file marks little of it."""
    page = _MarkedPage(xml, dialect)
    page.walk(xml.root)
    return page.done()


def _is_one(level: Level, label: Traced, heading: Traced) -> bool:
    """Whether a level has what makes it a provision: a number, or a name, or its own kind."""
    if level.kind == "item":
        return bool(label or level.word)
    return bool(label or heading) or level.kind == "unit" or ELEMENTS.get(level.word) == "att"


def _parted(level: Level, heading: Traced, eid: str) -> tuple[Traced, Traced]:
    """The number of a part or a section that its heading begins with, and the title behind it."""
    own = re.match(rf"{re.escape(eid.rpartition('_')[2])}(?!\w)\.?", heading.text) if eid else None
    pattern = _NUMBERED
    if level.kind == "container":
        pattern = expression(rf"({level.word} [\w.]{{0,9}}\w)(?=[\s–—:.-]|$)", re.IGNORECASE)
    found = own or pattern.match(heading.text) if level.kind in ("container", "unit") else None
    if found is None:
        return NOTHING, heading
    behind = _PARTS.match(heading.text, found.end())
    rest = behind.end() if behind else found.end()
    return heading.cut(0, found.end()), heading.cut(rest, len(heading.text))


class _MarkedPage:
    """The walk through the elements of a law."""

    def __init__(self, xml: Worded, dialect: Dialect) -> None:
        self._xml = xml
        self._dialect = dialect
        self._lines = Lines()
        self._line: list[Piece] = []  # the words that are not set yet
        self._quoting = 0
        self._opening = ""  # the mark before the next line that is quoted
        self._marks_stand = False  # whether a quotation has all its marks among its words
        self._held: list[Piece] = []  # a line that is quoted, as long as it may be the last
        self._is_closed = False  # whether what is quoted has the mark at its end
        self._number_ends = 0  # in the line that is not set yet
        self._is_quoted = False  # whether such a line goes on in the one that is not set yet

    def done(self) -> tuple[Traced, Markup | None]:
        """The text, and the structure that was marked in it."""
        self._set()
        return self._lines.done()

    # The walk

    def walk(self, element: etree._Element) -> None:
        """Set an element and all that it holds; what stands behind it is its parent's."""
        tag, dialect = tag_of(element), self._dialect
        if dialect.is_skipped(element):
            return
        level = dialect.level(element)
        is_free = self._lines.in_law and not self._quoting
        rank = dialect.leads(element) if is_free and not self._lines.in_unit() else 0
        if rank:
            self._set()
            self._lines.close_loose(rank)
        if rank and level is None:
            self._lead(element, rank)
        elif tag in dialect.quoted:
            self._quote(element)
        elif tag in dialect.cited:
            self._cite(element)
        elif level is not None and is_free:
            self._provision(element, level)
        elif tag in dialect.rows:
            self._row(element)
        elif tag in dialect.numbers:
            self._number(element.getparent(), element)
        elif tag in dialect.breaks:
            put(" ", self._line)
        elif tag in dialect.cross_headings or (
            tag in dialect.headings and is_free and not self._lines.in_unit()
        ):
            self._set()
            self._lines.heading(self._words(element))
        elif level is not None or tag in dialect.blocks or tag in dialect.headings:
            self._block(element, level)
        else:
            if tag in dialect.appended:
                self._append()
            self._flow(element)

    def _append(self) -> None:
        """What comes follows a quotation without a blank, also where it stands within it."""
        if self._quoting and self._held and not words_in(self._line).strip():
            self._line, self._held = self._held, []
            self._trim()
            put("”", self._line)
            self._is_closed = True
        self._trim()

    def _block(self, element: etree._Element, level: Level | None) -> None:
        """What stands on lines of its own."""
        tag, dialect, lines = tag_of(element), self._dialect, self._lines
        self._break()
        outer, count = lines.in_law, len(lines.open)
        lines.in_law = tag in dialect.bodies or (outer and tag not in dialect.fronts)
        if level is not None and dialect.number_of(element) is None:
            self._number(element, None)
        self._flow(element)
        self._set()
        lines.in_law = outer
        if tag in dialect.bodies:
            lines.close_to(count)

    def _lead(self, element: etree._Element, rank: int) -> None:
        """A heading over what follows it."""
        headings = self._heading_of(element) or self._words(element)
        if headings:
            depth = len(self._lines.open)
            self._lines.enter(Mark(Level("group"), depth, heading=headings, leads=rank))

    def _number(self, holder: etree._Element | None, number: etree._Element | None) -> None:
        """The number of what is no provision here, before its words on its line."""
        printed = self._words(number)
        before, behind = ("", "")
        if holder is not None:
            before, behind = self._dialect.around_number(holder, printed.text)
        if not (printed or before or behind):
            return
        put(f" {before}", self._line, self._lines.last)
        if number is not None:
            self._flow(number)
            self._trim()
        put(f"{behind} ", self._line)
        self._number_ends = len(self._line)

    def _flow(self, element: etree._Element, without: frozenset[str] = frozenset()) -> None:
        self._line += self._xml.text(element)
        for child in element:
            if tag_of(child) not in without:
                self.walk(child)
            self._line += self._xml.tail(child)

    def _trim(self) -> None:
        while self._line and not self._line[-1][0].strip():
            self._line.pop()
        if self._line:
            words, first, last = self._line[-1]
            kept = words.rstrip() or words
            cut = len(words) - len(kept) if last - first == len(words) else 0
            self._line[-1] = kept, first, last - cut

    def _provision(self, element: etree._Element, level: Level) -> None:
        self._set()
        dialect, lines = self._dialect, self._lines
        lines.close_loose()
        cited = dialect.cited_as(element)
        if level.kind == "group" and self._is_paragraph(element):
            level = Level("item")
        level = self._placed(level, cited)
        label, heading = self._label_of(element), self._heading_of(element)
        if not (label or cited):
            label, heading = _parted(level, heading, element.get("eId") or "")
        words = NOTHING
        if len(label.text) > _LONGEST_LABEL and level.kind != "container":
            # Words that an editor put into the number.
            label, words = _parted(Level("unit"), label, "")
        if not _is_one(level, label, heading):
            lines.heading(heading)
            self._flow(element, dialect.headings)
            self._set()
            return
        runs_in = level.kind == "item" and dialect.runs_in(element)
        mark = Mark(
            level,
            self._depth_of(level),
            element.get("eId") or "",
            cited,
            label,
            NOTHING if runs_in else heading,
            heading if runs_in else NOTHING,
        )
        lines.enter(mark)
        if words:
            self._line += ((words.text[a:b], first, last) for a, b, first, last in words.runs)
            self._set()
        self._flow(element, dialect.numbers | dialect.headings)
        self._set()
        lines.leave(mark)

    def _placed(self, level: Level, cited: str) -> Level:
        """What a level is where it stands: all in a section is an item, no item stands outside.

        Where the file says how it is ``cited``, its word is the file's, and a schedule may define.
        """
        within, above = self._lines.in_unit(), self._lines.open[-1:]
        if cited:
            defines = level.word == "definition" and above and above[0].level.kind == "container"
            return level if defines else self._placed(level, "")._replace(word=level.word)
        if within and level.kind in ("unit", "container"):
            return Level("item", divides=level.divides, rank=level.rank)
        if level.kind == "item" and not within:
            return Level("group" if level.word == "definition" else "unit")
        return level

    def _is_paragraph(self, element: etree._Element) -> bool:
        """Whether a group in a schedule has a title, and below it words alone."""
        above = self._lines.open[-1:]
        if not above or ELEMENTS.get(above[0].level.word) != "att":
            return False
        if not (self._dialect.has_own_words(element) and self._heading_of(element)):
            return False
        inside = (one for one in element.iter(etree.Element) if one is not element)
        return all(self._dialect.level(one) is None for one in inside)

    def _depth_of(self, level: Level) -> int:
        """In how many a provision stands; one that an editor nested too deep in what holds it."""
        ranks = [mark.level.rank for mark in self._lines.open]
        while level.rank and ranks and ranks[-1] >= level.rank:
            ranks.pop()
        return len(ranks)

    def _label_of(self, element: etree._Element) -> Traced:
        printed = self._words(self._dialect.number_of(element))
        before, behind = self._dialect.around_number(element, printed.text)
        if not (before or behind):
            return printed
        place = printed.runs.firsts[0] if printed else self._lines.last
        made = [Traced.of([(before, place, place)])] if before else []
        return joined([*made, printed, behind])

    def _words(self, element: etree._Element | None) -> Traced:
        return words_of(self._xml, self._dialect, element)

    def _heading_of(self, element: etree._Element) -> Traced:
        found = [self._words(one) for one in self._dialect.headings_of(element)]
        return joined(filter(None, found), " ")

    # Words of another law

    def _quote(self, element: etree._Element) -> None:
        """Words of another law: between marks, so that they are not taken for this one's."""
        opening, closing = self._dialect.marks(element)
        opened = self._said_last()
        self._set()
        outer = self._opening, self._marks_stand
        self._opening = "" if opened in _OPEN else "“" if opening is None else opening
        self._marks_stand = opening == closing == ""
        self._quoting += 1
        self._flow(element)
        self._set()
        self._quoting -= 1
        self._opening, self._marks_stand = outer
        if not self._held:
            return
        self._line, self._held, self._is_quoted = self._held, [], True
        if closing is None:
            closing = "" if self._is_closed else self._closing_of(element)
        self._is_closed = False
        self._trim()
        put(closing, self._line)

    def _cite(self, element: etree._Element) -> None:
        """Words of another law within a line: between marks, if there are none about them."""
        opening, closing = self._dialect.marks(element)
        said = self._words(element).text
        if said and self._said_last() not in _OPEN and said[0] not in _OPEN:
            put("“" if opening is None else opening, self._line, self._lines.last)
            self._flow(element)
            self._trim()
            put(self._closing_of(element) if closing is None else closing, self._line)
        else:
            self._flow(element)

    def _said_last(self) -> str:
        """The last character of the line."""
        return words_in(self._line).rstrip()[-1:] or " "

    def _closing_of(self, element: etree._Element) -> str:
        """The mark that closes a quotation; empty where the file has one."""
        behind = words_in(self._xml.tail(element)).lstrip()[:1] or " "
        return "" if behind in _CLOSED or self._said_last() in _CLOSED else "”"

    def _row(self, element: etree._Element) -> None:
        """A row of a table, between bars, so that its first cell is not taken for a number."""
        self._set()
        cells = [self._words(cell) for cell in element if not self._dialect.is_skipped(cell)]
        if any(cells):
            place = next(cell.runs.firsts[0] for cell in cells if cell)
            parts: list[Traced | str] = [Traced.of([("| ", place, place)])]
            for cell in cells:
                parts += [cell, " | "]
            self._lines.set_line(joined([*parts[:-1], " |"]))

    # The lines

    def _break(self) -> None:
        """Begin a new line, unless only a number stands on this one."""
        if not self._number_ends or words_in(self._line[self._number_ends :]).strip():
            self._set()

    def _set(self) -> None:
        """Set the words that are not set yet on a line of their own."""
        pieces, self._line, self._number_ends = self._line, [], 0
        quoted, self._is_quoted = self._is_quoted, False
        words = on_one_line(pieces)
        if not words:
            return
        if not self._quoting:
            self._lines.set_line(words, quoted=quoted)
            return
        if self._held:
            self._lines.set_line(on_one_line(self._held), quoted=True)
        if not quoted:
            pieces = without_blanks(pieces)
            first, place, _ = pieces[0]
            if first[0] not in _OPEN and self._opening:
                pieces.insert(0, (self._opening, place, place))
            self._opening = self._opening or ("" if self._marks_stand else "“")
        self._held = pieces
