"""An amendment as Akoma Ntoso marks it: the instruction as ``mod``, and what it changes.

In an instruction (*In section 11(1), after “An officer” insert “of the same sex”.*) the place is a
``ref`` and what stands in quotation marks is ``quotedText``; a provision that is added whole is
``quotedStructure``, with its number and its words. ``textualMod`` says the same to programs.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from annotator.eids import ELEMENTS, UNITS, eid_number, subdivision, unit_eid, unit_word
from annotator.expressions import expression
from annotator.quotations import quotations
from annotator.schedule import Amendment
from annotator.schema import Annotation
from annotator.writers.akoma_ntoso.elements import add, xml_safe
from annotator.writers.akoma_ntoso.metadata import FrbrWork
from annotator.writers.akoma_ntoso.names import element_of
from annotator.writers.akoma_ntoso.places import eid_of

_MARKS = {"startQuote": "“", "endQuote": "”"}
#: The number at the head of a subsection, and of its paragraphs.
_LABEL = expression(r"(\(\w{1,5}\)|\d+[a-z]?[.)])\s+")
_ADDED = "insert_subsection"
_CITED = expression(rf"\b({'|'.join(UNITS)}|paragraph) (\d[\w.-]*(?:\(\w+\))*)")


class Modification(NamedTuple):
    """A change as it is marked: the eIds of the ``mod``, of what goes and of what comes."""

    change: Amendment
    eid: str
    destination: str
    old: list[str]
    new: list[str]


class Modifier:
    """Marks the amendments of one law.

    Args:
        annotation: the law's.
        work: the law, to which references lead.
    """

    def __init__(self, annotation: Annotation, work: FrbrWork) -> None:
        provisions = [one for root in annotation.provisions for one in root.walk()]
        self._eids = {one.number: one.eid for one in reversed(provisions)}
        self._annotation = annotation
        self._law = f"{work.expression}/~"

    def add_mod(self, parent: Any, change: Amendment, eid: str) -> Modification:
        """The instruction of a change, as a child of a paragraph."""
        mod = add(parent, "mod", {"eId": eid})
        text = xml_safe(change.instruction)
        quoted = list(quotations(text, 0, len(text)))
        # Words behind the last element so far, or before the first.
        at, destination = 0, ""
        found: list[str] = []
        for start, end in quoted:
            destination = self._add_words(mod, text[at:start], change, destination)
            bare = text[start + 1 : end - 1] if end - start > 1 else ""
            count = len(found) + 1
            found.append(self._add_quoted(mod, bare, change, f"{eid}__q{{}}_{count}"))
            at = end
        destination = self._add_words(mod, text[at:], change, destination)
        old, new = _sorted(change, found)
        return Modification(change, eid, destination or self._place(change), old, new)

    def add_textual_mod(self, active: Any, made: Modification, number: int) -> None:
        """What a change does, for programs."""
        named = {"type": _type_of(made.change), "eId": f"amd_{number}"}
        entry = add(active, "textualMod", named)
        add(entry, "source", {"href": f"#{made.eid}"})
        place = {"href": f"{self._law}{made.destination}", "pos": self._position(made)}
        add(entry, "destination", place)
        for name, eids in (("old", made.old), ("new", made.new)):
            for eid in eids:
                add(entry, name, {"href": f"#{eid}"})

    def _add_words(self, mod: Any, words: str, change: Amendment, destination: str) -> str:
        """Words of an instruction; its first citation is where the change is to be made."""
        cited = None if destination else _CITED.search(words)
        if cited is None:
            _append(mod, words)
            return destination
        eid = self._cited(cited[2], change)
        _append(mod, words[: cited.start()])
        add(mod, "ref", {"href": f"{self._law}{eid}"}, cited[0])
        _append(mod, words[cited.end() :])
        return eid

    def _cited(self, number: str, change: Amendment) -> str:
        """The provision that an instruction cites: of the section that is amended, or in it."""
        eid, place = self._eids.get(number, ""), self._place(change)
        if unit_eid(eid) != unit_eid(place) or place.startswith(f"{eid}__def_"):
            return place
        return eid

    def _place(self, change: Amendment) -> str:
        return eid_of(change, self._annotation)

    def _add_quoted(self, mod: Any, words: str, change: Amendment, name: str) -> str:
        label = _LABEL.match(words)
        if change.gap is None and not (label and _adds_subsection(change)):
            eid = name.format("text")
            add(mod, "quotedText", {"eId": eid, **_MARKS}, words)
            return eid
        eid = name.format("str")
        quotation = add(mod, "quotedStructure", {"eId": eid, **_MARKS})
        unit = unit_word(self._place(change)) or "section"
        if change.gap is not None:
            self._add_section(quotation, change, unit, eid)
        elif label is not None:
            self._add_subsection(quotation, subdivision(unit), label[1], words[label.end() :], eid)
        return eid

    def _add_section(self, parent: Any, change: Amendment, unit: str, eid: str) -> None:
        """A new section as the law would print it: its lines are heading, number and words."""
        gap = change.gap
        lines = [line.strip() for line in change.added.splitlines() if line.strip()]
        name, attributes = element_of(unit)
        own = f"{eid}__{ELEMENTS[unit]}_{eid_number(change.section) or 1}"
        section = add(parent, name, {"eId": own, **attributes})
        number = re.escape(change.section) or r"\d+[A-Za-z]*"
        head = expression(rf"(?:{unit} )?{number}\b[.)]?(?:\s+|$)", re.IGNORECASE)
        words: list[str] = []
        for line in lines:
            opens = None if section.find("{*}num") is not None else head.match(line)
            if gap is not None and line == gap.heading:
                add(section, "heading", words=line)
            elif opens is not None:
                add(section, "num", words=line[: opens.end()])
                words += filter(None, [line[opens.end() :]])
            else:
                words.append(line)
        self._add_divided(section, subdivision(unit), words, own)

    def _add_divided(self, section: Any, below: str, lines: list[str], eid: str) -> None:
        labelled = [_LABEL.match(line) for line in lines]
        if not lines or labelled[0] is None:
            content = add(section, "content")
            for line in lines:
                add(content, "p", words=line)
            return
        for line, label in zip(lines, labelled, strict=True):
            if label is not None and not label[1][1:2].isalpha():
                self._add_subsection(section, below, label[1], line[label.end() :], eid)
            else:
                add(section[-1].find("{*}content"), "p", words=line)

    def _add_subsection(self, parent: Any, below: str, label: str, words: str, eid: str) -> None:
        name, attributes = element_of(below)
        own = f"{eid}__{ELEMENTS[below]}_{eid_number(label)}"
        element = add(parent, name, {"eId": own, **attributes})
        add(element, "num", words=label)
        add(add(element, "content"), "p", words=words)

    def _position(self, made: Modification) -> str:
        change = made.change
        if _type_of(change) != "insertion":
            return ""
        if change.gap is not None:
            return "after"
        if _adds_subsection(change):
            return "after" if "__" in made.destination else "end"
        finding = change.finding
        at_end = finding is not None and change.edits[-1].start >= finding.clause.end
        return "end" if at_end else "inside"


def _append(element: Any, words: str) -> None:
    """Put words behind what an element holds, white space as it is."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def _adds_subsection(change: Amendment) -> bool:
    return change.proposal is not None and change.proposal.operation == _ADDED


def _type_of(change: Amendment) -> str:
    if all(edit.start == edit.end for edit in change.edits):
        return "insertion"
    if change.proposal is not None and change.proposal.operation == "add_list_item":
        return "insertion"
    return "substitution" if any(edit.text for edit in change.edits) else "repeal"


def _sorted(change: Amendment, eids: list[str]) -> tuple[list[str], list[str]]:
    """Of what an instruction quotes, what goes and what comes."""
    kind = _type_of(change)
    if kind == "insertion":
        return [], eids[-1:]
    count = len(change.edits)
    if kind == "repeal":
        return eids[-count:], []
    if change.proposal is not None and change.proposal.operation == "replace_term":
        omitted = sum(not edit.text for edit in change.edits)  # they come last, each quoted alone
        quoted = eids[-(2 * count - omitted) :]  # the term before is defined by what is changed
        pairs = quoted[: len(quoted) - omitted]
        return pairs[::2] + quoted[len(pairs) :], pairs[1::2]
    return [], eids[-1:]
