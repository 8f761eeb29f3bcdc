"""The ids of what changes a document."""

from __future__ import annotations

from lxml import etree

from annotator.word.names import W

_IDS = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange")


def highest_id(document: etree._Element) -> int:
    """The highest that a change or a bookmark bears, as a number; 0 where none does."""
    ids = (
        one.get(W + "id", "")
        for name in (*_IDS, "bookmarkStart")
        for one in document.iter(W + name)
    )
    return max((int(one) for one in ids if one.lstrip("-").isdigit()), default=0)
