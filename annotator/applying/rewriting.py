"""A law as text with its edits made: in its own file, byte by byte, or in its canonical text.

What an edit does not change stays as it lies in the file: line ends, marks of Markdown, soft
hyphens, the bytes of an older encoding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from annotator.errors import InputError
from annotator.expressions import expression
from annotator.lang import language
from annotator.readers.decoding import decode
from annotator.schedule import Amendment
from annotator.schema import Annotation, Edit, Source

#: The formats whose files are text that the law is written in as it stands.
IN_PLACE = frozenset({"txt", "markdown"})
#: What a reader leaves out and is nothing to be seen: it goes with the words around it.
_UNSEEN = expression("[\r\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
#: Marks that close behind a word.
_CLOSING = expression(r"(?:[*_~`]+|</[A-Za-z][^<>\n]*>)+")
_EMPHASIS, _OPENING = expression(r"[*_~`]+"), expression(r"(?<!\\)[*_~`]+$")
#: No mark is longer.
_LONGEST = 8


class _Piece(NamedTuple):
    """What stands in the place of a stretch of the decoded file."""

    start: int
    end: int
    words: str


def edits_of(made: Iterable[Amendment], annotation: Annotation) -> list[Edit]:
    """All edits, in the order in which they are to be made.

    Of those at one place words that go on in a line stand before new lines. One that takes out all
    that a provision says leaves behind its number that it is repealed.
    """
    text = annotation.text
    mark = language(annotation.law.language).margin.REPEALED
    provisions = (one for tree in annotation.provisions for one in tree.walk())
    said = {_stretch(text, one.body, one.end) for one in provisions if one.number}
    edits = [
        replace(edit, text=mark)
        if not edit.text and _stretch(text, edit.start, edit.end) in said
        else edit
        for one in made
        for edit in one.edits
    ]
    return sorted(edits, key=lambda one: (one.start, one.end, one.text.startswith("\n")))


def _stretch(text: str, start: int, end: int) -> tuple[int, int]:
    """Where words stand, without the blanks around them."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def amended_file(data: bytes, source: Source, edits: Iterable[Edit]) -> bytes:
    """The file of a law with edits of its canonical text; all else is as it was.

    Args:
        data: the file.
        source: read from it, of one of the formats ``IN_PLACE``.
        edits: of the canonical text.

    Raises:
        InputError: words cannot be written in the encoding of the file.
    """
    decoded = decode(data, source.name)
    pieces = [piece for edit in edits for piece in _pieces(edit, source, decoded.text)]
    pieces.sort(key=lambda one: one.start)
    bytes_at = decoded.bytes_at([place for one in pieces for place in one[:2]])
    parts, at = [], 0
    for piece in pieces:
        start, end = bytes_at[piece.start], bytes_at[piece.end]
        words = piece.words.replace("\n", source.line_end)
        try:
            parts += [data[at:start], words.encode(decoded.encoding)]
        except UnicodeEncodeError as error:
            raise InputError(
                f"{source.name} is in {decoded.encoding}, which has no {error.object[error.start]}"
                ": save the law as UTF-8, and review it again."
            ) from None
        at = end
    return b"".join(parts) + data[at:]


def _pieces(edit: Edit, source: Source, file: str) -> Iterator[_Piece]:
    """An edit in the decoded file: the words at its first stretch, all others taken out."""
    stretches = list(_stretches(edit, source, file))
    if not stretches:
        place = _behind_marks(edit.start, source, file)
        yield _Piece(place, place, edit.text)
        return
    if not edit.text and source.format == "markdown":
        stretches = _with_marks(stretches, file)
    for at, (start, end) in enumerate(stretches):
        yield _Piece(start, end, "" if at else edit.text)


def _with_marks(stretches: list[tuple[int, int]], file: str) -> list[tuple[int, int]]:
    """What is taken out, with the marks that then would set nothing apart."""
    start, end = stretches[0][0], stretches[-1][1]
    inside = "".join(file[one[1] : other[0]] for one, other in pairwise(stretches))
    opening, closing = _OPENING.search(file[:start][-_LONGEST:]), _EMPHASIS.match(file, end)
    behind = closing[0] if closing and not inside else ""
    if opening is None or opening[0] != inside + behind:
        return stretches
    return [(start - len(opening[0]), end + len(behind))]


def _stretches(edit: Edit, source: Source, file: str) -> Iterator[tuple[int, int]]:
    """The stretches of the decoded file that the words of an edit are, without what is between."""
    runs = source.origins.runs
    start = end = -1
    for at in range(edit.start, edit.end):
        first, last = runs.back(at, at + 1)
        if first == last or last <= end:
            continue
        if end >= 0 and (first == end or _UNSEEN.fullmatch(file, end, first)):
            end = last
            continue
        if end >= 0:
            yield start, end
        start, end = first, last
    if end >= 0:
        yield start, end


def _behind_marks(offset: int, source: Source, file: str) -> int:
    """Where words are put in before an offset: behind the marks that close before it."""
    place = source.origins.runs.back(offset, offset)[0]
    if source.format != "markdown" or not place or file[place - 1].isspace():
        return place
    marks = _CLOSING.match(file, place)
    if marks is None:
        return place
    runs = source.origins.runs
    following = runs.back(offset, offset + 1)[0] if offset < runs.length else len(file)
    return marks.end() if marks.end() <= following else place
