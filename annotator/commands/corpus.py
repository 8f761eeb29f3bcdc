"""``annotate corpus``: many laws at once. Needs the extra ``corpus``."""

from __future__ import annotations

import importlib.util

import click

from annotator.commands.corpus_query import query
from annotator.commands.corpus_report import report
from annotator.commands.corpus_run import run
from annotator.errors import UsageError

#: What the extra brings without which no command of the group works.
_NEEDED = ("pyarrow", "fsspec", "psutil", "duckdb")


@click.group()
def corpus() -> None:
    """Many laws at once: a country's statute book, the laws of a region.

    What is found lies in tables, from which reports and queries are made.
    """
    if any(importlib.util.find_spec(name) is None for name in _NEEDED):
        raise UsageError(
            "Corpora need pyarrow, duckdb and a few more: `pip install 'annotate-gender[corpus]'` "
            "installs them, or in the repository's folder `pip install '.[corpus]'`."
        )


corpus.add_command(report)
corpus.add_command(run)
corpus.add_command(query)
