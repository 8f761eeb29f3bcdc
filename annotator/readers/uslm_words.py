"""The elements of United States Legislative Markup, and what they are in a law."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from lxml import etree

from annotator.lang.words import word_set
from annotator.readers.dialect import Dialect, Level, ranked
from annotator.readers.marked_law import Stated, date_in, named, words

_CONTAINERS = word_set(
    "title subtitle part subpart chapter subchapter division subdivision appendix schedule book"
)
#: Each is held by those before it.
_ITEMS = ("paragraph", "subparagraph", "clause", "subclause", "item", "subitem", "subsubitem")
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
        "appropriations": Level("group"),
        "crossHeading": Level("group"),
    }
    bodies = frozenset({"main"})
    fronts = word_set("longTitle enactingFormula preamble preface signatures")
    numbers = frozenset({"num"})
    headings = frozenset({"heading", "subheading"})
    blocks = word_set(
        "content chapeau continuation p block main preface longTitle docTitle officialTitle "
        "enactingFormula resolvingClause preamble recital signatures signature table caption "
        "listItem list column text"
    )
    quoted = frozenset({"quotedContent"})
    skipped = word_set(
        "meta toc editorialNote editionNote explanationNote citationNote property notes note "
        "footnote sourceCredit statutoryNote sidenote page elided deletedText del "
        "legislativeHistory endnotes endnote img figure amendMain attestation endorsement"
    )
    breaks = frozenset({"br"})

    def runs_in(self, element: etree._Element) -> bool:
        """All do."""
        return True

    def is_skipped(self, element: etree._Element) -> bool:
        """Notes, what was repealed, and calls of footnotes."""
        called = "footnote" in (element.get("class") or "")
        return called or super().is_skipped(element) or element.get("status") in _GONE


USLM = _Uslm()


def stated(root: etree._Element) -> Stated:
    """What the metadata and the law's first section state of it."""
    main = next(named(root, "main"), root)
    titles = [words(one) for one in named(main, "shortTitle")]
    titles += [words(one) for one in named(root, "title") if "purl.org" in str(one.tag)]
    dates = [one.get("date") for one in named(root, "approvedDate", "enactedDate")]
    dates += [words(one) for one in named(root, "date") if "purl.org" in str(one.tag)]
    return Stated(next(filter(None, titles), ""), "US", date_in(dates))
