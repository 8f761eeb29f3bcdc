"""The file of decisions: its JSON and the schema of that."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import msgspec

from annotator.rulings import (
    Decisions,
    RuledClause,
    RuledLaw,
    Ruling,
    from_json,
    json_schema,
    to_json,
)

ONE = Ruling(
    number=3,
    clause="5(2)",
    eid="sec_5__subsec_2",
    clause_sha256="0" * 64,
    template="search-in-private",
    issue="search",
    label="blind",
    decision="edited",
    words="in private",
)
CLAUSE = RuledClause(
    clause="5(2)",
    eid="sec_5__subsec_2",
    clause_sha256="0" * 64,
    label="blind",
    decision="false-alarm",
    named="neutral",
    comment="False alarm: it is about goods.",
    who="Ada",
)
WHOLE = Decisions(law=RuledLaw(title="Act", sha256="0" * 64), decisions=(ONE,), clauses=(CLAUSE,))


def test_json_comes_back_as_it_was() -> None:
    assert from_json(to_json(WHOLE)) == WHOLE


def test_json_keeps_to_its_published_schema() -> None:
    jsonschema.validate(json.loads(to_json(WHOLE)), json_schema())


def test_the_schema_in_docs_is_that_of_the_program() -> None:
    published = Path(__file__).parents[1] / "docs" / "decisions.schema.json"
    written = json.loads(published.read_text(encoding="utf-8"))
    assert written == json.loads(msgspec.json.encode(json_schema())), "run `make schema`"
