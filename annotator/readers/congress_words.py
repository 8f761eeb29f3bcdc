"""The elements of the bills of Congress, and what they are in a law."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from lxml import etree

from annotator.expressions import expression
from annotator.lang.words import word_set
from annotator.readers.dialect import Dialect, Level, children
from annotator.readers.marked_law import Stated, named, words
from annotator.readers.xml_text import tag_of

_CONTAINERS = word_set("title subtitle part subpart chapter subchapter division appendix")
_ITEMS = word_set("paragraph subparagraph clause subclause item subitem")
#: Accounts, which are headings over others, or provisions where they have words.
_ACCOUNTS = {"appropriations-major": 1, "appropriations-intermediate": 2, "appropriations-small": 3}
#: What stands between the number of a bill and its name.
_NAMED = expression(r"\A(?:\d+ )?[HS][A-Z. ]* \d+ \w+: ")


class _Congress(Dialect):
    """The dialect of the offices that draft for the House and the Senate."""

    levels: ClassVar[Mapping[str, Level]] = {
        **{name: Level("container", name.capitalize()) for name in _CONTAINERS},
        "section": Level("unit", "section"),
        "subsection": Level("item", divides=True),
        **{name: Level("item") for name in _ITEMS},
    }
    bodies = frozenset({"legis-body", "resolution-body"})
    fronts = frozenset({"preamble", "signatures"})
    numbers = frozenset({"enum"})
    headings = frozenset({"header", "subheader"})
    leading = frozenset(_ACCOUNTS)
    blocks = frozenset(
        {
            "text", "continuation-text", "form", "congress", "session", "legis-num", "legis-type",
            "current-chamber", "official-title", "action", "action-date", "action-desc",
            "preamble", "whereas", "signatures", "list-item", "table", "legis-body",
            "resolution-body",
        }
    )  # fmt: skip
    quoted = frozenset({"quoted-block"})
    cited = frozenset({"quote"})
    skipped = frozenset(
        {
            "metadata", "toc", "deleted-phrase", "footnote", "footnote-ref", "attestation",
            "endorsement", "page-break", "pagebreak", "graphic", "editorial",
        }
    )  # fmt: skip
    breaks = frozenset({"linebreak"})
    appended = frozenset({"after-quoted-block"})

    def runs_in(self, element: etree._Element) -> bool:
        """All do."""
        return True

    def level(self, element: etree._Element) -> Level | None:
        """What an element is; an account that has words is a section."""
        if tag_of(element) in _ACCOUNTS:
            return Level("unit", "section") if children(element, "text", "paragraph") else None
        return super().level(element)

    def leads(self, element: etree._Element) -> int:
        """The rank of an account among others."""
        return _ACCOUNTS.get(tag_of(element), 0)

    def is_skipped(self, element: etree._Element) -> bool:
        """Notes, contents, and what a committee struck out."""
        return super().is_skipped(element) or element.get("changed") == "deleted"


CONGRESS = _Congress()


def stated(root: etree._Element) -> Stated:
    """What the metadata and the first section state of a bill."""
    body = next(named(root, "legis-body", "resolution-body"), root)
    titles = [words(one) for one in named(body, "short-title")]
    titles += [_NAMED.sub("", words(one)) for one in named(root, "title") if "purl.org" in one.tag]
    titles += [words(one) for one in named(root, "official-title")]
    return Stated(next(filter(None, titles), ""), "US")
