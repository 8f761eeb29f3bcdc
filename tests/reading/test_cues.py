"""What a clause shows of a template's cues."""

from annotator.library.model import Cues
from annotator.reading.cues import matched

SEARCH = Cues(action=("search",), of="person")


def test_cues_are_counted_and_their_groups_kept() -> None:
    cues = Cues(all=("search",), any=("(?P<whom>person)", "vessel", "enters"))
    match = matched(cues, "An officer may search any person who enters.")
    assert match is not None
    assert (match.cues, match.groups) == (3, {"whom": "person"})


def test_a_match_carries_what_is_done_to_somebody_at_its_place_in_the_clause() -> None:
    text = "(2) An officer may\n  search any person."
    match = matched(SEARCH, "(2) An officer may search any person.", text)
    assert match is not None
    assert match.action is not None
    assert match.action.verb == "search"
    assert text[: match.action.actor_end] == "(2) An officer"


def test_what_only_the_lead_in_says_is_shown_and_has_no_place_in_the_clause() -> None:
    match = matched(SEARCH, "An officer may search a person for arms", "for arms")
    assert match is not None
    assert match.action is None


def test_what_neither_says_is_not_shown() -> None:
    assert matched(SEARCH, "An officer may feed a person in port", "in port") is None
    assert matched(SEARCH, "An officer may feed a person") is None
