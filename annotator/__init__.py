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
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

__version__ = "0.1.0"
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
    from annotator.progress import Progress
    from annotator.readers import read
    from annotator.request import Request, Selection, View, Wishes
    from annotator.schema import Annotation, Source

_HERE = Path(__file__).parent
_PIPELINES = (_HERE / "_pipeline", _HERE.parent / "models" / "en_gender_clause")

# A pipeline names its factories; an installed program finds them by their entry points, one run
# from its source tree only once they are imported.
_FACTORIES = ("tokenizer", "segmenter", "classifier", "proposer")

# spaCy's guard is for parsers that need a gigabyte for such a text; ours do not.
_LONGEST_TEXT = 25_000_000

_LAZY = {
    "Annotation": "annotator.schema",
    "AnnotatorError": "annotator.errors",
    "Progress": "annotator.progress",
    "Request": "annotator.request",
    "Selection": "annotator.request",
    "Source": "annotator.schema",
    "View": "annotator.request",
    "read": "annotator.readers",
}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        return getattr(importlib.import_module(_LAZY[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


@cache
def load(library: str | Path | None = None, *, all_proposals: bool = False) -> Language:
    """The trained spaCy pipeline, loaded once.

    Args:
        library: the folder of a country's own amendment library, read beside ours: see
            ``docs/templates.md``. It is read once; ``load.cache_clear()`` has it read again.
        all_proposals: whether every amendment that fits a clause is proposed; else the best three.

    ``nlp(text)`` gives a ``Doc`` whose ``doc.spans["clauses"]`` holds a span a clause, with its
    ``label_`` and the extensions ``clause``, ``scores``, ``confidence``, ``review``, ``issues``,
    ``evidence`` and ``proposals``.

    Raises:
        ModelError: the pipeline is missing or incomplete.
        LibraryError: there is no library in the folder.
    """
    import spacy

    from annotator.errors import ModelError

    folder = next((path for path in _PIPELINES if (path / "config.cfg").is_file()), None)
    if folder is None:
        raise ModelError(
            f"The trained pipeline is not in {_PIPELINES[-1]}: install the program again, "
            "or make it with `make train`."
        )
    for name in _FACTORIES:
        importlib.import_module(f"annotator.{name}")
    proposer: dict[str, Any] = {"library": str(library)} if library else {}
    if all_proposals:
        proposer["max_proposals"] = 0
    try:
        nlp = spacy.load(folder, config={"components": {"amendment_proposer": proposer}})
    except (OSError, ValueError) as error:
        why = str(error).partition("\n")[0]
        raise ModelError(f"The trained pipeline in {folder} cannot be loaded: {why}") from error
    nlp.max_length = _LONGEST_TEXT
    return nlp


def annotate(
    law: str | Path | bytes | Source,
    request: Request | None = None,
    *,
    progress: Progress | None = None,
    **wishes: Unpack[Wishes],
) -> Annotation:
    """Annotate one law.

    Args:
        law: a path, the text itself (a ``str`` with a line break in it), the bytes of a file, or
            what :func:`read` returned.
        request: what is asked for; else the best three amendments of each clause, and the overview.
        progress: told how far the work is, if given.
        wishes: fields of :class:`Request` by name, instead of it or to change it:
            ``proposals=False``, ``all_proposals=True``, ``library="folder"``,
            ``jurisdiction="AL"``, ``overview=False``.

    Returns:
        a finding for every clause, in the order of the law, neutral ones too; and notes on gendered
        drafting. What is found does not depend on whether amendments are asked for: they are made
        all the same, and left out of the result.

    Raises:
        InputError: ``law`` cannot be read, or is no legislation.
        ModelError: the trained pipeline is missing.
        LibraryError: there is no library in the folder.
        UsageError: the jurisdiction is no country.
        TypeError: one of ``wishes`` is no field of a request.
    """
    from msgspec.structs import replace

    from annotator.doc_to_annotation import annotation
    from annotator.errors import InputError
    from annotator.neutral_drafting import style_notes
    from annotator.progress import silent
    from annotator.request import Request, without_proposals

    request = replace(request or Request(), **wishes)
    source = _placed(_source(law), request.jurisdiction)
    # As a user would call it, so that both get the same one.
    where = (request.library,) if request.library else ()
    nlp = load(*where, all_proposals=True) if request.all_proposals else load(*where)
    doc = _through_pipeline(nlp, source.text, progress or silent)
    if not doc.spans["clauses"]:
        raise InputError(
            f"{source.name} does not look like legislation: no numbered provision was found in it."
        )
    found = annotation(doc, source, nlp.meta)
    if request.proposals:
        found = _seen_whole(found, source, nlp, request)
    else:
        # Before it is seen whole, so that gaps are ranked by what is shown; and the words of the
        # gaps after it.
        found = without_proposals(_seen_whole(without_proposals(found), source, nlp, request))
    return replace(found, style=style_notes(source.text, found.findings))


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


def _placed(source: Source, jurisdiction: str) -> Source:
    """The source with its country: as asked for, else by its format, else by its title."""
    import msgspec

    from annotator.bindings.countries import country_of_law, find_country

    asked = jurisdiction or source.jurisdiction
    country = find_country(asked) if asked else country_of_law(source.title, source.text)
    return msgspec.structs.replace(source, jurisdiction=country.code if country else "")


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


def _through_pipeline(nlp: Language, text: str, tell: Progress) -> Doc:
    doc = nlp.make_doc(text)
    for name, component in nlp.pipeline:
        doc = _told(component, doc, partial(tell, _DOING.get(name, name)))
    return doc


def _told(component: Any, doc: Doc, tell: Callable[[int, int], None]) -> Doc:
    """Run one component; the one that takes long says itself how far it is."""
    from annotator.classifier import ClauseClassifier

    tell(0, 0)
    if not isinstance(component, ClauseClassifier):
        return component(doc)  # type: ignore[no-any-return]
    component.progress = tell
    try:
        return component(doc)
    finally:
        component.progress = None
