"""What members confirmed, from the server into the round's folder; as often as one likes."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from annotator.errors import RoundError
from annotator.progress import Progress, silent
from annotator.rounds.doccano import FINISHED
from annotator.rounds.doccano.client import Gone, Server
from annotator.rounds.manifest import Project, Round
from annotator.rounds.store import Store
from annotator.rounds.votes import MemberRemark, Pulled, RawVote, votes_by_clause
from annotator.rounds.weighing import weigh
from annotator.schema import Struct

#: Bytes that the archive of one project may hold when unpacked.
_MOST_BYTES = 500_000_000


class Exported(Struct, frozen=True):
    """A line of the server's export: our id of the clause, and the labels."""

    clause: str = ""
    label: tuple[str, ...] = ()


class Result(Struct, frozen=True):
    """What a pull gave, and sentences on what it could not get."""

    pulled: Pulled
    notes: tuple[str, ...] = ()


class _Fetched(NamedTuple):
    """What one project gave: the votes that hold, and those that held before and do not now."""

    votes: tuple[RawVote, ...]
    withdrawn: tuple[RawVote, ...]
    remarks: tuple[MemberRemark, ...]
    finished: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def pull(server: Server, store: Store, round_: Round, tell: Progress = silent) -> Result:
    """Fetch what members have confirmed and written, and keep it.

    What the server has lost meanwhile (a project, a member with all their labels) is kept as it
    was last pulled, and said. What a member no longer confirms is kept apart: see
    :class:`annotator.rounds.votes.Pulled`.

    Raises:
        RoundError: the server fails; what was pulled before stays as it was.
    """
    before = store.votes(round_.name)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    projects = (*round_.annotating, *((round_.adjudicating,) if round_.adjudicating else ()))
    fetched = []
    for number, project in enumerate(projects):
        tell("pulling votes", number, len(projects))
        again = round_.put_up_by(project)
        fetched.append(_fetched(server, project, _of(project, before), again))
    judged = fetched[: len(round_.annotating)]
    votes = _dated([raw for one in judged for raw in one.votes], before, at)
    pulled = Pulled(
        at=at,
        votes=votes,
        adjudicated=tuple(raw for one in fetched[len(judged) :] for raw in one.votes),
        withdrawn=tuple(raw for one in fetched for raw in one.withdrawn),
        remarks=tuple(dict.fromkeys(remark for one in fetched for remark in one.remarks)),
        finished=tuple(name for one in fetched for name in one.finished),
        weighed=weigh(votes_by_clause(votes), round_.known),
    )
    store.write_votes(round_.name, pulled)
    return Result(pulled=pulled, notes=tuple(note for one in fetched for note in one.notes))


def _dated(votes: Sequence[RawVote], before: Pulled, at: str) -> tuple[RawVote, ...]:
    """The votes with the time at which a pull first saw each, whatever its labels were then."""
    first = {(raw.annotator, raw.clause): raw.first for raw in (*before.votes, *before.withdrawn)}
    return tuple(
        msgspec.structs.replace(raw, first=first.get((raw.annotator, raw.clause)) or at)
        for raw in votes
    )


def _of(project: Project, before: Pulled) -> _Fetched:
    """What earlier pulls gave of a project."""
    votes = before.votes if project.purpose == "annotate" else before.adjudicated
    return _Fetched(
        votes=tuple(raw for raw in votes if raw.annotator in project.members),
        withdrawn=tuple(
            raw
            for raw in before.withdrawn
            if raw.annotator in project.members and raw.clause in project.clauses
        ),
        remarks=before.remarks,
    )


def _fetched(server: Server, project: Project, before: _Fetched, again: str) -> _Fetched:
    """The votes in a project; where the server has lost something, those pulled before.

    ``again`` is the command that puts it up.
    """
    if not project.id:
        raise RoundError(f"The round was not opened to the end: run `{again}`.")
    try:
        if not server.exists(project.id, project.tag):
            raise Gone(f"Project {project.id} is not that of the round.")
        present = {member.username for member in server.members(project.id)}
        remarks = _remarks(server, project)
        with tempfile.TemporaryDirectory() as folder:
            archive = server.export(project.id, Path(folder))
            said = list(_votes(archive, project))
    except Gone:
        note = (
            f"Project {project.id} is gone from the server: what was pulled before "
            f"({len(before.votes)} votes) is kept"
        )
        note += f"; `{again}` puts its clauses up again." if again else "."
        return before._replace(notes=(note,))
    found = [raw for raw in said if raw.clause != FINISHED]
    lost = [name for name in project.members if name not in present]
    now = {(raw.annotator, raw.clause) for raw in found}
    kept: list[RawVote] = []
    withdrawn: list[RawVote] = []
    for raw in (*before.votes, *before.withdrawn):
        if (raw.annotator, raw.clause) in now:
            continue
        # A project that was deleted and put up again begins empty: nobody has withdrawn anything.
        held = raw.annotator in lost or raw.project not in (0, project.id)
        (kept if held and raw in before.votes else withdrawn).append(raw)
    return _Fetched(
        votes=(*found, *kept),
        withdrawn=tuple(withdrawn),
        remarks=(*remarks, *(one for one in before.remarks if one.annotator in lost)),
        finished=tuple(raw.annotator for raw in said if raw.clause == FINISHED),
        notes=tuple(
            f"{name} is no longer in project {project.id}: votes pulled before are kept."
            for name in lost
        ),
    )


def _remarks(server: Server, project: Project) -> list[MemberRemark]:
    """All that was written on the project's clauses, confirmed or not, and on its last page."""
    written = server.comments(project.id)
    if not written:
        return []
    clauses = {row.id: row.clause for row in server.rows(project.id)}
    if (last := server.last_page(project.id)) is not None:
        clauses[last.id] = FINISHED
    return [
        MemberRemark(clause=clauses[one.row], annotator=one.username, text=one.text)
        for one in written
        if clauses.get(one.row) in (*project.clauses, FINISHED)
    ]


def _votes(archive: Path, project: Project) -> Iterator[RawVote]:
    """What the members of a project said, on its last page too, of the archive of the server.

    It holds a file a member, the administrator's too; one without a vote is a blank line.
    """
    known = {*project.clauses, FINISHED}
    with zipfile.ZipFile(archive) as packed:
        if sum(entry.file_size for entry in packed.infolist()) > _MOST_BYTES:
            raise RoundError("The server's export is larger than a round can be; nothing was read.")
        for entry in packed.infolist():
            member = Path(entry.filename).stem
            if member in project.members:
                for one in _lines(packed.read(entry)):
                    if one.clause in known:
                        yield RawVote(
                            clause=one.clause,
                            annotator=member,
                            labels=tuple(sorted(one.label)),
                            project=project.id,
                        )


def _lines(data: bytes) -> Iterable[Exported]:
    try:
        return [
            msgspec.json.decode(line, type=Exported) for line in data.splitlines() if line.strip()
        ]
    except msgspec.DecodeError as error:
        raise RoundError(f"The server's export cannot be read ({error}); pull again.") from error
