"""Opposites: pairs of written clauses that differ in few words and in their label.

``corpora/opposites/trained`` holds those that are learnt from, ``corpora/opposites/held`` those by
another author that are only measured with.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from annotator.decisions import LabelledClause
from annotator.errors import CorpusError
from annotator.schema import Struct
from annotator.training.corpus.examples import Example, refuse_issues

#: Put before a pair's tradition, so that it is not taken for one of those that are left out whole.
_PREFIX = "opposites: "


class OppositePair(Struct, frozen=True):
    """Two clauses, and what they differ in: ``negation``."""

    pair: str
    tradition: str
    difference: str
    sides: tuple[Example, Example]


class _Written(Struct, frozen=True):
    """A pair as a line of a file holds it."""

    pair: str
    tradition: str
    difference: str
    sides: tuple[LabelledClause, LabelledClause]


def read_opposites(folder: Path) -> list[OppositePair]:
    """The pairs in the ``*.jsonl`` files of ``folder``, a pair a line; none where it is not there.

    Raises:
        CorpusError: a file cannot be read, a line is no pair with known labels and issues, its
            sides have one label, or its name is that of another.
    """
    found: dict[str, OppositePair] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(_lines(path), 1):
            if line.strip():
                place = f"{path}, line {number}"
                pair = _decoded(line, place)
                if found.setdefault(pair.pair, pair) is not pair:
                    raise CorpusError(f"{place} has the name of another pair, {pair.pair!r}.")
    return list(found.values())


def _lines(path: Path) -> list[bytes]:
    try:
        return path.read_bytes().splitlines()
    except OSError as error:
        raise CorpusError(f"{path} cannot be read ({error.strerror}).") from error


def _decoded(line: bytes, place: str) -> OppositePair:
    try:
        written = msgspec.json.decode(line, type=_Written)
    except msgspec.DecodeError as error:
        raise CorpusError(f"{place} is no pair of clauses: {error}.") from error
    one, other = (_side(side, written, place) for side in written.sides)
    if one.label == other.label:
        raise CorpusError(f"{place} has two sides that are both {one.label}.")
    return OppositePair(
        pair=written.pair,
        tradition=written.tradition,
        difference=written.difference,
        sides=(one, other),
    )


def _side(side: LabelledClause, written: _Written, place: str) -> Example:
    refuse_issues(side.label, side.issues, place)
    return Example(
        text=side.text,
        label=side.label,
        issues=side.issues,
        heading=side.heading,
        lead_in=side.lead_in,
        tradition=_PREFIX + written.tradition,
        pair=written.pair,
    )
