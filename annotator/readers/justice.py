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

import re
from collections.abc import Iterator

from lxml import etree

from annotator.errors import InputError

_SKIPPED = frozenset(
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


def is_justice_xml(text: str) -> bool:
    """Whether ``text`` is XML whose root is Justice Canada's ``Statute`` or ``Regulation``."""
    return re.search(r"<(Statute|Regulation)[\s>]", text[:5000]) is not None


def plain_text(data: bytes, name: str) -> tuple[str, str | None]:
    """Lay the XML out as text; return it with the law's short title.

    Raises:
        InputError: ``data`` is not well-formed, or leans on entities of its own.
    """
    root = _parse(data, name)
    title = _title(root)
    page = _Page()
    if title:
        page.line(title)
    for body in root:
        if _tag(body) in ("Body", "Schedule"):
            page.set(body)
    return page.text(), title


def _parse(data: bytes, name: str) -> etree._Element:
    # A law may come from anywhere: nothing is fetched, no entity is expanded, no tree is huge.
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(
            f"{name} is not well-formed XML ({error.msg}): fetch it again from its publisher."
        ) from None
    if next(root.iter(etree.Entity), None) is not None:
        raise InputError(
            f"{name} uses entities of its own, which are not expanded: save it without."
        )
    return root


def _title(root: etree._Element) -> str | None:
    for path in ("Identification/ShortTitle", "Identification/LongTitle"):
        element = root.find(path)
        if element is not None and _words(element):
            return _words(element)
    return None


def _tag(element: etree._Element) -> str:
    return etree.QName(element).localname


def _words(element: etree._Element | None) -> str:
    """All the words of an element, white space folded, editorial matter left out."""
    return "" if element is None else " ".join("".join(_runs(element)).split())


def _runs(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        tag = _tag(child)
        if tag in ("Leader", "LeaderRightJustified", "LineBreak"):
            yield " "
        elif tag == "FormBlank":
            yield "____"
        elif tag not in _SKIPPED:
            # A repeal that follows a term without a blank would run into it.
            yield " " if tag == "Repealed" else ""
            yield from _runs(child)
        yield child.tail or ""


class _Page:
    """The lines of the text as they are set, top to bottom."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._number = ""  # of a section, until the words that it opens are known

    def text(self) -> str:
        return "\n".join(self._lines).strip("\n") + "\n"

    def line(self, words: str, depth: int = 0) -> None:
        if words:
            self._lines.append(_INDENT * depth + words)

    def blank(self, lines: int = 1) -> None:
        """See to it that so many blank lines stand above what comes next."""
        while any(self._lines[-lines:]):
            self._lines.append("")

    def set(self, element: etree._Element, depth: int = 0) -> None:
        """Set one element and all that it holds, in the order in which it is printed."""
        tag = _tag(element)
        if tag in _SKIPPED or element.get("id") in ("RelatedProvs", "NifProvs"):
            return
        setter = _SETTERS.get(tag)
        if setter is not None:
            setter(self, element, depth)
        else:
            for child in element:
                self.set(child, depth)

    def heading(self, element: etree._Element, depth: int) -> None:
        title = _words(element.find("TitleText"))
        if element.get("level") == "1":
            title = title.upper()
        self.blank(2)
        self.line(" ".join(filter(None, (_words(element.find("Label")), title))))
        self.line(_words(element.find("MarginalNote")))
        self.blank()

    def schedule_heading(self, element: etree._Element, depth: int) -> None:
        self.heading(element, depth)
        origin = element.find("OriginatingRef")
        if origin is not None:
            self.line(" ".join("".join(_runs(origin)).split()))
            self.blank()

    def section(self, element: etree._Element, depth: int) -> None:
        note, number, words = _opening(element)
        first = element.find("Subsection")
        if not words and first is not None:
            # The number of a section without words of its own opens its first subsection.
            self._number = number
            note = note or _words(first.find("MarginalNote"))
            self.line(note)
        else:
            self.line(note)
            self.line(f"{number} {words}".strip())
        self.rest(element, 0)
        self.blank()

    def subsection(self, element: etree._Element, depth: int) -> None:
        note, number, words = _opening(element)
        if self._number:
            self.line(f"{self._number} {number} {words}".strip())
            self._number = ""
        else:
            self.line(note)
            self.line(f"{number} {words}".strip(), 1)
        self.rest(element, depth)

    def item(self, element: etree._Element, depth: int) -> None:
        """A paragraph, a definition or what continues one: its own depth below its base."""
        note, number, words = _opening(element)
        depth_here = depth + _DEPTH[_tag(element)]
        self.line(note)
        self.line(f"{number} {words}".strip(), depth_here)
        self.rest(element, depth + 1 if _tag(element) == "Definition" else depth)

    def provision(self, element: etree._Element, depth: int) -> None:
        """A numbered or bare provision of a schedule; one inside another stands deeper."""
        note, number, words = _opening(element)
        self.line(note)
        self.line(f"{number} {words}".strip(), depth)
        for child in element:
            if _tag(child) not in ("MarginalNote", "Label", "Text"):
                self.set(child, depth + 1)
        if not depth:
            self.blank()

    def rest(self, element: etree._Element, depth: int) -> None:
        for child in element:
            if _tag(child) not in ("MarginalNote", "Label", "Text"):
                self.set(child, depth)

    def amended_text(self, element: etree._Element, depth: int) -> None:
        """Words put into another Act: quoted, so that their numbers are not taken for the law's."""
        paragraphs = [_words(block) for block in element if _words(block)]
        for at, words in enumerate(paragraphs):
            closing = "”" if at == len(paragraphs) - 1 else ""
            self.line(f"“{words}{closing}", depth + 2)

    def formula(self, element: etree._Element, depth: int) -> None:
        term = _words(element.find("FormulaTerm"))
        self.line(f"{term} {_words(element.find('Text'))}".strip(), depth + 1)
        for child in element:
            if _tag(child) not in ("FormulaTerm", "Text"):
                self.set(child, depth)

    def row(self, element: etree._Element, depth: int) -> None:
        """A row of a table, between bars, so that its first cell is not taken for a number."""
        cells = [_words(cell) for cell in element]
        if any(cells):
            self.line("| " + " | ".join(cells) + " |", depth + 1)

    def words(self, element: etree._Element, depth: int) -> None:
        self.line(_words(element), depth + 1)


def _opening(element: etree._Element) -> tuple[str, str, str]:
    """A provision's marginal note, number and words."""
    return (
        _words(element.find("MarginalNote")),
        _words(element.find("Label")),
        _words(element.find("Text")),
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
