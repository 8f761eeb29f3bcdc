"""Measuring the pipeline on laws of countries that were left out whole, and what stands apart.

The figures that count are those of real laws of countries never seen. Written clauses, pairs of
opposites and laws of a familiar country are measured too, each by itself: what is easier than a
law is never averaged in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from annotator.agreement import Interval
from annotator.classifier.calibration import Calibration
from annotator.classifier.network import Logits
from annotator.schema import Struct
from annotator.training.corpus.examples import Example, Split, of_split
from annotator.training.corpus.gold import Ints, gold_labels
from annotator.training.measure import baselines
from annotator.training.measure.grouping import by_law, figures_by, figures_of
from annotator.training.measure.metrics import Figures, macro_f1_of
from annotator.training.measure.opposites import Opposites, measure_opposites
from annotator.training.measure.origins import UNKNOWN, tradition_of
from annotator.training.measure.predictions import Predictions, predict
from annotator.training.measure.readers import readers_of
from annotator.training.measure.robustness import CHANGES, changed

WRITTEN = "written clauses"
#: Laws that were not trained on, of a country that was.
FAMILIAR = "familiar"
_LANGUAGES = {"en": "English", "fr": "French"}

#: What ships, in full precision and with no clause kept from the network: what speed costs.
EXACT = "--exact"
#: The clauses that were read as they are, in the audit.
UNCHANGED = "nothing"
#: So many clauses, drawn from all, tell what a change does; reading all again would take minutes.
_AUDITED = 400

Read = Callable[[Sequence[Example]], Logits]


class Audit(Struct, frozen=True):
    """The same clauses with something changed that should not matter (:mod:`.robustness`)."""

    macro_f1: Interval | None
    labels_changed: float = 0.0


class Evaluation(Struct, frozen=True):
    """One split's figures.

    Attributes:
        split: the countries that were left out for it.
        real: their real laws, the headline; None where none could be had.
        groups: the same laws by ``country``, ``tradition`` and ``law``.
        readers: how well people (or what stood in for them) do it, the ceiling of the figures.
        apart: by name, what is no law of a country left out: never part of ``real``.
        opposites: written pairs that differ in few words and in their label.
        baselines: other ways to label the clauses of ``real``, ``EXACT`` among them.
        audit: some of those clauses as they are, and with names, gender words or style changed.
    """

    split: Split
    real: Figures | None
    groups: dict[str, dict[str, Figures]]
    readers: dict[str, Figures]
    apart: dict[str, Figures]
    opposites: Opposites | None
    baselines: dict[str, Figures]
    audit: dict[str, Audit]

    @property
    def shown(self) -> Figures | None:
        """What pictures and the table of confusions show: ``real``, else the first part there."""
        return self.real or next(iter(self.apart.values()), None)


class Material(Struct, frozen=True):
    """What is measured with.

    Attributes:
        examples: of all splits; the baselines train on the training split.
        pairs: the opposites that were held back.
        encoder: the folder of the encoder as it was before training, for a baseline that is left
            out without it: it reads all that is trained on, which takes long.
    """

    examples: Sequence[Example]
    pairs: Sequence[tuple[str, Example, Example]] = ()
    encoder: Path | None = None


def evaluate(
    read: Read,
    material: Material,
    split: Split,
    calibration: Calibration,
    exact: Read | None = None,
) -> Evaluation:
    """Measure on ``split``.

    Args:
        read: gives the exported graph's logits of examples.
        material: the clauses, and what is known of their laws.
        split: what to measure on.
        calibration: as shipped.
        exact: as ``read``, without what makes it fast; its figures stand beside the others.
    """
    held_out = of_split(material.examples, split)
    real = [example for example in held_out if example.law]
    predicted = predict(read(real), real, calibration) if real else None
    return Evaluation(
        split=split,
        real=figures_of(predicted, real) if predicted else None,
        groups=_groups(predicted, real) if predicted else {},
        readers={name: figures_of(given, own) for name, given, own in readers_of(real)},
        apart={
            name: figures_of(predict(read(part), part, calibration), part)
            for name, part in _apart(material.examples, held_out)
        },
        opposites=measure_opposites(
            material.pairs, lambda sides: predict(read(sides), sides, calibration)
        ),
        baselines=_exact(exact, real, calibration) | _baselines(material, real),
        audit=_audit(read, real, predicted, calibration) if predicted else {},
    )


def _groups(predicted: Predictions, examples: Sequence[Example]) -> dict[str, dict[str, Figures]]:
    origins = [example.country or UNKNOWN for example in examples]
    traditions = [tradition_of(country) for country in origins]
    return {
        "country": figures_by(origins, predicted, examples),
        "tradition": figures_by(traditions, predicted, examples),
        "law": by_law(predicted, examples),
    }


def _apart(
    examples: Sequence[Example], held_out: Sequence[Example]
) -> Iterator[tuple[str, list[Example]]]:
    """What is measured beside the headline, the parts that are there."""
    parts = {WRITTEN: [example for example in held_out if not example.law]}
    familiar = [example for example in examples if example.split == FAMILIAR]
    for code, language in _LANGUAGES.items():
        own = [example for example in familiar if example.language == code]
        parts[f"{FAMILIAR} laws, {language}"] = own
    yield from ((name, part) for name, part in parts.items() if part)


def _exact(
    exact: Read | None, real: Sequence[Example], calibration: Calibration
) -> dict[str, Figures]:
    if exact is None or not real:
        return {}
    return {EXACT: figures_of(predict(exact(real), real, calibration), real)}


def _baselines(material: Material, real: Sequence[Example]) -> dict[str, Figures]:
    train = of_split(material.examples, "train")
    if not (train and real):
        return {}
    given = baselines.answers(train, real, material.encoder)
    return {name: figures_of(answer, real) for name, answer in given.items()}


def _audit(
    read: Read, examples: Sequence[Example], before: Predictions, calibration: Calibration
) -> dict[str, Audit]:
    """Some of the clauses as they are, then with each change; of those only what it changes."""
    rows = _some(len(examples))
    asked = [examples[row] for row in rows]
    given, laws = before.labels[rows], [example.group for example in asked]
    found = {UNCHANGED: Audit(macro_f1=macro_f1_of(given, gold_labels(asked), laws))}
    for name, change in CHANGES.items():
        others = [changed(example, change) for example in asked]
        differ = [n for n, other in enumerate(others) if other.line.text != asked[n].line.text]
        after = given.copy()
        if differ:
            again = [others[n] for n in differ]
            after[differ] = predict(read(again), again, calibration).labels
        found[name] = Audit(
            macro_f1=macro_f1_of(after, gold_labels(asked), laws),
            labels_changed=round(float((after != given).mean()), 4),
        )
    return found


def _some(count: int) -> Ints:
    """The places of all clauses, or, where they are many, of as many as are enough."""
    if count <= _AUDITED:
        return np.arange(count)
    return np.sort(np.random.default_rng(0).choice(count, _AUDITED, replace=False))
