"""Fine-tuning: ``spacy train`` with the config in ``models/configs``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from annotator.errors import ModelError
from annotator.training.docbins import write_docbins
from annotator.training.examples import Example

#: glibc gives torch's large buffers back after every operation; on a few cores that costs a third
#: of the time. Kept, they are used again.
_KEEP_MEMORY = {"MALLOC_TRIM_THRESHOLD_": "1000000000", "MALLOC_MMAP_THRESHOLD_": "33000000"}


def train(
    examples: list[Example], *, config: Path, encoder: str, work: Path, seed: int, gpu: int = -1
) -> Path:
    """Train on the examples of the training split, choose the best epoch on dev.

    Args:
        examples: of all splits; the test split is not looked at.
        config: the spaCy config.
        encoder: a folder, or a name on the Hugging Face hub.
        work: the folder for what training leaves behind.
        seed: fixes the order of examples and the heads' first weights.
        gpu: the device for spaCy, -1 for the processor.

    Returns:
        The folder of the trained spaCy pipeline.

    Raises:
        ModelError: spaCy stopped with an error, which it has printed.
    """
    write_docbins(examples, work, seed=seed)
    overrides = {
        "--paths.train": work / "train.spacy",
        "--paths.dev": work / "dev.spacy",
        "--paths.encoder": encoder,
        "--system.seed": seed,
        "--gpu-id": gpu,
        "--output": work / "torch",
        "--code": Path(__file__).with_name("heads.py"),
    }
    command = [sys.executable, "-m", "spacy", "train", str(config)]
    for option, value in overrides.items():
        command += [option, str(value)]
    done = subprocess.run(command, env={**os.environ, **_KEEP_MEMORY})  # noqa: S603
    if done.returncode:
        raise ModelError("The training stopped with the error shown above.")
    return work / "torch" / "model-best"
