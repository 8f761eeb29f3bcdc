"""The public face, for programs: `annotate`, `load`, `read`."""

import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

import annotator
from annotator import pipeline
from annotator.errors import InputError, ModelError, UsageError
from annotator.schema import FLAGGED, LABELS
from tests.readers.marked import FERRY_ACT

BILL = Path(__file__).parents[1] / "examples" / "border-management-bill.txt"


@pytest.fixture(scope="module")
def annotation() -> annotator.Annotation:
    return annotator.annotate(BILL)


def test_every_clause_has_a_finding_in_the_order_of_the_law(
    annotation: annotator.Annotation,
) -> None:
    starts = [finding.clause.start for finding in annotation.findings]
    assert starts == sorted(starts)
    assert annotation.scorecard.clauses + 1 == len(starts) == 45  # a lead-in is none


def test_every_offset_is_into_the_canonical_text(annotation: annotator.Annotation) -> None:
    text = annotator.read(BILL).text
    for finding in annotation.findings:
        clause = finding.clause
        assert text[clause.start : clause.end] == clause.text
        for mark in finding.evidence:
            assert clause.start <= mark.start < mark.end <= clause.end


@pytest.mark.model
def test_the_amended_clause_is_the_clause_with_its_edits(annotation: annotator.Annotation) -> None:
    text = annotator.read(BILL).text
    proposals = [(f.clause, p) for f in annotation.findings for p in f.proposals]
    assert proposals
    for clause, proposal in proposals:
        amended = text
        for edit in sorted(proposal.edits, key=lambda edit: -edit.start):
            amended = amended[: edit.start] + edit.text + amended[edit.end :]
        if proposal.operation == "insert_subsection":
            assert proposal.amended in amended[clause.start :]
            continue
        grown = len(amended) - len(text)
        assert amended[clause.start : clause.end + grown] == proposal.amended


def test_the_scorecard_counts_the_findings(annotation: annotator.Annotation) -> None:
    card = annotation.scorecard
    for label in LABELS:
        counted = (f for f in annotation.findings if f.clause.kind != "lead_in")
        assert card.labels[label] == sum(f.label == label for f in counted)
    assert sum(card.labels.values()) == card.clauses
    assert all(set(labels) <= set(FLAGGED) for labels in card.issues.values())


@pytest.mark.model
def test_the_sample_bill_shows_every_label(annotation: annotator.Annotation) -> None:
    assert all(annotation.scorecard.labels[label] for label in LABELS)


def test_probabilities_are_probabilities(annotation: annotator.Annotation) -> None:
    for finding in annotation.findings:
        assert finding.confidence == finding.scores[finding.label]
        likelier = [one for one, score in finding.scores.items() if score > finding.confidence]
        assert likelier in ([], ["neutral"])
        assert sum(finding.scores.values()) == pytest.approx(1, abs=0.001)


def test_a_text_is_annotated_as_its_file_is(annotation: annotator.Annotation) -> None:
    from_text = annotator.annotate(BILL.read_text(encoding="utf-8"))
    assert from_text.findings == annotation.findings
    assert from_text.law.title == annotation.law.title


def test_proposals_can_be_left_out() -> None:
    bare = annotator.annotate(BILL, proposals=False)
    assert not any(finding.proposals for finding in bare.findings)


PARTLY_MET = """PORTS ACT

Search

2. (1) An officer may search any person who seeks to leave.
(2) A search under this section shall be made by an officer of the same sex.
(3) An officer may detain a foreigner for thirty days.
(4) A woman who is pregnant shall not be detained under this section.
"""


@pytest.mark.parametrize("law", [BILL, BILL.with_name("foreigners-law.txt"), PARTLY_MET])
def test_what_is_found_does_not_depend_on_whether_amendments_are_asked_for(
    law: Path | str,
) -> None:
    whole, bare = annotator.annotate(law), annotator.annotate(law, proposals=False)
    assert bare.findings == tuple(
        replace(one, proposals=(), likes=(), policy=None) for one in whole.findings
    )
    assert bare.scorecard == whole.scorecard
    assert {gap.need for gap in bare.gaps} == {gap.need for gap in whole.gaps}


def test_progress_is_told_stage_by_stage() -> None:
    told: list[str] = []
    annotator.annotate(BILL, progress=lambda doing, done, of: told.append(doing))
    assert list(dict.fromkeys(told)) == [
        "finding its clauses",
        "classifying them",
        "proposing amendments",
    ]


def test_a_text_without_provisions_is_refused() -> None:
    with pytest.raises(InputError, match="text does not look like legislation"):
        annotator.annotate("Dear Anna,\nthank you for the book.\n")


def test_the_pipeline_is_spacys_and_loaded_once() -> None:
    nlp = annotator.load()
    assert nlp.pipe_names == ["clause_segmenter", "clause_classifier", "amendment_proposer"]
    assert annotator.load() is nlp
    doc = nlp("1. An officer may search any person.\n")
    assert [span.label_ in LABELS for span in doc.spans["clauses"]] == [True]


def test_a_missing_pipeline_is_a_model_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_folders", lambda: iter([Path("/nowhere")]))
    annotator.load.cache_clear()
    try:
        with pytest.raises(ModelError, match="install the program again"):
            annotator.load()
    finally:
        annotator.load.cache_clear()


def test_importing_the_package_is_light() -> None:
    heavy = "{'spacy', 'rich', 'lxml', 'onnxruntime'}"
    code = f"import sys, annotator; print({heavy} & set(sys.modules))"
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert process.stdout == b"set()\n"


def test_the_classifier_says_how_far_it_is() -> None:
    told: list[tuple[int, int]] = []

    def tell(doing: str, done: int, of: int) -> None:
        if doing == "classifying them":
            told.append((done, of))

    annotator.annotate(BILL, progress=tell)
    done = [count for count, of in told if of]
    assert done == sorted(done)
    assert told[-1][0] == told[-1][1] > 1


@pytest.mark.model
def test_a_countrys_own_library_is_read_for_programs_too(tmp_path: Path) -> None:
    (tmp_path / "terms.yaml").write_text("officer: constable\n", encoding="utf-8")
    assert annotator.load(tmp_path).get_pipe("amendment_proposer").library.terms
    law = "1. A person may be searched on landing.\n"
    (finding,) = annotator.annotate(law, library=tmp_path).findings
    assert any("constable" in proposal.amended for proposal in finding.proposals)


def test_every_amendment_that_fits_is_proposed_on_request() -> None:
    best = annotator.annotate(BILL).findings
    every = annotator.annotate(BILL, all_proposals=True).findings
    assert max(len(finding.proposals) for finding in best) <= 3
    for few, all_ in zip(best, every, strict=True):
        assert set(few.proposals) <= set(all_.proposals)
    assert annotator.load(all_proposals=True).get_pipe("amendment_proposer").max_proposals == 0


@pytest.mark.model
def test_a_new_section_stands_where_its_edits_put_it(annotation: annotator.Annotation) -> None:
    text = annotator.read(BILL).text
    gap = next(gap for gap in annotation.gaps if gap.edits)
    (edit,) = gap.edits
    amended = text[: edit.start] + edit.text + text[edit.end :]
    assert f"\n\n{gap.text}\n" in amended
    assert f"{gap.number}." in gap.text


def test_the_country_is_read_where_it_is_plain_and_may_be_given() -> None:
    law = "IMMIGRATION ACT OF MALAWI\n\n1. An officer may search any person.\n2. Fees are due.\n"
    assert annotator.annotate(law).law.jurisdiction == "MW"
    asked = annotator.annotate(law, jurisdiction="Albania").law
    assert (asked.jurisdiction, asked.jurisdiction_ground) == ("AL", None)
    with pytest.raises(UsageError, match="is no country"):
        annotator.annotate(law, jurisdiction="Atlantis")


@pytest.mark.model
def test_without_proposals_nothing_is_worded() -> None:
    bare = annotator.annotate(BILL, proposals=False)
    assert not any(finding.proposals for finding in bare.findings)
    assert bare.gaps
    assert not any(gap.text or gap.edits or gap.instruction for gap in bare.gaps)


def test_the_date_that_a_format_states_is_that_of_the_law() -> None:
    found = annotator.annotate(annotator.read(FERRY_ACT.encode(), name="law.xml"))
    assert found.law.date == "2031-04-05"
