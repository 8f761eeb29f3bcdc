"""From votes to decisions: what divides members, who decides, and what training then reads."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.decisions import Vote, read_decisions
from annotator.errors import OutputError, RoundError
from annotator.rounds import messages as words
from annotator.rounds.adjudicating import _page, adjudicate, of_most
from annotator.rounds.agreeing import measure
from annotator.rounds.closing import close, decide
from annotator.rounds.lacking import lacking
from annotator.rounds.opening import put_up
from annotator.rounds.page import page_of
from annotator.rounds.pulling import pull
from annotator.rounds.reporting import render
from annotator.rounds.votes import Pulled, RawVote, agreed, disagreements, votes_by_clause
from annotator.rounds.weighing import weigh
from annotator.schema import ISSUES, LABELS
from annotator.training.corpus.examples import read_examples
from tests.rounds.conftest import GUIDELINES, MEMBERS, a_round, clause, label, silent

AT = "2026-11-25T09:00:00+00:00"


def said(number: int, annotator: str, *labels: str) -> RawVote:
    return RawVote(clause=f"R-{number:04d}", annotator=annotator, labels=labels)


def everybody(number: int, *labels: str) -> list[RawVote]:
    return [said(number, name, *labels) for name in MEMBERS]


@pytest.fixture
def round_():
    clauses = tuple(clause(number) for number in range(1, 5))
    return a_round("D", clauses, key="d")


@pytest.fixture
def pulled():
    """One agreed, one divided on the label, one on an issue alone, one that lacks a vote."""
    return Pulled(
        at=AT,
        votes=(
            *everybody(1, "neutral"),
            said(2, "ana", "blind", "search"),
            said(2, "ben", "neutral"),
            said(2, "cleo", "blind", "search"),
            said(3, "ana", "blind", "search", "health"),
            said(3, "ben", "blind", "search"),
            said(3, "cleo", "blind", "search"),
            said(4, "ana", "neutral"),
            said(4, "ben", "neutral"),
        ),
    )


def test_an_issue_is_decided_by_most_a_label_only_by_all(round_, pulled):
    assert disagreements(round_, pulled) == ["R-0002"]
    decided = decide(round_, pulled)
    assert decided["R-0001"].label == "neutral"
    assert decided["R-0003"] == Vote(annotator="", label="blind", issues=("search",))
    assert "R-0004" not in decided  # cleo has still to judge it


def test_the_adjudicator_has_the_last_word(round_, pulled):
    last = msgspec.structs.replace(pulled, adjudicated=(said(2, "dora", "neutral"),))
    assert decide(round_, last)["R-0002"] == Vote(annotator="dora", label="neutral")


def test_figures_count_members_against_each_other_the_majority_and_the_classifier(round_, pulled):
    figures = measure(round_, pulled)
    assert (figures.common, figures.votes) == (4, 11)
    pairs = {(pair.first, pair.second): (pair.same, pair.clauses) for pair in figures.pairs}
    assert pairs == {("ana", "ben"): (3, 4), ("ana", "cleo"): (3, 3), ("ben", "cleo"): (2, 3)}
    # Of the others, not of all: nobody is measured against a majority of which they are part.
    others = {pair.first: (pair.same, pair.clauses) for pair in figures.others}
    assert others == {"ana": (2, 2), "ben": (2, 3), "cleo": (2, 2)}
    # The classifier said blind of all four.
    assert {pair.first: pair.same for pair in figures.model} == {"ana": 2, "ben": 1, "cleo": 2}
    assert [divided.clause for divided in figures.hardest] == ["R-0002", "R-0003"]
    assert set(figures.issues) == {"search", "health"}
    assert figures.unclear == ()


def test_what_was_drawn_at_random_is_measured_by_itself():
    clauses = tuple(
        clause(number, chosen="random" if number < 4 else "uncertain") for number in range(1, 7)
    )
    votes = [one for number in range(1, 4) for one in everybody(number, "blind", "search")]
    votes += [said(4, "ana", "neutral"), said(4, "ben", "blind", "search")]
    figures = measure(a_round("R", clauses, key="r"), Pulled(at=AT, votes=tuple(votes)))
    assert figures.label.clauses == 4
    assert figures.label.same.value < 1
    assert (figures.random.clauses, figures.random.same.value) == (3, 1)
    assert figures.random.same.low < 0.9  # three clauses prove little
    # The classifier said blind of all.
    assert (figures.random_model.clauses, figures.random_model.same.value) == (3, 1)


def test_where_nobody_differs_in_kind_alpha_and_kappa_are_no_numbers(round_):
    figures = measure(round_, Pulled(at=AT, votes=tuple(everybody(1, "neutral"))))
    assert figures.label.alpha is None
    assert figures.label.ac1.low < 1
    assert {pair.kappa for pair in figures.pairs} == {None}


def test_labels_that_are_often_confused_ask_for_a_sharper_guideline():
    round_ = a_round("U", tuple(clause(number) for number in range(1, 9)), key="u")
    votes = [one for number in range(1, 6) for one in everybody(number, "neutral")]
    for number in range(6, 9):
        votes += [said(number, "ana", "blind", "search"), said(number, "ben", "neutral")]
    (unclear,) = measure(round_, Pulled(at=AT, votes=tuple(votes))).unclear
    assert unclear.labels == ("blind", "neutral")
    assert unclear.clauses == ("R-0006", "R-0007", "R-0008")


def test_broken_votes_are_counted_and_left_out(round_):
    votes = (*everybody(1, "neutral"), said(2, "ana", "neutral", "search"), said(3, "ana"))
    figures = measure(round_, Pulled(at=AT, votes=votes))
    assert figures.broken == {"ana": 2}
    assert figures.votes == 3


VOTE = st.builds(
    Vote,
    annotator=st.just("a"),
    label=st.sampled_from([name for name in LABELS if name != "neutral"]),
    issues=st.sets(st.sampled_from(ISSUES[:4]), min_size=1).map(
        lambda found: tuple(issue for issue in ISSUES if issue in found)
    ),
)


@given(st.lists(VOTE, min_size=1, max_size=5))
def test_what_is_agreed_does_not_depend_on_the_order_of_votes(votes):
    assert agreed(votes) == agreed(votes[::-1])


@given(VOTE, st.integers(1, 5))
def test_one_voice_is_a_decision(vote, members):
    decision = agreed([vote] * members)
    assert (decision.label, decision.issues) == (vote.label, vote.issues)


def test_laws_that_are_published_are_closed_without_their_text(store, tmp_path, pulled):
    clauses = tuple(clause(number, law="X-1") for number in range(1, 4))
    round_ = store.write(a_round("C", clauses, key="c"))
    votes = tuple(vote for vote in pulled.votes if vote.clause != "R-0004")
    adjudicated = (said(2, "dora", "blind", "search"),)
    store.write_votes("C", Pulled(at=AT, votes=votes, adjudicated=adjudicated))
    closed = close(store, round_, tmp_path / "corpora")
    assert closed.decided == 3
    assert closed.files == (tmp_path / "corpora" / "annotations" / "C.jsonl",)
    assert clauses[0].text not in closed.files[0].read_text()
    one, two, three = read_decisions(tmp_path / "corpora" / "annotations")
    assert (one.sha256, one.law, one.round) == (clauses[0].sha256, "X-1", "C")
    assert one.annotators == MEMBERS
    assert two.annotators == (*MEMBERS, "dora")
    assert [(vote.annotator, vote.label) for vote in two.votes] == [
        ("ana", "blind"), ("ben", "neutral"), ("cleo", "blind")]  # fmt: skip
    assert three.issues == ("search",)
    assert store.read("C").state == "closed"


def test_other_laws_are_closed_with_their_text_and_training_reads_them(store, tmp_path, pulled):
    round_ = store.write(a_round("W", (clause(1), clause(3)), key="w"))
    votes = tuple(vote for vote in pulled.votes if vote.clause in ("R-0001", "R-0003"))
    store.write_votes("W", Pulled(at=AT, votes=votes))
    (path,) = close(store, round_, tmp_path).files
    one, three = read_examples(path)
    assert (one.text, one.label, one.law) == (clause(1).text, "neutral", "Ports Act")
    assert three.issues == ("search",)
    assert three.heading == "Detention"


def test_what_is_not_decided_keeps_a_round_open_unless_told(store, tmp_path, round_, pulled):
    store.write(round_)
    store.write_votes("D", pulled)
    with pytest.raises(RoundError) as refused:
        close(store, round_, tmp_path)
    assert str(refused.value) == (
        "Of round D, 2 of 4 clauses are not decided. Votes are lacking of cleo 1 (1 not "
        "confirmed): have them judge and pull again, or close --without them. 1 are disagreed on: "
        "have them adjudicated and pull again. Or close what is decided with --partly."
    )
    assert list(tmp_path.glob("clauses/*")) == []
    closed = close(store, round_, tmp_path, partly=True)
    assert (closed.decided, closed.undecided) == (2, ("R-0002", "R-0004"))


def test_who_confirmed_nothing_is_named_and_nothing_is_closed_of_it(store, tmp_path):
    """Of three, two have judged all and agree: nothing is divided, and nothing is decided."""
    round_ = store.write(a_round("L", tuple(clause(number) for number in (1, 2)), key="l"))
    votes = tuple(vote for number in (1, 2) for vote in everybody(number, "neutral")[:2])
    store.write_votes("L", Pulled(at=AT, votes=votes))
    for partly in (False, True):
        with pytest.raises(RoundError, match=r"cleo 2 \(2 not confirmed\).*--without") as refused:
            close(store, round_, tmp_path, partly=partly)
        assert "disagreed" not in str(refused.value)
    assert store.read("L").state == "selected"
    with pytest.raises(RoundError, match="--without dora: round L has no such annotator"):
        close(store, round_, tmp_path, without=["dora"])
    closed = close(store, round_, tmp_path, without=["cleo"])
    assert (closed.decided, closed.lacks) == (2, ())


def test_votes_that_break_the_rule_are_lacking_too(round_):
    votes = (*everybody(1, "neutral"), said(2, "ana", "neutral", "search"), said(3, "ana"))
    assert [str(one) for one in lacking(round_, Pulled(at=AT, votes=votes))] == [
        "ana 3 (1 not confirmed, 2 break the rule)",
        "ben 3 (3 not confirmed)",
        "cleo 3 (3 not confirmed)",
    ]


def test_closing_again_writes_the_same(store, tmp_path):
    round_ = store.write(a_round("S", (clause(1),), key="s"))
    store.write_votes("S", Pulled(at=AT, votes=tuple(everybody(1, "neutral"))))
    (path,) = close(store, round_, tmp_path).files
    before = path.read_bytes()
    close(store, store.read("S"), tmp_path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("held", ['{"text": "1. It ends.", "label": "neutral"}\n', "notes\n"])
def test_closing_takes_no_place_of_what_is_not_of_the_round(store, tmp_path, held):
    round_ = store.write(a_round("S", (clause(1),), key="s"))
    store.write_votes("S", Pulled(at=AT, votes=tuple(everybody(1, "neutral"))))
    (path,) = close(store, round_, tmp_path).files
    path.write_text(held)
    with pytest.raises(OutputError, match="holds what is not of the round S: move it away"):
        close(store, store.read("S"), tmp_path)
    assert path.read_text() == held


def test_the_adjudicator_sees_every_vote_and_comment_and_finds_the_majority_set(
    coordinator, as_member, store, accounts, tmp_path
):
    clauses = (clause(1), clause(2))
    round_ = put_up(
        coordinator,
        store,
        a_round("J", clauses, key="j"),
        guidelines=GUIDELINES,
        tokens={},
        tell=silent,
    )
    project = round_.projects[0].id
    for name, labels in (
        ("ana", ("blind", "search")),
        ("ben", ("blind", "search", "health")),
        ("cleo", ("neutral",)),
    ):
        member = as_member(name)
        rows = {row.clause: row.id for row in member.rows(project)}
        label(member, project, rows["R-0001"], *labels)
        label(member, project, rows["R-0002"], "neutral")
    as_member("ana").comment(project, rows["R-0001"], "Who searches?")
    pull(coordinator, store, round_)
    again = None
    for _ in range(2):  # run again, it changes nothing
        round_ = adjudicate(
            coordinator, store, round_, "dora",
            guidelines=GUIDELINES, tokens={"dora": accounts["dora"].token}, tell=silent,
        )  # fmt: skip
        assert again in (None, round_)
        again = round_
    dora = as_member("dora")
    second = round_.adjudicating
    (example, _) = dora.client.list_examples(second.id)
    said_ = [
        "ana said blind: search “Who searches?”",
        "ben said blind: search, health",
        "cleo said neutral",
    ]
    assert example.text == page_of(clauses[0], votes=said_)
    types = dora.label_types(second.id)
    assert sorted(dora.labels(second.id, example.id)) == sorted([types["blind"], types["search"]])
    assert pull(coordinator, store, round_).pulled.adjudicated == ()  # it is hers to confirm
    with pytest.raises(RoundError, match=r"adjudicator's word is lacking: dora 1 \(1 not conf"):
        close(store, round_, tmp_path)
    dora.confirm(second.id, example.id)
    result = pull(coordinator, store, round_)
    decided = decide(round_, result.pulled)["R-0001"]
    assert decided == Vote(annotator="dora", label="blind", issues=("search",))
    dora.confirm(second.id, example.id)  # Enter a second time takes it away
    pull(coordinator, store, round_)
    with pytest.raises(RoundError, match=r"dora 1 \(1 withdrawn\); have them confirm") as refused:
        close(store, round_, tmp_path)
    assert "disagreed on" not in str(refused.value)
    with pytest.raises(RoundError, match="dora adjudicates round J already"):
        adjudicate(coordinator, store, round_, "ana", guidelines=GUIDELINES, tokens={}, tell=silent)


def test_where_votes_are_many_the_adjudicator_reads_them_weighed_and_the_report_has_them(round_):
    """Cleo says neutral of all; where two say so, she is one of them."""
    clauses = tuple(clause(number) for number in range(1, 41))
    votes = []
    for number in range(1, 41):
        label = ("neutral",) if number % 4 == 0 else ("blind", "search")
        votes += [said(number, "ana", *label), said(number, "ben", *label)]
        votes.append(said(number, "cleo", "neutral"))
    votes[4] = said(2, "ben", "neutral")
    known = weigh(votes_by_clause(votes))
    many = a_round("M", clauses, key="m")
    page = _page(Pulled(at=AT, votes=tuple(votes), weighed=known))(clauses[0])
    assert "weighed by who is how reliable: blind (" in page
    assert "weighed" not in _page(Pulled(at=AT, votes=tuple(votes)))(clauses[0])
    figures = measure(many, Pulled(at=AT, votes=tuple(votes)))
    told = "\n".join(words.agreement(many, figures))
    assert "By all votes together (Dawid and Skene), likely right: ana 9" in told
    assert "likely right" in render(many, Pulled(at=AT, votes=tuple(votes)))
    assert measure(round_, Pulled(at=AT)).weighed is None


@pytest.mark.parametrize(
    ("votes", "most"),
    [
        ((("blind", "search"), ("blind", "search", "health"), ("neutral",)), ("search", "blind")),
        ((("blind", "search"), ("neutral",)), ()),  # one against one: nothing is suggested
        ((("blind", "search"), ("neutral",), ("neutral",)), ("neutral",)),
        ((("blind", "search"), ("blind", "health")), ("blind",)),
        ((), ()),
    ],
)
def test_what_most_said_is_suggested_and_nothing_where_no_label_has_most(votes, most):
    given = [
        Vote(annotator=str(place), label=label, issues=issues)
        for place, (label, *issues) in enumerate(votes)
    ]
    assert of_most(given) == most


def test_where_all_agree_there_is_nothing_to_adjudicate(coordinator, store):
    round_ = store.write(a_round("N", (clause(1),), key="n"))
    store.write_votes("N", Pulled(at=AT, votes=tuple(everybody(1, "neutral"))))

    def put() -> None:
        adjudicate(
            coordinator, store, round_, "dora", guidelines=GUIDELINES, tokens={}, tell=silent
        )

    with pytest.raises(RoundError, match=r"All members .* have judged, and agree: nothing"):
        adjudicate(
            coordinator, store, round_, "dora", guidelines=GUIDELINES, tokens={}, tell=silent
        )
    votes = tuple(everybody(1, "neutral")[:2])
    store.write_votes("N", Pulled(at=AT, votes=votes))
    with pytest.raises(RoundError, match=r"Nothing is disagreed on yet.*cleo 1 \(1 not confirmed"):
        adjudicate(
            coordinator, store, round_, "dora", guidelines=GUIDELINES, tokens={}, tell=silent
        )
