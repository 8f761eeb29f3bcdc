"""What the command groups of training and measuring share: plain sentences, the work folder."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from annotator.errors import AnnotatorError

work_option = click.option(
    "--work",
    type=click.Path(path_type=Path),
    default="work",
    show_default=True,
    help="The folder that everything is put into.",
)


class Steps(click.Group):
    """Prints our own errors as the one sentence that they are."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; status 2 where it raises one."""
        try:
            return super().invoke(ctx)
        except AnnotatorError as error:
            click.echo(str(error), err=True)
            sys.exit(2)
