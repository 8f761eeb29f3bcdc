"""More votes on what is not settled: whom to ask, and where they find it on a real server."""

from __future__ import annotations

from typing import cast

import msgspec
import pytest

from annotator.errors import RoundError
from annotator.rounds import messages as words
from annotator.rounds import opening
from annotator.rounds.closing import close, decide
from annotator.rounds.doccano import FINISHED
from annotator.rounds.doccano.client import Row, Server
from annotator.rounds.growing import grow, grown
from annotator.rounds.importing import end
from annotator.rounds.lacking import lacking
from annotator.rounds.manifest import Gold, Project, Round, RoundClause, Suggestion
from annotator.rounds.opening import planned, put_up
from annotator.rounds.progress import look
from annotator.rounds.pulling import pull
from annotator.rounds.sharing import share
from annotator.rounds.votes import Pulled, RawVote
from tests.rounds.conftest import GUIDELINES, MEMBERS, a_round, clause, label, silent
from tests.rounds.test_deciding import AT, said

FIVE = (*MEMBERS, "dora", "emil")


def by_two(
    *pairs: tuple[str, ...], crowd: tuple[str, ...] = FIVE, key: str = "g", assigned: bool = False
) -> Round:
    """A round of which two members each judge a clause."""
    clauses = tuple(clause(number, members) for number, members in enumerate(pairs, 1))
    return msgspec.structs.replace(
        a_round("G", clauses, key=key),
        annotators=crowd,
        projects=planned("G", key, crowd, clauses, assigned=assigned),
        votes=2,
        state="open",
    )


def judged(*votes: RawVote) -> Pulled:
    return Pulled(at=AT, votes=votes)


AB = ("ana", "ben")


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ("neutral", "neutral", ""),
        ("neutral", "blind search", "not agreed on"),
        ("blind search", "blind health", "not agreed on"),
        ("neutral", "unsure blind", "unsure"),
        ("neutral", "skip", "skipped"),
        ("skip", "skip", "skipped"),
        ("neutral", None, ""),  # ben is still to judge it
        ("neutral", "blind", ""),  # and to mend this
    ],
)
def test_one_more_is_asked_where_those_asked_have_answered_and_settled_nothing(first, second, why):
    given = [
        said(1, name, *answer.split())
        for name, answer in zip(AB, (first, second), strict=True)
        if answer
    ]
    found = grown(by_two(AB), judged(*given))
    assert found.why == ({"R-0001": why} if why else {})
    assert found.asked == ({"R-0001": "cleo"} if why else {})
    (one,) = found.round.clauses
    assert one.members == (("ana", "ben", "cleo") if why else AB)
    assert one.grown == (("cleo",) if why else ())


def test_it_goes_on_until_most_say_the_same_and_no_farther():
    round_ = by_two(AB)
    votes: list[RawVote] = []
    for member, labels in zip(
        FIVE, (["neutral"], ["blind", "search"], ["unsure"], ["neutral"], ["neutral"]), strict=True
    ):
        votes.append(said(1, member, *labels))
        round_ = grown(round_, judged(*votes)).round
    # Three of five say neutral: after the fourth it was two of four.
    assert round_.clauses[0].members == FIVE
    assert grown(round_, judged(*votes)).asked == {}
    # Not all agree, so somebody decides.
    assert decide(round_, judged(*votes)) == {}


def test_who_has_least_to_judge_is_asked_first():
    pairs = (AB, AB, AB, ("cleo", "dora"))
    votes = [
        said(number, name, *labels)
        for number in (1, 2, 3)
        for name, labels in (("ana", ["neutral"]), ("ben", ["blind", "search"]))
    ]
    found = grown(by_two(*pairs), judged(*votes))
    assert sorted(found.asked.values()) == ["cleo", "dora", "emil"]
    assert found.asked["R-0001"] == "emil"


def test_what_somebody_who_left_has_not_judged_goes_to_others():
    votes = (said(1, "ana", "neutral"), said(2, "ana", "neutral"), said(2, "ben", "neutral"))
    round_ = by_two(AB, AB)
    assert grown(round_, judged(*votes)).asked == {}
    found = grown(round_, judged(*votes), without=("ben",))
    assert found.why == {"R-0001": "not judged"}
    assert [one.members for one in found.round.clauses] == [("ana", "cleo"), AB]
    assert [lack.member for lack in lacking(found.round, judged(*votes))] == ["cleo"]


def test_the_classifiers_doubt_asks_once_more_where_that_is_wanted():
    doubted = Suggestion(label="blind", issues=("search",), confidence=0.4, review=True)
    round_ = by_two(AB, AB)
    first, second = round_.clauses
    first = msgspec.structs.replace(first, suggestion=doubted)
    round_ = msgspec.structs.replace(round_, clauses=(first, second))
    votes = [said(number, name, "neutral") for number in (1, 2) for name in AB]
    assert grown(round_, judged(*votes)).asked == {}
    found = grown(round_, judged(*votes), model_unsure=True)
    assert found.why == {"R-0001": "unsure for the classifier"}
    votes.append(said(1, "cleo", "neutral"))
    assert grown(found.round, judged(*votes), model_unsure=True).asked == {}


def test_where_all_have_been_asked_that_is_said_and_others_can_be_named():
    round_ = by_two(AB, crowd=AB)
    votes = (said(1, "ana", "neutral"), said(1, "ben", "blind", "search"))
    found = grown(round_, judged(*votes))
    assert (found.asked, found.unasked) == ({}, ("R-0001",))
    assert "name others with --annotators" in " ".join(words.growth(found))
    found = grown(round_, judged(*votes), annotators=("dora", "emil"), countries={"dora": "KE"})
    assert found.round.annotators == ("ana", "ben", "dora")  # emil has nothing to do
    assert found.round.countries == {"dora": "KE"}
    assert "One more vote is asked for on 1 clause (1 not agreed on): dora 1." in words.growth(
        found
    )


def test_what_an_adjudicator_decides_is_left_to_them():
    votes = (said(1, "ana", "neutral"), said(1, "ben", "blind", "search"))
    round_ = by_two(AB)
    second = Project(tag="a", purpose="adjudicate", members=("zoe",), clauses=("R-0001",))
    before = msgspec.structs.replace(round_, projects=(*round_.projects, second))
    assert grown(before, judged(*votes)).asked == {}


def test_gold_is_decided_already():
    round_ = by_two(AB)
    (one,) = round_.clauses
    gold = msgspec.structs.replace(one, gold=Gold(label="neutral"))
    votes = (said(1, "ana", "neutral"), said(1, "ben", "skip"))
    assert grown(round_, judged(*votes)).asked
    assert not grown(msgspec.structs.replace(round_, clauses=(gold,)), judged(*votes)).asked


def test_a_skipped_clause_is_not_decided_by_fewer_than_the_round_wants(store, tmp_path):
    round_ = store.write(by_two(AB))
    store.write_votes("G", judged(said(1, "ana", "neutral"), said(1, "ben", "skip")))
    with pytest.raises(RoundError, match="`annotate rounds grow G` gives them to others") as why:
        close(store, round_, tmp_path)
    assert "disagreed" not in str(why.value)
    # Once somebody has the last word on it, it is theirs.
    second = Project(tag="a", purpose="adjudicate", members=("zoe",), clauses=("R-0001",))
    round_ = msgspec.structs.replace(round_, projects=(*round_.projects, second))
    with pytest.raises(RoundError, match="word is lacking: zoe 1 "):
        close(store, round_, tmp_path)


def test_on_a_server_each_finds_their_own_and_what_came_more_before_the_last_page(
    coordinator, as_member, store
):
    crowd = (*MEMBERS, "dora")
    members = share(6, MEMBERS, 0, seed=1, votes=2)
    round_ = by_two(*members, crowd=MEMBERS, key="grow")
    round_ = put_up(coordinator, store, round_, guidelines=GUIDELINES, tokens={}, tell=silent)
    where = {project.members[0]: project.id for project in round_.annotating}
    first = {"ana": ["neutral"], "ben": ["blind", "search"], "cleo": ["skip"]}
    for name in MEMBERS:
        member = as_member(name)
        own = member.rows(where[name])
        assert {row.clause for row in own} == {
            one.id for one in round_.clauses if name in one.members
        }
        for row in own:
            label(member, where[name], row.id, *first[name])
        member.confirm(where[name], member.last_page(where[name]).id)
    pulled = pull(coordinator, store, round_).pulled
    found = grown(round_, pulled, annotators=("dora",))
    assert set(found.asked) == {one.id for one in round_.clauses}
    for _ in range(2):  # run again, it changes nothing
        round_ = grow(coordinator, store, found, guidelines=GUIDELINES, tokens={}, tell=silent)
        assert store.read("G") == round_
        assert grown(round_, store.votes("G"), annotators=("dora",)).asked == {}
    done = {one.member: (one.done, one.of) for one in look(coordinator, store, round_)}
    for project in round_.annotating:
        (name,) = project.members
        own = [one.id for one in round_.clauses if name in one.members]
        shown = list(as_member(name).client.list_examples(project.id))
        assert sorted(one.meta["clause"] for one in shown) == sorted([*own, FINISHED])
        assert shown[-1].meta["clause"] == FINISHED
        assert done[name] == (4 if name in MEMBERS else 0, len(own))
    assert {one.members[0] for one in round_.annotating} == set(crowd)


class Assigning:
    """A server that shows members what is assigned to them, and remembers what was."""

    has_assignments = True

    def __init__(self) -> None:
        self.rows_: dict[int, tuple[str, set[str]]] = {}

    def rows(self, project: int) -> list[Row]:
        return [
            Row(id_, name, frozenset(own))
            for id_, (name, own) in self.rows_.items()
            if name != FINISHED
        ]

    def last_page(self, project: int) -> Row | None:
        found = [
            Row(id_, name, frozenset(own))
            for id_, (name, own) in self.rows_.items()
            if name == FINISHED
        ]
        return found[0] if found else None

    def create_row(self, project: int, text: str, meta: dict[str, str]) -> int:
        self.rows_[len(self.rows_) + 1] = (meta["clause"], set())
        return len(self.rows_)

    def users(self) -> dict[str, int]:
        return {name: place for place, name in enumerate(FIVE)}

    def label_types(self, project: int) -> dict[str, int]:
        return dict.fromkeys(opening.keys_for("annotate"), 1)

    def members(self, project: int) -> list[object]:
        return []

    def add_member(self, project: int, name: str) -> None: ...

    def assign(self, project: int, row: int, user: int) -> None:
        _, own = self.rows_[row]
        assert FIVE[user] not in own, "it is refused a second time"
        own.add(FIVE[user])


def page(one: RoundClause) -> str:
    return one.text


def test_where_the_server_assigns_one_project_has_all_and_shows_each_their_own():
    round_ = by_two(AB, ("cleo", "dora"), assigned=True)
    (project,) = round_.annotating
    server = Assigning()
    for _ in range(2):
        opening.fill(cast("Server", server), round_, project, page, silent)
    assert dict(server.rows_.values()) == {
        "R-0001": {"ana", "ben"},
        "R-0002": {"cleo", "dora"},
        FINISHED: set(FIVE),
    }
    votes = (said(1, "ana", "neutral"), said(1, "ben", "skip"))
    found = grown(round_, judged(*votes), assigned=True)
    (project,) = found.round.annotating
    opening.fill(cast("Server", server), found.round, project, page, silent)
    assert found.asked == {"R-0001": "emil"}
    assert dict(server.rows_.values())["R-0001"] == {"ana", "ben", "emil"}
    assert end(cast("Server", server), project.id, "") == 3  # it stays where it was
