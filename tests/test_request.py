"""What is asked of a law, and what of the result is shown."""

from typing import get_type_hints

import pytest
from msgspec.structs import fields

import annotator
from annotator.request import Request, View, Wishes
from annotator.schema import LABELS, Annotation
from tests.writers.conftest import annotation

__all__ = ["annotation"]


@pytest.mark.parametrize(
    ("view", "numbers"),
    [
        (View(), ["10(1)", "11", "12"]),
        (View(labels=LABELS), ["10(1)", "11", "12", "13"]),
        (View(labels=("blind", "responsive")), ["10(1)", "12"]),
        (View(issues=("redress", "health")), ["10(1)"]),
        (View(min_confidence=0.8), ["10(1)", "12"]),
        (View(labels=("regressive",), min_confidence=0.8), []),
    ],
)
def test_a_view_shows_findings_in_the_order_of_the_law(
    view: View, numbers: list[str], annotation: Annotation
) -> None:
    assert [finding.clause.number for finding in view.of(annotation)] == numbers


def test_a_selection_of_earlier_versions_is_a_view() -> None:
    assert annotator.Selection(labels=("blind",)).labels == ("blind",)
    assert annotator.Selection is annotator.View


def test_every_field_of_a_request_is_a_keyword_of_annotate_and_of_the_same_type() -> None:
    assert {field.name: field.type for field in fields(Request)} == get_type_hints(Wishes)


LAW = "1. An officer may search any person.\n2. Fees are due.\n"


def test_a_request_asks_for_what_its_keywords_would() -> None:
    asked = annotator.annotate(LAW, Request(jurisdiction="AL", proposals=False, overview=False))
    by_name = annotator.annotate(LAW, jurisdiction="AL", proposals=False, overview=False)
    assert asked == by_name
    assert asked.law.jurisdiction == "AL"
    assert asked.scorecard.who is None
    assert annotator.annotate(LAW, Request(jurisdiction="AL")) != asked


def test_a_keyword_changes_the_request_beside_it() -> None:
    changed = annotator.annotate(LAW, Request(jurisdiction="AL"), jurisdiction="MW")
    assert changed.law.jurisdiction == "MW"


def test_a_keyword_that_does_not_exist_is_refused() -> None:
    with pytest.raises(TypeError, match="propozals"):
        annotator.annotate(LAW, propozals=False)  # type: ignore[call-arg]
