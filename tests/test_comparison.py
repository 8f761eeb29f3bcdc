"""The comparison as JSON, and its schema."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest

from annotator.comparison import TURN_KINDS, WORSE, Comparison, from_json, json_schema, to_json
from tests.comparing.versions import OLD, compared, version

NEW = OLD.replace("(2) A search is", "(2) The search is").replace("3. A married woman", "3. A man")


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compared(
        version(OLD, {"1(1)": "blind", "2(2)": "responsive", "3": "regressive"}),
        version(NEW, {"1(1)": "responsive", "4": "blind"}),
    )


def test_json_comes_back_as_it_was(comparison: Comparison) -> None:
    assert from_json(to_json(comparison)) == comparison


def test_json_keeps_to_its_published_schema(comparison: Comparison) -> None:
    jsonschema.validate(json.loads(to_json(comparison)), json_schema())


def test_the_schema_in_docs_is_that_of_the_program() -> None:
    published = Path(__file__).parents[1] / "docs" / "comparison.schema.json"
    written = json.loads(published.read_text(encoding="utf-8"))
    assert written == json.loads(msgspec.json.encode(json_schema())), "run `make schema`"


def test_the_counts_are_those_of_the_changes(comparison: Comparison) -> None:
    kinds = [change.kind for change in comparison.changes]
    assert comparison.counts["changed"] == kinds.count("changed") == 2
    assert sum(comparison.counts[kind] for kind in set(kinds)) == len(kinds)


def test_a_turn_names_its_change(comparison: Comparison) -> None:
    for turn in comparison.turns:
        change = comparison.changes[turn.at]
        assert turn.old in ("", *(one.number for one in change.old))
        assert turn.new in ("", *(one.number for one in change.new))


def test_words_of_both_versions_are_in_the_wording(comparison: Comparison) -> None:
    change = next(one for one in comparison.changes if one.kind == "changed")
    for sides, side in ((("kept", "deleted"), change.old), (("kept", "inserted"), change.new)):
        words = "".join(one.words for one in change.wording if one.role in sides)
        assert words.split() == side[0].text.split()


def test_what_is_worse_comes_first() -> None:
    assert TURN_KINDS[: len(WORSE)] == WORSE
