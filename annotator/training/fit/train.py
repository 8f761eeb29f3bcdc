"""Fine-tuning by a config in ``models/configs``, as ``spacy train`` does it, and resumably."""

from __future__ import annotations

import ctypes
import hashlib
import resource
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import spacy
from spacy.training.initialize import init_nlp
from spacy.util import registry
from thinc.api import Config, ConfigValidationError, fix_random_seed, require_gpu

from annotator.errors import ModelError
from annotator.schema import Struct
from annotator.training.corpus.docbins import write_docbins
from annotator.training.corpus.examples import Example
from annotator.training.fit import heads, sampling, start  # noqa: F401  # what configs name
from annotator.training.fit.batches import Batches
from annotator.training.fit.checkpoint import Checkpoint
from annotator.training.fit.loop import BEST, fit

#: glibc's names for these settings of its allocator, and values under which it keeps torch's large
#: buffers instead of giving them back after every operation, which on few cores costs a third of
#: the time.
_KEEP_MEMORY = {-1: 1_000_000_000, -3: 33_000_000}
_LIBRARIES = ("spacy", "thinc", "spacy-transformers", "transformers", "torch")


class Trained(Struct, frozen=True):
    """What came out: the folder of the spaCy pipeline, and what it took.

    ``seconds`` counts all runs of a training that was interrupted, ``megabytes`` is the peak of
    this one.
    """

    best: Path
    steps: int
    seconds: float
    megabytes: float


def train(
    examples: list[Example],
    *,
    config: Path,
    encoder: str,
    work: Path,
    seed: int,
    gpu: int = -1,
    overrides: Mapping[str, Any] | None = None,
    fresh: bool = False,
    every: int = 100,
) -> Trained:
    """Train on the examples of the training split, choose the best epoch on dev.

    A training of the same config, data, encoder and seed that was interrupted is gone on with.

    Args:
        examples: of all splits; the test split is not looked at.
        config: the spaCy config.
        encoder: a folder, or a name on the Hugging Face hub.
        work: the folder for what training leaves behind.
        seed: fixes the order of examples and the heads' first weights.
        gpu: the device for spaCy, -1 for the processor.
        overrides: values of the config by their dotted names, in place of those in the file.
        fresh: start anew, even where there is something to go on from.
        every: so many steps lie between two checkpoints.

    Raises:
        ModelError: the config is none, or names what is not there.
    """
    write_docbins(examples, work)
    filled = {
        "paths.train": str(work / "train.spacy"),
        "paths.dev": str(work / "dev.spacy"),
        "paths.encoder": encoder,
        "system.seed": seed,
        **(overrides or {}),
    }
    if gpu >= 0:
        require_gpu(gpu)
    _keep_memory()
    settings = _with_steps(_config(config, filled), filled, config)
    _hush()
    checkpoint = Checkpoint(work / "torch" / "checkpoint.msgpack", fingerprint(settings))
    if fresh:
        checkpoint.remove()
    try:
        nlp = init_nlp(_gone_on_with(settings) if checkpoint.load() else settings, use_gpu=gpu)
    except (ConfigValidationError, OSError) as error:
        raise ModelError(f"{config} cannot be trained by: {error}") from error
    nlp.config["initialize"] = settings["initialize"]
    progress = fit(nlp, work / "torch", checkpoint, every=every, gpu=gpu)
    return Trained(
        best=work / "torch" / BEST,
        steps=progress.step,
        seconds=progress.seconds,
        megabytes=_peak(),
    )


def _gone_on_with(settings: Config) -> Config:
    """The config for a training whose heads have begun: no regression is fitted again."""
    config = settings.copy()
    after_init = config["initialize"].get("after_init") or {}
    if "warm_heads" in after_init:
        after_init["warm_heads"] = None
    return config


def fingerprint(config: Config) -> str:
    """Of all that decides what a training gives.

    That is the config with its seed, the data and the encoder that it names, and the libraries.
    """
    settings = config.interpolate()
    digest = hashlib.sha256(settings.to_str().encode())
    named = [Path(str(path)) for path in settings["paths"].values()]
    for path in named:
        for file in sorted(path.glob("*.safetensors")) if path.is_dir() else [path]:
            if file.is_file():
                digest.update(hashlib.sha256(file.read_bytes()).digest())
    for library in _LIBRARIES:
        try:
            digest.update(f"{library} {version(library)}".encode())
        except PackageNotFoundError:
            continue
    return digest.hexdigest()


def _config(path: Path, overrides: Mapping[str, Any]) -> Config:
    try:
        return spacy.util.load_config(path, overrides=dict(overrides), interpolate=False)
    except (OSError, ValueError) as error:
        raise ModelError(f"{path} is no config of spaCy's: {error}") from error


def _with_steps(config: Config, overrides: Mapping[str, Any], path: Path) -> Config:
    """The config with the number of its steps filled in: it depends on the corpora.

    The learning rate is to reach nought with the last step, and an epoch to be evaluated at its
    end.
    """
    epochs = config.interpolate()["training"]["max_epochs"]
    if epochs <= 0 or "vars" not in config:
        return config
    steps = _steps(config)
    counted = {"vars.steps": steps, "vars.evaluate_every": max(1, (steps - 1) // epochs)}
    return _config(path, {**overrides, **counted})


def _steps(config: Config) -> int:
    """How many batches the corpora make in all epochs."""
    filled = config.interpolate()
    nlp = spacy.blank(
        filled["nlp"]["lang"], config={"nlp": {"tokenizer": filled["nlp"]["tokenizer"]}}
    )
    batcher = registry.resolve({"batcher": filled["training"]["batcher"]})["batcher"]
    corpus = registry.resolve({"train": filled["corpora"]["train"]})["train"]
    fix_random_seed(filled["training"]["seed"])
    return sum(1 for _ in Batches(nlp, corpus, batcher, filled["training"]["max_epochs"]))


def _hush() -> None:
    """Of a shortened encoder transformers says at length which layers are left out."""
    try:
        from transformers.utils import logging
    except ImportError:
        return
    logging.set_verbosity_error()


def _keep_memory() -> None:
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        for setting, value in _KEEP_MEMORY.items() if hasattr(libc, "mallopt") else ():
            libc.mallopt(setting, value)


def _peak() -> float:
    """The most memory that this process has held, in megabytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)
