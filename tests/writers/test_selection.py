"""Which findings are shown."""

import pytest

from annotator.schema import LABELS, Annotation
from annotator.selection import Selection


@pytest.mark.parametrize(
    ("selection", "numbers"),
    [
        (Selection(), ["10(1)", "11", "12"]),
        (Selection(labels=LABELS), ["10(1)", "11", "12", "13"]),
        (Selection(labels=("blind", "responsive")), ["10(1)", "12"]),
        (Selection(issues=("redress", "health")), ["10(1)"]),
        (Selection(min_confidence=0.8), ["10(1)", "12"]),
        (Selection(labels=("regressive",), min_confidence=0.8), []),
    ],
)
def test_a_selection_admits_in_the_order_of_the_law(
    selection: Selection, numbers: list[str], annotation: Annotation
) -> None:
    assert [finding.clause.number for finding in selection.of(annotation)] == numbers
