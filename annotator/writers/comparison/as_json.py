"""The comparison as JSON, as ``docs/comparison.schema.json`` describes it."""

from __future__ import annotations

from typing import BinaryIO

from annotator.comparison import LawComparison, to_json
from annotator.expressions import expression

_WORDS = rb'"(?:[^"\\]|\\.)*"'
#: With what a comparison begins.
_OURS = expression(
    rb'{\s*"old":\s*{\s*"title":\s*%b,\s*"source":\s*%b,\s*"sha256":\s*"[0-9a-f]{64}",\s*"format":'
    % (_WORDS, _WORDS)
)


def is_untouched(file: BinaryIO) -> bool:
    """Whether a file begins as a comparison that was written here."""
    return _OURS.match(file.read(16_000)) is not None


def write(comparison: LawComparison, out: BinaryIO, encoding: str) -> None:
    """Write it in UTF-8, whatever the encoding of the screen."""
    out.write(to_json(comparison))
