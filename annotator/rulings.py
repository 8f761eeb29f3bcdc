"""What a drafter decided on the amendments of a law: the struct, its JSON and the schema of that.

A Word document that comes back is read into it, and whatever else shows amendments to be decided
reads and writes it. ``docs/decisions.md`` describes it.
"""

from __future__ import annotations

import sys
from typing import Any, Literal, get_args

import msgspec

from annotator.errors import InputError
from annotator.schema import Label, Struct, schema_of

#: ``lost`` is an amendment whose place is gone from the text, ``unknown`` one of which the file
#: does not tell any more what became of it.
Verdict = Literal[
    "accepted", "rejected", "edited", "false-alarm", "pending", "lost", "unknown"
]  # fmt: skip
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


class RuledLaw(Struct, frozen=True):
    """The law whose amendments they are; ``sha256`` is that of its file, empty if not known."""

    title: str
    sha256: str


class Ruling(Struct, frozen=True):
    """What was decided on one amendment.

    ``number`` is its own in the schedule of the law, as report, workbook and comments print it; 0
    for a rewrite of gendered drafting. ``clause`` and ``eid`` are those of the provision,
    ``clause_sha256`` is that of its words, white space folded; a new section has its own number, no
    eId and no words. ``template`` is the library's (of a new section, the need that it meets),
    ``label`` and ``issue`` are those for which it was proposed. ``words`` are what stands there now
    where it was ``edited``; ``comment`` is all that was answered to our comment on it. ``who`` and
    ``when`` (as ``2026-11-29T20:15:00Z``) are empty where the file does not tell. ``earlier`` says
    in which run on the document it was put in, and bears its number: 0 for the last run, 1 for the
    one before.
    """

    number: int
    clause: str
    eid: str
    clause_sha256: str
    template: str
    issue: str
    label: str
    decision: Verdict
    words: str = ""
    comment: str = ""
    who: str = ""
    when: str = ""
    earlier: int = 0


class RuledClause(Struct, frozen=True):
    """What was said of the label of a clause that was flagged.

    ``label`` and ``issues`` are the program's; ``decision`` is ``false-alarm`` where it was said
    that the clause needs nothing, and ``pending`` where nobody said so. ``named`` is the label that
    the drafter gives it, another or the same, if any was named; of a false alarm it is ``neutral``.
    The rest is as for a :class:`Ruling`.
    """

    clause: str
    eid: str
    clause_sha256: str
    label: Label
    issues: tuple[str, ...] = ()
    decision: Literal["false-alarm", "pending"] = "pending"
    named: Label | None = None
    comment: str = ""
    who: str = ""
    when: str = ""


class Decisions(Struct, frozen=True):
    """What was decided on the amendments of one law.

    ``decisions`` are in the order of the schedule, ``clauses`` in that of the law, those of earlier
    runs behind. ``notes`` are sentences for the user on what could not be told.
    """

    law: RuledLaw
    decisions: tuple[Ruling, ...] = ()
    clauses: tuple[RuledClause, ...] = ()
    notes: tuple[str, ...] = ()


def to_json(decisions: Decisions) -> bytes:
    """Encode as UTF-8 JSON, indented, with a final newline."""
    return msgspec.json.format(msgspec.json.encode(decisions), indent=2) + b"\n"


def from_json(data: bytes) -> Decisions:
    """Decode what :func:`to_json` wrote.

    Raises:
        msgspec.ValidationError: the JSON is no file of decisions.
    """
    return msgspec.json.decode(data, type=Decisions)


def read_decisions(data: bytes, name: str) -> Decisions:
    """The decisions in a file.

    Args:
        data: the file.
        name: of it.

    Raises:
        InputError: it is no file of decisions.
    """
    try:
        return from_json(data)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise InputError(
            f"{name} is no file of decisions ({str(error).rstrip('.')}): give one that "
            "the review page exported, or that `annotate decisions -o` wrote."
        ) from None


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of :class:`Decisions`."""
    return schema_of(Decisions)


if __name__ == "__main__":  # `make schema`
    sys.stdout.buffer.write(
        msgspec.json.format(msgspec.json.encode(json_schema()), indent=2) + b"\n"
    )
