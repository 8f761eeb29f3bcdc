"""Examples as ``spacy train`` reads them: a DocBin a split, one document a clause."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from spacy.tokens import DocBin
from spacy.vocab import Vocab

from annotator.schema import ISSUES, LABELS, Label
from annotator.tokenizer import LegalTokenizer
from annotator.training.examples import Example, of_split

#: How far the rarer labels are brought up to the commonest: 0 not at all, 1 all the way.
_EVENNESS = 0.4


def write_docbins(examples: Sequence[Example], folder: Path, *, seed: int) -> None:
    """Write ``train.spacy`` and ``dev.spacy`` into ``folder``.

    Rarer labels are repeated in training, so that the commonest, neutral, does not drown them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    train = balanced(of_split(examples, "train"), seed=seed)
    _docbin(train).to_disk(folder / "train.spacy")
    _docbin(of_split(examples, "dev")).to_disk(folder / "dev.spacy")


def balanced(examples: Sequence[Example], *, seed: int) -> list[Example]:
    """``examples`` shuffled, those of the rarer labels repeated."""
    counts = Counter(example.label for example in examples)
    most = max(counts.values(), default=0)
    dice = random.Random(seed)  # noqa: S311
    repeated = [
        example
        for example in examples
        for _ in range(_whole((most / counts[example.label]) ** _EVENNESS, dice))
    ]
    dice.shuffle(repeated)
    return repeated


def _whole(times: float, dice: random.Random) -> int:
    """``times`` as a whole number that is right on average."""
    return int(times) + (dice.random() < times % 1)


def _docbin(examples: Iterable[Example]) -> DocBin:
    tokenizer = LegalTokenizer(Vocab())
    bin_ = DocBin(attrs=["ORTH", "SPACY"])
    for example in examples:
        doc = tokenizer(example.line)
        doc.cats = categories(example.label, example.issues)
        bin_.add(doc)
    return bin_


def categories(label: Label, issues: Iterable[str]) -> dict[str, float]:
    """The two heads' targets in spaCy's form.

    Issues are only ever asked of a flagged clause, so the issue head learns from those alone: what
    a neutral clause says of detention is left out, not held against ``detention``.
    """
    targets: dict[str, float] = {name: float(name == label) for name in LABELS}
    if label != "neutral":
        raised = set(issues)
        targets.update({name: float(name in raised) for name in ISSUES})
    return targets
