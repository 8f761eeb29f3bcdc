"""Edits of the canonical text as changes of paragraphs: what goes where, and whether it can.

An edit is cut down to the words that it changes. The lines that it adds become paragraphs, where
they are added at the end of one; what is taken out of several is taken out of each.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.expressions import expression
from annotator.schema import Edit
from annotator.source import Runs
from annotator.word.paragraphs import LINE_BREAK, WordParagraph
from annotator.word_changes import smallest
from annotator.writers.docx.models import label_of, labels_of
from annotator.writers.docx.runs import Unplaceable

#: What may close an item behind the place where another is put.
_STOP = expression(r"[.;,:]\s*\Z")


@dataclass(frozen=True)
class Change:
    """In one paragraph, words in the place of those from ``start`` to ``end``."""

    paragraph: int
    start: int
    end: int
    words: str = ""


@dataclass(frozen=True)
class AddedLines:
    """Lines that become paragraphs behind one."""

    paragraph: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Emptied:
    """A paragraph all words of which are taken out, and whose mark goes with them."""

    paragraph: int


@dataclass(frozen=True)
class RunTogether:
    """A paragraph of which only a number is left, and the one that goes on behind the number."""

    paragraph: int
    following: int


Step = Change | AddedLines | Emptied | RunTogether


class Terrain:
    """The canonical text over the paragraphs of a document.

    Args:
        text: the canonical text.
        runs: the way back from it to the text of the view.
        paragraphs: of the view.
    """

    def __init__(self, text: str, runs: Runs, paragraphs: Sequence[WordParagraph]) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self._runs = runs
        self._starts = [one.start for one in paragraphs]

    def place(self, offset: int) -> tuple[int, int]:
        """The paragraph and the character in it before which an offset of the text stands."""
        return self._at(self._runs.back(offset, offset)[0])

    def first(self, start: int, end: int) -> tuple[int, int]:
        """Where the words ``[start, end)`` begin."""
        return self._at(self._runs.back(start, end)[0])

    def last(self, start: int, end: int) -> tuple[int, int]:
        """Where the words ``[start, end)`` end."""
        return self._at(self._runs.back(start, end)[1])

    def _at(self, offset: int) -> tuple[int, int]:
        at = max(bisect_right(self._starts, offset) - 1, 0)
        return at, min(offset - self._starts[at], len(self.paragraphs[at].text))

    def steps(self, edits: Sequence[Edit]) -> list[Step]:
        """What the edits are in the document.

        Raises:
            Unplaceable: the words to change are not those of the document, or run on in it in
                another way.
        """
        found: list[Step] = []
        for edit in edits:
            found += self._steps(edit)
        return found

    def _steps(self, edit: Edit) -> Iterator[Step]:
        if edit.start == edit.end:
            yield from self._inserted(edit.start, edit.text)
            return
        first, last = self.first(edit.start, edit.end)[0], self.last(edit.start, edit.end)[0]
        if first < last:
            yield from self._taken_out(edit.start, edit.end, "")
            if edit.text:
                paragraph, at = self.first(edit.start, edit.end)
                yield from self._put_in(paragraph, at, edit.text)
            return
        for start, end, words in smallest(self.text, edit):
            if start == end:
                yield from self._inserted(start, words)
            else:
                yield from self._taken_out(start, end, words)

    def _inserted(self, offset: int, words: str) -> Iterator[Step]:
        yield from self._put_in(*self.place(offset), words)

    def _put_in(self, paragraph: int, at: int, words: str) -> Iterator[Step]:
        if self._is_item_before(paragraph, at, words):
            # The stop that closes the list goes to the end of the new item.
            first, *others = (line.strip() for line in words.split("\n") if line.strip())
            stop = self.paragraphs[paragraph].text[at:]
            yield Change(paragraph, at, at + len(stop.rstrip()), first)
            yield AddedLines(paragraph, (*others[:-1], others[-1] + stop.rstrip()))
            return
        head, lines = self._parted(words, paragraph, at)
        if head:
            yield Change(paragraph, at, at, head)
        if lines:
            yield AddedLines(paragraph, lines)

    def _is_item_before(self, paragraph: int, at: int, words: str) -> bool:
        """Whether lines put in before the stop of an item are items like it, paragraphs too."""
        one = self.paragraphs[paragraph]
        head, _, line = words.partition("\n")
        if not head.strip() or LINE_BREAK in one.text or not _STOP.fullmatch(one.text[at:]):
            return False
        own = label_of(one.label.strip() or one.text.lstrip())
        new = label_of(line.strip())
        return own is not None and new is not None and own.shape == new.shape

    def _parted(self, words: str, paragraph: int, at: int) -> tuple[str, tuple[str, ...]]:
        """Words put in at a place: those that go on there, and lines that become paragraphs.

        Where the paragraph goes on behind the place, they are lines within it.
        """
        head, *lines = words.split("\n")
        lines = [line.strip() for line in lines if line.strip()]
        if lines and self.paragraphs[paragraph].text[at:].strip():
            return "\n".join((head.rstrip(), *lines)), ()
        return head, tuple(lines)

    def _taken_out(self, start: int, end: int, words: str) -> Iterator[Step]:
        """Words taken out of one paragraph or several, and others put in where the first were."""
        stretches = self._stretches(start, end)
        if not stretches:
            raise Unplaceable("printed")
        if not self._is_said(stretches, _letters(self.text[start:end])):
            raise Unplaceable("otherwise")
        head, lines = self._parted(words, stretches[-1][0], stretches[-1][2])
        stays = True
        for number, (paragraph, first, last) in enumerate(stretches):
            yield Change(paragraph, first, last, head if number == 0 else "")
            text = self.paragraphs[paragraph].text
            whole = not text[:first].strip() and not text[last:].strip()
            kept = number == 0 and (bool(words) or self._keeps_number(paragraph, start))
            if number and not whole and first == 0 and paragraph != stretches[0][0]:
                if paragraph != stretches[-1][0]:
                    raise Unplaceable("middle")
                yield from self._ended(stretches[0], paragraph, stays=stays)
            stays = not whole or kept if number == 0 else stays
            if whole and not kept:
                yield Emptied(paragraph)
            elif number == 0 and not words and self._joins(stretches, start):
                yield RunTogether(paragraph, stretches[-1][0] + 1)
        if lines:
            yield AddedLines(stretches[-1][0], lines)

    def _is_said(self, stretches: Sequence[tuple[int, int, int]], letters: str) -> bool:
        """Whether these are the words of stretches, with what Word counts before the others."""
        said = -1
        for paragraph, first, last in stretches:
            one = self.paragraphs[paragraph]
            words, label = _letters(one.text[first:last]), _letters(one.label)
            if said < 0:
                said = letters.find(words)
                if said < 0:
                    return False
            elif not letters.startswith(words, said):
                if first or not letters.startswith(label + words, said):
                    return False
                said += len(label)
            said += len(words)
        return True

    def _ended(self, began: tuple[int, int, int], last: int, *, stays: bool) -> Iterator[Step]:
        """What is left of the last of several paragraphs goes on behind what is of the first.

        Where nothing is left of the first it stands as it did.
        """
        first, there = self.paragraphs[began[0]], self.paragraphs[last]
        if (not stays and there.label) or first.cell != there.cell:
            raise Unplaceable("middle")
        if stays:
            yield RunTogether(began[0], last)

    def _joins(self, stretches: Sequence[tuple[int, int, int]], start: int) -> bool:
        """Whether what is left before a provision is the number of one that goes on behind it.

        So *8. (1) A wife ... (2) A child ...* becomes *8. (2) A child ...*.
        """
        paragraph, first, _ = stretches[0]
        at, _, last = stretches[-1]
        if at + 1 >= len(self.paragraphs) or self.paragraphs[at].text[last:].strip():
            return False
        own, following = self.paragraphs[paragraph], self.paragraphs[at + 1]
        before, taken = own.text[:first].strip(), label_of(own.text[first:])
        numbers = sum(one.end for one in labels_of(before))
        left = numbers == len(before) and (before or self._keeps_number(paragraph, start))
        goes_on = label_of(following.label.strip() or following.text.lstrip())
        same = taken is not None and goes_on is not None and goes_on.follows(taken)
        return bool(left) and same and own.cell == following.cell and not following.label

    def _keeps_number(self, paragraph: int, start: int) -> bool:
        """Whether a number that Word counts there stands before what is taken out from a place."""
        one = self.paragraphs[paragraph]
        label = one.label.strip()
        return bool(label) and (one.by_field or not self.text.startswith(label, start))

    def _stretches(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """The words ``[start, end)`` by paragraph, as far as they are written in the document."""
        found: list[tuple[int, int, int]] = []
        for at in range(start, end):
            first, last = self._runs.back(at, at + 1)
            if first == last:
                continue
            paragraph, begins = self._at(first)
            ends = min(begins + last - first, len(self.paragraphs[paragraph].text))
            if begins >= ends:
                continue
            if found and found[-1][0] == paragraph and found[-1][2] >= begins:
                found[-1] = (paragraph, found[-1][1], max(found[-1][2], ends))
            else:
                found.append((paragraph, begins, ends))
        return found


def _letters(words: str) -> str:
    """Words without what is set and printed in more than one way."""
    return re.sub(r"[\W_]+", "", words.replace(LINE_BREAK, ""))
