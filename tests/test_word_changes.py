"""What changes from one text to another, word by word."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.word_changes import tokens, unwrapped, word_changes
from tests.counting import lines_run

words = st.lists(st.sampled_from(["a", "man", "or", "woman", "may", ",", "."]), max_size=20)


@settings(max_examples=200, deadline=None)
@given(words, words)
def test_the_changes_make_the_one_of_the_other(old: list[str], new: list[str]) -> None:
    made: list[str] = []
    at = 0
    for change in word_changes(old, new):
        made += [*old[at : change.start], *new[change.first : change.last]]
        at = change.end
    assert [*made, *old[at:]] == new


def test_long_texts_are_compared_word_by_word_in_time_that_grows_with_them() -> None:
    def work(many: int) -> int:
        old = tokens(" ".join(f"officer {at} shall search the person" for at in range(many)))
        new = [word.replace("search", "examine") if at % 50 < 25 else word for at, word in enumerate(old)]  # fmt: skip  # noqa: E501
        assert len(word_changes(old, new)) > many / 4
        return lines_run(lambda: word_changes(old, new))

    assert work(1600) < 3 * work(800)


def test_texts_that_are_hardly_alike_keep_nothing_but_their_ends() -> None:
    old, new = tokens("The Minister may appoint a judge."), tokens("The fee is paid to a judge.")
    (change,) = word_changes(old, new)
    assert "".join(old[change.start : change.end]) == "Minister may appoint"
    assert len(word_changes(old, new, least=0.1)) == 1


def test_only_the_items_of_a_list_begin_a_line() -> None:
    text = "An officer may\nsearch—\n  (a) a bag;\n  (b) a\n  person."
    assert unwrapped(text) == "An officer may search—\n(a) a bag;\n(b) a person."
