"""The tree of a law whose file marks its structure: nothing is told by its words but definitions.

The names of things are those of every other law: what a subsection is called, how it is cited, its
eId. The file's own eIds are kept where they follow the same convention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from annotator.eids import CONTAINERS, ELEMENTS, EidRegister, unit_eid
from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.numbering import plain_number, unit_key
from annotator.segmenter.inside.definitions import Definitions
from annotator.segmenter.inside.line_index import LineIndex
from annotator.segmenter.inside.node import Node, close_children
from annotator.segmenter.inside.subdivisions import levels_below
from annotator.segmenter.inside.terms import defined_term, marked_term
from annotator.segmenter.lines.lines import Line, cut_at_breaks
from annotator.segmenter.lines.openers import Container, Unit, name_of
from annotator.segmenter.paragraphs import within
from annotator.segmenter.sections.contexts import contexts_of
from annotator.source import Marked, Markup

#: What stands around a number as printed, and is none of it.
_MARKS = " \t.,:;—–-―[]()*“”\"'’"
_KNOWN_ELEMENTS = frozenset(ELEMENTS.values())
_LETTERED = expression(r"\(?[a-z]{1,2}\)?")
#: The term that a definition begins with; of one without marks so many words are told.
_QUOTED = expression(r"\W{0,3}[“\"‘']([^“”\"‘’]{1,90})[”\"’']")
_WORDS_OF_A_TERM = 4
_LEADS_IN = ("—", "–", ":", "-")
#: What a unit is cited by that bears no number.
_NO_NUMBER = "unnumbered"
#: What units are called in a schedule, too; all others are paragraphs there.
_IN_SCHEDULES = ("Article", "regulation", "rule")


def read_markup(text: str, markup: Markup, words: StructureWords) -> tuple[list[Line], list[Node]]:
    """The lines of a law, and its outermost provisions.

    Args:
        text: its canonical text, each paragraph on a line of its own.
        markup: its structure, as its file marks it.
        words: those of its language.
    """
    lines = cut_at_breaks(text)
    for line in within(lines, markup.headings):
        line.heading = True
    for line in within(lines, markup.quoted):
        line.quoted = True
    continued = set(markup.continued)
    for line in lines:
        line.soft = line.start in continued
    roots = _MarkedTree(lines, markup.provisions, words).build()
    lawful = {line.start for line in within(lines, [(root.start, root.end) for root in roots])}
    for line in lines:
        line.furniture = not line.heading and line.start not in lawful
    return lines, roots


@dataclass(slots=True)
class _Open:
    """A provision that is open: its depth, what it became (a group nothing), the headings to it."""

    depth: int
    node: Node | None
    path: tuple[str, ...]


class _MarkedTree:
    """Makes nodes of marks, in the order of the text."""

    def __init__(self, lines: list[Line], marks: Sequence[Marked], words: StructureWords) -> None:
        self.marks = marks
        self.words = words
        #: The words for units as they are printed, the longest first.
        self.unit_words = sorted(words.units, key=len, reverse=True)
        self.index = LineIndex(lines)
        self.eids = EidRegister()
        self.definitions = Definitions(self.index, self.eids, words)
        self.roots: list[Node] = []
        self.open: list[_Open] = []
        #: The schedule that is open, as the place of its mark; -1 in the body of the law.
        self.region = -1
        #: What is counted since nothing numbers it, by where it stands.
        self.counted = dict(self._counted())
        self.contexts = contexts_of(list(self._openers()))
        #: Definitions that stand in a schedule, each with it.
        self.dictionaries: list[tuple[Node, Node]] = []
        #: The marks of the items, by the node that each became.
        self.items: dict[int, Marked] = {}

    def build(self) -> list[Node]:
        """The outermost provisions, each with all that it holds."""
        units = []
        for at, mark in enumerate(self.marks):
            while self.open and self.open[-1].depth >= mark.depth:
                self.open.pop()
            path = self.open[-1].path if self.open else ()
            if mark.kind == "group":
                headed = (*path, mark.heading) if mark.heading else path
                self.open.append(_Open(mark.depth, None, headed))
            elif self._is_in_unit() or (mark.kind == "item" and self._nodes()):
                node = _node(mark, "item", "", path)
                self.items[id(node)] = mark
                if not self._is_in_unit():
                    self.dictionaries.append((self._nodes()[-1], node))
                self._hang(mark, node, path)
            elif mark.kind == "container":
                node = self._container(at, mark, path)
                self._hang(mark, node, node.path)
            else:
                units.append(self._new_unit(mark, path))
                self._hang(mark, units[-1], path)
        for unit in units:
            self._finish(unit)
        for holder, defined in self.dictionaries:
            self._name_definition(holder, defined)
            self._name(defined, levels_below(""), 1)
            close_children(defined)
        for root in self.roots:
            self._close(root)
        return self.roots

    def _nodes(self) -> list[Node]:
        return [one.node for one in self.open if one.node is not None]

    def _is_in_unit(self) -> bool:
        return any(node.word not in CONTAINERS for node in self._nodes())

    def _hang(self, mark: Marked, node: Node, path: tuple[str, ...]) -> None:
        nodes = self._nodes()
        (nodes[-1].children if nodes else self.roots).append(node)
        self.open.append(_Open(mark.depth, node, path))

    # Parts and schedules

    def _openers(self) -> Iterator[Unit | Container]:
        """The upper levels as the text of a law shows them, which tell how its units are counted.

        A mark's place is its line.
        """
        for at, mark in enumerate(self.marks):
            if mark.kind == "container":
                yield self._named(at, mark)
            elif mark.kind == "unit":
                key = unit_key(self._number(mark))
                yield Unit(at, mark.label, key, mark.word, False, 0, key)

    def _named(self, at: int, mark: Marked) -> Container:
        """A part or schedule with its word and its number."""
        known = {**self.words.containers, **self.words.attachments}
        shown = re.findall(r"\w+", mark.label.lower())
        word = next((known[one] for one in shown[:2] if one in known), mark.word)
        bare = [one for one in shown if one not in (word.lower(), self.words.the)]
        number = bare[0] if bare else ""
        number = str(self.words.ordinals.get(number.upper(), number))
        # As it is printed: "Part iA" is none, "Part IA" is.
        printed = re.search(rf"\b{re.escape(number)}\b", mark.label, re.IGNORECASE)
        number = printed[0] if printed and number else number
        return Container(at, word, word, number, ELEMENTS[word], 0)

    def _container(self, at: int, mark: Marked, path: tuple[str, ...]) -> Node:
        container = self._named(at, mark)
        outer = [node for node in self._nodes() if ELEMENTS[node.word] != "att"]
        context = outer[-1].eid if outer and container.element != "att" else ""
        schedule = next((one for one in self._nodes() if ELEMENTS[one.word] == "att"), None)
        if container.element == "att":
            self.region = at
        elif schedule is None:
            self.region = -1
        elif not context:
            context = schedule.eid
        title = " ".join(f"{mark.label} {mark.heading}".split())
        number = mark.cited or name_of(container)
        node = _node(mark, container.word, number, (*path, title) if title else path)
        node.heading = mark.heading or title
        node.eid = self._eid(mark, context, container.element, container.number)
        return node

    # Sections and articles

    def _new_unit(self, mark: Marked, path: tuple[str, ...]) -> Node:
        nodes = self._nodes()
        scheduled = any(ELEMENTS[node.word] == "att" for node in nodes)
        if not scheduled:
            self.region = -1
        word = self._unit_word(mark, scheduled=scheduled)
        anew = self.contexts.get(self.region, "")
        contexts = [node for node in nodes if ELEMENTS[node.word] in ("att", anew)]
        number = self._number(mark)
        cited = ", ".join([node.number for node in contexts if scheduled] + [number])
        node = _node(mark, word, mark.cited or cited, path)
        context = contexts[-1].eid if contexts else ""
        node.eid = self._eid(mark, context, ELEMENTS[word], number)
        return node

    def _unit_word(self, mark: Marked, *, scheduled: bool) -> str:
        word = self.words.units.get(self._printed_word(mark)) or mark.word
        if mark.cited and mark.word:
            return mark.word
        if scheduled:
            return word if word in _IN_SCHEDULES else "paragraph"
        return word if word in ELEMENTS and word not in CONTAINERS else "section"

    def _printed_word(self, mark: Marked) -> str:
        """The word for a unit that its label begins with; empty where it begins with none."""
        return next((word for word in self.unit_words if mark.label.startswith(word)), "")

    def _number(self, mark: Marked) -> str:
        """A unit's number as it is cited."""
        number = mark.label[len(self._printed_word(mark)) :].strip(_MARKS)
        written = self.words.ordinals.get(number.upper())
        if written:
            return str(written)
        return plain_number(number) or self.counted.get(mark.start, _NO_NUMBER)

    def _counted(self) -> Iterator[tuple[int, str]]:
        """The paragraphs of schedules in which none bears a number, each with its place."""
        for at, mark in enumerate(self.marks):
            if mark.kind == "container" and ELEMENTS.get(mark.word) == "att":
                inside = takewhile(lambda one: one.depth > mark.depth, self.marks[at + 1 :])  # noqa: B023  # taken at once
                units = [one for one in inside if one.kind == "unit"]
                if not any(one.label or one.cited for one in units):
                    yield from ((one.start, str(n)) for n, one in enumerate(units, 1))

    def _eid(self, mark: Marked, context: str, element: str, number: str) -> str:
        """The file's own eId where it follows our convention, else one that does."""
        if mark.cited and mark.eid and self.eids.keep(mark.eid):
            return mark.eid
        own = mark.eid.split("__")
        known = all(part.partition("_")[0] in _KNOWN_ELEMENTS for part in own)
        of_unit = mark.kind != "unit" or unit_eid(mark.eid) == mark.eid
        within = mark.kind == "unit" or own[:-1] == (context.split("__") if context else [])
        named = own[-1].startswith(f"{element}_")
        if known and named and of_unit and within and self.eids.keep(mark.eid):
            return mark.eid
        return self.eids.take(context, element, number)

    # What a unit holds

    def _finish(self, unit: Node) -> None:
        """Name what a unit holds, let words behind a list belong to its end, find definitions."""
        self._lead_in(unit)
        first = unit.children[0] if unit.children else None
        intro = self.index.words(unit.body, first.start) if first else ""
        divided = first is not None and self._is_divided(first, intro)
        self._name(unit, levels_below(unit.word), 0 if divided else 1)
        close_children(unit)
        self._end_with_words(unit)
        self.definitions.find(unit)
        for node in unit.walk():  # an item may have no words behind its number
            for child in node.children:
                child.end = min(child.end, node.end)
                child.body = min(child.body, child.end)

    def _lead_in(self, unit: Node) -> None:
        """Let definitions stand in the subsection that leads to them, if it is not marked so."""
        kept: list[Node] = []
        leads: Node | None = None
        for child in unit.children:
            above = kept[-1] if kept else None
            if not self._defines(child) or above is None:
                leads = None
            elif leads is None and not above.children and not self._defines(above):
                said = self.index.words(above.body, child.start)
                leads = above if said.endswith(_LEADS_IN) else None
            (leads.children if leads else kept).append(child)
        unit.children = kept

    def _defines(self, item: Node) -> bool:
        return self.items[id(item)].word == "definition"

    def _is_divided(self, first: Node, intro: str) -> bool:
        """Whether the first level in a unit is one of subsections rather than of items."""
        if not intro:
            return True
        ends = intro[-1] in '.;!?)]”"'
        return self.items[id(first)].divides and (ends or not _LETTERED.fullmatch(first.label))

    def _name(self, above: Node, levels: tuple[str, ...], level: int) -> None:
        for place, child in enumerate(above.children, 1):
            mark = self.items[id(child)]
            bare = mark.label.strip(_MARKS)
            if mark.word == "definition" and not bare:
                self._name_definition(above, child)
                self._name(child, levels, level)
                continue
            child.word = levels[min(level, len(levels) - 1)] if bare else "indent"
            if mark.cited:
                child.word, child.number = mark.word or child.word, mark.cited
            elif not bare:
                child.number = f"{above.number} indent {place}"
            elif bare.startswith(f"{above.number}."):
                child.number = bare  # "3.1" in section 3
            else:
                bare = f"({')('.join(re.split(r'[()]+', bare))})"
                child.number = f"{above.number}{bare}"
            child.eid = self._eid(mark, above.eid, ELEMENTS[child.word], bare)
            self._name(child, levels, level + 1)

    def _name_definition(self, above: Node, child: Node) -> None:
        """Cite a definition that bears no number by its term."""
        said = self.index.words(child.body, child.end)
        term = defined_term(said, self.words) or marked_term(said, self.words)
        quoted = _QUOTED.match(said)
        term = quoted[1].strip() if quoted else term or " ".join(said.split()[:_WORDS_OF_A_TERM])
        mark = self.items[id(child)]
        child.word, child.number = "definition", mark.cited or f"{above.number} “{term}”"
        child.eid = self._eid(mark, above.eid, ELEMENTS["definition"], "")

    def _end_with_words(self, provision: Node) -> None:
        for node in provision.walk():
            node.end = max(node.body, self.index.last_word(node.body, node.end))
            if node.children:
                node.own_stop = self.index.last_word(node.body, node.children[0].start)

    def _close(self, node: Node) -> None:
        """Let a part end with the last word in it, and its own words before what it holds."""
        if node.word not in CONTAINERS:
            return
        for child in node.children:
            self._close(child)
        node.end = max([node.end, *(child.end for child in node.children)])
        stop = node.children[0].start if node.children else node.end
        node.own_stop = max(node.body, self.index.last_word(node.body, stop))


def _node(mark: Marked, word: str, number: str, path: tuple[str, ...]) -> Node:
    return Node(
        word,
        number,
        mark.label,
        "",
        mark.start,
        mark.body,
        mark.end,
        heading=mark.heading,
        path=path,
    )
