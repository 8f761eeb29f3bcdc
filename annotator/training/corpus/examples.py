"""A labelled clause, wherever it came from, and the splits by whole law."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, get_args

import msgspec

from annotator.classifier.encoding import ClauseLine, encode, nearest_heading
from annotator.decisions import LabelledClause, Vote
from annotator.errors import CorpusError
from annotator.files import replacing
from annotator.schema import ISSUES, LABELS, Label

Split = Literal["train", "dev", "test"]
SPLITS: tuple[Split, ...] = get_args(Split)

#: Laws and traditions left out whole. The four large laws train; of the small laws, of which a
#: few clauses each were labelled, a fifth is dev and a fifth is test, by the hash of their name.
_HELD_OUT: dict[str, Split] = {
    "IE-2004-act-1": "test",
    "C-1.4": "test",
    "IE-2008-act-8": "test",
    "treaty-compact": "test",
    "IE-1999-act-22": "dev",
    "IE-2008-act-4": "dev",
    "ministerial-regulation-strategy": "dev",
}
_TRAINING = frozenset({"I-2.5", "SOR-2002-227", "IE-2015-act-66", "IE-2024-act-28"})
_FIFTHS: dict[int, Split] = {0: "test", 1: "dev"}


class Example(LabelledClause, frozen=True):
    """A labelled clause to train on or measure with.

    ``law`` is the real law's name in ``corpora/laws.yaml``, and empty for a clause written for the
    project, which has a ``tradition`` instead. ``votes`` are what each annotator said of it before
    it was decided; a written clause has none. ``language`` is that of its words, by the ISO 639-1
    code.
    """

    tradition: str = ""
    votes: tuple[Vote, ...] = ()
    language: str = "en"

    @property
    def line(self) -> ClauseLine:
        """What the encoder reads."""
        heading = nearest_heading(self.heading, self.path)
        return encode(heading, self.lead_in, self.text, self.language)

    @property
    def words(self) -> str:
        """All that the guidelines let the clause be judged by."""
        return "\n".join((*self.path, self.heading, self.lead_in, self.text))

    @property
    def group(self) -> str:
        """The law or tradition that is held out, or not, as a whole."""
        return self.law or self.tradition

    @property
    def split(self) -> Split:
        """Where the whole of its law or tradition belongs."""
        return split_of(self.law, self.tradition)


def split_of(law: str, tradition: str = "") -> Split:
    """The split of a law (or, where ``law`` is empty, of a drafting tradition)."""
    name = law or tradition
    if name in _HELD_OUT:
        return _HELD_OUT[name]
    if not law or name in _TRAINING:
        return "train"
    # A hash for spreading laws evenly, not for security.
    digest = hashlib.sha1(law.encode(), usedforsecurity=False).hexdigest()
    return _FIFTHS.get(int(digest, 16) % 5, "train")


def read_examples(path: Path) -> list[Example]:
    """Read a JSON Lines file of examples.

    Raises:
        CorpusError: it is missing, or a line is no example with a known label and known issues.
    """
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise CorpusError(f"{path} cannot be read ({error.strerror}); run `make train`.") from error
    return [
        decode_example(line, f"{path}, line {n}") for n, line in enumerate(lines, 1) if line.strip()
    ]


def write_examples(path: Path, examples: Iterable[Example]) -> None:
    """Write ``examples`` as JSON Lines, whole or not at all.

    Raises:
        OutputError: they cannot be written; what was there before still is.
    """
    with replacing(path, "wb", parents=True) as out:
        out.writelines(msgspec.json.encode(example) + b"\n" for example in examples)


def of_split(examples: Sequence[Example], split: Split) -> list[Example]:
    """Those of ``examples`` whose law or tradition belongs to ``split``."""
    return [example for example in examples if example.split == split]


def unique(examples: Iterable[Example]) -> list[Example]:
    """``examples`` without those that read alike within one split; the first of each stays."""
    first: dict[tuple[Split, str], Example] = {}
    for example in examples:
        first.setdefault((example.split, example.line.text), example)
    return list(first.values())


def decode_example(line: bytes, place: str) -> Example:
    """One line of JSON as an example; ``place`` names it in an error.

    Raises:
        CorpusError: it is no example with a known label and known issues.
    """
    try:
        example = msgspec.json.decode(line, type=Example)
    except msgspec.DecodeError as error:
        raise CorpusError(f"{place} is no labelled clause: {error}.") from error
    refuse_issues(example.label, example.issues, place)
    return example


def refuse_issues(label: Label, issues: Iterable[str], place: str) -> None:
    """Let pass known issues of a flagged clause; ``place`` names it in an error.

    Raises:
        CorpusError: an issue is unknown, or the clause is neutral and has any.
    """
    unknown = set(issues) - set(ISSUES)
    if unknown:
        raise CorpusError(f"{place} has the unknown issue {min(unknown)!r}.")
    if label == LABELS[-1] and tuple(issues):
        raise CorpusError(f"{place} is neutral and yet has issues.")
