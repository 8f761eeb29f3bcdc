"""What is new against a baseline, and what is known, wherever it stands."""

import pytest
from msgspec.structs import replace

from annotator.baseline import Comparison, known_of
from annotator.lang import language
from annotator.request import View
from annotator.schema import Annotation, Edit, IssueScore, Label
from annotator.writers.terminal.summary_section import compared
from tests.baseline.laws import DETAIN, SEARCH, finding, gap, law

SAME_SEX = "A search is carried out by an officer of the same sex as the person."


def states(before: Annotation, *now: Annotation) -> list[str | None]:
    comparison = Comparison(known_of([before]))
    marked = [comparison.marked(one) for one in now]
    return [found.baseline_state for one in marked for found in one.findings]


def test_what_is_as_it_was_is_unchanged_and_what_was_not_there_is_new() -> None:
    before = law(finding(SEARCH), finding(DETAIN, "regressive"))
    assert states(before, before) == ["unchanged", "unchanged"]
    assert states(before, law(finding(DETAIN, "regressive"), finding("No fee is due."))) == [
        "unchanged",
        "new",
    ]


def test_moved_renumbered_and_under_another_heading_it_is_known() -> None:
    before = law(finding(SEARCH, "blind", "11"), finding(DETAIN, "blind", "14"))
    moved = finding(DETAIN.replace("12(1) or 13", "15(1)(a) or 16"), "blind", "3")
    after = law(moved, finding(SEARCH.replace(" ", "\n "), "blind", "99"), title="PORTS ACT 2027")
    assert states(before, after) == ["unchanged", "unchanged"]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ('an officer ("the Officer")', "an officer (“the Officer”)"),
        ("the officer's list--", "the officer’s list—"),
        ("a per\u00adson\u00a0who", "a person who"),
        ("Person", "person"),
        ("sections 8, 9, and 10", "sections 9, 10, and 11"),
        ("sections 8-10", "sections 9–11"),
        ("section 6 (1)", "section 7 (2)"),
        ("Sec. 5 or § 6", "Sec. 6 or § 7"),
        ("Division 3 of Part IV", "Division 4 of Part V"),
    ],
)
def test_how_words_are_printed_and_what_they_cite_makes_none_new(here: str, there: str) -> None:
    words = f"Under {DETAIN} {{}} is held for 30 days."
    before, after = (law(finding(words.format(one))) for one in (here, there))
    assert states(before, after) == ["unchanged"]


def test_what_a_number_counts_is_none_of_a_citation() -> None:
    words = "A person held under section 5 or {} days is told so."
    assert states(law(finding(words.format(30))), law(finding(words.format(90)))) == ["new"]


def test_other_words_or_another_label_are_new() -> None:
    before = law(finding(DETAIN))
    assert states(before, law(finding(DETAIN.replace("30", "90")))) == ["new"]
    assert states(before, law(finding(DETAIN, "regressive"))) == ["new"]


def test_of_the_like_as_many_are_known_as_there_were() -> None:
    before = law(finding(SEARCH, "blind", "1"), finding(SEARCH, "blind", "2"))
    thrice = law(*(finding(SEARCH, "blind", number) for number in "123"))
    assert states(before, thrice) == ["unchanged", "unchanged", "new"]
    # All laws of a run share them: what is copied into another law is found once more.
    other = law(finding(SEARCH), title="AIRPORTS ACT")
    assert states(before, before, other) == ["unchanged", "unchanged", "new"]
    # What is moved there is not.
    assert states(before, law(finding(SEARCH)), other) == ["unchanged", "unchanged"]


def test_with_other_issues_or_another_certainty_it_is_known_and_updated() -> None:
    before = law(finding(SEARCH, "blind", "1", "search"))
    assert states(before, law(finding(SEARCH, "blind", "1", "redress"))) == ["updated"]
    doubtful = finding(SEARCH, "blind", "1", "search", review=True)
    assert states(before, law(doubtful)) == ["updated"]
    # Of the like the one that is as it was is told from one that is not.
    twice = law(finding(SEARCH, "blind", "1", "redress"), finding(SEARCH, "blind", "2", "search"))
    assert states(twice, law(finding(SEARCH, "blind", "9", "search"))) == ["unchanged"]


def test_a_clause_that_lost_its_answer_is_new() -> None:
    blind = finding(SEARCH)
    answered = replace(blind, met=True)
    assert states(law(answered), law(answered)) == ["unchanged"]
    assert states(law(answered), law(blind)) == ["new"]
    assert states(law(blind), law(answered)) == ["unchanged"]
    # Of two that are alike the one that is answered as it was is known.
    assert states(law(answered), law(blind, answered)) == ["new", "unchanged"]


def answered(
    at: str, answer_at: str, *, met: bool = False, label: Label = "responsive"
) -> Annotation:
    """A law with a blind clause in one section, and in one what may answer it."""
    issue = IssueScore(issue="search", score=0.9, met_by=answer_at if met else "")
    blind = replace(finding(SEARCH, "blind", at), met=met, issues=(issue,))
    answer = finding(SAME_SEX, label, answer_at)
    return law(blind, replace(answer, clause=replace(answer.clause, eid=f"sec_{answer_at[0]}__s")))


def test_a_clause_whose_answer_moved_to_another_section_is_known_and_updated() -> None:
    before = answered("1", "1(2)", met=True)
    assert states(before, before) == ["unchanged", "unchanged"]
    assert states(before, answered("1", "2(2)")) == ["updated", "unchanged"]
    # With both of them it moved nowhere.
    assert states(before, answered("3", "3(2)", met=True)) == ["unchanged", "unchanged"]


def test_a_clause_whose_answer_says_something_else_or_stayed_and_answers_no_more_is_new() -> None:
    before = answered("1", "1(2)", met=True)
    assert states(before, answered("1", "2(2)", label="neutral")) == ["new", None]
    assert states(before, answered("1", "1(2)")) == ["new", "unchanged"]
    # A baseline of before does not tell what answered it.
    told = known_of([before])
    bare = replace(told.laws[0].findings[0], met_by=())
    told = replace(told, laws=(replace(told.laws[0], findings=(bare,)),))
    (first, _) = Comparison(told).marked(answered("1", "2(2)")).findings
    assert first.baseline_state == "new"


RECORD = "An officer keeps a record of each search, with its reason and who was there."
SECTION = replace(
    gap("search-record"),
    number="2A",
    heading="Records",
    text=f"Records\n2A. (1) {RECORD}\n(2) {DETAIN}",
    edits=(Edit(start=0, end=0, text="x"),),
)


def test_a_section_that_was_put_in_as_it_was_proposed_is_no_new_blind_clause() -> None:
    before = law(finding(SEARCH), gaps=(SECTION,))
    put_in = finding(RECORD, "blind", "2A(1)"), finding(DETAIN, "blind", "2A(2)")
    assert states(before, law(finding(SEARCH), *put_in)) == ["unchanged", "updated", "updated"]
    # As often as it was proposed; and what discriminates is told of, whoever wrote it.
    assert states(before, law(put_in[0], put_in[0])) == ["updated", "new"]
    assert states(before, law(finding(RECORD, "regressive"))) == ["new"]
    assert states(before, law(finding(f"{RECORD} No more."))) == ["new"]


def test_that_no_finding_is_new_is_not_said_where_the_law_lacks_more() -> None:
    before = law(finding(SEARCH))
    after = replace(before, gaps=(gap("same-sex-search"),))
    told = [
        compared(Comparison(known_of([before])).marked(one), View(), language("en"))
        for one in (before, after)
    ]
    assert told[0].startswith("No finding is new")
    assert told[1].startswith("The law as a whole lacks 1 thing that is new against the baseline.")


def test_of_neutral_clauses_nothing_is_said() -> None:
    assert states(law(), law(finding(SEARCH, "neutral"))) == [None]
    assert known_of([law(finding(SEARCH, "neutral"))]).laws[0].findings == ()


def test_what_a_law_lacks_is_known_of_the_law_of_its_title() -> None:
    before = law(gaps=(gap("same-sex-search"),))
    comparison = Comparison(known_of([before]))
    after = comparison.marked(replace(before, gaps=(gap("same-sex-search"), gap("review"))))
    assert [one.baseline_state for one in after.gaps] == ["unchanged", "new"]
    other = comparison.marked(law(title="AIRPORTS ACT", gaps=(gap("same-sex-search"),)))
    assert [one.baseline_state for one in other.gaps] == ["new"]
