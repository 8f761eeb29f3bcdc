"""What became of a law from one version to the next: the struct, its JSON and the schema of that.

``docs/compare.md`` describes it, and ``docs/comparison.schema.json`` is its schema.
"""

from __future__ import annotations

import sys
from typing import Any, Literal, get_args

import msgspec

from annotator.lang.comparison_phrases import ChangeKind, Outcome, TurnKind
from annotator.schema import Label, Region, Strength, Struct, schema_of

CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)
TURN_KINDS: tuple[TurnKind, ...] = get_args(TurnKind)
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
#: What became of a proposal that was followed.
TAKEN_UP: tuple[Outcome, ...] = ("taken-up", "in-other-words")
#: What changed for the worse, the gravest first.
WORSE: tuple[TurnKind, ...] = ("new-regressive", "new-blind", "lost-responsive")
#: What a build can fail on: what changed for the worse, and what a person must read to know.
FAILING: tuple[TurnKind, ...] = (*WORSE, "answer-moved", "reworded")


class ComparedLaw(Struct, frozen=True):
    """A version: its file, and how many clauses of which label it has, without lead-ins."""

    title: str
    source: str
    sha256: str
    format: str
    clauses: int
    labels: dict[str, int]
    jurisdiction: str = ""
    date: str = ""


class ComparedClause(Struct, frozen=True):
    """A clause as one version has it, and what is said of it there.

    ``met`` says that it is blind, and its section leaves nothing to mend; ``met_by`` are then the
    numbers of the clauses that answer it. ``text`` is as the law prints it; the rest is as in an
    annotation.
    """

    eid: str
    number: str
    heading: str
    text: str
    start: int
    end: int
    kind: str
    label: Label
    confidence: float
    review: bool = False
    issues: tuple[str, ...] = ()
    met: bool = False
    met_by: tuple[str, ...] = ()
    region: Region | None = None

    @property
    def is_lead_in(self) -> bool:
        """Whether it is read with the clauses that it introduces, and has no label of its own."""
        return self.kind == "lead_in"

    @property
    def is_to_mend(self) -> bool:
        """Whether it is regressive, or blind and nothing in its section makes up for that."""
        return self.label == "regressive" or (self.label == "blind" and not self.met)


class Wording(Struct, frozen=True):
    """Words that stand in both versions (``kept``), or in the old or the new one alone."""

    role: Literal["kept", "deleted", "inserted"]
    words: str


class Turn(Struct, frozen=True):
    """What a change means in terms of gender.

    ``old`` and ``new`` are the numbers of the clauses in each version, empty where there is none,
    and ``before`` and ``after`` their labels; ``met_before`` and ``met`` say that other clauses of
    the section made up for what is blind, or do. ``in_part`` is a clause that discriminated and is
    blind now. ``confidence`` is that of what is less sure of the two, and ``review`` says that one
    of them is for review. ``answers`` are the numbers, in the new version, of the clauses which
    answered it and have moved. ``at`` is the place of the change among the ``changes``.
    """

    kind: TurnKind
    at: int
    old: str
    new: str
    before: Label | None
    after: Label | None
    issues: tuple[str, ...]
    confidence: float
    review: bool = False
    in_part: bool = False
    met_before: bool = False
    met: bool = False
    answers: tuple[str, ...] = ()


class ClauseChange(Struct, frozen=True):
    """What became of a clause: of several that were merged, of one that was split.

    A list that one version has as one clause and the other as several is not split: its ``kind`` is
    ``changed`` or ``unchanged``. ``moved`` stands elsewhere in the order of the law, or in another
    section; ``renumbered`` bears another number, moved or not. ``marks_only`` says that the words
    are the same but for capitals and marks, ``numbers_only`` that they are so but for the numbers
    of provisions that they cite, which bear these numbers now. ``alike`` is from 0 to 1.
    ``wording`` are the words of both versions in the order of the new one; there are none where
    nothing changed.
    """

    kind: ChangeKind
    old: tuple[ComparedClause, ...] = ()
    new: tuple[ComparedClause, ...] = ()
    moved: bool = False
    renumbered: bool = False
    marks_only: bool = False
    numbers_only: bool = False
    alike: float = 0.0
    wording: tuple[Wording, ...] = ()


class Uptake(Struct, frozen=True):
    """What became of an amendment that was proposed for the old version.

    ``number`` is its own in the schedule of that version, ``clause`` where it was to be made: empty
    for a new section, whose ``template`` is the need that it meets. ``where`` are the clauses of
    the new version that say it, or of which it is still wanted; ``now`` is its number in the
    schedule of that version, 0 where it is not proposed there.
    """

    number: int
    clause: str
    template: str
    issue: str
    instruction: str
    outcome: Outcome
    where: tuple[str, ...] = ()
    now: int = 0


class GapChange(Struct, frozen=True):
    """That a law lacks something that it did not, or lacks it no more (``closed``).

    ``provided`` says that new words of the law were found that provide it. Where they were not,
    what called for it may be gone.
    """

    need: str
    lacks: str
    issue: str
    strength: Strength
    closed: bool
    provided: bool = False


class LawComparison(Struct, frozen=True):
    """What became of a law from its ``old`` version to the ``new`` one.

    ``turns`` are what changed in terms of gender, the gravest first; ``changes`` what became of
    each clause, in the order of the new version, with what was removed where it stood. ``counts``
    counts the changes by kind, and those ``moved`` and ``renumbered``. ``uptake`` tells of the
    amendments that were proposed for the old version, by their numbers; alternatives are there
    only if they were taken up. ``notes`` are sentences on what should be known of the comparison.
    """

    old: ComparedLaw
    new: ComparedLaw
    counts: dict[str, int]
    turns: tuple[Turn, ...]
    changes: tuple[ClauseChange, ...]
    uptake: tuple[Uptake, ...] = ()
    gaps: tuple[GapChange, ...] = ()
    notes: tuple[str, ...] = ()
    language: str = "en"


def to_json(comparison: LawComparison) -> bytes:
    """Encode as UTF-8 JSON, indented, with a final newline."""
    return msgspec.json.format(msgspec.json.encode(comparison), indent=2) + b"\n"


def from_json(data: bytes) -> LawComparison:
    """Decode what :func:`to_json` wrote.

    Raises:
        msgspec.ValidationError: the JSON is no comparison.
    """
    return msgspec.json.decode(data, type=LawComparison)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of :class:`LawComparison`."""
    return schema_of(LawComparison)


if __name__ == "__main__":  # `make schema`
    sys.stdout.buffer.write(
        msgspec.json.format(msgspec.json.encode(json_schema()), indent=2) + b"\n"
    )
