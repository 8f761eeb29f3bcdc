"""The trained component, and laws cut into clauses without the segmenter."""

from pathlib import Path

import pytest
import spacy

from annotator.classifier import ClauseClassifier
from annotator.schema import Clause
from annotator.tokenizer import LegalTokenizer

SHIPPED = Path(__file__).parents[2] / "models" / "en_gender_clause"


@pytest.fixture(scope="session")
def classifier():
    return ClauseClassifier().from_disk(SHIPPED / "clause_classifier")


@pytest.fixture
def make_law():
    """A Doc whose clauses are the texts given, or (text, Clause field) pairs."""
    alive = []  # a span group is of no use once its Doc is gone

    def make(*clauses):
        rows = [clause if isinstance(clause, tuple) else (clause, {}) for clause in clauses]
        doc = LegalTokenizer(spacy.blank("en").vocab)("\n".join(text for text, _ in rows))
        spans, start = [], 0
        for place, (text, fields) in enumerate(rows, 1):
            span = doc.char_span(start, start + len(text))
            span._.clause = Clause(
                **{
                    "eid": f"sec_{place}",
                    "number": str(place),
                    "heading": "",
                    "path": (),
                    "lead_in": "",
                    "text": text,
                    "start": start,
                    "end": start + len(text),
                    **fields,
                }
            )
            spans.append(span)
            start += len(text) + 1
        doc.spans["clauses"] = spans
        alive.append(doc)
        return doc

    return make
