"""Steps that rewrite a text and keep the way back, beside the plain way of doing each."""

import re

from hypothesis import given
from hypothesis import strategies as st

from annotator.readers.traced import Change, Traced, joined

WORDS = st.text(alphabet="ab*&ß \n", max_size=30)


@st.composite
def a_text_with_changes(draw: st.DrawFn) -> tuple[str, list[Change]]:
    text = draw(WORDS)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return text, [(start, end, draw(st.sampled_from(["", "x", "xyz"]))) for start, end in pairs]


def by_character(text: Traced) -> list[tuple[int, int]]:
    return [text.runs.back(at, at + 1) for at in range(len(text.text))]


def put(text: str, changes: list[Change]) -> str:
    for start, end, words in reversed(changes):
        text = text[:start] + words + text[end:]
    return text


@given(a_text_with_changes())
def test_changes_are_made_and_what_they_leave_knows_where_it_stood(
    case: tuple[str, list[Change]],
) -> None:
    text, changes = case
    changed = Traced.whole(text).changed(changes)
    assert changed.text == put(text, changes)
    kept = [at for at in range(len(text)) if not any(a <= at < b for a, b, _ in changes)]
    places = [place for place in by_character(changed) if place[1] - place[0] == 1]
    assert [first for first, _ in places if first in kept] == kept


@given(a_text_with_changes(), st.data())
def test_two_steps_lead_back_through_both(
    case: tuple[str, list[Change]], data: st.DataObject
) -> None:
    text, changes = case
    once = Traced.whole(text).changed(changes)
    start = data.draw(st.integers(0, len(once.text)))
    end = data.draw(st.integers(start, len(once.text)))
    twice = once.changed([(start, end, "")])
    ways = by_character(once)
    assert by_character(twice) == ways[:start] + ways[end:]
    assert by_character(once.cut(start, end)) == ways[start:end]
    whole_again = joined((once.cut(0, start), once.cut(start, len(once.text))))
    assert (whole_again.text, by_character(whole_again)) == (once.text, ways)


@given(a_text_with_changes())
def test_a_stretch_leads_back_from_its_first_character_to_its_last(
    case: tuple[str, list[Change]],
) -> None:
    text, changes = case
    changed = Traced.whole(text).changed(changes)
    ways = by_character(changed)
    for start in range(len(ways)):
        for end in range(start + 1, len(ways) + 1):
            printed = [way for way in ways[start:end] if way[0] < way[1]]
            if printed:
                expected = (min(a for a, _ in printed), max(b for _, b in printed))
                assert changed.runs.back(start, end) == expected


@given(WORDS)
def test_capitals_of_two_letters_stand_for_the_one(text: str) -> None:
    capitals = Traced.whole(text).upper()
    assert capitals.text == text.upper()
    for at, (first, last) in enumerate(by_character(capitals)):
        assert capitals.text[at] in text[first:last].upper()


def test_what_matches_goes_save_its_group() -> None:
    text = Traced.whole("the [Act](x) of [1999](y)").without(re.compile(r"\[(\w+)\]\(\w\)"))
    assert text.text == "the Act of 1999"
    assert text.runs.back(4, 7) == (5, 8)
    assert text.runs.back(11, 15) == (17, 21)


def test_what_is_put_in_has_a_place_and_no_original() -> None:
    text = joined((Traced.whole("ab").cut(0, 1), " - ", Traced.whole("ab").cut(1, 2)))
    assert text.text == "a - b"
    assert [text.runs.back(at, at + 1) for at in range(5)] == [(0, 1), *[(1, 1)] * 3, (1, 2)]


def test_an_empty_stretch_is_behind_the_character_before_it() -> None:
    text = Traced.whole("*ab* cd").without(re.compile(r"\*"))
    assert text.text == "ab cd"
    assert [text.runs.back(at, at) for at in range(6)] == [
        (1, 1), (2, 2), (3, 3), (5, 5), (6, 6), (7, 7),
    ]  # fmt: skip


def test_unchanged_text_is_one_run_however_long() -> None:
    text = Traced.whole("ab\n" * 1000)
    assert len(text.respelt(re.compile("\n"), " ").runs) == 1
    assert len(text.sub(re.compile("never")).runs) == 1
    assert len(joined((text.cut(0, 5), text.cut(5, 3000))).runs) == 1
