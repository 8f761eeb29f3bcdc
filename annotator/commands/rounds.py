"""``annotate rounds``: annotation rounds in doccano. Needs the extra ``rounds``."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.commands import options
from annotator.commands.rounds_asking import grow, next_, open_
from annotator.commands.rounds_shared import (
    corpora_option,
    guidelines_option,
    its_server,
    must_be_on_the_server,
    must_not_be_over,
    pulled_of,
    say,
)
from annotator.errors import UsageError
from annotator.progress import watched

if TYPE_CHECKING:
    from annotator.rounds.store import Store


@click.group()
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    default=Path("rounds"),
    show_default=True,
    help="Where rounds are kept.",
)
@click.pass_context
def rounds(context: click.Context, folder: Path) -> None:
    """Annotation rounds in doccano.

    DOCCANO_URL, DOCCANO_USERNAME and DOCCANO_PASSWORD say which server; `make doccano` starts one
    on this machine. Every command can be run again after any failure, and goes on.
    """
    if importlib.util.find_spec("doccano_client") is None:
        raise UsageError(
            "Rounds need doccano-client: in the repository's folder, `make doccano` installs it "
            "(into .venv), or `pip install '.[rounds]'` into an environment of your own."
        )
    from annotator.rounds.store import Store

    context.obj = Store(folder)


rounds.add_command(open_)
rounds.add_command(next_)
rounds.add_command(grow)


@rounds.command()
@click.argument("name")
@click.pass_obj
def status(store: Store, name: str) -> None:
    """Who has confirmed how much, how well they agree so far, and how long the rest will take."""
    from annotator.rounds import messages as words
    from annotator.rounds.agreeing import measure
    from annotator.rounds.progress import look

    round_ = store.read(name)
    must_be_on_the_server(round_)
    found = look(its_server(round_), store, round_)
    say(words.progress(found))
    pulled = store.votes(name)
    if pulled.at:
        click.echo(words.so_far(measure(round_, pulled), pulled))
    else:
        click.echo(
            "Nothing has been pulled yet: `annotate rounds pull` tells which votes break the rule, "
            "and how far members agree."
        )


@rounds.command()
@click.argument("name")
@click.pass_obj
def pull(store: Store, name: str) -> None:
    """Fetch what members have confirmed; at any time, as often as you like."""
    from annotator.rounds import messages as words
    from annotator.rounds.pulling import pull as fetch

    with store.alone(name), watched() as tell:
        round_ = store.read(name)
        must_be_on_the_server(round_)
        before = store.votes(name)
        result = fetch(its_server(round_), store, round_, tell)
    for note in result.notes:
        click.echo(note, err=True)
    say(words.pulled(round_, result.pulled, before))


@rounds.command()
@click.argument("name")
@click.pass_obj
def agree(store: Store, name: str) -> None:
    """Measure how far members agree, by what was last pulled."""
    from annotator.rounds import messages as words
    from annotator.rounds.agreeing import measure
    from annotator.rounds.countries import by_country

    round_, pulled = store.read(name), pulled_of(store, name)
    say(words.agreement(round_, measure(round_, pulled)))
    if found := by_country(round_, pulled):
        say(words.by_country(found))


@rounds.command()
@click.argument("name")
@click.option("--to", "user", required=True, metavar="USER", help="Who decides.")
@guidelines_option
@click.pass_obj
def adjudicate(store: Store, name: str, user: str, guidelines: Path) -> None:
    """Put the disagreements, with every vote and comment, before one who decides."""
    from annotator.rounds.adjudicating import adjudicate as put
    from annotator.rounds.doccano.client import tokens_from_environment
    from annotator.rounds.lacking import lacking, listed

    with store.alone(name), watched() as tell:
        pulled_of(store, name)
        round_ = store.read(name)
        must_not_be_over(round_, store)
        server, tokens = its_server(round_), tokens_from_environment()
        round_ = put(server, store, round_, user, guidelines=guidelines, tokens=tokens, tell=tell)
    project = round_.adjudicating
    if project is not None:
        where = server.address(project.id)
        click.echo(f"{len(project.clauses)} disagreements for {user}: {where}")
        if user not in tokens:
            click.echo(
                f"DOCCANO_TOKENS has no token of {user}: what most members said is not set for "
                "them.",
                err=True,
            )
    lacks = lacking(round_, store.votes(name))
    if lacks:
        click.echo(
            f"Votes are lacking of {listed(lacks)}; run this again when they are pulled.", err=True
        )


@rounds.command()
@click.argument("name")
@click.option("--partly", is_flag=True, help="Close although some clauses are not decided.")
@click.option(
    "--without", default="", metavar="USER,USER...", help="Wait for no more votes of these."
)
@corpora_option
@click.pass_obj
def close(store: Store, name: str, partly: bool, without: str, corpora: Path) -> None:
    """Write what was decided into the corpora, from which `make train` learns."""
    from annotator.rounds.closing import close as finish
    from annotator.rounds.lacking import listed
    from annotator.rounds.request import user_names

    with store.alone(name):
        pulled_of(store, name)
        round_ = store.read(name)
        closed = finish(store, round_, corpora, partly=partly, without=user_names(without))
    click.echo(f"{closed.decided} clauses decided.")
    for path in closed.files:
        click.echo(f"Written: {path}")
    left = len(closed.unjudged) + len(closed.undecided)
    if left:
        why = f" (votes are lacking of {listed(closed.lacks)})" if closed.lacks else ""
        click.echo(f"{left} clauses were left undecided{why}; another round may choose them.")
    click.echo("`make train` learns from them; `make evaluate` measures what it gained.")


@rounds.command()
@click.argument("name")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where the page goes; else into the round's folder.",
)
@options.overwriting
@click.pass_obj
def report(store: Store, name: str, output: Path | None, overwrite: bool) -> None:
    """Write the round's figures and its hardest clauses as one HTML page."""
    from annotator.files import refuse_others, replacing
    from annotator.rounds.reporting import is_untouched, render

    round_ = store.read(name)
    path = output or store.place(name) / "report.html"
    if not overwrite:
        refuse_others(path, is_untouched)
    with replacing(path) as file:
        file.write(render(round_, pulled_of(store, name)))
    click.echo(f"Written: {path}")


@rounds.command("list")
@click.pass_obj
def list_(store: Store) -> None:
    """The rounds in the folder."""
    for name in store.names():
        round_ = store.read(name)
        who = ", ".join(round_.annotators)
        click.echo(
            f"{name:<20} {round_.state:<9} {len(round_.clauses):>5} clauses  {who}  {round_.url}"
        )
    if not store.names():
        click.echo(f"There are no rounds in {store.folder}.")


@rounds.command()
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def delete(store: Store, name: str, yes: bool) -> None:
    """Delete the round's projects on the server; its folder stays if anything was pulled."""
    from annotator.rounds.deleting import delete as take_down

    with store.alone(name):
        round_ = store.read(name)
        pulled, server = store.votes(name), its_server(round_)
        click.echo(
            f"This deletes {len(round_.projects)} projects on {server.url}, with every label in "
            f"them; {len(pulled.votes)} votes were pulled ({pulled.at[:16] or 'never'})."
        )
        if not yes:
            click.confirm("Delete them?", abort=True)
        take_down(server, store, round_)
    if store.has(name):
        click.echo(f"Deleted. {store.place(name)} is left; remove it yourself if nobody needs it.")
    else:
        click.echo(f"Deleted. Nothing had been pulled; the name {name} is free again.")
