"""That a clause is met only by one which is on its matter."""

import pytest
from msgspec.structs import replace

from annotator.overview import overview
from annotator.overview.answers import answered
from annotator.schema import Annotation, Finding, Law, Model, Scorecard
from annotator.segmenter import segment
from tests.overview.laws import Said, findings, library, standing

LAW = (
    "1. (1) An officer may search any person who enters a port.\n"
    "(2) {second}\n"
    "2. The port closes at night.\n"
)
CHILDREN = "The mother of a child is given milk for the child under this section."
SAME_SEX = "A person is searched under this section by an officer of the same sex only."


def met_by(second: str, *issues: str, number: str = "1(2)") -> Finding:
    """The finding of 1(1), which its section is said to meet."""
    said: Said = {"1(1)": ("blind", ("search",)), "1(2)": ("responsive", issues)}
    first, *others = findings(LAW.format(second=second), said)
    raised = (replace(first.issues[0], met_by=number),)
    return answered((replace(first, issues=raised, met=True), *others), library())[0]


def test_a_clause_on_the_same_issue_meets_it() -> None:
    finding = met_by(CHILDREN, "search")
    assert finding.met
    assert finding.issues[0].met_by == "1(2)"


def test_a_clause_on_another_issue_does_not_though_it_speaks_of_the_section() -> None:
    finding = met_by(CHILDREN, "children")
    assert not finding.met
    assert finding.issues[0].met_by == ""


def test_what_a_template_for_the_issue_would_say_meets_it_whatever_its_issue() -> None:
    assert met_by(SAME_SEX, "personnel").met


def test_a_clause_that_is_not_responsive_meets_nothing() -> None:
    assert not met_by(CHILDREN, "search", number="2").met


@pytest.mark.parametrize("behind", [False, True])
def test_of_clauses_that_bear_one_number_any_may_meet_it(behind: bool) -> None:
    """The order in which they stand decides nothing."""
    said: Said = {"1(1)": ("blind", ("search",)), "1(2)": ("responsive", ("search",))}
    first, second, *others = findings(LAW.format(second=CHILDREN), said)
    raised = replace(first.issues[0], met_by="1(2)")
    first = replace(first, issues=(raised,), met=True)
    other = replace(second, issues=(replace(second.issues[0], issue="children"),))
    both = (other, second) if behind else (second, other)
    assert answered((first, *both, *others), library())[0].met


def test_the_scorecard_counts_those_that_are_met_in_the_end() -> None:
    text = LAW.format(second=CHILDREN)
    said: Said = {"1(1)": ("blind", ("search",)), "1(2)": ("responsive", ("children",))}
    first, *others = findings(text, said)
    first = replace(first, issues=(replace(first.issues[0], met_by="1(2)"),), met=True)
    annotation = Annotation(
        law=Law(title="", source="", sha256="", language="en", format="txt"),
        model=Model(name="", version=""),
        findings=(first, *others),
        scorecard=Scorecard(clauses=3, labels={}, issues={}, review=0, met=1),
        provisions=tuple(segment(text).provisions),
    )
    for whole in (True, False):
        seen = overview(annotation, text, library(), standing(), whole=whole)
        assert seen.scorecard.met == 0
