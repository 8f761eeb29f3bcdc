"""JSON that other programs rely on, and the schema that says so."""

import json
from io import BytesIO
from pathlib import Path

import jsonschema
from msgspec.structs import replace

from annotator.request import View
from annotator.schema import LABELS, Annotation, Source, StyleNote, from_json, json_schema
from annotator.writers import as_json

SCHEMA = Path(__file__).parents[2] / "docs" / "annotation.schema.json"

EVERYTHING = View(labels=LABELS)


def written(annotation: Annotation, source: Source, view: View = EVERYTHING) -> bytes:
    out = BytesIO()
    as_json.write(annotation, source, out, view)
    return out.getvalue()


def test_what_is_written_is_read_back(annotation: Annotation, source: Source) -> None:
    assert from_json(written(annotation, source)) == annotation


def test_what_is_written_keeps_to_the_published_schema(
    annotation: Annotation, source: Source
) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(written(annotation, source)), schema)


def test_the_published_schema_is_current() -> None:
    published = json.loads(SCHEMA.read_text(encoding="utf-8"))
    current = json.loads(json.dumps(json_schema()))
    assert published == current, f"rewrite {SCHEMA.name} from annotator.schema.json_schema()"


def test_the_findings_are_those_selected_and_the_scorecard_is_whole(
    annotation: Annotation, source: Source
) -> None:
    chosen = json.loads(written(annotation, source, View(labels=("regressive",))))
    assert [finding["clause"]["number"] for finding in chosen["findings"]] == ["11"]
    assert chosen["scorecard"]["clauses"] == 4


def test_notes_on_style_are_left_out_on_request(annotation: Annotation, source: Source) -> None:
    note = StyleNote(number="11", eid="art_11", start=0, end=3, words="his", rewrite=(), reason="")
    noted = replace(annotation, style=(note,))
    assert from_json(written(noted, source)).style == (note,)
    assert from_json(written(noted, source, View(style="none"))).style == ()


def test_several_laws_are_a_line_each(annotation: Annotation, source: Source) -> None:
    line = written(annotation, source, replace(EVERYTHING, one_line=True))
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert json.loads(line)["law"]["title"] == "BORDER ACT"
