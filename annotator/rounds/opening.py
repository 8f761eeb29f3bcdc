"""Opening a round: its project on the server, whatever of it is there already.

Each step first looks what it finds, so that the same command goes on where it stopped: after a
server that went down, a network that was cut, a process that was killed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from annotator.errors import RoundError
from annotator.progress import Progress
from annotator.rounds.doccano.client import Server
from annotator.rounds.guidelines import shown
from annotator.rounds.importing import Page, bring, end
from annotator.rounds.labels import color_of, keys_for
from annotator.rounds.manifest import Project, Round, RoundClause
from annotator.rounds.page import last_page, page_of
from annotator.rounds.store import Store
from annotator.rounds.suggesting import suggest

_SHORT = (
    "Give each clause exactly one label (keys 1 to 4) and, unless it is neutral, every issue that "
    "it raises (keys a to u); or say that you are unsure (5) or that somebody else should judge it "
    "(6). Then confirm it with Enter. What is not confirmed does not count."
)


def planned(
    name: str,
    key: str,
    members: Sequence[str],
    clauses: Sequence[RoundClause],
    *,
    assigned: bool = False,
) -> tuple[Project, ...]:
    """The projects that a round needs.

    Where all judge all, or the server shows members only what is ``assigned`` to them, one. Else
    one a member, with that member's clauses. ``key`` tells this round from another of its name.
    """
    tag = f"annotate:{name}:{key}"
    together = assigned or all(set(clause.members) == set(members) for clause in clauses)
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
    for project in round_.annotating:
        round_ = put_up_one(
            server, store, round_, project, guidelines=guidelines, tokens=tokens, tell=tell
        )
    return store.write(msgspec.structs.replace(round_, state="open", url=server.url))


def put_up_one(
    server: Server,
    store: Store,
    round_: Round,
    project: Project,
    *,
    guidelines: Path,
    tokens: Mapping[str, str],
    tell: Progress,
) -> Round:
    """Bring one of the round's projects onto the server, as far as it is not there.

    The arguments are those of :func:`put_up`, whose members have their accounts.
    """

    def page(clause: RoundClause) -> str:
        return page_of(clause, marked=round_.assisted)

    project = make(server, project, shown(guidelines), _title(round_, project))
    round_ = with_project(store, round_, project)
    rows = fill(server, round_, project, page, tell)
    if not round_.assisted:
        return round_
    wanted = {one.id: (*one.suggestion.issues, one.suggestion.label) for one in round_.clauses}
    judges = round_.judges(project)
    for done in suggest(server, project, rows, wanted, judges, tokens, tell):
        round_ = with_project(store, round_, done)
    return round_


def fill(
    server: Server, round_: Round, project: Project, page: Page, tell: Progress
) -> dict[str, int]:
    """Labels, members, clauses, last page and assignments of a project.

    Returns:
        the server's id of each clause.
    """
    _label_types(server, project)
    members = _members(server, project)
    clauses = round_.by_id()
    rows = bring(server, project.id, [clauses[id_] for id_ in project.clauses], page, tell)
    last = end(server, project.id, last_page(round_))
    if server.has_assignments:
        judges = round_.judges(project)
        if all(set(own) == set(project.members) for own in judges.values()):
            server.assign_all(project.id, members)
        _assign(
            server,
            project,
            {last: project.members, **{rows[id_]: own for id_, own in judges.items()}},
        )
    return rows


def _assign(server: Server, project: Project, wanted: Mapping[int, Iterable[str]]) -> None:
    """See to it that each row is assigned to those who judge it; what is assigned stays so."""
    last = server.last_page(project.id)
    rows = [*server.rows(project.id), *([last] if last else [])]
    users = server.users()
    for row in rows:
        for name in wanted.get(row.id, ()):
            if name not in row.assigned:
                server.assign(project.id, row.id, users[name])


def make(server: Server, project: Project, guideline: str, title: str) -> Project:
    """The project, found on the server or made there."""
    if project.id and server.exists(project.id, project.tag):
        return project
    found = server.project(project.tag)
    if found is None:
        tags = ["annotate", project.tag]
        found = server.create_project(title, _SHORT, guideline, tags)
        # What was suggested went with the project that is gone.
        project = msgspec.structs.replace(project, suggested=())
    return msgspec.structs.replace(project, id=found)


def with_project(store: Store, round_: Round, project: Project) -> Round:
    """Keep the round with ``project`` in the place of the one of its tag."""
    projects = tuple(project if one.tag == project.tag else one for one in round_.projects)
    return store.write(msgspec.structs.replace(round_, projects=projects))


def _title(round_: Round, project: Project) -> str:
    whose = "" if len(round_.annotating) == 1 else f" ({', '.join(project.members)})"
    return f"Round {round_.name}{whose}"


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


def _label_types(server: Server, project: Project) -> None:
    there = server.label_types(project.id)
    for text, key in keys_for(project.purpose).items():
        if text not in there:
            server.create_label_type(project.id, text, color_of(text), key)


def _members(server: Server, project: Project) -> list[int]:
    """Make sure of the project's members; the ids of their memberships."""
    there = {member.username for member in server.members(project.id)}
    for name in project.members:
        if name not in there:
            server.add_member(project.id, name)
    return [one.id for one in server.members(project.id) if one.username in project.members]
