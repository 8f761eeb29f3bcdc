"""The labelled clauses of the repository: those written for it, and those of real laws.

Written are the clauses in ``corpora/clauses`` and the examples of the amendment library.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from annotator.decisions import Decision, decode_decision, read_decisions
from annotator.errors import CorpusError
from annotator.library import load_library
from annotator.published import read_laws
from annotator.schema import Struct
from annotator.training.corpus.examples import (
    Example,
    Split,
    decode_example,
    read_examples,
    unique,
)
from annotator.training.corpus.french import InFrench, in_french
from annotator.training.corpus.joining import join
from annotator.training.corpus.laws import Shelf
from annotator.training.corpus.library_examples import library_examples
from annotator.training.corpus.near_copies import without_near_copies
from annotator.training.corpus.opposites import read_opposites

#: Of the labels of real laws, the share that must meet their clauses.
LEAST_JOINED = 0.97


class Gathered(Struct, frozen=True):
    """The examples; of how many labels of real laws, how many met their clauses; and why not.

    ``french`` are those clauses of real laws that are among the examples in French, too; ``near``
    is how many clauses of a split were left out as nearly one that is measured with.
    """

    examples: tuple[Example, ...]
    labels: int
    joined: int
    missing: dict[str, str]
    french: InFrench
    near: dict[Split, int]

    @property
    def summary(self) -> str:
        """What joined and what did not, in a sentence or two."""
        words = f"{self.joined} of {self.labels} labels of real laws joined their text."
        if self.missing:
            first = min(self.missing)
            words += f" {len(self.missing)} laws could not be had; {first}: {self.missing[first]}"
        left_out = " and ".join(f"{count} of {split}" for split, count in self.near.items())
        words += f" Left out, as nearly clauses that are measured with: {left_out}."
        return f"{words} {self.french.summary}".strip()


def gather(corpora: Path, work: Path, extra: Sequence[Path] = ()) -> Gathered:
    """Read the written clauses, and join the labels of real laws to their texts, the French too.

    What is nearly a clause of another split that is measured with is left out.

    Args:
        corpora: the repository's folder of that name.
        work: the folder for what training leaves behind; laws that are fetched are kept there.
        extra: files of decided clauses besides: of real laws, without their text, or written.

    Raises:
        CorpusError: a corpus file is broken. A law that cannot be had is only noted.
    """
    written = [
        example
        for path in sorted((corpora / "clauses").glob("*.jsonl"))
        for example in read_examples(path)
    ]
    annotations = read_decisions(corpora / "annotations")
    for path in extra:
        more, with_text = _decided(path)
        annotations += more
        written += with_text
    laws = read_laws(corpora / "laws.yaml")
    shelf = Shelf(laws, work / "laws")
    countries = {name: law.jurisdiction for name, law in laws.items()}
    joined = join(annotations, shelf.clauses_of, countries).examples
    french = in_french(joined, laws, work / "laws")
    pairs = read_opposites(corpora / "opposites" / "trained")
    ours = [
        *written,
        *library_examples(load_library()),
        *(side for one in pairs for side in one.sides),
    ]
    translated = (pair.french for pair in french.pairs)
    apart = without_near_copies(unique([*joined, *translated, *ours]))
    return Gathered(
        examples=apart.examples,
        labels=len(annotations),
        joined=len(joined),
        missing=shelf.missing,
        french=french,
        near=apart.left_out,
    )


def enough(gathered: Gathered) -> Gathered:
    """``gathered``, of which enough joined to train on.

    Raises:
        CorpusError: too little did.
    """
    if gathered.joined < LEAST_JOINED * gathered.labels:
        raise CorpusError(
            f"{gathered.summary} {LEAST_JOINED:.0%} of the labels are needed; nothing was written. "
            "Run it again to fetch what is missing, name a folder that holds the laws in "
            "CORPORA_MIRROR, or go on with what there is: --partial (PARTIAL=1)."
        )
    return gathered


def _decided(path: Path) -> tuple[list[Decision], list[Example]]:
    """The clauses of a round: those of real laws, known by a hash, and those with their text."""
    try:
        lines = [line for line in path.read_bytes().splitlines() if line.strip()]
    except OSError as error:
        raise CorpusError(f"{path} cannot be read ({error.strerror}).") from error
    annotations, examples = [], []
    for number, line in enumerate(lines, 1):
        place = f"{path}, line {number}"
        if b'"sha256"' in line:
            annotations.append(decode_decision(line, place))
        else:
            examples.append(decode_example(line, place))
    return annotations, examples
