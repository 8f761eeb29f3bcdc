"""The pipeline component ``clause_classifier``: each clause's label, issues and evidence."""
# No `from __future__ import annotations` here: spaCy reads the factory's annotations as types.

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from annotator.classifier.bag_of_words import BagOfWords
from annotator.classifier.calibration import Calibration, issue_scores, joined, label_scores
from annotator.classifier.encoding import Line, encode, is_empty
from annotator.classifier.evidence import added_by, carried, core, phrases
from annotator.classifier.met_by import Judged, met_by_siblings
from annotator.classifier.network import Floats, Logits, Network
from annotator.errors import ModelError
from annotator.lang.en.gender_words import naming_words
from annotator.schema import FLAGGED, ISSUES, LABELS, Clause, Evidence, Label

_GRAPH = "model.onnx"
_VOCABULARY = "tokenizer.json"
_BOW = "bow.npz"
_SETTINGS = "classifier.json"

_NEUTRAL: dict[Label, float] = dict.fromkeys(LABELS, 0.0) | {"neutral": 1.0}
_EXTENSIONS: dict[str, Any] = {
    "clause": None,
    "scores": None,
    "confidence": None,
    "review": False,
    "issues": (),
    "evidence": (),
}


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in ``classifier.json``: how to feed the graph and read its answer.

    ``bow`` says whether a bag of words belongs to it, which those before 0.3.0 had not.
    """

    version: str
    labels: tuple[str, ...] = LABELS
    issues: tuple[str, ...] = ISSUES
    max_pieces: int = 256
    bow: bool = False
    calibration: Calibration = Calibration()


class ClauseClassifier:
    """Labels the clauses in ``doc.spans["clauses"]``.

    Each span gets its ``label_`` and, as extensions, ``scores`` (label to probability),
    ``confidence`` (the label's probability), ``review`` (whether that is too low to assert it),
    ``issues`` (:class:`~annotator.schema.IssueScore`, likeliest first) and ``evidence``
    (:class:`~annotator.schema.Evidence`, in the order of the text). ``progress``, if set, is told
    how many clauses have been read, of how many.
    """

    def __init__(self, name: str = "clause_classifier", *, threads: int = 0) -> None:
        self.name = name
        self.threads = threads
        self.settings = Settings(version="")
        self.network: Network | None = None
        self.bow: BagOfWords | None = None
        self.progress: Callable[[int, int], None] | None = None
        for extension, default in _EXTENSIONS.items():
            if not Span.has_extension(extension):
                Span.set_extension(extension, default=default)

    def __call__(self, doc: Doc) -> Doc:
        """Classify the clauses of one law."""
        spans = list(doc.spans.get("clauses", ()))
        judged = [span for span in spans if _provides(span._.clause)]
        for span in spans:
            _assign(span, dict(_NEUTRAL))
        if judged:
            clauses = [span._.clause for span in judged]
            lines = [_line(clause) for clause in clauses]
            (labels, issues), shares = self.read(lines, self.progress)
            for span, *read in zip(judged, lines, labels, issues, shares, strict=True):
                self._judge(span, *read)
            _look_beside(judged)
        # A span taken from the group is a copy; its label stays only if the group is set again.
        doc.spans["clauses"] = spans
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1) -> Iterator[Doc]:
        """Classify a stream of laws; each is a batch of clauses of its own."""
        yield from map(self, stream)

    def read(
        self, lines: Sequence[Line], progress: Callable[[int, int], None] | None = None
    ) -> tuple[Logits, list[Floats]]:
        """The logits of ``lines``, and what each word of a line adds to its label logits.

        The latter are a row each of ``line.words`` and a column a label.

        Args:
            lines: as :func:`~annotator.classifier.encoding.encode` makes them.
            progress: is told how many lines are read, of how many.
        """
        logits, shares = self._network().read(lines, progress)
        if self.bow is None:
            return logits, shares
        calibration = self.settings.calibration
        others, more = self.bow.read(lines)
        for own, added in zip(shares, more, strict=True):
            own += calibration.bow_labels * added
        return joined(logits, others, calibration), shares

    def embed(self, clauses: Sequence[Clause]) -> Floats:
        """The encoder's states of ``clauses``, averaged over their words: a row a clause."""
        return self._network().embed([_line(clause) for clause in clauses])

    def _judge(
        self, span: Span, line: Line, label_logits: Floats, issue_logits: Floats, shares: Floats
    ) -> None:
        calibration = self.settings.calibration
        clause: Clause = span._.clause
        _assign(span, label_scores(label_logits, _words(clause, clause.text), calibration))
        if span.label_ in FLAGGED:
            span._.review = span._.confidence < calibration.review_below
            span._.issues = issue_scores(issue_logits, calibration)
            span._.evidence = _evidence(span, line, shares)

    def _network(self) -> Network:
        if self.network is None:
            raise ModelError(
                "The clause classifier has no trained model; load the pipeline from its folder "
                "or run `make train export`."
            )
        return self.network

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write graph, tokenizer, bag of words and settings into the folder ``path``."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        settings = msgspec.json.format(msgspec.json.encode(self.settings), indent=2)
        (folder / _SETTINGS).write_bytes(settings + b"\n")
        if self.network is not None:
            (folder / _GRAPH).write_bytes(self.network.graph)
            (folder / _VOCABULARY).write_bytes(self.network.vocabulary)
        if self.bow is not None:
            (folder / _BOW).write_bytes(self.bow.to_bytes())

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
            words = (folder / _BOW).read_bytes() if self.settings.bow else None
            self.bow = None if words is None else BagOfWords.from_bytes(words)
        except (OSError, ValueError) as error:
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
    assigns=[
        "span._.scores",
        "span._.confidence",
        "span._.review",
        "span._.issues",
        "span._.evidence",
    ],
)
def make_clause_classifier(nlp: Language, name: str, threads: int) -> ClauseClassifier:
    """Make the component, untrained; ``nlp.from_disk`` fills it.

    Args:
        nlp: the pipeline that it becomes part of.
        name: its name there.
        threads: cores to use; 0 for all that this process may run on.
    """
    return ClauseClassifier(name, threads=threads)


def _evidence(span: Span, line: Line, shares: Floats) -> tuple[Evidence, ...]:
    clause: Clause = span._.clause
    cut = phrases(clause.text)
    shown = [core(clause.text, phrase) for phrase in cut]
    added = added_by(cut, line.words, _margins(span, shares))
    return carried(shown, added, list(_naming(span)), base=clause.start)


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
    return clause.kind != "lead_in" and not is_empty(clause.text)


def _line(clause: Clause) -> Line:
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
        yield from naming_words(span._.clause.text, roles=span.label_ == "regressive")


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
