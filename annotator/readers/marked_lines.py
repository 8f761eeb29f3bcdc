"""The lines of a law whose markup is its structure, as they are set, and that structure beside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.eids import ELEMENTS
from annotator.readers.dialect import Level
from annotator.readers.traced import Traced, joined
from annotator.source import Marked, Markup

_INDENT = "  "
NOTHING = joined(())
#: Where more of the words stand in no provision, the file does not mark its structure.
_MOST_LOOSE = 0.5


@dataclass(slots=True, eq=False)
class Mark:
    """A provision while it is set.

    ``leads`` is the rank of a heading over what follows it, 0 for what holds its own words;
    ``loose`` tells words that nothing marks as a provision, which are one until the next begins.
    """

    level: Level
    depth: int = 0
    eid: str = ""
    cited: str = ""
    label: Traced = NOTHING
    heading: Traced = NOTHING
    run_in: Traced = NOTHING
    leads: int = 0
    loose: bool = False
    start: int = -1
    body: int = -1
    end: int = -1
    listed: bool = False  # whether items stand in it so far
    said: bool = False  # whether words stand in it so far, and not headings alone
    divided: bool = False  # whether parts or sections stand in it so far

    def frozen(self) -> Marked:
        """The provision as it was set."""
        return Marked(
            kind=self.level.kind,
            depth=self.depth,
            start=self.start,
            body=self.body,
            end=max(self.end, self.body),
            word=self.level.word,
            label=self.label.text,
            heading=_title(self.heading.text or self.run_in.text),
            eid=self.eid,
            cited=self.cited,
            divides=self.level.divides,
        )


def _title(heading: str) -> str:
    """A heading without the marks behind it that part it from words in its line."""
    bare = heading.rstrip(" —–-:")
    return bare.removesuffix(".") if bare != heading else heading


class Lines:
    """The lines of the text as they are set, top to bottom."""

    def __init__(self) -> None:
        #: Whether what is set is the law, and not its front or its end.
        self.in_law = False
        #: Where in the file the words end that were set last.
        self.last = 0
        #: The provisions in which the next words stand, outermost first.
        self.open: list[Mark] = []
        self._parts: list[Traced | str] = []
        self._length = 0
        self._marks: list[Mark] = []
        self._waiting: list[Mark] = []  # for the words behind their number
        self._headings: list[tuple[int, int]] = []
        self._quoted: list[tuple[int, int]] = []
        self._continued: list[int] = []
        self._lawful = self._loose = 0  # letters of the law, and of those in no provision

    def done(self) -> tuple[Traced, Markup | None]:
        """The text, and the structure that was marked in it; None where most of it is not."""
        while self._parts[-2:] == ["\n", "\n"]:
            self._parts.pop()
        text = joined(self._parts)
        if self._loose > _MOST_LOOSE * self._lawful:
            return text, None
        marks = (mark for mark in self._marks if 0 <= mark.start < len(text.text))
        return text, Markup(
            provisions=tuple(mark.frozen() for mark in marks),
            headings=tuple(self._headings),
            quoted=tuple(self._quoted),
            continued=tuple(self._continued),
        )

    def in_unit(self) -> bool:
        """Whether the next words stand in a section or an article, or in an item of a schedule."""
        return any(mark.level.kind in ("unit", "item") and not mark.loose for mark in self.open)

    # Provisions

    def enter(self, mark: Mark) -> None:
        """Begin a provision."""
        if mark.level.kind in ("container", "unit"):
            for one in self.open:
                one.divided = True
        self._marks.append(mark)
        if mark.level.kind in ("container", "group"):
            self._set_waiting()
            self._space()
            mark.start = self._length
            self.set_heading(mark.label)
            self.set_heading(mark.heading)
            if mark.level.kind == "group":
                self._begin_behind_headings()
            mark.body = mark.end = max(mark.start, self._length - 1)
            self._space()
        else:
            if mark.level.kind == "unit":
                self._set_waiting()
                self._space()
            self.set_heading(mark.heading)
            self._waiting.append(mark)
        self.open.append(mark)

    def leave(self, mark: Mark) -> None:
        """End a provision, and what is still open in it."""
        if mark in self._waiting and (mark.label or mark.run_in):
            self.set_line(NOTHING)
        elif mark in self._waiting:
            self._waiting.remove(mark)  # there is nothing of it
        self.close_to(self.open.index(mark))
        if self.open:
            self.open[-1].listed = mark.level.kind == "item" and bool(mark.label)

    def close_to(self, count: int) -> None:
        """Let no more than so many stay open."""
        del self.open[count:]

    def close_loose(self, rank: int = 0) -> None:
        """End words that are loose, and headings of a rank or a lesser one over what follows."""
        while self.open and (self.open[-1].loose or 0 < rank <= self.open[-1].leads):
            self.open.pop()

    # Lines

    def set_line(self, words: Traced, *, quoted: bool = False) -> None:
        """Set words behind the numbers that wait for them."""
        self._count(words)
        # Without words, what has no name waits on, unless something in it has one.
        said = [n for n, mark in enumerate(self._waiting, 1) if words or mark.label or mark.run_in]
        last = said[-1] if said else 0
        waiting, self._waiting = self._waiting[:last], self._waiting[last:]
        innermost = waiting[0] if waiting else None
        above = self.open[: self.open.index(innermost) + 1] if innermost else self.open
        items = sum(mark.level.kind == "item" for mark in above)
        self._add(_INDENT * (items + quoted))
        begin = self._length
        if self.open and self.open[-1].listed and not waiting:
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
        for mark in self._holding():
            if mark.level.kind == "container" and not (mark.said or mark.divided):
                mark.body = begin  # behind headings over its own words
            mark.end, mark.said = self._length, mark.said or self.in_law
            if not self.in_law and mark.level.kind == "container":
                mark.body = self._length
        if quoted:
            self._quoted.append((begin, self._length))
        self._add("\n")

    def _holding(self) -> Iterator[Mark]:
        """What the line is in: of a schedule that has said its words the signatures are no part."""
        for mark in self.open:
            if self.in_law or not mark.said or mark.level.kind != "container":
                yield mark

    def _count(self, words: Traced) -> None:
        """See whether words of the law stand in a provision, and make one of them if they do not.

        What stands in a part or a schedule before its first section is the part's own.
        """
        if not (words and self.in_law):
            return
        self._lawful += len(words.text)
        if self.in_unit():
            return
        container = next((one for one in self.open[::-1] if one.level.kind == "container"), None)
        if container is None or ELEMENTS.get(container.level.word) != "att":
            self._loose += len(words.text)
        if any(one.loose for one in self.open) or self._waiting:
            return
        if container is None or container.divided:
            self.enter(Mark(Level("unit", "section"), depth=len(self.open), loose=True))

    def _set_waiting(self) -> None:
        """Set the numbers that wait for words, and will have none."""
        if any(mark.label or mark.run_in for mark in self._waiting):
            self.set_line(NOTHING)

    def heading(self, words: Traced) -> None:
        """Set a heading that stands by itself: of the container that is open and has no words."""
        self.set_heading(words)
        if words:
            self._begin_behind_headings()

    def _begin_behind_headings(self) -> None:
        """Let the words of the container that is open begin below, if it has none yet."""
        container = self.open[-1] if self.open else None
        if container and container.level.kind == "container" and not container.said:
            container.body = container.end

    def set_heading(self, words: Traced) -> None:
        """Set a heading of what was begun."""
        if words:
            start = self._length
            self._add(words)
            self._headings.append((start, self._length))
            for mark in self.open:
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
            self.last = part.runs.lasts[-1]
