"""The words of XML elements, piece by piece, each with its place in the file."""

from __future__ import annotations

from lxml import etree

from annotator.readers.decoding import canonical
from annotator.readers.dialect import Dialect
from annotator.readers.traced import Piece, Traced, made
from annotator.readers.xml_text import Worded, tag_of

_NOTHING = Traced.of(())


def words_of(xml: Worded, dialect: Dialect, element: etree._Element | None) -> Traced:
    """All the words of an element on one line, without notes."""
    pieces: list[Piece] = []
    if element is not None:
        _gather(xml, dialect, element, pieces)
    return on_one_line(pieces)


def _gather(xml: Worded, dialect: Dialect, element: etree._Element, pieces: list[Piece]) -> None:
    pieces += xml.text(element)
    for child in element:
        if not dialect.is_skipped(child):
            tag = tag_of(child)
            apart = tag in dialect.blocks or tag in dialect.breaks
            if apart:
                put(" ", pieces)
            _gather(xml, dialect, child, pieces)
            if apart:
                put(" ", pieces)
        pieces += xml.tail(child)


def put(words: str, pieces: list[Piece], place: int = 0) -> None:
    """Put in what the file has not, where the words before it end, or at the place."""
    if words:
        pieces.append(made(words, pieces, place))


def on_one_line(pieces: list[Piece]) -> Traced:
    """The pieces as one text, white space folded."""
    if not any(words and not words.isspace() for words, _, _ in pieces):
        return _NOTHING
    return canonical(Traced.of(pieces)).folded()


def without_blanks(pieces: list[Piece]) -> list[Piece]:
    """The pieces without the blanks that they begin with; they have words."""
    at = next(at for at, (words, _, _) in enumerate(pieces) if words.strip())
    words, first, last = pieces[at]
    kept = words.lstrip()
    cut = len(words) - len(kept) if last - first == len(words) else 0
    return [(kept, first + cut, last), *pieces[at + 1 :]]
