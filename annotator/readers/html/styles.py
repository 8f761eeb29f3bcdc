"""What the page's own style sheets hide or strike out, and how they number lists.

As far as their rules are simple: a rule hides an element where it surely applies to it, and shows
it where it may, for what is law is rather read than lost. Rules of another medium, of a state
(``:hover``) and of linked sheets are none; nor are any where they are more than a law's page has.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from lxml import etree

from annotator.expressions import expression

#: So many letters of style sheets are read, and so often is a rule held against an element.
_MOST_LETTERS, _MOST_TRIALS = 500_000, 2_000_000
#: So much of the classes of an element is read, and so far is looked for what it stands in.
_MOST_OF_CLASSES, _DEEPEST = 500, 50
#: Comments and strings, whose braces are none; no part gives back what it took.
_NO_RULES = expression(
    r"/\*.*?(?:\*/|\Z)|<!--|-->|\"(?:[^\"\\\n]|\\.)*+\"?|'(?:[^'\\\n]|\\.)*+'?", re.DOTALL
)
_MARK = expression(r"[{};]")
_AT_WORD = expression(r"@([\w-]+)")
_COMPOUND = expression(r"(?:[A-Za-z][\w-]*|\*)?(?:[.#][A-Za-z_-][\w-]*)*")
_PART = expression(r"([.#]?)([A-Za-z_-][\w-]*)")
#: What parts a selector into compounds; and what of a compound says nothing that is known here.
_COMBINED = expression(r"\s*[>+~]\s*|\s+")
_UNKNOWN = expression(r"::?[\w-]+(?:\([^()]*\))?|\[[^\[\]]*\]")
_STATE = expression(r":(?:hover|focus|active|target|checked|visited|before|after)|::")
_MEDIUM = expression(r"(?:(not|only)\s+)?([a-z]+)")
_HIDES = {"display": frozenset({"none"}), "visibility": frozenset({"hidden", "collapse"})}
_STRIKES = "text-decoration"
_TAKES_OUT = {**_HIDES, _STRIKES: frozenset({"line-through"})}
_NUMBERS = "list-style-type"
#: Properties that are called otherwise, too.
_SAME = {f"{_STRIKES}-line": _STRIKES, "list-style": _NUMBERS}
_KINDS = frozenset(
    f"{case}-{kind}" for case in ("lower", "upper") for kind in ("alpha", "latin", "roman")
) | {"decimal", "decimal-leading-zero", "disc", "circle", "square", "none"}  # fmt: skip
_OUT = "out"
_OF_SCREENS = ("all", "screen")


class _Compound(NamedTuple):
    """``p.note#n1``: the tag, perhaps none; the classes; the names."""

    tag: str
    classes: frozenset[str]
    ids: frozenset[str]

    def fits(self, element: etree._Element) -> bool:
        """Whether it describes an element."""
        return (
            (not self.tag or _tag(element) == self.tag)
            and self.ids <= {element.get("id")}
            and self.classes <= _classes(element)
        )


class Styled(NamedTuple):
    """The elements of a page that its style sheets hide, and those that they strike out.

    ``numbered`` are lists and items of which they say how these are numbered: ``lower-alpha``.
    """

    hidden: set[etree._Element]
    struck: set[etree._Element]
    numbered: dict[etree._Element, str]


class _Rule(NamedTuple):
    """What one selector does to one property; the rule of the highest ``rank`` wins.

    What it ``says`` is that words are out, be it that they are hidden or struck out, or how a list
    is numbered; empty where it says that they are shown.
    """

    prop: str
    says: str
    rank: tuple[bool, int, int, int, int, int]
    within: tuple[_Compound, ...]
    own: _Compound


def styled(sheets: Sequence[str], elements: Iterable[etree._Element]) -> Styled:
    """What the style sheets of a page do to its elements.

    Args:
        sheets: the style sheets that stand on it.
        elements: all of its elements.
    """
    rules = [rule for n, sheet in enumerate(sheets) for rule in _rules(sheet, n)]
    nothing = Styled(set(), set(), {})
    if not any(rule.says for rule in rules):
        return nothing
    by_key: dict[str, list[_Rule]] = defaultdict(list)
    for rule in rules:
        by_key[_key(rule.own)].append(rule)
    trials = 0
    props = (*_TAKES_OUT, _NUMBERS)
    found: dict[str, dict[etree._Element, str]] = {prop: {} for prop in props}
    seen: list[etree._Element] = []
    for element in elements:
        candidates = [rule for key in _keys(element) for rule in by_key.get(key, ())]
        trials += sum(1 + 10 * len(rule.within) for rule in candidates)
        if trials > _MOST_TRIALS:
            return nothing
        for prop, told in found.items():
            of_it = (rule for rule in candidates if rule.prop == prop and _applies(rule, element))
            winner = max(of_it, key=lambda rule: rule.rank, default=None)
            if winner is None or (not winner.rank[0] and _says(element, prop)):
                continue
            if winner.says:
                told[element] = winner.says
            elif prop == "visibility":
                seen.append(element)
    for element in seen:
        for above in element.iterancestors():
            found["visibility"].pop(above, None)
    hidden = set().union(*(found[prop] for prop in _HIDES))
    return Styled(hidden, set(found[_STRIKES]), found[_NUMBERS])


def on_screen(media: str) -> bool | None:
    """Whether a list of media takes in a screen; ``None`` where that depends on the screen."""
    answers = [_takes_in(one.strip().lower()) for one in media.split(",")]
    return True if True in answers else None if None in answers else False


def _takes_in(query: str) -> bool | None:
    medium = _MEDIUM.match(query)
    fits = medium is None or (medium[2] in _OF_SCREENS) != (medium[1] == "not")
    negated = medium is not None and medium[1] == "not"
    return None if "(" in query and (fits or negated) else fits


def _rules(sheet: str, number: int) -> Iterator[_Rule]:
    """The rules for what a screen shows, hides or strikes out, and for the numbers of lists."""
    sheet = _NO_RULES.sub(" ", sheet[:_MOST_LETTERS])
    groups: list[bool | None] = [True]
    selectors, start, order = "", 0, 0
    for mark in _MARK.finditer(sheet):
        words, end = sheet[start : mark.start()].strip(), mark.end()
        if mark[0] == ";" and selectors:
            continue
        start = end
        if mark[0] == "{":
            known = groups[-1] if not selectors else False
            at = _AT_WORD.match(words)
            groups.append(_both(known, _of_group(at[1], words[at.end() :])) if at else known)
            selectors = "" if at else words
        elif mark[0] == "}":
            if selectors and groups[-1] is not False:
                order += 1
                yield from _of_rule(selectors, words, (number, order), sure=groups[-1] is True)
            selectors = ""
            if len(groups) > 1:
                groups.pop()


def _both(outer: bool | None, inner: bool | None) -> bool | None:
    if outer is False or inner is False:
        return False
    return True if outer and inner else None


def _of_group(word: str, condition: str) -> bool | None:
    """Whether what stands in an at-rule is of the screen."""
    if word == "media":
        return on_screen(condition)
    return True if word == "layer" else None if word in ("supports", "container") else False


def _of_rule(selectors: str, body: str, order: tuple[int, int], *, sure: bool) -> Iterator[_Rule]:
    for declared in body.split(";"):
        prop, _, value = (part.strip().lower() for part in declared.partition(":"))
        prop = _SAME.get(prop, prop)
        if prop not in _TAKES_OUT and prop != _NUMBERS:
            continue
        plain, _, important = (part.strip() for part in value.partition("!"))
        says = _said(prop, plain.split())
        if prop == _NUMBERS and not says:
            continue
        for selector in selectors.split(","):
            read = _selector(selector.strip(), surely=bool(says))
            if read and (sure or not says):
                ids, classes, tags = (
                    sum(len(one.ids) for one in read),
                    sum(len(one.classes) for one in read),
                    sum(bool(one.tag) for one in read),
                )
                rank = (bool(important), ids, classes, tags, *order)
                yield _Rule(prop, says, rank, tuple(read[:-1]), read[-1])


def _said(prop: str, words: Sequence[str]) -> str:
    """What the words of a property say, of what is of interest; empty where it is none."""
    if prop == _NUMBERS:
        return next((word for word in words if word in _KINDS), "")
    return "" if _TAKES_OUT[prop].isdisjoint(words) else _OUT


def _selector(selector: str, *, surely: bool) -> list[_Compound]:
    """The compounds of a selector; none where it is not known to what it applies.

    Of one that shows something, its last compound is enough, without what of it is not known.
    """
    if _STATE.search(selector):
        return []
    known = _UNKNOWN.sub("", selector)
    sure = known == selector and not set(selector) & set(">+~")
    parts = _COMBINED.split(known)
    if not sure:
        if surely:
            return []
        parts = parts[-1:]
    if not all(map(_COMPOUND.fullmatch, parts)) or (sure and not all(parts)):
        return []
    return list(map(_compound, parts))


def _compound(words: str) -> _Compound:
    tag, classes, ids = "", set(), set()
    for sign, name in _PART.findall(words):
        if sign == ".":
            classes.add(name)
        elif sign:
            ids.add(name)
        else:
            tag = name.lower()
    return _Compound(tag, frozenset(classes), frozenset(ids))


def _key(own: _Compound) -> str:
    """By what the rules for an element are found."""
    if own.ids:
        return f"#{min(own.ids)}"
    return f".{min(own.classes)}" if own.classes else own.tag or "*"


def _keys(element: etree._Element) -> Iterator[str]:
    if isinstance(element.tag, str):
        yield from map(".{}".format, _classes(element))
        yield from (f"#{element.get('id')}", _tag(element), "*")


def _tag(element: etree._Element) -> str:
    """What an element is called on the page."""
    return str(element.tag).removeprefix("x-")


def _classes(element: etree._Element) -> set[str]:
    return set(element.get("class", "")[:_MOST_OF_CLASSES].split())


def _applies(rule: _Rule, element: etree._Element) -> bool:
    if not rule.own.fits(element):
        return False
    above = islice(element.iterancestors(), _DEEPEST)
    return all(any(map(one.fits, above)) for one in reversed(rule.within))


def _says(element: etree._Element, prop: str) -> bool:
    """Whether the element's own style says the property, which no sheet changes."""
    declared = element.get("style", "").lower().split(";")
    said = (one.partition(":")[0].strip() for one in declared)
    return any(_SAME.get(one, one) == prop for one in said)
