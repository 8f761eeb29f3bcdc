"""The tracked changes of earlier runs that nobody has decided or touched, as their record tells.

Word gives the numbers of changes anew as it saves, so a change is known by its author and by what
it says: it stands where, and as, it was written. What somebody has edited says something else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from lxml import etree

from annotator.word.names import ADDED, GONE, W, parent_of
from annotator.word.paragraphs import paragraph_elements
from annotator.word.record import AROUND, Record, RecordedAmendment, RecordedChange
from annotator.word.settling import changes_of, is_of_row
from annotator.word.walk import CHARACTERS

#: Whom Word names as the author of every change once it is told to protect privacy.
_ANONYMOUS = "Author"
_OWN = (W + "ins", W + "del")
#: A change that was recorded, and the amendment that it is of.
_Put = tuple[RecordedAmendment, RecordedChange]
#: So many changes of ours may stand side by side in one paragraph.
_MOST_TOUCHING = 8
#: So many letters and recorded changes are looked at for those of a document: far more than any law
#: needs. A dozen changes that begin alike, made for it, would keep the search going for days.
_MOST_LOOKED_AT = 20_000_000
_SHOWN = (W + "t", W + "delText", *CHARACTERS)


@dataclass
class _OwnStretch:
    """What one change takes out and puts in: a pair for each paragraph; and what is around it.

    ``at`` and ``end`` are places in the text as it is without our changes. ``beside`` are words
    that somebody else has put in right before it and right behind it.
    """

    group: int
    date: str
    at: int
    pairs: list[list[str]] = field(default_factory=lambda: [["", ""]])
    end: int = 0
    beside: tuple[str, str] = ("", "")


@dataclass
class OwnChanges:
    """What is to be taken out of a document.

    ``changes`` are the elements, ``places`` the number of places where they stand, ``edited`` that
    of the places where somebody has edited ours, which stay; ``amendments`` are those that nobody
    has decided.
    """

    changes: list[etree._Element]
    places: int
    edited: int
    amendments: frozenset[RecordedAmendment]


def own_changes(document: etree._Element, runs: Sequence[Record]) -> OwnChanges:
    """Find the changes of earlier runs.

    Args:
        document: the root of its main part.
        runs: what they have left.
    """
    reading = _Unamended(document, {run.author for run in runs})
    known = _Recorded(runs)
    edited: set[int] = set()
    amendments: set[RecordedAmendment] = set()
    for one in reading.stretches:
        found = known.of(one, reading.text)
        if found is None:
            edited.add(one.group)
        else:
            amendments |= set(found)
    places = sum(one.group not in edited for one in reading.stretches)
    return OwnChanges(
        changes=reading.changes_outside(edited),
        places=places,
        edited=len(reading.stretches) - places,
        amendments=frozenset(amendments) if places else frozenset(),
    )


class _Unamended:
    """The text without our changes, and these.

    Paragraphs between which an end is ours are a group: of them all is taken out, or nothing.
    """

    def __init__(self, document: etree._Element, authors: set[str]) -> None:
        self._document, self._authors = document, authors
        self._said: list[str] = []
        self._length = 0
        self._open: _OwnStretch | None = None
        self._added = ""
        self.stretches: list[_OwnStretch] = []
        self._group_of: dict[etree._Element, int] = {}
        group = 0
        for paragraph in paragraph_elements(document):
            self._group_of[paragraph] = group
            for element in paragraph.iter(*_SHOWN):
                if next(element.iterancestors(W + "p")) is paragraph:
                    self._read(element, group)
            goes_on = self._end(paragraph)
            group += not goes_on
        self._close()
        self.text = "".join(self._said)

    def _is_own(self, change: etree._Element) -> bool:
        author = change.get(W + "author", "")
        nobody = author == _ANONYMOUS and change.get(W + "date") is None
        return change.tag in _OWN and (author in self._authors or nobody)

    def _read(self, element: etree._Element, group: int) -> None:
        words = CHARACTERS.get(element.tag) or element.text or ""
        above = list(takewhile(lambda one: one.tag != W + "p", element.iterancestors()))
        if any(one.tag == W + "tabs" for one in above):
            return  # where tabs stop, which a paragraph of ours says; no tab
        own = next((one for one in above if self._is_own(one)), None)
        gone = any(one.tag in GONE for one in above if one is not own)
        if gone or not words:
            return
        if own is None:
            added = any(one.tag in ADDED for one in above)
            self._close(words if added else "")
            self._added = words if added else ""
            self._say(words)
            return
        date = own.get(W + "date", "")
        if self._open is None or self._open.date != date:
            self._close()
            self._open = _OwnStretch(group, date, self._length, beside=(self._added, ""))
            self._added = ""
        taken_out = own.tag == W + "del"
        self._open.pairs[-1][not taken_out] += words
        if taken_out:
            self._say(words)
        self._open.end = self._length

    def _end(self, paragraph: etree._Element) -> bool:
        """End a paragraph; whether its end is a change of ours."""
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        changes = [] if mark is None else list(mark)
        own = [one.tag for one in changes if self._is_own(one)]
        if not own and any(one.tag in GONE for one in changes):
            return True  # somebody else lets it run on in the next
        if not own:
            self._close()
        elif self._open is not None:
            self._open.pairs.append(["", ""])
        if W + "ins" not in own:
            self._say("\n")
        self._added = ""
        return bool(own)

    def _say(self, words: str) -> None:
        self._said.append(words)
        self._length += len(words)

    def _close(self, behind: str = "") -> None:
        if self._open is not None:
            self._open.end = max(self._open.end, self._open.at)
            self._open.beside = (self._open.beside[0], behind)
            self.stretches.append(self._open)
            self._open = None

    def changes_outside(self, edited: set[int]) -> list[etree._Element]:
        """The elements of our changes, but for those of groups that somebody has edited."""
        authors = [*self._authors, *([_ANONYMOUS] if _ANONYMOUS not in self._authors else [])]
        found = (one for author in authors for one in changes_of(self._document, author))
        return [one for one in found if self._may_go(one, edited)]

    def _may_go(self, change: etree._Element, edited: set[int]) -> bool:
        if change.tag in _OWN and not self._is_own(change):
            return False
        if is_of_row(change):
            paragraphs = list(parent_of(parent_of(change)).iter(W + "p"))
        else:
            paragraphs = list(change.iterancestors(W + "p"))[:1]
        groups = {self._group_of[one] for one in paragraphs if one in self._group_of}
        return bool(groups) and not groups & edited


class _Recorded:
    """The changes that were recorded, by what they take out and put in."""

    def __init__(self, runs: Sequence[Record]) -> None:
        self._left: defaultdict[tuple[str, str], list[_Put]]
        self._left = defaultdict(list)
        self._looked_at = 0
        for run in runs:
            for amendment in run.amendments:
                for change in amendment.changes:
                    self._left[_folded(change.out), _folded(change.words)] += [(amendment, change)]

    def of(self, stretch: _OwnStretch, text: str) -> list[RecordedAmendment] | None:
        """The amendments that a stretch is of, each found once; None where it is as none of them.

        Several that touch are one stretch: it is taken apart between paragraphs.
        """
        before, behind = _folded(text[: stretch.at][-2 * AROUND :]), text[stretch.end :]
        around = before, _folded(behind[: 2 * AROUND])
        pairs: list[list[str]] = stretch.pairs
        found: list[list[_Put]] = []
        start = 0
        while start < len(pairs):
            for end in range(len(pairs), start, -1):
                keys = self._keys(pairs[start:end])
                if keys is not None:
                    break
            else:
                return None
            recorded = [self._taken(key, around) for key in keys]
            if recorded:
                found.append(recorded)
            start = end
        if found and _is_edited(found[0], found[-1], stretch.beside):
            return None
        return [amendment for some in found for amendment, _ in some]

    def _taken(self, key: tuple[str, str], around: tuple[str, str]) -> _Put:
        """Of the changes that take out and put in the same, the one that was likeliest here."""
        one = max(self._left[key], key=lambda one: _likeness(one[1], around))
        self._left[key].remove(one)
        return one

    def _keys(self, pairs: Sequence[Sequence[str]]) -> list[tuple[str, str]] | None:
        """What is recorded of some pairs: one change, or several that touch."""
        if self._looked_at > _MOST_LOOKED_AT:
            return None
        self._looked_at += len(pairs)
        out, words = (_folded("".join(pair[at] for pair in pairs)) for at in (0, 1))
        if not out and not words:
            return []
        return self._parted(out, words, Counter())

    def _parted(
        self, out: str, words: str, used: Counter[tuple[str, str]]
    ) -> list[tuple[str, str]] | None:
        """The recorded changes that one behind the other take out and put in just this."""
        if self._left.get((out, words), [])[used[out, words] :]:
            return [(out, words)]
        self._looked_at += len(self._left) + len(out) + len(words)
        if used.total() == _MOST_TOUCHING or self._looked_at > _MOST_LOOKED_AT:
            return None
        for key, left in self._left.items():
            starts = any(key) and out.startswith(key[0]) and words.startswith(key[1])
            if starts and len(left) > used[key]:
                rest = self._parted(out[len(key[0]) :], words[len(key[1]) :], used + Counter([key]))
                if rest is not None:
                    return [key, *rest]
        return None


def _likeness(change: RecordedChange, around: tuple[str, str]) -> int:
    """How much of what was around a change is around it now."""
    before = _alike(reversed(_folded(change.before)), reversed(around[0]))
    return before + _alike(iter(_folded(change.behind)), iter(around[1]))


def _alike(one: Iterator[str], other: Iterator[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _is_edited(first: Sequence[_Put], last: Sequence[_Put], beside: tuple[str, str]) -> bool:
    """Whether somebody has put words right before the first changes or behind the last since."""
    before, behind = map(_folded, beside)
    heads = [_folded(change.before) for _, change in first]
    tails = [_folded(change.behind) for _, change in last]
    return not (
        any(there.endswith(before[-len(there) :]) for there in heads)
        and any(there.startswith(behind[: len(there)]) for there in tails)
    )


def _folded(words: str) -> str:
    return "".join(words.split())
