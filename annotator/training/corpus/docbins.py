"""Examples as ``spacy train`` reads them: a DocBin a split, one document a clause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from annotator.schema import ISSUES, LABELS, Label
from annotator.tokenizer import LegalTokenizer
from annotator.training.corpus.examples import Example, of_split

#: Under this a document's ``user_data`` has the name of its pair of opposites.
PAIR = "pair"


def write_docbins(examples: Sequence[Example], folder: Path) -> None:
    """Write ``train.spacy`` and ``dev.spacy`` into ``folder``, each clause once."""
    folder.mkdir(parents=True, exist_ok=True)
    for split in ("train", "dev"):
        _docbin(of_split(examples, split)).to_disk(folder / f"{split}.spacy")


def _docbin(examples: Iterable[Example]) -> DocBin:
    tokenizer = LegalTokenizer(Vocab())
    bin_ = DocBin(attrs=["ORTH", "SPACY"], store_user_data=True)
    for example in examples:
        doc = tokenizer(example.line.text)
        doc.cats = categories(example.label, example.issues)
        if example.pair:
            doc.user_data[PAIR] = example.pair
        bin_.add(doc)
    return bin_


def pair_of(doc: Doc) -> str:
    """The name of the pair of opposites that a document of such a DocBin is a side of, or none."""
    name: str = doc.user_data.get(PAIR, "")
    return name


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
