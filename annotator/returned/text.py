"""The text of a document that comes back, word by word, with the changes that nobody has decided.

Words and signs are told apart and what is between them is not: programs set it as they like.
"""

from __future__ import annotations

import copy
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from lxml import etree

from annotator.expressions import expression
from annotator.word.names import ADDED, BOX, MARKS_OF_COMMENTS, W
from annotator.word.package import Package
from annotator.word.paragraphs import LINE_BREAK, PAGE_BREAK
from annotator.word.view import WordView

_TOKEN = expression(r"\w+|[^\w\s]")
_LINES = str.maketrans(dict.fromkeys((LINE_BREAK, PAGE_BREAK), "\n"))
#: Programs set these by themselves while somebody types.
_ALIKE = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2011": "-", "\u00ad": "-"}
)
#: These stand for the beginning and the end of a text.
BEGIN, END = "\x02", "\x03"
#: Behind all that stands in a file.
LATE = 1 << 60


def tokens(words: str) -> tuple[str, ...]:
    """Words and signs, however they are set.

    >>> tokens("the officer’s  bag")
    ('the', 'officer', "'", 's', 'bag')
    """
    return tuple(_TOKEN.findall(unicodedata.normalize("NFC", words).translate(_ALIKE)))


@dataclass(frozen=True, slots=True)
class Revision:
    """A change that is not decided: whose it is, and since when."""

    author: str
    date: str


@dataclass(frozen=True, slots=True)
class TakenOut:
    """Words taken out by a change that is not decided, at a place in the order of the file.

    ``within`` is the change that puts them in, if another such change does.
    """

    order: int
    words: str
    revision: Revision
    within: Revision | None


@dataclass(frozen=True, slots=True)
class Spot:
    """A word of the text: where it begins and ends, there and in the order of the file.

    ``added`` is the change that puts it in, if nobody has decided that.
    """

    start: int
    end: int
    first: int
    last: int
    added: Revision | None


class ReturnedText:
    """The text with all changes accepted, in words; and what the undecided ones take out.

    Args:
        package: the document.
    """

    def __init__(self, package: Package) -> None:
        self.name = package.name
        view = WordView(package)
        self.text = view.text.translate(_LINES)
        starts: list[int] = []
        elements: list[etree._Element] = []
        for paragraph in view.paragraphs:
            for piece in paragraph.pieces:
                starts.append(paragraph.start + piece.start)
                elements.append(piece.element)
        self._starts, self._elements = starts, elements
        self.order = dict.fromkeys(elements, 0)
        self.gone: list[TakenOut] = []
        #: Where in the order of the file a comment is hung, by the numbers of comments.
        self.hung: dict[str, list[int]] = {}
        for order, element in enumerate(package.document.iter()):
            if element in self.order:
                self.order[element] = order
            elif element.tag == W + "delText":
                self.gone += _gone(element, order)
            elif element.tag in MARKS_OF_COMMENTS:
                self.hung.setdefault(element.get(W + "id", ""), []).append(order)
        self.tokens = [BEGIN]
        self.spots = [Spot(0, 0, -1, -1, None)]
        self._cut()
        self.tokens.append(END)
        self.spots.append(Spot(len(self.text), len(self.text), LATE, LATE, None))

    def _cut(self) -> None:
        added = {element: _added(element) for element in self._elements}
        for found in _TOKEN.finditer(self.text):
            first, last = self._at(found.start()), self._at(found.end() - 1)
            revisions = (added[self._elements[at]] for at in range(first, last + 1))
            spot = Spot(
                start=found.start(),
                end=found.end(),
                first=self.order[self._elements[first]],
                last=self.order[self._elements[last]],
                added=next(filter(None, revisions), None),
            )
            # A ligature or an accent that stands apart may be more than one word.
            for token in tokens(found[0]):
                self.tokens.append(token)
                self.spots.append(spot)

    def _at(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def without(self, places: Collection[int]) -> ReturnedText:
        """The text as if the words at some places did not stand in it."""
        if not places:
            return self
        other = copy.copy(self)
        kept = [place for place in range(len(self.tokens)) if place not in places]
        other.tokens = [self.tokens[place] for place in kept]
        other.spots = [self.spots[place] for place in kept]
        return other

    def words(self, start: int, end: int) -> str:
        """What stands from one word to before another."""
        if start >= end:
            return ""
        return self.text[self.spots[start].start : self.spots[end - 1].end]

    def words_under(self, first: int, last: int) -> str:
        """What stands between two places in the order of the file."""
        begin = bisect_right(self.spots, first, key=lambda spot: spot.first)
        return self.words(begin, bisect_left(self.spots, last, key=lambda spot: spot.first))

    def gone_between(self, start: int, end: int) -> list[TakenOut]:
        """What undecided changes take out from one word to before another."""
        first = self.spots[max(start - 1, 0)].last
        last = self.spots[min(end, len(self.spots) - 1)].first
        begin = bisect_right(self.gone, first, key=lambda one: one.order)
        return self.gone[begin : bisect_left(self.gone, last, key=lambda one: one.order)]


def _gone(element: etree._Element, order: int) -> Iterator[TakenOut]:
    above = list(element.iterancestors())
    deletion = next((one for one in above if one.tag == W + "del"), None)
    if deletion is None or any(one.tag == BOX for one in above):
        return
    yield TakenOut(order, element.text or "", _revision(deletion), _added(element))


def _added(element: etree._Element) -> Revision | None:
    found = next((one for one in element.iterancestors() if one.tag in ADDED), None)
    return None if found is None else _revision(found)


def _revision(element: etree._Element) -> Revision:
    return Revision(element.get(W + "author", ""), element.get(W + "date", ""))
