"""The light model: the classifier's opinion, moved by what the members of some rounds decided.

The logit of a label is the classifier's, sharpened or softened as a whole, and what a linear model
adds to it. That sees the words of a clause and the encoder's states of it, which stay as they are;
where it has learnt nothing it adds nothing. So a few dozen clauses are enough to begin with, and
seconds to fit. It tells what to ask next and nothing else: it stays in its round's folder and is
never shipped.

scikit-learn, of the extra ``rounds``, is imported only where something is fitted.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from annotator.classifier.bag_of_words import BagOfWords, terms_of
from annotator.classifier.encoding import ClauseLine
from annotator.rounds.selection import Floats, on_the_sphere
from annotator.schema import ISSUES, LABELS

Doubles = npt.NDArray[np.float64]

#: How far words and states may move the classifier's opinion, and how firmly that is held to count
#: once. Chosen on the dev laws (`python -m annotator.measuring learning`).
_WORDS, _STATES, _BIAS, _FIRM = 1.0, 2.0, 0.5, 20.0
#: A term that stands in one clause only says more about that clause than about any label.
_LEAST_CLAUSES = 2
#: What the classifier rules out is held for this likely: members may know better.
_LEAST = 1e-3
#: More iterations, or a finer end, change no label.
_ITERATIONS, _ENOUGH = 200, 1e-6


class SeenClauses(NamedTuple):
    """Clauses as the light model sees them, a row each.

    ``lines`` are their words, ``states`` the encoder's states, ``prior`` the classifier's
    probabilities of the labels.
    """

    lines: tuple[ClauseLine, ...]
    states: Floats
    prior: Doubles

    def take(self, rows: Sequence[int] | npt.NDArray[np.int64]) -> SeenClauses:
        """Those of ``rows``."""
        places = [int(row) for row in rows]
        return SeenClauses(
            tuple(self.lines[place] for place in places), self.states[places], self.prior[places]
        )


class LightModel(NamedTuple):
    """What was learnt.

    ``heat`` multiplies the logarithms of the classifier's probabilities. ``bow`` adds to the logits
    of the labels by words, its bias always, ``head`` (a row a number of a state, a column a label)
    by the direction of the state from ``centre``.
    """

    heat: float
    bow: BagOfWords
    centre: Doubles
    head: Doubles

    def __call__(self, clauses: SeenClauses) -> Doubles:
        """The probability of each label: a row a clause."""
        logits = self.heat * _logs(clauses.prior) + self.bow(clauses.lines).labels
        logits += (on_the_sphere(clauses.states) - self.centre) @ self.head
        exponentials = np.exp(logits - logits.max(axis=1, keepdims=True))
        probabilities: Doubles = exponentials / exponentials.sum(axis=1, keepdims=True)
        return probabilities

    def to_bytes(self) -> bytes:
        """It as NumPy's ``npz``; nothing in it is pickled."""
        buffer = io.BytesIO()
        np.savez_compressed(
            buffer,
            heat=np.array(self.heat),
            bow=np.frombuffer(self.bow.to_bytes(), dtype=np.uint8),
            centre=self.centre,
            head=self.head,
        )
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> LightModel:
        """Read what :meth:`to_bytes` gave.

        Raises:
            ValueError: it is something else.
        """
        with np.load(io.BytesIO(data), allow_pickle=False) as parts:
            bow = BagOfWords.from_bytes(parts["bow"].tobytes())
            return cls(float(parts["heat"]), bow, parts["centre"], parts["head"])


def fit(clauses: SeenClauses, said: Doubles) -> LightModel:
    """Learn from decided clauses.

    Args:
        clauses: one at least.
        said: the share of each label in what was said of a clause: a row a clause.
    """
    return Lessons(clauses, said).learnt(np.arange(len(said)))


class Lessons:
    """Clauses to learn from, of which any part may be left out.

    Args:
        clauses: one at least.
        said: as :func:`fit` takes it.
    """

    def __init__(self, clauses: SeenClauses, said: Doubles) -> None:
        self.clauses = clauses
        self.said = said

    @cached_property
    def _terms(self) -> list[list[str]]:
        return [terms_of(line) for line in self.clauses.lines]

    def learnt(self, rows: npt.NDArray[np.int64]) -> LightModel:
        """Learn from ``rows`` alone."""
        from scipy import sparse
        from threadpoolctl import threadpool_limits

        terms, idf, words = self._words(rows)
        states = on_the_sphere(self.clauses.states[rows]).astype(np.float64)
        centre = states.mean(axis=0)
        always = np.full((len(rows), 1), _BIAS)
        seen = sparse.hstack([_WORDS * words, _STATES * (states - centre), always]).tocsr()
        with threadpool_limits(1):  # so small a fit only waits for other threads
            heat, weights = _fitted(seen, _logs(self.clauses.prior[rows]), self.said[rows])
        by_words, by_states, by_itself = np.split(weights, [len(terms), len(weights) - 1])
        nothing = np.zeros((len(terms) + 1, len(ISSUES)))
        both = np.hstack([np.vstack([_WORDS * by_words, _BIAS * by_itself]), nothing])
        bow = BagOfWords(terms, *(part.astype(np.float32) for part in (idf, both[:-1], both[-1])))
        return LightModel(heat, bow, centre, _STATES * by_states)

    def _words(self, rows: npt.NDArray[np.int64]) -> tuple[list[str], Doubles, Any]:
        """The terms of ``rows``, how rare each is, and their TF-IDF: a row a clause."""
        from scipy import sparse
        from sklearn.feature_extraction.text import TfidfVectorizer

        vectors = TfidfVectorizer(analyzer=list, min_df=_LEAST_CLAUSES, sublinear_tf=True)
        try:
            found = vectors.fit_transform([self._terms[row] for row in rows])
        except ValueError:  # no term stands in two clauses
            return [], np.zeros(0), sparse.csr_matrix((len(rows), 0))
        return vectors.get_feature_names_out().tolist(), vectors.idf_, found


def _fitted(seen: Any, logs: Doubles, said: Doubles) -> tuple[float, Doubles]:
    """Heat and weights under which what was said is likeliest, both drawn to changing nothing."""
    from scipy.optimize import minimize
    from scipy.special import log_softmax

    def loss(flat: Doubles) -> tuple[float, Doubles]:
        heat, weights = flat[0], flat[1:].reshape(-1, len(LABELS))
        likely = log_softmax(heat * logs + seen @ weights, axis=1)
        wrong = np.exp(likely) - said
        held = _FIRM * (heat - 1)
        penalty = (weights**2).sum() / 2 + held * (heat - 1) / 2
        slopes = np.concatenate([[(wrong * logs).sum() + held], (seen.T @ wrong + weights).ravel()])
        return float(penalty - (said * likely).sum()), slopes

    start = np.zeros(1 + seen.shape[1] * len(LABELS))
    start[0] = 1.0
    options = {"maxiter": _ITERATIONS, "ftol": _ENOUGH}
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options=options).x
    return float(best[0]), best[1:].reshape(-1, len(LABELS))


def _logs(prior: Doubles) -> Doubles:
    logs: Doubles = np.log(np.maximum(prior, _LEAST))
    return logs
