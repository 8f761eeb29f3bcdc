"""The blocks of a web page as lines, in the order in which they are read.

A paragraph, a heading, an item of a list has a line of its own, with a blank line around it where
a browser leaves space; ``<br>`` ends a line. A number and the words that it numbers stand on one
line, whatever the page sets between them: cells of a table, columns, blocks.
"""

from __future__ import annotations

import re

from lxml import etree

from annotator.expressions import expression
from annotator.lang.words import word_set
from annotator.readers.flow import Flow, FlowLine, folded, label_alone, set_row, words_on
from annotator.readers.html.columns import Columns, columns_of, set_provision
from annotator.readers.html.page import Page
from annotator.readers.html.site import classes
from annotator.readers.html.tree import BLOCKS, place_of
from annotator.readers.traced import Piece, Traced, joined, made

#: Blocks that a browser sets without space around them.
_TIGHT = word_set("div li dt dd tr td th thead tbody tfoot caption legend summary br")
_PLACED = expression(r"position\s*:\s*absolute", re.IGNORECASE)
_PRE = expression(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
# What the sites of laws call the number of a provision, which the provision's words follow.
_NUMBER = expression(r"akn-num|Leg(?:S?P|SN)\d+No(?:C\d+Amend)?|no-parag|grid-list-column-1")
#: And others, if it looks like one.
_NUMBER_CLASSES = word_set("label num number enum lawlabel provision-number")
_TITLE = expression(r"Leg(?:EU)?(?:Part|Chapter|Pblock|Schedule)\w*(?:No|Title)")
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
_CHANGED = expression(r"[▼►] ?[ABCM]\d{0,3}\b ?")
_CHANGED_SO_FAR = expression(r" ?◄")
_LINE_END = expression(r"\r\n|[\r\n]")
_TITLES = ("h1", "h2", "h3", "h4", "h5", "h6")


def laid_out(page: Page) -> Traced:
    """The text of the law on a page."""
    text = joined(map(folded, _Setter(page).set()), "\n")
    if not _CHANGED.search(text.text):
        return text
    return text.without(_CHANGED).without(_CHANGED_SO_FAR)


class _Setter:
    """Sets the elements of a page, one after the other."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._flows = [Flow()]
        #: The cells so far of the rows that are open, outermost first.
        self._rows: list[list[Flow]] = []
        #: What the columns of the tables that are open hold.
        self._columns: list[Columns | None] = []
        self._pre = 0
        #: What holds the last number that is set apart from its words: they stand in it, too.
        self._number_in: etree._Element | None = None

    def set(self) -> list[FlowLine]:
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
    def _flow(self) -> Flow:
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
        if tag == "table":
            self._columns.append(columns_of(self._page.tree, element, self._page.away))
        if tag == "br":
            self._flow.br()
        elif tag == "tr":
            self._flow.end()
            self._rows.append([])
        elif self._is_cell(element):
            self._flows.append(Flow())
        elif _is_block(element):
            self._flow.end(gap=_has_gap(element))
            if mark := self._page.markers.get(element):
                self._flow.put([made(mark, (), place_of(element))])
                self._flow.number()
        elif tag == "q":
            self._flow.put([made("“", (), place_of(element))])
        if quote := element.get("data-startquote"):
            self._flow.put([made(quote, (), place_of(element))])
            self._flow.number(blank=False)
        self._pre += _keeps_lines(element)

    def _close(self, element: etree._Element) -> None:
        self._pre -= _keeps_lines(element)
        if element.tag == "table":
            self._columns.pop()
        if quote := element.get("data-endquote"):
            self._flow.put_behind(quote)
        called = classes(element)
        numbers = any(map(_NUMBER.fullmatch, called)) or (
            not _NUMBER_CLASSES.isdisjoint(called)
            and bool(label_alone().fullmatch(words_on(self._flow.line)))
        )
        if element.tag == "tr":
            self._flow.end()
            cells, columns = self._rows.pop(), self._columns[-1] if self._columns else None
            if not (columns and set_provision(self._flow, cells, columns)):
                set_row(self._flow, cells)
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


def _is_block(element: etree._Element) -> bool:
    if element.tag in BLOCKS or any(map(_TITLE.fullmatch, classes(element))):
        return True
    akn = [name for name in classes(element) if name.startswith(_AKN)]
    return bool(akn) and _AKN_INLINE.isdisjoint(akn)


def _has_gap(element: etree._Element) -> bool:
    return element.tag not in _TIGHT and not _PLACED.search(element.get("style", ""))


def _keeps_lines(element: etree._Element) -> bool:
    return element.tag == "pre" or bool(_PRE.search(element.get("style", "")))
