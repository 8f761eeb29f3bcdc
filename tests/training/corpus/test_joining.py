"""Labels without text meet the clauses of the law as published."""

import msgspec
import pytest

from annotator.decisions import Decision, Vote, clause_hash, read_decisions
from annotator.errors import CorpusError
from annotator.schema import Clause
from annotator.training.corpus.joining import join


def clause(text, number="1"):
    return Clause(
        eid=f"sec_{number}",
        number=number,
        heading="Duties",
        path=("Part 1",),
        lead_in="",
        text=text,
        start=0,
        end=len(text),
    )


def annotation(text, law="X-1"):
    return Decision(law=law, number="1", sha256=clause_hash(text), label="blind")


def test_white_space_does_not_part_a_label_from_its_clause():
    joined = join([annotation("one two")], lambda law: [clause("one\n  two")], {"X-1": "PK"})
    (example,) = joined.examples
    assert (example.text, example.law, example.label) == ("one\n  two", "X-1", "blind")
    assert example.country == "PK"
    assert (example.heading, example.path) == ("Duties", ("Part 1",))


def test_the_votes_of_the_readers_stay_with_the_clause():
    votes = (Vote(annotator="ana", label="blind"), Vote(annotator="ben", label="neutral"))
    decision = msgspec.structs.replace(annotation("one"), votes=votes)
    (example,) = join([decision], lambda law: [clause("one")], {}).examples
    assert example.votes == votes


def test_a_clause_that_has_changed_is_counted_not_guessed():
    joined = join([annotation("one two")], lambda law: [clause("one two three")], {})
    assert joined.examples == ()
    assert len(joined.unmet) == 1


def test_each_law_is_read_once():
    read = []

    def clauses_of(law):
        read.append(law)
        return [clause("one"), clause("two", "2")]

    join([annotation("one"), annotation("two"), annotation("one", law="Y-2")], clauses_of, {})
    assert read == ["X-1", "Y-2"]


def test_a_broken_line_of_annotations_is_named(tmp_path):
    (tmp_path / "round-1.jsonl").write_text('{"law": "X-1"}\n')
    with pytest.raises(CorpusError, match=r"round-1\.jsonl, line 1"):
        read_decisions(tmp_path)
