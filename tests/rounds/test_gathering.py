"""From annotated laws to the clauses of a round."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from annotator.decisions import Decision, clause_hash
from annotator.errors import RoundError
from annotator.published import PublishedLaw
from annotator.rounds.gathering import gather, taken
from annotator.rounds.manifest import Round
from annotator.rounds.request import RoundRequest
from annotator.rounds.selection import Shares
from annotator.schema import Annotation, Clause, Evidence, Finding, Law, Model, Scorecard
from tests.rounds.conftest import a_round

TEXTS = (
    "An officer may search any person at a border post.",
    "A fee is payable for a permit of residence.",
    "Short one.",
    "The Minister may make rules on the treatment of persons.",
)
REQUEST = RoundRequest(
    name="G", size=10, annotators=("ana", "ben"), overlap=1.0, shares=Shares(random=1), seed=7
)
PUBLISHED = PublishedLaw(
    law="X-1", title="Ports Act", jurisdiction="XX", url="https://laws.example/x", file="x.txt",
    sha256="f" * 64, licence="public",
)  # fmt: skip


def law(*texts: str, sha256: str = "f" * 64) -> Annotation:
    findings = tuple(
        Finding(
            clause=Clause(
                eid=f"sec_{number}", number=str(number), heading="Powers", path=("Part 1",),
                lead_in="", text=text, start=0, end=len(text),
            ),
            label="neutral",
            confidence=0.8,
            scores={"neutral": 0.8, "blind": 0.2},
        )
        for number, text in enumerate(texts, 1)
    )  # fmt: skip
    return Annotation(
        law=Law(title="Ports Act", source="x.txt", sha256=sha256, language="en", format="text"),
        model=Model(name="gender_clause", version="0.1.0"),
        findings=findings,
        scorecard=Scorecard(clauses=len(texts), labels={}, issues={}, review=0),
    )


def embed(clauses):
    return np.eye(len(clauses), 8, dtype=np.float32)


def gathered(*laws: Annotation, decided=(), **changed):
    return found(*laws, decided=decided, **changed).clauses


def found(*laws: Annotation, decided=(), **changed):
    return gather(laws, REQUEST, embed=embed, published=[PUBLISHED], decided=decided, **changed)


def test_a_clause_knows_its_law_its_place_and_its_neighbours():
    first, second, last = gathered(law(*TEXTS))
    assert [one.id for one in (first, second, last)] == ["G-0001", "G-0002", "G-0003"]
    assert (first.law, first.title, first.number, first.path) == (
        "X-1", "Ports Act", "1", ("Part 1",))  # fmt: skip
    assert (first.before, first.after) == ("", TEXTS[1])
    assert (second.before, second.after) == (TEXTS[0], TEXTS[2])
    assert last.after == ""
    assert first.sha256 == clause_hash(TEXTS[0])
    assert first.members == ("ana", "ben")
    assert first.suggestion.label == "neutral"


def test_a_clause_keeps_the_words_that_the_classifier_went_by():
    whole = law(TEXTS[0])
    (finding,) = whole.findings
    clause = msgspec.structs.replace(finding.clause, start=100, end=100 + len(TEXTS[0]))
    marked = msgspec.structs.replace(
        finding, clause=clause, evidence=(Evidence(start=115, end=121, weight=1.0),)
    )
    (one,) = gathered(msgspec.structs.replace(whole, findings=(marked,)))
    assert [one.text[start:end] for start, end in one.evidence] == ["search"]


def test_a_clause_knows_its_laws_country_who_judges_it_and_the_classifiers_doubt():
    whole = law(*TEXTS)
    whole = msgspec.structs.replace(
        whole,
        law=msgspec.structs.replace(whole.law, jurisdiction="KE"),
        findings=tuple(msgspec.structs.replace(one, review=True) for one in whole.findings),
    )
    request = msgspec.structs.replace(
        REQUEST, annotators=("ana", "ben", "cleo"), overlap=0.0, votes=2
    )
    clauses = gather([whole], request, embed=embed, published=[], decided=[]).clauses
    assert {one.country for one in clauses} == {"KE"}
    assert {len(one.members) for one in clauses} == {2}
    assert all(one.suggestion.review for one in clauses)


def test_a_law_that_is_not_published_has_no_name():
    assert {clause.law for clause in gathered(law(*TEXTS, sha256="0" * 64))} == {""}


def test_what_is_decided_or_taken_is_never_chosen():
    decision = Decision(law="X-1", number="1", sha256=clause_hash(TEXTS[0]), label="blind")
    left = gathered(
        law(*TEXTS), decided=[decision], taken=frozenset({clause_hash(TEXTS[1] + "  ")})
    )
    assert [clause.text for clause in left] == [TEXTS[3]]
    with pytest.raises(RoundError, match="Every clause of these laws is decided"):
        gathered(law(TEXTS[0], TEXTS[2]), decided=[decision])


def test_the_same_words_in_two_laws_are_judged_once():
    assert len(gathered(law(*TEXTS), law(*TEXTS, sha256="1" * 64))) == 3


def test_what_cannot_be_chosen_is_counted_by_the_reason():
    known = frozenset({clause_hash(TEXTS[1])})
    laws = (law(*TEXTS), law(TEXTS[0], sha256="1" * 64))
    assert found(*laws, taken=known).left_out == {
        "are decided already or in another open round": 1,
        "have fewer than 5 words": 1,
        "repeat another": 1,
    }


def test_clauses_of_other_open_rounds_and_of_the_corpora_are_taken(store, tmp_path):
    clauses = gathered(law(*TEXTS))
    open_: Round = store.write(a_round("Open", clauses[:1], key="o"))
    for state in ("closed", "deleted"):
        over = a_round(state, clauses[1:2], key="c")
        store.write(msgspec.structs.replace(over, state=state))
    corpora = tmp_path / "corpora"
    (corpora / "clauses").mkdir(parents=True)
    (corpora / "clauses" / "a.jsonl").write_bytes(
        msgspec.json.encode({"text": TEXTS[3], "label": "neutral"}) + b"\n"
    )
    found = taken(store, corpora, but="G")
    assert found == {open_.clauses[0].sha256, clause_hash(TEXTS[3])}
    assert taken(store, corpora, but="Open") == {clause_hash(TEXTS[3])}
