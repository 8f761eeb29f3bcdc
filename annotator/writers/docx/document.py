"""What every part that makes a Word document of a law hands to the next."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.source import Runs


@dataclass(frozen=True)
class Document:
    """A Word document that says the law: its bytes, and the way from the law's text to its own."""

    data: bytes
    name: str
    text: str
    runs: Runs
