"""JSON for other programs: one object a law, as ``docs/annotation.schema.json`` describes it."""

from __future__ import annotations

from typing import BinaryIO

import msgspec

from annotator.request import View
from annotator.schema import Annotation, Source, to_json


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
