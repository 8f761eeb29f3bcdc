"""What one subsection says, another need not."""

import pytest
from msgspec.structs import replace

from annotator.classifier.met_by import Judged, met_by_siblings
from annotator.schema import Clause, IssueScore
from tests.counting import lines_run


def judged(number, label, *issues, kind="provision"):
    section, _, sub = number.partition("(")
    eid = f"sec_{section}" + (f"__subsec_{sub.strip(')')}" if sub else "")
    clause = Clause(
        eid=eid,
        number=number,
        heading="",
        path=(),
        lead_in="",
        text="Words.",
        start=0,
        end=6,
        kind=kind,
    )
    return Judged(clause, label, tuple(IssueScore(issue=name, score=0.9) for name in issues))


def met(*clauses):
    return [[raised.met_by for raised in issues] for issues in met_by_siblings(clauses)]


def test_a_search_clause_is_met_by_the_subsection_on_the_same_sex():
    assert met(judged("11(1)", "blind", "search"), judged("11(2)", "responsive", "search")) == [
        ["11(2)"],
        [""],
    ]


def test_only_the_issue_that_the_other_is_on_is_met():
    clauses = (
        judged("11(1)", "blind", "search", "detention"),
        judged("11(2)", "responsive", "search"),
    )
    assert met(*clauses)[0] == ["11(2)", ""]


def test_another_section_meets_nothing():
    assert met(judged("11(1)", "blind", "search"), judged("12(1)", "responsive", "search"))[0] == [
        ""
    ]


def test_the_first_that_meets_it_is_named():
    clauses = [judged(f"11({n})", "responsive", "search") for n in (1, 3)]
    assert met(*clauses, judged("11(2)", "blind", "search"))[2] == ["11(1)"]


def test_a_regressive_clause_is_not_met():
    assert met(judged("11(1)", "regressive", "search"), judged("11(2)", "responsive", "search"))[
        0
    ] == [""]


def test_items_of_a_long_list_and_definitions_stand_for_themselves():
    for kind in ("item", "definition"):
        clauses = (
            judged("2(1)", "blind", "asylum", kind=kind),
            judged("2(2)", "responsive", "asylum", kind=kind),
        )
        assert met(*clauses)[0] == [""]


@pytest.mark.parametrize(
    ("words", "met_by"),
    [
        ("A time limit under this section shall not be held against her.", "6(2)"),
        ("In the application of paragraph 1, account shall be taken of pregnancy.", "6(2)"),
        ("Subsection (1) does not apply to a pregnant woman.", "6(2)"),
        ("A time limit under this\nsection shall not be held against her.", "6(2)"),
        ("Subsections (4) and\n(1) do not apply to a pregnant woman.", "6(2)"),
        ("Subsection (3) does not apply to a pregnant woman.", ""),
        ("Paragraph (1)(a) of the Schedule names women.", ""),
        ("A pregnant woman shall be told of shelters.", ""),
    ],
)
def test_a_clause_that_says_of_what_it_speaks_meets_all_of_that(words, met_by):
    other = judged("6(2)", "responsive", "information")
    other = replace(other, clause=replace(other.clause, text=words))
    assert met(judged("6(1)", "blind", "procedure"), other)[0] == [met_by]


def test_a_section_twice_as_long_is_twice_the_work():
    def section(count):
        return [
            judged(f"11({number})", label, issue)
            for number in range(1, count)
            for label, issue in (("blind", "search"), ("responsive", "detention"))
        ]

    once, twice = section(100), section(200)
    assert lines_run(lambda: met(*twice)) < 2.5 * lines_run(lambda: met(*once))
