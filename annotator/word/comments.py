"""Comments: where in the text they hang, and which of them answers another."""

from __future__ import annotations

from collections import defaultdict

from lxml import etree

from annotator.word.names import MARKS_OF_COMMENTS, W
from annotator.word.package import Package

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


def hung(document: etree._Element) -> dict[str, list[int]]:
    """By the number of a comment, where its marks stand in the order of the file."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for order, element in enumerate(document.iter()):
        if element.tag in MARKS_OF_COMMENTS:
            found[element.get(W + "id", "")].append(order)
    return found


def answered(package: Package) -> dict[str, str]:
    """By the number of a comment, that of the one which it answers.

    Raises:
        InputError: the document is damaged.
    """
    of = _by_paragraph(package)
    found = {}
    for one in _extended(package):
        number = of.get(one.get(W15 + "paraId", ""))
        parent = of.get(one.get(W15 + "paraIdParent", ""))
        if number and parent:
            found[number] = parent
    return found


def resolved(package: Package) -> set[str]:
    """The numbers of the comments that somebody has ticked off.

    Raises:
        InputError: the document is damaged.
    """
    of = _by_paragraph(package)
    done = (one for one in _extended(package) if one.get(W15 + "done") in ("1", "true"))
    return {of.get(one.get(W15 + "paraId", ""), "") for one in done}


def _extended(package: Package) -> list[etree._Element]:
    root = package.part("commentsExtended")
    return [] if root is None else list(root.iter(W15 + "commentEx"))


def _by_paragraph(package: Package) -> dict[str, str]:
    """By the id of a paragraph of a comment, the number of the comment."""
    comments = package.part("comments")
    if comments is None:
        return {}
    return {
        name: one.get(W + "id", "")
        for one in comments.iter(W + "comment")
        for paragraph in one.iter(W + "p")
        if (name := paragraph.get(W14 + "paraId", ""))
    }
