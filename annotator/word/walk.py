"""The way through the body of a document, from its beginning to its end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from lxml import etree

from annotator.word.counting import COUNTING, CountingFields, kind_of
from annotator.word.fields import Fields
from annotator.word.names import BOX, GONE, MC, M, W, is_on, number, says_yes, value
from annotator.word.numbering import Numbering
from annotator.word.package import Package
from annotator.word.paragraphs import (
    LINE_BREAK,
    PAGE_BREAK,
    Cell,
    Piece,
    WordParagraph,
    paragraph_elements,
)
from annotator.word.styles import Styles, as_outline
from annotator.word.symbols import is_private, of_symbol, spelt

#: What stands in a run and is one character.
CHARACTERS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": LINE_BREAK,
    W + "noBreakHyphen": "-",
    W + "softHyphen": "\u00ad",
}
_WHITE_SPACE = str.maketrans("\n\r\t", "   ")
#: Where no text of the body is: properties, and what was deleted or moved away.
_WITHOUT_TEXT = GONE | {
    W + name
    for name in (
        "pPr", "rPr", "sectPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr",
        "customXmlPr", "smartTagPr", "fldData", "rt",
    )
}  # fmt: skip
_PICTURES = frozenset({W + "drawing", W + "pict", W + "object"})
#: A constitution has hundreds, a tax code some ten thousand.
_MOST_PARAGRAPHS = 200_000
#: How a frame holds the first letter of the paragraph behind it, that goes over several lines.
_DROPPED = ("drop", "margin")
_NOTE_MARKS = frozenset({W + "footnoteReference", W + "endnoteReference"})
#: What a content control says of itself that holds a table of contents.
_LISTING = "Table of Contents"
_ELSEWHERE = frozenset({W + "altChunk", W + "subDoc"})


#: Words, the element that they stand in, the index of its paragraph, and whether they are struck.
_Said = tuple[str, etree._Element, int, bool]


class _Carried:
    """Paragraphs whose marks are gone, and which the next one therefore goes on.

    What they become has the properties of the last, whose mark remains; where only one of them has
    words, of that one.
    """

    def __init__(self) -> None:
        self.words: list[_Said] = []
        self.indices: list[int] = []
        self.owner: etree._Element | None = None
        self._speaks = self._kept = False

    def met(self, paragraph: etree._Element, *, speaks: bool) -> None:
        """Go on with a paragraph."""
        if not self._kept and (speaks or not self._speaks):
            self.owner = paragraph
        self._speaks = self._speaks or speaks

    def keep_owner(self) -> None:
        """What is printed behind this paragraph on the same line takes its number and style."""
        self._kept = self._speaks


class Walk:
    """What is met on the way through a document; ``paragraphs`` are those that *Final* shows.

    Args:
        package: its parts.
    """

    def __init__(self, package: Package) -> None:
        root = package.document
        self.paragraphs: list[WordParagraph] = []
        self.note_marks = self.boxes = self.elsewhere = 0
        self._index = _indices(package)
        self._styles = Styles(package.part("styles"))
        self._numbering = Numbering(package.part("numbering"), self._styles)
        self._fields = Fields(root)
        self._carried = _Carried()
        self._start = self._tables = 0
        self._cells: list[Cell] = []
        self._words: list[_Said] = []
        self._counts = CountingFields(self._numbering)
        #: The fields of a paragraph that count, and whether words stand before each.
        self._counted: list[tuple[str, etree._Element, bool]] = []
        #: How many fields print a number, that is written nowhere, amid words.
        self.counting = 0
        #: Whether the words of a run are struck out, and those of a paragraph by its style.
        self._struck = self._striking = False
        #: In how many content controls that hold a table of contents.
        self._listings = 0
        #: Whether those are words of a table of contents; both, where some are and some are not.
        self._said: set[bool] = set()
        body = root.find(W + "body")
        if body is not None:
            self._blocks(body)
        self._end_of_cell()

    def _blocks(self, parent: etree._Element) -> None:
        for child in parent:
            if child.tag == W + "p":
                self._paragraph(child)
            elif child.tag == W + "tbl":
                self._end_of_cell()
                self._table(child)
            elif child.tag == MC + "AlternateContent":
                self._blocks(_chosen(child))
            elif child.tag in _ELSEWHERE:
                self.elsewhere += 1
            elif child.tag not in _WITHOUT_TEXT:
                listing = value(child, "sdtPr/docPartObj/docPartGallery") == _LISTING
                self._listings += listing
                self._blocks(child)
                self._listings -= listing

    @property
    def _in_contents(self) -> bool:
        return self._listings > 0 or self._fields.in_contents

    def _table(self, table: etree._Element) -> None:
        self._tables += 1
        number_, row = self._tables, 0
        for one in _rows(table):
            properties = one.find(W + "trPr")
            if _is_gone(properties) or is_on(properties, "hidden"):
                continue
            row += 1
            header = bool(is_on(properties, "tblHeader"))
            column = 1 + number(value(properties, "gridBefore"))
            for cell in _cells(one):
                if cell.find(f"{W}tcPr/{W}cellDel") is not None:
                    continue
                within = self._cells[-1] if self._cells else None
                self._cells.append(Cell(number_, row, column, within, header))
                self._blocks(cell)
                self._end_of_cell()
                self._cells.pop()
                column += max(1, number(value(cell, "tcPr/gridSpan"), 1))

    def _paragraph(self, paragraph: etree._Element) -> None:
        index = self._index.get(paragraph)
        if index is None:
            return
        properties = paragraph.find(W + "pPr")
        style = self._styles.of(properties)
        hidden = self._styles.hides(style)
        self._striking = self._styles.strikes(style)
        self._words, self._said = [], set()
        self._runs(paragraph, index, hidden)
        contents = self._said == {True}
        carried = self._carried
        carried.words += self._words
        carried.indices.append(index)
        carried.met(paragraph, speaks=bool(self._said))
        mark = None if properties is None else properties.find(W + "rPr")
        if _is_gone(mark) or value(properties, "framePr", "dropCap") in _DROPPED:
            return
        if _is_hidden(mark, self._styles, hidden):
            carried.keep_owner()
            return
        self._emit(contents)

    def _end_of_cell(self) -> None:
        """No paragraph runs on into a table, or out of its cell: a mark stays there."""
        if self._carried.words:
            self._emit(self._in_contents)
        self._carried = _Carried()

    def _emit(self, contents: bool) -> None:
        carried, self._carried = self._carried, _Carried()
        owner = carried.owner
        if owner is None:
            return
        properties = owner.find(W + "pPr")
        style = self._styles.of(properties)
        outline = value(properties, "outlineLvl")
        text = "".join(words for words, *_ in carried.words)
        starts = accumulate((len(words) for words, *_ in carried.words), initial=0)
        name = self._styles.name(style)
        # A paragraph of nothing but the end of a section is no member of a list.
        counts = text or properties is None or properties.find(W + "sectPr") is None
        label = self._numbering.label(properties) if counts else None
        outlined = self._styles.outline(style) if outline is None else as_outline(outline)
        numbers = [label.text] if label else []
        numbers += self._numbers_of_fields(outlined)
        self.paragraphs.append(
            WordParagraph(
                start=self._start,
                text=text,
                pieces=tuple(
                    Piece(start, *one) for start, one in zip(starts, carried.words, strict=False)
                ),
                element=owner,
                indices=tuple(carried.indices),
                style=name,
                outline=outlined,
                label=" ".join(numbers),
                gap=" " if len(numbers) > bool(label) else label.gap if label else "",
                level=label.level if label else None,
                cell=self._cells[-1] if self._cells else None,
                contents=contents or name.startswith("toc "),
                by_field=len(numbers) > bool(label),
            )
        )
        self._start += len(text) + 1

    def _numbers_of_fields(self, outline: int | None) -> Iterator[str]:
        """What the fields at the beginning of a paragraph print; those amid words are counted."""
        fields, self._counted = self._counted, []
        for instruction, paragraph, amid in fields:
            printed = self._counts.printed(instruction, paragraph, outline)
            self.counting += amid
            if not amid:
                yield printed

    def _note_field(self, instruction: str, inside: etree._Element) -> None:
        if kind_of(instruction) in COUNTING:
            words = "".join(words for words, *_ in (*self._carried.words, *self._words))
            paragraph = next(inside.iterancestors(W + "p"))
            self._counted.append((instruction, paragraph, bool(words.strip())))

    def _runs(self, parent: etree._Element, index: int, hidden: bool) -> None:
        for child in parent:
            tag = child.tag
            if tag == W + "r":
                self._run(child, index, _is_hidden(child.find(W + "rPr"), self._styles, hidden))
            elif tag == M + "t":
                self._say(child.text or "", child, index, hidden)
            elif tag == MC + "AlternateContent":
                self._runs(_chosen(child), index, hidden)
            elif tag in _ELSEWHERE:
                self.elsewhere += 1
            elif tag not in _WITHOUT_TEXT and tag != W + "p":
                if tag == W + "fldSimple":
                    self._note_field(child.get(W + "instr", ""), child)
                self._runs(child, index, hidden)

    def _run(self, run: etree._Element, index: int, hidden: bool) -> None:
        self._struck = self._is_struck(run.find(W + "rPr"))
        for child in run:
            tag = child.tag
            if tag == W + "t":
                self._say(_words_of(child, run), child, index, hidden)
            elif tag in CHARACTERS:
                self._say(CHARACTERS[tag], child, index, hidden)
            elif tag == W + "br":
                page = child.get(W + "type") == "page"
                self._say(PAGE_BREAK if page else LINE_BREAK, child, index, hidden)
            elif tag == W + "sym":
                symbol = of_symbol(child.get(W + "font", ""), child.get(W + "char", ""))
                self._say(symbol, child, index, hidden)
            elif tag in (W + "fldChar", W + "instrText"):
                self._fields.meet(child)
                self._note_field(self._fields.ended, child)
            elif tag in _NOTE_MARKS:
                self.note_marks += 1
                # The rest of the run is its mark, where that is one of the author's own.
                hidden = hidden or says_yes(child, "customMarkFollows")
            elif tag in _PICTURES:
                self.boxes += _boxes_with_words(child)
            elif tag == MC + "AlternateContent":
                self._run(_chosen(child), index, hidden)
            elif tag == W + "ruby":
                base = child.find(W + "rubyBase")
                if base is not None:
                    self._runs(base, index, hidden)

    def _is_struck(self, properties: etree._Element | None) -> bool:
        """Whether a line is drawn through the words of a run."""
        said = [is_on(properties, look) for look in ("strike", "dstrike")]
        if any(one is not None for one in said):
            return any(said)
        style = value(properties, "rStyle")
        return self._striking or (style is not None and self._styles.strikes(style))

    def _say(self, words: str, element: etree._Element, index: int, hidden: bool) -> None:
        if words and not hidden and not self._fields.in_instruction:
            self._words.append((words, element, index, self._struck))
            if words.strip():
                self._said.add(self._in_contents)


def _indices(package: Package) -> dict[etree._Element, int]:
    """The paragraphs of the document, as they are counted."""
    indices: dict[etree._Element, int] = {}
    for paragraph in paragraph_elements(package.document):
        indices[paragraph] = len(indices) + 1
        if len(indices) > _MOST_PARAGRAPHS:
            raise package.too_much(f"over {_MOST_PARAGRAPHS:,} paragraphs")
    return indices


def _words_of(element: etree._Element, run: etree._Element) -> str:
    """What a ``w:t`` says, character for character as it prints."""
    words = (element.text or "").translate(_WHITE_SPACE)
    return spelt(value(run, "rPr/rFonts", "ascii") or "", words) if is_private(words) else words


def _is_gone(properties: etree._Element | None) -> bool:
    """Whether a row, or the mark of a paragraph, was deleted or moved away."""
    return properties is not None and any(properties.find(tag) is not None for tag in GONE)


def _is_hidden(properties: etree._Element | None, styles: Styles, otherwise: bool) -> bool:
    """Whether a run, or the mark of a paragraph, is hidden text."""
    if properties is None:
        return otherwise
    said = is_on(properties, "vanish")
    if said is not None:
        return said
    style = value(properties, "rStyle")
    return otherwise or (style is not None and styles.hides(style))


def _chosen(alternatives: etree._Element) -> etree._Element:
    """The one of several forms of the same that Word shows: the first."""
    return next(iter(alternatives), alternatives)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    return _children(table, W + "tr")


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    return _children(row, W + "tc")


def _children(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table, or the cells of a row, through content controls and the like."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag == MC + "AlternateContent":
            yield from _children(_chosen(child), tag)
        elif child.tag not in _WITHOUT_TEXT and child.tag != W + "p":
            yield from _children(child, tag)


def _boxes_with_words(picture: etree._Element) -> int:
    """How many text boxes with words lie in a picture, of those that Word shows."""
    return sum(
        any((text.text or "").strip() for text in box.iter(W + "t"))
        for box in picture.iter(BOX)
        if not any(above.tag == MC + "Fallback" for above in box.iterancestors())
    )
