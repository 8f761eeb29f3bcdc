"""A linear model over words and pairs of words, whose opinion is added to the network's.

The encoder knows what words mean; this knows which words the labelled clauses used, and the two
err on different clauses. spaCy's ``TextCatEnsemble`` joins a network and a bag of words likewise.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from annotator.classifier.encoding import ClauseLine
from annotator.classifier.network import Floats, Logits
from annotator.schema import ISSUES, LABELS

_OUTPUTS = len(LABELS) + len(ISSUES)


class BagOfWords:
    """Logits of labels and issues from the words of a line, weighted as TF-IDF weights them.

    Args:
        terms: the words and pairs of words that it knows, in lower case.
        idf: how rare each is in the clauses learnt from: a number a term.
        weights: what each adds to the logits: a row a term, a column a label and then an issue.
        bias: what the logits are where no term is known: a number a label and then an issue.

    Raises:
        ValueError: these do not fit each other.
    """

    def __init__(self, terms: Sequence[str], idf: Floats, weights: Floats, bias: Floats) -> None:
        self.terms = tuple(terms)
        self.idf = idf.astype(np.float32)
        self.weights = weights.astype(np.float32)
        self.bias = bias.astype(np.float32)
        shapes = (self.idf.shape, self.weights.shape, self.bias.shape)
        if shapes != ((len(terms),), (len(terms), _OUTPUTS), (_OUTPUTS,)):
            raise ValueError(f"{len(terms)} terms do not fit numbers of the shapes {shapes}")
        self._rows = dict(zip(self.terms, range(len(terms)), strict=True))

    @property
    def known(self) -> Collection[str]:
        """Its terms, to ask whether a word is among them."""
        return self._rows.keys()

    def __call__(self, lines: Sequence[ClauseLine]) -> Logits:
        """The logits of ``lines``, in their order."""
        return self.read(lines)[0]

    def read(self, lines: Sequence[ClauseLine]) -> tuple[Logits, list[Floats]]:
        """The logits of ``lines``, and what each word of a line adds to its label logits.

        As with :meth:`~annotator.classifier.network.Network.read`, the shares (a row each of
        ``line.words``, a column a label) and a constant sum to the logits. A pair's is parted
        evenly.
        """
        read = [self._read(line) for line in lines]
        logits = np.array([row for row, _ in read], dtype=np.float32).reshape(-1, _OUTPUTS)
        labels, issues = np.split(logits, [len(LABELS)], axis=1)
        return Logits(labels, issues), [shares for _, shares in read]

    def _read(self, line: ClauseLine) -> tuple[Floats, Floats]:
        terms, firsts, lasts = _terms(line)
        rows = np.array([self._rows.get(term, -1) for term in terms], dtype=np.int64)
        known = rows >= 0
        rows = rows[known]
        added = self._values(rows)[:, None] * self.weights[rows]
        shares = np.zeros((len(line.words), len(LABELS)), dtype=np.float32)
        halves = added[:, : len(LABELS)] / 2
        for places in (firsts, lasts):
            np.add.at(shares, np.array(places, dtype=np.int64)[known], halves)
        return added.sum(axis=0) + self.bias, shares

    def _values(self, rows: npt.NDArray[np.int64]) -> Floats:
        """TF-IDF of each occurrence: a term's is dampened, brought to unit length and parted."""
        terms, which, counts = np.unique(rows, return_inverse=True, return_counts=True)
        whole = (1 + np.log(counts)) * self.idf[terms]
        length = float(np.linalg.norm(whole)) or 1.0
        values: Floats = (whole / length / counts)[which].astype(np.float32)
        return values

    def to_bytes(self) -> bytes:
        """It as NumPy's ``npz``, with numbers of half precision."""
        buffer = io.BytesIO()
        np.savez_compressed(
            buffer,
            terms=np.frombuffer("\n".join(self.terms).encode(), dtype=np.uint8),
            idf=self.idf.astype(np.float16),
            weights=self.weights.astype(np.float16),
            bias=self.bias,
        )
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> BagOfWords:
        """Read what :meth:`to_bytes` gave.

        Raises:
            ValueError: it is something else, or was made for other labels or issues.
        """
        try:
            with np.load(io.BytesIO(data), allow_pickle=False) as parts:
                joined = parts["terms"].tobytes().decode()
                terms = joined.split("\n") if joined else []
                return cls(terms, parts["idf"], parts["weights"], parts["bias"])
        except (zipfile.BadZipFile, KeyError, OSError, EOFError) as error:
            raise ValueError(f"no bag of words: {error}") from error


def terms_of(line: ClauseLine) -> list[str]:
    """The words of two letters and more in ``line``, in lower case, and then their pairs.

    >>> terms_of(ClauseLine.of("A search by a woman."))
    ['search', 'by', 'woman', 'search by', 'by woman']
    """
    return _terms(line)[0]


def _terms(line: ClauseLine) -> tuple[list[str], list[int], list[int]]:
    """The terms, and the rows of the first and the last word of each: of a word, the same twice."""
    words = [word.text.lower() for word in line.words if len(word.text) > 1]
    places = [row for row, word in enumerate(line.words) if len(word.text) > 1]
    pairs = [f"{one} {other}" for one, other in pairwise(words)]
    return words + pairs, places + places[:-1], places + places[1:]
