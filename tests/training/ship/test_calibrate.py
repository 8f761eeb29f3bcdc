"""Fitting on dev; needs the extra `train`."""

import msgspec
import numpy as np
import pytest

pytest.importorskip("sklearn", reason="needs the extra `train`")

from annotator.classifier.calibration import joined, settled
from annotator.classifier.network import Logits
from annotator.schema import ISSUES, LABELS
from annotator.training.corpus.examples import Example
from annotator.training.measure.predictions import label_probabilities, predict
from annotator.training.ship.calibrate import calibrate, familiar_from, unshown

COUNT = 400


@pytest.fixture
def dev():
    """Half blind, half neutral; the network is right nine times in ten and always quite sure."""
    labels = ["blind" if place % 2 else "neutral" for place in range(COUNT)]
    examples = [
        Example(
            text="A person may be held.",
            label=label,
            issues=("detention",) if label == "blind" else (),
            law="X-1",
            country="SG",
        )
        for label in labels
    ]
    right = [label if place % 10 else "neutral" for place, label in enumerate(labels)]
    right = [
        ("neutral" if label == "blind" else "blind") if place % 10 == 1 else label
        for place, label in enumerate(right)
    ]
    rows = np.zeros((COUNT, len(LABELS)), dtype=np.float32)
    rows[np.arange(COUNT), [LABELS.index(label) for label in right]] = 12
    issues = np.full((COUNT, len(ISSUES)), -4, dtype=np.float32)
    issues[:, ISSUES.index("detention")] = -1
    return Logits(rows, issues), examples


def silent(logits):
    """A bag of words that knows no word of the clauses."""
    return Logits(np.zeros_like(logits.labels), np.zeros_like(logits.issues))


def test_confidence_comes_down_to_how_often_it_is_right(dev):
    logits, examples = dev
    calibration = calibrate(logits, silent(logits), examples)
    assert calibration.temperature > 1
    confidence = label_probabilities(logits, examples, calibration).max(axis=1)
    assert confidence.mean() < 0.99


def test_an_issue_that_logits_rank_right_is_given_after_calibration(dev):
    logits, examples = dev
    predicted = predict(logits, examples, calibrate(logits, silent(logits), examples))
    flagged = predicted.labels == LABELS.index("blind")
    assert predicted.issues[flagged, ISSUES.index("detention")].all()
    assert predicted.issues[flagged].sum() == flagged.sum()


def test_findings_that_are_right_often_enough_need_no_review(dev):
    logits, examples = dev
    calibration = calibrate(logits, silent(logits), examples)
    assert not predict(logits, examples, calibration).review.any()


def test_a_bag_of_words_that_knows_better_is_heard(dev):
    logits, examples = dev
    right = np.zeros_like(logits.labels)
    right[np.arange(COUNT), [LABELS.index(example.label) for example in examples]] = 1
    bow = Logits(right, np.zeros_like(logits.issues))
    calibration = calibrate(logits, bow, examples)
    assert calibration.bow_labels > 0
    before = (logits.labels.argmax(axis=1) == right.argmax(axis=1)).mean()
    scores = label_probabilities(joined(logits, bow, calibration), examples, calibration)
    alone = label_probabilities(logits, examples, calibrate(logits, silent(logits), examples))
    assert scores[right == 1].mean() > alone[right == 1].mean()
    assert (scores.argmax(axis=1) == right.argmax(axis=1)).mean() >= before


def test_one_that_knows_nothing_more_counts_nothing(dev):
    logits, examples = dev
    assert calibrate(logits, silent(logits), examples).bow_labels == 0
    dice = np.random.default_rng(0)
    noise = Logits(dice.normal(size=logits.labels.shape), np.zeros_like(logits.issues))
    assert calibrate(logits, noise, examples).bow_labels == 0


def test_a_label_that_is_learnt_more_often_than_used_is_shifted_down(dev):
    """One clause in ten is blind; the network learnt from as many of each, and says one in two."""
    logits, examples = dev
    rare = np.zeros_like(logits.labels)
    rare[:, LABELS.index("blind")] = 0.2
    seldom = [
        msgspec.structs.replace(example, label="blind" if place % 10 == 0 else "neutral", issues=())
        for place, example in enumerate(examples)
    ]
    shy = Logits(rare, logits.issues)
    seldom[0] = msgspec.structs.replace(seldom[0], issues=("detention",))
    calibration = calibrate(shy, silent(shy), seldom)
    blind = label_probabilities(shy, seldom, calibration)[:, LABELS.index("blind")]
    assert calibration.label_shifts["blind"] < -1
    assert blind.mean() == pytest.approx(0.1, abs=0.03)


def test_a_label_that_dev_hardly_uses_is_hardly_shifted(dev):
    logits, examples = dev
    shifts = calibrate(logits, silent(logits), examples).label_shifts
    assert shifts["neutral"] == 0
    assert abs(shifts["responsive"]) < 0.1


def test_laws_are_familiar_that_have_at_most_three_times_the_unknown_words_of_dev():
    texts = ["Visa permit border."] * 98 + ["Quokka permit border."] * 2
    dev = [Example(text=text, label="neutral", law="X-1", country="SG") for text in texts]
    known = {"visa", "permit", "border"}
    assert familiar_from(dev, known) == pytest.approx(1 - 3 * 2 / 300, abs=0.001)
    few = [Example(text="A quokka.", label="neutral", law="X-2", country="SG")]
    assert familiar_from(few, known) == 0


def test_clauses_are_flagged_from_where_most_that_ought_to_be_are_and_few_others(dev):
    """Blind clauses get three in ten, others one in ten: the likeliest label finds none of them."""
    logits, examples = dev
    rows = np.zeros_like(logits.labels)
    dice = np.random.default_rng(1)
    for place, example in enumerate(examples):
        rows[place, LABELS.index("blind")] = (example.label == "blind") + dice.normal() / 10
    seldom = [one for one in range(COUNT) if one % 2 == 0 or one % 20 == 1]
    few = Logits(rows[seldom], logits.issues[seldom])
    chosen = [examples[one] for one in seldom]
    calibration = calibrate(few, silent(few), chosen)
    predicted = predict(few, chosen, calibration)
    right = [
        LABELS[place] == one.label for place, one in zip(predicted.labels, chosen, strict=True)
    ]
    assert np.mean(right) > 0.98


def test_the_network_is_spared_only_what_nothing_like_it_is_flagged(dev):
    logits, examples = dev
    sure = np.zeros_like(logits.labels)
    neutral = logits.labels.argmax(axis=1) == LABELS.index("neutral")
    sure[neutral, LABELS.index("neutral")] = 30
    bow = Logits(sure, np.zeros_like(logits.issues))
    calibration = calibrate(logits, bow, examples)
    spared = settled(bow, np.ones(COUNT, dtype=np.bool_), calibration)
    predicted = predict(joined(logits, bow, calibration), examples, calibration)
    assert calibration.settled_from < 1
    told = unshown(logits, bow, examples, calibration)
    assert told.clauses == pytest.approx(spared.mean())
    assert 0 < told.words <= 1
    assert told.changed == 0
    assert spared.any()
    assert not spared[predicted.labels != LABELS.index("neutral")].any()
