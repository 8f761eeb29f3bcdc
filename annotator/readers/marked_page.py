"""Laws whose markup says what is what, laid out as they are printed, and that structure beside.

Headings stand on lines of their own, a provision's words behind its number, items deeper a level::

    Release
    14 (1) An officer may order the release of
      (a) a foreign national, or

What a markup calls its elements its table says (:class:`~annotator.readers.dialect.Dialect`); how
they are walked is here. Elements that no table names are part of the line in which they stand.
"""

from __future__ import annotations

from lxml import etree

from annotator.readers.dialect import Dialect, Level
from annotator.readers.open_mark import OpenMark, is_one
from annotator.readers.pieces import on_one_line, put, without_blanks, words_of
from annotator.readers.traced import Piece, Traced, joined, words_in
from annotator.readers.xml_text import XmlText, tag_of
from annotator.source import Markup

_INDENT = "  "
#: What is printed as the number of a provision is no longer.
_LONGEST_LABEL = 60
#: The marks that open and close a quotation.
_OPEN, _CLOSED = "“\"‘'«", "”\"’'»"


def set_out(xml: XmlText, dialect: Dialect) -> tuple[Traced, Markup]:
    """The text of a law, and its structure."""
    page = _MarkedPage(xml, dialect)
    page.walk(xml.root)
    return page.done()


_NOTHING = joined(())


class _MarkedPage:
    """The lines of the text as they are set, top to bottom."""

    def __init__(self, xml: XmlText, dialect: Dialect) -> None:
        self._xml = xml
        self._dialect = dialect
        self._parts: list[Traced | str] = []
        self._length = 0
        self._last = 0  # where in the file the words end that were set last
        self._open: list[OpenMark] = []
        self._marks: list[OpenMark] = []
        self._waiting: list[OpenMark] = []  # for the words behind their number
        self._headings: list[tuple[int, int]] = []
        self._in_law = False
        self._line: list[Piece] = []  # the words that are not set yet
        self._quoting = 0
        self._opening = ""  # the mark before the next line that is quoted
        self._marks_stand = False  # whether a quotation has all its marks among its words
        self._held: list[Piece] = []  # a line that is quoted, as long as it may be the last
        self._number_ends = 0  # in the line that is not set yet
        self._is_quoted = False  # whether such a line goes on in the one that is not set yet
        self._quoted: list[tuple[int, int]] = []
        self._continued: list[int] = []

    def done(self) -> tuple[Traced, Markup]:
        """The text, and the structure that was marked in it."""
        self._set()
        while self._parts[-2:] == ["\n", "\n"]:
            self._parts.pop()
        text = joined(self._parts)
        marks = (mark for mark in self._marks if 0 <= mark.start < len(text.text))
        return text, Markup(
            provisions=tuple(mark.frozen() for mark in marks),
            headings=tuple(self._headings),
            quoted=tuple(self._quoted),
            continued=tuple(self._continued),
        )

    # The walk

    def walk(self, element: etree._Element) -> None:
        """Set an element and all that it holds; what stands behind it is its parent's."""
        tag, dialect = tag_of(element), self._dialect
        if dialect.is_skipped(element):
            return
        level = dialect.level(element)
        if tag in dialect.quoted:
            self._quote(element)
        elif level is not None and self._in_law and not self._quoting:
            self._provision(element, level)
        elif tag in dialect.rows:
            self._row(element)
        elif tag in dialect.numbers:
            self._number(element.getparent(), element)
        elif tag in dialect.breaks:
            put(" ", self._line)
        elif tag in dialect.cross_headings:
            self._set()
            self._heading(self._words(element))
        elif level is not None or tag in dialect.blocks or tag in dialect.headings:
            self._break()
            outer = self._in_law
            self._in_law = tag in dialect.bodies or (outer and tag not in dialect.fronts)
            if level is not None and dialect.number_of(element) is None:
                self._number(element, None)
            self._flow(element)
            self._set()
            self._in_law = outer
        else:
            if tag in dialect.appended:
                self._trim()
            self._flow(element)

    def _number(self, holder: etree._Element | None, number: etree._Element | None) -> None:
        """The number of what is no provision here, before its words on its line."""
        printed = self._words(number)
        before, behind = ("", "")
        if holder is not None:
            before, behind = self._dialect.around_number(holder, printed.text)
        if not (printed or before or behind):
            return
        put(f" {before}", self._line, self._last)
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
        dialect = self._dialect
        cited = dialect.cited(element)
        in_schedule = bool(self._open) and self._open[-1].level.kind == "container"
        if not cited:
            level = self._placed(level)
        elif not (level.word == "definition" and in_schedule):
            level = self._placed(level)._replace(word=level.word)
        label, heading = self._label_of(element), self._heading_of(element)
        if len(label.text) > _LONGEST_LABEL and level.kind != "container":
            self._flow(element, dialect.headings)  # words that an editor put into the number
            self._set()
            return
        if not is_one(level, label, heading):
            self._heading(heading)
            self._flow(element, dialect.headings)
            self._set()
            return
        runs_in = level.kind == "item" and dialect.runs_in(element)
        mark = OpenMark(
            level,
            self._depth_of(level),
            element.get("eId") or "",
            cited,
            label,
            _NOTHING if runs_in else heading,
            heading if runs_in else _NOTHING,
        )
        self._enter(mark)
        self._flow(element, dialect.numbers | dialect.headings)
        self._set()
        if mark in self._waiting and (mark.label or mark.run_in):
            self._set_line(_NOTHING)
        elif mark in self._waiting:
            self._waiting.remove(mark)  # there is nothing of it
        self._open.pop()
        if self._open:
            self._open[-1].listed = level.kind == "item" and bool(label)

    def _placed(self, level: Level) -> Level:
        """What a level is where it stands: all in a section is an item, no item stands outside."""
        within = any(mark.level.kind in ("unit", "item") for mark in self._open)
        if within and level.kind in ("unit", "container"):
            return Level("item", divides=level.divides, rank=level.rank)
        if level.kind == "item" and not within:
            return Level("group" if level.word == "definition" else "unit")
        return level

    def _depth_of(self, level: Level) -> int:
        """In how many a provision stands; one that an editor nested too deep in what holds it."""
        ranks = [mark.level.rank for mark in self._open]
        while level.rank and ranks and ranks[-1] >= level.rank:
            ranks.pop()
        return len(ranks)

    def _label_of(self, element: etree._Element) -> Traced:
        printed = self._words(self._dialect.number_of(element))
        before, behind = self._dialect.around_number(element, printed.text)
        if not (before or behind):
            return printed
        place = printed.runs.firsts[0] if printed else self._last
        made = [Traced.of([(before, place, place)])] if before else []
        return joined([*made, printed, behind])

    def _words(self, element: etree._Element | None) -> Traced:
        return words_of(self._xml, self._dialect, element)

    def _heading_of(self, element: etree._Element) -> Traced:
        found = [self._words(one) for one in self._dialect.headings_of(element)]
        return joined(filter(None, found), " ")

    def _enter(self, mark: OpenMark) -> None:
        self._marks.append(mark)
        if mark.level.kind in ("container", "group"):
            self._set_waiting()
            self._space()
            mark.start = self._length
            self._set_heading(mark.label)
            self._set_heading(mark.heading)
            if mark.level.kind == "group":
                self._begin_behind_headings()
            mark.body = mark.end = max(mark.start, self._length - 1)
            self._space()
        else:
            if mark.level.kind == "unit":
                self._set_waiting()
                self._space()
            self._set_heading(mark.heading)
            self._waiting.append(mark)
        self._open.append(mark)

    def _quote(self, element: etree._Element) -> None:
        """Words of another law: between marks, so that they are not taken for this one's."""
        opening, closing = self._dialect.marks(element)
        opened = words_in(self._line).rstrip()[-1:] or " "
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
            behind = words_in(self._xml.tail(element)).lstrip()[:1] or " "
            last = words_in(self._line).rstrip()[-1:] or " "
            closing = "" if behind in _CLOSED or last in _CLOSED else "”"
        self._trim()
        put(closing, self._line)

    def _row(self, element: etree._Element) -> None:
        """A row of a table, between bars, so that its first cell is not taken for a number."""
        self._set()
        cells = [self._words(cell) for cell in element if not self._dialect.is_skipped(cell)]
        if any(cells):
            self._set_line(joined(["| ", joined(cells, " | "), " |"]))

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
            self._set_line(words, quoted=quoted)
            return
        if self._held:
            self._set_line(on_one_line(self._held), quoted=True)
        if not quoted:
            pieces = without_blanks(pieces)
            first, place, _ = pieces[0]
            if first[0] not in _OPEN and self._opening:
                pieces.insert(0, (self._opening, place, place))
            self._opening = self._opening or ("" if self._marks_stand else "“")
        self._held = pieces

    def _set_line(self, words: Traced, *, quoted: bool = False) -> None:
        """Set words behind the numbers that wait for them."""
        # Without words, what has no name waits on, unless something in it has one.
        said = [n for n, mark in enumerate(self._waiting, 1) if words or mark.label or mark.run_in]
        last = said[-1] if said else 0
        waiting, self._waiting = self._waiting[:last], self._waiting[last:]
        innermost = waiting[0] if waiting else None
        above = self._open[: self._open.index(innermost) + 1] if innermost else self._open
        items = sum(mark.level.kind == "item" for mark in above)
        self._add(_INDENT * (items + quoted))
        begin = self._length
        if self._open and self._open[-1].listed and not waiting:
            self._continued.append(begin)
        blank = ""
        for mark in waiting:
            self._add(blank)
            blank, mark.start = "", self._length
            for part in filter(None, (mark.label, mark.run_in)):
                self._add(blank)
                self._add(part)
                blank = " "
            mark.body = self._length + len(blank) * bool(words)
        if words:
            self._add(blank)
        self._add(words)
        for mark in self._open:
            if not self._in_law and mark.said:
                continue  # signatures below a schedule
            mark.end, mark.said = self._length, self._in_law
            if not self._in_law and mark.level.kind == "container":
                mark.body = self._length
        if quoted:
            self._quoted.append((begin, self._length))
        self._add("\n")

    def _set_waiting(self) -> None:
        """Set the numbers that wait for words, and will have none."""
        if any(mark.label or mark.run_in for mark in self._waiting):
            self._set_line(_NOTHING)

    def _heading(self, words: Traced) -> None:
        """Set a heading that stands by itself: of the container that is open and has no words."""
        self._set_heading(words)
        if words:
            self._begin_behind_headings()

    def _begin_behind_headings(self) -> None:
        """Let the words of the container that is open begin below, if it has none yet."""
        container = self._open[-1] if self._open else None
        if container and container.level.kind == "container" and not container.said:
            container.body = container.end

    def _set_heading(self, words: Traced) -> None:
        if words:
            start = self._length
            self._add(words)
            self._headings.append((start, self._length))
            for mark in self._open:
                if mark.level.kind == "container" and not mark.said:
                    mark.end = self._length
            self._add("\n")

    def _space(self) -> None:
        """See to it that a blank line stands above what comes next."""
        if self._length and self._parts[-2:] != ["\n", "\n"]:
            self._add("\n")

    def _add(self, part: Traced | str) -> None:
        if part:
            self._parts.append(part)
            self._length += len(part if isinstance(part, str) else part.text)
        if isinstance(part, Traced) and part:
            self._last = part.runs.lasts[-1]
