"""The labelled clauses of the repository: those written for it, and those of real laws.

Written are the clauses in ``corpora/clauses`` and the examples of the amendment library.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from annotator.decisions import Annotation, decode_annotation, read_annotations
from annotator.errors import CorpusError
from annotator.library import load_library
from annotator.published import read_laws
from annotator.schema import Clause, Struct
from annotator.training.examples import Example, decode_example, read_examples, unique
from annotator.training.joining import join
from annotator.training.laws import clauses_from
from annotator.training.library_examples import library_examples


class Gathered(Struct, frozen=True):
    """The examples, and in sentences what could not be had."""

    examples: tuple[Example, ...]
    notes: tuple[str, ...]


def gather(corpora: Path, work: Path, extra: Sequence[Path] = ()) -> Gathered:
    """Read the written clauses, and join the labels of real laws to their texts.

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
    clauses_of = clauses_from(read_laws(corpora / "laws.yaml"), work / "laws")
    missing: dict[str, str] = {}

    def clauses_or_none(law: str) -> Iterable[Clause]:
        try:
            return clauses_of(law)
        except CorpusError as error:
            missing[law] = str(error)
            return ()

    annotations = read_annotations(corpora / "annotations")
    for path in extra:
        more, with_text = _decided(path)
        annotations += more
        written += with_text
    joined = join(annotations, clauses_or_none)
    notes = [f"{len(joined.examples)} of {len(annotations)} labels of real laws joined their text."]
    if missing:
        notes.append(f"{len(missing)} laws could not be had; the first: {min(missing.values())}")
    ours = [*written, *library_examples(load_library())]
    return Gathered(examples=tuple(unique([*joined.examples, *ours])), notes=tuple(notes))


def _decided(path: Path) -> tuple[list[Annotation], list[Example]]:
    """The clauses of a round: those of real laws, known by a hash, and those with their text."""
    try:
        lines = [line for line in path.read_bytes().splitlines() if line.strip()]
    except OSError as error:
        raise CorpusError(f"{path} cannot be read ({error.strerror}).") from error
    annotations, examples = [], []
    for number, line in enumerate(lines, 1):
        place = f"{path}, line {number}"
        if b'"sha256"' in line:
            annotations.append(decode_annotation(line, place))
        else:
            examples.append(decode_example(line, place))
    return annotations, examples
