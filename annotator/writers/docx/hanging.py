"""Where in a document a comment hangs."""

from __future__ import annotations

from lxml import etree

from annotator.word.names import W, parent_of

#: What stands between paragraphs and is none.
_BETWEEN = frozenset(
    W + name
    for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr")
)


def comment_end(number: str) -> list[etree._Element]:
    """What stands at the end of what a comment is on: that end, and the call of the comment."""
    end = etree.Element(W + "commentRangeEnd", {W + "id": number})
    run = etree.Element(W + "r")
    etree.SubElement(run, W + "commentReference", {W + "id": number})
    return [end, run]


def beyond(paragraph: etree._Element) -> etree._Element | None:
    """The paragraph that a comment on one must end in, if it cannot end there.

    LibreOffice lets the paragraph behind look like one that is taken out in which a comment ends:
    a section would bear the number of a subsection. Of a content control around one paragraph it
    shows no words where a comment ends in it.

    Returns:
        the next that stays; None where the comment can end where it is, or no other is behind it.
    """
    following: etree._Element | None = _around(paragraph)
    while following is not None and (following.tag == W + "sdt" or _is_emptied(following)):
        behind = (one for one in following.itersiblings() if one.tag not in _BETWEEN)
        following = next(behind, None)
        if following is not None and following.tag != W + "p":
            return None
    return None if following is paragraph else following


def _around(paragraph: etree._Element) -> etree._Element:
    """The content control around a paragraph alone, or the paragraph."""
    content = parent_of(paragraph)
    alone = content.tag == W + "sdtContent" and len(content) == 1
    return parent_of(content) if alone else paragraph


def _is_emptied(paragraph: etree._Element) -> bool:
    """Whether the mark and all the words of a paragraph are taken out by tracked changes."""
    if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is None:
        return False
    left = (
        child
        for run in paragraph.iter(W + "r")
        if all(up.tag != W + "del" for up in run.iterancestors())
        for child in run
    )
    return all(child.tag in (W + "rPr", W + "commentReference") for child in left)


def in_paragraph(parent: etree._Element, place: int, *, behind: bool) -> tuple[etree._Element, int]:
    """A place that stands in the paragraph itself: before or behind what holds the place given."""
    while parent.tag != W + "p":
        parent, place = parent_of(parent), parent_of(parent).index(parent) + behind
    return parent, place
