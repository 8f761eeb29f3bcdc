"""How near two countries are in law: by the family of their law, then by the region they share."""

from __future__ import annotations

import math
from functools import cache
from typing import NamedTuple

from annotator.bindings.tables import load_families, load_regions

_CIVIL, _MIXED = "civil", "mixed"


class Nearness(NamedTuple):
    """How far a country is from another: what is less is nearer.

    ``family`` is 0 for one family of law, 1 where one of the two is mixed of the other's and
    another, 2 for two families. ``region`` is the number of states of the smallest region that both
    belong to, infinite where there is none.
    """

    family: int
    region: float


@cache
def nearness(country: str, other: str) -> Nearness:
    """How near two countries are, by their ISO 3166-1 codes.

    >>> nearness("IE", "GB") < nearness("IE", "ZA") < nearness("IE", "FR")
    True
    """
    return Nearness(_apart(family_of(country), family_of(other)), _region(country, other))


def family_of(country: str) -> str:
    """The family of a country's law: ``common``, ``civil``, ``mixed`` or ``other``."""
    families = load_families()
    return next((name for name, codes in families.items() if country in codes), _CIVIL)


def _apart(family: str, other: str) -> int:
    if family == other:
        return 0
    return 1 if _MIXED in (family, other) and "other" not in (family, other) else 2


def _region(country: str, other: str) -> float:
    shared = (
        len(states) for states in load_regions().values() if country in states and other in states
    )
    return min(shared, default=math.inf)
