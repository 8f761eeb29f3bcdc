"""Which country a real law is of, and in which tradition it is drafted."""

from __future__ import annotations

from collections.abc import Mapping

COMMONWEALTH = "commonwealth"
NORTH_AMERICAN = "code of the United States"
UNKNOWN = "not known"

_COMMONWEALTH = "AU BB BD CA GB IE IN JM KE NG NZ PK SG TZ ZA ZM ZW"
_TRADITIONS = {**dict.fromkeys(_COMMONWEALTH.split(), COMMONWEALTH), "US": NORTH_AMERICAN}


def country_of(law: str, countries: Mapping[str, str]) -> str:
    """The ISO 3166 code of a law's country, by the law's name; :data:`UNKNOWN` where none is."""
    return countries.get(law) or UNKNOWN


def tradition_of(country: str) -> str:
    """How laws are drafted in a country, by its code: as they were in the Commonwealth, or other.

    >>> tradition_of("PK")
    'commonwealth'
    """
    return _TRADITIONS.get(country, UNKNOWN)
