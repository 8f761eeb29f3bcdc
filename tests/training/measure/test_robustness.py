"""Changes that should not matter."""

import pytest

from annotator.training.corpus.examples import Example
from annotator.training.measure.robustness import changed, genders_swapped, restyled


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The wife of a sponsor may stay.", "The husband of a sponsor may stay."),
        ("Women shall be held apart from men.", "Men shall be held apart from women."),
        ("She may apply.", "He may apply."),
        ("An officer may search a person.", "An officer may search a person."),
    ],
)
def test_gender_words_change_places(text: str, other: str) -> None:
    assert genders_swapped(text) == other


def test_another_drafters_words() -> None:
    text = "Notwithstanding section 4, he or she shall not, pursuant to subsection (1), leave."
    assert restyled(text) == "despite article 4, they must not, under paragraph (1), leave."


def test_the_label_stays() -> None:
    example = Example(text="The wife follows.", label="regressive", issues=("family",), law="X")
    other = changed(example, genders_swapped)
    assert (other.text, other.label, other.law) == ("The husband follows.", "regressive", "X")
