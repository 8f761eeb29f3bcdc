"""A law of Articles all the way: cut, amended, seen whole and printed in its own style.

`articles.txt` is the report as it must look; UPDATE_GOLDEN=1 rewrites it. Labels are set by hand.
"""

import os
from io import BytesIO
from pathlib import Path

import pytest
import spacy

import annotator.tokenizer  # noqa: F401 -- registers the tokenizer where no entry point does
from annotator.bindings.standing import load_standing
from annotator.doc_to_annotation import annotation
from annotator.overview import overview
from annotator.proposer import AmendmentProposer
from annotator.request import View
from annotator.schema import IssueScore, Source
from annotator.writers.terminal import write

GOLDEN = Path(__file__).with_name("articles.txt")

LAW = """LAW ON FOREIGNERS

Article 1
Detention

1. A border guard may detain a foreigner who has no document in a detention centre.
2. The Agency must keep a register of detention.

Article 2
Detention before removal

A border guard may detain a foreigner who is to be removed in a detention centre.

Article 3
Detention for offences

A border guard may detain a foreigner who commits an offence in a detention centre.

Article 4
Detention for work

A border guard may detain a foreigner who works without a permit in a detention centre.
"""
BLIND = {"1(1)", "2", "3", "4"}


@pytest.fixture(scope="module")
def report() -> str:
    tokenizer = {"@tokenizers": "annotator.LegalTokenizer.v1"}
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": tokenizer}})
    nlp.add_pipe("clause_segmenter")
    doc = nlp(LAW)
    spans = list(doc.spans["clauses"])
    # These are the classifier's, which is not asked here.
    for extension in ("scores", "confidence", "review", "issues", "evidence"):
        if not spans[0].has_extension(extension):
            spans[0].set_extension(extension, default=None)
    for span in spans:
        blind = span._.clause.number in BLIND
        span.label_ = "blind" if blind else "neutral"
        span._.scores, span._.confidence, span._.review = {span.label_: 0.9}, 0.9, False
        span._.issues = (IssueScore(issue="detention", score=0.9),) if blind else ()
        span._.evidence = ()
    doc.spans["clauses"] = spans
    proposer = AmendmentProposer()
    source = Source(text=LAW, name="law.txt", title="LAW ON FOREIGNERS", format="txt", sha256="00")
    found = annotation(proposer(doc), source, {"lang": "en", "name": "by_hand", "version": "1"})
    standing = load_standing(proposer.library.instruments)
    out = BytesIO()
    write(overview(found, LAW, proposer.library, standing), source, out, View())
    return out.getvalue().decode()


def test_the_report_on_a_law_of_articles_looks_as_it_should(report: str) -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(report, encoding="utf-8")
    assert report == GOLDEN.read_text(encoding="utf-8")


def test_a_new_article_is_introduced_as_its_instruction_introduces_it(report: str) -> None:
    opening = "After Article 3, the following Article is inserted:\n"
    assert f"{opening}        {{+Article 3a+}}\n" in report
    assert " insert:" not in report
