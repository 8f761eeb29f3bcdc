"""How a law speaks of one person where it does not say *he* alone."""

import pytest

from annotator.neutral_drafting.pronouns import manner_of


@pytest.mark.parametrize(
    ("law", "manner"),
    [
        ("he or she; his or her; him or her", "pair"),
        ("he or she; his or her", ""),
        ("A person may say if they wish. " * 3, "they"),
        ("A person may say if they wish. " * 3 + "He waits. " * 9, ""),
        ("Officers say what they wish. " * 9, ""),
        ("", ""),
    ],
)
def test_the_manner_is_read_from_the_law(law: str, manner: str) -> None:
    assert manner_of(law) == manner
