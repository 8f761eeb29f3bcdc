"""From the trained torch pipeline to the one that ships, refused where the two disagree."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
import spacy
from spacy.language import Language

from annotator.classifier import ClauseClassifier
from annotator.classifier.bag_of_words import BagOfWords
from annotator.classifier.calibration import Calibration
from annotator.classifier.encoding import ClauseLine
from annotator.classifier.model_files import Settings
from annotator.classifier.network import Floats, Network
from annotator.errors import ModelError
from annotator.pipeline import COMPONENTS, LANGUAGE, NAME, TOKENIZER, register_factories
from annotator.schema import ISSUES, LABELS, Label, Struct
from annotator.training.corpus.examples import Example
from annotator.training.encoders.catalogue import EncoderSource
from annotator.training.fit import heads  # noqa: F401  # heads registers the trained layers
from annotator.training.measure.predictions import answers, component_of
from annotator.training.ship import graph

VERSION = "0.10.0"
#: Share of held-out clauses on which the exported graph must give torch's label.
LEAST_AGREEMENT = 0.994
_FULL = Path("onnx") / "full.onnx"
_REFERENCES = 400
#: So many clauses of training are read to know what goes into the matrices.
_WATCHED = 256
#: So many clauses are read before it is asked whether a graph can still agree with torch.
_AT_ONCE = 1000


class Reference(Struct, frozen=True):
    """A clause of our own with what torch says of it, for the test that has no torch."""

    heading: str
    lead_in: str
    text: str
    label: Label
    scores: dict[str, float]
    issues: dict[str, float]


class Cut(Struct, frozen=True):
    """How lines are cut: the tokenizer's file, and after how many word pieces no more are read."""

    vocabulary: bytes
    max_pieces: int

    @classmethod
    def of(cls, nlp: Language) -> Cut:
        """As the trained pipeline cuts them."""
        return cls(graph.vocabulary_of(nlp), graph.max_pieces_of(nlp))

    def network(self, onnx: bytes) -> Network:
        """A graph that is fed so."""
        return Network(onnx, self.vocabulary, max_pieces=self.max_pieces)


class Export(Struct, frozen=True):
    """The chosen graph and how well it agrees with torch."""

    path: Path
    agreement: float
    full_precision: float


def torch_scores(nlp: Language, examples: Sequence[Example]) -> tuple[Floats, Floats]:
    """What the torch pipeline says: probabilities of labels and of issues, a row a clause."""
    docs = list(nlp.pipe(example.line.text for example in examples))
    labels = np.array([[doc.cats[name] for name in LABELS] for doc in docs], dtype=np.float32)
    issues = np.array([[doc.cats[name] for name in ISSUES] for doc in docs], dtype=np.float32)
    return labels, issues


def export_graph(
    nlp: Language, held_out: Sequence[Example], learnt: Sequence[Example], work: Path
) -> Export:
    """Export and quantise; take the smallest graph that agrees with torch.

    Args:
        nlp: the trained spaCy pipeline.
        held_out: clauses of the dev and test splits; only the two answers are compared, not labels.
        learnt: clauses of training, some of which tell how wide the encoder's states are.
        work: the folder for what training leaves behind.

    Raises:
        ModelError: no quantised graph gives torch's label on enough clauses.
    """
    lines = [example.line for example in held_out]
    expected = torch_scores(nlp, held_out)[0].argmax(axis=1)
    cut = Cut.of(nlp)
    full = work / _FULL
    graph.write_graph(graph.classifier_of(nlp), full)
    full_precision = agreement(full, cut, lines, expected)
    agreed = 0.0
    some = [example.line for example in learnt[:: max(1, len(learnt) // _WATCHED)]]
    for path in graph.quantised(full, cut.network(full.read_bytes()), some):
        agreed = agreement(path, cut, lines, expected, LEAST_AGREEMENT)
        if agreed >= LEAST_AGREEMENT:
            return Export(path=path, agreement=agreed, full_precision=full_precision)
    raise ModelError(
        f"The quantised graph gives torch's label on only {agreed:.1%} of the clauses read, where "
        f"{LEAST_AGREEMENT:.1%} are needed (full precision: {full_precision:.1%}); not exported."
    )


def agreement(
    path: Path, cut: Cut, lines: Sequence[ClauseLine], expected: Floats, least: float = 0.0
) -> float:
    """The share of ``lines`` labelled as expected; of those read until it cannot be ``least``.

    Raises:
        ModelError: there are no lines, which would agree with anything.
    """
    if not lines:
        raise ModelError("There is no clause left out of training to compare the graphs on.")
    network = cut.network(path.read_bytes())
    read = wrong = 0
    while read < len(lines) and wrong <= (1 - least) * len(lines):
        block = slice(read, read + _AT_ONCE)
        answers = network(lines[block]).labels.argmax(axis=1)
        wrong += int((answers != expected[block]).sum())
        read += len(answers)
    return 1 - wrong / read


def quantised_agreement(
    candidate: Path, work: Path, cut: Cut, held_out: Sequence[Example]
) -> float:
    """Share of clauses that the whole classifier labels as it would with the unquantised graph.

    Args:
        candidate: the folder of the pipeline, calibrated.
        work: the folder in which :func:`export_graph` left the graph in full precision.
        cut: how both are fed.
        held_out: clauses of the dev and test splits; only the two answers are compared.
    """
    quantised, full = component_of(candidate), component_of(candidate)
    full.network = cut.network((work / _FULL).read_bytes())
    one, other = (answers(classifier, held_out).labels for classifier in (quantised, full))
    return float((one == other).mean())


def assemble(
    chosen: Path, cut: Cut, bow: BagOfWords, calibration: Calibration, source: EncoderSource
) -> Language:
    """The pipeline that ships.

    Args:
        chosen: the graph.
        cut: how it is fed.
        bow: the bag of words beside it.
        calibration: how both are read.
        source: the encoder that it was made from, which the pipeline's meta names.
    """
    register_factories()
    tokenizer = {"@tokenizers": TOKENIZER}
    nlp = spacy.blank(LANGUAGE, config={"nlp": {"tokenizer": tokenizer}})
    nlp.meta.update({**_META, "sources": [msgspec.to_builtins(source)]})
    for name in COMPONENTS:
        nlp.add_pipe(name)
    fill(classifier_in(nlp), chosen.read_bytes(), cut, bow, calibration)
    return nlp


def classifier_in(nlp: Language) -> ClauseClassifier:
    """The pipeline's ``clause_classifier``."""
    pipe = nlp.get_pipe("clause_classifier")
    if not isinstance(pipe, ClauseClassifier):
        raise ModelError("The pipeline's clause_classifier is not this program's.")
    return pipe


def fill(
    classifier: ClauseClassifier,
    chosen: bytes,
    cut: Cut,
    bow: BagOfWords,
    calibration: Calibration,
) -> None:
    """Give the component its trained graph and bag of words, and how to read them."""
    classifier.settings = Settings(
        version=VERSION, max_pieces=cut.max_pieces, bow=True, calibration=calibration
    )
    classifier.bow = bow
    classifier.network = cut.network(chosen)


def write_references(nlp: Language, examples: Sequence[Example], path: Path) -> None:
    """Write torch's answers on held-out clauses of our own, evenly drawn, as JSON Lines."""
    ours = [example for example in examples if not example.law]
    chosen = ours[:: max(1, len(ours) // _REFERENCES)][:_REFERENCES]
    labels, issues = torch_scores(nlp, chosen)
    rows = [_reference(*row) for row in zip(chosen, labels, issues, strict=True)]
    path.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))


def _reference(example: Example, labels: Floats, issues: Floats) -> Reference:
    return Reference(
        heading=example.heading,
        lead_in=example.lead_in,
        text=example.text,
        label=LABELS[int(labels.argmax())],
        scores={name: round(float(p), 5) for name, p in zip(LABELS, labels, strict=True)},
        issues={name: round(float(p), 5) for name, p in zip(ISSUES, issues, strict=True)},
    )


_META = {
    "name": NAME,
    "version": VERSION,
    # Not what happened to export it: annotation rounds are held at 3.8.11 by doccano-client.
    "spacy_version": ">=3.8.11,<3.9.0",
    "description": "Labels the clauses of migration and border legislation by how they take gender "
    "into account, and proposes amendments",
    "license": "Apache-2.0",
    # The program whose components it is made of; with 0.4.0 the classifier takes a spans_key.
    "requirements": ["annotate-gender>=0.4.0"],
}
