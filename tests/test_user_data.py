"""Structs in a Doc's user data: they come back as they were, and only they are made of bytes."""

import gc

import msgspec
import pytest
import spacy
import srsly
from spacy.tokens import Doc, DocBin, Span

from annotator import schema
from annotator.schema import Citation, Clause, Edit, IssueScore, Proposal
from annotator.user_data import KEY, declare

CLAUSE = Clause(
    eid="sec_1",
    number="1",
    heading="Search",
    path=("Part 1",),
    lead_in="",
    text="x",
    start=0,
    end=1,
)
PROPOSAL = Proposal(
    template="search",
    issue="search",
    operation="insert",
    edits=(Edit(start=0, end=0, text="“a”"),),
    amended="",
    instruction="",
    reason="",
    citations=(Citation(instrument="CEDAW", at="2", kind="treaty", binding=True, verified=False),),
)


class Stranger(schema.Struct, frozen=True):
    """A struct that is none of the schema's."""

    value: int


def through(value: object) -> object:
    return srsly.msgpack_loads(srsly.msgpack_dumps(value), use_list=False)


@pytest.mark.parametrize("value", [CLAUSE, PROPOSAL, (CLAUSE, PROPOSAL), {"one": CLAUSE}, ()])
def test_structs_come_back_as_they_were(value: object) -> None:
    assert through(value) == value


def test_what_is_inside_a_struct_keeps_its_types() -> None:
    back = through(PROPOSAL)
    assert isinstance(back, Proposal)
    assert isinstance(back.edits, tuple)
    assert isinstance(back.edits[0], Edit)
    assert isinstance(back.citations[0], Citation)


def test_other_values_are_left_to_others() -> None:
    assert through({"a": [1, "b"]}) == {"a": (1, "b")}
    with pytest.raises(TypeError):
        srsly.msgpack_dumps(Stranger(value=1))
    with pytest.raises(TypeError):
        srsly.msgpack_dumps(object())


@pytest.mark.parametrize(
    "foreign",
    [
        {KEY: "Stranger", "value": 1},
        {KEY: "Struct"},
        {KEY: "os.system", "command": "true"},
        {KEY: ["Clause"]},
        {KEY: "Edit", "start": "0", "end": 0, "text": ""},
        {KEY: "Edit", "start": 0},
    ],
)
def test_only_sound_structs_of_the_schema_are_made(foreign: dict[str, object]) -> None:
    data = msgspec.msgpack.encode(foreign)
    with pytest.raises(ValueError, match=r"schema|Expected|missing"):
        srsly.msgpack_loads(data)
    assert gc.isenabled()


def annotated() -> Doc:
    doc = spacy.blank("en")("A search of women")
    declare(Span, clause=None, issues=())
    doc[0:2]._.clause = CLAUSE
    doc[0:2]._.issues = (IssueScore(issue="search", score=0.9, met_by="2"),)
    doc.spans["clauses"] = [doc[0:2]]
    return doc


def test_a_doc_is_bytes_and_a_doc_again() -> None:
    doc = annotated()
    back = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert back[0:2]._.clause == CLAUSE
    # spaCy has lists for tuples here, whatever they hold.
    assert tuple(back[0:2]._.issues) == doc[0:2]._.issues


def test_a_doc_bin_keeps_what_was_said_of_its_docs() -> None:
    doc = annotated()
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (back,) = DocBin().from_bytes(stored).get_docs(spacy.blank("en").vocab)
    assert back.user_data == doc.user_data
    assert back.spans["clauses"][0]._.clause == CLAUSE


def test_json_of_a_doc_holds_structs_as_objects() -> None:
    data = srsly.json_loads(srsly.json_dumps(annotated().to_json(underscore=["clause", "issues"])))
    (clause,) = data["underscore_span"]["clause"]
    (issues,) = data["underscore_span"]["issues"]
    assert clause["value"] == msgspec.to_builtins(CLAUSE) | {"path": ["Part 1"]}
    assert issues["value"] == [{"issue": "search", "score": 0.9, "met_by": "2"}]


def test_what_somebody_has_declared_stays_declared() -> None:
    declare(Doc, declared_once=1)
    declare(Doc, declared_once=2)
    assert spacy.blank("en")("x")._.declared_once == 1
    Doc.remove_extension("declared_once")
