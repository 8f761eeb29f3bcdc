"""Labelled laws that a user has: which clause each label belongs to, and how the pipeline does.

``LABELS`` is a file of decisions, a line of JSON each, as ``corpora/annotations/`` holds them. A
label is joined to its clause by the hash of the clause's words (``sha256``), by the words
themselves (``text``), or by the clause's number in its law; ``LAWS`` is a folder of laws, each file
named as the labels name the law (``law``). A label with its text needs no law.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from annotator.decisions import Vote, clause_hash
from annotator.errors import AnnotatorError, CorpusError
from annotator.readers import read
from annotator.schema import Clause, Label, Struct
from annotator.segmenter import segment
from annotator.training.corpus.examples import Example, refuse_issues
from annotator.training.measure.grouping import by_law, figures_of
from annotator.training.measure.predictions import Predictions
from annotator.training.measure.readers import readers_of
from annotator.training.measure.tables import (
    confusion_as_text,
    figures_as_text,
    groups_as_text,
    intervals,
)

#: So many labels that met no clause are named; the others are counted.
_NAMED = 3


class OwnLabel(Struct, frozen=True):
    """A label of a clause that is known by its hash, its text, or its law and number."""

    label: Label
    issues: tuple[str, ...] = ()
    law: str = ""
    number: str = ""
    sha256: str = ""
    text: str = ""
    heading: str = ""
    lead_in: str = ""
    path: tuple[str, ...] = ()
    votes: tuple[Vote, ...] = ()


class OwnLaws(Struct, frozen=True):
    """The labelled clauses, of how many labels, and of those that met none what and why."""

    examples: tuple[Example, ...]
    labels: int
    unmet: tuple[tuple[str, str], ...]

    @property
    def summary(self) -> str:
        """What joined, and what did not, in a sentence."""
        words = f"{len(self.examples)} of {self.labels} labels joined their clause"
        if not self.unmet:
            return f"{words}."
        named = "; ".join(f"{place} ({why})" for place, why in self.unmet[:_NAMED])
        rest = len(self.unmet) - _NAMED
        return f"{words}; not so {named}{f'; and {rest} more' if rest > 0 else ''}."


def read_labels(path: Path) -> list[OwnLabel]:
    """The labels of a file.

    Raises:
        CorpusError: it cannot be read, holds none, or a line is no label.
    """
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise CorpusError(f"{path} cannot be read ({error.strerror}).") from error
    found = [_label(line, f"{path}, line {n}") for n, line in enumerate(lines, 1) if line.strip()]
    if not found:
        raise CorpusError(f"{path} holds no labels; it needs a line of JSON for each clause.")
    return found


def own_laws(folder: Path | None, labels: Path) -> OwnLaws:
    """Join the labels of a file to the clauses of the laws in a folder.

    Args:
        folder: of the laws; None where every label has its text.
        labels: the file.

    Raises:
        CorpusError: the folder or the file cannot be read, a line is no label, or none joined.
    """
    wanted = read_labels(labels)
    laws = _Laws(folder)
    examples, unmet = [], []
    for number, label in enumerate(wanted, 1):
        try:
            examples.append(_joined(label, laws))
        except CorpusError as error:
            place = f"{label.law} {label.number}".strip() or f"label {number}"
            unmet.append((place, str(error)))
    found = OwnLaws(examples=tuple(examples), labels=len(wanted), unmet=tuple(unmet))
    if not examples:
        raise CorpusError(f"Nothing can be measured: {found.summary}")
    return found


def scored(predicted: Predictions, examples: Sequence[Example]) -> str:
    """The figures of labelled clauses, as tables for the terminal."""
    figures = figures_of(predicted, examples)
    columns = {"as labelled": figures}
    columns |= {name: figures_of(given, own) for name, given, own in readers_of(examples)}
    parts = [
        [*figures_as_text(columns, "your laws"), intervals(figures)],
        confusion_as_text(figures),
    ]
    if figures.laws > 1:
        parts.append(groups_as_text(by_law(predicted, examples), "law"))
    return "\n\n".join("\n".join(part) for part in parts)


class _Laws:
    """The laws of a folder, each read once, its clauses by hash and by number."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._files = _files(folder) if folder else {}
        self._clauses: dict[str, tuple[Clause, ...] | CorpusError] = {}

    def clause(self, label: OwnLabel) -> Clause:
        """The clause that a label is of.

        Raises:
            CorpusError: there is none, or several have its number; or its law cannot be had.
        """
        clauses = self._of(label.law)
        wanted = label.sha256 or (clause_hash(label.text) if label.text else "")
        if wanted:
            return _only([c for c in clauses if clause_hash(c.text) == wanted][:1], "these words")
        named = [c for c in clauses if c.number == label.number.strip() and not c.is_lead_in]
        return _only(named, "this number")

    def _of(self, law: str) -> tuple[Clause, ...]:
        if law not in self._clauses:
            try:
                self._clauses[law] = segment(read(self._path(law)).text).clauses
            except AnnotatorError as error:
                self._clauses[law] = CorpusError(str(error).rstrip("."))
        found = self._clauses[law]
        if isinstance(found, CorpusError):
            raise found
        return found

    def _path(self, law: str) -> Path:
        paths = self._files.get(law, ())
        if len(paths) != 1:
            several = f"{len(paths)} files" if paths else "no file"
            raise CorpusError(f"{several} named as this law in {self._folder or 'LAWS'}")
        return paths[0]


def _files(folder: Path) -> dict[str, tuple[Path, ...]]:
    """The files of a folder by their names, with and without what stands behind the last dot."""
    named: dict[str, set[Path]] = defaultdict(set)
    try:
        for path in sorted(folder.iterdir()):
            if path.is_file():
                named[path.name].add(path)
                named[path.stem].add(path)
    except OSError as error:
        raise CorpusError(f"{folder} is no folder of laws ({error.strerror}).") from error
    return {name: tuple(sorted(paths)) for name, paths in named.items()}


def _only(clauses: Sequence[Clause], what: str) -> Clause:
    if len(clauses) != 1:
        raise CorpusError(f"{len(clauses) or 'no'} clause{'s' * (len(clauses) > 1)} with {what}")
    return clauses[0]


def _joined(label: OwnLabel, laws: _Laws) -> Example:
    """A label with its clause in the law, which has its headings; else with the text it brings."""
    try:
        clause = laws.clause(label)
    except CorpusError:
        if not label.text:
            raise
        return _example(label, label.text, label.heading, label.lead_in, label.path)
    return _example(label, clause.text, clause.heading, clause.lead_in, clause.path)


def _example(
    label: OwnLabel, text: str, heading: str, lead_in: str, path: Iterable[str]
) -> Example:
    return Example(
        text=text,
        label=label.label,
        issues=label.issues,
        heading=heading,
        lead_in=lead_in,
        path=tuple(path),
        law=label.law,
        votes=label.votes,
    )


def _label(line: bytes, place: str) -> OwnLabel:
    try:
        label = msgspec.json.decode(line, type=OwnLabel)
    except msgspec.DecodeError as error:
        raise CorpusError(f"{place} is no label of a clause: {error}.") from error
    refuse_issues(label.label, label.issues, place)
    if not (label.sha256 or label.text or label.number):
        raise CorpusError(
            f"{place} does not say of which clause it is; it needs a number, a sha256 or a text."
        )
    return label
