"""The steps of ``spacy train``, which can be interrupted and gone on with.

Config, batches, updates, evaluations and the choice of the best pipeline are spaCy's, and the
weights that come out are the same; what is added is a checkpoint every so many steps.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from spacy.language import Language
from spacy.schemas import ConfigSchemaTraining
from spacy.training import Example
from spacy.training.loop import (
    create_before_to_disk_callback,
    create_evaluation_callback,
    subdivide_batch,
    update_meta,
)
from spacy.util import registry, resolve_dot_names
from thinc.api import Optimizer, fix_random_seed, set_gpu_allocator

from annotator.errors import OutputError
from annotator.training.fit.batches import Batches
from annotator.training.fit.checkpoint import (
    Checkpoint,
    State,
    TrainingProgress,
    progress_of,
    restore,
)

BEST = "model-best"
#: The weights of the last step, which a mean with others may want though they are not the best.
LAST = "model-last"

Settings = dict[str, Any]


def fit(
    nlp: Language, folder: Path, checkpoint: Checkpoint, *, every: int, gpu: int = -1
) -> TrainingProgress:
    """Train an initialised pipeline by the ``[training]`` of its config.

    Args:
        nlp: as ``spacy.training.initialize.init_nlp`` gives it.
        folder: where the best pipeline is put, as ``model-best``, and the last, as ``model-last``.
        checkpoint: gone on from where it holds a state of this training, and kept up to date.
        every: so many steps lie between two checkpoints.
        gpu: the device, -1 for the processor.

    Returns:
        How far it got, which is to the end.
    """
    config = nlp.config.interpolate()
    fix_random_seed(config["training"]["seed"])
    if gpu >= 0 and config["training"]["gpu_allocator"]:
        set_gpu_allocator(config["training"]["gpu_allocator"])
    settings = registry.resolve(config["training"], schema=ConfigSchemaTraining)
    train, dev = resolve_dot_names(config, [settings["train_corpus"], settings["dev_corpus"]])
    score = create_evaluation_callback(nlp, dev, settings["score_weights"])
    state = _state(checkpoint)
    place = progress_of(state).place if state else None
    batches = Batches(nlp, train, settings["batcher"], settings["max_epochs"], place)
    progress = TrainingProgress(place=batches.place)
    if state:
        progress = _go_on(state, nlp, settings["optimizer"], batches)
    log, close = settings["logger"](nlp, sys.stdout, sys.stderr)
    began = time.monotonic() - progress.seconds
    scored = -1
    try:
        for epoch, examples in batches:
            step = progress.step
            _update(nlp, settings, examples, {"step": step, "epoch": epoch}, progress)
            progress.step += 1
            progress.seconds = time.monotonic() - began
            if step % settings["eval_frequency"]:
                log(None)
            else:
                log(_evaluated(nlp, settings, score, epoch, progress, folder / BEST))
                progress.losses = {}
                scored = step
            if progress.step % every == 0:
                _save(checkpoint, nlp, settings, progress)
            if _is_enough(settings, progress):
                break
        if scored != progress.step - 1:
            # How many steps there are is counted from one order of the clauses: in another, the
            # last evaluation may be due a few steps behind the end.
            log(_evaluated(nlp, settings, score, batches.place.epoch, progress, folder / BEST))
    finally:
        close()
    _keep(nlp, settings, folder / LAST)
    checkpoint.remove()
    return progress


def _state(checkpoint: Checkpoint) -> State | None:
    """What to go on from, if anything."""
    state = checkpoint.load()
    if state is not None:
        click.echo(f"Goes on after step {progress_of(state).step}, from {checkpoint.path}.")
    elif checkpoint.path.exists():
        click.echo(f"{checkpoint.path} is of another config, data or seed: starts anew.")
    return state


def _go_on(state: State, nlp: Language, optimizer: Optimizer, batches: Batches) -> TrainingProgress:
    """Bring schedules, weights and dice to where the checkpoint is."""
    progress = progress_of(state)
    progress.place = batches.place
    for _ in range(progress.step):
        optimizer.step_schedules()  # type: ignore[no-untyped-call]
    restore(state, nlp, optimizer)
    return progress


def _update(
    nlp: Language,
    settings: Settings,
    examples: list[Example],
    place: dict[str, int],
    progress: TrainingProgress,
) -> None:
    """One step: the gradients of the batch, then the weights."""
    if settings["before_update"]:
        settings["before_update"](nlp, place)
    parts = subdivide_batch(examples, settings["accumulate_gradient"])  # type: ignore[no-untyped-call]
    for part in parts:
        nlp.update(
            part,
            drop=settings["dropout"],
            losses=progress.losses,
            sgd=False,  # type: ignore[arg-type]  # spaCy's own: gradients only
            exclude=settings["frozen_components"],
            annotates=settings["annotating_components"],
        )
    for name, component in nlp.pipeline:
        if name not in settings["frozen_components"] and getattr(component, "is_trainable", False):
            component.finish_update(settings["optimizer"])  # type: ignore[attr-defined]
    settings["optimizer"].step_schedules()
    progress.words += sum(len(example) for example in examples)


def _evaluated(
    nlp: Language,
    settings: Settings,
    score: Callable[[], tuple[float, dict[str, Any]]],
    epoch: int,
    progress: TrainingProgress,
    best: Path,
) -> dict[str, Any]:
    """Score the pipeline, keep it if it is the best, and give what spaCy's loggers are told."""
    step = progress.step - 1
    with nlp.use_params(settings["optimizer"].averages or {}):
        value, others = score()
    progress.results.append((value, step))
    info = {
        "epoch": epoch,
        "step": step,
        "score": value,
        "other_scores": others,
        "losses": progress.losses,
        "checkpoints": progress.results,
        "seconds": int(progress.seconds),
        "words": progress.words,
    }
    if value == max(progress.results)[0]:
        update_meta(settings, nlp, info)
        _keep(nlp, settings, best)
    return info


def _keep(nlp: Language, settings: Settings, kept: Path) -> None:
    """Put the pipeline in the place of what is kept there, whole or not at all."""
    new = kept.with_name(kept.name + ".new")
    shutil.rmtree(new, ignore_errors=True)
    kept.parent.mkdir(parents=True, exist_ok=True)
    with nlp.use_params(settings["optimizer"].averages or {}):
        create_before_to_disk_callback(settings["before_to_disk"])(nlp).to_disk(new)
    shutil.rmtree(kept, ignore_errors=True)
    new.rename(kept)


def _save(
    checkpoint: Checkpoint, nlp: Language, settings: Settings, progress: TrainingProgress
) -> None:
    try:
        checkpoint.save(nlp, settings["optimizer"], progress)
    except OutputError as error:
        # The training is worth more than its checkpoint.
        click.echo(f"No checkpoint after step {progress.step}: {error}", err=True)


def _is_enough(settings: Settings, progress: TrainingProgress) -> bool:
    """Whether the config's ``max_steps`` or ``patience`` ends the training here."""
    last = progress.step - 1
    if settings["max_steps"] and last >= settings["max_steps"]:
        return True
    _, best = max((score, -step) for score, step in progress.results)
    return bool(settings["patience"]) and last + best >= settings["patience"]
