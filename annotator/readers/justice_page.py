"""Consolidated Acts and regulations in the XML of Justice Canada, laid out as they are printed.

The title comes first; headings are set off by blank lines; a marginal note stands on a line of its
own above its provision; items stand on lines of their own, two blanks deeper a level::

    Release
    14 (1) An officer may order the release of
      (a) a foreign national, or
        (i) ...

What is not the law's own wording is left out: historical notes, footnotes, amendments not in force.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from annotator.readers.dates import date_in
from annotator.readers.traced import Piece, Traced, joined, made
from annotator.readers.xml_text import XmlText, tag_of

#: Elements whose words are editorial.
SKIPPED = frozenset(
    (
        "Footnote",
        "FootnoteRef",
        "HistoricalNote",
        "OriginatingRef",
        "Image",
        "RecentAmendments",
        "RelatedOrNotInForce",
        "BillPiece",
        "RegulationPiece",
    )
)

# How many levels deeper each kind of provision stands than the section.
_DEPTH = {
    "Definition": 1,
    "Paragraph": 1,
    "Subparagraph": 2,
    "Clause": 3,
    "Subclause": 4,
    "ContinuedSectionSubsection": 1,
    "ContinuedDefinition": 1,
    "ContinuedParagraph": 2,
    "ContinuedSubparagraph": 3,
    "ContinuedFormulaParagraph": 2,
    "FormulaParagraph": 2,
    "FormulaDefinition": 1,
}

# Elements of a line each, outside numbered provisions.
_BARE = (
    "FormulaText",
    "FormulaConnector",
    "Caption",
    "title",
    "Repealed",
    "BilingualItemEn",
    "SignatureName",
    "SignatureTitle",
    "AlternateText",
    "Text",
)

_INDENT = "  "


def laid_out(xml: XmlText) -> tuple[Traced, str | None]:
    """The text of an Act or a regulation, with its short title."""
    page = _Page(xml)
    title = _title(xml)
    if title:
        page.line(title)
    for body in xml.root:
        if tag_of(body) in ("Body", "Schedule"):
            page.set(body)
    return page.text(), title.text if title else None


def stated_date(xml: XmlText) -> str:
    """When an Act was assented to, or a regulation registered; empty where that is not stated."""
    return date_in(
        "-".join((date.findtext(name) or "").strip().zfill(2) for name in ("YYYY", "MM", "DD"))
        for path in ("BillHistory/Stages[@stage='assented-to']/Date", "RegistrationDate/Date")
        for date in xml.root.iterfind(f".//{path}")
    )


def _title(xml: XmlText) -> Traced | None:
    for path in ("Identification/ShortTitle", "Identification/LongTitle"):
        words = _words(xml, xml.root.find(path))
        if words:
            return words
    return None


def _words(xml: XmlText, element: etree._Element | None) -> Traced:
    """All the words of an element, white space folded, editorial matter left out."""
    pieces: list[Piece] = []
    if element is not None:
        _gather(xml, element, pieces)
    return Traced.of(pieces).folded()


def _gather(xml: XmlText, element: etree._Element, pieces: list[Piece]) -> None:
    pieces += xml.text(element)
    for child in element:
        tag = tag_of(child)
        if tag in ("Leader", "LeaderRightJustified", "LineBreak"):
            pieces.append(made(" ", pieces))
        elif tag == "FormBlank":
            pieces.append(made("____", pieces))
        elif tag not in SKIPPED:
            # A repeal that follows a term without a blank would run into it.
            if tag == "Repealed":
                pieces.append(made(" ", pieces))
            _gather(xml, child, pieces)
        pieces += xml.tail(child)


_NOTHING = joined(())

#: What stands on a line: words of the file, and what is put between them.
_Line = tuple[Traced | str, ...]


def _between(mark: str, words: Iterable[Traced]) -> _Line:
    """The words with the mark between them."""
    return tuple(part for one in words for part in (mark, one))[1:]


class _Page:
    """The lines of the text as they are set, top to bottom."""

    def __init__(self, xml: XmlText) -> None:
        self._xml = xml
        self._lines: list[_Line] = []
        self._number = _NOTHING  # of a section, until the words that it opens are known

    def text(self) -> Traced:
        while self._lines and not self._lines[-1]:
            self._lines.pop()
        return joined(part for line in self._lines for part in (*line, "\n"))

    def line(self, *words: Traced, depth: int = 0) -> None:
        """Set a line of the words that are not empty, a blank between them; or none."""
        self._set_line(_between(" ", filter(None, words)), depth)

    def _set_line(self, parts: _Line, depth: int) -> None:
        if parts:
            self._lines.append((_INDENT * depth, *parts))

    def blank(self, lines: int = 1) -> None:
        """See to it that so many blank lines stand above what comes next."""
        while any(self._lines[-lines:]):
            self._lines.append(())

    def set(self, element: etree._Element, depth: int = 0) -> None:
        """Set one element and all that it holds, in the order in which it is printed."""
        tag = tag_of(element)
        if tag in SKIPPED or element.get("id") in ("RelatedProvs", "NifProvs"):
            return
        setter = _SETTERS.get(tag)
        if setter is not None:
            setter(self, element, depth)
        else:
            for child in element:
                self.set(child, depth)

    def heading(self, element: etree._Element, depth: int) -> None:
        title = self._words(element.find("TitleText"))
        if element.get("level") == "1":
            title = title.upper()
        self.blank(2)
        self.line(self._words(element.find("Label")), title)
        self.line(self._words(element.find("MarginalNote")))
        self.blank()

    def schedule_heading(self, element: etree._Element, depth: int) -> None:
        self.heading(element, depth)
        origin = element.find("OriginatingRef")
        if origin is not None:
            self.line(self._words(origin))
            self.blank()

    def section(self, element: etree._Element, depth: int) -> None:
        note, number, words = self._opening(element)
        first = element.find("Subsection")
        if not words and first is not None:
            # The number of a section without words of its own opens its first subsection.
            self._number = number
            note = note or self._words(first.find("MarginalNote"))
            self.line(note)
        else:
            self.line(note)
            self.line(number, words)
        self.rest(element, 0)
        self.blank()

    def subsection(self, element: etree._Element, depth: int) -> None:
        note, number, words = self._opening(element)
        if self._number:
            self.line(self._number, number, words)
            self._number = _NOTHING
        else:
            self.line(note)
            self.line(number, words, depth=1)
        self.rest(element, depth)

    def item(self, element: etree._Element, depth: int) -> None:
        """A paragraph, a definition or what continues one: its own depth below its base."""
        note, number, words = self._opening(element)
        depth_here = depth + _DEPTH[tag_of(element)]
        self.line(note)
        self.line(number, words, depth=depth_here)
        self.rest(element, depth + 1 if tag_of(element) == "Definition" else depth)

    def provision(self, element: etree._Element, depth: int) -> None:
        """A numbered or bare provision of a schedule; one inside another stands deeper."""
        note, number, words = self._opening(element)
        self.line(note)
        self.line(number, words, depth=depth)
        for child in element:
            if tag_of(child) not in ("MarginalNote", "Label", "Text"):
                self.set(child, depth + 1)
        if not depth:
            self.blank()

    def rest(self, element: etree._Element, depth: int) -> None:
        for child in element:
            if tag_of(child) not in ("MarginalNote", "Label", "Text"):
                self.set(child, depth)

    def amended_text(self, element: etree._Element, depth: int) -> None:
        """Words put into another Act: quoted, so that their numbers are not taken for the law's."""
        paragraphs = [words for words in map(self._words, element) if words]
        for at, words in enumerate(paragraphs):
            closing = "”" if at == len(paragraphs) - 1 else ""
            self._set_line(("“", words, closing), depth + 2)

    def formula(self, element: etree._Element, depth: int) -> None:
        term = self._words(element.find("FormulaTerm"))
        self.line(term, self._words(element.find("Text")), depth=depth + 1)
        for child in element:
            if tag_of(child) not in ("FormulaTerm", "Text"):
                self.set(child, depth)

    def row(self, element: etree._Element, depth: int) -> None:
        """A row of a table, between bars, so that its first cell is not taken for a number."""
        cells = [self._words(cell) for cell in element]
        if any(cells):
            self._set_line(("| ", *_between(" | ", cells), " |"), depth + 1)

    def words(self, element: etree._Element, depth: int) -> None:
        self.line(self._words(element), depth=depth + 1)

    def _words(self, element: etree._Element | None) -> Traced:
        return _words(self._xml, element)

    def _opening(self, element: etree._Element) -> tuple[Traced, Traced, Traced]:
        """A provision's marginal note, number and words."""
        return (
            self._words(element.find("MarginalNote")),
            self._words(element.find("Label")),
            self._words(element.find("Text")),
        )


_SETTERS = {
    "Heading": _Page.heading,
    "GroupHeading": _Page.heading,
    "ScheduleFormHeading": _Page.schedule_heading,
    "Section": _Page.section,
    "Subsection": _Page.subsection,
    **dict.fromkeys(_DEPTH, _Page.item),
    "FormulaDefinition": _Page.formula,
    "Provision": _Page.provision,
    "Item": _Page.provision,
    "AmendedText": _Page.amended_text,
    "ReadAsText": _Page.amended_text,
    "row": _Page.row,
    **dict.fromkeys(_BARE, _Page.words),
}
