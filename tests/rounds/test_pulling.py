"""What members confirmed on a real server, and nothing else; what the server loses is kept."""

from __future__ import annotations

import msgspec
import pytest

from annotator.errors import RoundError
from annotator.rounds import messages as words
from annotator.rounds.doccano import task_queue
from annotator.rounds.doccano.client import Server
from annotator.rounds.doccano.local import ADMIN
from annotator.rounds.doccano.session import ServerLost
from annotator.rounds.lacking import lacking
from annotator.rounds.opening import put_up
from annotator.rounds.pulling import pull
from annotator.rounds.reporting import render
from annotator.rounds.votes import RawVote, broken, comments_by_clause
from tests.rounds.conftest import GUIDELINES, a_round, clause, label, silent


@pytest.fixture
def opened(coordinator, store, request):
    clauses = tuple(clause(number) for number in range(1, 4))
    round_ = a_round("P", clauses, key=request.node.name)
    return put_up(coordinator, store, round_, guidelines=GUIDELINES, tokens={}, tell=silent)


def by_id(member, project):
    return {row.clause: row.id for row in member.rows(project)}


def test_only_what_is_confirmed_counts_each_in_its_members_name(
    coordinator, as_member, store, opened
):
    project = opened.projects[0].id
    ana, ben = as_member("ana"), as_member("ben")
    rows = by_id(ana, project)
    label(ana, project, rows["R-0001"], "blind", "detention")
    label(ana, project, rows["R-0002"], "neutral", tick=False)
    label(ben, project, rows["R-0001"], "responsive", "health", "detention")
    ben.comment(project, rows["R-0001"], "It names pregnancy.")
    result = pull(coordinator, store, opened)
    assert result.notes == ()
    assert {raw.first for raw in result.pulled.votes} == {result.pulled.at}
    undated = [msgspec.structs.replace(raw, first="") for raw in result.pulled.votes]
    assert set(undated) == {
        RawVote(clause="R-0001", annotator="ana", labels=("blind", "detention"), project=project),
        RawVote(
            clause="R-0001",
            annotator="ben",
            labels=("detention", "health", "responsive"),
            project=project,
        ),
    }
    assert result.pulled.withdrawn == ()
    assert store.votes("P") == result.pulled


def test_comments_come_with_the_pull_whether_or_not_the_clause_is_confirmed(
    coordinator, as_member, store, opened
):
    project = opened.projects[0].id
    ana, ben = as_member("ana"), as_member("ben")
    rows = by_id(ana, project)
    label(ana, project, rows["R-0001"], "neutral")
    ana.comment(project, rows["R-0001"], "Agreed, and yet.")
    ben.comment(project, rows["R-0002"], "I cannot tell.")
    pulled = pull(coordinator, store, opened).pulled
    assert comments_by_clause(pulled) == {
        "R-0001": [("ana", "Agreed, and yet.")],
        "R-0002": [("ben", "I cannot tell.")],
    }
    said = list(words.pulled(opened, pulled))
    assert said[1] == "2 new comments (the report has all):"
    assert said[2:] == [
        "  ana: R-0001 (1(1)) Agreed, and yet.",
        "  ben: R-0002 (2(1)) I cannot tell.",
    ]
    assert "Agreed, and yet." in render(opened, pulled)
    assert "I cannot tell." in render(opened, pulled)
    again = pull(coordinator, store, opened).pulled
    assert len(list(words.pulled(opened, again, pulled))) == 1  # none is new


def test_labels_are_mended_while_the_clause_stays_confirmed(coordinator, as_member, store, opened):
    project = opened.projects[0].id
    ana = as_member("ana")
    rows = by_id(ana, project)
    label(ana, project, rows["R-0001"], "blind")
    said = list(words.pulled(opened, pull(coordinator, store, opened).pulled))
    assert "stays confirmed: Enter again would take that away" in " ".join(said)
    label(ana, project, rows["R-0001"], "search", tick=False)
    (vote,) = pull(coordinator, store, opened).pulled.votes
    assert vote.labels == ("blind", "search")


def test_a_vote_that_is_taken_back_is_listed_until_it_is_confirmed_again(
    coordinator, as_member, store, opened
):
    project = opened.projects[0].id
    ana = as_member("ana")
    rows = by_id(ana, project)
    label(ana, project, rows["R-0001"], "blind", "detention")
    label(ana, project, rows["R-0002"], "neutral")
    pull(coordinator, store, opened)
    ana.confirm(project, rows["R-0002"])  # Enter a second time: the tick goes
    for _ in range(2):
        pulled = pull(coordinator, store, opened).pulled
        assert [raw.clause for raw in pulled.votes] == ["R-0001"]
        assert [(raw.annotator, raw.clause) for raw in pulled.withdrawn] == [("ana", "R-0002")]
        said = list(words.pulled(opened, pulled))
        assert said[1].startswith("1 were confirmed and are not any more.")
        assert said[2] == "  ana: R-0002 (Ports Act, 2(1)) was neutral"
        lack = lacking(opened, pulled)[0]
        assert str(lack) == "ana 2 (1 not confirmed, 1 withdrawn)"
    ana.confirm(project, rows["R-0002"])
    first = {raw.clause: raw.first for raw in (*pulled.votes, *pulled.withdrawn)}
    pulled = pull(coordinator, store, opened).pulled
    assert {raw.clause: raw.first for raw in pulled.votes} == first  # as first seen
    assert (len(pulled.votes), pulled.withdrawn) == (2, ())


def test_votes_on_a_project_that_was_put_up_again_are_kept_until_judged_anew(
    coordinator, as_member, store, opened
):
    project = opened.projects[0].id
    ana = as_member("ana")
    rows = by_id(ana, project)
    label(ana, project, rows["R-0001"], "neutral")
    label(ana, project, rows["R-0003"], "neutral")
    before = pull(coordinator, store, opened).pulled.votes
    coordinator.delete_project(project)
    again = put_up(coordinator, store, opened, guidelines=GUIDELINES, tokens={}, tell=silent)
    anew = again.projects[0].id
    assert pull(coordinator, store, again).pulled.votes == before
    label(ana, anew, by_id(ana, anew)["R-0003"], "blind", "detention")
    for _ in range(2):
        pulled = pull(coordinator, store, again).pulled
        assert {raw.clause: raw.labels for raw in pulled.votes} == {
            "R-0001": ("neutral",),
            "R-0003": ("blind", "detention"),
        }
        assert pulled.withdrawn == ()


def test_votes_of_a_member_who_was_removed_are_kept(coordinator, as_member, store, opened):
    project = opened.projects[0].id
    ben = as_member("ben")
    label(ben, project, by_id(ben, project)["R-0001"], "neutral")
    before = pull(coordinator, store, opened).pulled.votes
    (membership,) = [one.id for one in coordinator.members(project) if one.username == "ben"]
    coordinator.client.bulk_delete_members(project, [membership])
    result = pull(coordinator, store, opened)
    assert result.pulled.votes == before
    assert result.notes == (
        f"ben is no longer in project {project}: votes pulled before are kept.",
    )


def test_votes_of_a_project_that_was_deleted_are_kept(coordinator, as_member, store, opened):
    project = opened.projects[0].id
    ana = as_member("ana")
    label(ana, project, by_id(ana, project)["R-0003"], "neutral")
    before = pull(coordinator, store, opened).pulled.votes
    coordinator.delete_project(project)
    result = pull(coordinator, store, opened)
    assert result.pulled.votes == before
    assert "is gone from the server" in result.notes[0]


def test_a_task_queue_that_does_not_run_is_said_and_how_to_start_it(
    local, coordinator, store, opened, monkeypatch
):
    monkeypatch.setattr(task_queue, "_WORKER_SECONDS", 1)
    local.stop(["worker"])
    try:
        with pytest.raises(RoundError, match=r"task queue .* does not run.*make doccano"):
            pull(coordinator, store, opened)
    finally:
        local.start_worker()
    monkeypatch.setattr(task_queue, "_WORKER_SECONDS", 600)
    assert pull(coordinator, store, opened).pulled.votes == ()


def test_a_server_that_is_down_is_said_and_the_pull_before_stays(
    local, coordinator, as_member, store, opened
):
    project = opened.projects[0].id
    ana = as_member("ana")
    label(ana, project, by_id(ana, project)["R-0001"], "neutral")
    before = pull(coordinator, store, opened).pulled
    local.stop(["web"])
    try:
        with pytest.raises(ServerLost, match=r"does not answer.*make doccano"):
            pull(coordinator, store, opened)
        assert store.votes("P") == before
    finally:
        local.start()
    assert pull(coordinator, store, opened).pulled.votes == before.votes


def test_a_session_that_has_expired_is_begun_anew(coordinator, store, opened):
    coordinator._session.post(f"{coordinator.url}/v1/auth/logout/")
    coordinator._session.cookies.clear()
    assert pull(coordinator, store, opened).pulled.votes == ()


def test_a_wrong_password_is_said_without_telling_it(local):
    with pytest.raises(RoundError, match="refuses the account 'coordinator'") as refused:
        Server(local.url, ADMIN, "not-the-password")
    assert "not-the-password" not in str(refused.value)


def test_a_wrong_token_is_said(local):
    with pytest.raises(RoundError, match="refuses the account's token"):
        Server(local.url, token="nonsense")  # noqa: S106


@pytest.mark.parametrize(
    ("labels", "wrong"),
    [
        (("blind", "search"), ""),
        (("neutral",), ""),
        ((), "no labels instead of one"),
        (("search",), "no labels instead of one"),
        (("blind", "neutral", "search"), "2 labels instead of one"),
        (("neutral", "search"), "neutral, and yet has issues (search)"),
        (("responsive",), "responsive, and yet has no issue"),
        (("blind", "serach"), "a label that the guidelines do not know (serach)"),
    ],
)
def test_one_label_and_issues_only_where_they_belong(labels, wrong):
    said = broken(RawVote(clause="R-0001", annotator="ana", labels=labels))
    assert (wrong in said) if wrong else said == ""
