"""A law as a document of Akoma Ntoso: its metadata, front, body, end and schedules."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from annotator.lang import language
from annotator.schema import Annotation, Source
from annotator.segmenter import paragraphs
from annotator.writers.akoma_ntoso.elements import add, make
from annotator.writers.akoma_ntoso.hierarchy import Hierarchy
from annotator.writers.akoma_ntoso.layout import LaidProvision, Part, TextPart, lay_out
from annotator.writers.akoma_ntoso.metadata import FrbrWork, add_meta, add_references, work_of
from annotator.writers.akoma_ntoso.names import ATTACHED, CITED
from annotator.writers.akoma_ntoso.paths import Paths


def kind_of(annotation: Annotation) -> str:
    """Whether a law says of itself that it is a ``bill``; else it is an ``act``."""
    titles = language(annotation.law.language).titles
    first = annotation.provisions[0].start if annotation.provisions else len(annotation.text)
    front = annotation.text[:first].splitlines()
    opened = any(titles.opens_a_bill.match(line.strip()) for line in front)
    return "bill" if opened or titles.of_a_bill.match(annotation.law.title) else "act"


class LawDocument:
    """The document of one law; ``meta`` takes its analysis.

    ``left_out`` is the furniture that stands among the provisions, and in no element.
    """

    def __init__(self, annotation: Annotation, source: Source) -> None:
        self._text = annotation.text
        self._law = annotation.law
        self.work: FrbrWork = work_of(annotation, source, kind_of(annotation))
        self._paragraphs = paragraphs(annotation.text, annotation.law.language, source.markup)
        paths = Paths([finding.clause for finding in annotation.findings])
        self._hierarchy = Hierarchy(annotation.text, self._paragraphs, paths)
        self._enacting = language(annotation.law.language).structure
        self.element = make(self.work.kind, {"name": self.work.kind, "contains": "originalVersion"})
        self.meta = add_meta(self.element, self.work)
        self._fill(lay_out(annotation, source.markup))

    @property
    def left_out(self) -> list[TextPart]:
        """What of the text stands in no element, in order."""
        return sorted(self._hierarchy.left_out, key=lambda one: one.start)

    def finish(self) -> Any:
        """The document, once its analysis is there."""
        add_references(self.meta)
        return self.element

    def _fill(self, parts: Sequence[Part]) -> None:
        laid = [at for at, part in enumerate(parts) if isinstance(part, LaidProvision)]
        first, last = (laid[0], laid[-1] + 1) if laid else (len(parts), len(parts))
        while first and laid and self._is_above(parts[first - 1], parts[laid[0]]):
            first -= 1
        attached = _first_attached(parts, laid)
        self._add_front(parts[:first])
        body = add(self.element, "body")
        inner, behind = _cut_end(parts[first : attached if attached is not None else last])
        self._hierarchy.add_grouped(body, "", inner)
        if not len(body):
            add(body, "hcontainer", {"eId": "hcontainer_none", "name": "none"})
        if attached is None:
            self._add_end(self.element, parts[last:])
            return
        self._add_end(self.element, behind)
        self._add_attachments(parts[attached:last], parts[last:])

    def _is_above(self, part: Part, opening: Part) -> bool:
        """Whether a heading stands over the first sections, and is none of the front."""
        if (
            isinstance(part, LaidProvision)
            or not isinstance(opening, LaidProvision)
            or part.kind != "heading"
        ):
            return False
        return bool(self._hierarchy.paths.is_above(self._text[part.start : part.end], opening))

    def _add_front(self, parts: Sequence[Part]) -> None:
        """Preface and preamble; the one begins with the title, the other with enacting words."""
        stretches = [part for part in parts if isinstance(part, TextPart)]
        holder = preamble = None
        title = self._law.title
        for start, end in self._pieces(stretches):
            words = self._text[start:end]
            if preamble is None and self._opens_preamble(words):
                holder = preamble = add(self.element, "preamble")
            elif holder is None:
                holder = add(self.element, "preface")
            if preamble is None and title and words.split() == title.split():
                add(add(holder, "p"), "docTitle", words=words)
                title = ""
            else:
                add(holder, "p", words=words)

    def _opens_preamble(self, words: str) -> bool:
        structure = self._enacting
        return bool(structure.end.be_it_enacted.match(words) or structure.recital.match(words))

    def _pieces(self, stretches: Sequence[TextPart]) -> list[tuple[int, int]]:
        """The paragraphs of stretches, each as far as it stands in them."""
        found: list[tuple[int, int]] = []
        begins = [one.start for one in self._paragraphs]
        for stretch in stretches:
            at = max(bisect_right(begins, stretch.start) - 1, 0)
            for one in self._paragraphs[at:]:
                if one.start >= stretch.end:
                    break
                start, end = max(one.start, stretch.start), min(one.end, stretch.end)
                if start >= end or not self._text[start:end].strip():
                    continue
                if found and one.start < found[-1][1]:  # goes on with the paragraph
                    found[-1] = found[-1][0], end
                else:
                    found.append((start, end))
        return found

    def _add_end(self, parent: Any, parts: Sequence[Part]) -> None:
        pieces = self._pieces([part for part in parts if isinstance(part, TextPart)])
        conclusions = add(parent, "conclusions") if pieces else None
        for start, end in pieces:
            add(conclusions, "p", words=self._text[start:end])

    def _add_attachments(self, parts: Sequence[Part], behind: Sequence[Part]) -> None:
        attachments = add(self.element, "attachments")
        laid = [(at, part) for at, part in enumerate(parts) if isinstance(part, LaidProvision)]
        stops = [*(at for at, _ in laid[1:]), len(parts)]
        for (at, schedule), stop in zip(laid, stops, strict=True):
            own, between = schedule.parts, parts[at + 1 : stop]
            end = behind if schedule is laid[-1][1] else between
            self._add_attachment(attachments, schedule, own, end)

    def _add_attachment(
        self, parent: Any, schedule: LaidProvision, parts: Sequence[Part], end: Sequence[Part]
    ) -> None:
        """A schedule: a document of its own, with its number and title before it."""
        provision = schedule.provision
        element = add(parent, "attachment", {"eId": provision.eid, CITED: provision.number})
        self._hierarchy.add_head(element, schedule)
        document = add(element, "doc", {"name": provision.word.lower()})
        add_meta(document, self.work, part=f"!{provision.eid}")
        body = add(document, "mainBody")
        self._hierarchy.add_main(body, provision.eid, parts)
        self._add_end(document, end)


def _first_attached(parts: Sequence[Part], laid: Sequence[int]) -> int | None:
    """Where the schedules begin behind which nothing but schedules stands; None where none are."""
    first = None
    for at in reversed(laid):
        part = parts[at]
        if not isinstance(part, LaidProvision) or part.provision.word not in ATTACHED:
            break
        first = at
    return first


def _cut_end(parts: Sequence[Part]) -> tuple[Sequence[Part], Sequence[Part]]:
    """The parts up to the last provision, and those behind it."""
    last = max(
        (at for at, part in enumerate(parts, 1) if isinstance(part, LaidProvision)), default=0
    )
    return parts[:last], parts[last:]
