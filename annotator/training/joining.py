"""Labels of real laws, joined to the clauses of the laws as published.

``corpora/annotations/*.jsonl`` holds labels without text; the clause they belong to is known by
the SHA-256 of its words. A clause that no longer hashes to what was labelled is counted, not
guessed at.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from annotator.classifier.encoding import fold
from annotator.errors import CorpusError
from annotator.schema import Clause, Label, Struct
from annotator.training.examples import Example


class Vote(Struct, frozen=True):
    """What one annotator said of a clause before it was decided."""

    annotator: str
    label: Label
    issues: tuple[str, ...] = ()


class Annotation(Struct, frozen=True):
    """A decision of the annotators on one clause of a real law, with their votes; no text."""

    law: str
    number: str
    sha256: str
    label: Label
    issues: tuple[str, ...] = ()
    annotators: tuple[str, ...] = ()
    round: str = ""
    votes: tuple[Vote, ...] = ()


class Joined(Struct, frozen=True):
    """What a join gave: the examples, and the annotations that met no clause."""

    examples: tuple[Example, ...]
    unmet: tuple[Annotation, ...]


def clause_hash(text: str) -> str:
    """The SHA-256, in hexadecimal, of a clause's text with its white space folded."""
    return hashlib.sha256(fold(text).encode()).hexdigest()


def read_annotations(folder: Path) -> list[Annotation]:
    """Every annotation in the ``*.jsonl`` files of ``folder``.

    Raises:
        CorpusError: a line is no annotation.
    """
    found = []
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_bytes().splitlines(), 1):
            found.append(decode_annotation(line, f"{path}, line {number}"))
    return found


def decode_annotation(line: bytes, place: str) -> Annotation:
    """One line of JSON as an annotation; ``place`` names it in an error.

    Raises:
        CorpusError: it is none.
    """
    try:
        return msgspec.json.decode(line, type=Annotation)
    except msgspec.DecodeError as error:
        raise CorpusError(f"{place} is no annotation: {error}.") from error


def join(
    annotations: Iterable[Annotation], clauses_of: Callable[[str], Iterable[Clause]]
) -> Joined:
    """Give each annotation the text of its clause.

    Args:
        annotations: the decisions, of any number of laws.
        clauses_of: the clauses of a law by its name; none where the law cannot be had.
    """
    laws: dict[str, dict[str, Clause]] = {}
    examples, unmet = [], []
    for annotation in annotations:
        if annotation.law not in laws:
            laws[annotation.law] = {clause_hash(c.text): c for c in clauses_of(annotation.law)}
        clause = laws[annotation.law].get(annotation.sha256)
        if clause is None:
            unmet.append(annotation)
        else:
            examples.append(_example(annotation, clause))
    return Joined(examples=tuple(examples), unmet=tuple(unmet))


def _example(annotation: Annotation, clause: Clause) -> Example:
    return Example(
        text=clause.text,
        label=annotation.label,
        issues=annotation.issues,
        heading=clause.heading,
        lead_in=clause.lead_in,
        path=clause.path,
        law=annotation.law,
    )
