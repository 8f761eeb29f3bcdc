"""What several commands on rounds share: options, and what they ask of a round that is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.errors import RoundError

if TYPE_CHECKING:
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
