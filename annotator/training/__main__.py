"""``python -m annotator.training``: the steps of training, each a command."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from annotator.training.command_group import Steps, work_option
from annotator.training.encoders.catalogue import DEFAULT, ENCODERS
from annotator.training.encoders.vocabulary import PIECES
from annotator.training.steps import CORPORA, Work, measure_own


class _Change(click.ParamType):  # type: ignore[type-arg]
    """A value of the config by its dotted name, the value as JSON or else as it stands."""

    name = "KEY=VALUE"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, Any]:
        key, equals, given = str(value).partition("=")
        if not equals or "." not in key:
            self.fail(f"{value!r} is not like training.max_epochs=4.", param, ctx)
        try:
            return key, json.loads(given)
        except json.JSONDecodeError:
            return key, given


@click.group(cls=Steps)
@work_option
@click.pass_context
def main(context: click.Context, work: Path) -> None:
    """From labelled clauses to the pipeline that ships. Run in the repository's root."""
    context.obj = Work(work)


extra_option = click.option(
    "--extra", type=Path, multiple=True, help="Decided clauses of a round, besides."
)
partial_option = click.option(
    "--partial", is_flag=True, help="Go on where laws cannot be had, with what joined."
)


@main.command()
@extra_option
@partial_option
@click.pass_obj
def corpora(work: Work, extra: tuple[Path, ...], partial: bool) -> None:
    """Get the laws, and join the labels to their clauses."""
    work.gather(extra, partial=partial)


@main.command()
@click.option(
    "--encoder",
    default=DEFAULT,
    show_default=True,
    help=f"{' or '.join(ENCODERS)}, from PyPI; or a folder, or a name on a hub.",
)
@extra_option
@partial_option
@click.option("--config", type=Path, help="spaCy's config; by default the encoder's own.")
@click.option("--set", "changes", type=_Change(), multiple=True, help="Another value in it.")
@click.option(
    "--from",
    "begun",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Begin where another training ended (model-best, model-last), or a pipeline that ships.",
)
@click.option("--seed", default=7, show_default=True, help="Fixes the order of the clauses.")
@click.option("--gpu", default=-1, show_default=True, help="spaCy's device; -1: the processor.")
@click.option("--fresh", is_flag=True, help="Start anew, not where a training was interrupted.")
@click.option(
    "--every", default=100, show_default=True, help="Steps between two checkpoints.", metavar="N"
)
@click.pass_obj
def train(
    work: Work,
    /,
    encoder: str,
    extra: tuple[Path, ...],
    partial: bool,
    config: Path | None,
    changes: tuple[tuple[str, Any], ...],
    begun: Path | None,
    **options: Any,
) -> None:
    """Gather the corpora and fine-tune the encoder on them; go on with what was interrupted."""
    work.gather(extra, partial=partial)
    beginning = {"initialize.after_init.trained": str(begun)} if begun else {}
    try:
        work.train(encoder, config, {**beginning, **dict(changes)}, **options)
    except KeyboardInterrupt:
        click.echo("Interrupted. The same command goes on from the last checkpoint.", err=True)
        sys.exit(130)


@main.command()
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path))
@click.pass_obj
def soup(work: Work, folders: tuple[Path, ...]) -> None:
    """Average trained pipelines (of work/torch, or copies) into the one to export."""
    work.average(folders)


@main.command()
@click.pass_obj
def export(work: Work) -> None:
    """Export to one small graph, calibrate it, and put the pipeline together in work/."""
    work.export()


@main.command()
@click.pass_obj
def calibrate(work: Work) -> None:
    """Fit temperature and thresholds of the exported pipeline on the dev split."""
    work.calibrate()


@main.command()
@click.option("--laws", type=click.Path(path_type=Path), help="A folder of labelled laws.")
@click.option(
    "--labels", type=click.Path(path_type=Path), help="Their labels, a line of JSON each."
)
@click.pass_obj
def evaluate(work: Work, laws: Path | None, labels: Path | None) -> None:
    """Measure the exported pipeline on the dev countries, beside readers and baselines.

    With --labels, measure the pipeline that ships on labelled laws of your own instead.
    """
    if labels:
        measure_own(laws, labels)
    elif laws:
        raise click.UsageError("--laws (LAWS) needs --labels (LABELS): what their clauses are.")
    else:
        work.measure("dev")


@main.command()
@click.option(
    "--frozen-encoder",
    is_flag=True,
    help="Measure the encoder as it was before training, too: half an hour on two cores.",
)
@click.pass_obj
def release(work: Work, frozen_encoder: bool) -> None:
    """Put the exported pipeline into models/, unless it is worse on the test laws."""
    work.release(frozen_encoder=frozen_encoder)


@main.command()
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path))
@click.option("--words", multiple=True, metavar="CODE", help="A language: its commonest words.")
@click.option("--to", type=Path, default=PIECES, help="The file to write; the one in use.")
@click.pass_obj
def vocabulary(work: Work, folders: tuple[Path, ...], words: tuple[str, ...], to: Path) -> None:
    """Choose the word pieces of e5-small that the texts in FOLDERS call for."""
    work.choose_pieces(folders, words, to)


@main.command(name="agreement")
@click.argument("decisions", type=click.Path(path_type=Path), default=CORPORA / "annotations")
def agreement_(decisions: Path) -> None:
    """How far the annotators of real laws agreed: Krippendorff's alpha over a folder."""
    from annotator.decisions import read_decisions
    from annotator.training.corpus.agreement import agreement

    found = agreement(read_decisions(decisions))
    click.echo(f"{found.clauses} clauses judged twice, {found.adjudicated} of them adjudicated")
    if found.label is None:
        click.echo(f"Not measured: no clause in {decisions} has two votes.")
        return
    for name, alpha in {"label": found.label, **found.issues}.items():
        click.echo(f"{name:<14}{alpha.value:6.2f}  ({alpha.low:.2f} to {alpha.high:.2f})")


@main.command(name="datasheet")
def datasheet_() -> None:
    """Write corpora/README.md from the corpora."""
    from annotator.training.corpus.datasheet import datasheet

    (CORPORA / "README.md").write_text(datasheet(CORPORA), encoding="utf-8")


if __name__ == "__main__":
    main()
