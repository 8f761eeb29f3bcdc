"""Where words go into a clause, and which words an instruction quotes to say so."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.library.model import Form
from annotator.proposer.anchors import (
    Point,
    end_of_sentence,
    find_point,
    insertion_text,
    quoted_anchor,
)
from annotator.reading.actors import find_action
from tests.proposer.laws import TEXTS

SEARCH = "An officer may search any person who enters."


def before_and_after(text: str, **place: str) -> tuple[str, str] | None:
    """The clause in two, at the point that a form names."""
    form = Form(operation="insert_phrase", text="x", **place)  # type: ignore[arg-type]
    action = find_action(text, ["search"], "person")
    point = find_point(form, text, action)
    return point and (text[: point.offset], text[point.offset :])


def test_after_a_pattern() -> None:
    assert before_and_after(SEARCH, after="any person") == (
        "An officer may search any person",
        " who enters.",
    )


def test_before_a_pattern() -> None:
    assert before_and_after(SEARCH, before="any person")[1] == "any person who enters."


def test_after_who_acts() -> None:
    assert before_and_after(SEARCH, at="actor") == (
        "An officer",
        " may search any person who enters.",
    )


def test_after_the_participle_of_a_passive() -> None:
    text = "A person may be searched on arrival."
    assert before_and_after(text, at="action") == ("A person may be searched", " on arrival.")


def test_at_the_end_before_the_full_stop() -> None:
    assert before_and_after(SEARCH, at="end") == (SEARCH[:-1], ".")


@pytest.mark.parametrize(
    "place", [{"after": "goods"}, {"before": "goods"}, {"at": "action"}], ids=str
)
def test_a_place_that_the_clause_does_not_have_is_none(place: dict[str, str]) -> None:
    assert before_and_after(SEARCH, **place) is None


def test_the_named_groups_of_the_pattern_are_kept() -> None:
    form = Form(operation="insert_phrase", after=r"any (?P<who>\w+)(?P<none>x)?")
    assert find_point(form, SEARCH, None).groups == {"who": "person"}


@pytest.mark.parametrize(
    ("text", "ends_before"),
    [
        ("A stay ends after one day.", "."),
        ("a bed;", ";"),
        ("the fee", ""),
        ("A stay ends after one day (or two).", "."),
    ],
)
def test_the_end_of_one_plain_sentence(text: str, ends_before: str) -> None:
    end = end_of_sentence(text)
    assert end is not None
    assert text[end:] == ends_before


@pytest.mark.parametrize(
    "text",
    [
        "A stay ends. It may be renewed.",
        "A stay ends: it may be renewed.",
        "A stay ends (a) at sea or (b) on land.",
        "The stay ends if—",
        "A stay ends,\n\nif it is over.",
        "",
    ],
)
def test_what_is_more_than_one_plain_sentence_has_no_sure_end(text: str) -> None:
    assert end_of_sentence(text) is None


def quoted(text: str, words: str, side: str = "after") -> str:
    start = text.index(words)
    return quoted_anchor(text, Point(side, start, start + len(words), {}))


def test_the_anchor_is_as_short_as_it_can_be() -> None:
    assert quoted(SEARCH, "search") == "search"


def test_the_anchor_grows_until_it_stands_once_in_the_clause() -> None:
    text = "A guard may follow a person who follows a person."
    assert quoted(text, "person") == "follow a person"


def test_the_anchor_before_which_words_go_grows_to_the_right() -> None:
    text = "If a person is ill or if a person is old, the Agency is told."
    assert quoted(text, "if a person", "before") == "if a person"
    assert quoted(text, "If a", "before") == "If a"


def test_the_anchor_is_quoted_on_one_line() -> None:
    assert quoted("An officer\nmay search any\nperson.", "any\nperson") == "any person"


@pytest.mark.parametrize(
    ("clause", "side", "words", "amended"),
    [
        ("A man| may enter.", "after", "of age", "A man of age may enter."),
        ("A man may |enter.", "before", "freely", "A man may freely enter."),
        ("A man may enter|.", "after", ", if well,", "A man may enter, if well."),
        ("A man may enter|", "after", "freely", "A man may enter freely"),
        ("A man |may enter.", "after", "of age", "A man of age may enter."),
        ("On grounds of| race or creed.", "after", "sex,", "On grounds of sex, race or creed."),
        ("|A man may enter.", "before", "Today", "Today A man may enter."),
    ],
)
def test_inserted_words_bring_the_blanks_that_they_need(
    clause: str, side: str, words: str, amended: str
) -> None:
    offset = clause.index("|")
    text = clause.replace("|", "")
    inserted = insertion_text(text, offset, side, words)
    assert (text[:offset] + inserted + text[offset:]).replace("  ", "<two>") == amended


@settings(deadline=None)
@given(TEXTS, st.sampled_from(["after", "before"]), st.data())
def test_any_place_in_any_text_has_an_anchor_that_the_text_contains(
    text: str, side: str, data: st.DataObject
) -> None:
    end = data.draw(st.integers(0, len(text)))
    start = data.draw(st.integers(0, end))
    anchor = quoted_anchor(text, Point(side, start, end, {}))
    assert anchor in " ".join(text.split())


@settings(deadline=None)
@given(TEXTS)
def test_the_end_of_a_sentence_lies_within_the_text(text: str) -> None:
    end = end_of_sentence(text)
    assert end is None or 0 < end <= len(text)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("It ends.", 7),
        ("It ends", 7),
        ("It ends; (Act 2001) ", 7),
        ("It ends (Act 2001).", 18),
        ("It ends \n", 7),
        ("It ends ()", 7),
        ("It ends (((", 11),
    ],
)
def test_where_a_sentence_ends_before_what_closes_it(text: str, end: int) -> None:
    assert end_of_sentence(text) == end
