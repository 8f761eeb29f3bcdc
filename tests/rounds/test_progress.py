"""Who is how far, and how long the rest will take at the pace so far."""

from __future__ import annotations

import pytest

from annotator.rounds import messages as words
from annotator.rounds.opening import put_up
from annotator.rounds.progress import Seen, _hours_left, look
from annotator.rounds.pulling import pull
from tests.rounds.conftest import GUIDELINES, a_round, clause, label, silent


def seen(hour: int, done: int) -> Seen:
    return Seen(at=f"2026-11-25T{hour:02d}:00:00+00:00", done={"ana": done})


@pytest.mark.parametrize(
    ("history", "hours"),
    [
        ([seen(8, 0), seen(10, 40)], 3.0),  # 20 an hour, 60 left
        ([seen(8, 0), seen(9, 0), seen(10, 40)], 3.0),
        ([seen(8, 0), seen(9, 30), seen(10, 40)], 3.0),
        ([seen(8, 0), seen(9, 99)], 1 / 99),  # not nothing
        ([seen(8, 0), seen(9, 100)], 0.0),
        ([seen(8, 0), seen(9, 0)], None),
        ([seen(8, 0)], None),
    ],
)
def test_what_is_left_at_the_pace_so_far(history, hours):
    assert _hours_left(history, "ana", 100) == (hours if hours is None else pytest.approx(hours))


def test_of_what_was_confirmed_only_what_keeps_the_rule_is_done(coordinator, as_member, store):
    clauses = tuple(clause(number) for number in range(1, 4))
    round_ = put_up(
        coordinator,
        store,
        a_round("Done", clauses, key="dn"),
        guidelines=GUIDELINES,
        tokens={},
        tell=silent,
    )
    project = round_.projects[0].id
    ben = as_member("ben")
    rows = {row.clause: row.id for row in ben.rows(project)}
    for name, labels in (("R-0001", ["blind"]), ("R-0002", ["neutral"]), ("R-0003", ["neutral"])):
        label(ben, project, rows[name], *labels)
    pull(coordinator, store, round_)
    (found,) = [one for one in look(coordinator, store, round_) if one.member == "ben"]
    assert (found.done, found.of, found.broken) == (2, 3, 1)
    assert list(words.progress([found])) == [
        "ben  █████████████░░░░░░░      2 of 3   1 to mend (as last pulled)"
    ]
    label(ben, project, rows["R-0001"], "search", tick=False)
    pull(coordinator, store, round_)
    (found,) = [one for one in look(coordinator, store, round_) if one.member == "ben"]
    assert list(words.progress([found])) == ["ben  ████████████████████      3 of 3   done"]


def test_progress_is_counted_by_member_and_what_is_gone_is_said(coordinator, as_member, store):
    clauses = tuple(clause(number) for number in range(1, 4))
    round_ = put_up(
        coordinator,
        store,
        a_round("Progress", clauses, key="pr"),
        guidelines=GUIDELINES,
        tokens={},
        tell=silent,
    )
    project = round_.projects[0].id
    ana = as_member("ana")
    for row in ana.rows(project)[:2]:
        label(ana, project, row.id, "neutral")
    (cleo,) = [one.id for one in coordinator.members(project) if one.username == "cleo"]
    coordinator.client.bulk_delete_members(project, [cleo])
    found = {one.member: (one.done, one.of, one.note) for one in look(coordinator, store, round_)}
    assert found == {
        "ana": (2, 3, ""),
        "ben": (0, 3, ""),
        "cleo": (0, 3, "no longer a member of the project"),
    }
    coordinator.delete_project(project)
    notes = {one.note for one in look(coordinator, store, round_)}
    assert notes == {"the project is gone from the server"}
