"""What a clause says: who acts, on whom, and what the sending away is called."""

import pytest
from hypothesis import given, settings

from annotator.reading.actors import actor_in, find_action, person_in, removal_in
from tests.proposer.laws import TEXTS

ACTIVE = [
    ("An officer may search any person.", "An officer"),
    ("Every border guard may, where necessary, search a passenger.", "Every border guard"),
    ("The immigration officer shall stop and search the person.", "The immigration officer"),
    ("Any official may search\nan asylum seeker.", "Any official"),
]


@pytest.mark.parametrize(("text", "actor"), ACTIVE)
def test_who_acts_in_an_active_sentence(text: str, actor: str) -> None:
    action = find_action(text, ["search"], "person")
    assert action is not None
    assert action.verb == "search"
    assert text[: action.actor_end] == actor
    assert action.verb_end is None


def test_two_who_act_leave_no_place_after_the_second() -> None:
    action = find_action("A guard or an officer may search any person.", ["search"], "person")
    assert action is not None
    assert action.actor_end is None


@pytest.mark.parametrize(
    "text",
    [
        "A person may be searched on arrival.",
        "A passenger who refuses may also be searched at once.",
        "Foreigners are to be stopped and searched.",
    ],
)
def test_where_a_passive_ends(text: str) -> None:
    action = find_action(text, ["search"], "person")
    assert action is not None
    assert text[: action.verb_end].endswith("searched")
    assert action.actor_end is None


@pytest.mark.parametrize(
    "text",
    [
        "An officer may search any vehicle.",
        "A search shall be recorded.",
        "A person may enter. The car may be searched.",
        "",
    ],
)
def test_what_is_not_done_to_a_person_is_no_action(text: str) -> None:
    assert find_action(text, ["search"], "person") is None


def test_what_is_done_to_things_counts_where_no_person_is_asked_for() -> None:
    assert find_action("An officer may search any vehicle.", ["search"]) is not None


def test_the_first_verb_that_is_found_is_taken() -> None:
    action = find_action("An officer may detain a person.", ["search", "detain"], "person")
    assert action is not None
    assert action.verb.participle == "detained"


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("An officer may hold a foreign national.", "foreign national"),
        ("Asylum seekers shall be told.", "asylum seeker"),
        ("A person who is a refugee may stay.", "refugee"),
        ("A refugee or a stateless person may stay.", "person"),
        ("A victim who is an applicant may stay.", "applicant"),
        ("Any person may stay.", "person"),
        ("Refugee protection is given.", None),
        ("The Agency keeps a register.", None),
    ],
)
def test_whom_a_clause_concerns(text: str, person: str | None) -> None:
    assert person_in(text) == person


@pytest.mark.parametrize(
    ("text", "noun", "participle"),
    [
        ("The Minister may order an alien to be deported.", "deportation", "deported"),
        ("An expulsion order may be made.", "expulsion", "expelled"),
        ("An officer may remove her from the territory.", "removal", "removed"),
        ("He may be returned to the State from which he came.", "return", "returned"),
        ("Repatriation is at the cost of the ship.", "repatriation", "repatriated"),
        ("Removal, removal and one deportation.", "removal", "removed"),
    ],
)
def test_what_the_sending_away_is_called(text: str, noun: str, participle: str) -> None:
    removal = removal_in(text)
    assert removal is not None
    assert (removal, removal.participle) == (noun, participle)


def test_the_return_of_a_document_sends_nobody_away() -> None:
    assert removal_in("The passport is handed over upon return of the card.") is None


@settings(deadline=None)
@given(TEXTS)
def test_any_text_can_be_asked_what_it_says(text: str) -> None:
    action = find_action(text, ["search", "detain"], "person")
    if action is not None:
        assert 0 <= (action.actor_end or action.verb_end or 0) <= len(text)
    person_in(text)
    removal_in(text)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Where a person is held, the Minister may release that person.", "Minister"),
        ("An immigration officer shall ask the applicant.", "immigration officer"),
        ("The Minister may ask, and the Tribunal shall answer.", None),
        ("A person may be held by the Minister.", None),
    ],
)
def test_who_acts_in_a_clause(text: str, actor: str | None) -> None:
    assert actor_in(text) == actor


def test_adverbs_in_a_row_are_read_in_one_way_only() -> None:
    # In two ways each, a search of so many would not come to an end.
    text = f"A person may{' also, not,' * 200} be seen."
    assert find_action(text, ["search"], "person") is None
    assert find_action("A person may, also, not, be searched.", ["search"], "person") is not None
