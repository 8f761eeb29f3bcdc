"""The titles that items have behind their labels where no dash stands behind the title.

``(a) In general`` with the words on the next line, as codes are printed; ``(a) Form. An application
must be made`` as regulations are. One item alone says nothing: only where each item of a list, but
for those left out, has such a title are they titles.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.segmenter.inside.line_index import LineIndex
from annotator.segmenter.inside.node import Node
from annotator.segmenter.lines.headings import looks_like_heading
from annotator.segmenter.lines.titles_before_words import title_before_stop

_MAX_TITLE = 120
#: So many words may stand before a full stop that ends a title, and before a break that does.
_WORDS_BEFORE_STOP, _WORDS_BEFORE_BREAK = 7, 12
_OPENS_WORDS = expression(r"[A-Z“\"‘]|\((?:1|a|i|A|I)\)")


class _Titled(NamedTuple):
    """A title behind a label, and the offset at which the item's words begin."""

    text: str
    body: int


_Reader = Callable[[Node, LineIndex, StructureWords], _Titled | None]


def find_item_titles(root: Node, index: LineIndex, words: StructureWords) -> None:
    """Give the items below a section the titles that stand behind their labels."""
    for parent in root.walk():
        items = parent.children
        if len(items) < 2 or not all(item.label and not item.heading for item in items):
            continue
        for read in (_on_its_line, _before_a_stop):
            titles = _titles(items, index, words, read)
            if len(titles) > 1:
                for item, titled in titles:
                    item.heading, item.body = titled.text, titled.body
                break


def _titles(
    items: list[Node], index: LineIndex, words: StructureWords, read: _Reader
) -> list[tuple[Node, _Titled]]:
    """The title of each item that is not left out; none if one of them has no title."""
    found = []
    for item in items:
        titled = read(item, index, words)
        if titled is not None:
            found.append((item, titled))
        elif not words.repealed.match(index.words(item.body, min(item.end, item.body + 40))):
            return []
    return found


def _on_its_line(item: Node, index: LineIndex, words: StructureWords) -> _Titled | None:
    """A title that fills the line of the label, above the item's words or its first item."""
    lines, i = index.lines, index.at(item.body)
    if i + 1 >= len(lines) or item.body < lines[i].start:
        return None
    text, below = lines[i].text[item.body - lines[i].start :], lines[i + 1]
    text = text.removesuffix(".")
    if below.start >= item.end or below.furniture or below.soft or not _is_title(text, words):
        return None
    first = item.children[0] if item.children else None
    if first is not None and first.start == below.start:
        opens = bool(_OPENS_WORDS.match(below.text))
    else:
        opens = below.text[0].isupper() or below.text[0] in '“"‘'
    return _Titled(text, below.start) if opens else None


def _is_title(text: str, words: StructureWords) -> bool:
    return (
        len(text) < _MAX_TITLE
        and text.count(" ") < _WORDS_BEFORE_BREAK
        and text[-1:] not in (".", "")
        and looks_like_heading(text, words)
        and not words.finite.search(text)
    )


def _before_a_stop(item: Node, index: LineIndex, words: StructureWords) -> _Titled | None:
    """A title that a full stop parts from the item's words in its line."""
    i = index.at(item.body)
    if i >= len(index.lines) or item.body < index.lines[i].start:
        return None
    line = index.lines[i]
    titled = title_before_stop(line.text, item.body - line.start, _WORDS_BEFORE_STOP, words)
    if titled is None or line.start + titled[1] >= item.end:
        return None
    return _Titled(titled[0], line.start + titled[1])
