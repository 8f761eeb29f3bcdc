"""Where a training starts: what is taken from another, what stays frozen, how the heads begin."""
# No `from __future__ import annotations` here: spaCy reads the annotations as types.

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.util import load_model as load
from spacy.util import registry

from annotator.errors import ModelError
from annotator.training.fit.heads import HEADS, encoder_of, folded, head_of, unfold
from annotator.training.fit.kept_states import keep_states

#: What is multiplied to tell whether half precision pays: word pieces of some clauses, a matrix.
_STATES, _MATRIX, _RUNS = (256, 384), (384, 384), 3
#: It pays from 1 down; what is busy beside may blur that, a processor that lacks it takes dozens.
_TOO_SLOW = 4.0


@registry.callbacks("annotator.start_from.v1")  # type: ignore[untyped-decorator]
def start_from(
    trained: Path | None,
    frozen_layers: int,
    half_precision: bool = False,
    keep_frozen: bool = False,
    warm_heads: float | None = None,
) -> Callable[[Language], Language]:
    """How the encoder is trained, and from where.

    Args:
        trained: another training's ``model-best``, or a pipeline that ships, whose weights are
            taken, to show it more labels; none for a new beginning.
        frozen_layers: the encoder's embeddings and so many of its layers stay as they are, which
            for half of them saves a third of the time; 0 trains all of it.
        half_precision: multiply in bfloat16 on the processor, which spares a third of a step where
            it has instructions for it (AMX) and is refused where it has none; the weights stay as
            they are. spacy-transformers' own ``mixed_precision`` is for graphics cards alone.
        keep_frozen: what the frozen layers make of a clause is computed once, without dropout, and
            kept in half precision in a file beside the corpora while the training runs: some
            80 kB a clause.
        warm_heads: the heads begin as logistic regressions of this inverse strength of
            regularisation on the states that the encoder gives to the training's clauses, which
            are all read for it; none for heads that begin at zero. Where ``trained`` is named
            they are taken from there.
    """

    def after_init(nlp: Language) -> Language:
        if trained is not None:
            _take_weights(nlp, trained)
        if "transformer" in nlp.pipe_names:
            _set_up(encoder_of(nlp), nlp)
        if warm_heads is not None and trained is None:
            from annotator.training.fit.warm import warm

            warm(nlp, _corpus(nlp), strength=warm_heads)
        return nlp

    def _set_up(encoder: Any, nlp: Language) -> None:
        if frozen_layers:
            for part in (encoder.embeddings, *encoder.encoder.layer[:frozen_layers]):
                part.requires_grad_(False)
        if frozen_layers and keep_frozen:
            keep_states(encoder, frozen_layers, _corpus(nlp).parent)
        if half_precision:
            refuse_slow(times_as_long_in_half())
            halve(encoder)

    return after_init


def times_as_long_in_half() -> float:
    """How many times as long a product takes in bfloat16 as in full precision, measured here."""
    import torch

    def seconds(states: Any, matrix: Any) -> float:
        def once() -> float:
            begun = time.perf_counter()
            states @ matrix
            return time.perf_counter() - begun

        return min(once() for _ in range(_RUNS))

    states, matrix = torch.rand(*_STATES), torch.rand(*_MATRIX)
    return seconds(states.bfloat16(), matrix.bfloat16()) / seconds(states, matrix)


def refuse_slow(times: float) -> None:
    """Let half precision pass where it is not slower by much.

    Args:
        times: how many times as long a product takes in it.

    Raises:
        ModelError: it takes several times as long, since the processor has no instructions for it.
    """
    if times > _TOO_SLOW:
        raise ModelError(
            f"half_precision: this processor multiplies in bfloat16 {times:.0f} times as slowly as "
            "in full precision; leave it false."
        )


def halve(encoder: Any) -> None:
    """Let the matrices of a torch ``encoder`` be multiplied in bfloat16.

    Only these: torch has no fast way back through attention in bfloat16 on a processor, which costs
    more than they gain. Those that are trained are rounded for each batch, those that are not once.

    Args:
        encoder: changed; what is trained of it is settled.
    """
    import torch

    for layer in encoder.modules():
        if isinstance(layer, torch.nn.Linear):
            layer.forward = _halved(layer) if layer.weight.requires_grad else _rounded(layer)


def _halved(layer: Any) -> Callable[[Any], Any]:
    import torch

    forward = layer.forward

    def halved(states: Any) -> Any:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            multiplied = forward(states)
        return multiplied.float()

    return halved


def _rounded(layer: Any) -> Callable[[Any], Any]:
    import torch

    weight, bias = layer.weight.detach().bfloat16(), layer.bias.detach().bfloat16()

    def rounded(states: Any) -> Any:
        return torch.nn.functional.linear(states.bfloat16(), weight, bias).float()

    return rounded


def _corpus(nlp: Language) -> Path:
    """The clauses that are trained on.

    Raises:
        ModelError: the config names none.
    """
    path = nlp.config.interpolate()["paths"]["train"]
    if not path or not Path(path).is_file():
        raise ModelError(f"The clauses to train on (paths.train) are not there: {path}.")
    return Path(path)


def _take_weights(nlp: Language, trained: Path) -> None:
    # These two need the libraries of the extra `train`, which not every config does.
    from annotator.training.fit.shipped import is_shipped, weights_in

    if not is_shipped(trained):
        _take_trained(nlp, load(trained))
        return
    from annotator.training.fit.warm import standardise

    weights = weights_in(trained)
    encoder = encoder_of(nlp)
    # Its pooler is not used, and no graph has it.
    unused = {key: value for key, value in encoder.state_dict().items() if "pooler" in key}
    try:
        encoder.load_state_dict({**unused, **weights.encoder})
    except RuntimeError as error:
        raise ModelError(f"{trained} was made from another encoder: {error}") from error
    # A graph does not say by what its heads were standardised, and they learn at that pace.
    standardise(nlp, _corpus(nlp))
    for name in HEADS:
        unfold(head_of(nlp, name), weights.heads[name])


def _take_trained(nlp: Language, other: Language) -> None:
    encoder_of(nlp).load_state_dict(encoder_of(other).state_dict())
    for name in HEADS:
        into, source = head_of(nlp, name), head_of(other, name)
        if into.has_ref("standard") and source.has_ref("standard"):
            for parameter in ("shift", "scale"):
                value = source.get_ref("standard").get_param(parameter)
                into.get_ref("standard").set_param(parameter, value.copy())
        unfold(into, folded(source))
