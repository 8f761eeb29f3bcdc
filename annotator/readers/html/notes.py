"""Footnotes of a web page, and the marks in the law that call them.

A mark is a link to its note, or stands raised and the note begins with the same. What is raised and
calls no note that is there stays: ``m2``, ``6A``. A mark before a bracket is an editor's, with the
bracket (``readers/marks``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from annotator.expressions import expression
from annotator.readers.html.site import Site, classes, text_of
from annotator.readers.html.tree import Tree, is_words
from annotator.readers.traced import words_in

_MARK = expression(
    r"[\[(]?\s*([0-9]{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¹²³⁴-⁹]{1,3})\s*[\])]?", re.IGNORECASE
)
_NOTE_NAME = expression(r"(?:foot|end)?note|fn|ftn|edn|ntr|ntc|cite_", re.IGNORECASE)
#: What is called so holds notes, whether or not anything on the page calls them.
_NOTES_CLASS = expression(
    r"(?:foot|end)-?notes?(?:-?_?(?:list|section|area|block|container)\w*)?", re.IGNORECASE
)
_HOLDERS = ("ul", "ol", "dl", "div", "section", "aside", "table", "footer")
_RAISED_CLASS = expression(r"(?:oj-)?super(?:script)?|Mso(?:Foot|End)noteReference", re.IGNORECASE)
_RAISED = expression(r"vertical-align\s*:\s*super", re.IGNORECASE)
_NOTE_BLOCKS = ("p", "li", "div", "td", "dd", "aside", "section", "footer")
#: What stands before a raised number that calls a note: a word, or the end of a sentence.
_CALLS = expression(r"(?:[^\W\d_]{3}|[.,;:)\]”’\"'])\s*\Z")
_TAIL = 12
#: No note is longer: what is, is law in which a place is linked.
_LONGEST = 3000


class _Call(NamedTuple):
    """A mark: its element, what it says, the place that it links to or none.

    ``calls`` is whether it stands where a note is called, and not in ``9 m2``.
    """

    element: etree._Element
    mark: str
    target: str
    calls: bool


class Notes:
    """The marks and notes of a page: elements that are no law, in the order of the page."""

    def __init__(self, tree: Tree, site: Site) -> None:
        self.found: list[etree._Element] = []
        self._tree, self._site = tree, site
        self._order = {one: at for at, one in enumerate(tree.elements)}
        calls: list[_Call] = []
        before = ""
        for one in tree.elements:
            if is_words(one):
                before = (before + _said(tree, one))[-_TAIL:]
                continue
            if call := self._call(one, before):
                calls.append(call)
        self._openings = self._opening(calls)
        taken: set[etree._Element] = set()
        for call in calls:
            away = call.element in taken or not call.calls
            note = None if away else self._note_of(call)
            if note is not None:
                taken.update(note.iter())
                self.found += (call.element, note)
        self.found += self._holders(taken)

    def _call(self, element: etree._Element, before: str) -> _Call | None:
        """The mark that an element is, behind some words; the outermost, be it link or raised."""
        raised = _is_raised(element)
        if not raised and not self._tree.target(element):
            return None
        if any(self._tree.target(one) or _is_raised(one) for one in _around(element)):
            return None
        match = _MARK.fullmatch(text_of(self._tree, element, self._site.away, 12))
        if not match or self._before_bracket(element):
            return None
        target = next(filter(None, map(self._tree.target, element.iter("a"))), "")
        if not target:
            return _Call(element, match[1], "", bool(_CALLS.search(before))) if raised else None
        raised = raised or any(map(_is_raised, element.iter()))
        note = self._block(target)
        named = (target, *classes(element), *(classes(note) if note is not None else ()))
        told = raised or _NOTE_NAME.search(" ".join(named))
        return _Call(element, match[1], target, True) if told else None

    def _holders(self, taken: set[etree._Element]) -> Iterator[etree._Element]:
        """The lists of notes that say of themselves what they are."""
        for one in self._tree.elements:
            if one.tag not in _HOLDERS or one in taken or one in self._site.away:
                continue
            if any(map(_NOTES_CLASS.fullmatch, classes(one))) and self._site.is_least(one):
                yield one

    def _block(self, target: str) -> etree._Element | None:
        """The block in which a place lies; the place itself where it is none of the law."""
        place = self._tree.places.get(target)
        while place is not None and place.tag not in _NOTE_BLOCKS and place not in self._site.away:
            place = place.getparent()
        return place

    def _before_bracket(self, element: etree._Element) -> bool:
        following = element.getnext()
        if following is None or not is_words(following):
            return False
        return _said(self._tree, following).startswith("[")

    def _opening(self, calls: list[_Call]) -> dict[str, list[tuple[int, etree._Element]]]:
        """By mark, the blocks that begin with it raised, and where they are in the page's order."""
        openings: dict[str, list[tuple[int, etree._Element]]] = {}
        more = 0
        for call in calls:
            block = None if call.target else next(call.element.iterancestors(*_NOTE_BLOCKS), None)
            if block is not None and self._is_first(call, block):
                openings.setdefault(call.mark, []).append((self._order[block], block))
                more += 1
            elif call.calls and not call.target:
                more -= 1
        # Where more begins with raised numbers than calls them, they count the law's paragraphs.
        return openings if more <= 0 else {}

    def _is_first(self, call: _Call, block: etree._Element) -> bool:
        for one in block.iter():
            if one is call.element:
                return True
            if is_words(one) and _said(self._tree, one).strip():
                return False
        return False

    def _note_of(self, call: _Call) -> etree._Element | None:
        """The note that a mark calls, further down the page."""
        if call.target:
            note = self._block(call.target)
            if note in self._site.away:
                return note
        else:
            own = self._order[call.element]
            notes = self._openings.get(call.mark, [])
            at = bisect_left(notes, own, key=lambda one: one[0])
            note = notes[at][1] if at < len(notes) else None
            opened = notes[at - 1][1] if at else None
            if opened is not None and any(one is opened for one in call.element.iterancestors()):
                return None
        if note is None or note not in self._order or not self._below(note, call):
            return None
        said = text_of(self._tree, note, self._site.away, _LONGEST)
        opens = re.match(rf"\W*{re.escape(call.mark)}(?!\d)", said)
        links_back = any(map(self._tree.target, note.iter("a")))
        numbered = note.tag == "li" and (links_back or _NOTE_NAME.search(call.target))
        return note if said and len(said) <= _LONGEST and (opens or numbered) else None

    def _below(self, note: etree._Element, call: _Call) -> bool:
        return self._order[note] > self._order[call.element]


def _said(tree: Tree, words: etree._Element) -> str:
    return words_in(tree.words(words))


def _around(element: etree._Element) -> Iterator[etree._Element]:
    """The inline elements around one."""
    for one in element.iterancestors():
        if one.tag not in ("a", "sup", "span"):
            return
        yield one


def _is_raised(element: etree._Element) -> bool:
    if element.tag == "sup":
        return True
    if element.tag not in ("span", "a"):
        return False
    raised = any(map(_RAISED_CLASS.fullmatch, classes(element)))
    return raised or bool(_RAISED.search(element.get("style", "")))
