"""The elements of United States Legislative Markup, and what they are in a law."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from lxml import etree

from annotator.lang.words import word_set
from annotator.readers.dates import date_in
from annotator.readers.dialect import Dialect, Level, children, ranked
from annotator.readers.marked_law import Stated, named, words
from annotator.readers.xml_text import tag_of

_CONTAINERS = word_set(
    "title subtitle part subpart chapter subchapter division subdivision appendix schedule book"
)
#: Each is held by those before it.
_ITEMS = ("paragraph", "subparagraph", "clause", "subclause", "item", "subitem", "subsubitem")
#: What tells an account with words from a heading over others, and how these are ranked.
_WORDS = ("content", "chapeau", "p", "text", "paragraph", "proviso")
_ACCOUNTS = {"major": 1, "intermediate": 2, "small": 3}
_GONE = ("repealed", "omitted", "transferred", "removed")


class _Uslm(Dialect):
    """The dialect of Congress and of its publisher."""

    levels: ClassVar[Mapping[str, Level]] = {
        **{name: Level("container", name.capitalize()) for name in _CONTAINERS},
        "section": Level("unit", "section"),
        "article": Level("unit", "Article"),
        "courtRule": Level("unit", "rule"),
        "rule": Level("unit", "rule"),
        **ranked(
            {
                "subsection": Level("item", divides=True),
                **{name: Level("item") for name in _ITEMS},
            }
        ),
        "level": Level("item"),
    }
    bodies = frozenset({"main"})
    fronts = word_set("longTitle enactingFormula resolvingClause preamble preface signatures")
    numbers = frozenset({"num"})
    headings = frozenset({"heading", "subheading"})
    blocks = word_set(
        "content chapeau continuation p block main preface longTitle docTitle officialTitle "
        "enactingFormula resolvingClause preamble recital signatures signature table caption "
        "listItem list column text"
    )
    leading = frozenset({"crossHeading", "appropriations"})
    quoted = frozenset({"quotedContent"})
    cited = frozenset({"quotedText"})
    skipped = word_set(
        "meta toc editorialNote editionNote explanationNote citationNote property notes note "
        "footnote sourceCredit statutoryNote sidenote page elided deletedText del "
        "legislativeHistory endnotes endnote img figure amendMain attestation endorsement"
    )
    breaks = frozenset({"br"})

    def runs_in(self, element: etree._Element) -> bool:
        """All do."""
        return True

    def level(self, element: etree._Element) -> Level | None:
        """What an element is; an account that has words is a section, as such laws have them."""
        if tag_of(element) == "appropriations":
            return Level("unit", "section") if children(element, *_WORDS) else None
        return super().level(element)

    def leads(self, element: etree._Element) -> int:
        """The rank of a heading over what follows it; accounts have others below them."""
        account = tag_of(element) == "appropriations"
        return _ACCOUNTS.get(element.get("level") or "", 1) if account else super().leads(element)

    def is_skipped(self, element: etree._Element) -> bool:
        """Notes, what was repealed or struck out, and calls of footnotes."""
        if "footnote" in (element.get("class") or "") or super().is_skipped(element):
            return True
        return element.get("status") in _GONE or element.get("changed") == "deleted"


USLM = _Uslm()


def stated(root: etree._Element) -> Stated:
    """What the metadata and the law's first section state of it."""
    main = next(named(root, "main"), root)
    titles = [words(one) for one in named(main, "shortTitle")]
    titles += [words(one) for one in named(root, "title") if "purl.org" in str(one.tag)]
    dates = [one.get("date") for one in named(root, "approvedDate", "enactedDate")]
    dates += [words(one) for one in named(root, "date") if "purl.org" in str(one.tag)]
    return Stated(next(filter(None, titles), ""), "US", date_in(dates))
