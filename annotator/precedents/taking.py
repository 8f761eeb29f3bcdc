"""What the index takes of a law: its country, its date, and the clauses surely responsive.

A clause is responsive only where its words, its lead-in or a heading above it name gender, so that
of a law no other clause is classified: the labels are those of a report, in a tenth of the time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from annotator.bindings.countries import find_country
from annotator.bindings.own_country import own_country
from annotator.classifier.calibration import may_be_responsive
from annotator.errors import InputError
from annotator.precedents.enacted import enacted
from annotator.precedents.kept import KeptClause, KeptLaw, States
from annotator.schema import Source
from annotator.segmenter import cut_ahead

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span


def taken(
    source: Source, path: Path, nlp: Language, country: str = ""
) -> tuple[KeptLaw, list[KeptClause], States]:
    """A law as the index keeps it, its clauses, and the classifier's states of them.

    Args:
        source: the law.
        path: of the file that it was read from.
        nlp: the trained pipeline.
        country: whose law it is; else what the file states or the law says of itself.

    Raises:
        InputError: no provision was found in it, or its country is not known.
    """
    code = _country(source, country)
    spans = list(_responsive(source, nlp))
    classifier: Any = nlp.get_pipe("clause_classifier")
    states = np.zeros((0, 0), dtype=np.float16)
    if spans:
        states = classifier.embed([span._.clause for span in spans]).astype(np.float16)
    law = KeptLaw(
        path=str(path.resolve()),
        sha256=source.sha256,
        title=" ".join(source.title.split()),
        country=code,
        date=enacted(source),
        model=f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}",
        added=datetime.now(UTC).isoformat(timespec="seconds"),
        clauses=len(spans),
    )
    return law, [_kept(span) for span in spans], states


def _country(source: Source, named: str) -> str:
    if stated := named or source.jurisdiction:
        return find_country(stated).code
    own = own_country(source.title, source.text)
    if own is None:
        raise InputError(
            f"{source.name}: which country's law it is does not show: name the country with "
            "--jurisdiction."
        )
    return own.country.code


def _responsive(source: Source, nlp: Language) -> Iterator[Span]:
    """The clauses that are surely responsive: one for review may be anything."""
    doc = nlp.make_doc(source.text)
    if source.markup is not None:
        cut_ahead(source.text, source.language, source.markup)
    doc = _run("clause_segmenter", doc, nlp)
    if not doc.spans["clauses"]:
        raise InputError(
            f"{source.name} does not look like legislation: no numbered provision was found in it."
        )
    doc.spans["clauses"] = [
        span for span in doc.spans["clauses"] if may_be_responsive(span._.clause)
    ]
    for span in _run("clause_classifier", doc, nlp).spans["clauses"]:
        if span.label_ == "responsive" and not span._.review:
            yield span


def _run(component: str, doc: Doc, nlp: Language) -> Doc:
    run: Any = nlp.get_pipe(component)
    done: Doc = run(doc)
    return done


def _kept(span: Span) -> KeptClause:
    clause = span._.clause
    return KeptClause(
        number=clause.number,
        eid=clause.eid,
        heading=clause.heading,
        lead_in=clause.lead_in,
        text=clause.text,
        confidence=round(span._.confidence, 4),
        issues=tuple(raised.issue for raised in span._.issues),
    )
