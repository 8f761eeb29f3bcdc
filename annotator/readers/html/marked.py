"""Pages whose classes say what is what: their law as Akoma Ntoso, so that nothing is guessed.

Laws.Africa and the institutes that use its pages call each element by what it is in the XML that
the page was made of (``akn-section``, ``akn-num``). Of such a page the elements are made again;
what has no such name is part of the line in which it stands.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from annotator.expressions import expression
from annotator.readers.akoma_ntoso_words import AKOMA_NTOSO
from annotator.readers.html.eur_lex import EurLex
from annotator.readers.html.flat import FlatLaw
from annotator.readers.html.legislation_uk import LegislationUk
from annotator.readers.html.made import Made
from annotator.readers.html.page import Page
from annotator.readers.html.site import classes
from annotator.readers.html.tree import is_words, place_of
from annotator.readers.marked_page import set_out
from annotator.readers.traced import Traced, made
from annotator.source import Markup

_NAMED = expression(r"akn-([A-Za-z]+)")
#: What an element without such a name is.
_PLAIN = ("p", "div", "ul", "ol", "li", "table", "tr", "td", "th", "br")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
#: Rows and their cells, which stay these although they hold what has a name, if it is no provision.
_ROWS = ("tr", "td", "th")
_BODIES = ("body", "mainBody")


def marked_law(page: Page) -> tuple[Traced, Markup] | None:
    """The text of the law on a page, and its structure, where its classes mark that."""
    try:
        own = _PageLaw(page)
        law = own if own.is_marked else _flat_law(page)
        if law is None:
            return None
        text, markup = set_out(law, AKOMA_NTOSO)
    except RecursionError:
        return None
    known = markup is not None and any(one.kind == "unit" for one in markup.provisions)
    return (text, markup) if markup is not None and known else None


def _flat_law(page: Page) -> FlatLaw | None:
    """The law on a page of one of the other sites that mark it; None where it is of none."""
    called = {name for one in page.law.iter() if not is_words(one) for name in classes(one)}
    if any(name.endswith(("ti-art", "title-article-norm")) for name in called):
        return EurLex(page)
    return LegislationUk(page) if "LegP1No" in called else None


def _name(element: etree._Element) -> str:
    """What the page calls an element; empty where it does not."""
    found = filter(None, map(_NAMED.fullmatch, classes(element)))
    return next((match[1] for match in found), "")


def _around(elements: Iterable[etree._Element]) -> set[etree._Element]:
    """All that some elements stand in."""
    found: set[etree._Element] = set()
    for one in elements:
        for above in one.iterancestors():
            if above in found:
                break
            found.add(above)
    return found


class _PageLaw(Made):
    """The elements of Akoma Ntoso that a page was made of."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        names = {one: name for one in page.law.iter() if not is_words(one) and (name := _name(one))}
        self._names = names
        #: Whether the page calls anything a section or an article.
        self.is_marked = not {"section", "article"}.isdisjoint(names.values())
        self._around = _around(names)
        levels = {*AKOMA_NTOSO.levels, "hcontainer", *_BODIES}
        self._around_law = _around(one for one, name in names.items() if name in levels)
        self.root = etree.Element("act")
        top = self.root
        if not any(name in _BODIES for name in names.values()):
            top = etree.SubElement(self.root, "body")
        if self.is_marked:
            self._build(top)

    def _build(self, top: etree._Element) -> None:
        page, at = self._page, top
        held: list[tuple[etree._Element, etree._Element]] = []
        walk = etree.iterwalk(page.law, events=("start", "end", "comment"))
        for event, element in walk:
            if event == "comment":
                self.put(at, page.tree.words(element))
            elif event == "start" and element in page.away:
                self.leave_out()
                walk.skip_subtree()
            elif event == "start":
                if element.tag == "q":
                    self.put(at, [made("“", (), place_of(element))])
                name = self._tag(element, at)
                if name:
                    held.append((element, at))
                    at = self._begin(at, name, element)
            elif element not in page.away:
                if element.tag == "q":
                    self.put(at, [made("”", (), place_of(element))])
                if held and held[-1][0] is element:
                    at = held.pop()[1]

    def _tag(self, element: etree._Element, above: etree._Element) -> str:
        """What an element is in Akoma Ntoso; empty where it is no more than its words."""
        if name := self._names.get(element):
            return name
        if element.tag in _ROWS and element not in self._around_law:
            return str(element.tag)
        if element in self._around:  # it only holds what has a name
            return ""
        if element.tag in _HEADINGS:
            return "subheading" if above.find("heading") is not None else "heading"
        return str(element.tag) if element.tag in _PLAIN else ""

    def _begin(self, above: etree._Element, name: str, element: etree._Element) -> etree._Element:
        attributes = {
            "eId": element.get("data-eid") or element.get("id"),
            "name": element.get("data-name"),
            "startQuote": element.get("data-startquote"),
            "endQuote": element.get("data-endquote"),
        }
        begun = etree.SubElement(above, name)
        for key, value in attributes.items():
            if value:
                begun.set(key, value)
        if mark := self._page.markers.get(element):
            self.put(begun, [made(f"{mark} ", (), place_of(element))])
        return begun
