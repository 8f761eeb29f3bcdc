"""What a user could hand in: a name and bytes."""

from __future__ import annotations

from typing import NamedTuple


class File(NamedTuple):
    """A file as :func:`annotator.read` takes it."""

    name: str
    data: bytes
