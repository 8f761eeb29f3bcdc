"""Where a new section goes, and what number it bears."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.lang import language
from annotator.numbering import unit_key
from annotator.overview.placement import Numbers, Placing
from annotator.reading.law import read_law
from annotator.schema import Finding, IssueScore
from annotator.segmenter import segment

LAW = """PART I
GENERAL

1. An officer may detain an alien.

PART II
STAY

2. (1) An officer may detain a person.
(2) A person may be detained.

3. A person may be held.

3A. A person may be kept.

PART III
FEES

4. Fees are payable.
"""
SCHEDULE = "SCHEDULE\n\n1. A person may be detained at a port.\n"
HEADED = """PART 1
PRELIMINARY

1 Interpretation
In this Act "alien" means a person who is no citizen.

PART 2
CONTROL

2 Powers of officers
An officer may stop a person.

3 Detention
A person may be detained for a week.

4 Permits
A permit may be granted, or the person be detained.

PART 3
GENERAL

5 Regulations
The Minister may make regulations, also on detention.

6 Repeal
The Aliens Act is repealed.
"""


def placed(*numbers: str, law: str = LAW, issue: str = "detention") -> str | None:
    found = segment(law)
    calling = [
        Finding(
            clause=clause,
            label="blind",
            confidence=0.9,
            scores={"blind": 0.9},
            review=False,
            issues=(IssueScore(issue=issue, score=0.9),),
        )
        for clause in found.clauses
        if clause.number in numbers
    ]
    assert len(calling) == len(numbers)
    read = read_law(law, found.clauses, found.provisions)
    after = Placing(read, language("en").heading_topics, issue).after(calling)
    return after and f"{after.word} {after.number}"


def test_it_goes_where_most_of_what_calls_for_it_stands() -> None:
    assert placed("1", "2(1)", "2(2)") == "section 2"


def test_of_equals_the_last_has_it() -> None:
    assert placed("2(1)", "3A") == "section 3A"


def test_it_goes_after_what_was_inserted_before_it() -> None:
    assert placed("3") == "section 3A"


def test_it_goes_to_the_section_whose_heading_names_the_matter() -> None:
    assert placed("2", "3", "4", law=HEADED) == "section 3"


def test_it_goes_to_a_section_that_names_the_matter_where_the_end_of_the_law_calls_for_it() -> None:
    assert placed("5", law=HEADED) == "section 3"


def test_else_it_goes_before_what_stands_at_the_end_of_a_law() -> None:
    assert placed("5", law=HEADED, issue="asylum") == "section 4"
    assert placed("1", law=HEADED, issue="asylum") == "section 4"


def test_what_no_heading_names_goes_where_it_is_called_for() -> None:
    assert placed("2", law=HEADED, issue="search") == "section 2"


def test_no_section_goes_among_findings() -> None:
    assert language("en").heading_topics.around.search("Purposes and findings")


@pytest.mark.parametrize("heading", ["Powers of the Director General", "Generals", "Regulation"])
def test_words_within_a_heading_are_no_end_of_a_law(heading: str) -> None:
    assert not language("en").heading_topics.around.search(heading)


def test_a_schedule_takes_no_section() -> None:
    assert placed("Schedule, 1", law=SCHEDULE) is None


def test_numbers_follow_the_law_and_no_two_are_alike() -> None:
    numbers = Numbers(["1", "2", "2A", "3"], "section")
    assert [numbers.after("2A"), numbers.after("2A"), numbers.after("3")] == ["2B", "2C", "3A"]
    latin = Numbers(["1", "1 bis", "2"], "Article")
    assert [latin.after("1 bis"), latin.after("2"), latin.after("2")] == ["1 ter", "2 bis", "2 ter"]


def test_a_law_that_was_never_amended_tells_by_its_style() -> None:
    assert Numbers(["1", "2"], "section").after("1") == "1A"
    assert Numbers(["1", "2"], "section", by_level=True).after("1") == "1.1"
    assert Numbers(["1", "2"], "Article").after("1") == "1a"


@pytest.mark.parametrize(
    ("numbers", "after", "new"),
    [
        (["10", "10/1", "10/2", "11"], "10/2", "10/3"),
        (["10", "10-a", "11"], "10-a", "10-b"),
        (["10", "10-2", "11"], "10-2", "10-3"),
        (["5", "5-A", "6"], "5-A", "5-B"),
        (["11", "12 to 14", "15"], "12 to 14", "14A"),
    ],
)
def test_a_new_section_is_numbered_as_the_law_numbers_inserted_ones(
    numbers: list[str], after: str, new: str
) -> None:
    assert Numbers(numbers, "section").after(after) == new


@pytest.mark.parametrize(
    ("numbers", "word", "after", "new"),
    [
        (["4.1", "4.2", "4.3", "5.1"], "Article", "4.2", "4.2-1"),
        (["4.1", "4.2", "4.3", "5.1"], "section", "4.3", "4.3A"),
        (["4.1", "4.2", "4.2A", "5.1"], "section", "4.2A", "4.2B"),
        (["4-1", "4-2", "4-2a", "5-1"], "Article", "4-2a", "4-2b"),
        (["20A.01", "20A.02", "20B.01"], "section", "20A.01", "20A.01A"),
    ],
)
def test_the_number_of_a_chapter_stays_before_a_new_one(
    numbers: list[str], word: str, after: str, new: str
) -> None:
    assert Numbers(numbers, word).after(after) == new


def test_a_new_number_looks_like_none_of_a_paragraph() -> None:
    inner = ["4.1", "4.2", "5.1"]
    assert Numbers(["4", "5"], "Article", inner=inner).after("4") == "4-1"
    assert Numbers(["4", "5"], "section", by_level=True, inner=inner).after("4") == "4A"


def test_a_section_follows_those_of_its_own_number_in_a_chapter() -> None:
    law = "4.1 An officer may detain.\n\n4.2 A person may go.\n\n5.1 A person may stay.\n"
    assert placed("4.1", law=law) == "section 4.1"


def test_decimals_go_on_as_fractions_do() -> None:
    numbers = Numbers(["1", "1.1", "2", "2.997"], "section")
    assert [numbers.after("2.997") for _ in range(4)] == ["2.998", "2.999", "2.9991", "2.9992"]
    assert numbers.after("1.1") == "1.2"


@given(st.lists(st.text(min_size=1, max_size=8), min_size=1), st.data())
def test_any_number_has_one_after_it(numbers: list[str], data: st.DataObject) -> None:
    handed = Numbers(numbers, "section")
    after = data.draw(st.sampled_from(numbers))
    new = [handed.after(after) for _ in range(3)]
    assert len({*new, *numbers}) == 3 + len(set(numbers))


@given(
    st.lists(st.integers(1, 40), min_size=1, unique=True),
    st.sampled_from(["{}", "{}A", "{}.1", "{}.01", "{}.997", "{}a", "{} bis"]),
    st.data(),
)
def test_a_new_number_is_free_and_stands_between_its_neighbours(
    wholes: list[int], shape: str, data: st.DataObject
) -> None:
    numbers = [str(whole) for whole in sorted(wholes)] + [shape.format(wholes[0])]
    after = data.draw(st.sampled_from(numbers))
    new = Numbers(numbers, "section").after(after)
    assert new not in numbers
    assert unit_key(after) < unit_key(new) < (unit_key(after)[0] + 1, ())
