"""Decimals of decimals in the tree: 3.1.1 is a provision of 3.1, however each opens its line."""

from __future__ import annotations

import re

from annotator.eids import ELEMENTS, UNITS, subdivision
from annotator.expressions import expression
from annotator.segmenter.inside.node import Node

_OF_A_DECIMAL = expression(r"(?P<above>.*\d\.\d+)\.\d+")
_OF_AN_ARTICLE = expression(r"(?P<above>\d{1,4})\.\d+")
#: The end of words that a list follows.
_LEADS_IN = (":", "—", "–", "-", ",", ";")
#: What the items of a list are called below an article, and below others.
_POINT, _ITEM = "point", "paragraph"


def hang_decimals(provisions: list[Node], text: str) -> list[Node]:
    """The provisions of one level, the decimals of others hung below them.

    Args:
        provisions: parts, and sections as they follow one another.
        text: the law's.
    """
    kept: list[Node] = []
    open_: list[Node] = []
    for node in provisions:
        if node.word not in UNITS:
            node.children = hang_decimals(node.children, text)
            open_ = []
        elif match := _OF_A_DECIMAL.fullmatch(node.number) or _listed_in(open_, node, text):
            while open_ and open_[-1].number != match["above"]:
                open_.pop()
            if open_ and (node.own_stop is None or not open_[-1].children):
                _hang(open_[-1], node, text)
                for above in open_:
                    above.end = node.end
                open_.append(node)
                continue
            open_ = [node]
        else:
            open_ = [node]
        kept.append(node)
    return kept


def _listed_in(open_: list[Node], node: Node, text: str) -> re.Match[str] | None:
    """The number of a node that stands in the list of its article: "Article 2 ... may:", "2.1".

    "Article 2.1" is one that was inserted behind Article 2.
    """
    if not open_ or node.word != "Article" or open_[0].own_stop == open_[0].body:
        return None
    if not text[node.start].isdigit():
        return None
    match = _OF_AN_ARTICLE.fullmatch(node.number)
    article = open_[0]
    if match is None or article.number != match["above"]:
        return None
    stop = article.end if article.own_stop is None else article.own_stop
    return match if text[article.body : stop].rstrip().endswith(":") else None


def _hang(above: Node, node: Node, text: str) -> None:
    """Make a section an item, or a subdivision, of the one that stands above it."""
    if above.own_stop is None:
        above.own_stop = above.end
    listed = text[above.body : above.own_stop].rstrip().endswith(_LEADS_IN)
    item = _POINT if above.word == "Article" else _ITEM
    node.word = item if listed else subdivision(above.word)
    before = node.eid
    place = before.rpartition("__")[2].partition("_")[2]
    _rename(node, before, f"{above.eid}__{ELEMENTS[node.word]}_{place}")
    above.children.append(node)


def _rename(node: Node, before: str, after: str) -> None:
    for each in node.walk():
        each.eid = after + each.eid.removeprefix(before)
