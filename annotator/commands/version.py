"""``annotate --version``: program and pipeline are two things, each with a version of its own."""

from __future__ import annotations

import click

from annotator import __version__
from annotator.errors import ModelError
from annotator.pipeline import pipeline_name


def versions() -> str:
    """The program and the pipeline that it would read a law with, as one line.

    Nothing is loaded for it; whoever asks may be about to report that loading fails.
    """
    try:
        return f"annotate {__version__}, pipeline {pipeline_name()}"
    except ModelError:
        return f"annotate {__version__}, no trained pipeline"


def _show(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        click.echo(versions())
        context.exit()


option = click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_show,
    help="Show the versions of program and pipeline, and exit.",
)
