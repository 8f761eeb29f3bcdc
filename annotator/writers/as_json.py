"""JSON for other programs: one object a law, as ``docs/annotation.schema.json`` describes it."""

from __future__ import annotations

import msgspec

from annotator.schema import Annotation, to_json
from annotator.selection import Selection


def render(annotation: Annotation, selection: Selection, *, one_line: bool = False) -> str:
    """Encode the annotation with what ``selection`` admits; the scorecard stays whole.

    Args:
        annotation: what was found in one law.
        selection: which findings and gaps go in.
        one_line: a line a law (JSON Lines), for several laws in one stream; else indented.
    """
    chosen = msgspec.structs.replace(
        annotation, findings=selection.of(annotation), gaps=selection.gaps_of(annotation)
    )
    if one_line:
        return msgspec.json.encode(chosen).decode() + "\n"
    return to_json(chosen).decode()
