"""The amendments of a law as a bill: a section for each, with what it changes said to programs."""

from __future__ import annotations

from typing import Any, BinaryIO

from annotator.eids import unit_word
from annotator.lang import language
from annotator.request import View
from annotator.schedule import Amendment, schedule, wanted
from annotator.schema import Annotation, Source
from annotator.writers.akoma_ntoso import is_untouched
from annotator.writers.akoma_ntoso.elements import add, make, to_bytes
from annotator.writers.akoma_ntoso.law import kind_of
from annotator.writers.akoma_ntoso.metadata import (
    FrbrWork,
    add_meta,
    add_references,
    amending_work,
    work_of,
)
from annotator.writers.akoma_ntoso.modifying import Modification, Modifier
from annotator.writers.akoma_ntoso.names import COMPARED, PROGRAM
from annotator.writers.akoma_ntoso.places import place_of

__all__ = ["is_untouched", "write"]


def write(annotation: Annotation, source: Source, out: BinaryIO, view: View) -> None:
    """Write the amendments that ``view`` admits and accepts; alternatives if accepted.

    Raises:
        UsageError: one that is accepted is no amendment of the law, or excludes another.
    """
    law = work_of(annotation, source, kind_of(annotation))
    bill = _Bill(annotation, law)
    for amendment in wanted(schedule(annotation), annotation, view):
        bill.add(amendment)
    out.write(to_bytes(bill.finish()))


class _Bill:
    def __init__(self, annotation: Annotation, law: FrbrWork) -> None:
        self._words = language(annotation.law.language).amending
        self._annotation = annotation
        self._title = self._words.law(annotation.law.title)
        self._law = law
        self._modifier = Modifier(annotation, law)
        eids = [finding.clause.eid for finding in annotation.findings]
        by_articles = any(unit_word(eid) == "Article" for eid in eids)
        self._unit, self._eid = ("article", "art") if by_articles else ("section", "sec")
        work = amending_work(law, self._words.title.format(title=self._title))
        self._document = make("bill", {"name": "bill", "contains": "originalVersion"})
        self._meta = add_meta(self._document, work, law_is_ours=True)
        preface = add(self._document, "preface")
        add(add(preface, "longTitle"), "p", words=work.title)
        self._body = add(self._document, "body")
        self._made: list[Modification] = []
        self._count = 0
        content = self._section("")
        self._opening = add(content, "p")

    def add(self, amendment: Amendment) -> None:
        """A section with one amendment."""
        place = place_of(amendment, self._annotation)
        content = self._section(place, amendment.baseline_state or "")
        eid = f"{self._eid}_{self._count}__mod_1"
        self._made.append(self._modifier.add_mod(add(content, "p"), amendment, eid))

    def finish(self) -> Any:
        """The whole document."""
        said = self._words.opening if self._made else self._words.nothing
        opening = said.format(title=self._title)
        self._opening.text = opening[:1].upper() + opening[1:]
        if self._made:
            analysis = add(self._meta, "analysis", {"source": PROGRAM})
            active = add(analysis, "activeModifications")
            for number, made in enumerate(self._made, 1):
                self._modifier.add_textual_mod(active, made, number)
        add_references(self._meta, amended=self._law)
        return self._document

    def _section(self, amended: str, state: str = "") -> Any:
        self._count += 1
        eid = f"{self._eid}_{self._count}"
        section = add(self._body, self._unit, {"eId": eid, COMPARED: state})
        number = f"Article {self._count}" if self._unit == "article" else f"{self._count}."
        add(section, "num", words=number)
        if amended:
            add(section, "heading", words=amended)
        return add(section, "content", {"eId": f"{eid}__content"})
