"""JSON that other programs rely on, and the schema that says so."""

import json
from pathlib import Path

import jsonschema

from annotator.schema import LABELS, Annotation, from_json, json_schema
from annotator.selection import Selection
from annotator.writers import as_json

SCHEMA = Path(__file__).parents[2] / "docs" / "annotation.schema.json"

EVERYTHING = Selection(labels=LABELS)


def test_what_is_written_is_read_back(annotation: Annotation) -> None:
    assert from_json(as_json.render(annotation, EVERYTHING).encode()) == annotation


def test_what_is_written_keeps_to_the_published_schema(annotation: Annotation) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(as_json.render(annotation, EVERYTHING)), schema)


def test_the_published_schema_is_current() -> None:
    published = json.loads(SCHEMA.read_text(encoding="utf-8"))
    current = json.loads(json.dumps(json_schema()))
    assert published == current, f"rewrite {SCHEMA.name} from annotator.schema.json_schema()"


def test_the_findings_are_those_selected_and_the_scorecard_is_whole(annotation: Annotation) -> None:
    written = json.loads(as_json.render(annotation, Selection(labels=("regressive",))))
    assert [finding["clause"]["number"] for finding in written["findings"]] == ["11"]
    assert written["scorecard"]["clauses"] == 4


def test_several_laws_are_a_line_each(annotation: Annotation) -> None:
    line = as_json.render(annotation, EVERYTHING, one_line=True)
    assert line.count("\n") == 1
    assert line.endswith("\n")
    assert json.loads(line)["law"]["title"] == "BORDER ACT"
