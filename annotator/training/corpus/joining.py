"""Labels of real laws, joined to the clauses of the laws as published.

``corpora/annotations/*.jsonl`` holds labels without text; the clause they belong to is known by
the SHA-256 of its words. A clause that no longer hashes to what was labelled is counted, not
guessed at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from annotator.decisions import Decision, clause_hash
from annotator.schema import Clause, Struct
from annotator.training.corpus.examples import Example


class Joined(Struct, frozen=True):
    """What a join gave: the examples, and the decisions that met no clause."""

    examples: tuple[Example, ...]
    unmet: tuple[Decision, ...]


def join(
    decisions: Iterable[Decision],
    clauses_of: Callable[[str], Iterable[Clause]],
    countries: Mapping[str, str],
) -> Joined:
    """Give each decision the text of its clause.

    Args:
        decisions: the decisions, of any number of laws.
        clauses_of: the clauses of a law by its name; none where the law cannot be had.
        countries: the countries that made the laws, by the laws' names.
    """
    laws: dict[str, dict[str, Clause]] = {}
    examples, unmet = [], []
    for decision in decisions:
        if decision.law not in laws:
            laws[decision.law] = {clause_hash(c.text): c for c in clauses_of(decision.law)}
        clause = laws[decision.law].get(decision.sha256)
        if clause is None:
            unmet.append(decision)
        else:
            examples.append(_example(decision, clause, countries.get(decision.law, "")))
    return Joined(examples=tuple(examples), unmet=tuple(unmet))


def _example(decision: Decision, clause: Clause, country: str) -> Example:
    return Example(
        text=clause.text,
        label=decision.label,
        issues=decision.issues,
        heading=clause.heading,
        lead_in=clause.lead_in,
        path=clause.path,
        law=decision.law,
        country=country,
        votes=decision.votes,
    )
