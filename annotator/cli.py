"""The command line: arguments in, reports and exit statuses out.

The status is 0; 1 where ``--fail-on`` found what it names, or ``apply`` could not make all that was
accepted; 2 for bad input or usage; 3 where the
program itself failed; of several, the highest. It is 130 when the user stopped it.
"""

from __future__ import annotations

import gc
import sys
import warnings
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from annotator.commands import options, version
from annotator.commands.annotating import annotated
from annotator.commands.apply import apply
from annotator.commands.baseline import Against, against, baseline, is_new
from annotator.commands.commitments import commitments
from annotator.commands.compare import compare
from annotator.commands.completion import asked_to_complete, completion
from annotator.commands.completion import files as file_names
from annotator.commands.corpus import corpus
from annotator.commands.decisions import decisions
from annotator.commands.destinations import Destination, labels_shown, ready
from annotator.commands.exit_codes import BAD, FOUND, STOPPED
from annotator.commands.faults import status_of
from annotator.commands.misuse import misused, taken_for_file
from annotator.commands.precedents import precedents
from annotator.commands.reports import Reports, reporting
from annotator.commands.rounds import rounds
from annotator.commands.streams import (
    complain,
    discard_output,
    replace_closed_streams,
    warnings_said,
)
from annotator.commands.templates import templates
from annotator.errors import AnnotatorError, OutputError, UsageError
from annotator.faults import as_faults, traceback_of
from annotator.request import Request
from annotator.schema import LABELS, Annotation, Label

_EPILOG = """\b
Examples:
  annotate law.txt
  annotate law.txt --label regressive --label blind --issue detention
  annotate law.txt --jurisdiction AL
  annotate law.txt --amendments --accept 3,5,7
  annotate law.txt -o report.txt -o findings.json
  annotate part1.txt part2.txt -o findings.jsonl
  curl -s https://example.org/law.txt | annotate - --fail-on regressive

\b
What became of the amendments in a Word document, and the law with those accepted:
  annotate decisions returned.docx
  annotate apply law.txt decisions.json -o law.new.txt

\b
What became of a law from one version to the next:
  annotate compare bill.txt act.docx -o changes.html

\b
What other countries' laws provide, from those that you have run:
  annotate precedents add FOLDER
  annotate law.txt --precedents

\b
All laws of a country, into tables:
  annotate corpus run FOLDER -o OUT

\b
What binds a country:
  annotate commitments AL

\b
For those who keep the amendment library:
  annotate templates list|show|check

\b
What is known of laws, so that a build fails on what is new:
  annotate baseline laws/*.txt -o known.json
  annotate laws/*.txt --baseline known.json --fail-on blind

\b
For those who coordinate annotators:
  annotate rounds --help

\b
For the shell, which then completes commands and options:
  annotate completion --help

\b
Exit status: 0; 1 where --fail-on found what it names, or apply could not make
all that was accepted; 2 where a file or an option was wrong; 3 where the
program itself failed. Of several, the highest."""


#: As many new objects as make Python look for garbage; it would at every 700th.
_OBJECTS = 50_000
#: What ``annotate`` alone says.
_NO_LAW = (
    "Name the file of a law, or - for standard input: annotate law.txt prints a report, "
    "annotate law.txt -o review.html makes a page on which to decide; see annotate --help."
)


def _laws_or_commands(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """What a shell offers where a law may stand: files, and in the first place commands too."""
    offered = file_names(context, parameter, incomplete)
    if context.params.get("files") or context.parent is None:
        return offered
    named = ((name, one) for name, one in cli.commands.items() if one is not law)
    return offered + [
        CompletionItem(name, help=one.get_short_help_str())
        for name, one in named
        if name.startswith(incomplete)
    ]


class _Command(click.Command):
    """The default command: in its usage it goes by the name of the program."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage("annotate", " ".join(self.collect_usage_pieces(ctx)))


@click.command("annotate", cls=_Command, epilog=_EPILOG)
@click.argument("files", nargs=-1, metavar="FILE...", shell_complete=_laws_or_commands)
@options.goals
@options.request
@click.option(
    "--fail-on",
    multiple=True,
    type=click.Choice(LABELS),
    metavar="LABEL",
    help="Exit with status 1 if a clause shown has this label, save blind ones whose section "
    "leaves nothing to mend. May be repeated.",
)
@click.option(
    "--baseline",
    "baselines",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="FILE",
    help="What is known, from `annotate baseline` or an earlier .sarif file: the reports mark what "
    "is new and what is known, and --fail-on passes over what is known.",
)
@version.option
def law(
    files: tuple[str, ...],
    goals: tuple[Destination, ...],
    request: Request,
    fail_on: tuple[Label, ...],
    baselines: tuple[Path, ...],
) -> int:
    """Say of each clause of a law whether it takes gender into account, and propose what would.

    FILE is a law as plain text, a Word document, a PDF, Markdown, a web page, JSON or XML (Akoma
    Ntoso, CLML, USLM, bills of Congress, Justice Canada); - reads standard input. Clauses are
    gender-responsive, -blind, -regressive or neutral; those not neutral are shown.
    """
    if not files:
        raise UsageError(_NO_LAW)
    if taken := taken_for_file(files[0], cli.commands):
        raise UsageError(taken)
    _check_fail_on(fail_on, goals)
    if len(baselines) > 1:
        raise UsageError(
            "Only one --baseline can be compared: name all laws to `annotate baseline`, which "
            "writes one file of them."
        )
    known_file = baselines[0] if baselines else None
    if known_file is None and any(goal.view.only_new for goal in goals):
        raise UsageError("--only-new asks for what is known: add --baseline known.json.")
    known = against(known_file, [goal.path for goal in goals])
    goals = ready(goals, files, request)
    with reporting(goals) as reports:
        status = max(_report(name, request, goals, reports, fail_on, known) for name in files)
        if not reports.written:
            # Leaving by an exception also leaves earlier reports of the same names as they were.
            raise click.exceptions.Exit(status)
    return status


def _check_fail_on(fail_on: tuple[Label, ...], goals: tuple[Destination, ...]) -> None:
    shown = labels_shown(goals)
    never = [label for label in fail_on if label not in shown]
    if never:
        raise UsageError(f"--fail-on {never[0]} can never be met: such clauses are not shown.")


def _report(
    name: str,
    request: Request,
    goals: tuple[Destination, ...],
    reports: Reports,
    fail_on: tuple[Label, ...],
    known: Against,
) -> int:
    """Report one law, and give its status; whatever is wrong with it, others get their reports."""
    try:
        source, annotation = annotated(name, request, told=_are_told(goals))
        _say_of_precedents(name, request, annotation)
        with as_faults(name):
            annotation = known.marked(annotation)
        reports.add(annotation, source)
    except OutputError:
        raise  # a file in which part of a report is missing would be no whole one
    except AnnotatorError as error:
        return _complaint(error)
    shown = (found for goal in goals for found in goal.view.of(annotation))
    failed = {found.label for found in shown if not found.met and is_new(found)}
    return FOUND if failed.intersection(fail_on) else 0


def _are_told(goals: tuple[Destination, ...]) -> bool:
    """Whether the user sees at once, in the report, what there is to say of how a law was read."""
    on_screen = any(goal.path is None and goal.view.format == "terminal" for goal in goals)
    return on_screen and sys.stdout.isatty()


def _say_of_precedents(name: str, request: Request, annotation: Annotation) -> None:
    if request.precedents is not None and not annotation.law.jurisdiction:
        complain(
            f"{name}: which country's law it is does not show, so it gets no precedents: name the "
            "country with --jurisdiction."
        )


_Exit = click.exceptions.Exit


class _Program(click.Group):
    """The commands, of which ``law`` needs no name: ``annotate law.txt`` stays as short as that."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        named = bool(args) and args[0] in self.commands and args[0] != law.name
        return super().parse_args(ctx, args if named else [str(law.name), *args])


cli = _Program(
    "annotate",
    commands=[
        law,
        decisions,
        apply,
        precedents,
        corpus,
        baseline,
        compare,
        templates,
        rounds,
        commitments,
        completion,
    ],
    add_help_option=False,
)


def main(arguments: list[str] | None = None) -> int:
    """Run the program.

    Args:
        arguments: those of the command line by default.

    Returns:
        the exit status.
    """
    warnings.simplefilter("ignore")
    # What is made while the program starts stays: to look for garbage among it takes time alone.
    gc.set_threshold(_OBJECTS)
    if (answered := asked_to_complete(cli)) is not None:
        return answered
    replace_closed_streams()
    given = sys.argv[1:] if arguments is None else arguments
    try:
        with as_faults("The command", passing=(OSError, click.ClickException, click.Abort, _Exit)):
            return _run(given)
    except _Exit as exit_:
        return exit_.exit_code
    except AnnotatorError as error:
        return _complaint(error)
    except click.ClickException as error:
        complain(misused(error, given))
    except (KeyboardInterrupt, click.Abort):
        if sys.stderr.isatty():
            print(file=sys.stderr)  # behind the ^C
        complain("stopped before the end.")
        return STOPPED
    except BrokenPipeError:
        # Whoever read us has seen enough.
        discard_output()
        return 0
    except OSError as error:
        complain(_unusable(error))
    return BAD


def _run(arguments: list[str]) -> int:
    # Not cli.main(): it would give a closed pipe the status of --fail-on.
    with warnings_said(), cli.make_context("annotate", list(arguments)) as run:
        status: int | None = cli.invoke(run)
    sys.stdout.flush()
    return status or 0


def _complaint(error: AnnotatorError) -> int:
    """Say what is wrong, and give the status that it asks for."""
    sys.stderr.write(traceback_of(error))
    complain(str(error))
    return status_of(error)


def _unusable(error: OSError) -> str:
    """What is wrong with a file; where none is named, with the standard output."""
    if error.filename is not None:
        return f"{error.filename} cannot be used ({error.strerror})."
    discard_output()
    return f"the report cannot be written ({error.strerror or error})."
