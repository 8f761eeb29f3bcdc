"""The spaCy component: proposals on the spans that need them, and on no others."""

import pickle

import pytest
import spacy
from spacy.tokens import Doc, DocBin

import annotator.tokenizer  # noqa: F401 -- registers the tokenizer where no entry point does
from annotator.lang import language
from annotator.lang.doubt_phrases import warning_of
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


def labelled(nlp, law: str = LAW, **labels) -> Doc:
    """The law, each clause neutral but for those given as ``s1=("blind", [issues])``."""
    doc = nlp(law)
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


def test_a_long_law_on_another_matter_gets_a_warning_and_no_words_for_what_is_blind(nlp) -> None:
    books = "".join(f"{n}. A clerk shall keep the books of the Court.\n" for n in range(8, 300))
    search = IssueScore(issue="search", score=0.9)
    blind = AmendmentProposer()(labelled(nlp, LAW + books, s1=("blind", [search])))
    assert not any(templates(blind))
    assert "hardly speaks of migration" in blind._.warnings[-1].what
    # that its words were not learnt from is said by the same warning
    say = language("en").doubts
    twice = labelled(nlp, LAW + books, s1=("blind", [search]))
    twice._.warnings = (warning_of(twice.text, say.unfamiliar(40), say),)
    assert len(AmendmentProposer()(twice)._.warnings) == 1
    ours = LAW + books + "300. Aliens, refugees and migrants shall be given visas and passports.\n"
    assert templates(AmendmentProposer()(labelled(nlp, ours, s1=("blind", [search]))))[0]


#: Clauses that discriminate, of every way in which one is mended: with the issue that each raises.
CHARGED = (
    ("family", "The wife of a settler may be granted a pass."),
    ("family", "A woman shall not leave the islands."),
    ("nationality", "Any person whose father was born here may be registered as a citizen."),
    ("labour", "A male guest may work; a female guest may work with the leave of the Warden."),
    ("children", "The mother shall decide for the child whether it is registered."),
    ("removal", "No entry is given to paupers, prostitutes, and persons under an order."),
    ("health", "A settler who is pregnant shall not be issued with a pass."),
)


@pytest.mark.parametrize(("issue", "sentence"), CHARGED)
def test_what_may_be_charged_falsely_keeps_its_words(nlp, issue: str, sentence: str) -> None:
    charged = ("regressive", [IssueScore(issue=issue, score=0.9)])
    for review in (False, True):
        doc = labelled(nlp, f"7. (1) {sentence}\n(2) A fee is due.\n", s1=charged)
        doc.spans["clauses"][0]._.review = review
        first, *_ = templates(AmendmentProposer(max_proposals=0)(doc))
        assert bool(first) is not review


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


def test_it_reads_the_span_group_that_it_is_given(nlp) -> None:
    doc = labelled(nlp, s1=("blind", [IssueScore(issue="search", score=0.9)]))
    doc.spans["mine"] = [doc.spans["clauses"][0]]
    AmendmentProposer(spans_key="mine")(doc)
    assert doc.spans["mine"][0]._.proposals


def test_its_settings_come_back_with_the_bytes_of_a_pipeline() -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("amendment_proposer", config={"max_proposals": 2, "spans_key": "mine"})
    again = spacy.blank("en").from_config(pipeline.config).from_bytes(pipeline.to_bytes())
    proposer = again.get_pipe("amendment_proposer")
    assert (proposer.max_proposals, proposer.spans_key) == (2, "mine")


def test_it_is_pickled_with_a_countrys_library_and_proposes_the_same(nlp, tmp_path) -> None:
    (tmp_path / "terms.yaml").write_text("officer: constable\n", encoding="utf-8")
    proposer = AmendmentProposer(library=str(tmp_path))
    flagged = ("blind", [IssueScore(issue="search", score=0.9)])
    before = proposer(labelled(nlp, s1=flagged))
    (tmp_path / "terms.yaml").unlink()
    again = pickle.loads(pickle.dumps(proposer))
    after = again(labelled(nlp, s1=flagged))
    assert templates(after)[0]
    for one, other in zip(before.spans["clauses"], after.spans["clauses"], strict=True):
        assert one._.proposals == other._.proposals


def test_proposals_come_back_with_the_doc(nlp) -> None:
    doc = AmendmentProposer()(labelled(nlp, s1=("blind", [IssueScore(issue="search", score=0.9)])))
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (back,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)
    for one, other in zip(doc.spans["clauses"], back.spans["clauses"], strict=True):
        assert one._.proposals == other._.proposals


def test_a_law_that_fails_is_told_to_the_error_handler_and_the_stream_goes_on(nlp) -> None:
    flagged = ("blind", [IssueScore(issue="search", score=0.9)])
    good, bad = labelled(nlp, s1=flagged), labelled(nlp, s1=flagged)
    bad.spans["clauses"][0]._.clause = None
    told = []
    proposer = AmendmentProposer()
    proposer.set_error_handler(lambda *what: told.append(what))
    assert list(proposer.pipe([bad, good])) == [good]
    assert templates(good)[0]
    ((name, pipe, failed, error),) = told
    assert (name, pipe, failed) == ("amendment_proposer", proposer, [bad])
    assert isinstance(error, Exception)


@pytest.mark.parametrize(
    ("label", "confidence", "proposed"),
    [("blind", 0.59, False), ("blind", 0.6, True), ("regressive", 0.55, True)],
)
def test_a_blind_clause_of_which_it_is_not_sure_gets_no_words(
    nlp, label: str, confidence: float, proposed: bool
) -> None:
    text = "7. (1) An officer may search any person. A wife shall follow her husband.\n"
    doc = nlp(text)
    (span,) = spans = list(doc.spans["clauses"])
    span.label_, span._.confidence = label, confidence
    span._.issues = tuple(IssueScore(issue=one, score=0.9) for one in ("search", "family"))
    doc.spans["clauses"] = spans
    AmendmentProposer()(doc)
    assert bool(span._.proposals) == proposed
