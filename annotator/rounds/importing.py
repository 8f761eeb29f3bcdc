"""Clauses into a project, each once: whatever failed on the way, running it again completes it.

The server is asked what it has, what is missing is sent, and the server is asked again: a clause
whose answer was lost is known by our id of it and not sent twice. The server shows them in the
order in which they came: few are sent one by one, many as files that its task queue takes in, which
is many times quicker. Where no queue runs, or it failed, they go one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from annotator.progress import Progress
from annotator.rounds.doccano import FINISHED
from annotator.rounds.doccano.client import Server
from annotator.rounds.doccano.session import ServerLost
from annotator.rounds.manifest import RoundClause
from annotator.rounds.page import meta_of

_TRIES = 3
#: From so many clauses on a task is quicker than as many requests; so many are a file.
_MANY, _FILE = 100, 1000

#: Gives the text of a clause's page.
Page = Callable[[RoundClause], str]


def bring(
    server: Server, project: int, clauses: Sequence[RoundClause], page: Page, tell: Progress
) -> dict[str, int]:
    """See to it that ``clauses`` are in ``project``, each once.

    Args:
        server: a connection of the project's administrator.
        project: the server's id of it.
        clauses: what must be in it.
        page: gives what the annotator reads of a clause.
        tell: told how far it is.

    Returns:
        the server's id of each clause, by ours.

    Raises:
        ServerLost: the server kept failing; what arrived is kept.
    """
    for tries_left in reversed(range(_TRIES)):
        there = _there(server, project)
        missing = [clause for clause in clauses if clause.id not in there]
        tell("bringing the clauses", len(clauses) - len(missing), len(clauses))
        if not missing:
            return there
        try:
            if tries_left == _TRIES - 1 and len(missing) >= _MANY and server.takes_many:
                _send_files(server, project, missing, page, tell)
            else:
                _send(server, project, missing, page, tell)
        except ServerLost:
            if not tries_left:
                raise
    return _there(server, project)


def end(server: Server, project: int, text: str) -> int:
    """See to it that the page that says that all is finished is the last of ``project``.

    The server shows pages as they came, so where clauses came after it it is made anew.

    Returns:
        the server's id of it.
    """
    last, rows = server.last_page(project), server.rows(project)
    if last is not None and all(row.id < last.id for row in rows):
        return last.id
    if last is not None:
        server.delete_rows(project, [last.id])
    return server.create_row(project, text, {"clause": FINISHED})


def _there(server: Server, project: int) -> dict[str, int]:
    """What the project holds; of a clause that is in it twice, the later ones are taken out."""
    rows = sorted(server.rows(project))
    first: dict[str, int] = {}
    for row in rows:
        first.setdefault(row.clause, row.id)
    twice = [row.id for row in rows if first[row.clause] != row.id]
    if twice:
        server.delete_rows(project, twice)
    return first


def _send(
    server: Server, project: int, missing: Sequence[RoundClause], page: Page, tell: Progress
) -> None:
    for done, clause in enumerate(missing, 1):
        server.create_row(project, page(clause), meta_of(clause))
        tell("bringing the clauses", done, len(missing))


def _send_files(
    server: Server, project: int, missing: Sequence[RoundClause], page: Page, tell: Progress
) -> None:
    for start in range(0, len(missing), _FILE):
        part = missing[start : start + _FILE]
        server.create_rows(project, [(page(clause), meta_of(clause)) for clause in part])
        tell("bringing the clauses", start + len(part), len(missing))
