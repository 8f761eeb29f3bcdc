"""The comparison as JSON, and its schema."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest

from annotator.comparison import TURN_KINDS, WORSE, LawComparison, from_json, json_schema, to_json
from tests.comparing.versions import OLD, compared, version

NEW = OLD.replace("(2) A search is", "(2) The search is").replace("3. A married woman", "3. A man")


@pytest.fixture(scope="module")
def comparison() -> LawComparison:
    return compared(
        version(OLD, {"1(1)": "blind", "2(2)": "responsive", "3": "regressive"}),
        version(NEW, {"1(1)": "responsive", "4": "blind"}),
    )


def test_json_comes_back_as_it_was(comparison: LawComparison) -> None:
    assert from_json(to_json(comparison)) == comparison


def test_json_keeps_to_its_published_schema(comparison: LawComparison) -> None:
    jsonschema.validate(json.loads(to_json(comparison)), json_schema())


def test_the_schema_in_docs_is_that_of_the_program() -> None:
    published = Path(__file__).parents[1] / "docs" / "comparison.schema.json"
    written = json.loads(published.read_text(encoding="utf-8"))
    assert written == json.loads(msgspec.json.encode(json_schema())), "run `make schema`"


def test_the_counts_are_those_of_the_changes(comparison: LawComparison) -> None:
    kinds = [change.kind for change in comparison.changes]
    assert comparison.counts["changed"] == kinds.count("changed") == 2
    assert sum(comparison.counts[kind] for kind in set(kinds)) == len(kinds)


def test_a_turn_names_its_change(comparison: LawComparison) -> None:
    for turn in comparison.turns:
        change = comparison.changes[turn.at]
        assert turn.old in ("", *(one.number for one in change.old))
        assert turn.new in ("", *(one.number for one in change.new))


def test_words_of_both_versions_are_in_the_wording(comparison: LawComparison) -> None:
    change = next(one for one in comparison.changes if one.kind == "changed")
    for sides, side in ((("kept", "deleted"), change.old), (("kept", "inserted"), change.new)):
        words = "".join(one.words for one in change.wording if one.role in sides)
        assert words.split() == side[0].text.split()


def test_what_is_worse_comes_first() -> None:
    assert TURN_KINDS[: len(WORSE)] == WORSE
