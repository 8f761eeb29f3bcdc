"""Every amending instruction names a place that exists in its law, and a number that is free there.

Over the laws of the world, as they are printed. Dice take the network's place, so that amendments
are proposed that no network would ask for, and nothing of it is loaded: what is tried are places.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import annotator
from annotator.eids import CONTAINERS, unit_eid
from annotator.errors import AnnotatorError
from annotator.lang import language
from annotator.schema import Annotation, Finding, Gap, Proposal, Provision
from tests.fuzz import dice

#: A folder with laws as sites print them; another may be named while the program is developed.
WORLD = Path(os.environ.get("ANNOTATE_WORLD", Path(__file__).parents[2] / "shared" / "world"))
#: A law that is longer takes as long as ten, and has the same kinds of places.
_LONGEST = 200_000
LAWS = [
    path
    for pattern in ("text/*.txt", "raw/*.md")
    for path in sorted(WORLD.glob(pattern))
    if path.stat().st_size <= _LONGEST
]

_UNITS = "section|Article|regulation|rule|clause|paragraph|subsection"
_NUMBER = r"[\dIVXLC][^\s“”,]*(?: (?:bis|ter|quater|quinquies)[^\s“”,]*)?(?: (?:to|and) \S+)?"
_HELD = rf"(?:{'|'.join(CONTAINERS)})"
_CONTAINER = rf"(?:the (?:[\w-]+ )?{_HELD}|{_HELD} [\w.-]+)"
_PLACE = re.compile(
    rf"(?:(?:{_UNITS}) (?P<number>{_NUMBER}|\(\w+\)\S*)(?P<held>(?: of {_CONTAINER})*)"
    rf"|(?P<alone>{_CONTAINER}(?: of {_CONTAINER})*))(?=[ ,.]|$)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:In|After|Insert after|At the end of|For the text of|Number the text of|The text of)\s+",
    re.IGNORECASE,
)
_NEW_SUBSECTION = re.compile(r"\(?(\d+[a-z]?|[a-z])[.)]+")


class Tree:
    """A law's provisions by the words that cite them, as a lawyer would say them."""

    def __init__(self, annotation: Annotation) -> None:
        self.places: set[tuple[str, tuple[str, ...]]] = set()
        self.numbers: set[str] = set()
        self.by_eid: dict[str, Provision] = {}
        for outermost in annotation.provisions:
            self._add(outermost, ())

    def _add(self, provision: Provision, held: tuple[str, ...]) -> None:
        self.by_eid[provision.eid] = provision
        self.numbers.add(provision.number.partition(" “")[0])
        own = provision.number.partition(" “")[0].rpartition(", ")[2]
        say = language("en").instructions
        if provision.word in CONTAINERS:
            named = say.container(provision.number, provision.label).casefold()
            self.places.add(("", (named, *held)))
            held = (named, *held)
        else:
            # A schedule may be left out where the number is not another's, never added.
            for cut in range(len(held) + 1):
                self.places.add((own, held[:cut]))
                self.places.add((own, held[cut:]))
        for item in provision.items:
            self._add(item, held)

    def has(self, instruction: str) -> bool:
        """Whether the place that an instruction names is one of these."""
        opening = _OPENING.match(instruction)
        found = _PLACE.match(instruction, opening.end() if opening else 0)
        if found is None:
            return False
        held = tuple(
            part for part in (found["held"] or "").casefold().split(" of ") if part.strip()
        )
        if found["alone"]:
            return ("", tuple(found["alone"].casefold().split(" of "))) in self.places
        return (found["number"], held) in self.places


def _faults(annotation: Annotation) -> Iterator[str]:
    tree = Tree(annotation)
    for finding in annotation.findings:
        for proposal in finding.proposals:
            for fault in _of_proposal(finding, proposal, tree, annotation):
                yield f"{finding.clause.number}, {proposal.template}: {fault}"
    new: set[str] = set()
    for gap in annotation.gaps:
        for fault in _of_gap(gap, tree, new, annotation):
            yield f"gap {gap.need}: {fault}"


def _of_proposal(
    finding: Finding, proposal: Proposal, tree: Tree, annotation: Annotation
) -> Iterator[str]:
    clause = finding.clause
    if not tree.has(proposal.instruction):
        yield f"no such place: {proposal.instruction[:120]}"
    unit = tree.by_eid[unit_eid(clause.eid)]
    for edit in proposal.edits:
        if not unit.start <= edit.start <= edit.end <= unit.end:
            yield f"an edit outside {unit.number}: {edit}"
        for start, end in annotation.furniture:
            if start < edit.start < end:
                yield f"an edit within an editor's note of {unit.number}: {edit}"
    if proposal.operation == "insert_subsection":
        label = _NEW_SUBSECTION.match(proposal.amended)
        if label and f"{unit.number}({label[1]})" in tree.numbers:
            yield f"{unit.number}({label[1]}) is taken: {proposal.instruction[:120]}"
        if label and any(_printed(label[1], unit, annotation.text)):
            yield f"({label[1]}) is printed in {unit.number}: {proposal.instruction[:120]}"
    if proposal.operation == "add_list_item":
        label = re.search(r"\(\w+\)|\b\w+\)", proposal.edits[-1].text)
        taken = {item.label for item in tree.by_eid[clause.eid].items}
        if label is None or label[0] in taken:
            yield f"an item's label is taken: {proposal.instruction[:120]}"


def _printed(number: str, unit: Provision, text: str) -> Iterator[bool]:
    """Whether each line that opens with the number in brackets opens a subsection, or may."""
    items = {item.start for item in unit.walk()}
    for line in re.finditer(rf"(?m)^[ \t]*(?=\({number}\)[ \n])", text[unit.body : unit.end]):
        # A letter may be the numeral of an item within one: (i).
        yield number.isdigit() or unit.body + line.end() not in items


def _of_gap(gap: Gap, tree: Tree, new: set[str], annotation: Annotation) -> Iterator[str]:
    if gap.after and not tree.has(f"After {gap.after} "):
        yield f"no such place: {gap.after}"
    if gap.instruction and not tree.has(gap.instruction):
        yield f"no such place: {gap.instruction[:120]}"
    if gap.number and gap.number in tree.numbers | new:
        yield f"{gap.number} is taken: {gap.instruction[:120]}"
    new.add(gap.number)
    for edit in gap.edits:
        if any(start < edit.start < end for start, end in annotation.furniture):
            yield f"an edit within an editor's note: {edit}"


@pytest.mark.skipif(not LAWS, reason="needs the laws of the world")
@pytest.mark.parametrize("law", LAWS, ids=lambda path: path.stem)
def test_instructions_name_places_that_exist_and_numbers_that_are_free(law: Path) -> None:
    try:
        with dice.thrown(loaded=True):
            annotation = annotator.annotate(law, all_proposals=True)
    except AnnotatorError:
        pytest.skip("it is not read")
    assert list(_faults(annotation)) == []
