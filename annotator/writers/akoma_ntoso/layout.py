"""Where in its canonical text each part of a law stands: its numbers, headings, words, furniture.

Akoma Ntoso wants every word in an element. An annotation says where the provisions and the headings
stand, and what is furniture; here the text is shared out among them, so that each printed character
stands in one part, and in its order.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Literal, NamedTuple

from msgspec.structs import replace

from annotator.expressions import expression
from annotator.schema import Annotation, Provision
from annotator.source import Markup

Kind = Literal["words", "heading", "furniture"]


class TextPart(NamedTuple):
    """A stretch of the text that is no provision."""

    kind: Kind
    start: int
    end: int


@dataclass(slots=True)
class LaidProvision:
    """A provision with all that it holds, in order.

    ``number`` is where its number is printed, ``above`` and ``behind`` are its headings: those
    printed before the number, and those behind it. ``before`` and
    ``marks`` are what editors printed before the number and behind the headings: a bracket, the
    number once more.
    """

    provision: Provision
    number: tuple[int, int]
    above: list[TextPart] = field(default_factory=list)
    behind: list[TextPart] = field(default_factory=list)
    before: list[TextPart] = field(default_factory=list)
    marks: list[TextPart] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)


Part = TextPart | LaidProvision


def lay_out(annotation: Annotation, markup: Markup | None = None) -> list[Part]:
    """The whole text of a law, in order: its outermost provisions, and what stands around them.

    Args:
        annotation: the law's.
        markup: the structure that its file marks; it tells where words go on behind a list.
    """
    roots = annotation.provisions
    if markup is not None:
        ends = {(mark.start, mark.label): mark.end for mark in markup.provisions}
        roots = tuple(_ending(root, ends, root.end) for root in roots)
    return _Layout(annotation).parts(0, roots, len(annotation.text))


def _ending(provision: Provision, ends: dict[tuple[int, str], int], limit: int) -> Provision:
    """A provision that ends where its file says, not with the list in which it is the last."""
    end = min(ends.get((provision.start, provision.label), provision.end), provision.end, limit)
    if end < max([provision.body, *(item.start + 1 for item in provision.items)]):
        end = provision.end  # of what it holds some was found by its words, behind that
    items = tuple(_ending(item, ends, end) for item in provision.items)
    return replace(provision, end=end, items=items)


class _Layout:
    def __init__(self, annotation: Annotation) -> None:
        self._text = annotation.text
        self._clauses = [finding.clause for finding in annotation.findings]
        self._begins = [clause.start for clause in self._clauses]
        unsaid = [one for one in annotation.furniture if not self._is_said(*one)]
        marks: list[TextPart] = [
            *(TextPart("heading", one.start, one.end) for one in annotation.headings),
            *(TextPart("furniture", start, end) for start, end in unsaid),
        ]
        self._marks = sorted(marks, key=lambda mark: mark.start)
        self._starts = [mark.start for mark in self._marks]

    def parts(self, start: int, items: Sequence[Provision], end: int) -> list[Part]:
        """What stands in ``[start, end)``, in which the provisions stand."""
        parts: list[Part] = []
        for item, following in zip_longest(items, items[1:]):
            if following is not None and item.start == following.start:
                continue  # the same number, read twice
            parts += self._between(start, item.start)
            laid = self._laid(item)
            # The heading of a subsection that begins its section stands above both numbers.
            for one in reversed(self._opening_with(laid)):
                one.above = _taken(parts, one.provision.heading, self._text)
            parts.append(laid)
            start = max(start, item.end)
        return [*parts, *self._between(start, end)]

    def _opening_with(self, laid: LaidProvision) -> list[LaidProvision]:
        """A provision and those that begin right behind its number, if they lack their heading."""
        found = [laid]
        while found[-1].parts and not found[-1].behind:
            first = found[-1].parts[0]
            if not isinstance(first, LaidProvision) or first.above:
                break
            if self._text[found[-1].number[1] : first.provision.start].strip():
                break
            found.append(first)
        return [one for one in found if not one.behind]

    def _laid(self, provision: Provision) -> LaidProvision:
        label, label_end = _label(self._text, provision)
        body = min([provision.body, *(item.start for item in provision.items)])
        behind = self._between(label_end, body)
        own = [one for one in behind if one.kind != "furniture"]
        if not any(map(str.isalnum, "".join(self._text[one.start : one.end] for one in own))):
            label_end = max([label_end, *(one.end for one in own)])
            behind = [one for one in behind if one.kind == "furniture" and one.start >= label_end]
        laid = LaidProvision(
            provision, (label, label_end), before=self._between(provision.start, label)
        )
        title = _of_title(behind, provision, self._text)
        laid.behind = [one._replace(kind="heading") for one in title]
        others = [one for one in behind if one not in title]
        # What is left of an item that was deleted belongs to its clause.
        own = [one for one in others if one.kind == "heading" or self._is_said(*one[1:])]
        laid.marks = [one for one in others if one not in own]
        laid.parts = [*own]
        laid.parts += self.parts(max(body, label_end), provision.items, provision.end)
        return laid

    def _is_said(self, start: int, end: int) -> bool:
        """Whether a stretch stands within a clause."""
        at = bisect_right(self._begins, start) - 1
        return at >= 0 and end <= self._clauses[at].end

    def _between(self, start: int, end: int) -> list[TextPart]:
        """What stands in ``[start, end)``, in which no provision stands."""
        return [one for one in self._stretches(start, end) if self._text[one.start : one.end]]

    def _stretches(self, start: int, end: int) -> Iterator[TextPart]:
        at = max(bisect_right(self._starts, start) - 1, 0)
        while at < len(self._marks) and self._marks[at].start < end:
            mark = self._marks[at]
            at += 1
            if mark.end <= start:
                continue
            yield from self._words(start, mark.start)
            first, start = max(start, mark.start), min(mark.end, end)
            yield TextPart(mark.kind, first, start)
        yield from self._words(start, end)

    def _words(self, start: int, end: int) -> Iterator[TextPart]:
        words = self._text[start:end]
        if words.strip():
            start += len(words) - len(words.lstrip())
            yield TextPart("words", start, start + len(words.strip()))


def _label(text: str, provision: Provision) -> tuple[int, int]:
    """Where the printed number of a provision stands, white space in it aside."""
    label = expression(r"\s*".join(map(re.escape, "".join(provision.label.split()))))
    found = label.search(text, provision.start, max(provision.body, provision.start))
    return found.span() if found else (provision.start, provision.start)


def _taken(parts: list[Part], heading: str, text: str) -> list[TextPart]:
    """The headings that end ``parts`` and together say ``heading``, taken out of them."""
    wanted = _letters(heading)
    said = ""
    for at in range(len(parts) - 1, -1 if wanted else len(parts), -1):
        part = parts[at]
        if isinstance(part, LaidProvision) or part.kind == "words" or not wanted.endswith(said):
            break
        if part.kind == "furniture":
            continue
        said = _letters(text[part.start : part.end]) + said
        if said == wanted:
            found = [one for one in parts[at:] if isinstance(one, TextPart)]
            parts[at:] = [one for one in found if one.kind == "furniture"]
            return [one for one in found if one.kind == "heading"]
    return []


def _of_title(stretches: list[TextPart], provision: Provision, text: str) -> list[TextPart]:
    """Those of the stretches behind a number that say its heading.

    Where none do, all that are no furniture.
    """
    wanted = _letters(provision.heading)
    if not wanted or wanted == _letters(provision.label):
        return []  # it has none, or is called by its number
    printed = [one for one in stretches if one.kind != "furniture"]
    for kept in (printed, stretches):
        said = ""
        for count, one in enumerate(kept, 1):
            said += _letters(text[one.start : one.end])
            if said == wanted:
                return kept[:count]
    return printed


def _letters(words: str) -> str:
    return "".join(mark for mark in words.casefold() if mark.isalnum())
