"""Votes weighed by who is how reliable, beside the majority and never instead of it."""

from __future__ import annotations

import numpy as np

from annotator.decisions import Vote
from annotator.rounds.weighing import weigh
from annotator.schema import LABELS

NAMES = ("ana", "ben", "cleo", "dora", "emil")


def votes_of(clauses: int, right: dict[str, float], seed: int = 0):
    """Votes of members who each give the true label so often, else any other."""
    dice = np.random.default_rng(seed)
    truth = {f"R-{n:04d}": LABELS[n % len(LABELS)] for n in range(clauses)}
    votes = {}
    for id_, label in truth.items():
        others = [one for one in LABELS if one != label]
        votes[id_] = [
            Vote(annotator=name, label=label if dice.random() < share else dice.choice(others))
            for name, share in right.items()
        ]
    return truth, votes


RIGHT = dict(zip(NAMES, (0.95, 0.9, 0.4, 0.4, 0.4), strict=True))


def test_it_finds_who_is_reliable_and_goes_by_them():
    truth, votes = votes_of(200, RIGHT)
    weighed = weigh(votes)
    for name, share in RIGHT.items():
        assert abs(weighed.reliability[name] - share) < 0.12
    by_majority = sum(one.majority == truth[one.clause] for one in weighed.likely)
    by_weight = sum(one.label == truth[one.clause] for one in weighed.likely)
    assert by_weight > by_majority + 10
    assert by_weight > 180
    for one in weighed.differing():
        assert one.label != one.majority
    assert all(0.25 <= one.probability <= 1 for one in weighed.likely)


def test_few_votes_are_not_weighed():
    _, votes = votes_of(29, RIGHT)
    assert weigh(votes) is None
    two = {id_: own[:2] for id_, own in votes_of(100, RIGHT)[1].items()}
    assert weigh(two) is None


def test_what_is_known_helps_and_is_not_weighed_again():
    truth, votes = votes_of(60, RIGHT, seed=3)
    known = dict(list(truth.items())[:30])
    weighed = weigh(votes, known)
    assert not known.keys() & weighed.by_clause().keys()
    assert abs(weighed.reliability["ana"] - 0.95) < 0.12


def test_where_all_agree_all_are_likely_right():
    _, votes = votes_of(40, dict.fromkeys(NAMES, 1.0))
    weighed = weigh(votes)
    assert weighed.differing() == ()
    assert min(weighed.reliability.values()) > 0.9
