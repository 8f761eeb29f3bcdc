"""What is shown of a long clause."""

from __future__ import annotations

from annotator.precedents.excerpt import excerpt

BOATS = "The Agency keeps a list of boats, and of their masters. " * 12
DOES = "women are searched by women"


def span(words: str, of: str) -> tuple[int, int]:
    start = of.index(words)
    return start, start + len(words)


def test_what_is_short_is_shown_whole() -> None:
    assert excerpt("A woman is searched by a woman.", [(0, 7)]) == "A woman is searched by a woman."


def test_the_words_relied_on_stand_whole_with_what_the_clause_begins_with() -> None:
    words = f"{BOATS}On board {DOES}, and nowhere else. {BOATS}"
    said = excerpt(words, [span(DOES, words)])
    assert said.startswith("The Agency keeps a list of boats,")
    assert f"On board {DOES}, and nowhere else." in said
    assert said.endswith(" …")
    assert len(said.split()) < 50


def test_words_relied_on_in_two_places_are_both_shown() -> None:
    words = f"{BOATS}A search is made. {BOATS}It is private."
    said = excerpt(words, [span("search is", words), span("private", words)])
    assert "A search is made." in said
    assert said.endswith("It is private.")
    assert said.count("…") == 2


def test_an_elision_goes_on_to_where_the_words_are_parted() -> None:
    words = f"{BOATS}On board of each of the boats of the Agency {DOES} of it. {BOATS}"
    said = excerpt(words, [span(DOES, words)])
    assert f"… On board of each of the boats of the Agency {DOES} of it." in said


def test_where_nothing_is_relied_on_the_beginning_is_shown() -> None:
    said = excerpt(BOATS, [], opens=False)
    assert said.startswith("The Agency")
    assert said.endswith("…")
    assert len(said.split()) == len(excerpt(BOATS, []).split())
