"""What changes mean in terms of gender."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from annotator.comparing.turning import sure_turns
from annotator.schema import Annotation, IssueScore, Label
from tests.comparing.versions import OLD, compared, turned, version

LABELS = {"1(1)": "blind", "2(2)": "responsive", "3": "regressive"}


def test_nothing_changed_where_the_labels_are_the_same() -> None:
    assert turned(version(OLD, LABELS), version(OLD, LABELS)) == []


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        ("neutral", "regressive", ["new-regressive"]),
        ("neutral", "blind", ["new-blind"]),
        ("neutral", "responsive", ["new-responsive"]),
        ("blind", "neutral", ["mended"]),
        ("blind", "responsive", ["mended"]),
        ("blind", "regressive", ["new-regressive"]),
        ("responsive", "neutral", ["lost-responsive"]),
        ("responsive", "blind", ["new-blind", "lost-responsive"]),
        ("responsive", "regressive", ["new-regressive", "lost-responsive"]),
        ("regressive", "neutral", ["mended"]),
        ("regressive", "responsive", ["mended"]),
        ("regressive", "blind", ["mended"]),
    ],
)
def test_a_clause_turns(before: Label, after: Label, kinds: list[str]) -> None:
    found = compared(version(OLD, {"4": before}), version(OLD, {"4": after})).turns
    assert [one.kind for one in found] == kinds
    assert {(one.old, one.new, one.before, one.after) for one in found} == {
        ("4", "4", before, after)
    }
    assert [one.in_part for one in found] == [after == "blind" and before == "regressive"] * len(
        found
    )


@pytest.mark.parametrize(
    ("label", "gone", "come"),
    [
        ("regressive", "gone", "new-regressive"),
        ("blind", "gone", "new-blind"),
        ("responsive", "lost-responsive", "new-responsive"),
    ],
)
def test_a_clause_goes_and_comes(label: Label, gone: str, come: str) -> None:
    without = version(OLD[: OLD.index("Fees")])
    whole = version(OLD, {"4": label})
    assert turned(whole, without) == [f"{gone} 4 -> "]
    assert turned(without, whole) == [f"{come}  -> 4"]


def test_a_neutral_clause_goes_and_comes_without_a_word() -> None:
    without, whole = version(OLD[: OLD.index("Fees")]), version(OLD)
    assert turned(without, whole) == turned(whole, without) == []


def test_a_renumbered_clause_turns_under_both_numbers() -> None:
    new = OLD.replace("4. A", "5. A").replace("Fees", "Bells\n4. The bell is rung at noon.\n\nFees")
    assert turned(version(OLD, {"4": "blind"}), version(new, {"5": "neutral"})) == ["mended 4 -> 5"]
    assert turned(version(OLD, {"4": "blind"}), version(new, {"5": "blind"})) == []


def test_a_doubtful_label_of_the_same_words_in_another_print_turns_nothing() -> None:
    new = OLD.replace("crossing, and", "crossing and")
    assert turned(version(OLD), version(new, {"4": ("blind", 0.4)})) == []
    assert turned(version(OLD, {"4": ("blind", 0.4)}), version(new)) == []
    assert turned(version(OLD), version(new, {"4": "blind"})) == ["new-blind 4 -> 4"]
    worded = OLD.replace("every crossing", "a crossing")
    assert turned(version(OLD), version(worded, {"4": ("blind", 0.4)})) == ["new-blind 4 -> 4"]
    headed = OLD.replace("Fees", "Search")
    assert turned(version(OLD), version(headed, {"4": ("blind", 0.4)})) == ["new-blind 4 -> 4"]


def test_a_blind_clause_that_its_section_answers_needs_nothing() -> None:
    blind = version(OLD, {"1(1)": "blind"})
    answered = version(OLD, {"1(1)": "blind"}, met=("1(1)",))
    (better,) = compared(blind, answered).turns
    assert (better.kind, better.met_before, better.met) == ("mended", False, True)
    (worse,) = compared(answered, blind).turns
    assert (worse.kind, worse.met_before, worse.met) == ("new-blind", True, False)


SPLIT = OLD.replace(
    "4. A fee is due for every crossing, and is paid at the gate.",
    "4. (1) A fee is due for every crossing.\n(2) The fee is paid at the gate.",
)


def test_a_split_clause_is_mended_only_where_none_of_its_parts_needs_amending() -> None:
    old = version(OLD, {"4": "blind"})
    assert turned(old, version(SPLIT, {"4(1)": "blind"})) == []
    assert turned(old, version(SPLIT, {"4(1)": "responsive"})) == ["mended 4 -> 4(1)"]
    assert turned(version(SPLIT, {"4(2)": "blind"}), old) == []
    assert turned(version(SPLIT), old) == ["new-blind 4(1) -> 4"]


def test_a_clause_is_not_mended_of_which_a_part_was_set_apart_and_is_blind() -> None:
    text = (
        "1. (1) An officer may search any person who arrives and any baggage carried by that "
        "person.\n(2) An officer shall record every search in a register.\n"
    )
    parted = (
        "1. (1) An officer may search any person who arrives.\n"
        "(2) An officer may search any baggage carried by a person who arrives.\n"
        "(3) An officer shall record every search in a register.\n"
    )
    old = version(text, {"1(1)": "blind"})
    found = turned(old, version(parted, {"1(1)": "blind"}))
    assert not [one for one in found if one.startswith("mended")]
    # Where neither part is blind, it is.
    found = turned(old, version(parted))
    assert [one for one in found if one.startswith("mended")]


def test_the_gravest_comes_first_and_what_is_sure_before_what_is_not() -> None:
    text = OLD.replace("at a port", "at any port")
    new = version(text, {"1(1)": ("blind", 0.5), "1(2)": "blind", "3": "regressive"})
    assert turned(version(OLD, {"2(2)": "responsive"}), new) == [
        "new-regressive 3 -> 3",
        "new-blind 1(2) -> 1(2)",
        "new-blind 1(1) -> 1(1)",
        "lost-responsive 2(2) -> 2(2)",
    ]


def test_a_turn_is_as_sure_as_the_less_sure_of_its_labels() -> None:
    new = OLD.replace("every crossing", "a crossing")
    found = compared(version(OLD, {"4": ("neutral", 0.55)}), version(new, {"4": "blind"}))
    (turn,) = found.turns
    assert (turn.confidence, turn.review) == (0.55, True)
    assert sure_turns(found, 0.55).turns == (turn,)
    assert sure_turns(found, 0.6).turns == ()


def test_a_blind_clause_that_became_two_is_not_newly_blind() -> None:
    whole = (
        "1. (1) An officer may search any person who arrives and any baggage carried by that "
        "person.\n(2) An officer shall record every search in a register.\n"
    )
    parts = (
        "1. (1) An officer may search any person who arrives.\n"
        "(2) An officer may search any baggage carried by a person who arrives.\n"
        "(3) An officer shall record every search in a register.\n"
    )
    both = {"1(1)": "blind", "1(2)": "blind"}
    assert turned(version(whole, {"1(1)": "blind"}), version(parts, both)) == []
    assert turned(version(whole), version(parts, both)) == [
        "new-blind 1(1) -> 1(1)",
        "new-blind 1(1) -> 1(2)",
    ]


SAFE = """\
Search
1. (1) An officer may search any person who arrives at a port.
(2) A search under this Act is carried out by an officer of the same sex as the person.

Detention
2. (1) An officer may detain a person whose identity is not known.
"""
PLACED = SAFE.splitlines(keepends=True)
MOVED = "".join((*PLACED[:2], *PLACED[3:], PLACED[2]))
BLIND = {"1(1)": "blind", "1": "blind"}


def answering(text: str, number: str, label: Label = "responsive", by: str = "") -> Annotation:
    """A law with a blind clause in section 1, and one that may answer it."""
    made = version(text, {**BLIND, number: label}, met=("1(1)",) if by else ())
    issue = IssueScore(issue="search", score=0.9, met_by=by)
    findings = tuple(
        replace(one, issues=(issue,)) if one.label == "blind" else one for one in made.findings
    )
    return replace(made, findings=findings)


def test_a_clause_whose_answer_moved_to_another_section_is_told_so_and_is_not_newly_blind() -> None:
    old, new = answering(SAFE, "1(2)", by="1(2)"), answering(MOVED, "2(2)")
    (turn,) = compared(old, new).turns
    assert (turn.kind, turn.old, turn.new) == ("answer-moved", "1(1)", "1(1)")
    assert (turn.met_before, turn.met, turn.answers) == (True, False, ("2(2)",))


@pytest.mark.parametrize("label", ["neutral", "blind"])
def test_a_clause_whose_answer_moved_and_says_something_else_is_newly_blind(label: Label) -> None:
    old, new = answering(SAFE, "1(2)", by="1(2)"), answering(MOVED, "2(2)", label)
    assert "new-blind 1(1) -> 1(1)" in turned(old, new)


def test_a_clause_whose_answer_stays_and_answers_no_more_is_newly_blind() -> None:
    old, new = answering(SAFE, "1(2)", by="1(2)"), answering(SAFE, "1(2)")
    assert turned(old, new) == ["new-blind 1(1) -> 1(1)"]


@pytest.mark.parametrize(
    ("number", "label", "words", "others"),
    [
        ("2(2)", "responsive", "is held apart", "is not held apart"),
        ("3", "regressive", "A married woman", "A woman"),
    ],
)
def test_a_clause_that_keeps_its_label_in_other_words_is_to_be_read(
    number: str, label: Label, words: str, others: str
) -> None:
    old, new = (version(text, {number: label}) for text in (OLD, OLD.replace(words, others)))
    (turn,) = compared(old, new).turns
    assert (turn.kind, turn.old, turn.new) == ("reworded", number, number)
    assert (turn.before, turn.after) == (label, label)


def test_no_clause_is_to_be_read_of_which_only_marks_changed_or_that_was_blind() -> None:
    marks = version(OLD.replace("apart from men.", "apart, from men."), {"2(2)": "responsive"})
    assert turned(version(OLD, {"2(2)": "responsive"}), marks) == []
    blind = version(OLD.replace("every crossing", "each crossing"), {"4": "blind"})
    assert turned(version(OLD, {"4": "blind"}), blind) == []


def test_lead_ins_are_read_with_their_items_and_turn_nothing() -> None:
    text = "1. In this Act—\n“port” means a harbour;\n“gate” means a door;\n"
    old = version(text)
    lead_in = old.findings[0].clause
    assert lead_in.kind == "lead_in"
    assert turned(old, version(text, {lead_in.number: "blind"})) == []
