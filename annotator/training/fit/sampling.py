"""How often each clause is learnt from: what ``[corpora.train]`` of a config says.

Nine in ten clauses of a law are neutral. Without help the classifier would learn to say so of all.
"""
# No `from __future__ import annotations` here: spaCy reads the annotations as types.

import random
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Corpus, Example
from spacy.util import registry

from annotator.errors import CorpusError
from annotator.schema import LABELS
from annotator.training.corpus.docbins import PAIR, pair_of
from annotator.training.corpus.masking import without_names

#: The words with which the encoder's line begins where a clause names gender or a role.
_NAMING = ("gender ", "role ")


@registry.readers("annotator.BalancedCorpus.v1")  # type: ignore[untyped-decorator]
def balanced_corpus(
    path: Path | None,
    seed: int,
    evenness: float,
    weights: dict[str, float],
    near_misses: float = 1.0,
    nameless: float = 0.0,
    opposites: float = 1.0,
    others: float = 1.0,
) -> Callable[[Language], Iterator[Example]]:
    """A reader of a DocBin that gives clauses of rarer labels several times.

    Args:
        path: the DocBin.
        seed: fixes their order, and which are given once more where a clause is due half a time.
        evenness: how far the rarer labels are brought up to the commonest: 0 not at all, 1 all
            the way.
        weights: by label, how many times as often as that its clauses are given; 1 for a label
            that is not named.
        near_misses: the same for neutral clauses that name gender or a role, which are the ones
            most often flagged in error.
        nameless: the share of them, drawn by lot, whose proper names are masked, since a law is
            known by its names.
        opposites: as ``near_misses``, for both sides of pairs of opposites. Each time that a pair
            is given it has a name of its own, by which :class:`.Batches` keeps its sides together.
        others: as ``opposites``, for all clauses that are no side of a pair; a share of them, drawn
            by lot, is enough for what a training that is gone on with has seen before.
    """

    def read(nlp: Language) -> Iterator[Example]:
        if path is None:
            raise CorpusError("The config names no file of clauses to train on (paths.train).")
        examples = list(Corpus(path)(nlp))
        counts = Counter(map(_label, examples))
        most = max(counts.values(), default=0)

        def times(example: Example) -> float:
            label = _label(example)
            even: float = (most / counts[label]) ** evenness * weights.get(label, 1.0)
            even *= near_misses if _is_near_miss(example) else 1.0
            return even * (opposites if pair_of(example.reference) else others)

        dice = random.Random(seed)  # noqa: S311
        chosen = [(e, time) for e in examples for time in range(_whole(times(e), dice))]
        dice.shuffle(chosen)
        for example, time in chosen:
            masked = nameless > 0 and dice.random() < nameless
            given = _given(nlp, example.reference, masked)
            if pair := pair_of(example.reference):
                given.reference.user_data[PAIR] = f"{pair} {time}"
            yield given

    return read


def _given(nlp: Language, doc: Doc, masked: bool) -> Example:
    """The clause in a document of its own: what reads it writes on it."""
    text = without_names(doc.text) if masked else doc.text
    reference = nlp.make_doc(text)
    reference.cats = doc.cats
    return Example(nlp.make_doc(text), reference)


def _whole(times: float, dice: random.Random) -> int:
    """``times`` as a whole number that is right on average."""
    return int(times) + (dice.random() < times % 1)


def _label(example: Example) -> str:
    cats = example.reference.cats
    return max(LABELS, key=lambda label: cats.get(label, 0.0))


def _is_near_miss(example: Example) -> bool:
    return _label(example) == "neutral" and example.reference.text.startswith(_NAMING)
