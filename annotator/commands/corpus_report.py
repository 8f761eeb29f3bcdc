"""``annotate corpus report``: where the laws of a corpus stand, and what should change first."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from annotator.commands import options
from annotator.commands.completion import country_codes, files


@click.command("report")
@click.argument("out", metavar="OUT", shell_complete=files)
@click.option(
    "-o",
    "--output",
    "outputs",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="FILE",
    help="Write the report to FILE: a page for a browser (.html), a workbook (.xlsx), the few "
    "sentences of it (.txt); or to a folder, as tables in CSV. May be repeated: all are written, "
    "or none. By default the sentences are printed.",
)
@click.option(
    "--country",
    "countries",
    multiple=True,
    metavar="COUNTRY",
    shell_complete=country_codes,
    help="Report on the laws of this country alone: a code (AL) or a name. May be repeated, to "
    "compare some.",
)
@options.overwriting
def report(
    out: str, outputs: tuple[Path, ...], countries: tuple[str, ...], overwrite: bool
) -> None:
    """Say where the laws of a corpus stand, and what should change first.

    OUT is what `annotate corpus run` has written. Told are laws by level, what no law provides,
    where binding commitments are not met, the twenty amendments that would change most, matters by
    label, laws by year, and countries beside each other; and how sure all that is.
    """
    from annotator.bindings.countries import find_country
    from annotator.corpus import report as reports
    from annotator.faults import as_faults

    codes = [find_country(one).code for one in countries]
    reports.check(outputs, out, overwrite=overwrite)
    with as_faults("The report"):
        figures = reports.gather(out, codes)
        if outputs:
            reports.save(figures, outputs)
            return
        said = reports.in_words(figures, sys.stdout.encoding)
    sys.stdout.flush()
    sys.stdout.buffer.write(said)
    sys.stdout.buffer.flush()
