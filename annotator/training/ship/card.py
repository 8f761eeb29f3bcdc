"""The model card, written from the figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from annotator.classifier.model_files import Settings
from annotator.schema import LABELS
from annotator.training.corpus.examples import SPLITS, Example, Split, of_split
from annotator.training.corpus.pages import rendered
from annotator.training.encoders.catalogue import EncoderSource
from annotator.training.measure.evaluate import Evaluation
from annotator.training.measure.report import NO_LAWS
from annotator.training.measure.rows import COLUMNS, ROWS, shown
from annotator.training.measure.tables import intervals

_TEMPLATE = Path(__file__).with_name("card.md.j2")


def write_card(
    path: Path,
    *,
    evaluations: Sequence[Evaluation],
    examples: Sequence[Example],
    settings: Settings,
    agreement: Mapping[str, float],
    source: EncoderSource,
) -> None:
    """Write the card as Markdown.

    Args:
        path: where to.
        evaluations: the splits' figures, in the order in which to show them.
        examples: all that the pipeline was made from, for the counts.
        settings: as shipped.
        agreement: shares of held-out clauses: on which the exported graph gives torch's label
            (``torch``), and the whole classifier the label of the unquantised graph
            (``full_precision``).
        source: the encoder that it was made from.
    """
    text = rendered(
        _TEMPLATE,
        evaluations=evaluations,
        counts=_counts(examples),
        labels=LABELS,
        rows=ROWS,
        columns=COLUMNS,
        shown=shown,
        intervals=intervals,
        no_laws=NO_LAWS,
        settings=settings,
        agreement=agreement,
        source=source,
    )
    path.write_text(text, encoding="utf-8")


def _counts(examples: Sequence[Example]) -> dict[Split, dict[str, int]]:
    counts: dict[Split, dict[str, int]] = {}
    for split in SPLITS:
        own = of_split(examples, split)
        real = sum(bool(example.law) for example in own)
        labels = Counter(example.label for example in own)
        counts[split] = {
            "laws": len({example.law for example in own if example.law}),
            "real": real,
            "written": len(own) - real,
            **{str(label): labels[label] for label in LABELS},
        }
    return counts
