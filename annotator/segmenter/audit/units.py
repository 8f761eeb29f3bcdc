"""The sections of a law in the series that they are numbered in: of its body, of each schedule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from annotator.eids import ELEMENTS, UNITS
from annotator.expressions import expression
from annotator.numbering import unit_key
from annotator.schema import Provision

_WHOLE = expression(r"(\d+)(?:\.\d+)*")


def regions(provisions: Sequence[Provision]) -> list[list[Provision]]:
    """The sections of the body and of each schedule, anew where their numbers begin anew."""
    found: list[list[Provision]] = [[]]
    _into_regions(provisions, found)
    return sorted(filter(None, found), key=lambda units: units[0].start)


def _into_regions(provisions: Sequence[Provision], found: list[list[Provision]]) -> None:
    body = found[-1]
    for provision in provisions:
        if ELEMENTS[provision.word] == "att":
            found.append([])
            _into_regions(provision.items, found)
            continue
        for unit in _units(provision):
            if body and whole_number(unit) < whole_number(body[-1]):
                body = []
                found.append(body)
            body.append(unit)


def _units(provision: Provision) -> Iterator[Provision]:
    """The sections of a part, and the paragraphs of a schedule's."""
    if provision.word in UNITS or provision.word == "paragraph":
        yield provision
    else:
        for item in provision.items:
            yield from _units(item)


def whole_number(unit: Provision) -> int:
    """The whole number of a section; of several that a repeal has left as one, the last."""
    return last_number(unit.label) or unit_key(unit.number)[0]


@lru_cache(maxsize=4096)
def last_number(label: str) -> int:
    """The last whole number of a label, 0 where it has none."""
    return next(reversed(whole_numbers(label)), 0)


def whole_numbers(label: str) -> list[int]:
    """The whole numbers in a label, decimals left out: 12 and 14 of ``12 to 14``."""
    return [int(number) for number in _WHOLE.findall(label)]
