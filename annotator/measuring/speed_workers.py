"""What ``bench`` runs in processes of their own; each prints its seconds as one line of JSON."""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec


def stages(law: str) -> dict[str, float]:
    """The seconds that each stage takes, from the first import to the last line of the report."""
    clock = _Clock()
    clock("stage import", _import)
    from annotator.bindings.standing import load_standing
    from annotator.doc_to_annotation import annotation
    from annotator.locating import located
    from annotator.neutral_drafting import style_notes
    from annotator.overview import overview
    from annotator.pipeline import pipeline_folder, read_pipeline
    from annotator.readers import read
    from annotator.request import View
    from annotator.writers import write

    nlp = clock("stage load", lambda: read_pipeline(pipeline_folder()))
    classifier: Any = nlp.get_pipe("clause_classifier")
    proposer: Any = nlp.get_pipe("amendment_proposer")
    source = clock("stage read", lambda: read(Path(law)))
    doc = clock("stage tokenizer", lambda: nlp.make_doc(source.text))
    for name, component in nlp.pipeline:
        if component is classifier:
            # For so many clauses as the law has: few are run otherwise than many.
            lines = len(doc.spans["clauses"])
            clock("stage load the graph", lambda: classifier.network.load(lines))  # noqa: B023
        clock(f"stage {name}", partial(component, doc))
    found = annotation(doc, source, nlp.meta)
    standing = load_standing(proposer.library.instruments)
    whole = clock(
        "stage overview", lambda: overview(found, source.text, proposer.library, standing)
    )
    style = clock("stage style", lambda: style_notes(source.text, whole.findings, source.language))
    result = located(msgspec.structs.replace(whole, style=style), source)
    clock("stage write", lambda: write(result, source, io.BytesIO(), View()))
    clauses = doc.spans["clauses"]
    flagged = [span for span in clauses if span.label_ != "neutral"]
    return {"clauses": len(clauses), "flagged": len(flagged), **clock.seconds}


def _import() -> None:
    """What ``annotate law.txt`` imports."""
    for name in ("cli", "doc_to_annotation", "overview", "readers.txt", "writers.terminal"):
        import_module(f"annotator.{name}")


def whole(law: str) -> dict[str, float]:
    """The seconds that a law takes, annotated as a program asks for it, start-up left out."""
    import annotator

    annotator.annotate(b"1. An officer may search any person.\n")
    clock = _Clock()
    annotation = clock("seconds", lambda: annotator.annotate(Path(law)))
    return {"clauses": len(annotation.findings), **clock.seconds}


def reading(law: str) -> dict[str, float]:
    """The seconds that reading and cutting a file takes, start-up left out, and its clauses."""
    from annotator.readers import read
    from annotator.segmenter import segment

    read(b"1. An officer may search any person.\n", name="law.txt")
    clock = _Clock()
    source = clock("seconds", lambda: read(Path(law)))
    clauses = segment(source.text, source.language, source.markup).clauses
    return {"clauses": len(clauses), **clock.seconds}


def writing(law: str) -> dict[str, float]:
    """The seconds that a law's result takes in each format that is written, and its bytes."""
    from io import BytesIO

    import annotator
    from annotator.readers import read
    from annotator.request import View
    from annotator.writers import FORMATS, write

    source = read(Path(law))
    annotation = annotator.annotate(source)
    clock, sizes = _Clock(), {}
    for name in FORMATS:
        out = BytesIO()
        clock(f"seconds {name}", partial(write, annotation, source, out, View(format=name)))
        sizes[f"bytes {name}"] = float(out.tell())
    return clock.seconds | sizes


def piped(law: str, laws: str) -> dict[str, float]:
    """The seconds that so many laws of the same words take, streamed through ``nlp.pipe``."""
    import annotator

    text, many = Path(law).read_text(encoding="utf-8"), int(laws)
    nlp = annotator.load()
    nlp(text)
    clock = _Clock()
    texts = (text for _ in range(many))
    clauses = clock("seconds", lambda: sum(len(doc.spans["clauses"]) for doc in nlp.pipe(texts)))
    return {"clauses": clauses, **clock.seconds}


def keywords(law: str) -> dict[str, float]:
    """The seconds that looking for the words that name gender takes, in the clauses as cut."""
    from annotator.lang.en.gender_words import naming
    from annotator.readers import read
    from annotator.segmenter import segment

    clauses = segment(read(Path(law)).text).clauses
    clock = _Clock()
    clock("seconds", lambda: [naming(clause.text) for clause in clauses])
    return clock.seconds


def torch(law: str, trained: str) -> dict[str, float]:
    """The seconds that the spacy-transformers pipeline takes for the clauses, start-up left out."""
    import spacy

    from annotator.classifier.encoding import encode
    from annotator.readers import read
    from annotator.segmenter import segment
    from annotator.training.fit import heads  # noqa: F401  # registers the trained layers

    nlp = spacy.load(trained)
    clauses = segment(read(Path(law)).text).clauses
    lines = [encode(clause.heading, clause.lead_in, clause.text).text for clause in clauses]
    clock = _Clock()
    clock("seconds", lambda: list(nlp.pipe(lines)))
    return clock.seconds


class _Clock:
    """Calls what it is given, and keeps how long that took."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def __call__(self, name: str, work: Callable[[], Any]) -> Any:
        start = time.perf_counter()
        result = work()
        self.seconds[name] = time.perf_counter() - start
        return result


_WORKERS: dict[str, Callable[..., dict[str, float]]] = {
    "stages": stages,
    "whole": whole,
    "reading": reading,
    "writing": writing,
    "piped": piped,
    "keywords": keywords,
    "torch": torch,
}

if __name__ == "__main__":
    print(json.dumps(_WORKERS[sys.argv[1]](*sys.argv[2:])))
