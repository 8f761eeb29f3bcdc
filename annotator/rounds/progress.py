"""How far the members of a round are, and how long the rest will take them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

import msgspec

from annotator.rounds.doccano.client import Server
from annotator.rounds.labels import SKIP, UNSURE
from annotator.rounds.manifest import Round
from annotator.rounds.store import PROGRESS, Store
from annotator.rounds.votes import abstained, broken
from annotator.schema import Struct

_HOUR = 3600


class Seen(Struct, frozen=True):
    """What every member had confirmed at one time (ISO 8601, UTC)."""

    at: str
    done: dict[str, int]


class MemberProgress(Struct, frozen=True):
    """One member's work in a round. ``hours_left`` is empty where their pace is not known yet.

    ``done`` counts what they confirmed, less ``broken``: votes that break the rule, as of the last
    pull. Votes that give no label are among ``done``: ``unsure`` and ``skipped``, as of that pull.
    ``note`` says what is wrong on the server, if anything is, and ``again`` is the command that
    puts their clauses up where they are not there.
    """

    member: str
    done: int
    of: int
    hours_left: float | None = None
    note: str = ""
    broken: int = 0
    unsure: int = 0
    skipped: int = 0
    again: str = ""


def look(server: Server, store: Store, round_: Round) -> list[MemberProgress]:
    """Ask the server how far everybody is, and note it down for the pace.

    The server does not know which votes count: of those that were pulled it is known.

    Raises:
        RoundError: the server fails.
    """
    done: dict[str, int] = {}
    notes: dict[str, str] = {}
    again: dict[str, str] = {}
    for project in round_.projects:
        # Asked of a project that is gone, the server counts nobody rather than say so.
        if not project.id or not server.exists(project.id, project.tag):
            note = "the project is gone from the server" if project.id else "not put up to the end"
            notes |= dict.fromkeys(project.members, note)
            again |= dict.fromkeys(project.members, round_.put_up_by(project))
            continue
        counts = server.progress(project.id)
        for member in project.members:
            if member in counts:
                done[member] = done.get(member, 0) + counts[member]
            elif member not in notes:
                notes[member] = "no longer a member of the project"
    seen = _note_down(store, round_, done)
    pulled = store.votes(round_.name)
    given = (*pulled.votes, *pulled.adjudicated)
    wrong = Counter(raw.annotator for raw in given if broken(raw))
    passed = Counter((raw.annotator, abstained(raw)) for raw in given)
    # The server counts the last page as one more. Who had confirmed it at the last pull is known.
    pages = Counter(pulled.finished)
    return [
        MemberProgress(
            member=member,
            done=max(0, min(of, done.get(member, 0) - pages[member]) - wrong[member]),
            of=of,
            hours_left=_hours_left(seen, member, of),
            note=notes.get(member, ""),
            broken=wrong[member],
            unsure=passed[member, UNSURE],
            skipped=passed[member, SKIP],
            again=again.get(member, ""),
        )
        for member, of in _assigned(round_).items()
    ]


def _assigned(round_: Round) -> dict[str, int]:
    """How many clauses each member judges, or decides."""
    counts = dict.fromkeys((one for project in round_.projects for one in project.members), 0)
    for project in round_.projects:
        for own in round_.judges(project).values():
            for member in own:
                counts[member] += 1
    return counts


def _note_down(store: Store, round_: Round, done: Mapping[str, int]) -> list[Seen]:
    path = store.place(round_.name) / PROGRESS
    now = Seen(at=datetime.now(UTC).isoformat(timespec="seconds"), done=dict(done))
    with path.open("ab") as file:
        file.write(msgspec.json.encode(now) + b"\n")
    opened = Seen(at=round_.opened, done=dict.fromkeys(done, 0))
    return [opened, *_noted(path.read_bytes().splitlines())]


def _noted(lines: Iterable[bytes]) -> list[Seen]:
    """Every line that was written whole: the last may have been cut off by a stop."""
    found = []
    for line in lines:
        try:
            found.append(msgspec.json.decode(line, type=Seen))
        except msgspec.DecodeError:
            continue
    return found


def _hours_left(seen: Sequence[Seen], member: str, of: int) -> float | None:
    """What is left, at the pace since the member was last seen to have confirmed less."""
    now = seen[-1]
    count = now.done.get(member, 0)
    if count >= of:
        return 0.0
    earlier = [one for one in seen[:-1] if one.done.get(member, 0) < count]
    if not earlier:
        return None
    # From the first time on: breaks count, since there will be others.
    start = earlier[0]
    hours = (_time(now) - _time(start)).total_seconds() / _HOUR
    pace = (count - start.done.get(member, 0)) / hours if hours > 0 else 0.0
    return (of - count) / pace if pace else None


def _time(seen: Seen) -> datetime:
    return datetime.fromisoformat(seen.at)
