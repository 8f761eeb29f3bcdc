"""The numbers and marks that a browser shows before the items of a list, and that no text says.

Save that a numbered list in an item that a number has, too, is shown as subsections are: ``(1)``.
"""

from __future__ import annotations

import re

from lxml import etree

from annotator.expressions import expression
from annotator.numbering import LAST_ROMAN, counted_letters, label_number
from annotator.readers.flow import LABEL
from annotator.readers.html.counters import Counters
from annotator.readers.html.site import Site, text_of
from annotator.readers.html.tree import Tree

_STYLE = expression(r"list-style(?:-type)?\s*:\s*(?:[^;]*\s)?([a-z-]+)", re.IGNORECASE)
#: What sites call a list that is to show no bullets.
_PLAIN = expression(
    r"\b(?:list-)?(?:unstyled|none)\b|no-?bullets?\b|\bProvisionList\b", re.IGNORECASE
)
_BULLET = "•"
_LISTS = ("ol", "ul", "dir", "menu")
_KINDS = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
_ALPHABETS = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A"}
_COUNTED = expression(r"(\d+)\.")
_INTEGER = expression(r"\s*([+-]?\d{1,9})")


def markers(tree: Tree, site: Site) -> dict[etree._Element, str]:
    """What is shown before each item, where something is."""
    lists: dict[etree._Element, list[etree._Element]] = {}
    for item in site.law.iter("li"):
        # A page that leaves tags open has items in items, of one list all the same.
        holder = next(item.iterancestors(*_LISTS), None)
        if holder is not None:
            lists.setdefault(holder, []).append(item)
    found = Counters(tree.sheets).marks(lists, number_as)
    for holder, items in lists.items():  # those around others come first
        if items[0] in found:
            continue
        marks = _of_list(tree, site, holder, items)
        above = next((one for one in holder.iterancestors("li")), None)
        if above is not None and _COUNTED.fullmatch(found.get(above, "")):
            # In a provision "2." the item "1." is no provision 1, but its subsection.
            marks = {item: _COUNTED.sub(r"(\1)", mark) for item, mark in marks.items()}
        found.update(marks)
    return found


def _of_list(
    tree: Tree, site: Site, element: etree._Element, items: list[etree._Element]
) -> dict[etree._Element, str]:
    own = [label[0] for one in items if (label := LABEL.match(text_of(tree, one, site.away, 12)))]
    # Items that count themselves are those of a list whose style, kept elsewhere, shows nothing.
    if len(own) == len(items) > 1 and len(set(own)) > 1:
        return {}
    kind = _kind(site, element, "decimal" if element.tag == "ol" else "disc")
    found = {}
    step = -1 if element.get("reversed") is not None else 1
    number = _integer(element.get("start"), len(items) if step < 0 else 1)
    for item in items:
        number = _integer(item.get("value"), number)
        mark = number_as(number, _kind(site, item, kind))
        if mark and not (mark == _BULLET and LABEL.match(text_of(tree, item, site.away, 12))):
            found[item] = mark
        number += step
    return found


def _kind(site: Site, element: etree._Element, otherwise: str) -> str:
    styled = _STYLE.search(element.get("style", ""))
    if styled:
        return styled[1].lower()
    if element in site.numbered:
        return site.numbered[element]
    plain = _PLAIN.search(element.get("class", ""))
    return "none" if plain else _KINDS.get(element.get("type", ""), otherwise)


def _integer(value: str | None, otherwise: int) -> int:
    match = _INTEGER.match(value or "")
    return int(match[1]) if match else otherwise


def number_as(number: int, kind: str) -> str:
    """A number as lists of a kind show it, empty where they show none.

    >>> [number_as(28, kind) for kind in ("decimal", "lower-alpha", "upper-roman", "disc", "none")]
    ['28.', 'ab.', 'XXVIII.', '•', '']
    """
    if kind == "none":
        return ""
    if kind in ("disc", "circle", "square"):
        return _BULLET
    if kind in _ALPHABETS and number > 0:
        letters = counted_letters(number)
        return f"{letters.upper() if _ALPHABETS[kind].isupper() else letters}."
    if kind.endswith("-roman") and 0 < number <= LAST_ROMAN:
        return f"{label_number('ROMAN' if kind == 'upper-roman' else 'roman', number)}."
    return f"{number}."
