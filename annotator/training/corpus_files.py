"""The labelled clauses of the repository: those written for it, and those of real laws.

Written are the clauses in ``corpora/clauses`` and the examples of the amendment library.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from annotator.errors import CorpusError
from annotator.library import load_library
from annotator.schema import Clause, Struct
from annotator.training.examples import Example, read_examples, unique
from annotator.training.joining import join, read_annotations
from annotator.training.laws import clauses_from, read_laws
from annotator.training.library_examples import library_examples


class Gathered(Struct, frozen=True):
    """The examples, and in sentences what could not be had."""

    examples: tuple[Example, ...]
    notes: tuple[str, ...]


def gather(corpora: Path, work: Path) -> Gathered:
    """Read the written clauses, and join the labels of real laws to their texts.

    Args:
        corpora: the repository's folder of that name.
        work: the folder for what training leaves behind; laws that are fetched are kept there.

    Raises:
        CorpusError: a corpus file is broken. A law that cannot be had is only noted.
    """
    written = [
        example
        for path in sorted((corpora / "clauses").glob("*.jsonl"))
        for example in read_examples(path)
    ]
    clauses_of = clauses_from(read_laws(corpora / "laws.yaml"), work / "laws")
    missing: dict[str, str] = {}

    def clauses_or_none(law: str) -> Iterable[Clause]:
        try:
            return clauses_of(law)
        except CorpusError as error:
            missing[law] = str(error)
            return ()

    annotations = read_annotations(corpora / "annotations")
    joined = join(annotations, clauses_or_none)
    notes = [f"{len(joined.examples)} of {len(annotations)} labels of real laws joined their text."]
    if missing:
        notes.append(f"{len(missing)} laws could not be had; the first: {min(missing.values())}")
    ours = [*written, *library_examples(load_library())]
    return Gathered(examples=tuple(unique([*joined.examples, *ours])), notes=tuple(notes))
