"""Labels are suggested on the clauses of a project, and no others."""

from __future__ import annotations

from typing import cast

import pytest

from annotator.rounds import suggesting
from annotator.rounds.doccano.client import Server
from annotator.rounds.opening import planned
from tests.rounds.conftest import clause, silent


class OfMember:
    """A member's connection, which remembers what was set in it."""

    def __init__(self, url: str, token: str) -> None:
        self.url, self.token = url, token
        self.given: list[tuple[int, int]] = []

    def label_types(self, project: int) -> dict[str, int]:
        return {"blind": 1, "detention": 2}

    def labels(self, project: int, row: int) -> list[int]:
        return [label for there, label in self.given if there == row]

    def set_label(self, project: int, row: int, label: int) -> None:
        self.given.append((row, label))


def test_where_each_member_has_a_project_each_gets_suggestions_on_their_own_clauses(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    members = ("ana", "ben")
    clauses = (clause(1, members), clause(2, ("ana",)), clause(3, ("ben",)))
    wanted = {one.id: ("detention", "blind") for one in clauses}
    rows = {one.id: row for row, one in enumerate(clauses, start=1)}
    made: dict[str, OfMember] = {}

    def connect(url: str, token: str) -> OfMember:
        return made.setdefault(token, OfMember(url, token))

    monkeypatch.setattr(suggesting, "Server", connect)
    for project in planned("R", "key", members, clauses):
        own = {id_: rows[id_] for id_ in project.clauses}
        judges = {one.id: one.members for one in clauses}
        server = cast("Server", OfMember("", ""))
        tokens = {name: name for name in members}
        (done,) = suggesting.suggest(server, project, own, wanted, judges, tokens, silent)
        assert done.suggested == project.clauses
    assert made["ana"].given == [(1, 2), (1, 1), (2, 2), (2, 1)]
    assert made["ben"].given == [(1, 2), (1, 1), (3, 2), (3, 1)]


def test_in_a_project_that_several_share_each_gets_suggestions_on_what_they_judge(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clauses = (clause(1, ("ana",)), clause(2, ("ben",)))
    made: dict[str, OfMember] = {}
    monkeypatch.setattr(
        suggesting, "Server", lambda url, token: made.setdefault(token, OfMember(url, token))
    )
    (project,) = planned("R", "key", ("ana", "ben"), clauses, assigned=True)
    (done,) = suggesting.suggest(
        cast("Server", OfMember("", "")),
        project,
        {one.id: row for row, one in enumerate(clauses, start=1)},
        {one.id: ("blind",) for one in clauses},
        {one.id: one.members for one in clauses},
        {"ana": "ana", "ben": "ben"},
        silent,
    )
    assert done.suggested == project.clauses
    assert (made["ana"].given, made["ben"].given) == ([(1, 1)], [(2, 1)])
