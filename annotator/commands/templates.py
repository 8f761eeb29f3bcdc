"""``annotate templates``: for those who keep the amendment library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.commands import options
from annotator.commands.exit_codes import FOUND
from annotator.commands.streams import complain
from annotator.one_line import counted
from annotator.schema import ISSUES

if TYPE_CHECKING:
    from annotator.library import Library


@click.group()
def templates() -> None:
    """For those who keep the amendment library."""


@templates.command("list")
@click.option("--issue", type=click.Choice(ISSUES), metavar="ISSUE", help="Only on this issue.")
@click.option("--label", type=click.Choice(["blind", "regressive"]), help="Only for this label.")
@options.library
@options.list_format
def list_(issue: str | None, label: str | None, library: Path | None, kind: str) -> None:
    """List the templates: what each is for, how it amends, and which need it meets."""
    from annotator.commands.views import catalogue

    found = catalogue.selected(_said(_library(library)), issue, label)
    if kind == "json":
        click.echo(catalogue.as_json(found), nl=False)
    else:
        click.echo(catalogue.listing(found), nl=False)


@templates.command()
@click.argument("name")
@options.library
@options.list_format
def show(name: str, library: Path | None, kind: str) -> None:
    """Show all of one template: trigger, forms, reason, citations, examples before and after."""
    from annotator.commands.views import catalogue
    from annotator.proving.proof import chosen
    from annotator.proving.trial import trial

    whole = _said(_library(library))
    for template in chosen(whole, [name]).templates:
        if kind == "json":
            click.echo(catalogue.whole_as_json(template), nl=False)
        else:
            click.echo(catalogue.page(template, whole, trial(whole)), nl=False)


@templates.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@options.library
def check(names: tuple[str, ...], library: Path | None) -> int:
    """Prove the library, or the templates or files named, on their own examples.

    Each example is amended and annotated again: its clause may no longer be flagged for the issue.
    One that the pipeline misreads all the same is listed as such (misread: true), and then only
    told of.
    Each text is filled with the words of many laws, and must be English with all of them. With
    --library, the templates in DIR are proved. Exit status 1 if a template fails.
    """
    from annotator import load
    from annotator.proving.checker import misread
    from annotator.proving.proof import chosen, prove
    from annotator.writers.terminal.layout import printable

    whole = _library(library)
    some = chosen(whole, names, folder=str(library) if library else "")
    problems = [*whole.broken, *map(str, prove(some, load()))]
    for line in (*problems, *misread(some)):
        click.echo(printable(line))
    needs = len({template.need for template in some.templates})
    of = f"{counted(len(some.templates), 'template')} for {counted(needs, 'need')}"
    click.echo(f"{of}, {counted(len(problems), 'problem') if problems else 'no problem'}.")
    return FOUND if problems else 0


def _library(country: Path | None) -> Library:
    from annotator.library import load_library

    return load_library(country=country)


def _said(library: Library) -> Library:
    """The library, once it is said what of it is left out."""
    for sentence in library.broken:
        complain(sentence)
    return library
