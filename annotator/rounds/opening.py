"""Opening a round: its project on the server, whatever of it is there already.

Each step first looks what it finds, so that the same command goes on where it stopped: after a
server that went down, a network that was cut, a process that was killed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from annotator.errors import RoundError
from annotator.progress import Progress
from annotator.rounds.doccano.client import Server
from annotator.rounds.importing import Meta, bring, meta_of
from annotator.rounds.labels import KEYS, color_of
from annotator.rounds.manifest import Project, Round, RoundClause
from annotator.rounds.store import Store
from annotator.rounds.suggesting import suggest

_SHORT = (
    "Give each clause exactly one label (keys 1 to 4) and, unless it is neutral, every issue that "
    "it raises (keys a to u). Then confirm it with Enter. What is not confirmed does not count."
)


def planned(
    name: str, key: str, members: Sequence[str], clauses: Sequence[RoundClause]
) -> tuple[Project, ...]:
    """The projects that a round needs.

    Where all judge all, one. Else one a member, with that member's clauses: so nobody sees others'
    on any version of the server. ``key`` tells this round from another of its name.
    """
    tag = f"annotate:{name}:{key}"
    together = all(set(clause.members) == set(members) for clause in clauses)
    groups = {tag: tuple(members)} if together else {f"{tag}:{one}": (one,) for one in members}
    return tuple(
        Project(
            tag=own,
            purpose="annotate",
            members=group,
            clauses=tuple(one.id for one in clauses if set(group) & set(one.members)),
        )
        for own, group in groups.items()
    )


def put_up(
    server: Server,
    store: Store,
    round_: Round,
    *,
    guidelines: Path,
    tokens: dict[str, str],
    tell: Progress,
) -> Round:
    """Bring the round's projects onto the server, as far as they are not there.

    Args:
        server: the coordinator's connection.
        store: where the round is kept.
        round_: the round; its manifest is kept up to date on the way.
        guidelines: the file that annotators decide by.
        tokens: of the annotators, where the classifier's labels are to be suggested to them.
        tell: told how far it is.

    Raises:
        RoundError: an annotator has no account, a token is missing, or the server fails.
    """
    need_accounts(server, round_.annotators, tokens if round_.assisted else None)
    for place in range(len(round_.projects)):
        round_ = _with_project(store, round_, place, _made(server, round_, place, guidelines))
        project = round_.projects[place]
        rows = fill(server, round_, project, meta_of, tell)
        if round_.assisted and project.purpose == "annotate":
            for done in suggest(server, round_, project, rows, tokens, tell):
                round_ = _with_project(store, round_, place, done)
    return store.write(msgspec.structs.replace(round_, state="open"))


def fill(
    server: Server, round_: Round, project: Project, meta: Meta, tell: Progress
) -> dict[str, int]:
    """Labels, members, clauses and assignments of a project; the server's id of each clause."""
    _label_types(server, project.id)
    members = _members(server, project)
    clauses = round_.by_id()
    rows = bring(server, project.id, [clauses[id_] for id_ in project.clauses], meta, tell)
    if server.has_assignments:
        server.assign_all(project.id, members)
    return rows


def make(server: Server, project: Project, guideline: str, title: str) -> Project:
    """The project, found on the server or made there."""
    if project.id and server.exists(project.id):
        return project
    found = server.project(project.tag)
    if found is None:
        tags = ["annotate", project.tag]
        found = server.create_project(title, _SHORT, guideline, tags)
        # What was suggested went with the project that is gone.
        project = msgspec.structs.replace(project, suggested=())
    return msgspec.structs.replace(project, id=found)


def _made(server: Server, round_: Round, place: int, guidelines: Path) -> Project:
    project = round_.projects[place]
    whose = "" if len(round_.annotating) == 1 else f" ({', '.join(project.members)})"
    guideline = guidelines.read_text(encoding="utf-8")
    return make(server, project, guideline, f"Round {round_.name}{whose}")


def _with_project(store: Store, round_: Round, place: int, project: Project) -> Round:
    projects = [*round_.projects[:place], project, *round_.projects[place + 1 :]]
    return store.write(msgspec.structs.replace(round_, projects=tuple(projects)))


def need_accounts(
    server: Server, annotators: Sequence[str], tokens: Mapping[str, str] | None
) -> None:
    """See to it that all can take part, before anything is made for them.

    Args:
        server: the coordinator's connection.
        annotators: their user names.
        tokens: of the annotators, where suggestions are made in their names; else None.

    Raises:
        RoundError: an annotator has no account, or no token.
    """
    missing = sorted(set(annotators) - set(server.users()))
    if missing:
        raise RoundError(
            f"The server at {server.url} has no account named {missing[0]}: make one there (a "
            f"local server: `make doccano ACCOUNTS='{' '.join(missing)}'`), and run this again."
        )
    without = [] if tokens is None else sorted(set(annotators) - set(tokens))
    if without:
        raise RoundError(
            f"Suggestions are made in each annotator's own name: DOCCANO_TOKENS has no token of "
            f"{without[0]} (it reads `ana=TOKEN ben=TOKEN`)."
        )


def _label_types(server: Server, project: int) -> None:
    there = server.label_types(project)
    for text, key in KEYS.items():
        if text not in there:
            server.create_label_type(project, text, color_of(text), key)


def _members(server: Server, project: Project) -> list[int]:
    """Make sure of the project's members; the ids of their memberships."""
    there = {member.username for member in server.members(project.id)}
    for name in project.members:
        if name not in there:
            server.add_member(project.id, name)
    return [one.id for one in server.members(project.id) if one.username in project.members]
