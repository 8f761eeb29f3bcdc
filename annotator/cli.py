"""The command line: arguments in, reports and exit statuses out.

The status is 0; 1 where ``--fail-on`` found what it names; 2 for bad input or usage; 130 when the
user stopped it.
"""

from __future__ import annotations

import os
import sys
import warnings
from pathlib import Path
from typing import Any

import click
from click_default_group import DefaultGroup

from annotator import annotate, read
from annotator.commands import options, version
from annotator.commands.commitments import commitments
from annotator.commands.exit_codes import BAD, FOUND, STOPPED
from annotator.commands.options import complain, warnings_said
from annotator.commands.reports import Writer, destination
from annotator.commands.rounds import rounds
from annotator.commands.templates import templates
from annotator.errors import AnnotatorError, UsageError
from annotator.files import refuse_inputs
from annotator.schema import FLAGGED, ISSUES, LABELS, Annotation, Label
from annotator.selection import Extent, Selection, without_proposals

_EPILOG = """\b
Examples:
  annotate law.txt
  annotate law.txt --label regressive --label blind --issue detention
  annotate law.txt --jurisdiction AL
  annotate part1.txt part2.txt --format json -o findings.jsonl
  curl -s https://example.org/law.txt | annotate - --fail-on regressive

\b
What binds a country:
  annotate commitments AL

\b
For those who keep the amendment library:
  annotate templates list|show|check

\b
For those who coordinate annotators:
  annotate rounds --help

\b
Exit status: 0; 1 where --fail-on found what it names; 2 where a file or an
option was wrong."""


_ISSUES_HELP = f"One of: {', '.join(ISSUES)}."


class _Command(click.Command):
    """The default command: in its usage it goes by the name of the program."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage("annotate", " ".join(self.collect_usage_pieces(ctx)))


@click.command("annotate", cls=_Command, epilog=_EPILOG)
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option(
    "--format",
    "kind",
    type=click.Choice(["terminal", "json"]),
    default="terminal",
    show_default=True,
    help="A report to read, or JSON for programs: one object, or one a line for several files.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the report to FILE, whole or not at all.",
)
@click.option(
    "--label",
    "labels",
    multiple=True,
    type=click.Choice(LABELS),
    help="Show only clauses with this label. May be repeated.",
)
@click.option(
    "--issue",
    "issues",
    multiple=True,
    type=click.Choice(ISSUES),
    metavar="ISSUE",
    help=f"Show only clauses on this issue. May be repeated. {_ISSUES_HELP}",
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="P",
    help="Show only findings at least this sure, from 0 to 1.",
)
@click.option("--all", "everything", is_flag=True, help="Show neutral clauses too.")
@click.option("--no-proposals", is_flag=True, help="Propose no amendments.")
@click.option(
    "--all-proposals", is_flag=True, help="Propose every amendment that fits, not the best three."
)
@options.library
@click.option(
    "--style/--no-style",
    default=None,
    help="Show every place of gendered drafting (he, chairman), or none; else a few, and how many.",
)
@click.option(
    "--jurisdiction",
    default="",
    metavar="COUNTRY",
    help="Whose law it is, by its ISO 3166 code or English name, so that what binds the country is "
    "cited first. Else read from the law's title or format, where it is plain.",
)
@click.option(
    "--no-overview",
    is_flag=True,
    help="Leave out the law as a whole: its counts by commitment, what it provides nowhere.",
)
@click.option(
    "--fail-on",
    multiple=True,
    type=click.Choice(LABELS),
    metavar="LABEL",
    help="Exit with status 1 if a clause shown has this label, save blind ones whose section "
    "leaves nothing to mend. May be repeated.",
)
@version.option
def law(
    files: tuple[str, ...],
    kind: str,
    output: Path | None,
    labels: tuple[Label, ...],
    issues: tuple[str, ...],
    min_confidence: float,
    everything: bool,
    no_proposals: bool,
    all_proposals: bool,
    library: Path | None,
    style: bool | None,
    jurisdiction: str,
    no_overview: bool,
    fail_on: tuple[Label, ...],
) -> int:
    """Say of each clause of a law whether it takes gender into account, and propose what would.

    FILE is a law as plain text, Markdown or XML of Justice Canada; - reads standard input. Clauses
    are gender-responsive, -blind, -regressive or neutral; those not neutral are shown.
    """
    if not files:
        raise UsageError("Name the file of a law, or - for standard input; see annotate --help.")
    selection = Selection(
        labels=_labels(labels, everything, kind), issues=issues, min_confidence=min_confidence
    )
    _check_fail_on(fail_on, selection)
    if no_proposals and all_proposals:
        raise UsageError("--all-proposals and --no-proposals exclude each other: choose one.")
    if library is not None:
        options.refuse_folder(library)
    if output is not None:
        refuse_inputs(output, files)
    with destination(output, kind) as out:
        writer = Writer(out, kind, selection, several=len(files) > 1, style=_EXTENTS[style])
        pipeline = _Pipeline(
            # Whether a clause fails depends on what its section still lacks, shown or not.
            proposals=not no_proposals or bool(fail_on),
            all_proposals=all_proposals,
            library=library,
            jurisdiction=_code(jurisdiction),
            overview=not no_overview,
        )
        return _report_all(files, pipeline, writer, proposals=not no_proposals, fail_on=fail_on)


# A default command, so that `annotate law.txt` stays as short as that beside other commands.
cli = DefaultGroup("annotate", default=law.name, default_if_no_args=True, add_help_option=False)
cli.add_command(law)
cli.add_command(templates)
cli.add_command(rounds)
cli.add_command(commitments)


def main(arguments: list[str] | None = None) -> int:
    """Run the program.

    Args:
        arguments: those of the command line by default.

    Returns:
        the exit status.
    """
    warnings.simplefilter("ignore")
    try:
        # Not cli.main(): it would give a closed pipe the status of --fail-on.
        given = sys.argv[1:] if arguments is None else arguments
        with warnings_said(), cli.make_context("annotate", given) as run:
            status = cli.invoke(run)
        sys.stdout.flush()
        return status or 0
    except click.exceptions.Exit as exit_:
        return exit_.exit_code
    except AnnotatorError as error:
        complain(str(error))
    except click.ClickException as error:
        complain(f"{error.format_message().rstrip('.')}; see annotate --help.")
    except (KeyboardInterrupt, click.Abort):
        if sys.stderr.isatty():
            print(file=sys.stderr)  # behind the ^C
        complain("stopped before the end.")
        return STOPPED
    except BrokenPipeError:
        # Whoever read us has seen enough. What is left in the buffer goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        complain(f"the report cannot be written ({error.strerror or error}).")
    return BAD


_EXTENTS: dict[bool | None, Extent] = {True: "all", False: "none", None: "brief"}


def _labels(labels: tuple[Label, ...], everything: bool, kind: str) -> tuple[Label, ...]:
    if labels and everything:
        raise UsageError("--all shows every label: leave out --label.")
    # JSON is the whole result unless a part is asked for.
    return labels or (LABELS if everything or kind == "json" else FLAGGED)


def _code(jurisdiction: str) -> str:
    """The code of the country named, so that a wrong name is told before a law is read."""
    if not jurisdiction:
        return ""
    from annotator.bindings.countries import find_country

    return find_country(jurisdiction).code


def _check_fail_on(fail_on: tuple[Label, ...], selection: Selection) -> None:
    never = [label for label in fail_on if label not in selection.labels]
    if never:
        raise UsageError(f"--fail-on {never[0]} can never be met: such clauses are not shown.")


def _report_all(
    files: tuple[str, ...],
    pipeline: _Pipeline,
    writer: Writer,
    *,
    proposals: bool,
    fail_on: tuple[Label, ...],
) -> int:
    """Report each law; one that cannot be read does not keep the others from their reports."""
    status = 0
    for name in files:
        try:
            annotation = pipeline.annotate(name)
        except AnnotatorError as error:
            complain(str(error))
            status = BAD
            continue
        writer.write(annotation if proposals else without_proposals(annotation))
        shown = {found.label for found in writer.selection.of(annotation) if not found.met}
        status = status or (FOUND if shown.intersection(fail_on) else 0)
    if not writer.written:
        # Leaving by an exception also leaves an earlier report of the same name as it was.
        raise click.exceptions.Exit(status)
    return status


class _Pipeline:
    """Annotates one file after another as the options ask."""

    def __init__(self, **options: Any) -> None:
        self.options = options

    def annotate(self, name: str) -> Annotation:
        """Read and annotate one law, and say what there is to say of how it was read."""
        from annotator.progress import bar

        source = read(name)
        for note in source.notes:
            complain(note)
        with bar(source) as progress:
            return annotate(source, progress=progress, **self.options)
