"""What opens a provision of the upper levels: a unit, or a container with its rank."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.numbering import Key

#: ``IV``, and what was inserted behind it: ``IVA``.
ROMAN = r"[IVXLC]{1,7}(?:-?(?:[AB]{1,2}|[D-H]))?"

#: What a series of provisions behind the articles of a law is called.
SUPPLEMENT = "Supplement"
#: What an editor set between a section's number and its words.
_ASIDES = expression(r"(?:\s*<[^<>]*>)+\s*$")
#: Higher numbers are not written in words before items.
_MOST_WRITTEN = 20


def written_numbers(words: StructureWords, *forms: Callable[[str], str]) -> str:
    """A pattern of a language's numbers in words, each in capitals and in other ``forms``.

    Longer words stand first: SIXTEENTH begins with SIX. What may follow the tens is written once
    for all of them, without which the pattern would be ten times as long; a hyphen joins them, or
    a blank.
    """
    ways = dict.fromkeys(
        way for word in words.ordinals for way in (word, *(form(word) for form in forms))
    )
    whole: list[str] = []
    following: dict[str, dict[str, None]] = {}
    for way in sorted(ways, key=len, reverse=True):
        tens, joint, ones = way.replace(" ", "-").partition("-")
        if joint:
            following.setdefault(tens, {})[ones] = None
        else:
            whole.append(way)
    alike: dict[str, list[str]] = {}
    for tens, behind in following.items():
        alike.setdefault("|".join(behind), []).append(tens)
    joined = [f"(?:{'|'.join(own)})[ -](?:{behind})" for behind, own in alike.items()]
    return "|".join([*joined, *whole])


def written_labels(words: StructureWords) -> list[str]:
    """A language's numbers in words, in capitals, that may stand before items: ``FIRST``."""
    return [word for word, n in words.ordinals.items() if n <= _MOST_WRITTEN and word.isalpha()]


class Unit(NamedTuple):
    """A section, article, regulation or rule: the line it begins in and what its number is.

    ``rest`` is the offset within the line at which its words begin; ``word`` what a citation calls
    it, ``named`` whether the law prints that before the number. ``until`` is the key of the last
    where a repeal has left several as one ("12 to 14. Repealed."), else ``key``.
    """

    line: int
    number: str
    key: Key
    word: str
    named: bool
    rest: int
    until: Key

    def label(self, text: str) -> str:
        """Its number as its line prints it, without what an editor set between it and its words.

        >>> Unit(0, "5", (5, ()), "Article", True, 22, (5, ())).label("Art. 5. <By Law No 4> A fee")
        'Art. 5.'
        """
        return _ASIDES.sub("", text[: self.rest]).strip()


class Container(NamedTuple):
    """A part, chapter, division (``element``), or an attachment (``att``): a heading with rank.

    ``printed`` and ``number`` are as they stand, ``word`` is what the tree calls it, ``rest`` the
    offset within the line behind them.
    """

    line: int
    word: str
    printed: str
    number: str
    element: str
    rest: int


@dataclass(slots=True)
class Candidate:
    """A line that could open a unit: how much speaks for it, and the best chain that ends in it."""

    unit: Unit
    score: float
    total: float = 0.0
    before: int = -1


@dataclass(slots=True)
class Skeleton:
    """The upper levels of a law, in the order of its text.

    ``resumed`` says of each schedule that stands inside the body, by the line that opens it, in
    which line the body goes on. ``titles`` are the headings over several units, by their lines.
    """

    units: list[Unit]
    containers: list[Container]
    resumed: dict[int, int]
    titles: dict[int, str]


def name_of(container: Container) -> str:
    """A part or schedule as it is cited: ``Part II``, ``Schedule 1``."""
    printed = container.printed
    if container.number or " " not in printed:
        printed = printed.capitalize()
    return f"{printed} {container.number}".strip()


def only_names(title: str, label: str, the: str) -> bool:
    """Whether "PART 2" or "THE SCHEDULE" stands alone on its line, so that a title may follow."""
    named = {*re.findall(r"\w+", f"{the} {label}".lower())}
    words = re.findall(r"\w+", re.sub(r"\([^)]*\)", "", title).lower())
    return named.issuperset(words)
