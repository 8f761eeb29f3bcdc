"""A clause without the line breaks of the print, and edits that lead back to it."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.proposer.drafting_case import applied
from annotator.proposer.unwrapped import Unwrapped
from annotator.reading import folded
from annotator.reading.actors import Action, find_action
from annotator.schema import Edit
from tests.proposer.laws import TEXTS


@given(text=TEXTS)
def test_its_words_are_those_of_the_print_and_no_line_is_wrapped(text: str) -> None:
    clause = Unwrapped(text)
    assert folded(clause.text) == folded(text)
    assert "\n" not in clause.text.replace("\n\n", "")
    assert Unwrapped(clause.text).text == clause.text


@given(text=TEXTS, data=st.data())
def test_an_edit_does_in_the_print_what_it_does_here(text: str, data: st.DataObject) -> None:
    clause = Unwrapped(text)
    places = st.integers(0, len(clause.text))
    start, end = sorted((data.draw(places), data.draw(places)))
    edit = Edit(start=start, end=end, text="X")
    printed = applied(text, clause.in_print([edit]))
    assert folded(printed) == folded(applied(clause.text, [edit]))


def test_words_go_behind_a_word_and_before_the_break_of_its_line() -> None:
    clause = Unwrapped("An officer\n   may search.")
    edits = clause.in_print([Edit(start=10, end=10, text=" of the same sex")])
    assert applied("An officer\n   may search.", edits) == (
        "An officer of the same sex\n   may search."
    )


def test_who_acts_is_found_again_here() -> None:
    text = "A person\n  who enters\n  may be\n  searched."
    clause = Unwrapped(text)
    action = clause.action(find_action(text, ["search"], "person"))
    assert action is not None
    assert clause.text[: action.verb_end] == "A person who enters may be searched"
    assert clause.action(None) is None
    assert clause.action(Action(action.verb)) == Action(action.verb)
