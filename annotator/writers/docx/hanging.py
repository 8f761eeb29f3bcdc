"""Where in a document a comment hangs."""

from __future__ import annotations

from lxml import etree

from annotator.word.names import W, parent_of


def comment_end(number: str) -> list[etree._Element]:
    """What stands at the end of what a comment is on: that end, and the call of the comment."""
    end = etree.Element(W + "commentRangeEnd", {W + "id": number})
    run = etree.Element(W + "r")
    etree.SubElement(run, W + "commentReference", {W + "id": number})
    return [end, run]


def in_paragraph(parent: etree._Element, place: int, *, behind: bool) -> tuple[etree._Element, int]:
    """A place that stands in the paragraph itself: before or behind what holds the place given."""
    while parent.tag != W + "p":
        parent, place = parent_of(parent), parent_of(parent).index(parent) + behind
    return parent, place
