"""The pipeline component ``clause_classifier``: each clause's label, issues and evidence."""
# No `from __future__ import annotations` here: spaCy reads the factory's annotations as types.

import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from annotator.classifier.calibration import Calibration, issue_scores, label_scores
from annotator.classifier.encoding import encode, word_count, word_count_of
from annotator.classifier.evidence import (
    Offsets,
    carried,
    core,
    holds_any,
    phrases,
    weightiest,
    without,
)
from annotator.classifier.lexicon import naming_words
from annotator.classifier.network import Floats, Network
from annotator.classifier.siblings import Judged, met_by_siblings
from annotator.errors import ModelError
from annotator.schema import FLAGGED, ISSUES, LABELS, Clause, Label

_GRAPH = "model.onnx"
_VOCABULARY = "tokenizer.json"
_SETTINGS = "classifier.json"

#: Probabilities nearer to 0 and 1 than this differ in their odds, but tell a reader nothing.
_SURELY_NOT = 1e-4

_NEUTRAL: dict[Label, float] = dict.fromkeys(LABELS, 0.0) | {"neutral": 1.0}
_EXTENSIONS: dict[str, Any] = {
    "clause": None,
    "scores": None,
    "confidence": None,
    "review": False,
    "issues": (),
    "evidence": (),
    "tried": (),
}


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in ``classifier.json``: how to feed the graph and read its answer."""

    version: str
    labels: tuple[str, ...] = LABELS
    issues: tuple[str, ...] = ISSUES
    max_pieces: int = 256
    calibration: Calibration = Calibration()


class ClauseClassifier:
    """Labels the clauses in ``doc.spans["clauses"]``.

    Each span gets its ``label_`` and, as extensions, ``scores`` (label to probability),
    ``confidence`` (the label's probability), ``review`` (whether that is too low to assert it) and
    ``issues`` (:class:`~annotator.schema.IssueScore`, likeliest first). :meth:`explain` adds
    ``evidence``, from the phrases that it finds in ``tried``.
    """

    def __init__(self, name: str = "clause_classifier", *, threads: int = 0) -> None:
        self.name = name
        self.threads = threads
        self.settings = Settings(version="")
        self.network: Network | None = None
        for extension, default in _EXTENSIONS.items():
            if not Span.has_extension(extension):
                Span.set_extension(extension, default=default)

    def __call__(self, doc: Doc) -> Doc:
        """Classify the clauses of one law."""
        spans = list(doc.spans.get("clauses", ()))
        judged = [span for span in spans if span._.clause.kind != "lead_in"]
        for span in spans:
            _assign(span, dict(_NEUTRAL))
        if judged:
            clauses = [span._.clause for span in judged]
            (labels, issues), shares = self._network().read([_line(clause) for clause in clauses])
            for span, *read in zip(judged, labels, issues, shares, strict=True):
                self._judge(span, *read)
            _look_beside(judged)
        # A span taken from the group is a copy; its label stays only if the group is set again.
        doc.spans["clauses"] = spans
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1) -> Iterator[Doc]:
        """Classify a stream of laws; each is a batch of clauses of its own."""
        yield from map(self, stream)

    def explain(self, spans: Sequence[Span]) -> None:
        """Set ``span._.evidence`` of ``spans``, which this component has labelled.

        Every phrase left out is one more line to read: call it for what is shown only.
        """
        texts = [[without(span.text, phrase) for phrase in span._.tried] for span in spans]
        for span, left in zip(spans, self._odds(spans, texts), strict=True):
            odds = _log_odds(span._.confidence)
            shown = [core(span.text, phrase) for phrase in span._.tried]
            falls = [odds - other for other in left]
            span._.evidence = carried(shown, falls, list(_naming(span)), base=span.start_char)

    def _odds(self, spans: Sequence[Span], texts: Sequence[Sequence[str]]) -> list[list[float]]:
        """The log-odds of each span's own label for each of its texts."""
        clauses = [span._.clause for span in spans]
        lines = [
            encode(_heading(clause), clause.lead_in, text)
            for clause, variants in zip(clauses, texts, strict=True)
            for text in variants
        ]
        if not lines:
            return [[] for _ in spans]
        rows = iter(self._network()(lines).labels)
        return [
            [self._odds_of(span, _words(clause, text), next(rows)) for text in variants]
            for span, clause, variants in zip(spans, clauses, texts, strict=True)
        ]

    def _odds_of(self, span: Span, words: str, logits: Floats) -> float:
        scores = label_scores(logits, words, self.settings.calibration)
        return _log_odds(scores[span.label_])  # type: ignore[index]  # one of LABELS for us

    def _judge(
        self, span: Span, label_logits: Floats, issue_logits: Floats, shares: Floats
    ) -> None:
        calibration = self.settings.calibration
        clause: Clause = span._.clause
        _assign(span, label_scores(label_logits, _words(clause, clause.text), calibration))
        if span.label_ in FLAGGED:
            span._.review = span._.confidence < calibration.review_below
            span._.issues = issue_scores(issue_logits, calibration)
            span._.tried = _worth_trying(span, shares)

    def _network(self) -> Network:
        if self.network is None:
            raise ModelError(
                "The clause classifier has no trained model; load the pipeline from its folder "
                "or run `make train export`."
            )
        return self.network

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the graph, the tokenizer and the settings into the folder ``path``."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        settings = msgspec.json.format(msgspec.json.encode(self.settings), indent=2)
        (folder / _SETTINGS).write_bytes(settings + b"\n")
        if self.network is not None:
            (folder / _GRAPH).write_bytes(self.network.graph)
            (folder / _VOCABULARY).write_bytes(self.network.vocabulary)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "ClauseClassifier":
        """Read what :meth:`to_disk` wrote.

        Raises:
            ModelError: a file is missing, or was made for other labels than this program's.
        """
        folder = Path(path)
        try:
            self.settings = msgspec.json.decode((folder / _SETTINGS).read_bytes(), type=Settings)
            graph = (folder / _GRAPH).read_bytes()
            vocabulary = (folder / _VOCABULARY).read_bytes()
        except (OSError, msgspec.DecodeError) as error:
            raise ModelError(f"The trained model in {folder} is incomplete: {error}.") from error
        if (self.settings.labels, self.settings.issues) != (LABELS, ISSUES):
            raise ModelError(f"The trained model in {folder} was made for other labels or issues.")
        self.network = Network(
            graph, vocabulary, max_pieces=self.settings.max_pieces, threads=self.threads
        )
        return self


@Language.factory(
    "clause_classifier",
    default_config={"threads": 0},
    assigns=["span._.scores", "span._.confidence", "span._.review", "span._.issues"],
)
def make_clause_classifier(nlp: Language, name: str, threads: int) -> ClauseClassifier:
    """Make the component, untrained; ``nlp.from_disk`` fills it.

    Args:
        nlp: the pipeline that it becomes part of.
        name: its name there.
        threads: cores to use; 0 for all that this process may run on.
    """
    return ClauseClassifier(name, threads=threads)


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, _SURELY_NOT), 1 - _SURELY_NOT)
    return math.log(bounded / (1 - bounded))


def _worth_trying(span: Span, shares: Floats) -> tuple[Offsets, ...]:
    """The phrases without which the clause is to be read again, to see what carried its label."""
    cut = phrases(span.text)
    chosen = weightiest(_added(span, cut, shares))
    naming = list(_naming(span))
    names = [place for place, phrase in enumerate(cut) if holds_any(phrase, naming)]
    return tuple(cut[place] for place in sorted({*chosen, *names[:1]}))


def _added(span: Span, cut: Sequence[Offsets], shares: Floats) -> list[float]:
    """What each phrase adds to the span's label over the next likeliest one."""
    label = LABELS.index(span.label_)
    clause: Clause = span._.clause
    rival = max(
        (place for place in range(len(LABELS)) if place != label),
        key=lambda place: span._.scores[LABELS[place]],
    )
    margins = shares[:, label] - shares[:, rival]
    # The clause's words stand behind those of its heading and its lead-in.
    first = word_count_of(_heading(clause), clause.lead_in)
    added = []
    for start, end in cut:
        last = first + word_count(span.text[start:end])
        added.append(float(margins[first:last].sum()))
        first = last
    return added


def _line(clause: Clause) -> str:
    return encode(_heading(clause), clause.lead_in, clause.text)


def _heading(clause: Clause) -> str:
    """The nearest heading; in a law that heads its parts only, the innermost of those."""
    return clause.heading or (clause.path[-1] if clause.path else "")


def _words(clause: Clause, text: str) -> str:
    """All that the guidelines let a clause be judged by."""
    return "\n".join((*clause.path, clause.heading, clause.lead_in, text))


def _naming(span: Span) -> Iterator[tuple[int, int]]:
    """Offsets in the clause of the words without which it could not have its label."""
    if span.label_ in ("responsive", "regressive"):
        yield from naming_words(span.text, roles=span.label_ == "regressive")


def _look_beside(spans: Sequence[Span]) -> None:
    """Mark the issues that another clause of the same section meets."""
    judged = [
        Judged(clause=span._.clause, label=span.label_, issues=span._.issues)  # type: ignore[arg-type]
        for span in spans
    ]
    for span, issues in zip(spans, met_by_siblings(judged), strict=True):
        span._.issues = issues


def _assign(span: Span, scores: dict[Label, float]) -> None:
    label = max(LABELS, key=lambda name: scores[name])
    span.label_ = label
    span._.scores = scores
    span._.confidence = scores[label]
    span._.review = False
    span._.issues = ()
    span._.evidence = ()
    span._.tried = ()
