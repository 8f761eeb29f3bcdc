"""Whether asking by a light model teaches more than asking at random, on laws with known labels.

A part of the laws' clauses is held back. Of the others a batch is asked, the light model learns it,
says what to ask next, and so on, as ``annotate rounds next`` does; beside it the same is done with
batches drawn by lot. After each batch both are tried on what was held back. The members of this
round are the labels in the corpora, so that nobody errs and nobody disagrees.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from annotator.classifier import ClauseClassifier
from annotator.classifier.calibration import issue_scores
from annotator.rounds.learning import material, prior_of, thoughts
from annotator.rounds.light import Doubles, Lessons, SeenClauses
from annotator.rounds.selection import Floats, Selectable, Shares, choose, counted
from annotator.schema import FLAGGED, LABELS, Clause, Finding, Label
from annotator.training.corpus.examples import Example

_NEUTRAL = LABELS.index("neutral")
_HELD = 0.4
_Z = 1.96


class Known(NamedTuple):
    """Clauses with their labels, as the classifier sees them."""

    findings: tuple[Finding, ...]
    labels: tuple[tuple[str, tuple[str, ...]], ...]
    seen: SeenClauses

    @property
    def gold(self) -> Doubles:
        """A one at each clause's label: a row a clause."""
        return np.array([[name == label for name in LABELS] for label, _ in self.labels], float)


class CurvePoint(NamedTuple):
    """How well clauses held back are read after so many labels: a figure a repetition.

    ``right`` is the share given its label, ``f1`` of flagged clauses being flagged.
    """

    labels: int
    right: Doubles
    f1: Doubles


def known(examples: Sequence[Example], classifier: ClauseClassifier) -> Known:
    """What the classifier says of labelled clauses."""
    clauses = [_clause(example) for example in examples]
    scores, states = classifier.look(clauses)
    seen = material(clauses, states, prior_of(scores))
    issues = classifier.read(seen.lines)[0].issues
    return Known(
        findings=tuple(
            _finding(*one, classifier) for one in zip(clauses, scores, issues, strict=True)
        ),
        labels=tuple((example.label, example.issues) for example in examples),
        seen=seen,
    )


def curves(
    clauses: Known, *, batch: int, batches: int, repeats: int
) -> tuple[list[CurvePoint], list[CurvePoint]]:
    """How well held-back clauses are read after each batch, asked by a light model and at random.

    Args:
        clauses: of which two fifths, others in each repetition, are held back.
        batch: how many clauses a batch has.
        batches: how many are asked.
        repeats: how often to begin anew.
    """
    both = []
    for shares in (Shares(), Shares(random=1, uncertain=0, rare=0)):
        runs = [_run(clauses, shares, batch, batches, seed) for seed in range(repeats)]
        both.append(
            [
                CurvePoint(batch * number, *(np.array(one) for one in zip(*figures, strict=True)))
                for number, figures in enumerate(zip(*runs, strict=True))
            ]
        )
    asked, random = both
    return asked, random


def table(asked: Sequence[CurvePoint], random: Sequence[CurvePoint]) -> str:
    """The curves side by side, and how much farther asking goes, over the repetitions."""
    lines = [
        f"{'labels':>6}{'asked: right':>14}{'flagged F1':>12}{'at random: right':>18}"
        f"{'flagged F1':>12}{'ahead':>9}{'95 %':>16}"
    ]
    for one, other in zip(asked, random, strict=True):
        ahead = 100 * (one.right - other.right)
        error = _Z * float(ahead.std(ddof=1)) / len(ahead) ** 0.5
        mean = float(ahead.mean())
        lines.append(
            f"{one.labels:>6}{one.right.mean():>14.3f}{one.f1.mean():>12.3f}"
            f"{other.right.mean():>18.3f}{other.f1.mean():>12.3f}{mean:>+9.1f}"
            f"{f'{mean - error:+.1f} to {mean + error:+.1f}':>16}"
        )
    return "\n".join(lines)


def _run(
    clauses: Known, shares: Shares, batch: int, batches: int, seed: int
) -> list[tuple[float, float]]:
    """The figures before the first batch and after each, of one repetition."""
    order = np.random.default_rng(seed).permutation(len(clauses.labels))
    held, pool = np.split(order, [round(_HELD * len(order))])
    pool = np.sort(pool)
    lessons = Lessons(clauses.seen, clauses.gold)
    unseen = clauses.seen.take(held)
    figures = [_figures(unseen.prior, clauses.gold[held])]
    asked: list[int] = []
    findings = list(clauses.findings)
    for number in range(batches):
        left = [int(row) for row in pool if row not in set(asked)]
        chosen = choose(
            [Selectable(law=0, finding=findings[row]) for row in left],
            clauses.seen.states[left],
            batch,
            labelled=Counter(counted(clauses.labels[row] for row in asked)),
            shares=shares,
            seed=seed * batches + number,
        )
        asked += [left[place] for place, _ in chosen]
        model = lessons.learnt(np.array(asked))
        figures.append(_figures(model(unseen), clauses.gold[held]))
        findings = thoughts(clauses.findings, model(clauses.seen))
    return figures


def _figures(probabilities: Doubles, gold: Doubles) -> tuple[float, float]:
    given, wanted = probabilities.argmax(axis=1), gold.argmax(axis=1)
    flagged, flags = given != _NEUTRAL, wanted != _NEUTRAL
    f1 = 2 * np.count_nonzero(flagged & flags) / max(1, flagged.sum() + flags.sum())
    return float((given == wanted).mean()), float(f1)


def _clause(example: Example) -> Clause:
    return Clause(
        eid="",
        number="",
        heading=example.heading,
        path=example.path,
        lead_in=example.lead_in,
        text=example.text,
        start=0,
        end=len(example.text),
    )


def _finding(
    clause: Clause, scores: dict[Label, float], issues: Floats, classifier: ClauseClassifier
) -> Finding:
    label = max(LABELS, key=lambda name: scores[name])
    raised = issue_scores(issues, classifier.settings.calibration) if label in FLAGGED else ()
    return Finding(
        clause=clause,
        label=label,
        confidence=scores[label],
        scores={str(name): share for name, share in scores.items()},
        issues=raised,
    )
