"""The laws that the bench makes up."""

from annotator.measuring.speed import as_law, mixed
from annotator.segmenter import segment
from annotator.training.corpus.examples import Example


def test_each_example_is_a_clause_of_the_law():
    examples = [
        Example(text="An officer may search a person.", label="blind", heading="Search"),
        Example(text="The Minister may make forms.", label="neutral", heading="Forms"),
        Example(text="A fee is payable.", label="neutral"),
    ]
    clauses = segment(as_law(examples)).clauses
    assert [clause.number for clause in clauses] == ["1", "2", "3"]
    assert [clause.text for clause in clauses] == [example.text for example in examples]
    assert clauses[0].heading == "Search"


def test_one_clause_in_five_is_flagged_as_in_real_laws():
    examples = [
        Example(text="A person may be held.", label="blind"),
        Example(text="A fee is payable.", label="neutral"),
        Example(text="Forms may be made.", label="neutral"),
    ]
    labels = [example.label for example in mixed(examples, 50)]
    assert len(labels) == 50
    assert labels.count("blind") == 10
