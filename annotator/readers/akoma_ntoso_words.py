"""The elements of Akoma Ntoso, and what they are in a law."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from lxml import etree

from annotator.eids import (
    CONTAINER,
    CONTAINERS,
    ELEMENTS,
    NO_COUNTRY,
    OWN_NAMESPACE,
    RUN_IN,
    UNITS,
)
from annotator.lang import language
from annotator.lang.words import word_set
from annotator.readers.dates import date_in
from annotator.readers.dialect import Dialect, Level, children, holders
from annotator.readers.marked_law import Stated, named, words
from annotator.readers.xml_text import tag_of

_CONTAINERS = word_set("part subpart chapter subchapter title subtitle book division subdivision")
_UNITS = {"article": "Article", "section": "section", "rule": "rule"}
_ITEMS = word_set(
    "paragraph subparagraph list sublist point indent item level alinea proviso transitional"
)
_ATTACHMENTS = ("attachment", "annex", "component", "schedule")
#: Documents that are laws; others are attached to them, or report of them.
_LAWS = ("act", "bill")
#: Holders of a name of their own, by words in it.
_NAMED = {
    "schedule": Level("container", "Schedule"),
    "annex": Level("container", "Annex"),
    "appendix": Level("container", "Appendix"),
    "regulation": Level("unit", "regulation"),
    "rule": Level("unit", "rule"),
    "section": Level("unit", "section"),
    "article": Level("unit", "Article"),
}
#: The words of provisions by the names that our own files give them.
_OWN_WORDS = {word.lower(): word for word in ELEMENTS if word != "Section"}
#: What is said of a country where none is meant: not known, or of states together.
_NO_COUNTRIES = (NO_COUNTRY, "zz", "eu", "un")
#: Holders that are no provisions in our own files: of headings, of words between provisions.
_OWN_HOLDERS = ("crossheading", "interstitial", "none")
#: What a law's text no longer holds, by the status of its element.
_GONE = ("removed", "repealed", "ignored")


class _AkomaNtoso(Dialect):
    """The dialect in all its versions."""

    levels: ClassVar[Mapping[str, Level]] = {
        **{name: Level("container", name.capitalize()) for name in _CONTAINERS},
        "tome": Level("container", "Book"),
        **{name: Level("unit", word) for name, word in _UNITS.items()},
        "clause": Level("unit", "clause", divides=True),
        **dict.fromkeys(("subsection", "subrule", "subclause"), Level("item", divides=True)),
        **{name: Level("item") for name in _ITEMS},
        **{name: Level("container", "Schedule") for name in _ATTACHMENTS},
    }
    bodies = word_set(
        "body mainBody portionBody fragmentBody attachments components annexes collectionBody"
    )
    fronts = frozenset({"preface", "preamble", "conclusions"})
    numbers = frozenset({"num"})
    headings = frozenset({"heading", "subheading"})
    cross_headings = leading = frozenset({"crossHeading", "crossheading"})
    blocks = word_set(
        "p block content intro wrapUp wrap listIntroduction listWrapUp listConclusion blockList "
        "blockContainer tblock container formula longTitle preface preamble conclusions body "
        "mainBody portionBody fragmentBody attachments components annexes collectionBody table "
        "caption recitals recital citations citation act bill doc akomaNtoso div ul ol li foreign "
        "interstitial"
    )
    quoted = frozenset({"quotedStructure", "embeddedStructure"})
    cited = frozenset({"quotedText"})
    skipped = word_set(
        "meta coverPage toc tocItem authorialNote noteRef notes remark del img componentRef "
        "attachmentOf marker eop documentRef"
    )
    breaks = frozenset({"br", "eol"})

    def level(self, element: etree._Element) -> Level | None:
        """What an element is, by its name and by what it stands in and holds."""
        tag = tag_of(element)
        if self.cited_as(element):
            return _as_we_write(element)
        if tag == "hcontainer":
            return self._of_holder(element)
        if tag == "article" and self._is_titled_schedule(element):
            return Level("container", "Schedule")  # as Laws.Africa had them
        above = element.getparent()
        held_by = "" if above is None else tag_of(above)
        if tag == "doc" and held_by in ("attachments", "components"):
            return Level("container", "Schedule")
        if tag in _ATTACHMENTS and children(element, *_LAWS):
            return None  # of a collection, the law itself
        if tag in _ATTACHMENTS and not children(element, "num", "heading"):
            return None if self._holds_schedule(element) else self.levels[tag]
        if tag in ("paragraph", "clause") and held_by == "article":
            return Level("item", divides=True)
        return self.levels.get(tag)

    def _holds_schedule(self, attached: etree._Element) -> bool:
        """Whether what is attached and bears no number holds the schedule, which does."""
        articles = attached.iterfind(".//{*}mainBody/{*}article")
        held = attached.iterfind(".//{*}mainBody/{*}hcontainer")
        levels = filter(None, map(self._of_holder, held))
        return any(map(self._is_titled_schedule, articles)) or any(
            ELEMENTS.get(level.word) == "att" for level in levels
        )

    def runs_in(self, element: etree._Element) -> bool:
        """As our own files say it."""
        return any(one.get("class") == RUN_IN for one in self.headings_of(element))

    def has_own_words(self, element: etree._Element) -> bool:
        """As one with ``content`` does, save those that our own files put around a heading."""
        own = (element.get("name") or "").lower() in _OWN_HOLDERS
        return not own and bool(children(element, "content"))

    def cited_as(self, element: etree._Element) -> str:
        """As our own files say it."""
        return element.get(f"{{{OWN_NAMESPACE}}}number") or ""

    def _of_holder(self, element: etree._Element) -> Level | None:
        name = (element.get("name") or "").lower()
        if name == "definition":
            return Level("item", "definition")
        numbered = self.number_of(element) is not None
        if numbered and name in self.levels:
            return self.levels[name]
        for word, level in _NAMED.items():
            if word in name and (numbered or not name.endswith("s")):
                return level
        return Level("item") if numbered else Level("group")

    def is_skipped(self, element: etree._Element) -> bool:
        """Notes, contents, what was repealed, and reports beside a bill in one folder."""
        tag, above = tag_of(element), element.getparent()
        if tag == "doc" and above is not None and tag_of(above) == "collectionBody":
            return bool(children(above, *_LAWS))
        return tag in self.skipped or element.get("status") in _GONE

    def number_of(self, element: etree._Element) -> etree._Element | None:
        """Its number; of a schedule without one the heading that says which it is."""
        own = super().number_of(element)
        if own is None and self._is_titled_schedule(element):
            return next(iter(children(element, "heading")), None)
        return own

    def headings_of(self, element: etree._Element) -> list[etree._Element]:
        """Its title, without what serves as its number."""
        if self._is_titled_schedule(element):
            return children(element, "subheading")
        return super().headings_of(element)

    def _is_titled_schedule(self, element: etree._Element) -> bool:
        """Whether what a schedule is called stands in its heading: it has no number."""
        tag = tag_of(element)
        if not children(element, "heading") or children(element, "num"):
            return False
        return tag in _ATTACHMENTS or (tag == "article" and bool(holders(element, *_ATTACHMENTS)))

    def marks(self, element: etree._Element) -> tuple[str | None, str | None]:
        """The marks that the element says stand around its words."""
        return element.get("startQuote"), element.get("endQuote")


def _as_we_write(element: etree._Element) -> Level:
    """What an element of our own files is: its name is the word for it, or says that word."""
    documents = children(element, "doc")
    named = documents[0].get("name") if documents else element.get("name")
    name = named or tag_of(element)
    if name == "section" and element.get("class") == CONTAINER:
        return Level("container", "Section")
    word = _OWN_WORDS.get(name, "")
    if word in CONTAINERS:
        return Level("container", word)
    return Level("unit" if word in UNITS else "item", word)


AKOMA_NTOSO = _AkomaNtoso()


def stated(root: etree._Element) -> Stated:
    """What the metadata and the preface state of a law."""
    work = next(named(root, "FRBRWork"), root)
    aliases = list(named(work, "FRBRalias"))
    titles = [one.get("value") for one in aliases if one.get("name") == "title"]
    titles += [words(one) for one in named(root, "docTitle", "shortTitle")]
    # Of a law, and not of a schedule that has its own.
    own = [one.get("value") or "" for one in aliases if one.getparent() is work]
    names_a_law = language("en").titles.names_a_law
    titles += (one for one in own if names_a_law.search(one) and not set("#/") & set(one))
    titles += [_meant(one.get("value") or "", root) for one in named(work, "FRBRname")]
    country = next((one.get("value") or "" for one in named(work, "FRBRcountry")), "")
    return Stated(
        next(filter(None, titles), ""),
        "" if country.lower() in _NO_COUNTRIES else country.partition("-")[0],
        date_in(one.get("date") for one in named(work, "FRBRdate")),
    )


def _meant(name: str, root: etree._Element) -> str:
    """A name that stands as a reference among the metadata, where it names a law; else itself."""
    if not name.startswith("#"):
        return name
    meant = (
        one.get("showAs") or ""
        for one in named(root, "TLCConcept", "TLCTerm", "TLCObject")
        if one.get("eId") == name[1:]
    )
    names_a_law = language("en").titles.names_a_law
    return next(filter(names_a_law.search, meant), "")
