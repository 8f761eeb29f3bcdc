"""The readers' own figures, from the votes that stand beside each decision."""

import msgspec

from annotator.decisions import Vote
from annotator.schema import LABELS
from annotator.training.corpus.examples import Example
from annotator.training.corpus.gold import gold_issues, gold_labels
from annotator.training.measure.metrics import figures
from annotator.training.measure.readers import (
    FRESH_READER,
    READERS_APART,
    SECOND_READER,
    readers_of,
)


def judged(first, second, decided):
    votes = (Vote(annotator="ana", label=first), Vote(annotator="ben", label=second))
    return Example(text="A clause.", label=decided, law="X-1", votes=votes)


def test_the_second_reader_is_held_against_the_decision_and_against_the_first():
    clauses = [
        judged("blind", "blind", "blind"),
        judged("blind", "neutral", "blind"),
        judged("neutral", "blind", "blind"),
        judged("neutral", "neutral", "neutral"),
        Example(text="Read once.", label="blind", law="X-1"),
    ]
    blind = {
        name: figures(given, gold_labels(own), gold_issues(own), ["X-1"] * len(own)).labels["blind"]
        for name, given, own in readers_of(clauses)
    }
    assert blind[SECOND_READER].clauses == 3
    assert blind[SECOND_READER].recall.value == round(2 / 3, 4)
    assert blind[SECOND_READER].precision.value == 1
    assert blind[READERS_APART].clauses == 2
    assert blind[READERS_APART].f1.value == 0.5


def test_a_reader_who_came_when_all_was_decided_is_held_against_what_was():
    late = Vote(annotator="cem", label="neutral")
    twice = judged("blind", "blind", "blind")
    thrice = msgspec.structs.replace(twice, votes=(*twice.votes, late))
    given = {name: own for name, _, own in readers_of([twice, thrice])}
    assert given[FRESH_READER] == [thrice]
    said = {name: predictions for name, predictions, _ in readers_of([twice, thrice])}
    assert said[FRESH_READER].labels.tolist() == [LABELS.index("neutral")]


def test_clauses_that_were_read_once_have_no_second_reader():
    assert list(readers_of([Example(text="Read once.", label="blind", law="X-1")])) == []
