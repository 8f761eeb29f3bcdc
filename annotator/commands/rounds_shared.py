"""What several commands on rounds share: options, and what they ask of a round that is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.errors import RoundError

if TYPE_CHECKING:
    from annotator.rounds.doccano.client import Server
    from annotator.rounds.manifest import Round
    from annotator.rounds.store import Store
    from annotator.rounds.votes import Pulled

guidelines_option = click.option(
    "--guidelines",
    type=click.Path(path_type=Path),
    default=Path("corpora/GUIDELINES.md"),
    show_default=True,
    help="What annotators decide by: shown to them in the project.",
)
corpora_option = click.option(
    "--corpora",
    type=click.Path(path_type=Path),
    default=Path("corpora"),
    show_default=True,
    help="The folder of what is decided.",
)


def pulled_of(store: Store, name: str) -> Pulled:
    """What was last pulled of a round.

    Raises:
        RoundError: there is no such round, or nothing was pulled of it.
    """
    store.read(name)
    pulled = store.votes(name)
    if not pulled.at:
        raise RoundError(f"Nothing has been pulled of round {name}: `annotate rounds pull {name}`.")
    return pulled


def its_server(round_: Round) -> Server:
    """The server that the environment names, on which a round must be.

    A server that has moved to another address is known by the round's projects.

    Raises:
        RoundError: it is another server, or it is not reached.
    """
    from annotator.rounds.doccano.client import from_environment

    server = from_environment()
    made = [one for one in round_.projects if one.id]
    moved = made and server.url != round_.url
    if moved and not any(server.exists(one.id, one.tag) for one in made):
        raise RoundError(
            f"Round {round_.name} was opened on {round_.url}, and {server.url} has none of its "
            "projects: let DOCCANO_URL name the server that it is on, or put its clauses up on "
            f"this one by `annotate rounds open --name {round_.name}`."
        )
    return server


def must_be_on_the_server(round_: Round) -> None:
    """Refuse a round whose projects were deleted by ``delete``."""
    if round_.state in ("closed", "deleted") and not any(one.id for one in round_.projects):
        raise RoundError(
            f"Round {round_.name} was deleted from {round_.url}: what was pulled before is all."
        )


def must_not_be_over(round_: Round, store: Store) -> None:
    """Refuse a round that is closed or deleted."""
    if round_.state == "closed":
        raise RoundError(f"Round {round_.name} is closed: open another under a new name.")
    if round_.state == "deleted":
        raise RoundError(
            f"Round {round_.name} was deleted, and {store.place(round_.name)} keeps what was "
            "pulled of it: open another under a new name."
        )


def say(lines: Iterator[str]) -> None:
    """Print lines as they come."""
    for line in lines:
        click.echo(line)
