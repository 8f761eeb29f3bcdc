"""What ``models/configs`` names that spaCy does not bring: the two heads and their scores.

spaCy's own multi-label head sends its error through the derivative of the sigmoid, where a rare
issue's gradient vanishes; here it arrives as it is, which is the gradient of the cross entropy.
"""
# No `from __future__ import annotations` here: spaCy reads the annotations as types.

import gc
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, cast

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry
from thinc.api import Linear, Model, chain, list2ragged, reduce_mean, zero_init
from thinc.types import Floats2d

from annotator import tokenizer  # noqa: F401  # registers the tokenizer that the config names

#: What a pipeline that is trained here calls its two heads.
HEADS = ("label", "issues")


@registry.architectures("annotator.Head.v1")  # type: ignore[untyped-decorator]
def head(
    tok2vec: Model[list[Doc], list[Floats2d]],
    exclusive: bool,
    pace: float = 1.0,
    smoothing: float = 0.0,
    standardised: bool = False,
    nO: int | None = None,
) -> Model[list[Doc], Floats2d]:
    """A linear layer over the mean of the tokens, and probabilities of its logits.

    Args:
        tok2vec: gives a vector for each token.
        exclusive: softmax, for one class a document; otherwise each class by itself.
        pace: how many times as fast as the encoder it learns: its logits are multiplied by it.
        smoothing: the share of certainty that is taken from the annotators' label and spread over
            all classes, so that none is learnt as beyond doubt. For an exclusive head.
        standardised: the linear layer sees the means less their mean and by their deviation over
            all clauses, once :mod:`.warm` has measured these. States of e5 have much in common,
            which would else drown what tells them apart.
        nO: the number of classes, which spaCy fills in.
    """
    if smoothing and not exclusive:
        raise ValueError("Only an exclusive head can smooth its labels.")
    linear = Linear(nO=nO, nI=tok2vec.maybe_get_dim("nO"), init_W=zero_init)
    pooled: Model[Any, Any] = chain(tok2vec, list2ragged(), cast(Any, reduce_mean()))
    if standardised:
        standard = _standard()
        pooled = chain(pooled, standard)
    model: Model[Any, Any] = chain(pooled, linear, _probabilities(exclusive, pace, smoothing))
    model.set_ref("tok2vec", tok2vec)
    model.set_ref("standard", standard if standardised else None)
    model.set_ref("output_layer", linear)
    model.attrs["multi_label"] = not exclusive
    model.attrs["pace"] = pace
    return cast(Model[list[Doc], Floats2d], model)


def _standard() -> Model[Floats2d, Floats2d]:
    """What is given, less ``shift`` and times ``scale``; both stay as they were set."""

    def init(model: Model[Floats2d, Floats2d], X: Any = None, Y: Any = None) -> None:
        if X is not None and not model.has_param("scale"):
            model.set_param("shift", model.ops.alloc1f(X.shape[1]))
            model.set_param("scale", model.ops.alloc1f(X.shape[1]) + 1)

    def forward(
        model: Model[Floats2d, Floats2d], given: Floats2d, is_train: bool
    ) -> tuple[Floats2d, Callable[[Floats2d], Floats2d]]:
        scale = model.get_param("scale")
        return (given - model.get_param("shift")) * scale, lambda error: error * scale

    return Model("standard", forward, init=init, params={"shift": None, "scale": None})


class Linearly(NamedTuple):
    """Logits as a linear function: a row of weights a class, and the biases."""

    weights: Any
    biases: Any


def folded(model: Model[Any, Any]) -> Linearly:
    """What a head makes of the mean of the tokens, its pace and standards counted in."""
    linear = model.get_ref("output_layer")
    weights, biases = linear.get_param("W"), linear.get_param("b")
    if model.has_ref("standard"):
        standard = model.get_ref("standard")
        weights = weights * standard.get_param("scale")
        biases = biases - weights @ standard.get_param("shift")
    pace = model.attrs["pace"]
    return Linearly(weights * pace, biases * pace)


def unfold(model: Model[Any, Any], wanted: Linearly) -> None:
    """Set a head's weights so that :func:`folded` gives ``wanted``, up to rounding."""
    pace = model.attrs["pace"]
    weights, biases = wanted.weights / pace, wanted.biases / pace
    if model.has_ref("standard"):
        standard = model.get_ref("standard")
        biases = biases + weights @ standard.get_param("shift")
        weights = weights / standard.get_param("scale")
    linear: Any = model.get_ref("output_layer")
    for name, value in (("W", weights), ("b", biases)):
        linear.set_param(name, linear.ops.asarray(value, dtype="f"))


def _probabilities(exclusive: bool, pace: float, smoothing: float) -> Model[Floats2d, Floats2d]:
    def forward(
        model: Model[Floats2d, Floats2d], logits: Floats2d, is_train: bool
    ) -> tuple[Floats2d, Callable[[Floats2d], Floats2d]]:
        activate = model.ops.softmax if exclusive else model.ops.sigmoid
        given = activate(logits * pace)

        def backprop(error: Floats2d) -> Floats2d:
            # The error is `given - wanted`. Smoothed, what is wanted is that and a little of
            # every class, which comes to the same as a little of the distance from them all.
            if smoothing:
                error = (1 - smoothing) * error + smoothing * (given - 1 / given.shape[1])
            return error * pace

        return given, backprop

    return Model("probabilities", forward)


@registry.callbacks("annotator.free_memory.v1")  # type: ignore[untyped-decorator]
def free_memory(every: int) -> Callable[[Language, dict[str, Any]], None]:
    """Collect garbage every few steps.

    Each step leaves its activations behind in a reference cycle: a few objects, which Python is in
    no hurry to collect, but a hundred megabytes. What was there before the first step stays, and
    need not be looked through each time.
    """
    frozen = False

    def before_update(nlp: Language, args: dict[str, Any]) -> None:
        nonlocal frozen
        if not frozen:
            gc.freeze()
            frozen = True
        if args["step"] % every == 0:
            gc.collect()

    return before_update


def head_of(nlp: Language, name: str) -> Any:
    """The thinc model of a pipeline's head: one of :data:`HEADS`."""
    pipe: Any = nlp.get_pipe(name)
    return pipe.model


def encoder_of(nlp: Language) -> Any:
    """The torch module of a pipeline's transformer."""
    transformer: Any = nlp.get_pipe("transformer")
    return transformer.model.layers[0].shims[0]._hfmodel.transformer


@registry.scorers("annotator.label_scorer.v1")  # type: ignore[untyped-decorator]
def make_label_scorer() -> Callable[..., dict[str, Any]]:
    """The macro F1 of the four labels, one a clause, and the average precision of *blind*.

    The former hangs on the few regressive clauses of dev, the latter on no threshold; written
    clauses count in both.
    """
    return _score_labels


@registry.scorers("annotator.issue_scorer.v1")  # type: ignore[untyped-decorator]
def make_issue_scorer() -> Callable[..., dict[str, Any]]:
    """The F1 of the issues, over all and on average."""
    return _score_issues


def _score_labels(
    examples: Iterable[Example], *, labels: Iterable[str], **kwargs: Any
) -> dict[str, Any]:
    from sklearn.metrics import average_precision_score

    read = list(examples)
    scores = Scorer.score_cats(read, "cats", labels=list(labels), multi_label=False, threshold=0.0)
    blind = [example.reference.cats["blind"] == 1 for example in read]
    said = [example.predicted.cats["blind"] for example in read]
    ranked = float(average_precision_score(blind, said)) if any(blind) else 0.0
    return {"label_macro_f": scores["cats_macro_f"], "blind_ap": ranked}


def _score_issues(
    examples: Iterable[Example], *, labels: Iterable[str], threshold: float, **kwargs: Any
) -> dict[str, Any]:
    # A neutral clause has no issues to be right about (corpus/docbins.py leaves them out).
    names = list(labels)
    flagged = [example for example in examples if names[0] in example.reference.cats]
    scores = Scorer.score_cats(flagged, "cats", labels=names, multi_label=True, threshold=threshold)
    return {"issues_micro_f": scores["cats_micro_f"], "issues_macro_f": scores["cats_macro_f"]}
