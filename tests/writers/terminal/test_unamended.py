"""What a clause without an amendment says of where it is, or why there is none."""

import pytest
from msgspec.structs import replace

from annotator.lang import language
from annotator.schema import Annotation, Edit, Finding, Gap, IssueScore, Proposal
from annotator.writers.terminal.unamended import unamended

SAY = language("en").phrases
SEE = "See the amendment at 10(1), which is for the whole section."
NONE = (
    "No amendment is proposed here: the library has none on redress that fits the words of this "
    "clause and is not proposed elsewhere."
)


@pytest.fixture
def blind(annotation: Annotation) -> Finding:
    return next(finding for finding in annotation.findings if finding.label == "blind")


def beside(finding: Finding, *issues: str, **more: object) -> Finding:
    """Another clause of its section, without an amendment; the issues from the surest on."""
    clause = replace(finding.clause, eid="sec_10__subsec_9", number="10(9)")
    scores = [IssueScore(issue=one, score=0.9 - at / 10) for at, one in enumerate(issues)]
    fields = {"clause": clause, "issues": tuple(scores), "proposals": (), **more}
    return replace(finding, **fields)


def mended(finding: Finding, **more: object) -> Finding:
    proposal: Proposal = replace(finding.proposals[0], **more)
    return replace(finding, proposals=(proposal,))


def told(annotation: Annotation, *findings: Finding, gaps: tuple[Gap, ...] = ()) -> str:
    told = unamended(replace(annotation, findings=findings), gaps, SAY)
    return told.get(findings[-1].clause.eid, "")


def test_what_is_added_on_its_surest_issue_is_for_it(
    annotation: Annotation, blind: Finding
) -> None:
    assert told(annotation, mended(blind, adds=True), beside(blind, "search", "redress")) == SEE


def test_what_is_added_on_a_lesser_issue_or_within_a_sentence_is_not(
    annotation: Annotation, blind: Finding
) -> None:
    added = mended(blind, adds=True)
    assert SEE not in told(annotation, added, beside(blind, "redress", "search"))
    assert told(annotation, added, beside(blind, "redress")) == NONE
    assert SEE not in told(annotation, mended(blind), beside(blind, "search"))


def test_what_is_added_mends_no_clause_that_discriminates(
    annotation: Annotation, blind: Finding
) -> None:
    other = beside(blind, "search", label="regressive")
    assert told(annotation, mended(blind, adds=True), other).startswith("No amendment is proposed")


def test_a_new_section_that_the_clause_calls_for_serves_it(
    annotation: Annotation, blind: Finding
) -> None:
    gap = Gap(
        need="record",
        lacks="Records are kept",
        issue="redress",
        strength="minimum",
        clauses=("10(9)",),
        proposed_at=(),
        by_section=True,
        reason="",
        gcm=(),
        citations=(),
        after="section 10",
        number="10A",
    )
    alone = beside(blind, "redress")
    sentence = "No amendment of this clause: the new section 10A, at the end, would serve it."
    assert told(annotation, alone, gaps=(gap,)) == sentence
    assert told(annotation, alone, gaps=(replace(gap, number=""),)) == NONE
    narrow = mended(
        blind, adds=True, issue="redress", edits=(Edit(start=9, end=9, text="in subsection (1)"),)
    )
    assert told(annotation, narrow, alone, gaps=(gap,)) == sentence


def test_a_clause_that_is_cited_as_one_that_is_repealed_points_there(
    annotation: Annotation, blind: Finding
) -> None:
    start, end = blind.clause.start, blind.clause.end
    whole = (Edit(start=start, end=end, text=""),)
    struck = mended(blind, operation="delete", adds=False, edits=whole)
    repealed = replace(struck, label="regressive")
    other = beside(blind, "redress", label="regressive")
    other = replace(other, clause=replace(other.clause, number="10(1)"))
    sentence = "See the amendment at 10(1), which is for all that bears this number."
    assert told(annotation, repealed, other) == sentence
    words = (Edit(start=start, end=start + 9, text=""),)
    assert told(annotation, mended(repealed, edits=words), other) == NONE


@pytest.mark.parametrize(
    ("words", "alone"),
    [
        ("(2) A search under subsection (1) shall be made by a woman.", True),
        ("(2) For a search under\nparagraph 1, this section names a woman.", True),
        ("(2) A search under this section shall be made by a woman.", False),
        ("(2) Subsections (11) and (12) and paragraph 10 do not apply.", False),
    ],
)
def test_words_that_speak_of_one_subsection_are_not_for_the_whole_section(
    annotation: Annotation, blind: Finding, words: str, alone: bool
) -> None:
    added = mended(blind, adds=True, edits=(Edit(start=9, end=9, text=words),))
    sentence = (
        "The amendment at 10(1) is on the same issue and speaks of that clause alone: it could "
        "name this one too."
    )
    assert told(annotation, added, beside(blind, "search")) == (sentence if alone else SEE)


def test_of_two_amendments_the_one_for_the_whole_section_is_named(
    annotation: Annotation, blind: Finding
) -> None:
    narrow = replace(
        mended(blind, adds=True, edits=(Edit(start=9, end=9, text="under subsection (3)"),)),
        clause=replace(blind.clause, eid="sec_10__subsec_3", number="10(3)"),
    )
    assert told(annotation, narrow, mended(blind, adds=True), beside(blind, "search")) == SEE


def test_a_definition_is_called_one(annotation: Annotation, blind: Finding) -> None:
    other = beside(blind, "family")
    other = replace(other, clause=replace(other.clause, kind="definition"))
    assert "fits the words of this definition " in told(annotation, other)


def test_what_is_met_or_amended_or_neutral_says_nothing(
    annotation: Annotation, blind: Finding
) -> None:
    assert not told(annotation, blind)
    assert not told(annotation, beside(blind, "search", met=True))
    assert not told(annotation, beside(blind, label="neutral"))


def test_whom_the_law_lets_marry_is_left_to_policy(annotation: Annotation, blind: Finding) -> None:
    other = beside(blind, "family", label="regressive")
    words = "“marriage” means a lawful union of one man and one woman"
    other = replace(other, clause=replace(other.clause, kind="definition", text=words))
    assert "needs policy" in told(annotation, other)
