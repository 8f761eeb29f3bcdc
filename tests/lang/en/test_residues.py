"""Half-mended lists: what is still of one sex once the first word is mended."""

import pytest

from annotator.lang.en.residues import is_half_mended, residues


def mended(text: str, old: str, new: str) -> str:
    """The text with one word changed, and with what follows from that."""
    start = text.index(old)
    changes = [(start, start + len(old), new)]
    for start, end, words in sorted([*changes, *residues(text, changes)], reverse=True):
        text = text[:start] + words + text[end:]
    return text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("his wife and his unmarried daughter or minor son",
         "his or her spouse and his or her unmarried or minor child"),
        ("his wife, his minor sons and his unmarried daughters",
         "his or her spouse and his or her minor or unmarried children"),
        ("his wife or any daughter who is unmarried",
         "his or her spouse or any child who is unmarried"),
        ("his wife acquires nationality with him",
         "his or her spouse acquires nationality with that person"),
        ("his wife and children, but does not include a partner of the same sex",
         "his or her spouse and children"),
        ("his wife and his sons and daughters", "his or her spouse and his sons and daughters"),
    ],
)  # fmt: skip
def test_the_rest_of_a_list_follows_its_first_word(text: str, after: str) -> None:
    assert mended(text, "his wife", "his or her spouse") == after


def test_nothing_follows_where_no_sex_gave_place() -> None:
    assert residues("a permit for an unmarried daughter", [(2, 8, "pass")]) == []


@pytest.mark.parametrize(
    ("new", "is_half"),
    [
        ("The spouse of a settler and her husband may land.", True),
        ("The spouse and the unmarried daughter of a settler may land.", True),
        ("The spouse of a settler and his or her son or daughter may land.", False),
    ],
)
def test_words_of_one_sex_beside_mended_ones_are_half_a_repair(new: str, is_half: bool) -> None:
    old = "The wife of a settler and her husband may land."
    assert is_half_mended(old, new, [("wife", "spouse")]) == is_half
