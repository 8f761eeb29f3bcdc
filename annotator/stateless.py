"""Serialisation for what a config describes in full."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Self


class Stateless:
    """A part of a pipeline of which nothing is kept beside its config.

    spaCy asks every part for its state. Of these the pipeline's ``config.cfg`` says all, and stays
    the only one to say it: settings kept twice would undo what the caller of ``spacy.load``
    overrides. ``exclude`` is therefore taken and has nothing to leave out.
    """

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Nothing to keep."""
        return b""

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Self:
        """Nothing to restore."""
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Nothing to write."""

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Self:
        """Nothing to read."""
        return self
