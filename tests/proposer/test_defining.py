"""No amendment defines a word by itself."""

import pytest

from annotator.library import load_library
from annotator.library.model import Form, Replacement, Template
from annotator.proposer.choosing import propose
from annotator.proposer.defining import uses
from annotator.proposer.fitting import Flagged
from annotator.reading import Reading
from annotator.schema import ISSUES, Proposal
from annotator.segmenter import segment
from tests.proposer.laws import clauses_of, library_of, template

SHIPPED = load_library()
DEFINITIONS = [
    ("spouse", "a husband or wife, whose marriage is registered in the State or abroad"),
    ("spouse", "the husband or wife of a settler"),
    ("spouse", "a husband or wife"),
    ("spouse", "his wife or wives"),
    ("spouse", "the wife of a settler or his widow"),
    ("partner", "a man and a woman who live together as husband and wife"),
    ("parent", "the father of a child, or if there is no father, the mother"),
    ("person", "a man who is of full age"),
    ("dependant", "the wife of a settler, his children under eighteen and his mother"),
]


def proposals(term: str, says: str, *more: Template) -> list[tuple[str, Proposal]]:
    """What is proposed of a definition, as blind and as regressive, with the definition."""
    law = f"2. In this Act\u2014\n\u201c{term}\u201d means {says};\n"
    library = library_of(*more) if more else SHIPPED
    clauses = clauses_of(law)
    reading = Reading.of(law, clauses, segment(law).provisions, library)
    flagged = [Flagged(one, label, ISSUES) for one in clauses for label in ("blind", "regressive")]
    made = propose(reading, flagged, library, limit=0)
    return [
        (one.clause.text, fit.proposal)
        for one, fits in zip(flagged, made, strict=True)
        for fit in fits
        if one.clause.kind == "definition" and fit.proposal.operation != "insert_subsection"
    ]


@pytest.mark.parametrize(("term", "says"), DEFINITIONS)
def test_no_word_is_defined_by_itself(term: str, says: str) -> None:
    for text, proposal in proposals(term, says):
        assert uses(term, proposal.amended) <= uses(term, text), proposal


def test_the_words_of_any_template_that_would_do_so_are_not_proposed() -> None:
    circular = template(
        "any",
        labels=("regressive",),
        issues=("family",),
        forms=(
            Form(
                operation="replace_term",
                replace=(Replacement(from_=r"\bhusband or wife\b", to="spouse of any sex"),),
            ),
        ),
    )
    assert not proposals("spouse", "a husband or wife", circular)
    ((_, made),) = proposals("dependant", "a husband or wife", circular)
    assert "means a spouse of any sex" in made.amended


def test_every_template_keeps_its_own_definitions_from_it() -> None:
    for one in SHIPPED.templates:
        for example in one.examples:
            if "\u201c" in example.number:
                term = example.number.partition("\u201c")[2].strip("\u201d ")
                assert uses(term, example.after) <= uses(term, example.text), one.id
