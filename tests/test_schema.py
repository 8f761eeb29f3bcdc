import json
from pathlib import Path

import jsonschema
import msgspec

from annotator.schema import (
    Annotation,
    Clause,
    Finding,
    Law,
    Model,
    Scorecard,
    from_json,
    json_schema,
    to_json,
)
from annotator.segmenter import segment


def an_annotation() -> Annotation:
    clause = Clause(
        eid="sec_1",
        number="1",
        heading="Short title",
        path=(),
        lead_in="",
        text="Text",
        start=2,
        end=6,
    )
    finding = Finding(clause=clause, label="neutral", confidence=0.9, scores={"neutral": 0.9})
    return Annotation(
        law=Law(title="Act", source="act.txt", sha256="0" * 64, language="en", format="txt"),
        model=Model(name="en_gender_clause", version="0.1.0"),
        findings=(finding,),
        scorecard=Scorecard(clauses=1, labels={"neutral": 1}, issues={}, review=0),
    )


def test_json_comes_back_as_it_was() -> None:
    assert from_json(to_json(an_annotation())) == an_annotation()


def test_json_keeps_to_its_published_schema() -> None:
    jsonschema.validate(json.loads(to_json(an_annotation())), json_schema())


def test_the_schema_in_docs_is_that_of_the_program() -> None:
    published = Path(__file__).parents[1] / "docs" / "annotation.schema.json"
    written = json.loads(published.read_text(encoding="utf-8"))
    assert written == json.loads(msgspec.json.encode(json_schema())), "run `make schema`"


def test_a_deep_tree_comes_back_from_json_as_it_was() -> None:
    """A law of two thousand lists within lists nests as deep as there are ways to label one."""
    signs = ["({})", "{})", "{}."]
    text = "1. It holds—\n" + "".join(
        f"{signs[n % 3].format(label)} x—\n" for n in range(2000) for label in ("a", "i", "1", "A")
    )
    provisions = segment(text).provisions
    law = msgspec.structs.replace(an_annotation(), provisions=provisions)
    assert from_json(to_json(law)) == law


def test_the_tree_is_walked_in_the_order_of_the_text() -> None:
    (section,) = segment("1. It holds:\n(a) food;\n(i) warm;\n(b) water.\n").provisions
    assert [one.label for one in section.walk()] == ["1.", "(a)", "(i)", "(b)"]
    assert section.own_end == section.items[0].start
