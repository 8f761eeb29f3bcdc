"""The next batch: what earlier rounds taught, and the round that is chosen by it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

import msgspec
import numpy as np

from annotator.errors import RoundError, UsageError
from annotator.expressions import expression
from annotator.rounds.learning import (
    LEAST,
    LEAST_TO_TELL,
    Learning,
    Lesson,
    clause_of,
    labelled,
    lessons,
    material,
    measure_learning,
    opinion_of,
    prior_of,
)
from annotator.rounds.light import Lessons, LightModel
from annotator.rounds.manifest import Round
from annotator.rounds.planning import Learnt
from annotator.rounds.request import RoundRequest, requested
from annotator.rounds.selection import Floats
from annotator.rounds.store import Store
from annotator.schema import Clause, Label

_NUMBER = expression(r"\.([1-9]\d{0,3})$")


class LooksAtClauses(Protocol):
    """What is asked of the pipeline's classifier."""

    def look(self, clauses: Sequence[Clause]) -> tuple[list[dict[Label, float]], Floats]:
        """The probability of each label, and the encoder's states: a row a clause."""


class Taught(NamedTuple):
    """What came of learning: the model, what it means for the next round, and how well it does.

    ``learning`` is empty where too few clauses were judged to measure it.
    """

    model: LightModel
    learnt: Learnt
    clauses: int
    learning: Learning | None


def learn(store: Store, round_: Round, classifier: LooksAtClauses) -> Taught:
    """Learn from what was pulled of a round, and of those that it came after.

    Args:
        store: where they are kept.
        round_: the last of them.
        classifier: the pipeline's, which stays as it is.

    Raises:
        RoundError: too few clauses were judged to learn anything.
    """
    taught: list[Lesson] = []
    for one in _chain(store, round_):
        taught += lessons(one, store.votes(one.name))
    if len(taught) < LEAST:
        raise RoundError(
            f"Of round {round_.name} {len(taught)} clauses are judged, and nothing is learnt from "
            f"fewer than {LEAST}: have more judged, and pull again."
        )
    clauses = [clause_of(one.clause) for one in taught]
    scores, states = classifier.look(clauses)
    seen = material(clauses, states, prior_of(scores))
    known = Lessons(seen, np.array([one.said for one in taught]))
    model = known.learnt(np.arange(len(taught)))
    enough = len(taught) >= LEAST_TO_TELL
    return Taught(
        model=model,
        learnt=Learnt(opinion=opinion_of(model), labelled=labelled(taught), after=round_.name),
        clauses=len(taught),
        learning=measure_learning(known, len(round_.to_decide), round_.seed) if enough else None,
    )


def _chain(store: Store, round_: Round) -> Iterator[Round]:
    """A round, and those before it as far as they are kept."""
    seen: set[str] = set()
    while round_.name not in seen:
        seen.add(round_.name)
        yield round_
        if not round_.after or not store.has(round_.after):
            return
        round_ = store.read(round_.after)


def next_name(name: str) -> str:
    """What the round after ``name`` is called.

    >>> next_name("2026-12"), next_name("2026-12.2")
    ('2026-12.2', '2026-12.3')
    """
    found = _NUMBER.search(name)
    return f"{name[: found.start()]}.{int(found[1]) + 1}" if found else f"{name}.2"


def next_request(
    round_: Round, name: str, *, size: int | None, annotators: tuple[str, ...], gold: int
) -> RoundRequest:
    """The request of a round that goes on with ``round_``: as it was asked for, or as is said here.

    Raises:
        UsageError: an earlier version opened ``round_`` and did not note what was asked.
    """
    asked = round_.asked
    if asked is None:
        raise UsageError(
            f"Round {round_.name} was opened by an earlier version: open the next by `annotate "
            "rounds open`."
        )
    members = annotators or round_.annotators
    request = requested(
        name,
        size=asked.size if size is None else size,
        annotators=",".join(members),
        overlap=str(round_.overlap),
        at_random=asked.at_random,
        seed=round_.seed,
        votes=min(round_.votes, len(members)),
        gold=gold,
    )
    countries = {one: code for one, code in round_.countries.items() if one in members}
    return msgspec.structs.replace(request, countries=countries)


def said_of(taught: Taught) -> Iterator[str]:
    """What was learnt, and whether more labels pay, in sentences."""
    yield f"Learnt from {taught.clauses} judged clauses."
    found = taught.learning
    if found is None:
        yield f"What more labels bring is not measured on fewer than {LEAST_TO_TELL}."
        return
    yield (
        f"On clauses that it was not fitted on, the light model gives the members' label to "
        f"{found.light:.0%}, the classifier to {found.classifier:.0%}."
    )
    gain, low, high = (f"{100 * one:+.1f}" for one in found.gain)
    yield (
        f"The last {found.batch} clauses brought {gain} in a hundred ({low} to {high}); as many "
        "more bring no more than that."
    )
    yield {
        "pays": "More labels pay.",
        "cannot be told": "Whether more labels pay cannot be told yet.",
        "pays no more": "More labels of such clauses hardly pay any more.",
    }[found.verdict]
