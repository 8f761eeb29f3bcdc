"""What a round taught, and the round that is asked by it."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

pytest.importorskip("sklearn", reason="needs the extra `rounds`")

from annotator.errors import RoundError, UsageError
from annotator.rounds.following import learn, next_name, next_request, said_of
from annotator.rounds.learning import Learning, lessons, measure_learning
from annotator.rounds.light import Lessons
from annotator.rounds.manifest import Asked, Gold
from annotator.rounds.planning import plan
from annotator.rounds.selection import Shares
from annotator.rounds.votes import Pulled
from annotator.schema import LABELS
from tests.rounds.conftest import MEMBERS, a_round, clause
from tests.rounds.test_deciding import AT, everybody, said
from tests.rounds.test_gathering import REQUEST, law
from tests.rounds.test_light import UNSURE, some


class Unsure:
    """A classifier to which all clauses look the same."""

    def embed(self, clauses):
        return np.ones((len(clauses), 4), dtype=np.float32)

    def look(self, clauses):
        return [dict(UNSURE)] * len(clauses), self.embed(clauses)


FEE, SEARCH = "A fee is payable for permit number {}.", "An officer may search person number {}."


def kept(store, name, numbers, after=""):
    """A round in which all say that fees are neutral and searches blind."""
    clauses = tuple(
        clause(n, text=(SEARCH if n % 2 else FEE).format(n), chosen="uncertain") for n in numbers
    )
    round_ = msgspec.structs.replace(a_round(name, clauses, key=name), after=after)
    votes = [
        vote
        for n in numbers
        for vote in everybody(n, *(("blind", "search") if n % 2 else ("neutral",)))
    ]
    store.write_votes(store.write(round_).name, Pulled(at=AT, votes=tuple(votes)))
    return round_


def test_it_learns_from_a_round_and_from_those_before_it(store):
    kept(store, "N", range(1, 13))
    round_ = kept(store, "N.2", range(21, 31), after="N")
    taught = learn(store, round_, Unsure())
    assert taught.clauses == 22
    assert taught.learnt.after == "N.2"
    assert taught.learnt.labelled == {("blind", "search"): 11, ("neutral", ""): 11}
    texts = [SEARCH.format(99), FEE.format(99)]
    findings = law(*texts).findings
    thought = taught.learnt.opinion(findings, np.ones((2, 4), dtype=np.float32))
    assert [one.label for one in thought] == ["blind", "neutral"]
    assert thought[1].scores["neutral"] > findings[1].scores["neutral"]
    assert list(said_of(taught))[-1] == "What more labels bring is not measured on fewer than 40."


def test_too_few_teach_nothing(store):
    round_ = kept(store, "N", range(1, 5))
    with pytest.raises(RoundError, match=r"Of round N 4 clauses are judged.*fewer than 10"):
        learn(store, round_, Unsure())


def test_what_divides_teaches_by_its_votes_the_adjudicator_by_their_word_and_gold_nothing(store):
    round_ = a_round("N", (clause(1), clause(2), clause(3, gold=Gold("neutral"))), key="n")
    votes = (
        said(1, "ana", "neutral"),
        said(1, "ben", "blind", "search"),
        *everybody(2, "neutral"),
        *everybody(3, "neutral"),
    )
    one, two = lessons(round_, Pulled(at=AT, votes=votes))
    assert dict(zip(LABELS, one.said, strict=True))["blind"] == 0.5
    assert two.said == (0, 0, 0, 1)
    word = Pulled(at=AT, votes=votes, adjudicated=(said(1, "dora", "blind", "search"),))
    assert lessons(round_, word)[0].said == (0, 1, 0, 0)


def test_the_next_round_asks_what_it_is_least_sure_of(store, tmp_path):
    """The classifier is as sure of one as of the other; members have not spoken of Ministers."""
    round_ = kept(store, "N", range(1, 31))
    taught = learn(store, round_, Unsure())
    texts = [(SEARCH if n % 2 else FEE).format(n) for n in range(40, 60)]
    texts.append("The Minister may make rules on whatever seems fit.")
    laws = [law(*texts)]
    unsure = tuple(
        msgspec.structs.replace(one, scores=dict(UNSURE), confidence=0.4)
        for one in laws[0].findings
    )
    laws = [msgspec.structs.replace(laws[0], findings=unsure)]
    request = msgspec.structs.replace(REQUEST, name="N.2", size=1, shares=Shares(0, 1, 0))
    new = plan(
        store, laws, request, embed=Unsure().embed,
        corpora=tmp_path, url="", assisted=False, learnt=taught.learnt,
    )  # fmt: skip
    assert [one.text for one in new.clauses] == [texts[-1]]
    assert new.after == "N"
    # What was suggested stays the classifier's word, which agreement is measured by.
    assert new.clauses[0].suggestion.label == "neutral"


@pytest.mark.parametrize(
    ("gain", "verdict"),
    [
        ((0.03, 0.01, 0.05), "pays"),
        ((0.01, -0.02, 0.04), "cannot be told"),
        ((0.001, -0.004, 0.006), "pays no more"),
        ((0.0, 0.0, 0.0), "pays no more"),
    ],
)
def test_what_the_last_batch_brought_says_whether_more_pay(gain, verdict):
    found = Learning(clauses=99, batch=20, classifier=0.9, light=0.9, before=0.9, gain=gain)
    assert found.verdict == verdict


def test_few_clauses_prove_nothing_though_none_changes_sides():
    clauses, gold = some(40)
    few = measure_learning(Lessons(clauses, gold), 10, seed=7)
    assert few.light == 1
    assert few.verdict == "cannot be told"
    clauses, gold = some(400)
    assert measure_learning(Lessons(clauses, gold), 20, seed=7).verdict == "pays no more"


def test_it_is_asked_for_as_the_one_before_unless_told_otherwise():
    asked = Asked(size=50, at_random=0.3, laws=(), left_out={})
    round_ = msgspec.structs.replace(a_round("N", (clause(1),), key="n"), asked=asked)
    request = next_request(round_, "N.2", size=None, annotators=(), gold=0)
    assert (request.name, request.size, request.annotators) == ("N.2", 50, MEMBERS)
    assert (request.shares.random, request.overlap, request.seed) == (0.3, 1, 7)
    other = next_request(round_, "X", size=9, annotators=("ana",), gold=4)
    assert (other.size, other.annotators, other.gold) == (9, ("ana",), 4)
    with pytest.raises(UsageError, match="opened by an earlier version"):
        next_request(
            msgspec.structs.replace(round_, asked=None), "X", size=9, annotators=(), gold=0
        )


def test_the_next_keeps_how_many_judge_a_clause_and_of_which_country_they_are():
    asked = Asked(size=50, at_random=0.3, laws=(), left_out={})
    countries = {"ana": "KE", "ben": "KE", "cleo": "TN"}
    before = msgspec.structs.replace(
        a_round("N", (clause(1, ("ana", "ben")),), key="n"),
        asked=asked, overlap=0.25, votes=2, countries=countries,
    )  # fmt: skip
    request = next_request(before, "N.2", size=None, annotators=(), gold=0)
    assert (request.overlap, request.votes, request.countries) == (0.25, 2, countries)
    alone = next_request(before, "N.2", size=None, annotators=("cleo",), gold=0)
    assert (alone.votes, alone.countries) == (1, {"cleo": "TN"})


def test_names_go_on():
    assert next_name("2026-12") == "2026-12.2"
    assert next_name("v1.0.9") == "v1.0.10"
    assert next_name("a.b") == "a.b.2"
