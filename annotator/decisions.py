"""What annotators decided on clauses, as ``corpora/`` holds it.

Of a law that is published elsewhere without text: the clause that a decision belongs to is known by
the SHA-256 of its words. Of any other with it.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from annotator.errors import CorpusError
from annotator.schema import Label, Struct


class Vote(Struct, frozen=True):
    """What one annotator said of a clause before it was decided."""

    annotator: str
    label: Label
    issues: tuple[str, ...] = ()


class Decision(Struct, frozen=True):
    """A decision of the annotators on one clause of a real law, with their votes; no text."""

    law: str
    number: str
    sha256: str
    label: Label
    issues: tuple[str, ...] = ()
    annotators: tuple[str, ...] = ()
    round: str = ""
    votes: tuple[Vote, ...] = ()


class LabelledClause(Struct, frozen=True):
    """A clause with its words, and the label and issues that annotators gave it.

    ``law`` is what it is a clause of; empty for a clause written for the project.
    """

    text: str
    label: Label
    issues: tuple[str, ...] = ()
    heading: str = ""
    lead_in: str = ""
    path: tuple[str, ...] = ()
    law: str = ""


class DecidedClause(LabelledClause, frozen=True, omit_defaults=True):
    """A decided clause of a law that ``corpora/laws.yaml`` does not name, and its provenance.

    Training reads it as it reads the clauses written for the project; ``law`` is its title, by
    which it is kept on one side of the splits.
    """

    number: str = ""
    annotators: tuple[str, ...] = ()
    round: str = ""
    votes: tuple[Vote, ...] = ()


def clause_hash(text: str) -> str:
    """The SHA-256, in hexadecimal, of a clause's text with its white space folded."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def read_decisions(folder: Path) -> list[Decision]:
    """Every annotation in the ``*.jsonl`` files of ``folder``.

    Raises:
        CorpusError: a line is no annotation.
    """
    found = []
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_bytes().splitlines(), 1):
            found.append(decode_decision(line, f"{path}, line {number}"))
    return found


def decode_decision(line: bytes, place: str) -> Decision:
    """One line of JSON as an annotation; ``place`` names it in an error.

    Raises:
        CorpusError: it is none.
    """
    try:
        return msgspec.json.decode(line, type=Decision)
    except msgspec.DecodeError as error:
        raise CorpusError(f"{place} is no annotation: {error}.") from error
