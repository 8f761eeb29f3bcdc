"""English nouns for sending somebody out of the country, and the participle that goes with each."""

from __future__ import annotations

#: By noun: what is done to the person, and the words of the same root that a law may use.
REMOVALS = {
    "deportation": ("deported", r"deport(?:ation|ed|ing)?"),
    "expulsion": ("expelled", r"expulsion|expel(?:led|ling)?"),
    "repatriation": ("repatriated", r"repatriat(?:ion|ed?|ing)"),
    "removal": ("removed", r"removal|removed?(?= (?:him|her|them|the|a|from|under)\b)"),
    "return": (
        "returned",
        r"(?:be|been|being) returned(?= (?:to|from)\b)|forced return|return (?:decision|order)",
    ),
}


class Removal(str):
    """A law's noun for sending somebody away, which knows the participle that goes with it.

    >>> Removal("expulsion").participle
    'expelled'
    """

    __slots__ = ()

    @property
    def participle(self) -> str:
        """What is done to the person: ``deported``."""
        return REMOVALS[self][0]
