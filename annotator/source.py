"""A law as it was read, and the way back from its text to the file as it lies on disk.

Readers rewrite what they read: line ends become one kind, soft hyphens and the marks of Markdown
go, XML is laid out as it prints. :class:`Runs` remembers for every character where it stood before,
:class:`Origins` says the same of a whole law in lines, columns and bytes of its file.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, overload

import msgspec


class Region(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A stretch of the file as it lies on disk, as an editor counts.

    Lines and columns count from 1; columns are Unicode code points of the decoded file, and the end
    is the column behind the last character. A line ends at LF, CRLF or CR. A byte order mark at the
    beginning is no column; a tab, a soft hyphen and the mark of an emphasis are one each. Where
    start and end are the same, it is a place between two characters.

    In a Word document a line is a paragraph, counted through the document, as *Final* shows it; in
    a PDF it is one of the lines of a page. Pages count from 1, and are 0 in files that have none.
    """

    start_line: int
    start_column: int
    end_line: int
    end_column: int
    start_page: int = 0
    end_page: int = 0


class Location(NamedTuple):
    """Where a person would look up a region: from the first to the last of some units."""

    unit: Literal["line", "paragraph", "page"]
    first: int
    last: int


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Where a run ``[start, end)`` of the canonical text came from.

    In files of text it is the bytes ``[byte_start, byte_end)``, and ``line`` and ``column`` are
    those of the first of them, as :class:`Region` counts; in XML ``element`` names the element
    whose words they are. In files that have no lines it is a ``page``, and a ``paragraph`` (in a
    PDF a line) on it or in the document, both from 1. What a format does not have is 0 or empty.
    The bytes are as many as the characters encode to, or stand for the run as a whole; there are
    none where the reader put the run in.
    """

    start: int
    end: int
    byte_start: int = 0
    byte_end: int = 0
    line: int = 0
    column: int = 0
    page: int = 0
    paragraph: int = 0
    element: str = ""


def _integers() -> array[int]:
    return array("q")


@dataclass(slots=True)
class Runs:
    """From the offsets of a text to those of the text that it was made from, its original.

    A run says what its original says, character by character; or it stands as a whole for a stretch
    of it of another length, as ``&`` for ``&amp;``. That stretch is empty where words were put in:
    they have no original, only a place in it. Runs need not follow each other in the original.
    """

    length: int = 0
    #: Where each run starts in the text, and the stretch of the original that it stands for.
    starts: array[int] = field(default_factory=_integers)
    firsts: array[int] = field(default_factory=_integers)
    lasts: array[int] = field(default_factory=_integers)

    def __len__(self) -> int:
        return len(self.starts)

    def __iter__(self) -> Iterator[tuple[int, int, int, int]]:
        """Each run: its start and end in the text, and those in the original."""
        ends = [*self.starts[1:], self.length]
        return zip(self.starts, ends, self.firsts, self.lasts, strict=True)

    def add(self, length: int, first: int, last: int) -> None:
        """Add a run of ``length`` characters that stand for ``[first, last)`` of the original."""
        if not length:
            return
        if self.starts and self.lasts[-1] == first and self._goes_on(length, first, last):
            self.lasts[-1] = last
        else:
            self.starts.append(self.length)
            self.firsts.append(first)
            self.lasts.append(last)
        self.length += length

    def _goes_on(self, length: int, first: int, last: int) -> bool:
        """Whether both a run and the one before it follow their original, or both have none."""
        width, width_before = last - first, first - self.firsts[-1]
        if width == length:
            return width_before == self.length - self.starts[-1]
        return width == width_before == 0

    def extend(self, other: Runs, start: int, end: int) -> None:
        """Add those of the stretch ``[start, end)`` of a text of the same original."""
        if start >= end:
            return
        begins = other.starts
        first = bisect_right(begins, start) - 1
        last = bisect_left(begins, end, first + 1) - 1
        if first == last:
            self._add_part(other, first, start, end)
            return
        second = begins[first + 1]
        self._add_part(other, first, start, second)
        # What lies between the first and the last is copied in one go: a law has many runs.
        moved = self.length - second
        self.starts.extend([begin + moved for begin in begins[first + 1 : last]])
        self.firsts.extend(other.firsts[first + 1 : last])
        self.lasts.extend(other.lasts[first + 1 : last])
        self.length = begins[last] + moved
        self._add_part(other, last, begins[last], end)

    def _add_part(self, other: Runs, at: int, start: int, end: int) -> None:
        """Add ``[start, end)`` of one run of another."""
        moved = other._moved(at)
        if moved is not None:
            self.add(end - start, start + moved, end + moved)
            return
        first, last = other.firsts[at], other.lasts[at]
        if end - start != last - first:
            self.add(end - start, first, last)
            return
        # As long by chance as what the whole stands for: each letter stands for all of it.
        for _ in range(start, end):
            self.add(1, first, last)

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that ``[start, end)`` of the text came from.

        It reaches from the first to the last character that has an original; what was left out
        between them lies in it. It is empty where the stretch is, or has no original.
        """
        if start == end:
            return self._place(start)
        at = bisect_right(self.starts, start) - 1
        place = self.firsts[at]
        found: tuple[int, int] | None = None
        while at < len(self.starts) and self.starts[at] < end:
            first, last = self._part(at, max(start, self.starts[at]), min(end, self._stop(at)))
            if first < last:
                found = (min(found[0], first), max(found[1], last)) if found else (first, last)
            at += 1
        return found or (place, place)

    def _place(self, offset: int) -> tuple[int, int]:
        """Behind the character before ``offset``; before the next one, where that has no place."""
        if offset:
            first, last = self.back(offset - 1, offset)
            if first < last or offset == self.length:
                return last, last
        first = self.back(offset, offset + 1)[0] if self.length else 0
        return first, first

    def _stop(self, at: int) -> int:
        return self.starts[at + 1] if at + 1 < len(self.starts) else self.length

    def _part(self, at: int, start: int, end: int) -> tuple[int, int]:
        """What ``[start, end)``, which lies in run ``at``, stands for."""
        moved = self._moved(at)
        if moved is None:
            return self.firsts[at], self.lasts[at]
        return start + moved, end + moved

    def _moved(self, at: int) -> int | None:
        """How far behind a run its original lies; None for one that stands as a whole for it."""
        start, first = self.starts[at], self.firsts[at]
        literal = self._stop(at) - start == self.lasts[at] - first
        return first - start if literal else None


@dataclass(slots=True, eq=True)
class Origins(Sequence[Origin]):
    """The origins of a whole text, run after run; what makes a run is :class:`Runs`.

    A sequence of :class:`Origin`, each made when it is asked for: a long law has many.
    """

    runs: Runs = field(default_factory=Runs)
    #: Offsets in the decoded file at which its lines start.
    lines: array[int] = field(default_factory=_integers)
    #: Where the bytes of each run start and end in the file.
    byte_starts: array[int] = field(default_factory=_integers)
    byte_ends: array[int] = field(default_factory=_integers)
    #: For each run the XML element whose words it is; none for other formats.
    elements: tuple[str, ...] = ()
    #: Offsets at which the pages of the file start; none where it has no pages.
    pages: array[int] = field(default_factory=_integers)
    #: Whether the file has no lines as an editor counts them: those are of paragraphs, or of pages.
    laid: bool = False

    def __hash__(self) -> int:
        return hash((self.runs.length, len(self.runs), len(self.lines)))

    def __len__(self) -> int:
        return len(self.runs)

    @overload
    def __getitem__(self, at: int) -> Origin: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Origin, ...]: ...
    def __getitem__(self, at: int | slice) -> Origin | tuple[Origin, ...]:
        if isinstance(at, slice):
            return tuple(self[one] for one in range(*at.indices(len(self))))
        at = range(len(self))[at]
        page, line, column = self._position(self.runs.firsts[at])
        return Origin(
            start=self.runs.starts[at],
            end=self.runs._stop(at),
            byte_start=self.byte_starts[at],
            byte_end=self.byte_ends[at],
            line=0 if self.laid else line,
            column=column,
            page=page,
            paragraph=line if self.laid else 0,
            element=self.elements[at] if self.elements else "",
        )

    def region(self, start: int, end: int) -> Region | None:
        """Where ``[start, end)`` of the text stands in the file; None where the file is not known.

        Raises:
            ValueError: the text has no such stretch.
        """
        if not self.lines:
            return None
        if not 0 <= start <= end <= self.runs.length:
            raise ValueError(f"[{start}, {end}) is no stretch of {self.runs.length} characters")
        first, last = self.runs.back(start, end)
        page, line, column = self._position(first)
        end_page, end_line, end_column = self._position(last)
        return Region(
            start_line=line,
            start_column=column,
            end_line=end_line,
            end_column=end_column,
            start_page=page,
            end_page=end_page,
        )

    def _position(self, offset: int) -> tuple[int, int, int]:
        """Page, line and column of an offset of the decoded file; a line counts on its page."""
        line = bisect_right(self.lines, offset)
        column = offset - self.lines[line - 1] + 1
        page = bisect_right(self.pages, offset)
        before = bisect_left(self.lines, self.pages[page - 1]) if page else 0
        return page, line - before, column


class Marked(msgspec.Struct, frozen=True, kw_only=True):
    """A provision as the file's own markup has it.

    It is a part or a schedule (``container``), a section or an article (``unit``), a subsection or
    an item of a list (``item``), or no more than a heading over several (``group``). It stands in
    the last one before it of a lesser ``depth``. ``word`` is what its element is called in a
    citation (``Part``, ``section``), empty below a unit; ``divides`` says that the element is one
    of those that divide a unit, as a subsection does. ``label`` is what is printed of its number,
    ``heading`` its title, ``eid`` the name that the file gives it, ``cited`` the number by which it
    says that it is cited, as our own files do. ``[start, end)`` is the whole of it in the canonical
    text, without headings above it; its words begin at ``body``.
    """

    kind: Literal["container", "unit", "item", "group"]
    depth: int
    start: int
    body: int
    end: int
    word: str = ""
    label: str = ""
    heading: str = ""
    eid: str = ""
    cited: str = ""
    divides: bool = False


class Markup(msgspec.Struct, frozen=True, kw_only=True):
    """The structure of a law that its file marks, so that nobody needs to guess it.

    ``provisions`` are in the order of the text, ``headings`` the stretches of it that are headings
    and ``quoted`` those that are words of another law, set out to be put into it. ``continued`` is
    where words begin that go on behind the items of a list. What stands in no provision and is no
    heading is no law: the preface, signatures.
    """

    provisions: tuple[Marked, ...]
    headings: tuple[tuple[int, int], ...] = ()
    quoted: tuple[tuple[int, int], ...] = ()
    continued: tuple[int, ...] = ()


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A text as read, before anything is known of its structure but what its file marks.

    ``text`` is the canonical text, to which every offset refers. ``notes`` are sentences for the
    user on how it was read (an encoding that had to be guessed). ``sha256`` is that of the bytes.
    ``language`` is the ISO 639-1 code of what it is written in, ``jurisdiction`` the ISO 3166-1
    code of the law's country, where its format says so. ``origins`` says of every run of the text
    where in the file it came from; it is empty for a text that came from none. ``date`` is that of
    the law, as its format states it (``2004-05-06``), ``markup`` the structure that it marks.
    ``original`` is the file itself, kept where a writer can give it back changed: a Word document.
    ``line_end`` is how most lines of the file end, which in ``text`` all end with LF.
    """

    text: str
    name: str
    title: str
    format: str
    sha256: str
    language: str = "en"
    notes: tuple[str, ...] = ()
    jurisdiction: str = ""
    origins: Origins = msgspec.field(default_factory=Origins)
    date: str = ""
    markup: Markup | None = None
    original: bytes = b""
    line_end: Literal["\n", "\r\n", "\r"] = "\n"

    def region(self, start: int, end: int) -> Region | None:
        """Where ``[start, end)`` of the text stands in the file as it lies on disk.

        Marks and hyphens that were left out lie in it only between its first and last characters.
        None for a text that came from no file.

        Raises:
            ValueError: the text has no such stretch.
        """
        return self.origins.region(start, end)

    def place(self, region: Region) -> Location:
        """The pages of a region; where the file has none, its paragraphs or its lines."""
        if region.start_page:
            return Location("page", region.start_page, region.end_page)
        unit: Literal["line", "paragraph"] = "paragraph" if self.origins.laid else "line"
        return Location(unit, region.start_line, region.end_line)
