"""JSON for other programs: one object a law, as ``docs/annotation.schema.json`` describes it."""

from __future__ import annotations

from typing import BinaryIO

import msgspec

from annotator.expressions import expression
from annotator.request import View
from annotator.schema import Annotation, Source, to_json

_WORDS = rb'"(?:[^"\\]|\\.)*"'
#: With what the object of a law begins, indented or on a line.
_OURS = expression(
    rb'{\s*"law":\s*{\s*"title":\s*%b,\s*"source":\s*%b,\s*"sha256":\s*"[0-9a-f]{64}",\s*"language":'
    % (_WORDS, _WORDS)
)


def is_untouched(file: BinaryIO) -> bool:
    """Whether a file begins with a law's object as it is written here."""
    return _OURS.match(file.read(16_000)) is not None


def write(annotation: Annotation, source: Source, out: BinaryIO, view: View) -> None:
    """Encode the annotation with what ``view`` admits, as UTF-8; the scorecard stays whole.

    Of several laws in one stream each is a line (JSON Lines); else the object is indented.
    """
    chosen = msgspec.structs.replace(
        annotation,
        findings=view.of(annotation),
        gaps=view.gaps_of(annotation),
        style=() if view.style == "none" else annotation.style,
    )
    out.write(msgspec.json.encode(chosen) + b"\n" if view.one_line else to_json(chosen))
