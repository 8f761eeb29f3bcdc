"""Heads that begin where a logistic regression on the encoder's states ends, not at zero.

At zero they need hundreds of steps to find what a regression finds at once, and the encoder is led
astray by their errors meanwhile. The regression sees the pooled states standardised; so does a head
that has a ``standard``, which is set here, and into the weights of one that has none it is folded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

import click
import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Corpus
from spacy.util import minibatch

from annotator.classifier.network import Floats
from annotator.errors import CorpusError
from annotator.schema import ISSUES, LABELS
from annotator.training.fit.bag_of_words import Linear, fit_regressions
from annotator.training.fit.heads import HEADS, Linearly, head_of, unfold

_BATCH = 32
#: States that never change have no deviation to divide by.
_LEAST_DEVIATION = 1e-6
#: So many clauses tell the mean and the deviation of a state.
_ENOUGH_TO_STANDARDISE = 1000


def warm(nlp: Language, corpus: Path, *, strength: float) -> None:
    """Set the pipeline's heads to logistic regressions.

    Args:
        nlp: initialised, with heads called ``label`` and ``issues``.
        corpus: the DocBin of clauses; each is read once, however often it will be learnt from.
        strength: the inverse strength of regularisation.

    Raises:
        CorpusError: the clauses are fewer than two, or all of one label.
    """
    # Clauses of like length together: half the arithmetic.
    docs = sorted((example.reference for example in Corpus(corpus)(nlp)), key=len)
    labels = np.array([_label(doc) for doc in docs], dtype=np.int64)
    if len(set(labels.tolist())) < 2:
        raise CorpusError(f"The heads cannot begin with a regression: {corpus} has one label only.")
    click.echo(f"Reads {len(docs)} clauses, for the heads to begin with.")
    raised = np.array([[doc.cats.get(issue, 0) > 0 for issue in ISSUES] for doc in docs])
    heads: list[Any] = [nlp.get_pipe(name) for name in HEADS]
    read = zip(*_pooled(nlp, [head.model for head in heads], docs), strict=True)
    for head, known, parts in zip(heads, (LABELS, ISSUES), read, strict=True):
        states = np.concatenate(parts)
        shift, scale = _standardised(head.model, states)
        fitted = fit_regressions((states - shift) * scale, labels, raised, (strength, strength))
        columns = [_column(known, answer) for answer in head.labels]
        unfold(head.model, _unstandardised(fitted, columns, shift, scale))


def standardise(nlp: Language, corpus: Path) -> None:
    """Measure what the heads of a pipeline are to be standardised by, where they are to be.

    Args:
        nlp: initialised, with heads called ``label`` and ``issues``.
        corpus: the DocBin of clauses, of which some thousand, evenly drawn, are read.
    """
    heads = [head_of(nlp, name) for name in HEADS]
    if not any(head.maybe_get_ref("standard") for head in heads):
        return
    docs = [example.reference for example in Corpus(corpus)(nlp)]
    docs = sorted(docs[:: max(1, len(docs) // _ENOUGH_TO_STANDARDISE)], key=len)
    for head, parts in zip(heads, zip(*_pooled(nlp, heads, docs), strict=True), strict=True):
        _standardised(head, np.concatenate(parts))


def _standardised(head: Any, states: Floats) -> tuple[Floats, Floats]:
    """The mean of ``states`` and one by their deviation, by which the head is standardised."""
    shift, scale = states.mean(0), 1 / (states.std(0) + _LEAST_DEVIATION)
    if head.has_ref("standard"):
        standard = head.get_ref("standard")
        standard.set_param("shift", standard.ops.asarray(shift, dtype="f"))
        standard.set_param("scale", standard.ops.asarray(scale, dtype="f"))
    return shift, scale


def _column(known: Sequence[str], answer: str) -> int:
    """Where among the regressions' answers one of a head's is: issues stand behind labels."""
    return known.index(answer) + (0 if known is LABELS else len(LABELS))


def _unstandardised(fitted: Linear, columns: list[int], shift: Floats, scale: Floats) -> Linearly:
    weights = fitted.weights[:, columns].T * scale
    return Linearly(weights, fitted.bias[columns] - weights @ shift)


def _label(doc: Doc) -> int:
    return max(range(len(LABELS)), key=lambda place: doc.cats.get(LABELS[place], 0.0))


def _pooled(nlp: Language, heads: list[Any], docs: list[Doc]) -> Iterator[list[Floats]]:
    """For each batch what each head's linear layer, or its standard, is given: a row a clause."""
    for batch in minibatch(docs, _BATCH):  # type: ignore[no-untyped-call]
        # What the encoder writes on documents is large: on these, which are gone with the batch.
        copies = [nlp.make_doc(doc.text) for doc in batch]
        if "transformer" in nlp.pipe_names:
            encoder: Any = nlp.get_pipe("transformer")
            encoder.set_annotations(copies, encoder.predict(copies))
        yield [_before_the_end(head, copies) for head in heads]


def _before_the_end(head: Any, docs: list[Doc]) -> Floats:
    ends = (head.get_ref("output_layer"), head.maybe_get_ref("standard"))
    states: Any = docs
    for layer in takewhile(lambda layer: layer not in ends, head.layers):
        states = layer.predict(states)
    pooled: Floats = head.ops.to_numpy(states)
    return pooled
