"""The characters of a paragraph of WordprocessingML as *Final* shows them, and cuts between them.

Where two characters stand in one run and something is to go between, the run is cut in two that
look as it did; so is what another author inserted, which stays that author's on either side.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence

from lxml import etree

from annotator.lang.margin_phrases import Why
from annotator.word.names import GONE, W, parent_of
from annotator.word.paragraphs import WordParagraph

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TEXT = W + "t"
#: Text, and what becomes of it where it is deleted.
_WORDS = frozenset({_TEXT, W + "delText"})
_PARAGRAPH, _RUN = W + "p", W + "r"
#: What holds runs, inside a paragraph.
HOLDERS = frozenset(
    W + name
    for name in (
        "ins", "del", "moveTo", "moveFrom", "hyperlink", "fldSimple", "smartTag", "customXml",
        "sdt", "sdtContent", "dir", "bdo",
    )
)  # fmt: skip
REVISIONS = frozenset(W + name for name in ("ins", "del", "moveTo"))
_NOTES = frozenset({W + "footnoteReference", W + "endnoteReference"})
_LOCKS = frozenset({"contentLocked", "sdtContentLocked"})
_FIXED = tuple(W + name for name in ("dataBinding", "date", "dropDownList", "comboBox", "picture"))


class Unplaceable(Exception):
    """Words that cannot be put where they belong, and why."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


class Atom:
    """One character: the element that shows it, and which of its characters it is."""

    __slots__ = ("at", "element")

    def __init__(self, element: etree._Element, at: int) -> None:
        self.element = element
        self.at = at

    @property
    def run(self) -> etree._Element:
        """The run that it stands in."""
        return parent_of(self.element)


class Characters:
    """The characters of one paragraph, kept up to date while its runs are cut.

    Offsets are those of the paragraph as it was, whatever is inserted or deleted since.

    Args:
        paragraph: as *Final* shows it.
        elements: the ``w:p`` that it is made of.
        new_id: gives an id to what becomes two revisions.
    """

    def __init__(
        self,
        paragraph: WordParagraph,
        elements: Sequence[etree._Element],
        new_id: Callable[[], str],
    ) -> None:
        self.text = paragraph.text
        self.elements = elements
        self._new_id = new_id
        self.atoms = [
            Atom(piece.element, at) for piece in paragraph.pieces for at in range(len(piece.words))
        ]
        #: By run, the outermost field that it is of, as a number; 0 outside of fields.
        self.fields: dict[etree._Element, int] = {}
        #: The runs that make a field, from its beginning to its end.
        self.field_runs: dict[int, list[etree._Element]] = {}
        self._find_fields()

    def _find_fields(self) -> None:
        open_: list[int] = []
        count = 0
        for run in self._runs():
            members = set(open_)
            for mark in run.iterchildren(W + "fldChar"):
                kind = mark.get(W + "fldCharType")
                if kind == "begin":
                    count += 1
                    members.add(count)
                    open_.append(count)
                elif kind == "end" and open_:
                    open_.pop()
            for number in members:
                self.field_runs.setdefault(number, []).append(run)
            self.fields[run] = min(members, default=0)

    def _runs(self) -> Iterator[etree._Element]:
        return (run for element in self.elements for run in _runs_in(element))

    def field_of(self, atom: Atom) -> object:
        """The field that shows a character: a number or an element; None where none does."""
        for holder in holders(atom.run):
            if holder.tag == W + "fldSimple":
                return holder
        return self.fields.get(atom.run) or None

    def between(self, at: int) -> tuple[etree._Element, int]:
        """Where to put what stands before the character ``at``: an element and a place in it.

        Runs and revisions are cut there; a link, a field or a control is left where it ends.
        """
        left = self.atoms[at - 1] if at else None
        right = self.atoms[at] if at < len(self.atoms) else None
        if left is None:
            if right is None:
                empty = self.elements[-1]
                return empty, 0 if empty.find(W + "pPr") is None else 1
            self._cut_before(right)
            node = self._out(right.run, None, first=True)
            return parent_of(node), parent_of(node).index(node)
        if right is None or right.run is not left.run:
            self._cut_behind(left)
        else:
            self._cut_before(right)
        node = self._out(left.run, right, first=False)
        return parent_of(node), parent_of(node).index(node) + 1

    def _out(self, run: etree._Element, other: Atom | None, *, first: bool) -> etree._Element:
        """The outermost element at whose edge the run stands, and that does not hold the other."""
        node = run
        field = self.fields.get(run, 0)
        if field and not first and (other is None or self.fields.get(other.run, 0) != field):
            last = self.field_runs[field][-1]
            if parent_of(last) is parent_of(node):
                node = last
        if first and field:
            node = self.field_runs[field][0]
        for holder in holders(node):
            if holder.tag in REVISIONS:
                self._split(holder, node, first=first)
            elif other is not None and holder in set(other.element.iterancestors()):
                break
            node = holder
        return node

    def _split(self, holder: etree._Element, node: etree._Element, *, first: bool) -> None:
        """Cut a revision in two, before or behind one of its children, unless that is its edge."""
        at = holder.index(node) + (0 if first else 1)
        if at == 0 or at == len(holder):
            return
        rest = _empty(holder)
        rest.set(W + "id", self._new_id())
        rest.extend(list(holder)[at:])
        holder.addnext(rest)

    def _cut_before(self, atom: Atom) -> None:
        """See to it that a run begins with the character."""
        element = atom.element
        if atom.at:
            element = self._halved(atom)
        run = parent_of(element)
        before = [one for one in run.iterchildren() if one.tag != W + "rPr"]
        if before[0] is not element:
            self._halve_run(run, element)

    def _cut_behind(self, atom: Atom) -> None:
        """See to it that a run ends with the character."""
        element = atom.element
        if element.tag in _WORDS and atom.at + 1 < len(element.text or ""):
            following = self.atoms[self.atoms.index(atom) + 1]
            self._cut_before(following)
        elif (after := element.getnext()) is not None and after.tag not in _NOTES:
            self._halve_run(parent_of(element), after)

    def _halved(self, atom: Atom) -> etree._Element:
        """The second half of a text that is cut before a character."""
        element, at = atom.element, atom.at
        words = element.text or ""
        rest = etree.Element(element.tag)
        element.text, rest.text = words[:at], words[at:]
        element.set(XML_SPACE, "preserve")
        rest.set(XML_SPACE, "preserve")
        element.addnext(rest)
        start = self.atoms.index(atom)
        for following in self.atoms[start:]:
            if following.element is not element:
                break
            following.element, following.at = rest, following.at - at
        return rest

    def _halve_run(self, run: etree._Element, first: etree._Element) -> None:
        """Cut a run in two, the second of which begins with ``first``."""
        rest = _empty(run)
        look = run.find(W + "rPr")
        if look is not None:
            look = copy.deepcopy(look)
            for change in look.iterchildren(W + "rPrChange"):
                change.set(W + "id", self._new_id())
            rest.append(look)
        children = list(run)
        rest.extend(children[children.index(first) :])
        run.addnext(rest)
        self.fields[rest] = self.fields.get(run, 0)
        for runs in self.field_runs.values():
            if run in runs:
                runs.insert(runs.index(run) + 1, rest)

    def covered(self, start: int, end: int) -> list[etree._Element]:
        """The runs of the characters ``[start, end)`` alone, with marks of notes between them."""
        self._cut_before(self.atoms[start])
        self._cut_behind(self.atoms[end - 1])
        shown = dict.fromkeys(atom.run for atom in self.atoms[start:end])
        first, last = self.atoms[start].run, self.atoms[end - 1].run
        inside, found = False, []
        for run in self._runs():
            inside = inside or run is first
            if run in shown or (inside and is_note(run)):
                found.append(run)
            if run is last:
                break
        return found

    def refuse_fixed(self, start: int, end: int) -> None:
        """See to it that the words ``[start, end)``, or the place, may be changed.

        Raises:
            Unplaceable: a field or a control makes them, or holds them fast.
        """
        inner = self.atoms[start:end]
        if start < end and any(self.field_of(atom) is not None for atom in inner):
            raise Unplaceable("field")
        if start == end:
            inner = self.atoms[max(start - 1, 0) : start + 1]
            made = [self.field_of(atom) for atom in inner]
            if len(made) == 2 and made[0] is not None and made[0] == made[1]:
                raise Unplaceable("field")
        for atom in inner:
            if atom.run.tag != _RUN or any(one.tag not in HOLDERS for one in holders(atom.run)):
                raise Unplaceable("formula")
            for holder in holders(atom.run):
                if holder.tag == W + "sdt" and _is_fixed(holder):
                    raise Unplaceable("control")


def holders(node: etree._Element) -> Iterator[etree._Element]:
    """What holds a run within its paragraph, the innermost first."""
    parent = node.getparent()
    while parent is not None and parent.tag != _PARAGRAPH:
        yield parent
        parent = parent.getparent()


def _empty(element: etree._Element) -> etree._Element:
    """An element of the same name and with the same attributes."""
    made = etree.Element(element.tag)
    for name, said in element.items():
        made.set(name, said)
    return made


def is_note(run: etree._Element) -> bool:
    """Whether a run is the mark of a note, and nothing else."""
    inner = [child.tag for child in run if child.tag != W + "rPr"]
    return bool(inner) and all(tag in _NOTES for tag in inner)


def _runs_in(holder: etree._Element) -> Iterator[etree._Element]:
    for child in holder:
        if child.tag == W + "r":
            yield child
        elif child.tag in HOLDERS and child.tag not in GONE:
            yield from _runs_in(child)


def _is_fixed(control: etree._Element) -> bool:
    properties = control.find(W + "sdtPr")
    if properties is None:
        return False
    lock = properties.find(W + "lock")
    locked = lock is not None and lock.get(W + "val") in _LOCKS
    return locked or any(properties.find(name) is not None for name in _FIXED)
