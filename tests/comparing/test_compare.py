"""Two annotations as one comparison."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

import annotator
from annotator.comparing.wordings import wording
from annotator.comparison import LawComparison
from annotator.schema import ReadingWarning
from tests.comparing.versions import OLD, compared, version

EXAMPLES = Path(__file__).parents[2] / "examples"


def words(old: str, new: str) -> str:
    """The words of both with signs around those of one: ``a [man|woman] may``."""
    signs = {"kept": "{}", "deleted": "[{}|", "inserted": "{}]"}
    return "".join(signs[one.role].format(one.words) for one in wording(old, new))


def test_what_changes_is_shown_word_by_word() -> None:
    assert words("An officer may search a man.", "An officer shall search a person.") == (
        "An officer [may|shall] search a [man|person]."
    )


def test_how_words_are_printed_is_no_change() -> None:
    assert words("the “port”\nof entry – any", 'the "port" of  entry — any') == (
        'the "port" of entry — any'
    )


def test_items_keep_their_lines() -> None:
    kept = words("The law—\n  (a) binds;\n  (b) holds.", "The law—\n(a) binds;\n(b) holds.")
    assert kept == "The law—\n(a) binds;\n(b) holds."


def test_only_marks_may_have_changed() -> None:
    new = OLD.replace("every crossing, and is", "every crossing and is")
    change = compared(version(OLD), version(new)).changes[-1]
    assert (change.kind, change.marks_only, change.alike) == ("changed", True, 1)


def test_a_list_that_grew_shows_its_labels_and_what_is_new() -> None:
    parts = "with all its parts, " * 12
    items = [f"({letter}) the rope {letter * 3} {parts}" for letter in "abcdefg"]
    old, new = ("1. The stores are—\n" + "\n".join(items[:n]) for n in (4, 7))
    (change,) = compared(version(old), version(new)).changes
    assert (change.kind, len(change.old), len(change.new)) == ("changed", 1, 8)
    (inserted,) = (one.words for one in change.wording if one.role == "inserted")
    assert [f"({letter}) the rope" in inserted for letter in "defg"] == [False, True, True, True]


def test_the_same_file_is_said_to_be_the_same() -> None:
    one = version(OLD)
    one = replace(one, law=replace(one.law, sha256="ab" * 32))
    (note,) = compared(one, one).notes
    assert note == "The two files are the same, byte for byte."


def test_two_laws_that_are_no_versions_of_one_are_told() -> None:
    other = "1. Bees are kept ten metres from a road.\n2. Honey is sold by its weight alone.\n"
    (note,) = compared(version(OLD), version(other)).notes
    assert note.startswith("These are hardly two versions of one law: ")
    assert "of the shorter one, 0 % stand in clauses of the other" in note


#: What any two laws have in common, a line each.
COMMON = """
Offences
{0}. Whoever contravenes this Act commits an offence.
{1}. The Minister may make regulations.
"""


def test_what_any_two_laws_have_in_common_makes_them_no_versions_of_one() -> None:
    other = (
        "Bees\n1. Bees are kept ten metres from any road, in hives that bear the name of whoever "
        "keeps them, and are moved by night alone.\n2. Honey is sold by its weight alone, in jars "
        "that bear the month in which it was taken and the valley from which it comes.\n"
    )
    one, two = OLD + COMMON.format(5, 6), other + COMMON.format(3, 4)
    found = compared(version(one), version(two))
    assert found.counts["unchanged"] == 2
    (note,) = found.notes
    assert note.startswith("These are hardly two versions of one law: ")


def test_a_law_that_was_cut_down_or_grew_is_a_version_of_itself() -> None:
    grown = OLD + "".join(f"\n{n}. Rope number {n} is kept in store {n}.\n" for n in range(5, 60))
    short = OLD[: OLD.index("Passage")]
    for old, new in ((OLD, grown), (grown, OLD), (OLD, short), (short, OLD)):
        assert compared(version(old), version(new)).notes == ()


def test_versions_that_are_held_to_be_of_other_countries_are_told() -> None:
    one, other = version(OLD), version(OLD)
    other = replace(other, law=replace(other.law, jurisdiction="AL"))
    (note,) = compared(one, other).notes
    assert note.startswith("The country of the old version is not known, that of the new one AL")


def test_a_version_that_was_read_with_doubt_is_told() -> None:
    warnings = tuple(
        ReadingWarning(what=what, where="line 1", advice="Look.", start=0, end=1)
        for what in ("It is odd.", "So is this.")
    )
    (note,) = compared(version(OLD), replace(version(OLD), warnings=warnings)).notes
    assert note.startswith("The new version was read with doubt")
    assert "It is odd. (And 1 more" in note


@pytest.fixture(scope="module")
def sample() -> LawComparison:
    old, new = (EXAMPLES / f"border-management-{kind}.txt" for kind in ("bill", "act"))
    return compared(annotator.annotate(old), annotator.annotate(new))


def test_the_sample_is_aligned_whatever_is_said_of_it(sample: LawComparison) -> None:
    assert sample.counts == {
        "unchanged": 37, "changed": 3, "added": 4, "removed": 2, "split": 1, "merged": 1,
        "moved": 1, "renumbered": 27,
    }  # fmt: skip
    moved = [(one.old[0].number, one.new[0].number) for one in sample.changes if one.moved]
    assert moved == [("21", "10")]


@pytest.mark.model
def test_what_the_sample_turned_to(sample: LawComparison) -> None:
    told = {(one.kind, one.old, one.new) for one in sample.turns}
    assert {
        ("new-regressive", "", "14(3)"),
        ("new-blind", "", "21"),
        ("lost-responsive", "19(3)", "20(3)"),
        ("mended", "10(1)", "11(1)"),
        ("gone", "14(3)", ""),
    } <= told
    outcomes = {one.template: one.outcome for one in sample.uptake}
    assert outcomes["search-same-sex-officer"] == "taken-up"
    assert outcomes["removal-escort-of-same-sex"] == "in-other-words"
    assert {one.outcome for one in sample.uptake if one.clause == "14(3)"} == {"gone"}
    assert ("separate-accommodation", False) in {(one.need, one.closed) for one in sample.gaps}
