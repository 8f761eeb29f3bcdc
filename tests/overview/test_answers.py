"""That a clause is met only by one which is on its matter."""

import pytest
from msgspec.structs import replace

from annotator.overview import overview
from annotator.overview.answers import answered
from annotator.schema import Annotation, Finding, Label, Law, Model, Scorecard
from annotator.segmenter import segment
from tests.counting import lines_run
from tests.overview.laws import Said, findings, library, standing

LAW = (
    "1. (1) An officer may search any person who enters a port.\n"
    "(2) {second}\n"
    "2. The port closes at night.\n"
)
CHILDREN = "The mother of a child is given milk for the child under this section."
SAME_SEX = "A person is searched under this section by an officer of the same sex only."
DECENT = "A person is searched in private, with dignity and by an officer of the same sex."


def met_by(second: str, *issues: str, number: str = "1(2)", first_one: str = "") -> Finding:
    """The finding of 1(1), on the first of the issues of 1(2), which is said to meet it."""
    asked = issues[:1] if first_one else ("search",)
    said: Said = {"1(1)": ("blind", asked), "1(2)": ("responsive", issues)}
    law = LAW.format(second=second)
    if first_one:
        law = law.replace("An officer may search any person who enters a port.", first_one)
    first, *others = findings(law, said)
    raised = (replace(first.issues[0], met_by=number),)
    return answered((replace(first, issues=raised, met=True), *others), library())[0]


def test_what_says_all_that_a_clause_wants_meets_it() -> None:
    finding = met_by(DECENT, "search")
    assert finding.met
    assert finding.issues[0].met_by == "1(2)"


def test_what_says_a_part_of_it_is_named_and_does_not_meet_it() -> None:
    finding = met_by(SAME_SEX, "search")
    assert not finding.met
    assert finding.issues[0].met_by == "1(2)"


@pytest.mark.parametrize("issue", ["search", "children"])
def test_the_same_issue_is_not_the_same_deed(issue: str) -> None:
    finding = met_by(CHILDREN, issue)
    assert not finding.met
    assert finding.issues[0].met_by == ""


@pytest.mark.parametrize(
    ("blind", "responsive", "issue", "met"),
    [
        # who searches says nothing of who takes photographs
        (
            "An officer may photograph an arrival and take fingerprints.",
            "A search under this section is made by an officer of the same sex.",
            "search",
            False,
        ),
        # an absence is not a length of residence that childbirth breaks, but the other is
        (
            "A settler who was absent for a year loses the right to stay.",
            "A woman is naturalised after three years of marriage.",
            "nationality",
            False,
        ),
        (
            "A settler who was absent for a year loses the right to stay.",
            "A woman who was absent on account of childbirth is not held to have been absent.",
            "nationality",
            True,
        ),
        # nor is a time to leave the removal that pregnancy forbids
        (
            "A stranger who is expelled leaves within ten days.",
            "A pregnant woman shall not be expelled.",
            "removal",
            False,
        ),
        # what speaks of the clause by its number is about its deed, whatever words it has
        (
            "A stranger who is expelled leaves within ten days.",
            "Subsection (1) does not apply to a pregnant woman.",
            "removal",
            True,
        ),
    ],
)
def test_what_no_template_is_about_is_met_by_the_same_deed_alone(
    blind: str, responsive: str, issue: str, met: bool
) -> None:
    finding = met_by(responsive, issue, first_one=blind)
    assert finding.met == met
    assert bool(finding.issues[0].met_by) == met


def test_what_a_template_for_the_issue_would_say_meets_it_whatever_its_issue() -> None:
    assert met_by(DECENT, "personnel").met


def test_a_loose_word_on_women_in_a_rule_on_something_else_says_nothing() -> None:
    """A rule on rooms says nothing of whether the pregnant are detained at all."""
    detained = "An officer may detain an alien for a period of six months."
    assert not met_by("Detained women sleep apart from men.", "detention", first_one=detained).met


def test_a_clause_that_is_not_responsive_meets_nothing() -> None:
    said: Said = {"1(1)": ("blind", ("search",)), "1(2)": ("neutral", ())}
    first, *others = findings(LAW.format(second=DECENT), said)
    first = replace(first, issues=(replace(first.issues[0], met_by="1(2)"),), met=True)
    assert not answered((first, *others), library())[0].met


@pytest.mark.parametrize("behind", [False, True])
def test_of_clauses_that_bear_one_number_any_may_meet_it(behind: bool) -> None:
    """The order in which they stand decides nothing."""
    said: Said = {"1(1)": ("blind", ("search",)), "1(2)": ("responsive", ("search",))}
    first, second, *others = findings(LAW.format(second=DECENT), said)
    raised = replace(first.issues[0], met_by="1(2)")
    first = replace(first, issues=(raised,), met=True)
    other = replace(second, label="neutral", issues=())
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


def test_a_section_twice_as_long_is_twice_the_work() -> None:
    def section(count: int) -> tuple[Finding, ...]:
        texts = ("An officer may search any person.", SAME_SEX)
        lines = (f"({at}) {texts[at % 2]}\n" for at in range(1, count + 1))
        labels: tuple[Label, ...] = ("blind", "responsive")
        said: Said = {f"1({at})": (labels[at % 2], ("search",)) for at in range(1, count + 1)}
        found = findings("1. " + "".join(lines), said)
        raised = (replace(found[0].issues[0], met_by="1(1)"),)
        return tuple(replace(one, issues=raised) for one in found)

    once, twice = section(40), section(80)
    answered(once, library())  # compiles the patterns
    work = lines_run(lambda: answered(once, library()))
    assert lines_run(lambda: answered(twice, library())) < 2.5 * work
