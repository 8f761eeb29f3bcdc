"""The blocks of a web page as lines, in the order in which they are read.

A paragraph, a heading, an item of a list has a line of its own, with a blank line around it where
a browser leaves space; ``<br>`` ends a line. A number and the words that it numbers stand on one
line, whatever the page sets between them: cells of a table, columns, blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from lxml import etree

from annotator.lang import language
from annotator.lang.words import word_set
from annotator.readers.html.made import without_blank
from annotator.readers.html.numbers import LABEL
from annotator.readers.html.page import Page
from annotator.readers.html.site import classes
from annotator.readers.html.tree import BLOCKS, place_of
from annotator.readers.traced import Piece, Traced, joined, made, words_in

#: Blocks that a browser sets without space around them.
_TIGHT = word_set("div li dt dd tr td th thead tbody tfoot caption legend summary br")
_PLACED = re.compile(r"position\s*:\s*absolute", re.IGNORECASE)
_PRE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
# What the sites of laws call the number of a provision, which the provision's words follow.
_NUMBER = re.compile(r"akn-num|Leg(?:S?P|SN)\d+No(?:C\d+Amend)?|no-parag|grid-list-column-1")
#: And others, if it looks like one.
_NUMBER_CLASSES = word_set("label num number enum lawlabel provision-number")
_TITLE = re.compile(r"Leg(?:EU)?(?:Part|Chapter|Pblock|Schedule)\w*(?:No|Title)")
# Of the classes of Akoma Ntoso, those that are no blocks.
_AKN = "akn-"
_AKN_INLINE = frozenset(
    f"akn-{name}"
    for name in word_set(
        "num ref term def remark i b u sup sub noteRef inline span date docTitle docNumber "
        "docDate docType heading quotedText entity person organization location concept mod "
        "embeddedText abbr time eol img placeholder fillIn"
    )
)
# How EUR-Lex marks what an act was changed by: "►M2 the words ◄".
_CHANGED = re.compile(r"[▼►] ?[ABCM]\d{0,3}\b ?")
_CHANGED_SO_FAR = re.compile(r" ?◄")
_STOP = re.compile(r"[.,;:)\]]")
_LINE_END = re.compile(r"\r\n|[\r\n]")
#: Words in a cell of a table of data are no longer; what is longer is a provision.
_LONGEST_CELL = 250
_SENTENCE = re.compile(r"[.;:—–]\W*\Z")
_SHORT = 60
_TITLES = ("h1", "h2", "h3", "h4", "h5", "h6")
_SENTENCE_ENDS = re.compile(r"[^\W\d_]{3} [^\W\d_].*[a-z]{3}\.\Z")
_BARE_NUMBER = re.compile(r"\d{1,4}[A-Z]{0,3}")
#: A provision begins with its number; and no note in the margin has figures or is as long.
_OPENS = re.compile(r"\d{1,4}[A-Z]{0,3}(?:\.|\s*[(—–-]|\s+(?=[A-Z]))")
_NO_NOTE = re.compile(r"\d|.{90}")


class _Line(list[Piece]):
    """The words on a line; ``as_is`` where the page shows every blank of them."""

    as_is = False


def laid_out(page: Page) -> Traced:
    """The text of the law on a page."""
    text = joined(map(_folded, _Setter(page).set()), "\n")
    if not _CHANGED.search(text.text):
        return text
    return text.without(_CHANGED).without(_CHANGED_SO_FAR)


def _folded(line: _Line) -> Traced:
    words = Traced.of(line)
    return words.cut(0, len(words.text.rstrip())) if line.as_is else words.folded()


class _Flow:
    """Lines one below the other: of the page, or of a cell of a table."""

    def __init__(self) -> None:
        self.lines: list[_Line] = []
        self.line = _Line()
        self._gap = False
        self._numbered = False  # the line holds a number alone, and waits for its words
        self._left_out = False  # something stood here that is left out

    def leave_out(self) -> None:
        """Something stands here that is none of the law: a blank on either side of it is one."""
        self._left_out = True

    def put(self, pieces: Iterable[Piece], *, as_is: bool = False) -> None:
        """Go on with the line."""
        self.line.as_is = self.line.as_is or as_is
        for piece in pieces:
            if self._left_out and self.line and _STOP.match(piece[0]):
                self.line[-1] = without_blank(self.line[-1])
            self._left_out = False
            self.line.append(piece)
            if self._numbered and piece[0].strip():
                self._numbered = False

    def number(self, *, blank: bool = True) -> None:
        """The line so far is the number of what comes next, or a mark before it."""
        if _said(self.line):
            if blank:
                self.line.append(made(" ", self.line))
            self._numbered = True

    def end(self, *, gap: bool = False, always: bool = False) -> None:
        """End the line, save that a number waits for its words; a gap stands below it if asked."""
        if self._numbered and not always:
            return
        self._numbered = False
        if _said(self.line):
            if self._gap and self.lines:
                self.lines.append(_Line())
            self.lines.append(self.line)
            self._gap = False
        self.line = _Line()
        self._gap = self._gap or gap

    def without_stop(self) -> None:
        """Leave out the full stop of a sentence that is a title, so that it reads as one."""
        if _SENTENCE_ENDS.search(_said(self.line)):
            words, first, last = next(piece for piece in self.line[::-1] if piece[0].strip())
            if last - first == len(words):
                at = max(n for n, piece in enumerate(self.line) if piece[0].strip())
                kept = words.rstrip().removesuffix(".")
                self.line[at:] = [(kept, first, first + len(kept))]

    def forget_number(self) -> None:
        """Leave the number out that waits for words, if one does."""
        if self._numbered:
            self.line = _Line()
            self._numbered = False

    def put_behind(self, words: str) -> None:
        """Go on with the last line that says something, also where it was ended."""
        line = next(filter(_said, (self.line, *reversed(self.lines))), None)
        if line is not None:
            line.append(made(words, line))

    def br(self) -> None:
        """End the line; one that is empty is a gap, and a number still waits for its words."""
        self.end(gap=not _said(self.line))

    def take(self, lines: Iterable[_Line]) -> None:
        """Go on with lines that are set."""
        for line in lines:
            if line:
                self.put(line, as_is=line.as_is)
                self.end()
            else:
                self.end(gap=True)


def _said(line: Iterable[Piece]) -> str:
    return words_in(line).strip()


class _Setter:
    """Sets the elements of a page, one after the other."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._flows = [_Flow()]
        #: The cells so far of the rows that are open, outermost first.
        self._rows: list[list[_Flow]] = []
        self._pre = 0
        #: What holds the last number that is set apart from its words: they stand in it, too.
        self._number_in: etree._Element | None = None

    def set(self) -> list[_Line]:
        page = self._page
        walk = etree.iterwalk(page.law, events=("start", "end", "comment"))
        for event, element in walk:
            if event == "comment":
                self._words(page.tree.words(element))
            elif event == "start" and element in page.away:
                self._flow.leave_out()
                walk.skip_subtree()
            elif event == "start":
                self._open(element)
            elif element not in page.away:
                self._close(element)
        self._flow.end(always=True)
        return self._flow.lines

    @property
    def _flow(self) -> _Flow:
        return self._flows[-1]

    def _words(self, pieces: list[Piece]) -> None:
        if not self._pre:
            self._flow.put(pieces)
            return
        for words, first, last in pieces:
            done = 0
            for match in _LINE_END.finditer(words) if last - first == len(words) else ():
                piece = words[done : match.start()], first + done, first + match.start()
                self._flow.put([piece], as_is=True)
                self._flow.br()
                done = match.end()
            self._flow.put([(words[done:], first + done if done else first, last)], as_is=True)

    def _open(self, element: etree._Element) -> None:
        tag = element.tag
        if tag == "br":
            self._flow.br()
        elif tag == "tr":
            self._flow.end()
            self._rows.append([])
        elif self._is_cell(element):
            self._flows.append(_Flow())
        elif _is_block(element):
            self._flow.end(gap=_has_gap(element))
            if mark := self._page.markers.get(element):
                at = place_of(element)
                self._flow.put([(mark, at, at)])
                self._flow.number()
        elif tag == "q":
            at = place_of(element)
            self._flow.put([("“", at, at)])
        if quote := element.get("data-startquote"):
            at = place_of(element)
            self._flow.put([(quote, at, at)])
            self._flow.number(blank=False)
        self._pre += _keeps_lines(element)

    def _close(self, element: etree._Element) -> None:
        self._pre -= _keeps_lines(element)
        if quote := element.get("data-endquote"):
            self._flow.put_behind(quote)
        called = classes(element)
        numbers = any(map(_NUMBER.fullmatch, called)) or (
            not _NUMBER_CLASSES.isdisjoint(called)
            and bool(_label().fullmatch(_said(self._flow.line)))
        )
        if element.tag == "tr":
            self._flow.end()
            self._row(self._rows.pop())
        elif self._is_cell(element):
            self._flow.end(always=True)
            self._rows[-1].append(self._flows.pop())
        elif numbers or element.tag == "dt":
            self._flow.number()
            self._number_in = element.getparent()
        elif element in self._page.markers:
            self._flow.forget_number()
            self._flow.end()
        elif _is_block(element):
            if element.tag in _TITLES:
                self._flow.without_stop()
            ends = element is self._number_in or element.tag in ("li", "table")
            self._flow.end(gap=_has_gap(element), always=ends)
        elif element.tag == "q":
            self._flow.put([made("”", self._flow.line)])

    def _is_cell(self, element: etree._Element) -> bool:
        parent = element.getparent()
        return element.tag in ("td", "th") and parent is not None and parent.tag == "tr"

    def _row(self, cells: list[_Flow]) -> None:
        """A row of a table: a number and its words, or words in columns."""
        flow = self._flow
        cells = [cell for cell in cells if cell.lines]
        if not cells:
            return
        if len(cells) > 1 and _numbers(cells):
            flow.end()
            flow.put(cells[0].lines[0])
            flow.number()
            cells = cells[1:]
        elif len(cells) == 2 and (noted := _noted(cells)):
            cells = noted
        elif len(cells) > 1 and not any(map(_is_long, cells)):
            flow.end()
            line = _Line()
            for cell in cells:
                line.append((" | " if line else "| ", *_place_of(cell.lines[0])))
                line += cell.lines[0]
            flow.put([*line, made(" |", line)])
            flow.end()
            return
        for cell in cells:
            flow.take(cell.lines)
            flow.end(gap=True)


def _place_of(line: _Line) -> tuple[int, int]:
    """Where a line begins."""
    return line[0][1], line[0][1]


def _is_block(element: etree._Element) -> bool:
    if element.tag in BLOCKS or any(map(_TITLE.fullmatch, classes(element))):
        return True
    akn = [name for name in classes(element) if name.startswith(_AKN)]
    return bool(akn) and _AKN_INLINE.isdisjoint(akn)


def _has_gap(element: etree._Element) -> bool:
    return element.tag not in _TIGHT and not _PLACED.search(element.get("style", ""))


def _keeps_lines(element: etree._Element) -> bool:
    return element.tag == "pre" or bool(_PRE.search(element.get("style", "")))


def _numbers(cells: list[_Flow]) -> bool:
    """Whether the first cell of a row is the number of what stands in the others."""
    first, words = cells[0], cells[1]
    if len(first.lines) > 1 or len(cells) > 2:
        return False
    said, told = _said(first.lines[0]), _said(words.lines[0])
    if said in ("—", "–", "-", "•", "·") or _label().fullmatch(said):
        return True
    provision = len(words.lines) > 1 or len(told) > _SHORT or _SENTENCE.search(told)
    return bool(provision and _BARE_NUMBER.fullmatch(said))


def _noted(cells: list[_Flow]) -> list[_Flow] | None:
    """A provision and the note in its margin, on either side: the note first, as its heading."""
    finite = language("en").structure.finite
    for note, provision in (cells, cells[::-1]):
        told, said = _said(note.lines[0]), _said(provision.lines[0])
        if (
            _OPENS.match(said)
            and finite.search(said)
            and told[0].isupper()
            and not any(_NO_NOTE.search(_said(line)) for line in note.lines)
            and not finite.search(told)
        ):
            return [note, provision]
    return None


def _is_long(cell: _Flow) -> bool:
    return len(cell.lines) > 1 or len(_said(cell.lines[0])) > _LONGEST_CELL


@cache
def _label() -> re.Pattern[str]:
    """A number on its own, as a provision bears it: ``(a)``, ``12.``, ``Section 4.``."""
    units = "|".join(map(re.escape, language("en").structure.units))
    return re.compile(rf"{LABEL.pattern}|(?i:{units}) \d{{1,4}}[A-Z]{{0,3}}[.:]?")
