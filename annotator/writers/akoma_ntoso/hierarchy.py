"""The provisions of a law as the hierarchical elements of Akoma Ntoso."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import Any

from annotator.eids import CONTAINERS, RUN_IN, unit_eid
from annotator.expressions import expression
from annotator.segmenter import LawParagraph
from annotator.writers.akoma_ntoso.elements import add, folded, make
from annotator.writers.akoma_ntoso.layout import LaidProvision, Part, TextPart
from annotator.writers.akoma_ntoso.names import CITED, element_of
from annotator.writers.akoma_ntoso.paths import Paths

#: A row of a table, as the readers set it.
_ROW = expression(r"\|(.*\|.*)\|")
#: The file's own marks stand in the words: none are to be put around them.
_MARKS_STAND = {"startQuote": "", "endQuote": ""}


class Hierarchy:
    """Makes the elements of one law.

    Args:
        text: its canonical text.
        paragraphs: of it, in order.
        paths: which headings stand over which provisions.
    """

    def __init__(self, text: str, paragraphs: Sequence[LawParagraph], paths: Paths) -> None:
        self._text = text
        self.paths = paths
        self._paragraphs = paragraphs
        self._ends = [one.end for one in paragraphs]
        self._counted: Counter[tuple[str, str]] = Counter()
        #: What is left out: the furniture that stands among the provisions.
        self.left_out: list[TextPart] = []

    def add_provision(self, parent: Any, laid: LaidProvision) -> None:
        """A provision with all that it holds, as it is printed."""
        provision = laid.provision
        name, attributes = element_of(provision.word)
        named = {"eId": provision.eid, CITED: provision.number}
        element = add(parent, name, {**named, **attributes})
        self.add_head(element, laid)
        if provision.word in CONTAINERS:
            self._add_groups(element, provision.eid, laid.parts)
        else:
            self._add_parts(element, provision.eid, laid.parts)

    def add_head(self, element: Any, laid: LaidProvision) -> None:
        """The number and the headings of a provision, in the order in which they are printed."""
        for heading in laid.above:
            add(element, "heading", words=self._said(heading))
        start, end = laid.number
        marks = [one for one in laid.before if not self.paths.is_said(one.start, one.end)]
        start = min([start, *(one.start for one in laid.before if one not in marks)])
        if start < end or marks:
            number = add(element, "num")
            self._add_remarks(number, marks)
            said = folded(self._text[start:end])
            if marks:
                number[-1].tail = said
            else:
                number.text = said
        within = unit_eid(laid.provision.eid) != laid.provision.eid
        for heading in laid.behind:
            runs_in = {"class": RUN_IN if within else ""}
            add(element, "heading", runs_in, self._said(heading))
        if laid.marks:
            self._add_remarks(element[-1] if len(element) else add(element, "num"), laid.marks)

    def _add_remarks(self, element: Any, marks: Sequence[TextPart]) -> None:
        """What editors printed there, which is no wording of the law."""
        for mark in marks:
            add(element, "remark", {"status": "editorial"}, self._said(mark))

    def add_main(self, body: Any, eid: str, parts: Sequence[Part]) -> None:
        """The parts of a schedule; its own words stand in no section."""
        opening, inner, closing = self._around(parts)
        for one in opening:
            self.add_paragraphs(body, eid, one.start, one.end)
        self.add_grouped(body, eid, inner)
        for one in closing:
            self.add_paragraphs(body, eid, one.start, one.end)
        if not len(body):
            add(body, "p")

    def _add_groups(self, parent: Any, eid: str, parts: Sequence[Part]) -> None:
        """The parts of what holds sections: those below a heading of no provision are a group."""
        opening, inner, closing = self._around(parts)
        self._add_words(parent, eid, opening, "intro" if inner else "content")
        self.add_grouped(parent, eid, inner)
        self._add_words(parent, eid, closing, "wrapUp", behind=True)

    def _around(self, parts: Sequence[Part]) -> tuple[list[TextPart], list[Part], list[TextPart]]:
        """The words before all else, what else there is, and the words behind all else."""
        kept = self._without_furniture(parts)
        others = [at for at, one in enumerate(kept) if not _is(one, "words")]
        first, last = (others[0], others[-1] + 1) if others else (len(kept), len(kept))
        opening = [one for one in kept[:first] if isinstance(one, TextPart)]
        closing = [one for one in kept[last:] if isinstance(one, TextPart)]
        return opening, kept[first:last], closing

    def add_grouped(self, parent: Any, eid: str, parts: Sequence[Part]) -> None:
        """Provisions, in groups where headings of none stand over them."""
        kept = self._without_furniture(parts)
        group: Any = None
        over, above = "", None  # the heading of the group that is open; what stands before a part
        for at, part in enumerate(kept):
            if isinstance(part, LaidProvision):
                group = None if self.paths.is_above(over, part) is False else group
                self.add_provision(parent if group is None else group, part)
            elif part.kind == "words":
                self._interstitial(parent if group is None else group, eid, part)
            elif not self._is_above(said := self._said(part), kept[at:]):
                alone = parent if group is None else group
                add(self._container(alone, eid, "crossheading"), "heading", words=said)
            else:
                if above is None or above is not group:
                    group = self._container(parent, eid, "crossheading")
                over = said
                add(group, "heading", words=said)
                above = group
                continue
            above = None

    def _is_above(self, heading: str, parts: Sequence[Part]) -> bool:
        """Whether a heading stands over the first of the provisions that has a clause to tell."""
        told = (
            self.paths.is_above(heading, one) for one in parts if isinstance(one, LaidProvision)
        )
        return next((one for one in told if one is not None), False)

    def _add_parts(self, element: Any, eid: str, parts: Sequence[Part]) -> None:
        """What stands in a section or in what is below it."""
        opening, inner, closing = self._around(parts)
        self._add_words(element, eid, opening, "intro" if inner else "content")
        for part in inner:
            if isinstance(part, LaidProvision):
                self.add_provision(element, part)
            elif part.kind == "heading":
                named = {"eId": self._eid(eid, "crossHeading")}
                add(element, "crossHeading", named, self._said(part))
            else:
                self._interstitial(element, eid, part)
        self._add_words(element, eid, closing, "wrapUp", behind=True)

    def _without_furniture(self, parts: Sequence[Part]) -> list[Part]:
        self.left_out += [
            part for part in parts if isinstance(part, TextPart) and part.kind == "furniture"
        ]
        return [part for part in parts if not _is(part, "furniture")]

    def _interstitial(self, parent: Any, eid: str, words: TextPart) -> None:
        """Words between two provisions that are part of neither."""
        holder = self._container(parent, eid, "interstitial")
        self._add_words(holder, holder.get("eId"), [words], "content", behind=True)

    def _container(self, parent: Any, eid: str, name: str) -> Any:
        return add(parent, "hcontainer", {"eId": self._eid(eid, "hcontainer"), "name": name})

    def _eid(self, context: str, element: str) -> str:
        self._counted[context, element] += 1
        name = f"{element}_{self._counted[context, element]}"
        return f"{context}__{name}" if context else name

    def _add_words(
        self, parent: Any, eid: str, words: Sequence[TextPart], name: str, *, behind: bool = False
    ) -> None:
        """Words by themselves; ``behind`` a provision those that are in no clause are editors'."""
        if not words:
            return
        suffix = name.lower()
        element = add(parent, name, {"eId": f"{eid}__{suffix}" if eid else suffix})
        for one in words:
            if behind and not self.paths.is_said(one.start, one.end):
                self._add_remarks(add(element, "p"), [one])
            else:
                self.add_paragraphs(element, eid, one.start, one.end)

    def add_paragraphs(self, parent: Any, eid: str, start: int, end: int) -> None:
        """The words of ``[start, end)`` as paragraphs; those of another law within the last one."""
        quotation: Any = None
        at = bisect_left(self._ends, start + 1)
        while at < len(self._paragraphs) and self._paragraphs[at].start < end:
            one = self._paragraphs[at]
            at += 1
            words = folded(self._text[max(start, one.start) : min(end, one.end)])
            if not words:
                continue
            if one.quoted and quotation is None:
                quotation = self._quotation(parent, eid)
            elif not one.quoted:
                quotation = None
            _add_paragraph(parent if quotation is None else quotation, words)

    def _quotation(self, parent: Any, eid: str) -> Any:
        introduced = parent[-1] if len(parent) else add(parent, "p")
        mod = add(introduced, "mod", {"eId": self._eid(eid, "mod")})
        quotation = make("quotedStructure", {"eId": self._eid(mod.get("eId"), "qstr")})
        for mark, none in _MARKS_STAND.items():
            quotation.set(mark, none)
        mod.append(quotation)
        return quotation

    def _said(self, part: TextPart) -> str:
        return self._text[part.start : part.end]


def _add_paragraph(parent: Any, words: str) -> None:
    """A paragraph; a row between bars joins the table that it goes on with."""
    row = _ROW.fullmatch(words)
    if row is None:
        add(parent, "p", words=words)
        return
    last = parent[-1] if len(parent) else None
    table = last if last is not None and last.tag.endswith("}table") else add(parent, "table")
    cells = add(table, "tr")
    for cell in row[1].split("|"):
        add(add(cells, "td"), "p", words=cell)


def _is(part: Part, kind: str) -> bool:
    return isinstance(part, TextPart) and part.kind == kind
