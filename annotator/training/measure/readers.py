"""How well the annotators themselves do: what no classifier that learnt from them can well pass.

Each clause of a real law was judged twice, by reading, and decided where the two differed. Where
they agreed the decision is theirs, so that a reader's figures against it flatter the reader; those
of one reader against the other do not, and nor do those of a reader who came when all was decided.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import numpy as np

from annotator.decisions import Vote
from annotator.training.corpus.examples import Example
from annotator.training.corpus.gold import gold_issues, gold_labels
from annotator.training.measure.predictions import Predictions

SECOND_READER = "second reader"
READERS_APART = "reader against reader"
FRESH_READER = "fresh reader"


def readers_of(
    examples: Sequence[Example],
) -> Iterator[tuple[str, Predictions, list[Example]]]:
    """What the second reader said, and of which clauses as decided, and as the first said.

    Then what a third said, who saw neither votes nor decisions, of the clauses as decided. Clauses
    with fewer votes are left out; nothing is given where there are no others.
    """
    decided = [example for example in examples if len(example.votes) > 1]
    if decided:
        first, second = _by(0, decided), _by(1, decided)
        yield SECOND_READER, _said(second), decided
        yield READERS_APART, _said(second), first
    once_more = [example for example in decided if len(example.votes) > 2]
    if once_more:
        yield FRESH_READER, _said(_by(2, once_more)), once_more


def _by(place: int, examples: Sequence[Example]) -> list[Example]:
    """The examples as the annotator at ``place`` among their votes saw them."""
    return [_as_voted(example, example.votes[place]) for example in examples]


def _as_voted(example: Example, vote: Vote) -> Example:
    return msgspec.structs.replace(example, label=vote.label, issues=vote.issues)


def _said(examples: Sequence[Example]) -> Predictions:
    """The labels and issues of ``examples`` as if a program had given them."""
    return Predictions(
        labels=gold_labels(examples),
        confidence=np.ones(len(examples)),
        issues=gold_issues(examples),
        review=np.zeros(len(examples), dtype=np.bool_),
    )
