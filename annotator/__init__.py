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
from typing import TYPE_CHECKING, Any

__version__ = "0.4.0"
__all__ = ["Annotation", "AnnotatorError", "Selection", "Source", "annotate", "load", "read"]

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from annotator.errors import AnnotatorError
    from annotator.pipeline import load
    from annotator.readers import read
    from annotator.schema import Annotation, Source
    from annotator.selection import Selection

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many steps of it are done, and of how many (0: unknown)."""

_LAZY = {
    "Annotation": "annotator.schema",
    "AnnotatorError": "annotator.errors",
    "Selection": "annotator.selection",
    "Source": "annotator.schema",
    "load": "annotator.pipeline",
    "read": "annotator.readers",
}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        return getattr(importlib.import_module(_LAZY[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def annotate(
    law: str | Path | bytes | Source,
    *,
    proposals: bool = True,
    all_proposals: bool = False,
    library: str | Path | None = None,
    jurisdiction: str = "",
    overview: bool = True,
    progress: Progress | None = None,
) -> Annotation:
    """Annotate one law.

    Args:
        law: a path, the text itself (a ``str`` with a line break in it), the bytes of a file, or
            what :func:`read` returned.
        proposals: whether to propose amendments; else gaps are named without words for them too.
        all_proposals: whether to propose every one that fits a clause; else the best three.
        library: the folder of a country's own amendment library, read beside ours.
        jurisdiction: the country whose law it is, as its ISO 3166-1 code or English name; where it
            is not given, the law's format or title may tell.
        overview: whether to look at the law as a whole: gaps, counts by framework, WHO's level,
            what its definitions govern.
        progress: told how far the work is, if given.

    Returns:
        a finding for every clause, in the order of the law, neutral ones too; and notes on gendered
        drafting.

    Raises:
        InputError: ``law`` cannot be read, or is no legislation.
        ModelError: the trained pipeline is missing.
        LibraryError: there is no library in the folder.
        UsageError: ``jurisdiction`` is no country.
    """
    from msgspec.structs import replace

    from annotator.bindings.standing import load_standing
    from annotator.doc_to_annotation import annotation
    from annotator.errors import InputError
    from annotator.locating import located
    from annotator.neutral_drafting import style_notes
    from annotator.overview import overview as seen_whole
    from annotator.pipeline import load
    from annotator.selection import without_proposals

    source = _placed(_source(law), jurisdiction)
    tell = progress or _say_nothing
    nlp = load(library, all_proposals=all_proposals)
    doc = _through_pipeline(nlp, source.text, tell, without=() if proposals else _PROPOSERS)
    if not doc.spans["clauses"]:
        raise InputError(
            f"{source.name} does not look like legislation: no numbered provision was found in it."
        )
    found = annotation(doc, source, nlp.meta)
    proposer: Any = nlp.get_pipe("amendment_proposer")
    standing = load_standing(proposer.library.instruments)
    seen: Annotation = proposer.with_library(
        lambda templates: seen_whole(found, source.text, templates, standing, whole=overview)
    )
    seen = seen if proposals else without_proposals(seen)
    return located(replace(seen, style=style_notes(source.text, found.findings)), source)


def _placed(source: Source, jurisdiction: str) -> Source:
    """The source with its country: as asked for, else by its format, else by its title."""
    import msgspec

    from annotator.bindings.countries import country_of_law, find_country

    asked = jurisdiction or source.jurisdiction
    country = find_country(asked) if asked else country_of_law(source.title, source.text)
    return msgspec.structs.replace(source, jurisdiction=country.code if country else "")


_PROPOSERS = ("amendment_proposer",)
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


def _through_pipeline(nlp: Language, text: str, tell: Progress, without: tuple[str, ...]) -> Doc:
    doc = nlp.make_doc(text)
    for name, component in nlp.pipeline:
        if name not in without:
            doc = _told(component, doc, partial(tell, _DOING.get(name, name)))
    return doc


def _told(component: Any, doc: Doc, tell: Callable[[int, int], None]) -> Doc:
    """Run one component; the one that takes long says itself how far it is."""
    from annotator.classifier import ClauseClassifier

    tell(0, 0)
    if isinstance(component, ClauseClassifier):
        return component(doc, progress=tell)
    return component(doc)  # type: ignore[no-any-return]


def _say_nothing(doing: str, done: int, of: int) -> None:
    """Progress for whoever does not ask for it."""
