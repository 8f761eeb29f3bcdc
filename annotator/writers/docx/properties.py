"""How paragraphs and runs look: what is kept of it for others, and what is said of their marks."""

from __future__ import annotations

import copy
from collections.abc import Iterable

from lxml import etree

from annotator.word.names import W

#: What of a run's look belongs to its words alone, and is not for words put beside them.
OWN_LOOK = ("rPrChange", "ins", "del", "moveFrom", "moveTo", "vertAlign", "webHidden", "position")
LINKS = frozenset({"Hyperlink", "FollowedHyperlink", "FootnoteReference", "EndnoteReference"})
#: What of a paragraph's look is for the one alone.
OWN_PLACE = ("rPr", "sectPr", "pPrChange", "pageBreakBefore", "framePr")
#: What sets a number off from words; before it only style and letters stand in the schema's order.
_OF_NUMBERS = tuple(W + name for name in ("b", "bCs", "i", "iCs", "caps", "smallCaps"))
_BEFORE_WEIGHT = (W + "rStyle", W + "rFonts")
#: What is said of its mark, and not of how it looks.
OF_MARK = ("rPr", "sectPr", "pPrChange")
#: What stands beside paragraphs.
_BLOCKS = frozenset({W + "p", W + "tbl", W + "sdt", W + "customXml", W + "sectPr"})
#: What follows the properties of its mark among those of a paragraph.
_BEHIND_MARK = (W + "sectPr", W + "pPrChange")
#: What follows its numbering there, in the order of the schema: before it, only these stand.
_BEFORE_NUMBERING = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr",
                     "widowControl")  # fmt: skip
_BEHIND_INDENT = ("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection",
                  "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr",
                  "sectPr", "pPrChange")  # fmt: skip


def set_off(look: etree._Element | None, number: etree._Element) -> etree._Element:
    """The look of a number among words: theirs, and what its own says of weight, slant and letters.

    Args:
        look: of the words.
        number: the properties of runs of its level.
    """
    made = etree.Element(W + "rPr") if look is None else copy.deepcopy(look)
    own = [one for one in number if one.tag in _OF_NUMBERS]
    for old in [one for one in made if any(one.tag == new.tag for new in own)]:
        made.remove(old)
    at = sum(one.tag in _BEFORE_WEIGHT for one in made)
    made[at:at] = [copy.deepcopy(one) for one in own]
    return made


def is_pending(paragraph: etree._Element) -> bool:
    """Whether the mark of a paragraph is a change that is not decided."""
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and any(mark.find(W + kind) is not None for kind in ("ins", "moveTo"))


def is_bound(paragraph: etree._Element) -> bool:
    """Whether the mark of a paragraph must stay: it is another's change, or ends a section."""
    changed = paragraph.find(f"{W}pPr/{W}pPrChange") is not None
    ends = paragraph.find(f"{W}pPr/{W}sectPr") is not None
    return is_pending(paragraph) or changed or ends


def properties_of(paragraph: etree._Element) -> etree._Element:
    """Those of a paragraph, which are made where it has none."""
    properties = paragraph.find(W + "pPr")
    if properties is None:
        properties = etree.Element(W + "pPr")
        paragraph.insert(0, properties)
    return properties


def mark_of(paragraph: etree._Element) -> etree._Element:
    """The properties of a paragraph's mark, which stand before a section's and a change's."""
    properties = properties_of(paragraph)
    mark = properties.find(W + "rPr")
    if mark is None:
        mark = etree.Element(W + "rPr")
        behind = [one for one in properties if one.tag in _BEHIND_MARK]
        properties.insert(properties.index(behind[0]) if behind else len(properties), mark)
    return mark


def put_first_in_mark(mark: etree._Element, revision: etree._Element) -> None:
    """Say of a mark that it is new or gone: the one stands before the other, both before all."""
    at = 1 if revision.tag == W + "del" and mark.find(W + "ins") is not None else 0
    mark.insert(at, revision)


def kept(
    properties: etree._Element | None, name: str, without: Iterable[str]
) -> etree._Element | None:
    """A copy of properties without some of them; None where there are none."""
    if properties is None:
        return None
    copied = etree.Element(W + name)
    left_out = {W + one for one in without}
    copied.extend(copy.deepcopy(one) for one in properties if one.tag not in left_out)
    return copied


def set_apart(properties: etree._Element, indent: tuple[int, int] | None) -> None:
    """Take a paragraph out of its list, and set it as if it were in it."""
    for name in ("numPr", "ind") if indent else ("numPr",):
        for one in properties.findall(W + name):
            properties.remove(one)
    number = etree.Element(W + "numPr")
    for name in ("ilvl", "numId"):
        etree.SubElement(number, W + name, {W + "val": "0"})
    before = {W + name for name in _BEFORE_NUMBERING}
    properties.insert(sum(one.tag in before for one in properties), number)
    if indent:
        left, hanging = indent
        around = {W + "left": str(left), W + "hanging": str(hanging)}
        behind = {W + name for name in _BEHIND_INDENT}
        at = sum(one.tag not in behind for one in properties)
        properties.insert(at, etree.Element(W + "ind", around))


def set_flush(properties: etree._Element) -> None:
    """Let the first line of a paragraph begin where the others do."""
    for indent in properties.iterchildren(W + "ind"):
        for name in ("hanging", "firstLine", "hangingChars", "firstLineChars"):
            indent.attrib.pop(W + name, "")


def same(one: etree._Element | None, other: etree._Element | None) -> bool:
    """Whether two properties say the same."""
    said = [b"" if it is None or not len(it) else etree.tostring(it) for it in (one, other)]
    return said[0] == said[1]


def beside(anchor: etree._Element, body: etree._Element) -> etree._Element:
    """The anchor, or what holds it where its likes stand further out: behind a table, not in it."""
    outer = [one for one in anchor.iterancestors() if one.getparent() is body]
    return outer[0] if outer else anchor


def is_last(paragraph: etree._Element) -> bool:
    """Whether a paragraph is the last block of what holds it."""
    following = (one for one in paragraph.itersiblings() if one.tag in _BLOCKS)
    after = next(following, None)
    return after is None or after.tag == W + "sectPr"
