"""What an instruction quotes where one word gives place to different ones."""

from annotator.lang.en.equal_words import equal_words
from annotator.proposer.quoted_pairs import pairs_of
from annotator.schema import Edit


def quoted(text: str, *replaced: tuple[int, str, str]) -> list[tuple[str, str]]:
    """The pairs for words of a text, each the given occurrence of an old one, and the new one."""
    edits = []
    for nth, old, new in replaced:
        start = -1
        for _ in range(nth):
            start = text.index(old, start + 1)
        edits.append(Edit(start=start, end=start + len(old), text=new))
    return pairs_of(text, edits)


def test_a_word_is_quoted_alone_where_all_its_places_change_alike() -> None:
    text = "The wife may land and the wife may leave."
    assert quoted(text, (1, "wife", "spouse"), (2, "wife", "spouse")) == [("wife", "spouse")]


def test_a_word_that_stays_elsewhere_is_quoted_with_its_neighbours() -> None:
    text = "The clerk signs his name, and the settler his card."
    assert quoted(text, (2, "his", "his or her")) == [("his card", "his or her card")]


def test_neighbours_that_change_too_are_quoted_together() -> None:
    text = "He gives her her card, and her it stays."
    pairs = quoted(text, (1, "her", "that spouse"), (2, "her", "that spouse's"))
    assert pairs == [("her her card", "that spouse that spouse's card")]


def test_each_place_of_an_equal_rule_is_found_by_its_instruction() -> None:
    text = "A pass may name his wife, if his marriage with her has lasted, and any child of his."
    edits = [Edit(start=s, end=e, text=w) for s, e, w in equal_words(text, "spouse")]
    assert pairs_of(text, edits) == [
        ("his wife", "his or her spouse"),
        ("his marriage", "his or her marriage"),
        ("her", "that spouse"),
        ("of his", "of his or hers"),
    ]
