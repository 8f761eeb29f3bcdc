"""How sure the classifier is, as its own card measures it on laws of countries never seen."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import msgspec

from annotator.errors import ModelError
from annotator.pipeline import pipeline_folder, pipeline_name

#: The figures of the card, by which a release is decided.
_FIGURES = "figures-test.json"


class Measured(msgspec.Struct, frozen=True):
    """Shares with the bounds between which each lies, by chance of which laws were read.

    ``asserted`` and ``reviewed`` are of the clauses that it flags: how many it labels rightly where
    it is sure, and where its label is for review. ``found`` is how many of the clauses that readers
    held to be blind it finds, ``wrongly`` how many neutral ones it flags.
    """

    model: str
    laws: int
    countries: int
    asserted: tuple[float, float, float]
    reviewed: tuple[float, float, float]
    found: tuple[float, float, float]
    wrongly: tuple[float, float, float]


def measured(models: Sequence[str]) -> Measured | None:
    """What was measured of the one pipeline that read a corpus; None where that is another.

    Args:
        models: by name and version.
    """
    try:
        name = pipeline_name()
        if list(models) != [name]:
            return None
        figures = json.loads((pipeline_folder() / _FIGURES).read_text(encoding="utf-8"))
        real = figures["real"]
        return Measured(
            model=name,
            laws=real["laws"],
            countries=len(figures["groups"]["country"]),
            asserted=_bounds(real["asserted_right"]),
            reviewed=_bounds(real["reviewed_right"]),
            found=_bounds(real["labels"]["blind"]["recall"]),
            wrongly=_bounds(real["neutral_flagged"]),
        )
    except (ModelError, OSError, ValueError, KeyError, TypeError):
        # A pipeline that somebody has trained need not have been measured.
        return None


def _bounds(figure: dict[str, Any]) -> tuple[float, float, float]:
    return figure["value"], figure["low"], figure["high"]
