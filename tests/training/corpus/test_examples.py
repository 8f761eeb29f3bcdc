"""Labelled clauses and their splits."""

import msgspec
import pytest

from annotator.errors import CorpusError
from annotator.training.corpus.examples import (
    Example,
    of_split,
    read_examples,
    split_of,
    unique,
    write_examples,
)


def test_a_country_is_in_one_split_whole():
    assert split_of("ZW-1979-immigration-act", "ZW") == "test"
    assert split_of("SG-2007-passports-act", "SG") == "dev"
    assert split_of("a law of which nobody has heard", "PK") == "test"
    assert split_of("IE-2004-act-1", "IE") == "train"
    assert split_of("I-2.5", "CA") == "train"


def test_some_laws_of_a_country_that_trains_are_measured_apart():
    assert split_of("C-1.4", "CA") == "familiar"


def test_a_tradition_is_in_one_split_whole():
    assert split_of("", tradition="treaty-compact") == "test"
    assert split_of("", tradition="ministerial-regulation-strategy") == "dev"
    assert split_of("", tradition="commonwealth-statute") == "train"


def test_examples_come_back_from_disk_as_they_were(tmp_path):
    examples = [
        Example(text="A “clause”.", label="blind", issues=("family",), law="I-2.5"),
        Example(text="Another.", label="neutral", tradition="treaty-compact", heading="H"),
    ]
    write_examples(tmp_path / "work" / "examples.jsonl", examples)
    assert read_examples(tmp_path / "work" / "examples.jsonl") == examples


def test_a_clause_of_a_law_that_heads_its_parts_only_is_read_with_the_innermost_as_at_work():
    example = Example(text="A person may be held.", label="blind", path=("Act", "Detention"))
    headed = Example(text=example.text, label="blind", heading="Detention")
    assert example.line == headed.line


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ({"text": "x", "label": "sexist"}, "no labelled clause"),
        ({"text": "x", "label": "blind", "issues": ["dragons"]}, "dragons"),
        ({"text": "x", "label": "neutral", "issues": ["family"]}, "neutral and yet"),
    ],
)
def test_a_broken_line_is_named(tmp_path, row, complaint):
    path = tmp_path / "clauses.jsonl"
    path.write_bytes(b"\n" + msgspec.json.encode(row))
    with pytest.raises(CorpusError, match=rf"line 2.*{complaint}"):
        read_examples(path)


def test_clauses_that_read_alike_count_once_in_a_split():
    first = Example(text="Under section 3.", label="neutral", law="I-2.5")
    alike = Example(text="Under section 4.", label="neutral", law="SOR-2002-227")
    elsewhere = Example(text="Under section 4.", label="neutral", law="X-1", country="ZW")
    assert unique([first, alike, elsewhere]) == [first, elsewhere]
    assert of_split([first, elsewhere], "test") == [elsewhere]
