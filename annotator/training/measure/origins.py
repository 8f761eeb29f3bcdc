"""In which tradition the laws of a country are drafted."""

from __future__ import annotations

COMMONWEALTH = "commonwealth"
NORTH_AMERICAN = "code of the United States"
UNKNOWN = "not known"

_COMMONWEALTH = "AU BB BD CA GB IE IN JM KE NG NZ PK SG TZ ZA ZM ZW"
_TRADITIONS = {**dict.fromkeys(_COMMONWEALTH.split(), COMMONWEALTH), "US": NORTH_AMERICAN}


def tradition_of(country: str) -> str:
    """How laws are drafted in a country, by its code: as they were in the Commonwealth, or other.

    >>> tradition_of("PK")
    'commonwealth'
    """
    return _TRADITIONS.get(country, UNKNOWN)
