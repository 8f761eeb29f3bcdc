"""``python -m annotator.training``: the steps of training, each a command."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from annotator.errors import AnnotatorError
from annotator.training.corpus_files import gather
from annotator.training.encoder import fetch_encoder
from annotator.training.examples import Example, Split, of_split, read_examples, write_examples

if TYPE_CHECKING:
    from annotator.classifier import ClauseClassifier

_WORK = Path("work")
_EXAMPLES = _WORK / "examples.jsonl"
_TORCH = _WORK / "torch" / "model-best"
_EXPORT = _WORK / "export.json"
_CORPORA = Path("corpora")
_SAMPLE = Path("examples/border-management-bill.txt")
_CONFIG = Path("models/configs/minilm.cfg")
_CANDIDATE = _WORK / "candidate"
_SHIPPED = Path("models/en_gender_clause")
_FIGURES = "figures-{}.json"


class _Steps(click.Group):
    """Prints our own errors as the one sentence that they are."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except AnnotatorError as error:
            click.echo(str(error), err=True)
            sys.exit(2)


@click.group(cls=_Steps)
def main() -> None:
    """From labelled clauses to the pipeline that ships. Run in the repository's root."""


@main.command()
@click.option("--extra", type=Path, multiple=True, help="Decided clauses of a round, besides.")
def corpora(extra: tuple[Path, ...]) -> None:
    """Get the laws, and join the labels to their clauses."""
    gathered = gather(_CORPORA, _WORK, extra)
    write_examples(_EXAMPLES, gathered.examples)
    for note in gathered.notes:
        click.echo(note)
    click.echo(f"{len(gathered.examples)} clauses to train on and measure with: {_EXAMPLES}")


@main.command()
@click.option("--encoder", default="", help="A folder or hub name; MiniLM from PyPI by default.")
@click.option("--extra", type=Path, multiple=True, help="Decided clauses of a round, besides.")
@click.option("--config", type=Path, default=_CONFIG, show_default=True, help="spaCy's config.")
@click.option("--seed", default=7, show_default=True, help="Fixes the order of the clauses.")
@click.option("--gpu", default=-1, show_default=True, help="spaCy's device; -1: the processor.")
@click.pass_context
def train(
    context: click.Context, encoder: str, extra: tuple[Path, ...], config: Path, seed: int, gpu: int
) -> None:
    """Gather the corpora and fine-tune the encoder on them with `spacy train`."""
    from annotator.training.train import train as run

    context.invoke(corpora, extra=extra)
    source = encoder or str(fetch_encoder(_WORK / "encoder"))
    best = run(_examples(), config=config, encoder=source, work=_WORK, seed=seed, gpu=gpu)
    click.echo(f"Trained: {best}")


@main.command()
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path))
def soup(folders: tuple[Path, ...]) -> None:
    """Average trained pipelines (copies of work/torch/model-best) into the one to export."""
    from annotator.training.soup import mix

    mix(folders).to_disk(_TORCH)
    click.echo(f"Averaged: {_TORCH}")


@main.command()
def export() -> None:
    """Export to one quantised graph, calibrate it, and put the pipeline together in work/."""
    import spacy

    from annotator.classifier.calibration import Calibration
    from annotator.training import heads  # noqa: F401  # registers the trained layers
    from annotator.training.export import assemble, export_graph, write_references
    from annotator.training.graph import vocabulary_of

    trained = spacy.load(_TORCH)
    held_out = [example for example in _examples() if example.split != "train"]
    chosen = export_graph(trained, held_out, _WORK)
    click.echo(
        f"{chosen.path.name} gives torch's label on {chosen.agreement:.2%} of {len(held_out)} "
        f"held-out clauses (full precision: {chosen.full_precision:.2%})."
    )
    pipeline = assemble(chosen.path, vocabulary_of(trained), Calibration())
    shutil.rmtree(_CANDIDATE, ignore_errors=True)
    pipeline.to_disk(_CANDIDATE)
    write_references(trained, held_out, _CANDIDATE / "reference.jsonl")
    _EXPORT.write_bytes(msgspec.json.encode({"agreement": chosen.agreement}))
    _calibrate()


@main.command()
def calibrate() -> None:
    """Fit temperature and thresholds of the exported pipeline on the dev split."""
    _calibrate()


@main.command()
def evaluate() -> None:
    """Measure the exported pipeline on the dev split, beside its baselines."""
    _measure("dev")


@main.command()
def release() -> None:
    """Put the exported pipeline into models/, unless it is worse on the test laws."""
    from annotator.training.release import gain, put_in_place

    if (_SHIPPED / "config.cfg").is_file():
        difference = gain(_CANDIDATE, _SHIPPED, _examples())
        click.echo(
            f"Macro-F1 on the test laws {difference.value:+.3f} against what ships "
            f"(95 % interval {difference.low:+.3f} to {difference.high:+.3f})."
        )
    for split in ("test", "dev"):
        _measure(split)
    _write_card()
    put_in_place(_CANDIDATE, _SHIPPED)
    click.echo(f"Released: {_SHIPPED}")


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
def coverage_(split: Split, flagged: bool, listed: bool) -> None:
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
        f"as annotated, {split}": by_gold(_CORPORA, _WORK, _examples(), split, load_library())
    }
    if flagged:
        nlp = load_pipeline(_SHIPPED)
        measured[f"as flagged, {split}"] = by_classifier(_CORPORA, _WORK, split, nlp)
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

    found = agreement(read_annotations(_CORPORA / "annotations"))
    click.echo(f"{found.clauses} clauses judged twice, {found.adjudicated} of them adjudicated")
    for name, alpha in {"label": found.label, **found.issues}.items():
        click.echo(f"{name:<14}{alpha.value:6.2f}  ({alpha.low:.2f} to {alpha.high:.2f})")


@main.command(name="datasheet")
def datasheet_() -> None:
    """Write corpora/README.md from the corpora."""
    from annotator.training.datasheet import datasheet

    (_CORPORA / "README.md").write_text(datasheet(_CORPORA), encoding="utf-8")


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
def bench_(program: Path) -> None:
    """Measure speed and memory, beside torch and a keyword search."""
    from annotator.training.bench import bench

    click.echo(bench(_SAMPLE, _CORPORA, _WORK, _TORCH, program))


def _examples() -> list[Example]:
    return read_examples(_EXAMPLES)


def _classifier() -> ClauseClassifier:
    from annotator.training.release import component_of

    return component_of(_CANDIDATE)


def _calibrate() -> None:
    from annotator.training.calibrate import calibrate as fit
    from annotator.training.predictions import logits_of

    classifier = _classifier()
    dev = of_split(_examples(), "dev")
    assert classifier.network is not None  # noqa: S101  # for mypy: it was loaded from disk
    calibration = fit(logits_of(classifier.network, dev), dev)
    classifier.settings = msgspec.structs.replace(classifier.settings, calibration=calibration)
    classifier.to_disk(_CANDIDATE / "clause_classifier")
    click.echo(
        f"Temperature {calibration.temperature}; review below {calibration.review_below}; "
        f"issues from {min(calibration.thresholds.values()):.2f} "
        f"to {max(calibration.thresholds.values()):.2f}."
    )


def _measure(split: Split) -> None:
    """Print the figures of a split, and keep them beside the pipeline."""
    from functools import partial

    from annotator.training.evaluate import evaluate as measure
    from annotator.training.predictions import logits_of
    from annotator.training.report import as_text

    classifier = _classifier()
    assert classifier.network is not None  # noqa: S101  # for mypy: it was loaded from disk
    evaluation = measure(
        partial(logits_of, classifier.network),
        _examples(),
        split,
        classifier.settings.calibration,
        fetch_encoder(_WORK / "encoder"),
    )
    figures = msgspec.json.format(msgspec.json.encode(evaluation), indent=1)
    (_CANDIDATE / _FIGURES.format(split)).write_bytes(figures + b"\n")
    click.echo(as_text(evaluation))


def _write_card() -> None:
    from annotator.training.card import write_card
    from annotator.training.evaluate import Evaluation

    write_card(
        _CANDIDATE / "README.md",
        evaluations=[
            msgspec.json.decode((_CANDIDATE / _FIGURES.format(split)).read_bytes(), type=Evaluation)
            for split in ("test", "dev")
        ],
        examples=_examples(),
        settings=_classifier().settings,
        agreement=msgspec.json.decode(_EXPORT.read_bytes())["agreement"],
    )


if __name__ == "__main__":
    main()
