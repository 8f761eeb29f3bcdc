"""What the votes of some rounds tell: a light model of them, and whether more votes would pay.

How well it does is measured on clauses that it was not fitted on (each of five parts in turn). What
the last batch brought is the difference between models with and without as many clauses: the next
batch will bring no more than that, since each clause teaches less than the one before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal

import msgspec
import numpy as np

from annotator.classifier.encoding import line_of
from annotator.decisions import Vote
from annotator.rounds.closing import decide
from annotator.rounds.light import Doubles, Lessons, LightModel, SeenClauses
from annotator.rounds.manifest import Round, RoundClause
from annotator.rounds.selection import Floats, counted
from annotator.rounds.votes import Pulled
from annotator.schema import FLAGGED, LABELS, Clause, Finding, Struct

#: With fewer decided clauses nothing is learnt, and with fewer of the first kind nothing measured.
LEAST, LEAST_TO_TELL = 10, 40
_PARTS = 5
#: A batch by which a smaller share of all clauses comes to be read rightly does not pay.
_PAYS = 0.01
_Z = 1.96

Verdict = Literal["pays", "pays no more", "cannot be told"]


class Lesson(Struct, frozen=True):
    """A clause that members judged, and the share of each label in what was said of it.

    ``decided`` is what was decided of it, if anything was.
    """

    clause: RoundClause
    said: tuple[float, ...]
    decided: Vote | None


class Learning(Struct, frozen=True):
    """How well what was learnt does, in shares from 0 to 1 of clauses it was not fitted on.

    ``classifier`` is the share of them to which the classifier gives the members' label, ``light``
    the light model's, ``before`` that of one fitted on ``batch`` clauses fewer. ``gain`` is what
    these brought, with the bounds of its 95 % interval.
    """

    clauses: int
    batch: int
    classifier: float
    light: float
    before: float
    gain: tuple[float, float, float]

    @property
    def verdict(self) -> Verdict:
        """Whether another batch pays: by what the last brought."""
        _, low, high = self.gain
        if high < _PAYS:
            return "pays no more"
        return "pays" if low > 0 else "cannot be told"


def lessons(round_: Round, pulled: Pulled) -> list[Lesson]:
    """What a round teaches: of decided clauses the decision, of others the share of the votes.

    Gold teaches nothing: it is there to measure members by.
    """
    decided = decide(round_, pulled)
    found = []
    for clause in round_.to_decide:
        decision = decided.get(clause.id)
        votes = [decision] if decision else pulled.by_clause.get(clause.id)
        if votes:
            found.append(Lesson(clause=clause, said=_said(votes), decided=decision))
    return found


def _said(votes: Sequence[Vote]) -> tuple[float, ...]:
    given = Counter(vote.label for vote in votes)
    return tuple(given[label] / len(votes) for label in LABELS)


def material(clauses: Sequence[Clause], states: Floats, prior: Doubles) -> SeenClauses:
    """Clauses as the light model sees them."""
    return SeenClauses(tuple(map(line_of, clauses)), states, prior)


def clause_of(one: RoundClause) -> Clause:
    """A clause of a round as the classifier reads it."""
    return Clause(
        eid="",
        number=one.number,
        heading=one.heading,
        path=one.path,
        lead_in=one.lead_in,
        text=one.text,
        start=0,
        end=len(one.text),
    )


def opinion_of(model: LightModel) -> Callable[[Sequence[Finding], Floats], list[Finding]]:
    """What the light model thinks of clauses, given what the classifier says of them."""

    def opinion(findings: Sequence[Finding], states: Floats) -> list[Finding]:
        prior = prior_of([finding.scores for finding in findings])
        clauses = material([finding.clause for finding in findings], states, prior)
        return thoughts(findings, model(clauses))

    return opinion


def prior_of(scores: Iterable[Mapping[Any, float]]) -> Doubles:
    """The classifier's probabilities as numbers: a row a clause, a column a label."""
    return np.array([[own.get(label, 0.0) for label in LABELS] for own in scores])


def thoughts(findings: Sequence[Finding], probabilities: Doubles) -> list[Finding]:
    """Findings with other probabilities of the labels: a row of them each."""
    return [_thought(*one) for one in zip(findings, probabilities, strict=True)]


def _thought(finding: Finding, probabilities: Doubles) -> Finding:
    """``finding`` with other probabilities; its issues are the classifier's, if it is flagged."""
    place = int(probabilities.argmax())
    return msgspec.structs.replace(
        finding,
        label=LABELS[place],
        confidence=float(probabilities[place]),
        scores={label: float(p) for label, p in zip(LABELS, probabilities, strict=True)},
        issues=finding.issues if LABELS[place] in FLAGGED else (),
    )


def labelled(taught: Iterable[Lesson]) -> Counter[tuple[str, str]]:
    """How many clauses were decided, by label and issue."""
    decided = (one.decided for one in taught)
    return counted((vote.label, vote.issues) for vote in decided if vote)


def measure_learning(known: Lessons, batch: int, seed: int) -> Learning:
    """How well a light model does on what it has not seen, and what a batch brought.

    Args:
        known: the clauses learnt from, :data:`LEAST_TO_TELL` at least.
        batch: how many clauses the last batch had; a third of all at most is left out.
        seed: of the parts, and of what is left out.
    """
    count = len(known.said)
    batch = min(batch, count // 3)
    rows = np.arange(count)
    whole, without = np.zeros((2, count, len(LABELS)))
    dice = np.random.default_rng(seed)
    part = dice.permutation(count) % _PARTS
    for number in range(_PARTS):
        held, rest = rows[part == number], rows[part != number]
        fewer = np.sort(dice.permutation(rest)[: len(rest) - batch])
        unseen = known.clauses.take(held)
        whole[held] = known.learnt(rest)(unseen)
        without[held] = known.learnt(fewer)(unseen)
    light, before = _right(whole, known.said), _right(without, known.said)
    gained = light - before
    # Two clauses besides that nobody judged, one gained and one lost: where none changed sides,
    # that proves as much as there are clauses, and not that none ever will.
    error = _Z * float(np.append(gained, (1.0, -1.0)).std(ddof=1)) / (count + 2) ** 0.5
    gain = float(gained.mean())
    return Learning(
        clauses=count,
        batch=batch,
        classifier=float(_right(known.clauses.prior, known.said).mean()),
        light=float(light.mean()),
        before=float(before.mean()),
        gain=(gain, gain - error, gain + error),
    )


def _right(probabilities: Doubles, said: Doubles) -> Doubles:
    """The share of what was said of each clause that was the likeliest label."""
    right: Doubles = said[np.arange(len(said)), probabilities.argmax(axis=1)]
    return right
