"""Automatic numbering: the labels that Word prints before paragraphs and that no text says."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from lxml import etree

from annotator.expressions import expression
from annotator.numbering import BULLETS
from annotator.word.names import MC, W, is_on, number, value
from annotator.word.numerals import numeral
from annotator.word.styles import Styles
from annotator.word.symbols import spelt

#: Lists have nine levels.
_LEVELS = range(9)
_OTHER_LEVEL = expression(r"%([1-9])")
_NO_LIST = "0"
_GAPS = {"space": " ", "nothing": ""}
_TAB = "\t"
#: What prints before a paragraph is no longer, whatever a file says of it.
_LONGEST_LABEL = 255
#: A list of styles refers to another list, which may refer to one in turn.
_MOST_LINKS = 5
_BULLET = "•"
#: Bullets that are not read as such print as the usual one, and a letter as a ring.
_RING = {"o": "◦"}


@dataclass(frozen=True, slots=True)
class ListLabel:
    """What is printed before a paragraph, what stands between the two, and the level, from 0."""

    text: str
    gap: str
    level: int


@dataclass(slots=True)
class _Level:
    """How a level of a list counts, and how it prints."""

    start: int = 1
    kind: str = "decimal"
    text: str = ""
    gap: str = _TAB
    #: It begins again behind a paragraph of one of so many levels above it, from the first.
    restart: int = 9
    legal: bool = False
    font: str = ""
    style: str | None = None


@dataclass(slots=True)
class _List:
    """A list: which counters it shares, its levels, and where it begins them at another number."""

    counters: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Labels paragraph after paragraph, as they are met.

    Lists that were made of the same definition count on from one another, save where one begins
    again, which it does once.

    Args:
        root: the part of the numbering, if the document has one.
        styles: of the document; they may number paragraphs, and lists may be named by them.
    """

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = _by_id(root, "abstractNum")
        self._nums = _by_id(root, "num")
        self._of_styles: dict[str | None, str] = {}
        for name, definition in self._abstract.items():
            self._of_styles.setdefault(value(definition, "styleLink"), name)
        # A file may have as many lists of a definition as it has paragraphs.
        self._definition = cache(self._find_definition)
        self._levels = cache(self._find_levels)
        self._in_style = cache(self._find_in_style)
        self._level_in_style = cache(self._find_level_in_style)
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, properties: etree._Element | None) -> ListLabel | None:
        """What is printed before the next paragraph, which has these properties; None if nothing.

        It counts: it is to be asked of every paragraph that is shown, once and in their order.
        """
        found = self._list_of(properties)
        if found is None:
            return None
        name, level = found
        one = self._list(name)
        if one is None:
            return None
        if level not in one.levels:
            level = max((known for known in one.levels if known < level), default=0)
        self._count(name, one, level)
        how = one.levels.get(level, _Level())
        return ListLabel(self._printed(one, level, how), how.gap, level)

    def below(
        self, paragraph: etree._Element, name: str, level: int | None, start: int
    ) -> ListLabel | None:
        """What a field prints that counts on in a list; None where there is none to count in.

        Args:
            paragraph: in which it stands.
            name: of the list; empty of a field that counts in the one of its paragraph.
            level: from 0; None for the one below that of the paragraph.
            start: where it begins anew; 0 where it goes on.
        """
        found = self._named(name) if name else self._list_of(paragraph.find(W + "pPr"))
        one = self._list(found[0]) if found else None
        if found is None or one is None:
            return None
        at = min(found[1] + (0 if name else 1) if level is None else level, max(_LEVELS))
        self._count(found[0], one, at)
        if start:
            self._counts[one.counters][at] = start
        how = one.levels.get(at, _Level())
        return ListLabel(self._printed(one, at, how), how.gap, at)

    def _named(self, name: str) -> tuple[str, int] | None:
        """The list whose definition bears a name."""
        for listed, num in self._nums.items():
            definition = self._abstract.get(value(num, "abstractNumId") or "")
            if (value(definition, "name") or "").lower() == name.lower():
                return listed, 0
        return None

    def _list_of(self, properties: etree._Element | None) -> tuple[str, int] | None:
        """The list of a paragraph and the level in it; None where it is not numbered."""
        style = self._styles.of(properties)
        name = value(properties, "numPr/numId") or self._in_style(style)
        if name is None or name == _NO_LIST:
            return None
        level = value(properties, "numPr/ilvl")
        at = self._level_in_style(style, name) if level is None else number(level)
        return name, at if at in _LEVELS else 0

    def _find_in_style(self, style: str) -> str | None:
        """The list that a style, or one that it is based on, numbers its paragraphs by."""
        chain = self._styles.chain(style)
        return next(filter(None, (value(one, "pPr/numPr/numId") for _, one in chain)), None)

    def _find_level_in_style(self, style: str, name: str) -> int:
        """The level of a list that is that of a style, or that the style says, the nearest first.

        A style that is based on another may say the level alone, and have the list from the other.
        """
        one = self._list(name)
        linked = {how.style: level for level, how in one.levels.items()} if one else {}
        for of_style, element in self._styles.chain(style):
            said = value(element, "pPr/numPr/ilvl")
            if of_style in linked or said is not None:
                return linked.get(of_style, number(said))
        return 0

    def _count(self, name: str, one: _List, level: int) -> None:
        counts = self._counts.setdefault(one.counters, {})
        for above in range(level):
            # A level that was passed over counts as if it had been met.
            counts.setdefault(above, self._start(one, above))
        begins = level in one.starts and (name, level) not in self._begun
        self._begun.add((name, level))
        if begins or level not in counts:
            counts[level] = self._start(one, level)
        else:
            counts[level] += 1
        for below in [other for other in counts if other > level]:
            if level < one.levels.get(below, _Level()).restart:
                del counts[below]

    def _start(self, one: _List, level: int) -> int:
        return one.starts.get(level, one.levels.get(level, _Level()).start)

    def _printed(self, one: _List, level: int, how: _Level) -> str:
        if how.kind == "bullet":
            return _bullet(how)
        counts = self._counts[one.counters]

        def counted(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            if other > level:
                return ""
            kind = one.levels.get(other, _Level()).kind
            if how.legal and kind not in ("none", "bullet", "decimalZero"):
                kind = "decimal"
            return numeral(counts.get(other, 1), kind)

        return _OTHER_LEVEL.sub(counted, how.text)[:_LONGEST_LABEL]

    def _list(self, name: str) -> _List | None:
        if name not in self._lists:
            self._lists[name] = self._made(name)
        return self._lists[name]

    def _made(self, name: str) -> _List | None:
        num = self._nums.get(name)
        counters = self._definition(value(num, "abstractNumId") or "")
        if num is None or counters is None:
            return None
        levels = dict(self._levels(counters))
        starts = {}
        for override in num.iter(W + "lvlOverride"):
            at = number(override.get(W + "ilvl"))
            if at not in _LEVELS:
                continue
            own = override.find(W + "lvl")
            if own is not None:
                levels[at] = _level(own)
            start = value(override, "startOverride")
            if start is not None:
                starts[at] = number(start)
        return _List(counters, levels, starts)

    def _find_levels(self, name: str) -> dict[int, _Level]:
        """The levels of a definition."""
        definition = self._abstract[name]
        known = _LEVELS[:1] if value(definition, "multiLevelType") == "singleLevel" else _LEVELS
        levels = ((number(one.get(W + "ilvl")), one) for one in definition.iter(W + "lvl"))
        return {level: _level(one) for level, one in levels if level in known}

    def _find_definition(self, name: str) -> str | None:
        """The definition that a list follows, which may be that of a style; None if unknown."""
        for _ in range(_MOST_LINKS):
            definition = self._abstract.get(name)
            style = value(definition, "numStyleLink")
            if definition is None or style is None:
                break
            _, element = next(self._styles.chain(style), ("", None))
            list_ = value(element, "pPr/numPr/numId") or ""
            linked = value(self._nums.get(list_), "abstractNumId")
            name = linked if linked is not None else self._of_styles.get(style, "")
        return name if name in self._abstract else None


def _by_id(root: etree._Element | None, tag: str) -> dict[str, etree._Element]:
    elements = () if root is None else root.iter(W + tag)
    return {element.get(f"{W}{tag}Id", ""): element for element in elements}


def _bullet(how: _Level) -> str:
    """What is printed for a bullet: mostly a character of a font of symbols."""
    words = spelt(how.font, how.text).strip()
    one = len(words) == 1 and words not in BULLETS
    return _RING.get(words, _BULLET) if one else words


def _level(element: etree._Element) -> _Level:
    level = number(element.get(W + "ilvl"))
    picture = element.find(W + "lvlPicBulletId") is not None
    text = _BULLET if picture else (value(element, "lvlText") or "")[:_LONGEST_LABEL]
    hidden = is_on(element.find(W + "rPr"), "vanish")
    return _Level(
        start=number(value(element, "start"), 1 if element.find(W + "start") is not None else 0),
        kind=_kind(element),
        text="" if hidden else text,
        gap=_GAPS.get(value(element, "suff") or "", _TAB),
        restart=number(value(element, "lvlRestart"), level),
        legal=bool(is_on(element, "isLgl")),
        font=value(element, "rPr/rFonts", "ascii") or "",
        style=value(element, "pStyle"),
    )


def _kind(level: etree._Element) -> str:
    """The format of a level's numbers; one of Word's own making stands first of several."""
    found = level.find(W + "numFmt")
    if found is None:
        found = level.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    if found is None:
        return "decimal"
    kind = found.get(W + "val", "decimal")
    return found.get(W + "format", "decimal") if kind == "custom" else kind
