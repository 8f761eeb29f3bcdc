"""``annotate templates``: for those who keep the amendment library."""

from __future__ import annotations

import click

from annotator.commands.status import FOUND


@click.group()
def templates() -> None:
    """For those who keep the amendment library."""


@templates.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
def check(names: tuple[str, ...]) -> int:
    """Prove the library, or the templates or files named, on their own examples.

    Each example is amended and annotated again: its clause may no longer be flagged for the issue.
    Exit status 1 if a template fails.
    """
    from annotator import load
    from annotator.library import load_library
    from annotator.proof import chosen, prove

    library = chosen(load_library(), names)
    problems = prove(library, load())
    for problem in problems:
        click.echo(str(problem))
    needs = len({template.need for template in library.templates})
    click.echo(f"{len(library.templates)} templates for {needs} needs, {len(problems)} problems.")
    return FOUND if problems else 0
