"""How long a large round takes: what ``make rounds-bench`` runs.

A server of its own, as many made-up clauses and members as are asked for. The members' labels are
put into its database at once; all else is done as ``annotate rounds`` does it.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from annotator.decisions import clause_hash
from annotator.rounds.agreeing import measure
from annotator.rounds.closing import close
from annotator.rounds.doccano.client import Server
from annotator.rounds.doccano.local import ADMIN, LocalServer
from annotator.rounds.manifest import Round, RoundClause, Suggestion
from annotator.rounds.opening import planned, put_up
from annotator.rounds.pulling import pull
from annotator.rounds.reporting import render
from annotator.rounds.store import Store

Result = TypeVar("Result")

_GUIDELINES = Path("corpora/GUIDELINES.md")


@click.command()
@click.option("--python", type=click.Path(path_type=Path), default=Path(".venv-doccano/bin/python"))
@click.option("--clauses", default=5000, show_default=True)
@click.option("--members", default=5, show_default=True)
@click.option("--port", default=8765, show_default=True)
def main(python: Path, clauses: int, members: int, port: int) -> None:
    """Open, pull and close a round of made-up clauses, and print the time of each."""
    names = tuple(f"member{number}" for number in range(1, members + 1))
    with tempfile.TemporaryDirectory() as folder:
        local = LocalServer(Path(folder) / "doccano", python, port)
        local.start()
        try:
            _run(local, Store(Path(folder) / "rounds"), _made_up(clauses, names, local.url))
        finally:
            local.stop()


def _run(local: LocalServer, store: Store, round_: Round) -> None:
    accounts = local.add_accounts(round_.annotators)
    server = Server(local.url, ADMIN, accounts[ADMIN].password)

    def opened() -> Round:
        return put_up(
            server, store, round_, guidelines=_GUIDELINES, tokens={}, tell=lambda *_: None
        )

    round_ = _timed(f"open {len(round_.clauses)} clauses, {len(round_.annotators)} members", opened)
    _timed("open again, nothing to do", opened)
    for project in round_.projects:
        local.vote(project.id, project.members, ("blind", "detention"))
    pulled = _timed("pull", lambda: pull(server, store, round_)).pulled
    click.echo(f"  {len(pulled.votes)} votes")
    _timed("agree", lambda: measure(round_, pulled))
    _timed("report", lambda: render(round_, pulled))
    closed = _timed("close", lambda: close(store, round_, store.folder / "corpora"))
    click.echo(f"  {closed.decided} clauses decided")


def _timed(what: str, work: Callable[[], Result]) -> Result:
    start = time.perf_counter()
    result = work()
    click.echo(f"{what}: {time.perf_counter() - start:.1f} s")
    return result


def _made_up(count: int, members: tuple[str, ...], url: str) -> Round:
    clauses = tuple(_clause(number, members) for number in range(1, count + 1))
    return Round(
        name="bench",
        url=url,
        opened="2026-01-01T00:00:00+00:00",
        seed=7,
        overlap=1.0,
        assisted=False,
        annotators=members,
        model="none",
        clauses=clauses,
        projects=planned("bench", "bench", members, clauses),
    )


def _clause(number: int, members: tuple[str, ...]) -> RoundClause:
    text = f"An officer of post {number} may detain a traveller who has no document. " * 4
    return RoundClause(
        id=f"bench-{number:05d}",
        sha256=clause_hash(text),
        law="X-1",
        title="A made-up Act",
        number=f"{number}(1)",
        heading="Detention",
        path=("Part 1",),
        lead_in="",
        text=text.strip(),
        before=text,
        after=text,
        chosen="random",
        suggestion=Suggestion(label="blind", issues=("detention",), confidence=0.9),
        members=members,
    )


if __name__ == "__main__":
    main()
