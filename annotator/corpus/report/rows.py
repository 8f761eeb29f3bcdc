"""What is asked of single rows: which clause, how it counts, what calls for an amendment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from annotator.bindings.standing import ORDER
from annotator.schema import Status


def key_of(row: dict[str, Any]) -> tuple[str, str]:
    """By what a clause is known within its law."""
    return row["eid"], row["number"]


def counted_as(row: dict[str, Any]) -> str:
    """How a finding counts; empty where it does not: a neutral one, or the words above a list."""
    if row["kind"] == "lead_in" or row["label"] == "neutral":
        return ""
    return "met" if row["met"] else str(row["label"])


def best_status(citations: Iterable[dict[str, Any]]) -> Status:
    """The best that one of the instruments is to the country; ``guidance`` where none is cited.

    Asked are those whose places were read, as all reports do.
    """
    found: list[Status] = [one["status"] for one in citations if one["verified"]]
    return min(found, key=ORDER.index, default="guidance")


def cited(citations: Sequence[dict[str, Any]], status: Status) -> tuple[str, ...]:
    """The places in the instruments of a status: ``CEDAW, Art. 9(1)``."""
    read = [one for one in citations if one["verified"] and one["status"] == status]
    return tuple(dict.fromkeys(place_of(one["instrument"], one["at"]) for one in read))


def place_of(instrument: str, at: str) -> str:
    """A place in an instrument as it is cited."""
    return f"{instrument}, {at}" if at else instrument
