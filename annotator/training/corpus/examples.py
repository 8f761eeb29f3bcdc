"""A labelled clause, wherever it came from, and the splits by whole country."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, get_args

import msgspec

from annotator.classifier.encoding import ClauseLine, encode, nearest_heading
from annotator.decisions import LabelledClause, Vote
from annotator.errors import CorpusError
from annotator.files import replacing
from annotator.schema import ISSUES, LABELS, Label

Split = Literal["train", "dev", "test", "familiar"]
SPLITS: tuple[Split, ...] = get_args(Split)

#: What is left out whole: countries, so that what is measured is laws of countries never seen, and
#: of the clauses written for the project a tradition for each purpose.
_LEFT_OUT: dict[str, Split] = {
    "ZW": "test",
    "PK": "test",
    "BD": "dev",
    "SG": "dev",
    "treaty-compact": "test",
    "ministerial-regulation-strategy": "dev",
}
#: Laws left out of a country that trains, to be measured apart: they have a French text besides.
_FAMILIAR = """
    C-1.4 C-10.10 C-11.01 C-17.2 C-31.5 C-7.8 C.R.C.,_c._1358 E-2.01 E-5.6 F-8.6 H-6 J-1 L-2
    P-24.501 P-27.5 R-10 SOR-2000-203 SOR-2003-219 SOR-2004-144 SOR-2015-124 SOR-2019-193
    SOR-2026-68 SOR-83-599 SOR-86-1082 SOR-86-304 SOR-96-445 U-2.2
"""
_FAMILIAR_LAWS = frozenset(_FAMILIAR.split())


class Example(LabelledClause, frozen=True):
    """A labelled clause to train on or measure with.

    ``law`` is the real law's name in ``corpora/laws.yaml``, and ``country`` the ISO 3166 code of
    the one that made it; both are empty for a clause written for the project, which has a
    ``tradition`` instead. ``votes`` are what each annotator said of it before it was decided; a
    written clause has none. ``language`` is that of its words, by the ISO 639-1 code. ``pair`` is
    the name of the pair of opposites that it is a side of, if it is.
    """

    tradition: str = ""
    country: str = ""
    votes: tuple[Vote, ...] = ()
    language: str = "en"
    pair: str = ""

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
        """Where the whole of its country or tradition belongs."""
        return split_of(self.law, self.country, self.tradition)


def split_of(law: str, country: str = "", tradition: str = "") -> Split:
    """Where a law belongs with its whole country, and a written clause with its tradition.

    Args:
        law: the law's name; empty for a written clause.
        country: the law's, by its ISO 3166 code.
        tradition: the written clause's.
    """
    if law in _FAMILIAR_LAWS:
        return "familiar"
    return _LEFT_OUT.get(country if law else tradition, "train")


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
