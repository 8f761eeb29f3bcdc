"""What became of the amendments that were proposed for the old version."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from annotator.schema import Annotation, Edit, Gap, Proposal
from tests.comparing.versions import OLD, compared, proposal, version

SAME_SEX = proposal(OLD, "An officer may search", "An officer of the same sex may search")
LABELS = {"1(1)": "blind", "3": "regressive"}
ISSUES = {"1(1)": ("search",), "1(2)": ("search",), "1(3)": ("search",), "3": ("identity",)}


def old(*proposals: Proposal, at: str = "1(1)", gaps: tuple[Gap, ...] = ()) -> Annotation:
    return version(OLD, LABELS, issues=ISSUES, proposals={at: proposals}, gaps=gaps)


def new(text: str, *, labels: dict = LABELS, **more: object) -> Annotation:
    return version(text, labels, issues=ISSUES, **more)


def became(one: Annotation, other: Annotation) -> list[tuple[str, tuple[str, ...]]]:
    return [(uptake.outcome, uptake.where) for uptake in compared(one, other).uptake]


def subsection(words: str, template: str = "search-in-private", **more: object) -> Proposal:
    """An amendment that adds a subsection to section 1."""
    at = OLD.index("\n\nDetention")
    return Proposal(
        template=template,
        issue="search",
        operation="insert_subsection",
        edits=(Edit(start=at, end=at, text=f"\n{words}"),),
        amended=words,
        instruction=f"After section 1(2) insert: “{words}”",
        reason="A reason.",
        citations=(),
        adds=True,
        **more,
    )


def test_words_that_stand_there_now_were_taken_up() -> None:
    text = OLD.replace("An officer may search", "An officer of the same sex may search")
    assert became(old(SAME_SEX), new(text, labels={"1(1)": "responsive"})) == [
        ("taken-up", ("1(1)",))
    ]
    # Whatever the classifier makes of them.
    assert became(old(SAME_SEX), new(text)) == [("taken-up", ("1(1)",))]


def test_they_are_found_where_the_clause_stands_now() -> None:
    text = OLD.replace("An officer may search", "An officer of the same sex may search")
    text = "1. The emblem of the Service is an owl.\n\n" + text.replace("1. (1)", "2. (1)")
    assert became(old(SAME_SEX), new(text)) == [("taken-up", ("2(1)",))]


def test_words_that_stood_elsewhere_before_were_not_taken_up() -> None:
    text = OLD.replace("is recorded", "of an officer of the same sex is recorded")
    before = version(text, LABELS, issues=ISSUES, proposals={"1(1)": (SAME_SEX,)})
    assert became(before, new(text)) == [("open", ("1(1)",))]


def test_a_new_subsection_is_taken_up_under_any_number() -> None:
    one = subsection("(3) A search under this section takes place in private, out of sight of men.")
    text = OLD.replace(
        "(2) A search is",
        "(2) A search under this section takes place in private, out of sight of men.\n"
        "(3) A search is",
    )
    assert became(old(one), new(text)) == [("taken-up", ("1(2)",))]


def test_other_words_that_the_library_takes_for_the_same_take_it_up() -> None:
    text = OLD.replace("any person who", "any person in privacy who")
    one = subsection("(3) A search under this section takes place out of sight.")
    assert became(old(one), new(text, labels={"1(1)": "responsive"})) == [
        ("in-other-words", ("1(1)",))
    ]


def test_in_another_clause_they_must_be_on_the_same_issue() -> None:
    text = OLD.replace("of the port.\n\n", "of the port.\n(3) It takes place in private.\n\n")
    one = subsection("(3) A search under this section is made out of sight.")
    assert became(old(one), new(text)) == [("in-other-words", ("1(3)",))]
    elsewhere = version(text, LABELS, issues={"1(1)": ("search",), "1(3)": ("data",)})
    assert became(old(one), elsewhere) == [("open", ("1(1)",))]


CONSENT = proposal(
    OLD,
    " without the written consent of her husband",
    "",
    template="regressive-consent-omitted",
    issue="identity",
    operation="delete",
)


def test_words_that_were_to_go_and_went_were_taken_up() -> None:
    text = OLD.replace(" without the written consent of her husband", "")
    assert became(old(CONSENT, at="3"), new(text, labels={})) == [("taken-up", ("3",))]


def test_a_distinction_that_went_in_other_words_was_taken_up_so() -> None:
    text = OLD.replace(
        "A married woman shall not cross without the written consent of her husband.",
        "A person shall not cross without a ticket, whoever pays for it.",
    )
    assert became(old(CONSENT, at="3"), new(text, labels={})) == [("in-other-words", ("3",))]
    near = OLD.replace("the written consent of her husband", "a ticket in her name")
    assert became(old(CONSENT, at="3"), new(near, labels={})) == [("in-other-words", ("3",))]


def test_what_still_discriminates_is_still_wanted() -> None:
    text = OLD.replace("the written consent", "the consent")
    assert became(old(CONSENT, at="3"), new(text)) == [("open", ("3",))]


def test_it_bears_its_number_in_the_new_version() -> None:
    first = proposal(OLD, "whose identity", "whose true identity", template="other")
    after = version(
        OLD,
        {**LABELS, "2(1)": "blind"},
        issues=ISSUES,
        proposals={"1(1)": (SAME_SEX,), "2(1)": (first,)},
    )
    (uptake,) = compared(old(SAME_SEX), after).uptake
    assert (uptake.number, uptake.outcome, uptake.now) == (1, "open", 1)


def test_the_clause_may_be_gone() -> None:
    text = OLD.replace(
        "Passage\n3. A married woman shall not cross without the written consent of her husband.",
        "Passage\n3. The bridge is closed in a storm.",
    )
    assert became(old(CONSENT, at="3"), new(text, labels={})) == [("gone", ())]


def test_it_may_be_called_for_no_more() -> None:
    assert became(old(SAME_SEX), new(OLD, labels={})) == [("not-called-for", ("1(1)",))]


def test_alternatives_are_told_of_only_if_they_were_taken_up() -> None:
    other = proposal(
        OLD, "An officer may search", "A senior officer may search",
        template="other", alternative_to=("search-same-sex-officer",),
    )  # fmt: skip
    before = old(SAME_SEX, other)
    assert [one.number for one in compared(before, new(OLD)).uptake] == [1]
    text = OLD.replace("An officer may search", "A senior officer may search")
    found = compared(before, new(text)).uptake
    assert [(one.number, one.outcome) for one in found] == [(1, "open"), (2, "taken-up")]


GAP = Gap(
    need="separate-accommodation",
    lacks="Detained women are held apart from men",
    issue="detention",
    strength="minimum",
    clauses=("2(1)",),
    proposed_at=(),
    by_section=True,
    reason="A reason.",
    gcm=(),
    citations=(),
    after="section 2",
    number="2A",
    heading="Women",
    text="Women\n2A. Women who are detained under this Act are held apart from men, in rooms of their own.",  # noqa: E501
    edits=(Edit(start=OLD.index("\n\nPassage"), end=OLD.index("\n\nPassage"), text="x"),),
    instruction="After section 2 insert section 2A.",
)


def test_a_new_section_is_taken_up_wherever_it_stands() -> None:
    section = "Women\n5. Women who are detained under this Act are held apart from men, in rooms of their own.\n"  # noqa: E501
    assert became(old(gaps=(GAP,)), new(OLD + "\n" + section)) == [("taken-up", ("5",))]


def test_what_was_added_in_the_words_proposed_is_not_newly_blind() -> None:
    section = "Women\n5. Women who are detained under this Act are held apart from men, in rooms of their own.\n"  # noqa: E501
    ours = new(OLD + "\n" + section, labels={**LABELS, "5": "blind"})
    assert compared(old(gaps=(GAP,)), ours).turns == ()
    theirs = new(OLD + "\nFees\n5. Whoever crosses pays.\n", labels={**LABELS, "5": "blind"})
    (turn,) = compared(old(gaps=(GAP,)), theirs).turns
    assert (turn.kind, turn.new) == ("new-blind", "5")


def test_what_the_law_still_lacks_is_still_wanted() -> None:
    assert became(old(gaps=(GAP,)), new(OLD, gaps=(GAP,))) == [("open", ())]


def test_a_need_that_new_words_meet_is_met_in_other_words() -> None:
    text = OLD + "\nCells\n5. Every woman in detention sleeps separately from male detainees.\n"
    after = version(text, {"5": "responsive"}, issues={"5": ("detention",)})
    assert became(old(gaps=(GAP,)), after) == [("in-other-words", ("5",))]
    assert [(one.closed, one.provided) for one in compared(old(gaps=(GAP,)), after).gaps] == [
        (True, True)
    ]


def test_a_need_that_an_amendment_of_a_clause_meets_is_provided_where_that_was_taken_up() -> None:
    gap = replace(GAP, need="same-sex-search", edits=())
    text = OLD.replace("An officer may search", "An officer of the same sex may search")
    found = compared(old(SAME_SEX, gaps=(gap,)), new(text)).gaps
    assert [(one.closed, one.provided) for one in found] == [(True, True)]
    found = compared(old(SAME_SEX, gaps=(gap,)), new(OLD)).gaps
    assert [(one.closed, one.provided) for one in found] == [(True, False)]


def test_a_need_of_which_nothing_is_said_is_not_called_for() -> None:
    assert became(old(gaps=(GAP,)), new(OLD)) == [("not-called-for", ())]
    # Nothing provides it: that is not said.
    assert [(one.closed, one.provided) for one in compared(old(gaps=(GAP,)), new(OLD)).gaps] == [
        (True, False)
    ]


@pytest.mark.parametrize("closed", [True, False])
def test_what_is_lacking_anew_or_no_more_is_told(closed: bool) -> None:
    lacking, whole = old(gaps=(GAP,)), new(OLD)
    (change,) = compared(*((lacking, whole) if closed else (whole, lacking))).gaps
    assert (change.need, change.closed) == ("separate-accommodation", closed)
