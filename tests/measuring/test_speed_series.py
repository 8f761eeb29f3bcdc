"""The laws of one clause that the series makes up."""

from annotator.measuring.speed_series import laws, one_clause
from annotator.segmenter import segment
from annotator.training.corpus.examples import Example

EXAMPLES = [
    Example(text="1. An officer may (a) search any person; or (b) hold the person.", label="blind"),
    Example(text="The Minister, by order of 1998, may make forms.", label="neutral"),
]


def test_a_law_is_one_clause_of_the_length_asked_for() -> None:
    for name, law in laws(EXAMPLES, sizes=(1000, 5000), line=9000):
        (clause,) = segment(law).clauses
        assert clause.number == "1"
        size = {"clause of 1 kB": 1000, "clause of 5 kB": 5000, "line of 0.0 MB": 9000}[name]
        assert size <= len(clause.text.encode()) < size + 200


def test_the_clause_is_set_in_lines_or_in_one() -> None:
    assert max(map(len, one_clause(EXAMPLES, 1000).splitlines())) <= 80
    assert len(one_clause(EXAMPLES, 1000, width=0).splitlines()) == 3
