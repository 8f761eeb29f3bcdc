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
_CONFIG = Path("models/configs/minilm.cfg")
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
def data() -> None:
    """Join the labels to their clauses."""
    gathered = gather(_CORPORA, _WORK)
    write_examples(_EXAMPLES, gathered.examples)
    for note in gathered.notes:
        click.echo(note)
    click.echo(f"{len(gathered.examples)} clauses to train on and measure with: {_EXAMPLES}")


@main.command()
@click.option("--encoder", default="", help="A folder or hub name; MiniLM from PyPI by default.")
@click.option("--config", type=Path, default=_CONFIG, show_default=True, help="spaCy's config.")
@click.option("--seed", default=7, show_default=True, help="Fixes the order of the clauses.")
@click.option("--gpu", default=-1, show_default=True, help="spaCy's device; -1: the processor.")
def train(encoder: str, config: Path, seed: int, gpu: int) -> None:
    """Fine-tune the encoder with `spacy train`."""
    from annotator.training.train import train as run

    source = encoder or str(fetch_encoder(_WORK / "encoder"))
    best = run(_examples(), config=config, encoder=source, work=_WORK, seed=seed, gpu=gpu)
    click.echo(f"Trained: {best}")


@main.command()
def export() -> None:
    """Export to one quantised graph, calibrate it, and put the pipeline together."""
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
    shutil.rmtree(_SHIPPED, ignore_errors=True)
    pipeline.to_disk(_SHIPPED)
    write_references(trained, held_out, _SHIPPED / "reference.jsonl")
    _EXPORT.write_bytes(msgspec.json.encode({"agreement": chosen.agreement}))
    _calibrate()


@main.command()
def calibrate() -> None:
    """Fit temperature and thresholds of the exported pipeline on the dev split."""
    _calibrate()


@main.command()
@click.option("--split", type=click.Choice(["dev", "test"]), default="dev", show_default=True)
def evaluate(split: Split) -> None:
    """Measure the exported pipeline on a split, and write its card."""
    from annotator.training.evaluate import evaluate as measure
    from annotator.training.predictions import logits_of
    from annotator.training.report import as_text

    classifier = _classifier()
    examples = _examples()
    assert classifier.network is not None  # noqa: S101  # for mypy: it was loaded from disk
    logits = logits_of(classifier.network, of_split(examples, split))
    evaluation = measure(logits, examples, split, classifier.settings.calibration)
    figures = _SHIPPED / _FIGURES.format(split)
    figures.write_bytes(msgspec.json.format(msgspec.json.encode(evaluation), indent=1) + b"\n")
    click.echo(as_text(evaluation))
    _write_card(examples)


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
def bench_() -> None:
    """Measure speed and memory, beside torch and a keyword search."""
    from annotator.training.bench import bench

    click.echo(bench(_CORPORA, _WORK, _TORCH))


@main.command(name="all")
@click.pass_context
def everything(context: click.Context) -> None:
    """Data, train, export, and evaluate on dev."""
    for command in (data, train, export, evaluate):
        context.invoke(command)


def _examples() -> list[Example]:
    return read_examples(_EXAMPLES)


def _classifier() -> ClauseClassifier:
    from annotator.classifier import ClauseClassifier

    return ClauseClassifier().from_disk(_SHIPPED / "clause_classifier")


def _calibrate() -> None:
    from annotator.training.calibrate import calibrate as fit
    from annotator.training.predictions import logits_of

    classifier = _classifier()
    dev = of_split(_examples(), "dev")
    assert classifier.network is not None  # noqa: S101  # for mypy: it was loaded from disk
    calibration = fit(logits_of(classifier.network, dev), dev)
    classifier.settings = msgspec.structs.replace(classifier.settings, calibration=calibration)
    classifier.to_disk(_SHIPPED / "clause_classifier")
    click.echo(
        f"Temperature {calibration.temperature}; review below {calibration.review_below}; "
        f"issues from {min(calibration.thresholds.values()):.2f} "
        f"to {max(calibration.thresholds.values()):.2f}."
    )


def _write_card(examples: list[Example]) -> None:
    from annotator.training.card import write_card
    from annotator.training.evaluate import Evaluation

    found = [_SHIPPED / _FIGURES.format(split) for split in ("test", "dev")]
    write_card(
        _SHIPPED / "README.md",
        evaluations=[
            msgspec.json.decode(path.read_bytes(), type=Evaluation)
            for path in found
            if path.exists()
        ],
        examples=examples,
        settings=_classifier().settings,
        agreement=msgspec.json.decode(_EXPORT.read_bytes())["agreement"],
    )


if __name__ == "__main__":
    main()
