"""The spaCy component: proposals on the spans that need them, and on no others."""

import pytest
import spacy
from spacy.tokens import Doc

import annotator.tokenizer  # noqa: F401 -- registers the tokenizer where no entry point does
from annotator.proposer import AmendmentProposer
from annotator.schema import IssueScore

LAW = """7. (1) An officer may search any person who lands.
(2) An officer may detain a foreigner.
(3) A fee is due.
"""


@pytest.fixture(scope="module")
def nlp():
    nlp = spacy.blank(
        "en", config={"nlp": {"tokenizer": {"@tokenizers": "annotator.LegalTokenizer.v1"}}}
    )
    nlp.add_pipe("clause_segmenter")
    return nlp


def labelled(nlp, **labels) -> Doc:
    """The law, each clause neutral but for those given as ``s1=("blind", [issues])``."""
    doc = nlp(LAW)
    spans = list(doc.spans["clauses"])
    for place, span in enumerate(spans, 1):
        span.label_, issues = labels.get(f"s{place}", ("neutral", []))
        span._.issues = tuple(issues)
    doc.spans["clauses"] = spans
    return doc


def templates(doc: Doc) -> list[list[str]]:
    return [[p.template for p in span._.proposals] for span in doc.spans["clauses"]]


def test_a_flagged_clause_gets_proposals_and_others_none(nlp) -> None:
    doc = AmendmentProposer()(labelled(nlp, s1=("blind", [IssueScore(issue="search", score=0.9)])))
    first, *others = templates(doc)
    assert first[0] == "search-same-sex-officer"
    assert others == [[], []]


@pytest.mark.parametrize("label", ["responsive", "neutral"])
def test_a_clause_that_needs_no_amending_gets_none(nlp, label: str) -> None:
    doc = AmendmentProposer()(labelled(nlp, s1=(label, [IssueScore(issue="search", score=0.9)])))
    assert templates(doc) == [[], [], []]


def test_what_a_section_lacks_is_proposed_though_another_clause_is_on_the_issue(nlp) -> None:
    met = IssueScore(issue="search", score=0.9, met_by="7(3)")
    first, *others = templates(AmendmentProposer()(labelled(nlp, s1=("blind", [met]))))
    assert first
    assert others == [[], []]


def test_the_surest_issue_comes_first(nlp) -> None:
    scores = [IssueScore(issue="detention", score=0.4), IssueScore(issue="search", score=0.8)]
    doc = AmendmentProposer()(labelled(nlp, s1=("blind", scores)))
    assert doc.spans["clauses"][0]._.proposals[0].issue == "search"


def test_no_more_proposals_than_asked_for(nlp) -> None:
    flagged = ("blind", [IssueScore(issue="search", score=0.9)])
    several = templates(AmendmentProposer()(labelled(nlp, s1=flagged)))[0]
    one = templates(AmendmentProposer(max_proposals=1)(labelled(nlp, s1=flagged)))[0]
    assert 1 < len(several) <= 3
    assert one == several[:1]


def test_a_law_without_flagged_clauses_does_not_read_the_library(nlp) -> None:
    proposer = AmendmentProposer()
    proposer(labelled(nlp))
    assert "library" not in vars(proposer)


def test_a_doc_that_was_never_cut_into_clauses_passes_through(nlp) -> None:
    assert AmendmentProposer()(nlp.make_doc(LAW)).text == LAW


def test_a_stream_is_amended_like_each_of_its_docs(nlp) -> None:
    proposer = AmendmentProposer()
    flagged = ("blind", [IssueScore(issue="search", score=0.9)])
    docs = list(proposer.pipe(labelled(nlp, s1=flagged) for _ in range(2)))
    assert (
        templates(docs[0]) == templates(docs[1]) == templates(proposer(labelled(nlp, s1=flagged)))
    )


def test_the_pipeline_makes_it_saves_it_and_loads_it(nlp, tmp_path) -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("amendment_proposer", config={"max_proposals": 2})
    pipeline.to_disk(tmp_path)
    again = spacy.load(tmp_path).get_pipe("amendment_proposer")
    assert (again.max_proposals, again.spans_key) == (2, "clauses")
