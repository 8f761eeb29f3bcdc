"""What a site prints right above and below a law in words alone, in no element that tells it.

"Print this page", "Copyright 2031": at the edges of a page such lines are the site's; within a law
they would be the law's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lxml import etree

from annotator.expressions import expression
from annotator.readers.html.site import says_anything, shown, text_of
from annotator.readers.html.tree import BLOCKS, Tree, is_words
from annotator.readers.traced import words_in

#: So many blocks are looked at from above, and no longer one is the site's.
_FIRST, _LONGEST = 12, 200
_ABOVE = expression(
    r"(?:home|main page)\s*[>»›/|]|you are here\b|print(?:er[ -]friendly| (?:this|view|page)\b|$)|"
    r"download(?:$| (?:as|this|pdf|word|the pdf)\b)|e-?mail (?:this|to a friend)\b|"
    r"share (?:this|on)\b|skip to (?:main |the )?content|loading\b.{0,5}$",
    re.IGNORECASE,
)
_BELOW = expression(
    r"(?:page |this page was |date )?last (?:updated|modified|reviewed|changed)\b|"
    r"(?:©|\(c\)|copyright\b)|all rights reserved|best viewed\b|(?:proudly )?powered by\b|"
    r"(?:go |back )?(?:to )?(?:the )?top(?: of (?:the )?page)?\W*$|privacy (?:policy|statement)\b|"
    r"terms (?:of use|and conditions)\W|contact us\b|site ?map\b|disclaimer\W*$|"
    r"posted (?:on|in|by)\b|leave a (?:reply|comment)\b|visitors?(?: count\w*)?\s*:|"
    r"ELI\s*:\s*https?:|ISSN\s*:?\s*\d{4}\b|"
    r"designed (?:and|by)\b|website (?:content|designed)\b|about (?:this site|us)\b",
    re.IGNORECASE,
)
#: A heading below which nothing of the law stands: it bears no number and names no schedule.
_BARE_HEADING = expression(
    r"(?!.*[.;:,]$|\W*\d|schedule|annex|appendix|form\b).{2,60}$", re.IGNORECASE
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
#: A sentence of a law, whatever it begins with.
_OF_A_LAW = expression(r"\b(?:shall|may|must)\b")


def fringe(
    tree: Tree, law: etree._Element, away: Collection[etree._Element]
) -> set[etree._Element]:
    """The blocks at the edges of what was taken for the law that are the site's words."""
    found: set[etree._Element] = set()
    for at, block in enumerate(_blocks(tree, list(law.iter()), away)):
        if at == _FIRST:
            break
        if _is_like(tree, block, away, _ABOVE):
            found.add(block)
    for below, block in enumerate(_blocks(tree, list(law.iter())[::-1], away)):
        if not _is_below(tree, block, away, heads=below > 0):
            break
        found.add(block)
    return found


def _is_below(
    tree: Tree, block: etree._Element, away: Collection[etree._Element], *, heads: bool
) -> bool:
    """Whether the last block is the site's: by its words, as links alone, as what heads such."""
    if _is_like(tree, block, away, _BELOW) or _is_like(tree, block, away, _ABOVE):
        return True
    if not _is_like(tree, block, away, _BARE_HEADING):
        return False
    if block.tag in _HEADINGS:
        return heads
    return all(
        next(one.iterancestors("a"), None) is not None
        for one in shown(block, away)
        if words_in(tree.words(one)).strip()
    )


def _blocks(
    tree: Tree, elements: list[etree._Element], away: Collection[etree._Element]
) -> Iterator[etree._Element]:
    """Those that say something and hold no other block, in the order given."""
    for one in elements:
        if is_words(one) or one.tag not in BLOCKS or any(up in away for up in _up(one)):
            continue
        if next(_held(one), None) is None and says_anything(tree, one, away):
            yield one


def _held(element: etree._Element) -> Iterator[etree._Element]:
    return (one for one in element.iter() if one is not element and one.tag in BLOCKS)


def _up(element: etree._Element) -> Iterator[etree._Element]:
    yield element
    yield from element.iterancestors()


def _is_like(
    tree: Tree,
    block: etree._Element,
    away: Collection[etree._Element],
    pattern: re.Pattern[str],
) -> bool:
    said = text_of(tree, block, away, 2 * _LONGEST)
    return len(said) <= _LONGEST and bool(pattern.match(said)) and not _OF_A_LAW.search(said)
