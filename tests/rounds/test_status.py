"""What `annotate rounds status` says of a round on a real server, and where that round is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from annotator.cli import main
from annotator.rounds.manifest import Round
from annotator.rounds.opening import put_up
from annotator.rounds.store import Store
from tests.rounds.conftest import GUIDELINES, a_round, clause, label, silent


@pytest.fixture
def opened(at_work, coordinator, request):
    """Opens a round of so many clauses in the folder that the commands work in."""
    store = Store(at_work / "rounds")

    def of(count: int):
        clauses = tuple(clause(number) for number in range(1, count + 1))
        round_ = a_round("S", clauses, key=request.node.name)
        put = put_up(coordinator, store, round_, guidelines=GUIDELINES, tokens={}, tell=silent)
        return store, put

    return of


def began(store: Store, round_: Round, ago: timedelta) -> None:
    """Have a round opened so long ago; what comes after it is to take a part of a minute."""
    opened = datetime.now(UTC) - ago
    store.write(msgspec.structs.replace(round_, opened=opened.isoformat(timespec="seconds")))


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().out.splitlines()


def test_minutes_are_minutes_hours_are_hours_and_done_is_who_has_done_all(
    opened, as_member, capsys
):
    """Who judged six of twelve in twenty minutes has twenty to go; who judged one, 220."""
    store, round_ = opened(12)
    project = round_.projects[0].id
    for name, count in (("ana", 6), ("ben", 1), ("cleo", 12)):
        member = as_member(name)
        for row in member.rows(project)[:count]:
            label(member, project, row.id, "neutral")
    began(store, round_, timedelta(minutes=19, seconds=35))
    assert main(["rounds", "status", "S"]) == 0
    ana, ben, cleo, *_ = lines(capsys)
    assert ana.endswith("6 of 12   about 20 minutes to go")
    assert ben.endswith("1 of 12   about 4 hours to go")
    assert cleo.endswith("12 of 12   done")


def test_one_clause_that_is_left_is_not_done(opened, as_member, capsys):
    store, round_ = opened(20)
    project = round_.projects[0].id
    ben = as_member("ben")
    for row in ben.rows(project)[:19]:
        label(ben, project, row.id, "neutral")
    began(store, round_, timedelta(minutes=38))
    assert main(["rounds", "status", "S"]) == 0
    ana, ben_, *_ = lines(capsys)
    assert ana.endswith("0 of 20   pace not known yet")
    assert ben_.endswith("19 of 20   about 2 minutes to go")


def test_what_is_gone_and_what_was_never_put_up_is_said_with_the_command_that_puts_it_up(
    opened, coordinator, capsys
):
    store, round_ = opened(1)
    way_out = "`annotate rounds open --name S` puts the clauses up; what was pulled is kept."
    # A database that was made anew gives the number to another project.
    (project,) = round_.projects
    other = msgspec.structs.replace(project, tag="annotate:other:0")
    not_yet = msgspec.structs.replace(project, id=0)
    for there, said in (
        (other, "the project is gone from the server"),
        (not_yet, "not put up to the end"),
    ):
        store.write(msgspec.structs.replace(round_, projects=(there,)))
        assert main(["rounds", "status", "S"]) == 0
        *members, last, _ = lines(capsys)
        assert all(line.endswith(f"0 of 1   {said}") for line in members)
        assert (len(members), last) == (3, way_out)
    coordinator.delete_project(project.id)
    store.write(round_)
    assert main(["rounds", "status", "S"]) == 0
    assert way_out in lines(capsys)
    assert main(["rounds", "open", "--name", "S", "--guidelines", str(GUIDELINES)]) == 0
    assert main(["rounds", "status", "S"]) == 0
    assert way_out not in lines(capsys)


def test_a_round_on_another_server_is_not_taken_for_gone(opened, coordinator, monkeypatch, capsys):
    store, round_ = opened(1)
    (project,) = round_.projects
    # The same number there is another's project.
    elsewhere = msgspec.structs.replace(
        round_,
        url="http://rounds.example",
        projects=(msgspec.structs.replace(project, tag="annotate:other:0"),),
    )
    store.write(elsewhere)
    for command in (["status"], ["pull"], ["delete", "--yes"]):
        assert main(["rounds", *command, "S"]) == 2
        said = capsys.readouterr().err
        assert "Round S was opened on http://rounds.example, and http://127.0.0.1:" in said
        assert said.count("\n") == 1
    assert coordinator.exists(project.id, project.tag)
    assert store.read("S") == elsewhere
    # One that answers at a new address is known by the round's projects.
    store.write(msgspec.structs.replace(round_, url="http://rounds.example"))
    assert main(["rounds", "status", "S"]) == 0
