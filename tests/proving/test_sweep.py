"""Texts filled with the words of many laws: the fault that one law's words would not show."""

import pytest

from annotator.library import load_library
from annotator.library.model import Form, Replacement
from annotator.library.slots import SLOTS
from annotator.proving.sweep import sweep
from tests.proposer.laws import template


def swept(text: str, **fields: str) -> list[str]:
    return list(sweep(template(forms=(Form(operation="insert_sentence", text=text, **fields),))))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("a {{ person }} waits", "takes the wrong article"),
        ("an {{ officer }} waits", "takes the wrong article"),
        ("the {{ person.a }} waits", "bends a word twice"),
        ("{{ person.plural }} is heard", "leaves a noun and its verb in different numbers"),
        ("{{ person.plural }}'s fees", "bends a word twice"),
        ("each {{ person }} are heard", "leaves a noun and its verb in different numbers"),
        (
            "{{ person.plural }} {{ must }} be heard",
            "leaves a noun and its verb in different numbers",
        ),
        ("the {{ sponsor }} {{ sponsor }}", "says a word twice"),
        ("{{ must.participle }}", "has a slot that no word fills"),
        ("(the {{ person }}", "leaves a bracket or a quotation mark open"),
    ],
)
def test_the_sweep_finds(text: str, wrong: str) -> None:
    assert any(found.startswith(wrong) for found in swept(text)), swept(text)


@pytest.mark.parametrize("slot", SLOTS)
def test_a_text_is_proved_with_the_words_that_fill_its_slots(slot: str) -> None:
    """A fault before the slot has the sweep tell with which words it filled the text."""
    (told,) = swept("Tell of of {{ " + slot + " }}xq")
    assert f"“Tell of of {SLOTS[slot].samples[0]}xq”" in told


def test_what_sets_a_whole_provision_aside_is_proved_as_it_is_printed() -> None:
    assert swept("{{ despite_all }}{{ person.a }} {{ must }} be heard") == []
    (told,) = swept("{{ despite_all }}nobody nobody {{ must }} be heard")
    assert "“Notwithstanding anything in this section, nobody nobody shall be heard”" in told


def test_a_fault_is_told_once_with_the_words_that_show_it() -> None:
    (found,) = swept("a {{ person }} waits")
    assert found == "takes the wrong article where its text is filled as “A applicant waits”"


@pytest.mark.parametrize(
    "text",
    [
        "{{ person.a }} {{ must }} be heard by {{ officer.a }} under {{ unit }}",
        "{{ despite }}{{ person.plural }} {{ must.negative_plural }} be held",
        "{{ authority.the|cap }} {{ must }} tell {{ person.the }}",
        "the {{ plan }} of {{ removal }}",
        "words alone",
    ],
)
def test_a_text_that_is_english_with_every_word_passes(text: str) -> None:
    assert swept(text) == []


def test_words_that_a_replacement_takes_from_the_clause_are_not_swept() -> None:
    form = Form(operation="replace_term", replace=(Replacement(from_="an? (.*)", to=r"an \1"),))
    assert list(sweep(template(forms=(form,)))) == []


def test_every_text_of_the_library_is_english_whatever_the_law_calls_things() -> None:
    wrong = [f"{one.where} {what}" for one in load_library().templates for what in sweep(one)]
    assert wrong == []
