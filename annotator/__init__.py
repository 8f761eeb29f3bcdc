"""Finds gender-blind, -responsive and -regressive clauses in migration and border legislation.

>>> import annotator
>>> annotation = annotator.annotate(Path("law.txt"))  # doctest: +SKIP
>>> annotation.scorecard.labels  # doctest: +SKIP
{'responsive': 2, 'blind': 17, 'regressive': 1, 'neutral': 21}

:func:`annotate` returns an :class:`Annotation`; :func:`load` the spaCy pipeline behind it. What
takes long to import is imported when it is first used.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

__version__ = "0.4.0"
__all__ = [
    "Annotation",
    "AnnotatorError",
    "Progress",
    "Request",
    "Selection",
    "Source",
    "View",
    "annotate",
    "load",
    "read",
]

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from annotator.errors import AnnotatorError
    from annotator.pipeline import load
    from annotator.progress import Progress
    from annotator.readers import read
    from annotator.request import Request, Selection, View, Wishes
    from annotator.schema import Annotation, JurisdictionGround, Source

_LAZY = {
    "Annotation": "annotator.schema",
    "AnnotatorError": "annotator.errors",
    "Progress": "annotator.progress",
    "Request": "annotator.request",
    "Selection": "annotator.request",
    "Source": "annotator.schema",
    "View": "annotator.request",
    "load": "annotator.pipeline",
    "read": "annotator.readers",
}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        return getattr(importlib.import_module(_LAZY[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def annotate(
    law: str | Path | bytes | Source,
    request: Request | None = None,
    *,
    progress: Progress | None = None,
    threads: int = 0,
    **wishes: Unpack[Wishes],
) -> Annotation:
    """Annotate one law.

    Args:
        law: a path, the text itself (a ``str`` with a line break in it), the bytes of a file, or
            what :func:`read` returned.
        request: what is asked for; else the best three amendments of each clause, and the overview.
        progress: told how far the work is, if given.
        threads: cores that the classifier may use; 0 for all that this process may run on.
        wishes: fields of :class:`Request` by name, instead of it or to change it:
            ``proposals=False``, ``all_proposals=True``, ``library="folder"``,
            ``jurisdiction="AL"``, ``overview=False``, ``precedents="precedents.sqlite"``,
            ``exact=True``.

    Returns:
        a finding for every clause, in the order of the law, neutral ones too; and notes on gendered
        drafting. What is found does not depend on whether amendments are asked for: they are made
        all the same, and left out of the result.

    Raises:
        InputError: ``law`` cannot be read, is no legislation, or in a language that is not read.
        ModelError: the trained pipeline is missing.
        LibraryError: there is no library in the folder.
        PrecedentsError: there is no index of precedents, or it cannot be used.
        UsageError: the jurisdiction is no country.
        TypeError: one of ``wishes`` is no field of a request.
    """
    from msgspec.structs import replace

    from annotator.doc_to_annotation import annotation
    from annotator.errors import InputError
    from annotator.lang import language
    from annotator.locating import located
    from annotator.neutral_drafting import style_notes
    from annotator.pipeline import load
    from annotator.progress import silent
    from annotator.request import Request, without_proposals

    request = replace(request or Request(), **wishes)
    load.begin(exact=request.exact)
    source, ground = _placed(_source(law), request.jurisdiction)
    language(source.language)  # one that is not read is refused before the work
    nlp = load(
        request.library,
        all_proposals=request.all_proposals,
        threads=threads,
        exact=request.exact,
    )
    doc = _through_pipeline(nlp, source, progress or silent)
    if not doc.spans["clauses"]:
        finding = "does not look like legislation: no numbered provision was found in it."
        doubts = [f" {' '.join(f'{one.what} {one.advice}'.split())}" for one in doc._.warnings[:1]]
        raise InputError(f"{source.name} {finding}{''.join(doubts)}")
    found = annotation(doc, source, nlp.meta)
    found = replace(found, law=replace(found.law, jurisdiction_ground=ground))
    if request.proposals:
        found = _seen_whole(found, source, nlp, request)
        if request.precedents is not None:
            found = _with_precedents(found, nlp, Path(request.precedents))
    else:
        # Before it is seen whole, so that gaps are ranked by what is shown; and the words of the
        # gaps after it.
        found = without_proposals(_seen_whole(without_proposals(found), source, nlp, request))
    notes = style_notes(source.text, found.findings, source.language)
    return located(replace(found, style=notes), source)


def _seen_whole(found: Annotation, source: Source, nlp: Language, request: Request) -> Annotation:
    """The annotation with what can only be said of the law as a whole."""
    from annotator.bindings.standing import load_standing
    from annotator.overview import overview

    proposer: Any = nlp.get_pipe("amendment_proposer")
    standing = load_standing(proposer.library.instruments)
    seen: Annotation = proposer.with_library(
        lambda library: overview(found, source.text, library, standing, whole=request.overview)
    )
    return seen


def _with_precedents(found: Annotation, nlp: Language, path: Path) -> Annotation:
    """The annotation, each amendment with clauses of other countries on its matter."""
    from annotator.precedents import shelf_at, with_precedents

    proposer: Any = nlp.get_pipe("amendment_proposer")
    classifier: Any = nlp.get_pipe("clause_classifier")
    shelf = shelf_at(path, f"{found.model.name} {found.model.version}")
    return with_precedents(found, shelf, proposer.library, classifier.embed)


def _placed(source: Source, jurisdiction: str) -> tuple[Source, JurisdictionGround | None]:
    """The source with its country, as asked for, else by its format, else by its own words."""
    from msgspec.structs import replace

    from annotator.bindings.countries import find_country
    from annotator.bindings.own_country import own_country
    from annotator.schema import JurisdictionGround

    if asked := jurisdiction or source.jurisdiction:
        return replace(source, jurisdiction=find_country(asked).code), None
    found = own_country(source.title, source.text)
    if found is None:
        return source, None
    words = " ".join(source.text[found.start : found.end].split())
    ground = JurisdictionGround(words=words, start=found.start, end=found.end) if words else None
    return replace(source, jurisdiction=found.country.code), ground


_DOING = {
    "clause_segmenter": "finding its clauses",
    "clause_classifier": "classifying them",
    "amendment_proposer": "proposing amendments",
}


def _source(law: str | Path | bytes | Source) -> Source:
    from annotator.readers import read
    from annotator.schema import Source

    if isinstance(law, Source):
        return law
    if isinstance(law, str) and "\n" in law:
        return read(law.encode(errors="replace"), name="text")
    return read(law)


def _through_pipeline(nlp: Language, source: Source, tell: Progress) -> Doc:
    doc = nlp.make_doc(source.text)
    if source.markup is not None:
        # The law may have been read long ago, and others since.
        from annotator.segmenter import cut_ahead

        cut_ahead(source.text, source.language, source.markup)
    for name, component in nlp.pipeline:
        doc = _told(component, doc, partial(tell, _DOING.get(name, name)))
    return doc


def _told(component: Any, doc: Doc, tell: Callable[[int, int], None]) -> Doc:
    """Run one component; the one that takes long says itself how far it is."""
    from annotator.classifier import ClauseClassifier

    tell(0, 0)
    if isinstance(component, ClauseClassifier):
        return component(doc, progress=tell)
    return component(doc)  # type: ignore[no-any-return]
