"""Clauses into a project, each once: whatever failed on the way, running it again completes it.

The server is asked what it has, what is missing is sent over a few connections at a time, and the
server is asked again: a clause whose answer was lost is known by our id of it and not sent twice.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import local

from annotator.progress import Progress
from annotator.rounds.doccano.client import Server
from annotator.rounds.doccano.session import ServerLost
from annotator.rounds.manifest import RoundClause

_CONNECTIONS = 4
_TRIES = 3

Meta = Callable[[RoundClause], dict[str, str]]


def bring(
    server: Server, project: int, clauses: Sequence[RoundClause], meta: Meta, tell: Progress
) -> dict[str, int]:
    """See to it that ``clauses`` are in ``project``, each once.

    Args:
        server: a connection of the project's administrator.
        project: the server's id of it.
        clauses: what must be in it.
        meta: what the annotator sees beside a clause's text; ``clause`` must be our id of it.
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
            _send(server, project, missing, meta, tell)
        except ServerLost:
            if not tries_left:
                raise
    return _there(server, project)


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
    server: Server, project: int, missing: Sequence[RoundClause], meta: Meta, tell: Progress
) -> None:
    own = local()

    def send(clause: RoundClause) -> None:
        if not hasattr(own, "server"):
            own.server = server.another()
        own.server.create_row(project, clause.text, meta(clause))

    with ThreadPoolExecutor(_CONNECTIONS) as pool:
        try:
            for done, _ in enumerate(pool.map(send, missing), 1):
                tell("bringing the clauses", done, len(missing))
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def meta_of(clause: RoundClause) -> dict[str, str]:
    """What stands beside a clause on the annotation page, the most telling first.

    The page shows it in this order; keys without a value are left out.
    """
    shown = {
        "law": clause.title,
        "provision": clause.number,
        "headings": " › ".join(part for part in (*clause.path, clause.heading) if part),
        "lead-in": clause.lead_in,
        "clause before": clause.before,
        "clause after": clause.after,
    }
    return {key: " ".join(value.split()) for key, value in shown.items() if value} | {
        "clause": clause.id
    }
