"""``python -m annotator.training``: the steps of training, each a command."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from annotator.errors import AnnotatorError
from annotator.training.examples import Split
from annotator.training.steps import CONFIG, CORPORA, SHIPPED, Work

_SAMPLE = Path("examples/border-management-bill.txt")


class _Steps(click.Group):
    """Prints our own errors as the one sentence that they are."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except AnnotatorError as error:
            click.echo(str(error), err=True)
            sys.exit(2)


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


@click.group(cls=_Steps)
@click.option(
    "--work",
    type=click.Path(path_type=Path),
    default="work",
    show_default=True,
    help="The folder that everything is put into.",
)
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
@click.option("--encoder", default="", help="A folder or hub name; MiniLM from PyPI by default.")
@extra_option
@partial_option
@click.option("--config", type=Path, default=CONFIG, show_default=True, help="spaCy's config.")
@click.option("--set", "changes", type=_Change(), multiple=True, help="Another value in it.")
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
    config: Path,
    changes: tuple[tuple[str, Any], ...],
    **options: Any,
) -> None:
    """Gather the corpora and fine-tune the encoder on them; go on with what was interrupted."""
    work.gather(extra, partial=partial)
    try:
        work.train(encoder, config, dict(changes), **options)
    except KeyboardInterrupt:
        click.echo("Interrupted. The same command goes on from the last checkpoint.", err=True)
        sys.exit(130)


@main.command()
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path))
@click.pass_obj
def soup(work: Work, folders: tuple[Path, ...]) -> None:
    """Average trained pipelines (copies of work/torch/model-best) into the one to export."""
    work.average(folders)


@main.command()
@click.pass_obj
def export(work: Work) -> None:
    """Export to one quantised graph, calibrate it, and put the pipeline together in work/."""
    work.export()


@main.command()
@click.pass_obj
def calibrate(work: Work) -> None:
    """Fit temperature and thresholds of the exported pipeline on the dev split."""
    work.calibrate()


@main.command()
@click.pass_obj
def evaluate(work: Work) -> None:
    """Measure the exported pipeline on the dev split, beside its baselines."""
    work.measure("dev")


@main.command()
@click.pass_obj
def release(work: Work) -> None:
    """Put the exported pipeline into models/, unless it is worse on the test laws."""
    work.release()


@main.command(name="coverage")
@click.option(
    "--split",
    type=click.Choice(["dev", "train"]),
    default="dev",
    show_default=True,
    help="Whose laws; the test laws are not looked at while templates are written.",
)
@click.option("--flagged/--gold-only", default=True, help="As the pipeline flags them, too.")
@click.option("--list", "listed", is_flag=True, help="List the clauses without a proposal.")
@click.pass_obj
def coverage_(work: Work, /, split: Split, flagged: bool, listed: bool) -> None:
    """For how many blind and regressive clauses there is an amendment, by issue and by law."""
    from annotator.library import load_library
    from annotator.training.coverage import (
        by_classifier,
        by_gold,
        load_pipeline,
        table,
        uncovered,
    )

    measured = {
        f"as annotated, {split}": by_gold(
            CORPORA, work.folder, work.examples(), split, load_library()
        )
    }
    if flagged:
        nlp = load_pipeline(SHIPPED)
        measured[f"as flagged, {split}"] = by_classifier(CORPORA, work.folder, split, nlp)
    for title, covered in measured.items():
        click.echo(table(covered, title))
        for line in uncovered(covered) if listed else ():
            click.echo(line)
        click.echo()


@main.command(name="agreement")
def agreement_() -> None:
    """How far the annotators of real laws agreed: Krippendorff's alpha."""
    from annotator.decisions import read_annotations
    from annotator.training.agreement import agreement

    found = agreement(read_annotations(CORPORA / "annotations"))
    click.echo(f"{found.clauses} clauses judged twice, {found.adjudicated} of them adjudicated")
    for name, alpha in {"label": found.label, **found.issues}.items():
        click.echo(f"{name:<14}{alpha.value:6.2f}  ({alpha.low:.2f} to {alpha.high:.2f})")


@main.command(name="datasheet")
def datasheet_() -> None:
    """Write corpora/README.md from the corpora."""
    from annotator.training.datasheet import datasheet

    (CORPORA / "README.md").write_text(datasheet(CORPORA), encoding="utf-8")


@main.command(name="segment-eval")
@click.argument("structure", type=click.Path(path_type=Path))
def segment_eval(structure: Path) -> None:
    """Score the segmenter against the texts and their structure in a folder."""
    from annotator.training.segmentation import evaluate_folder

    click.echo(f"{'precision, recall, F1':<34}{'provisions':>22}{'clauses':>22}{'MB/s':>8}")
    for score in evaluate_folder(structure):
        cells = [
            "  ".join(f"{figure:.3f}" for figure in row)
            for row in (score.provisions, score.clauses)
        ]
        click.echo(f"{score.name:<34}{cells[0]:>22}{cells[1]:>22}{score.megabytes_a_second:>8.1f}")


@main.command(name="bench")
@click.option("--program", type=Path, default=sys.executable, help="Python of a drafter's own.")
@click.pass_obj
def bench_(work: Work, program: Path) -> None:
    """Measure speed and memory, beside torch and a keyword search."""
    from annotator.training.bench import bench

    click.echo(bench(_SAMPLE, CORPORA, work.folder, work.torch, program))


if __name__ == "__main__":
    main()
