"""What a document says of itself: who made what of which law, by the model of FRBR.

Nothing is invented. A law whose country, date or author nobody knows says so: ``xx`` is a code that
ISO 3166 keeps free, ``0001-01-01`` the date that publishers of Akoma Ntoso write for none. No date
of today stands anywhere: the same law gives the same file.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, NamedTuple

from annotator.eids import NO_COUNTRY
from annotator.expressions import expression
from annotator.schema import Annotation, Source
from annotator.writers.akoma_ntoso.elements import add
from annotator.writers.akoma_ntoso.names import PROGRAM

NO_DATE = "0001-01-01"
_YEAR = expression(r"\b(?:1[5-9]|20)\d\d\b")
#: ISO 639-2, which Akoma Ntoso asks for.
_LANGUAGES = {"en": "eng", "fr": "fra", "es": "spa", "pt": "por", "ar": "ara"}
_LONGEST_NAME = 80


class FrbrWork(NamedTuple):
    """A law, or a document about one, as FRBR names it."""

    kind: str
    country: str
    date: str
    year: str
    name: str
    title: str
    language: str

    @property
    def uri(self) -> str:
        """The work: ``/akn/ke/act/2031/ferry-wardens-act``."""
        day = self.date if self.date != NO_DATE else self.year or NO_DATE[:4]
        return f"/akn/{self.country}/{self.kind}/{day}/{self.name}"

    @property
    def expression(self) -> str:
        """The work in its language: ``/akn/ke/act/2031/ferry-wardens-act/eng@``."""
        return f"{self.uri}/{self.language}@"


def work_of(annotation: Annotation, source: Source, kind: str) -> FrbrWork:
    """The law itself; ``kind`` is ``act`` or ``bill``."""
    law = annotation.law
    year = _YEAR.findall(law.title)
    return FrbrWork(
        kind,
        (law.jurisdiction or NO_COUNTRY).lower(),
        source.date or NO_DATE,
        year[-1] if year else "",
        _slug(law.title) or "law",
        law.title,
        _LANGUAGES.get(law.language, "und"),
    )


def amending_work(law: FrbrWork, title: str, kind: str = "bill") -> FrbrWork:
    """A document that amends a law; it has no date until somebody enacts it."""
    return FrbrWork(
        kind, law.country, NO_DATE, law.year, f"{law.name}-amendments", title, law.language
    )


def add_meta(parent: Any, work: FrbrWork, *, part: str = "!main", law_is_ours: bool = False) -> Any:
    """The metadata of a document, to which its analysis may be added.

    Args:
        parent: the document.
        work: what it is.
        part: of which document of the work it is: ``!main``, ``!att_1``.
        law_is_ours: whether the program wrote its words, and not only their markup.
    """
    meta = add(parent, "meta")
    identification = add(meta, "identification", {"source": PROGRAM})
    author = PROGRAM if law_is_ours else "#author"
    levels = (
        ("FRBRWork", work.uri, author),
        ("FRBRExpression", work.expression, author),
        ("FRBRManifestation", f"{work.expression}.xml", PROGRAM),
    )
    for level, uri, by in levels:
        entry = add(identification, level)
        add(entry, "FRBRthis", {"value": _part_of(uri, part)})
        add(entry, "FRBRuri", {"value": uri})
        if level == "FRBRWork":
            add(entry, "FRBRalias", {"value": work.title, "name": "title"})
        known = "Generation" if work.date != NO_DATE else "unknown"
        add(entry, "FRBRdate", {"date": work.date, "name": known})
        add(entry, "FRBRauthor", {"href": by})
        _add_level_properties(entry, level, work)
    return meta


def _add_level_properties(entry: Any, level: str, work: FrbrWork) -> None:
    if level == "FRBRWork":
        add(entry, "FRBRcountry", {"value": work.country})
        add(entry, "FRBRnumber", {"value": work.name})
    elif level == "FRBRExpression":
        add(entry, "FRBRlanguage", {"language": work.language})
    else:
        add(entry, "FRBRformat", {"value": "application/akn+xml"})


def add_references(meta: Any, *, amended: FrbrWork | None = None) -> None:
    """The agents that the metadata name, and the law that the document amends."""
    references = add(meta, "references", {"source": PROGRAM})
    if amended is not None:
        named = {"href": f"{amended.expression}/!main", "showAs": amended.title}
        add(references, "activeRef", {"eId": "amended", **named})
    agents = (("annotate", "annotate"), ("author", "not known"))
    for eid, shown in agents:
        href = f"/akn/ontology/organization/{eid}"
        add(references, "TLCOrganization", {"eId": eid, "href": href, "showAs": shown})


def _part_of(uri: str, part: str) -> str:
    bare = uri.removesuffix(".xml")
    return f"{bare}/{part}{uri[len(bare) :]}"


def _slug(title: str) -> str:
    """A title as a part of a URI.

    >>> _slug("Ferry Wardens Act, 2031")
    'ferry-wardens-act-2031'
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"['’]", "", plain)
    return re.sub(r"[^a-z0-9]+", "-", words).strip("-")[:_LONGEST_NAME].strip("-")
