"""The real laws that are labelled: where they are published, and their clauses.

``corpora/laws.yaml`` names each law's publisher's file at a fixed revision with its SHA-256. The
file is taken from the folder that ``CORPORA_MIRROR`` names, else from ``work/laws``, else fetched
into it. The words of a law never enter the repository.
"""

from __future__ import annotations

import hashlib
import os
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path

from annotator.errors import CorpusError
from annotator.published import PublishedLaw
from annotator.readers import read
from annotator.schema import Clause
from annotator.segmenter import segment

_MAX_BYTES = 20_000_000
_TIMEOUT_SECONDS = 60


def clauses_from(
    laws: Mapping[str, PublishedLaw], folder: Path
) -> Callable[[str], tuple[Clause, ...]]:
    """A function that gives the clauses of a law by its name.

    Args:
        laws: what :func:`read_laws` gave.
        folder: where files that had to be fetched are kept.

    Returns:
        A function that raises CorpusError where a law is unknown, cannot be had, or is not the
        file that was labelled.
    """

    def clauses_of(name: str) -> tuple[Clause, ...]:
        if name not in laws:
            raise CorpusError(f"The law {name} is labelled but not in corpora/laws.yaml; add it.")
        path = obtain(laws[name], folder)
        return segment(read(path).text).clauses

    return clauses_of


def obtain(law: PublishedLaw, folder: Path) -> Path:
    """The law's file: from the mirror, from ``folder``, or fetched into it; checksum proven."""
    mirror = os.environ.get("CORPORA_MIRROR")
    if mirror:
        return _proven(Path(mirror) / law.file, law)
    path = folder / law.file
    if not path.exists():
        _fetch(law, path)
    return _proven(path, law)


def _proven(path: Path, law: PublishedLaw) -> Path:
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise CorpusError(
            f"{path} cannot be read ({error.strerror}); is CORPORA_MIRROR right?"
        ) from error
    if digest != law.sha256:
        raise CorpusError(
            f"{path} is not the {law.title} that was labelled (SHA-256 {digest[:12]}… instead of "
            f"{law.sha256[:12]}…); remove it, or bring corpora/laws.yaml up to date."
        )
    return path


def _fetch(law: PublishedLaw, path: Path) -> None:
    """Download into place; a file appears whole or not at all."""
    if not law.url.startswith("https://"):
        raise CorpusError(f"{law.law} has no https address in corpora/laws.yaml.")
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".part")
    try:
        with urllib.request.urlopen(law.url, timeout=_TIMEOUT_SECONDS) as answer:  # noqa: S310
            data = answer.read(_MAX_BYTES + 1)
        if len(data) > _MAX_BYTES:
            raise CorpusError(f"{law.url} is larger than {_MAX_BYTES} bytes; it is not the law.")
        partial.write_bytes(data)
        partial.replace(path)
    except (urllib.error.URLError, TimeoutError, OSError) as error:
        raise CorpusError(
            f"{law.title} could not be fetched from {law.url} ({error}); try again, or name a "
            "folder that holds it in CORPORA_MIRROR."
        ) from error
