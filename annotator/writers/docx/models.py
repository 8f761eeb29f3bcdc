"""Which paragraph a new one takes its look and its numbering from."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from lxml import etree

from annotator.expressions import expression
from annotator.numbering import Key, readings
from annotator.word.paragraphs import WordParagraph
from annotator.writers.docx.indents import tabs_to_words
from annotator.writers.docx.new import NewParagraph

_SYSTEM = r"\d+(?:\.\d+)*[A-Za-z]{0,3}|[a-z]{1,5}|[A-Z]{1,4}"
_LABEL = expression(
    rf"(?P<word>[A-Z][A-Za-z]+\s+)?(?P<open>[(\[]?)(?P<number>{_SYSTEM})(?P<close>[.)\]]*[.—–-]*)"
)
#: What is a number at the beginning of a line though no mark closes it: "Article 12", "11 (1)".
_NAMED = expression(r"(?:Article|Section|Regulation|Rule|Clause|WordParagraph)\s+\d", re.IGNORECASE)
_BARE = expression(r"\d+[A-Z]{0,2}(?=\s)")
_STOPS = ".—–-"
#: So many paragraphs back the like of a new one is looked for.
_FAR = 400
#: With one that begins with as many numbers, only so many.
_NEAR = 60
_ALIKE = 3


class PrintedNumber(NamedTuple):
    """A number at the head of a line: as printed, and what kind of number it is.

    ``gap`` are the blanks behind it, ``end`` is where these end.
    """

    printed: str
    shape: str
    number: str
    gap: str
    end: int

    def follows(self, other: PrintedNumber) -> bool:
        """Whether it is the next number behind another of its series."""
        mine = {one.system: one.key for one in readings(self.number)}
        theirs = {one.system: one.key for one in readings(other.number)}
        return self.shape == other.shape and any(
            _is_next(key, theirs[system]) for system, key in mine.items() if system in theirs
        )


def _is_next(later: Key, earlier: Key) -> bool:
    return later == (earlier[0] + 1, ()) and not earlier[1]


def label_of(line: str) -> PrintedNumber | None:
    """The number with which a line begins; None where it begins with words.

    >>> label_of("(3) Each spouse").printed, label_of("12A. (1) An officer").shape
    ('(3)', '1.')
    >>> label_of("A person who"), label_of("Article 12A").shape
    (None, 'Article 1')
    """
    found = _LABEL.match(line)
    if found is None or (found["word"] and not _NAMED.match(line)):
        return None
    closed = bool(found["close"]) or bool(found["word"])
    if not closed and not _BARE.match(line):
        return None
    if found.end() < len(line) and line[found.end()] not in " \t(\u00a0" and not found["close"]:
        return None
    number = found["number"]
    kind = re.sub(r"\d+", "1", re.sub(r"(?<=\d)[A-Za-z]+$", "", number))
    kind = "a" if kind.islower() else "A" if kind.isupper() else kind
    word = " ".join((found["word"] or "").split())
    shape = f"{word} {found['open']}{kind}{found['close']}".strip()
    behind = line[found.end() :]
    gap = behind[: len(behind) - len(behind.lstrip())]
    return PrintedNumber(found[0], shape, number, gap, found.end() + len(gap))


def labels_of(line: str) -> list[PrintedNumber]:
    """The numbers with which a line begins, one behind the other.

    >>> [one.printed for one in labels_of("12A. (1) An officer")]
    ['12A.', '(1)']
    """
    found: list[PrintedNumber] = []
    at = 0
    while (label := label_of(line[at:])) is not None and label.end:
        found.append(label)
        at += label.end
    return found


class Models:
    """The paragraphs of a document as models of new ones.

    Args:
        paragraphs: of the view.
        indent: tells how a paragraph that is numbered automatically is indented.
        look: tells how the number of such a one looks.
    """

    def __init__(
        self,
        paragraphs: Sequence[WordParagraph],
        indent: Callable[[WordParagraph], tuple[int, int] | None],
        look: Callable[[WordParagraph], etree._Element | None],
    ) -> None:
        self._paragraphs = paragraphs
        self._indent = indent
        self._look = look
        self._labels: dict[int, PrintedNumber | None] = {}
        #: By paragraph and shape, the last new number behind it that Word counts, and its model.
        self._behind: dict[tuple[int, str], tuple[int, PrintedNumber]] = {}

    def label(self, at: int) -> PrintedNumber | None:
        """The number that is printed before a paragraph, automatically or not."""
        if at not in self._labels:
            one = self._paragraphs[at]
            self._labels[at] = label_of(one.label.strip() or one.text.lstrip()[:40])
        return self._labels[at]

    def new(
        self,
        anchor: int,
        lines: Sequence[str],
        headings: Iterable[int] = (),
        titles: Collection[int] = (),
    ) -> tuple[list[NewParagraph], list[str]]:
        """Paragraphs for lines that follow one; and the numbers that they bear without typing them.

        Args:
            anchor: the paragraph behind which they come.
            lines: their words, each with its number.
            headings: the paragraphs that are headings of sections, where the first line is one.
            titles: all that are headings.
        """
        made: list[NewParagraph] = []
        counted: list[str] = []
        heading = max((at for at in headings if at <= anchor), default=None)
        before: tuple[int, PrintedNumber] | None = None
        typed = False
        for number, line in enumerate(lines):
            label = label_of(line)
            if label is None:
                own = heading if number == 0 else None
                made.append(
                    self._unnumbered(line, self._plain(anchor, titles) if own is None else own)
                )
                continue
            again = before is not None and before[1].shape == label.shape
            known = before if before and again else self._behind.get((anchor, label.shape))
            like, last = known or self._model(anchor, line, label)
            words = line[label.end :]
            if not typed and last and self._is_counted(anchor, like, last, label, words):
                made.append(NewParagraph(words, like))
                counted.append(label.printed)
                self._behind[anchor, label.shape] = like, label
            else:
                made.append(self.typed(line, self._in_cell(anchor, like)))
                typed = True
            before = like, label
        return made, counted

    def _model(
        self, anchor: int, line: str, label: PrintedNumber
    ) -> tuple[int, PrintedNumber | None]:
        """The paragraph before that a line with a number is printed like, and its number."""
        like = self._like(anchor, line, label)
        return like, self.label(like)

    def _in_cell(self, anchor: int, like: int) -> int:
        """The model, unless it stands in a cell beside: the anchor then, which shows its words."""
        one, other = self._paragraphs[anchor].cell, self._paragraphs[like].cell
        beside = one and other and one.table == other.table and one.column != other.column
        return anchor if beside else like

    def like(self, anchor: int, line: str) -> int:
        """The paragraph before that a line with a number is printed like."""
        label = label_of(line)
        return anchor if label is None else self._like(anchor, line, label)

    def _like(self, anchor: int, line: str, label: PrintedNumber) -> int:
        """The nearest paragraph before with such a number, best the one that it follows.

        Where the document has none before, it is the nearest behind.
        A section that begins with its first subsection is like others that do.
        """
        best, like = 0, anchor
        count = len(labels_of(line))
        for at in range(anchor, max(anchor - _FAR, -1), -1):
            found = self.label(at)
            if found is None or found.shape != label.shape:
                continue
            fits = 1 + (_ALIKE - 1) * (self._count(at) == count) + label.follows(found)
            if fits > best:
                best, like = fits, at
            near = label.follows(found) or label.number.startswith(found.number)
            if near or (best >= _ALIKE and anchor - at > _NEAR):
                break
        return like if best else self._named(anchor, label)

    def _ahead(self, anchor: int, label: PrintedNumber) -> int:
        """The nearest paragraph behind with such a number, outside of tables; else the anchor."""
        for at in range(anchor + 1, min(anchor + _FAR, len(self._paragraphs))):
            found = self.label(at)
            if found is not None and found.shape == label.shape:
                alike = self._paragraphs[anchor].cell is self._paragraphs[at].cell is None
                return at if alike else anchor
        return anchor

    def _named(self, anchor: int, label: PrintedNumber) -> int:
        """The section into whose series a number goes that is printed without its word there.

        *4A* goes behind *Section 4*.
        """
        for at in range(anchor, max(anchor - _FAR, -1), -1):
            found = self.label(at)
            if found is not None and _is_named(label, found):
                return at
        return self._ahead(anchor, label)

    def _count(self, at: int) -> int:
        """How many numbers a paragraph begins with."""
        one = self._paragraphs[at]
        return bool(one.label) + len(labels_of(one.text.lstrip()))

    def _plain(self, anchor: int, titles: Collection[int]) -> int:
        """A paragraph that bears no number: the anchor, or else the nearest behind a heading."""
        if self.label(anchor) is None:
            return anchor
        for at in range(anchor - 1, max(anchor - _FAR, 0), -1):
            if at - 1 in titles and at not in titles and self.label(at) is None:
                return at
        return anchor

    def _unnumbered(self, line: str, like: int) -> NewParagraph:
        """A paragraph without a number: it does not hang from one either."""
        model = self._paragraphs[like]
        indent = self._indent(model) if model.label else None
        flush = self.label(like) is not None
        return NewParagraph(line, like, types=bool(model.label), indent=indent, flush=flush)

    def _is_counted(
        self, anchor: int, like: int, last: PrintedNumber, label: PrintedNumber, words: str
    ) -> bool:
        """Whether Word gives a paragraph like another its own number, and no other a new one."""
        model = self._paragraphs[like]
        if (
            not model.label
            or model.by_field
            or like > anchor
            or not label.follows(last)
            or label_of(words) is not None
        ):
            return False
        between = self._paragraphs[like + 1 : anchor + 1]
        if any(one.label and _level(one) <= _level(model) for one in between):
            return False
        return not self._goes_on(anchor, model, label)

    def _goes_on(self, anchor: int, model: WordParagraph, label: PrintedNumber) -> bool:
        """Whether a number of the same list follows, which would be another then."""
        for at in range(anchor + 1, min(anchor + _FAR, len(self._paragraphs))):
            one = self._paragraphs[at]
            if not one.label or _level(one) > _level(model):
                continue
            found = self.label(at)
            same = found is None or found.shape == label.shape
            if _level(one) < _level(model) or not same:
                return False
            return found is None or found.number == label.number or found.follows(label)
        return False

    def number(self, anchor: int, label: PrintedNumber, like: int) -> NewParagraph:
        """A number that stands alone in its cell like another; without words where Word counts it.

        Args:
            anchor: the paragraph behind which it comes.
            label: the number.
            like: the paragraph that the other stands in.
        """
        key = anchor, label.shape
        _, last = self._behind.get(key, (like, self.label(like)))
        model = self._paragraphs[like]
        if last and self._is_counted(anchor, like, last, label, ""):
            self._behind[key] = like, label
            return NewParagraph("", like)
        indent = self._indent(model) if model.label else None
        return NewParagraph(label.printed, like, types=bool(model.label), indent=indent)

    def typed(self, line: str, like: int) -> NewParagraph:
        """A paragraph that has its numbers typed, each set off as its model's is."""
        model = self._paragraphs[like]
        printed = f"{model.label}\t{model.text}" if model.label else model.text.lstrip()
        theirs = labels_of(printed)
        signs = []
        for number, own in enumerate(labels_of(line)):
            gap, sign = own.gap, own.printed
            other = theirs[number] if number < len(theirs) else None
            named = other is not None and _is_named(own, other)
            if other and (other.shape == own.shape or named):
                gap = other.gap or own.gap
            if other and named:
                sign = other.printed.replace(other.number, own.number)
            signs.append(sign + gap)
        if len(signs) < len(theirs) and signs[-1].endswith("\t"):
            # It has fewer numbers than hang there: its words begin where the others' do.
            signs[-1] += "\t" * (tabs_to_words(model.element, signs[-1].strip()) - 1)
        sign, words = "".join(signs), line[sum(one.end for one in labels_of(line)) :]
        if not model.label:
            return NewParagraph(sign + words, like, sign)
        first, *others = signs
        return NewParagraph(
            sign + words,
            like,
            first,
            title=("".join(others), 0),
            types=True,
            indent=self._indent(model),
            look=self._look(model),
        )


def _is_named(number: PrintedNumber, other: PrintedNumber) -> bool:
    """Whether another has a word before its number, *Section 4*, and this one goes behind it."""
    word, _, shape = other.shape.rpartition(" ")
    same = shape.rstrip(_STOPS) == number.shape.rstrip(_STOPS)
    behind = number.number != other.number and number.number.startswith(other.number)
    return bool(word) and same and behind


def _level(paragraph: WordParagraph) -> int:
    return paragraph.level or 0
