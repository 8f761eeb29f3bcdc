"""What members confirmed, from the server into the round's folder; as often as one likes."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from annotator.errors import RoundError
from annotator.progress import Progress, silent
from annotator.rounds.doccano.client import Gone, Server
from annotator.rounds.manifest import Project, Round
from annotator.rounds.store import Store
from annotator.rounds.votes import Pulled, RawVote
from annotator.schema import Struct

#: Bytes that the archive of one project may hold when unpacked.
_MOST_BYTES = 500_000_000


class Exported(Struct, frozen=True):
    """A line of the server's export: our id of the clause, the labels, the member's comments."""

    clause: str = ""
    label: tuple[str, ...] = ()
    comments: tuple[str, ...] = msgspec.field(name="Comments", default=())


class Result(Struct, frozen=True):
    """What a pull gave, and sentences on what it could not get."""

    pulled: Pulled
    notes: tuple[str, ...] = ()


def pull(server: Server, store: Store, round_: Round, tell: Progress = silent) -> Result:
    """Fetch what members have confirmed, and keep it.

    What the server has lost meanwhile (a project, a member with all their labels) is kept as it
    was last pulled, and said.

    Raises:
        RoundError: the server fails; what was pulled before stays as it was.
    """
    before = store.votes(round_.name)
    votes, notes = _annotated(server, round_, before.votes, tell)
    adjudicated = before.adjudicated
    if round_.adjudicating is not None:
        adjudicated, more = _fetched(server, round_.adjudicating, before.adjudicated)
        notes += more
    now = datetime.now(UTC).isoformat(timespec="seconds")
    pulled = Pulled(at=now, votes=votes, adjudicated=adjudicated)
    store.write_votes(round_.name, pulled)
    return Result(pulled=pulled, notes=tuple(notes))


def _annotated(
    server: Server, round_: Round, before: Sequence[RawVote], tell: Progress
) -> tuple[tuple[RawVote, ...], list[str]]:
    votes: list[RawVote] = []
    notes: list[str] = []
    for number, project in enumerate(round_.annotating):
        tell("pulling votes", number, len(round_.annotating))
        own = [raw for raw in before if raw.annotator in project.members]
        fetched, more = _fetched(server, project, own)
        votes += fetched
        notes += more
    return tuple(votes), notes


def _fetched(
    server: Server, project: Project, before: Sequence[RawVote]
) -> tuple[tuple[RawVote, ...], list[str]]:
    """The votes in a project; where the server has lost something, those pulled before."""
    if not project.id:
        raise RoundError("The round was not opened to the end: run `annotate rounds open` again.")
    try:
        present = {member.username for member in server.members(project.id)}
        with tempfile.TemporaryDirectory() as folder:
            archive = server.export(project.id, Path(folder))
            found = list(_votes(archive, project))
    except Gone:
        note = (
            f"Project {project.id} is gone from the server: what was pulled before "
            f"({len(before)} votes) is kept; `annotate rounds open` puts its clauses up again."
        )
        return tuple(before), [note]
    lost = [name for name in project.members if name not in present]
    kept = [raw for raw in before if raw.annotator in lost]
    notes = [
        f"{name} is no longer in project {project.id}: votes pulled before are kept."
        for name in lost
    ]
    return (*found, *kept), notes


def _votes(archive: Path, project: Project) -> Iterator[RawVote]:
    """What the members of a project said, of the archive that the server made.

    It holds a file a member, the administrator's too; one without a vote is a blank line.
    """
    known = set(project.clauses)
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
                            comments=one.comments,
                        )


def _lines(data: bytes) -> Iterable[Exported]:
    try:
        return [
            msgspec.json.decode(line, type=Exported) for line in data.splitlines() if line.strip()
        ]
    except msgspec.DecodeError as error:
        raise RoundError(f"The server's export cannot be read ({error}); pull again.") from error
