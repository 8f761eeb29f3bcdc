"""``annotate rounds open``, ``next`` and ``grow``: what puts clauses before annotators."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.commands.annotating import annotated
from annotator.commands.completion import files
from annotator.commands.rounds_shared import (
    corpora_option,
    guidelines_option,
    its_server,
    must_not_be_over,
    pulled_of,
    say,
)
from annotator.errors import RoundError, UsageError
from annotator.progress import watched
from annotator.request import Request

if TYPE_CHECKING:
    from annotator.rounds.doccano.client import Server
    from annotator.rounds.following import Taught
    from annotator.rounds.manifest import Round
    from annotator.rounds.request import RoundRequest
    from annotator.rounds.store import Store

_countries = click.option(
    "--country",
    multiple=True,
    metavar="COUNTRY=USER,USER...",
    help="Annotators and their country, for figures by country; again for each country.",
)

#: How many clauses of a gold set are mixed in where nobody says.
_GOLD = 20
_gold = click.option(
    "--gold",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Decided clauses of these laws, to be mixed in to know each member's accuracy.",
)
_gold_size = click.option(
    "--gold-size", type=int, metavar="N", help=f"How many of them, besides --size; else {_GOLD}."
)


@click.command("open")
@click.argument("laws", nargs=-1, metavar="LAW...", shell_complete=files)
@click.option("--name", required=True, help="What the round is to be called, such as 2026-12.")
@click.option("--size", default=200, show_default=True, help="How many clauses to choose.")
@click.option("--annotators", default="", metavar="USER,USER...", help="Accounts on the server.")
@_countries
@click.option(
    "--overlap",
    default="",
    show_default="all, or none with --votes",
    help="Share that all judge: all, or 0.25.",
)
@click.option(
    "--votes",
    default=0,
    show_default="1",
    help="How many judge each clause that does not go to all.",
)
@click.option("--assisted", is_flag=True, help="Suggest the classifier's labels to annotators.")
@click.option("--at-random", default=0.2, show_default=True, help="Share drawn at random.")
@click.option("--seed", default=7, show_default=True, help="Of the draws; the round records it.")
@_gold
@_gold_size
@guidelines_option
@corpora_option
@click.pass_context
def open_(
    context: click.Context,
    laws: tuple[str, ...],
    name: str,
    size: int,
    annotators: str,
    country: tuple[str, ...],
    overlap: str,
    votes: int,
    assisted: bool,
    at_random: float,
    seed: int,
    gold: Path | None,
    gold_size: int | None,
    guidelines: Path,
    corpora: Path,
) -> None:
    """Choose clauses of LAWs and put them before annotators; run again, go on where it stopped."""
    from annotator.rounds.doccano.client import from_environment, tokens_from_environment
    from annotator.rounds.opening import need_accounts
    from annotator.rounds.request import requested

    store: Store = context.obj
    request = requested(
        name,
        size=size,
        annotators=annotators,
        overlap=overlap,
        at_random=at_random,
        seed=seed,
        votes=votes,
        countries=country,
        gold=_gold_wanted(gold, gold_size),
    )
    if not guidelines.is_file():
        raise RoundError(f"{guidelines} is not there: name the annotators' guidelines.")
    with store.alone(name):
        server = from_environment()
        if store.has(name):
            round_ = store.read(name)
            must_not_be_over(round_, store)
            _must_be_as_asked(context, round_, request, laws, assisted=assisted)
            click.echo(
                f"Round {name} is there already ({round_.state}): going on with it as it is."
            )
        else:
            _must_be_whole(laws, request)
            need_accounts(
                server, request.annotators, tokens_from_environment() if assisted else None
            )
            round_ = _new_round(
                store,
                laws,
                request,
                corpora,
                server.url,
                assisted=assisted,
                assigned=server.has_assignments,
                gold=gold,
            )
        _put_up(server, store, round_, guidelines)


@click.command("next")
@click.argument("name")
@click.argument("laws", nargs=-1, metavar="LAW...", shell_complete=files)
@click.option("--name", "new", default="", help="What the next round is called; else NAME.2.")
@click.option("--size", type=int, help="How many clauses to choose; else as many as before.")
@click.option("--annotators", default="", metavar="USER,USER...", help="Else those of before.")
@click.option("--anyway", is_flag=True, help="Open it although more labels hardly pay.")
@_gold
@_gold_size
@guidelines_option
@corpora_option
@click.pass_obj
def next_(
    store: Store,
    name: str,
    laws: tuple[str, ...],
    new: str,
    size: int | None,
    annotators: str,
    anyway: bool,
    gold: Path | None,
    gold_size: int | None,
    guidelines: Path,
    corpora: Path,
) -> None:
    """Learn from what was pulled of round NAME and those before it, and open the next.

    Its clauses are those of which it is now least sure what members would say, of the laws of
    round NAME, or of LAWs. It says when more labels hardly pay, and then opens nothing.
    """
    from annotator import load
    from annotator.rounds.doccano.client import from_environment, tokens_from_environment
    from annotator.rounds.following import learn, next_name, next_request, said_of
    from annotator.rounds.opening import need_accounts
    from annotator.rounds.request import user_names

    if importlib.util.find_spec("sklearn") is None:
        raise UsageError(
            "The next round needs scikit-learn, which the extra `rounds` brings by now: `make "
            "doccano` in the repository's folder installs it, or `pip install '.[rounds]'`."
        )
    before = store.read(name)
    pulled_of(store, name)
    new = new or next_name(name)
    with store.alone(new):
        server = from_environment()
        if store.has(new):
            round_ = store.read(new)
            _must_go_on(round_, name)
            _put_up(server, store, round_, guidelines)
            return
        request = next_request(
            before,
            new,
            size=size,
            annotators=user_names(annotators),
            gold=_gold_wanted(gold, gold_size),
        )
        sources = laws or (before.asked.sources if before.asked else ())
        if not sources:
            raise UsageError(f"Round {name} does not say which laws it is of: name them.")
        tokens = tokens_from_environment() if before.assisted else None
        need_accounts(server, request.annotators, tokens)
        taught = learn(store, before, load().get_pipe("clause_classifier"))  # type: ignore[arg-type]
        say(said_of(taught))
        if taught.learning and taught.learning.verdict == "pays no more" and not anyway:
            click.echo("No round is opened: name other laws, or say --anyway.")
            return
        round_ = _new_round(
            store,
            sources,
            request,
            corpora,
            server.url,
            assisted=before.assisted,
            assigned=server.has_assignments,
            gold=gold,
            taught=taught,
        )
        _put_up(server, store, round_, guidelines)


@click.command()
@click.argument("name")
@click.option(
    "--annotators", default="", metavar="USER,USER...", help="Accounts to ask besides its own."
)
@_countries
@click.option(
    "--without",
    default="",
    metavar="USER,USER...",
    help="Give what these have not judged to others.",
)
@click.option(
    "--model-unsure", is_flag=True, help="Also where members agree and the classifier was unsure."
)
@guidelines_option
@click.pass_obj
def grow(
    store: Store,
    name: str,
    annotators: str,
    country: tuple[str, ...],
    without: str,
    model_unsure: bool,
    guidelines: Path,
) -> None:
    """Ask one more member where those asked do not agree, are unsure, or have skipped a clause."""
    from annotator.rounds import messages as words
    from annotator.rounds.doccano.client import tokens_from_environment
    from annotator.rounds.growing import grow as put
    from annotator.rounds.growing import grown
    from annotator.rounds.request import countries_of, user_names

    with store.alone(name), watched() as tell:
        pulled, round_ = pulled_of(store, name), store.read(name)
        must_not_be_over(round_, store)
        server, tokens = its_server(round_), tokens_from_environment()
        countries = countries_of(country)
        found = grown(
            round_,
            pulled,
            annotators=(*user_names(annotators), *countries),
            countries=countries,
            without=user_names(without),
            model_unsure=model_unsure,
            assigned=server.has_assignments,
        )
        round_ = put(server, store, found, guidelines=guidelines, tokens=tokens, tell=tell)
    say(words.growth(found))
    for project in round_.annotating:
        asked = sorted({*project.members} & {*found.asked.values()})
        if asked:
            click.echo(f"{', '.join(asked)}: {server.address(project.id)}")


def _put_up(server: Server, store: Store, round_: Round, guidelines: Path) -> None:
    """Bring a round onto the server, and say where its annotators go."""
    from annotator.rounds.doccano.client import tokens_from_environment
    from annotator.rounds.opening import put_up
    from annotator.rounds.planning import fewer

    with watched() as tell:
        round_ = put_up(
            server,
            store,
            round_,
            guidelines=guidelines,
            tokens=tokens_from_environment(),
            tell=tell,
        )
    if why := fewer(round_):
        click.echo(why, err=True)
    for project in round_.annotating:
        click.echo(
            f"{len(project.clauses)} clauses for {', '.join(project.members)}: "
            f"{server.address(project.id)}"
        )


def _new_round(
    store: Store,
    laws: tuple[str, ...],
    request: RoundRequest,
    corpora: Path,
    url: str,
    *,
    assisted: bool,
    assigned: bool,
    gold: Path | None = None,
    taught: Taught | None = None,
) -> Round:
    """Annotate the laws, and choose the round's clauses from them."""
    from annotator import load
    from annotator.files import replacing
    from annotator.rounds.gold import read_gold
    from annotator.rounds.planning import plan, unpublished
    from annotator.rounds.store import LIGHT

    known = read_gold(gold) if gold else {}
    annotations = [annotated(law, Request(proposals=False))[1] for law in laws]
    embed = load().get_pipe("clause_classifier").embed  # type: ignore[attr-defined]
    round_ = plan(
        store,
        annotations,
        request,
        embed=embed,
        corpora=corpora,
        url=url,
        assisted=assisted,
        assigned=assigned,
        gold=known,
        learnt=taught and taught.learnt,
    )
    if taught is not None:
        with replacing(store.place(request.name) / LIGHT, "wb") as file:
            file.write(taught.model.to_bytes())
    if gold:
        mixed_in = len(round_.clauses) - len(round_.to_decide)
        why = "" if mixed_in == request.gold else ": no more of them stand in the laws"
        click.echo(f"{mixed_in} of the {len(known)} decided clauses in {gold} are mixed in{why}.")
    for title in unpublished(round_):
        click.echo(
            f"{title} is not in {corpora / 'laws.yaml'}: its clauses will be closed with their "
            "text. To keep it out of the corpora, add the law there first.",
            err=True,
        )
    return round_


def _gold_wanted(gold: Path | None, size: int | None) -> int:
    if gold is None and size is not None:
        raise UsageError(
            "--gold-size says how many clauses of a file to mix in: name it by --gold."
        )
    return 0 if gold is None else _GOLD if size is None else size


def _must_go_on(round_: Round, after: str) -> None:
    """See to it that a round that is there was begun as the next of ``after``, and not finished."""
    if round_.after != after:
        raise UsageError(f"There is a round {round_.name} already: name the next by --name.")
    if round_.state != "selected":
        raise RoundError(
            f"Round {round_.name} is the next of {after}, and is {round_.state}: pull what was "
            f"judged in it, then `annotate rounds next {round_.name}`."
        )


def _must_be_whole(laws: tuple[str, ...], request: RoundRequest) -> None:
    if not laws or not request.annotators:
        raise UsageError("Name the laws, and the annotators with --annotators ana,ben,cleo.")


def _must_be_as_asked(
    context: click.Context,
    round_: Round,
    request: RoundRequest,
    laws: tuple[str, ...],
    *,
    assisted: bool,
) -> None:
    """See to it that options that were given are those of the round that is there."""
    from annotator import read
    from annotator.rounds.planning import must_be_as_asked

    typed = click.core.ParameterSource.COMMANDLINE
    given = [name for name in context.params if context.get_parameter_source(name) is typed]
    hashes = [read(law).sha256 for law in laws]
    must_be_as_asked(round_, request, given, hashes, assisted=assisted)
