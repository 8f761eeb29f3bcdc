"""The pipeline component ``clause_classifier``: each clause's label, issues and evidence."""
# No `from __future__ import annotations` here: spaCy reads the factory's annotations as types.

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc, Span

from annotator.classifier import model_files, sessions
from annotator.classifier.bag_of_words import BagOfWords
from annotator.classifier.broken_words import named, syllables
from annotator.classifier.calibration import (
    Booleans,
    all_words,
    issue_scores,
    joined,
    label_scores,
    labels_given,
    settled,
)
from annotator.classifier.encoding import ClauseLine, is_empty, line_of
from annotator.classifier.evidence import added_by, carried, weighed
from annotator.classifier.familiarity import known_share
from annotator.classifier.groups import groups
from annotator.classifier.met_by import Judged, met_by_siblings
from annotator.classifier.model_files import Settings
from annotator.classifier.network import Floats, Logits, Network
from annotator.classifier.unasked import without_fields
from annotator.errors import ModelError
from annotator.lang import language
from annotator.lang.doubt_phrases import warning_of
from annotator.lang.en.gender_words import naming_words
from annotator.schema import FLAGGED, LABELS, Clause, Evidence, Label, ReadingWarning
from annotator.user_data import declare

_NEUTRAL: dict[Label, float] = dict.fromkeys(LABELS, 0.0) | {"neutral": 1.0}
_EXTENSIONS: dict[str, Any] = {
    "clause": None,
    "scores": None,
    "confidence": None,
    "review": False,
    "issues": (),
    "evidence": (),
}


declare(Span, **_EXTENSIONS)
declare(Doc, warnings=())


class ClauseClassifier(Pipe):
    """Labels the clauses in ``doc.spans[spans_key]``, by default ``"clauses"``.

    Each span gets its ``label_`` and, as extensions, ``scores`` (label to probability),
    ``confidence`` (the label's probability), ``review`` (whether that is too low to assert it),
    ``issues`` (:class:`~annotator.schema.IssueScore`, likeliest first) and ``evidence``
    (:class:`~annotator.schema.Evidence`, in the order of the text). That a law lies far from all
    that was learnt is added to ``doc._.warnings``.
    """

    def __init__(
        self,
        name: str = "clause_classifier",
        *,
        threads: int = 0,
        exact: bool = False,
        spans_key: str = "clauses",
    ) -> None:
        self.name = name
        self.threads = threads
        self.exact = exact
        self.spans_key = spans_key
        self.settings = Settings(version="")
        self.network: Network | None = None
        self.bow: BagOfWords | None = None

    @staticmethod
    def begin(path: str | Path, *, exact: bool = False) -> None:
        """Begin, in a thread, with what takes longest in using what lies in the folder ``path``."""
        sessions.begin(Path(path) / model_files.GRAPH, exact=exact)

    @property
    def labels(self) -> tuple[str, ...]:
        """What it may call a clause."""
        return LABELS

    def __call__(self, doc: Doc, *, progress: Callable[[int, int], None] | None = None) -> Doc:
        """Classify the clauses of one law, in place, and return it.

        Args:
            doc: the law, cut into clauses.
            progress: is told how many clauses have been read, of how many. Several threads may
                each give their own, also as ``nlp(text, component_cfg={name: {"progress": ...}})``.
        """
        spans = list(doc.spans.get(self.spans_key, ()))
        judged, clauses = [], []
        for span in spans:
            clause = without_fields(span._.clause)
            if _provides(clause):
                judged.append(span)
                clauses.append(clause)
            else:
                _assign(span, dict(_NEUTRAL), "neutral")
        if judged:
            lines = [line_of(clause) for clause in clauses]
            (labels, issues), shares = self.read(lines, progress, plain=_plain(clauses))
            for span, *read in zip(judged, clauses, lines, labels, issues, shares, strict=True):
                self._judge(span, *read)
            _look_beside(judged)
            self._warn(doc, lines)
        # A span taken from the group is a copy; its label stays only if the group is set again.
        doc.spans[self.spans_key] = spans
        return doc

    def read(
        self,
        lines: Sequence[ClauseLine],
        progress: Callable[[int, int], None] | None = None,
        *,
        plain: Booleans | None = None,
    ) -> tuple[Logits, list[Floats]]:
        """The logits of ``lines``, and what each word of a line adds to its label logits.

        The latter are a row each of ``line.words`` and a column a label.

        Args:
            lines: as :func:`~annotator.classifier.encoding.encode` makes them.
            progress: is told how many lines are read, of how many.
            plain: of each line, whether its clause names neither a sex nor a role. Where this is
                given, and the component is not ``exact``, a plain clause that the bag of words by
                itself is sure is neutral is not shown to the network: its logits are the bag's.
        """
        if self.bow is None:
            return self._network().read(lines, progress)
        calibration = self.settings.calibration
        bow, shares = self.bow.read(lines)
        asked = list(range(len(lines)))
        if plain is not None and not self.exact:
            asked = np.flatnonzero(~settled(bow, plain, calibration)).tolist()
        network, more = self._network().read([lines[row] for row in asked], progress)
        for row, own in zip(asked, more, strict=True):
            shares[row] = own + calibration.bow_labels * shares[row]
        for mine, both in zip(bow, joined(network, _rows(bow, asked), calibration), strict=True):
            mine[asked] = both
        return bow, shares

    def embed(self, clauses: Sequence[Clause]) -> Floats:
        """The encoder's states of ``clauses``, averaged over their words: a row a clause."""
        return self._network().embed([line_of(clause) for clause in clauses])

    def look(self, clauses: Sequence[Clause]) -> tuple[list[dict[Label, float]], Floats]:
        """The probability of each label of each of ``clauses``, and states as of :meth:`embed`."""
        lines = [line_of(clause) for clause in clauses]
        logits, states = self._network().look(lines)
        calibration = self.settings.calibration
        if self.bow is not None:
            logits = joined(logits, self.bow(lines), calibration)
        scores = [
            label_scores(row, all_words(clause), calibration)
            for row, clause in zip(logits.labels, clauses, strict=True)
        ]
        return scores, states

    def _judge(
        self,
        span: Span,
        clause: Clause,
        line: ClauseLine,
        label_logits: Floats,
        issue_logits: Floats,
        shares: Floats,
    ) -> None:
        calibration = self.settings.calibration
        scores = label_scores(label_logits, all_words(clause), calibration)
        _assign(span, scores, *labels_given(np.array([list(scores.values())]), calibration))
        if span.label_ in FLAGGED:
            span._.review = span._.confidence < calibration.review_below
            span._.issues = issue_scores(issue_logits, calibration)
            span._.evidence = _evidence(span, clause, line, shares)

    def _warn(self, doc: Doc, lines: Sequence[ClauseLine]) -> None:
        """Say so where too few of the law's words are known for the figures to hold."""
        least = self.settings.calibration.familiar_from
        share = known_share(lines, self.bow.known) if self.bow and least else None
        if share is not None and share < least:
            doc._.warnings = (_unfamiliar(doc, share), *doc._.warnings)

    def _network(self) -> Network:
        if self.network is None:
            raise ModelError(
                "The clause classifier has no trained model; load the pipeline from its folder "
                "or run `make train export`."
            )
        return self.network

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """All that it has learnt: graph, tokenizer, bag of words and settings.

        Args:
            exclude: of these, the parts to leave out: ``model``, ``tokenizer``, ``bow``,
                ``classifier``.
        """
        return model_files.to_bytes(self._files(), set(exclude))

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> "ClauseClassifier":
        """Restore what :meth:`to_bytes` gave; what is excluded stays as it is.

        Raises:
            ModelError: a part is missing, or was made for other labels than this program's.
        """
        without = set(exclude)
        return self._fill(model_files.from_bytes(data, without), "these bytes", without)

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write it into the folder ``path``; ``exclude`` as :meth:`to_bytes` takes it."""
        model_files.to_disk(self._files(), Path(path), set(exclude))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "ClauseClassifier":
        """Read what :meth:`to_disk` wrote; what is excluded stays as it is.

        Raises:
            ModelError: a file is missing, or was made for other labels than this program's.
        """
        without = set(exclude)
        return self._fill(model_files.from_disk(Path(path), without), str(path), without)

    def _files(self) -> model_files.Files:
        files = {model_files.SETTINGS: model_files.settings_file(self.settings)}
        if self.network is not None:
            files[model_files.GRAPH] = self.network.graph
            files[model_files.VOCABULARY] = self.network.vocabulary
        if self.bow is not None:
            files[model_files.BOW] = self.bow.to_bytes()
        return files

    def _fill(self, found: model_files.Files, place: str, without: set[str]) -> "ClauseClassifier":
        files = {**(self._files() if without else {}), **found}
        settings = model_files.settings_of(files, place, without)
        if "bow" not in without:
            self.bow = model_files.bow_of(files, place)
        graph, vocabulary = files.get(model_files.GRAPH), files.get(model_files.VOCABULARY)
        self.network = None
        if graph is not None and vocabulary is not None:
            self.network = Network(
                graph,
                vocabulary,
                max_pieces=settings.max_pieces,
                threads=self.threads,
                exact=self.exact,
            )
        self.settings = settings
        return self


@Language.factory(
    "clause_classifier",
    default_config={"threads": 0, "exact": False, "spans_key": "clauses"},
    requires=["doc.spans", "span._.clause"],
    assigns=[
        "span._.scores",
        "span._.confidence",
        "span._.review",
        "span._.issues",
        "span._.evidence",
        "doc._.warnings",
    ],
)
def make_clause_classifier(
    nlp: Language, name: str, threads: int, exact: bool, spans_key: str
) -> ClauseClassifier:
    """Make the component, untrained; ``nlp.from_disk`` fills it.

    Args:
        nlp: the pipeline that it becomes part of.
        name: its name there.
        threads: cores to use; 0 for all that this process may run on.
        exact: whether the network reads every clause, and not only those that the bag of words
            leaves open, and multiplies in full precision.
        spans_key: the span group that holds the clauses.
    """
    return ClauseClassifier(name, threads=threads, exact=exact, spans_key=spans_key)


def _rows(logits: Logits, rows: list[int]) -> Logits:
    return Logits(logits.labels[rows], logits.issues[rows])


def _plain(clauses: Sequence[Clause]) -> Booleans:
    """Which of the clauses name neither a sex nor a role that one sex may be singled out by."""
    return np.array([named(all_words(one)) == "plain" for one in clauses], dtype=np.bool_)


def _unfamiliar(doc: Doc, share: float) -> ReadingWarning:
    say = language(doc.lang_).doubts
    return warning_of(doc.text, say.unfamiliar(round(100 * (1 - share))), say)


def _evidence(span: Span, clause: Clause, line: ClauseLine, shares: Floats) -> tuple[Evidence, ...]:
    cut = groups(clause.text)
    margins = _margins(span, shares)
    added, weights = added_by(cut, line.words, margins), weighed(cut, line.words, margins)
    return carried(cut, added, weights, list(_naming(span, clause)), base=clause.start)


def _margins(span: Span, shares: Floats) -> Floats:
    """What each word adds to the span's label over the next likeliest one."""
    label = LABELS.index(span.label_)
    rival = max(
        (place for place in range(len(LABELS)) if place != label),
        key=lambda place: span._.scores[LABELS[place]],
    )
    margins: Floats = shares[:, label] - shares[:, rival]
    return margins


def _provides(clause: Clause) -> bool:
    """Whether a clause can be judged: of words that introduce a list, its items are."""
    return clause.provides and not is_empty(clause.text)


def _naming(span: Span, clause: Clause) -> Iterator[tuple[int, int]]:
    """Offsets in the clause of the words without which it could not have its label."""
    if span.label_ in ("responsive", "regressive"):
        text = clause.text
        halves = syllables(text)
        words = naming_words(text, roles=span.label_ == "regressive")
        yield from (place for place in words if place not in halves)


def _look_beside(spans: Sequence[Span]) -> None:
    """Mark the issues that another clause of the same section meets."""
    judged = [
        Judged(clause=span._.clause, label=span.label_, issues=span._.issues)  # type: ignore[arg-type]
        for span in spans
    ]
    for span, issues in zip(spans, met_by_siblings(judged), strict=True):
        span._.issues = issues


def _assign(span: Span, scores: dict[Label, float], label: Label) -> None:
    span.label_ = label
    span._.scores = scores
    span._.confidence = scores[label]
    span._.review = False
    span._.issues = ()
    span._.evidence = ()
