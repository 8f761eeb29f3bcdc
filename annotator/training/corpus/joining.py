"""Labels of real laws, joined to the clauses of the laws as published.

``corpora/annotations/*.jsonl`` holds labels without text; the clause they belong to is known by
the SHA-256 of its words. A clause that no longer hashes to what was labelled is counted, not
guessed at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from annotator.decisions import Annotation, clause_hash
from annotator.schema import Clause, Struct
from annotator.training.corpus.examples import Example


class Joined(Struct, frozen=True):
    """What a join gave: the examples, and the annotations that met no clause."""

    examples: tuple[Example, ...]
    unmet: tuple[Annotation, ...]


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
