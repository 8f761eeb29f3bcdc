"""From logits to labels and issues."""

import numpy as np
import pytest

from annotator.classifier.calibration import (
    Calibration,
    issue_scores,
    label_scores,
    labels_given,
    settled,
)
from annotator.classifier.network import Logits
from annotator.schema import ISSUES, LABELS


def _logits(**values):
    return np.array([values.get(label, 0.0) for label in LABELS], dtype=np.float32)


def test_probabilities_sum_to_one():
    scores = label_scores(_logits(blind=2), "A woman.", Calibration())
    assert sum(scores.values()) == pytest.approx(1)
    assert max(scores, key=scores.get) == "blind"


def test_a_clause_that_names_no_gender_is_never_responsive():
    scores = label_scores(_logits(responsive=9, blind=1), "A person may be held.", Calibration())
    assert scores["responsive"] == 0
    assert sum(scores.values()) == pytest.approx(1)
    assert max(scores, key=scores.get) == "blind"


def test_a_clause_that_names_no_role_is_never_regressive():
    scores = label_scores(_logits(regressive=9), "A person may be held.", Calibration())
    assert scores["regressive"] == 0


def test_a_wife_may_make_it_regressive_but_not_responsive():
    scores = label_scores(_logits(regressive=2, responsive=9), "The wife follows.", Calibration())
    assert scores["responsive"] == 0
    assert scores["regressive"] > 0.5


def test_temperature_softens():
    words, logits = "A woman.", _logits(blind=4)
    sharp = label_scores(logits, words, Calibration())
    soft = label_scores(logits, words, Calibration(temperature=2.0))
    assert soft["blind"] < sharp["blind"]


def test_issues_above_their_threshold_are_given_likeliest_first():
    logits = np.full(len(ISSUES), -5.0, dtype=np.float32)
    logits[ISSUES.index("family")], logits[ISSUES.index("removal")] = 1, 3
    assert [found.issue for found in issue_scores(logits, Calibration())] == ["removal", "family"]


def test_a_flagged_clause_has_an_issue_even_where_none_is_sure():
    logits = np.full(len(ISSUES), -5.0, dtype=np.float32)
    logits[ISSUES.index("redress")] = -1
    assert [found.issue for found in issue_scores(logits, Calibration())] == ["redress"]


def test_a_clause_is_flagged_from_where_calibration_says_though_neutral_be_likelier():
    rows = np.array([[0.05, 0.3, 0.05, 0.6], [0.05, 0.2, 0.05, 0.7]])
    assert labels_given(rows, Calibration(flagged_from=0.4)) == ["blind", "neutral"]
    assert labels_given(rows, Calibration(flagged_from=0.41)) == ["neutral", "neutral"]
    assert labels_given(rows, Calibration()) == ["neutral", "neutral"]
    assert labels_given(rows[:0], Calibration(flagged_from=0.4)) == []


def test_regressive_is_said_only_where_it_is_likely_by_itself():
    rows = np.array(
        [
            [0.0, 0.15, 0.31, 0.54],  # dropped, it makes nothing of 0.15
            [0.22, 0.19, 0.23, 0.36],  # never the contrary
            [0.0, 0.05, 0.41, 0.54],
            [0.05, 0.2, 0.38, 0.37],
            [0.46, 0.01, 0.0, 0.53],
        ]
    )
    given = labels_given(rows, Calibration(flagged_from=0.4))
    assert given == ["neutral", "blind", "regressive", "regressive", "responsive"]


def test_a_label_that_is_learnt_more_often_than_used_is_shifted_down():
    logits = np.zeros(len(LABELS), dtype=np.float32)
    even = label_scores(logits, "A woman may go.", Calibration())
    shifts = {**dict.fromkeys(LABELS, 0.0), "blind": -1.0}
    shifted = label_scores(logits, "A woman may go.", Calibration(label_shifts=shifts))
    assert even["blind"] == even["neutral"]
    assert shifted["blind"] == pytest.approx(shifted["neutral"] / np.e)


def _bow(*rows):
    return Logits(np.array(rows), np.zeros((len(rows), len(ISSUES)), dtype=np.float32))


def test_a_plain_clause_is_settled_where_the_bag_of_words_is_sure_that_it_is_neutral():
    bow = _bow(_logits(neutral=4), _logits(neutral=1), _logits(neutral=4, blind=3))
    plain = np.array([True, True, True])
    assert settled(bow, plain, Calibration(settled_from=0.9)).tolist() == [True, False, False]


def test_what_names_a_sex_is_never_settled():
    bow = _bow(_logits(neutral=9))
    assert not settled(bow, np.array([False]), Calibration(settled_from=0.9)).any()


def test_settled_is_counted_on_the_calibrated_scale():
    bow, plain = _bow(_logits(neutral=4)), np.array([True])
    calibration = Calibration(temperature=4.0, settled_from=0.9)
    assert not settled(bow, plain, calibration).any()
    assert settled(bow, plain, Calibration(settled_from=0.9)).all()
    scores = label_scores(bow.labels[0], "A person may be held.", Calibration())
    assert scores["neutral"] > 0.9  # what is settled is then called neutral


def test_without_a_threshold_nothing_is_settled():
    assert not settled(_bow(_logits(neutral=99)), np.array([True]), Calibration()).any()
