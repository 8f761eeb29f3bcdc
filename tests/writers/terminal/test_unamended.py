"""What a clause without an amendment says of where it is, or why there is none."""

import pytest
from msgspec.structs import replace

from annotator.lang import language
from annotator.lang.en.unamended import DISTINGUISHING
from annotator.library.tables import load_matters
from annotator.schema import Annotation, Edit, Finding, Gap, IssueScore, Like, Policy, Proposal
from annotator.writers.terminal.unamended import unamended

SAY = language("en").phrases
SEE = "See the amendment at section 10(1), which is for the whole section."
POLICY = Policy(matter="interview", does="deals with hearings", asks="by whom")
NONE = (
    "No standard amendment fits this clause. It deals with hearings. For policy to decide: by whom."
)


@pytest.fixture
def blind(annotation: Annotation) -> Finding:
    return next(finding for finding in annotation.findings if finding.label == "blind")


def beside(finding: Finding, *likes: Finding, **more: object) -> Finding:
    """Another clause of its section, without an amendment; and those that do the same."""
    clause = replace(finding.clause, eid="sec_10__subsec_9", number="10(9)")
    fields = {
        "clause": clause,
        "proposals": (),
        "policy": POLICY,
        "likes": tuple(map(like, likes)),
        **more,
    }
    return replace(finding, **fields)


def like(finding: Finding) -> Like:
    (proposal,) = finding.proposals
    where = finding.clause
    return Like(where.number, where.eid, proposal.template, proposal.issue, "Women are heard")


def mended(finding: Finding, **more: object) -> Finding:
    proposal: Proposal = replace(finding.proposals[0], **more)
    return replace(finding, proposals=(proposal,))


def told(annotation: Annotation, *findings: Finding, gaps: tuple[Gap, ...] = ()) -> str:
    told = unamended(replace(annotation, findings=findings), gaps, SAY)
    return told.get(findings[-1].clause.eid, "")


def test_what_is_added_for_what_it_does_is_for_it(annotation: Annotation, blind: Finding) -> None:
    added = mended(blind, adds=True)
    assert told(annotation, added, beside(blind, added)) == SEE


def test_what_is_added_on_its_issue_for_another_deed_is_not(
    annotation: Annotation, blind: Finding
) -> None:
    assert told(annotation, mended(blind, adds=True), beside(blind)) == NONE


def test_words_within_a_sentence_of_a_clause_that_does_the_same_could_be_made_here_too(
    annotation: Annotation, blind: Finding
) -> None:
    within = mended(blind, adds=False)
    sentence = (
        "Section 10(1) is on the same matter, and an amendment there could be made here too: "
        "women are heard."
    )
    assert told(annotation, within, beside(blind, within)) == sentence


def test_an_amended_clause_is_told_what_a_like_one_of_another_section_has_more(
    annotation: Annotation, blind: Finding
) -> None:
    here = mended(blind, adds=True)
    elsewhere = replace(here, clause=replace(here.clause, eid="sec_40", number="40"))
    sentence = (
        "Section 40 is on the same matter, and an amendment there could be made here too: women "
        "are heard."
    )
    assert told(annotation, elsewhere, beside(here, elsewhere, proposals=here.proposals)) == (
        sentence
    )
    assert not told(annotation, here, beside(here, here, proposals=here.proposals))


def test_what_is_added_mends_no_clause_that_discriminates(
    annotation: Annotation, blind: Finding
) -> None:
    asks = SAY.DISTINCTION
    policy = Policy(matter="interview", does="deals with hearings", asks=asks)
    other = beside(blind, label="regressive", policy=policy)
    assert told(annotation, mended(blind, adds=True), other) == (
        "No standard amendment fits this clause. It deals with hearings. For policy to decide: "
        "whether its distinction stands, and whom the rule should cover instead."
    )


def test_a_matter_that_is_a_distinction_says_what_is_to_be_decided_of_it(
    annotation: Annotation, blind: Finding
) -> None:
    policy = Policy(matter="parents-unmarried", does="deals with proof", asks="what proof")
    other = beside(blind, label="regressive", policy=policy)
    assert told(annotation, other) == (
        "No standard amendment fits this clause. It deals with proof. For policy to decide: what "
        "proof."
    )


def test_the_matters_that_are_distinctions_are_in_the_table() -> None:
    assert load_matters().keys() >= DISTINGUISHING


def test_what_answers_a_part_is_named(annotation: Annotation, blind: Finding) -> None:
    issues = (IssueScore(issue="redress", score=0.9, met_by="10(2)"),)
    assert (
        told(annotation, beside(blind, issues=issues))
        == f"{NONE} Section 10(2) answers a part of it."
    )


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
    sentence = "No amendment of this clause: the new section 10A, at the end, would serve it."
    assert told(annotation, beside(blind), gaps=(gap,)) == sentence
    assert told(annotation, beside(blind), gaps=(replace(gap, number=""),)) == NONE
    narrow = mended(
        blind, adds=True, issue="redress", edits=(Edit(start=9, end=9, text="in subsection (1)"),)
    )
    assert told(annotation, narrow, beside(blind, narrow), gaps=(gap,)) == sentence
    lacking = replace(annotation, gaps=(gap,))
    assert told(lacking, beside(blind)) == (
        "No amendment fits the words of this clause. It wants a rule: records are kept."
    )


def test_a_clause_that_is_cited_as_one_that_is_repealed_points_there(
    annotation: Annotation, blind: Finding
) -> None:
    start, end = blind.clause.start, blind.clause.end
    whole = (Edit(start=start, end=end, text=""),)
    struck = mended(blind, operation="delete", adds=False, edits=whole)
    repealed = replace(struck, label="regressive")
    other = beside(blind, label="regressive")
    other = replace(other, clause=replace(other.clause, number="10(1)"))
    sentence = "See the amendment at section 10(1), which is for all that bears this number."
    assert told(annotation, repealed, other) == sentence
    words = (Edit(start=start, end=start + 9, text=""),)
    assert told(annotation, mended(repealed, edits=words), other).startswith("No standard")


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
        "The amendment at section 10(1) is on the same matter and speaks of that clause alone: it "
        "could name this one too."
    )
    assert told(annotation, added, beside(blind, added)) == (sentence if alone else SEE)


def test_a_subsection_may_be_a_letter(annotation: Annotation, blind: Finding) -> None:
    lettered = replace(blind, clause=replace(blind.clause, number="10(a)"))
    for words, alone in (("(d) Under subsection (a) it.", True), ("(d) This section.", False)):
        added = mended(lettered, adds=True, edits=(Edit(start=9, end=9, text=words),))
        assert ("of that clause alone" in told(annotation, added, beside(blind, added))) == alone


def test_of_two_amendments_the_one_for_the_whole_section_is_named(
    annotation: Annotation, blind: Finding
) -> None:
    narrow = replace(
        mended(blind, adds=True, edits=(Edit(start=9, end=9, text="under subsection (3)"),)),
        clause=replace(blind.clause, eid="sec_10__subsec_3", number="10(3)"),
    )
    whole = mended(blind, adds=True)
    assert told(annotation, narrow, whole, beside(blind, narrow, whole)) == SEE


def test_a_definition_is_called_one(annotation: Annotation, blind: Finding) -> None:
    other = beside(blind)
    other = replace(other, clause=replace(other.clause, kind="definition"))
    assert "fits this definition." in told(annotation, other)


def test_what_is_met_or_amended_or_neutral_says_nothing(
    annotation: Annotation, blind: Finding
) -> None:
    assert not told(annotation, blind)
    assert not told(annotation, beside(blind, met=True))
    assert not told(annotation, beside(blind, label="neutral"))


def test_what_speaks_for_the_law_is_pointed_to_from_another_section(
    annotation: Annotation, blind: Finding
) -> None:
    whole = mended(blind, adds=True, for_law=True)
    clause = replace(blind.clause, eid="sec_90", number="90")
    assert told(annotation, whole, beside(blind, whole, clause=clause)) == (
        "See the amendment at section 10(1), which is for the whole law."
    )


def test_a_doubtful_clause_says_so_and_is_sent_nowhere(
    annotation: Annotation, blind: Finding
) -> None:
    added = mended(blind, adds=True)
    doubtful = replace(POLICY, doubtful=True)
    assert told(annotation, added, beside(blind, added, policy=doubtful)) == (
        "No words are proposed: it is doubtful that this clause passes over gender. "
        "It deals with hearings. If gender bears on it, ask: by whom."
    )


@pytest.mark.parametrize(
    ("policy", "rest"),
    [
        (None, f" If it does discriminate, the point is: {SAY.DISTINCTION}."),
        (
            replace(POLICY, asks="Wives are spouses.", doubtful=True),
            " It deals with hearings. If it does discriminate, the point is: wives are spouses.",
        ),
    ],
)
def test_what_may_not_discriminate_is_to_be_read_first(
    annotation: Annotation, blind: Finding, policy: Policy | None, rest: str
) -> None:
    charged = beside(blind, label="regressive", review=True, policy=policy)
    first = "No words are proposed: it is doubtful that this clause discriminates; read it first."
    assert told(annotation, charged) == first + rest
