"""From logits to what is said of a clause: calibrated scores, a label, its issues.

Temperature, shifts, slope, thresholds, the confidence under which a finding is marked for review,
and how many of a law's words must be known: all are fitted on the dev laws by
:mod:`annotator.training` and travel with the model.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from msgspec import Struct, field

from annotator.classifier.broken_words import named
from annotator.classifier.network import Floats, Logits
from annotator.schema import ISSUES, LABELS, Clause, IssueScore, Label

Booleans = npt.NDArray[np.bool_]

_RESPONSIVE = LABELS.index("responsive")
_BLIND = LABELS.index("blind")
_REGRESSIVE = LABELS.index("regressive")
#: The last of the labels.
_NEUTRAL = LABELS.index("neutral")


class Calibration(Struct, frozen=True, kw_only=True):
    """How logits are joined and read.

    The bag of words' logits are added to the network's ``bow_labels`` and ``bow_issues`` times.
    ``temperature`` divides the label logits, to which ``label_shifts`` are then added, since rare
    labels are learnt from more often than laws use them; ``issue_slope`` and ``issue_shift`` map an
    issue's logit to the logit of its probability; an issue is given from its probability in
    ``thresholds`` on. A clause is flagged where the flagged labels together are as likely as
    ``flagged_from``; where that is None, it is given the likeliest label. A flagged label with less
    confidence than ``review_below`` is marked for review. A law of whose words a smaller share than
    ``familiar_from`` is known is said to be far from what was learnt. A clause of which the bag of
    words by itself says with ``settled_from`` that it is neutral is not shown to the network.
    """

    bow_labels: float = 0.0
    bow_issues: float = 0.0
    temperature: float = 1.0
    label_shifts: dict[str, float] = field(default_factory=lambda: dict.fromkeys(LABELS, 0.0))
    issue_slope: float = 1.0
    issue_shift: float = 0.0
    thresholds: dict[str, float] = field(default_factory=lambda: dict.fromkeys(ISSUES, 0.5))
    flagged_from: float | None = None
    review_below: float = 0.0
    familiar_from: float = 0.0
    settled_from: float | None = None


def joined(network: Logits, bow: Logits, calibration: Calibration) -> Logits:
    """What the network and the bag of words say together: a row a clause."""
    return Logits(
        network.labels + calibration.bow_labels * bow.labels,
        network.issues + calibration.bow_issues * bow.issues,
    )


def settled(bow: Logits, plain: Booleans, calibration: Calibration) -> Booleans:
    """Of which clauses the bag of words says enough by itself: that they are neutral.

    Args:
        bow: its logits, a row a clause.
        plain: of each clause, whether it names neither a sex nor a role. What such a clause is can
            only be blind or neutral; of the others a few words decide, which the network must read.
        calibration: from which probability on that is enough.
    """
    if calibration.settled_from is None:
        return np.zeros(len(plain), dtype=np.bool_)
    return plain & (neutral_by_itself(bow, calibration) >= calibration.settled_from)


def neutral_by_itself(bow: Logits, calibration: Calibration) -> npt.NDArray[np.float64]:
    """How likely each clause is neutral, and not blind, by the bag of words alone."""
    two = bow.labels[:, (_NEUTRAL, _BLIND)].astype(np.float64) / calibration.temperature
    shifts = calibration.label_shifts
    ahead = two[:, 0] - two[:, 1] + shifts["neutral"] - shifts["blind"]
    probabilities: npt.NDArray[np.float64] = 1 / (1 + np.exp(-ahead))
    return probabilities


def label_scores(
    logits: Floats, words: str, calibration: Calibration, language: str = "en"
) -> dict[Label, float]:
    """The probability of each label, summing to one.

    Args:
        logits: of the labels, in the order of :data:`~annotator.schema.LABELS`.
        words: the clause with its lead-in and headings. A label that the guidelines tie to words
            which do not stand in them gets nothing: no drafter is shown a class that the text
            plainly contradicts.
        calibration: the temperature and the shifts.
        language: of the words, by its ISO 639-1 code.
    """
    shifts = [calibration.label_shifts[label] for label in LABELS]
    scaled = logits.astype(np.float64) / calibration.temperature + shifts
    names = named(words, language)
    if names != "gender":
        scaled[_RESPONSIVE] = -np.inf
    if names == "plain":
        scaled[_REGRESSIVE] = -np.inf
    exponentials = np.exp(scaled - scaled.max())
    scores = exponentials / exponentials.sum()
    return {label: float(score) for label, score in zip(LABELS, scores, strict=True)}


def may_be_responsive(clause: Clause, language: str = "en") -> bool:
    """Whether a clause can be given the label *responsive*: only where it names gender."""
    return clause.provides and named(all_words(clause), language) == "gender"


def all_words(clause: Clause) -> str:
    """All that the guidelines let a clause be judged by."""
    return "\n".join((*clause.path, clause.heading, clause.lead_in, clause.text))


def labels_given(probabilities: npt.NDArray[np.float64], calibration: Calibration) -> list[Label]:
    """The labels that clauses are given, which need not be the likeliest.

    A clause overlooked costs a drafter more than one looked at in vain, and that it is neutral is
    what a clause of which nothing is known most likely is. But *regressive* is a charge, and what
    is proposed against it takes words away: a clause is called so only where that is likelier than
    that it is neutral, or by itself as likely as a flagged clause must be. Where the charge is
    dropped it does not count towards flagging either: the clause is *blind*, never the contrary of
    the charge, where the other two suffice for a flagged one, and neutral else.

    Args:
        probabilities: as :func:`label_scores` gives them, a row a clause.
        calibration: from where on clauses are flagged.
    """
    if calibration.flagged_from is None:
        return [LABELS[place] for place in probabilities.argmax(axis=1)]
    likeliest = probabilities[:, :_NEUTRAL].argmax(axis=1)
    least = np.minimum(probabilities[:, _NEUTRAL], calibration.flagged_from)
    dropped = (likeliest == _REGRESSIVE) & (probabilities[:, _REGRESSIVE] < least)
    likeliest[dropped] = _BLIND
    charge = np.where(dropped, probabilities[:, _REGRESSIVE], 0.0)
    flagged = 1 - probabilities[:, _NEUTRAL] - charge >= calibration.flagged_from
    return [
        LABELS[place] if one else "neutral" for place, one in zip(likeliest, flagged, strict=True)
    ]


def issue_scores(logits: Floats, calibration: Calibration) -> tuple[IssueScore, ...]:
    """The issues that a flagged clause raises, the likeliest first; always at least one."""
    shifted = logits.astype(np.float64) * calibration.issue_slope + calibration.issue_shift
    probabilities = 1.0 / (1.0 + np.exp(-shifted))
    ranked = sorted(zip(ISSUES, probabilities, strict=True), key=lambda pair: -pair[1])
    raised = [pair for pair in ranked if pair[1] >= calibration.thresholds[pair[0]]]
    return tuple(IssueScore(issue=name, score=float(p)) for name, p in raised or ranked[:1])
