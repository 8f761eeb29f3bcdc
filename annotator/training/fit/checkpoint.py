"""A training's whole state in one file, so that what was interrupted goes on from there.

spaCy's own training keeps the best pipeline but no state to resume from. Here are the weights, what
the optimizer remembers of them, how far the training was and the dice that it throws, in msgpack.
The file is replaced only by one that is whole.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import srsly
from spacy.language import Language
from thinc.api import Optimizer, get_current_ops

from annotator.errors import ModelError
from annotator.files import replacing
from annotator.training.fit.batches import TrainingPlace

State = dict[str, Any]

_MEMORIES = ("mom1", "mom2", "averages")
_COUNTS = ("nr_update", "last_seen")


class TrainingProgress(msgspec.Struct):
    """How far a training is.

    ``place`` says which batch is next, ``step`` counts the updates that are done, ``results`` holds
    the score and step of each evaluation, and ``losses`` those of the components since the last.
    """

    place: TrainingPlace
    step: int = 0
    words: int = 0
    seconds: float = 0.0
    results: list[tuple[float, int]] = []
    losses: dict[str, float] = {}


class Checkpoint:
    """The file that holds the state of a training.

    Args:
        path: where it is, or will be.
        fingerprint: of all that makes the training what it is; a state with another one is not
            gone on from.
    """

    def __init__(self, path: Path, fingerprint: str) -> None:
        self.path = path
        self.fingerprint = fingerprint

    def save(self, nlp: Language, optimizer: Optimizer, progress: TrainingProgress) -> None:
        """Put the state in the place of the one before, which stays until this one is whole.

        Raises:
            OutputError: it cannot be written; the one before is still there.
        """
        state = {
            "fingerprint": self.fingerprint,
            "progress": msgspec.to_builtins(progress),
            "weights": dict(_weights(nlp)),
            "optimizer": _remembered(nlp, optimizer),
            "dice": _dice(),
        }
        with replacing(self.path, "wb", parents=True) as out:
            out.write(srsly.msgpack_dumps(state))

    def load(self) -> State | None:
        """The state to go on from; None where there is none, or it is another training's.

        Raises:
            ModelError: the file is damaged.
        """
        if not self.path.exists():
            return None
        try:
            state: State = srsly.msgpack_loads(self.path.read_bytes())
            return state if state["fingerprint"] == self.fingerprint else None
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelError(
                f"{self.path}, from which the training was to go on, cannot be read ({error}); "
                "start anew with --fresh (FRESH=1)."
            ) from error

    def remove(self) -> None:
        """Forget the state, once the training is done or is to start anew."""
        self.path.unlink(missing_ok=True)


def progress_of(state: State) -> TrainingProgress:
    """How far the training was whose state this is."""
    return msgspec.convert(state["progress"], type=TrainingProgress)


def restore(state: State, nlp: Language, optimizer: Optimizer) -> None:
    """Give the pipeline, the optimizer and the dice back what they were."""
    for name, holder, parameter in _parameters(nlp):
        _set(holder, parameter, state["weights"][name])
    keys = {name: key for key, name in _names(nlp).items()}
    for memory in _MEMORIES:
        kept = state["optimizer"][memory]
        if kept is not None:
            setattr(optimizer, memory, {keys[name]: _array(kept[name]) for name in kept})
    for count in _COUNTS:
        getattr(optimizer, count).update(
            {keys[name]: times for name, times in state["optimizer"][count].items()}
        )
    _throw_on(state["dice"])


def _parameters(nlp: Language) -> Iterator[tuple[str, Any, str]]:
    """Every parameter by a name that is the same in each run, and who holds it.

    A holder is a layer of thinc, or the shim around a module of torch.
    """
    for pipe, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for place, layer in enumerate(model.walk() if model else ()):
            for parameter in layer.param_names:
                if layer.has_param(parameter):
                    yield f"{pipe}/{place}/{parameter}", layer, parameter
            for shim in layer.shims:
                for parameter in shim._model.state_dict():
                    yield f"{pipe}/{place}/torch/{parameter}", shim, parameter


def _names(nlp: Language) -> dict[tuple[int, str], str]:
    """The optimizer's keys, which are numbered anew in each run, and the lasting names."""
    return {(holder.id, parameter): name for name, holder, parameter in _parameters(nlp)}


def _weights(nlp: Language) -> Iterator[tuple[str, Any]]:
    for name, holder, parameter in _parameters(nlp):
        if hasattr(holder, "get_param"):
            yield name, holder.ops.to_numpy(holder.get_param(parameter))
        else:
            yield name, holder._model.state_dict()[parameter].detach().cpu().numpy()


def _set(holder: Any, parameter: str, value: Any) -> None:
    if hasattr(holder, "set_param"):
        holder.set_param(parameter, _array(value))
        return
    import torch

    with torch.no_grad():
        holder._model.state_dict()[parameter].copy_(torch.from_numpy(np.array(value)))


def _array(value: Any) -> Any:
    """A copy on the device: what msgpack gives cannot be written to."""
    ops: Any = get_current_ops()
    return ops.asarray(np.array(value))


def _remembered(nlp: Language, optimizer: Optimizer) -> dict[str, Any]:
    names = _names(nlp)
    ops: Any = get_current_ops()
    found: dict[str, Any] = {}
    for memory in _MEMORIES:
        kept = getattr(optimizer, memory)
        found[memory] = kept and {names[key]: ops.to_numpy(value) for key, value in kept.items()}
    for count in _COUNTS:
        found[count] = {names[key]: times for key, times in getattr(optimizer, count).items()}
    return found


def _dice() -> dict[str, Any]:
    """The state of every generator of random numbers that training throws."""
    _, numbers, place, has_gauss, gauss = np.random.get_state()
    found: dict[str, Any] = {
        "python": random.getstate(),
        "numpy": [np.array(numbers), int(place), int(has_gauss), float(gauss)],
    }
    torch = _torch()
    if torch:
        found["torch"] = torch.get_rng_state().numpy()
        found["cuda"] = [state.numpy() for state in torch.cuda.get_rng_state_all()]
    return found


def _throw_on(dice: dict[str, Any]) -> None:
    version, numbers, gauss = dice["python"]
    random.setstate((version, tuple(numbers), gauss))
    np.random.set_state(("MT19937", *dice["numpy"]))
    torch = _torch()
    if torch and "torch" in dice:
        torch.set_rng_state(torch.from_numpy(np.array(dice["torch"])))
        torch.cuda.set_rng_state_all([torch.from_numpy(np.array(s)) for s in dice["cuda"]])


def _torch() -> Any:
    """The module, where it is installed: a pipeline without an encoder does without it."""
    try:
        import torch
    except ImportError:
        return None
    return torch
