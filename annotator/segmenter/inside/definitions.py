"""Definitions, each of which is a clause of its own.

A term may stand at the head of a paragraph, or within one whose definitions run on. Between
quotation marks and before a verb that defines it is known by itself; without marks, or without a
verb, only where the words before or a heading announce definitions.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from annotator.eids import ELEMENTS, UNITS, EidRegister, subdivision
from annotator.lang.structure_words import StructureWords
from annotator.segmenter.inside.definition_signs import DefinitionSigns
from annotator.segmenter.inside.line_index import LineIndex
from annotator.segmenter.inside.node import Node, close_children
from annotator.segmenter.inside.terms import (
    DECIMAL,
    FEWEST_ITEMS,
    MOST_DEFINE,
    LeadIn,
    define,
    defined_term,
    has_quotes,
    listed_term,
    run_on_terms,
    terms_without_words,
)
from annotator.segmenter.inside.unmarked_terms import bare_terms

#: How much of a definition is looked at for its term and its verb.
_LONGEST_HEAD = 320
_LEADS_IN = ":—–-"
#: Commas part definitions where they part so many more than semicolons and stops do.
_MOST_BY_COMMAS = 2
#: A line that holds no more than a term is no longer.
_LONGEST_ALONE = 60
#: The marks around a term, and the article before it.
_MARKS_OF_A_TERM = 8


class _Term(NamedTuple):
    """Where a definition may begin, and its term.

    ``sure``: it stands between quotation marks, before a verb that defines; ``head``: at the head
    of a paragraph; ``mark``: what parts it, within one, from the definition before it.
    """

    start: int
    term: str
    sure: bool
    head: bool
    mark: str = ""

    @property
    def comma(self) -> bool:
        """Whether no more than a comma stands before it."""
        return self.mark == ","


class _TermHead(NamedTuple):
    """A paragraph whose first words may be a term: where it begins, and its first words."""

    start: int
    text: str


class Definitions:
    """Makes provisions of the definitions in a section."""

    def __init__(self, index: LineIndex, eids: EidRegister, words: StructureWords) -> None:
        self.index = index
        self.lines = index.lines
        self.eids = eids
        self.words = words
        self.signs = DefinitionSigns(index, words)
        self.folded = ""

    def find(self, root: Node) -> None:
        """Hang the definitions of a section under it, or under its subsections."""
        words = (*UNITS, "subsection", "paragraph", subdivision(root.word))
        for scope in [root, *root.children]:
            if scope.word not in words:
                continue
            if scope.children and scope.children[0].word in ("subsection", "subparagraph"):
                continue
            if any(child.word == "definition" for child in scope.children):
                continue  # the file marks them
            if self._is_all_divided(root, scope):
                continue
            self.split(scope, scope.heading or root.heading)

    def _is_all_divided(self, root: Node, scope: Node) -> bool:
        """Whether an article has no words but those of its paragraphs."""
        divided = (
            scope is root and scope.children and scope.children[0].word == subdivision(root.word)
        )
        return bool(divided) and not self.index.words(root.body, root.own_end())

    def split(self, scope: Node, heading: str, *, announced: bool = False) -> None:
        """Make a child of each definition; lists below go under their term."""
        signs = self.signs
        paragraph, quotes = signs.end_of_paragraph(scope), signs.has_marks(scope)
        # One line without marks and lists may hold definitions that run on behind an introduction.
        alone = not (quotes or scope.children or signs.goes_on_below(scope))
        if alone and not signs.may_introduce(scope, paragraph):
            return
        if not signs.may_define(scope, heading):
            return
        introduction = signs.introduction(scope, paragraph, heading)
        if alone and not introduction:
            return
        heads = self._heads(scope) if quotes else []
        terms = self._marked_terms(scope, heads) if quotes else []
        first_sure = next((term.start for term in terms if term.sure), scope.end)
        first = self.index.words(scope.body, min(paragraph, first_sure, scope.own_end()))
        lead_in = LeadIn(first, heading, self.words)
        announced = announced or lead_in.introduces or introduction > 0
        if announced or lead_in.may_lead():
            heads = heads or self._heads(scope)
            terms += self._other_terms(scope, heads, terms, marks=lead_in.announces)
            if introduction:
                first = self.index.aligned(scope.body, introduction)
                lead_in = LeadIn(first, heading, self.words)
                terms = [term for term in terms if term.start >= introduction]
                terms += self._run_on_terms(scope, introduction, terms)
            self._name_listed(scope, lead_in)
        else:
            terms = [term for term in terms if term.sure]
        terms = _in_order(scope, sorted(terms), announced=announced)
        if not terms or self._is_quoted(scope, terms[0]):
            return
        if len(terms) > 1 or (
            terms[0].start > scope.body
            and (announced or lead_in.text[-1:] in _LEADS_IN) and not terms[0].comma
        ):  # fmt: skip
            self._hang(scope, terms)

    def _run_on_terms(self, scope: Node, introduction: int, known: list[_Term]) -> list[_Term]:
        """The terms without marks that run on behind words that announce them, but those known."""
        taken = {child.body for child in scope.walk()} | {term.start for term in known}
        text = self.index.aligned(scope.body, self.signs.end_of_paragraph(scope, stop=False))
        return [
            _Term(scope.body + start, term, False, False)
            for start, term in bare_terms(text, introduction - scope.body, self._law, self.words)
            if scope.body + start not in taken
        ]

    def _is_quoted(self, scope: Node, first: _Term) -> bool:
        """Whether what looks like definitions is to be put into another law."""
        before = self.index.words(max(scope.body, first.start - 160), first.start)
        return self.words.puts_in.search(before) is not None

    def _hang(self, scope: Node, terms: list[_Term]) -> None:
        nodes = [self._definition(scope, term) for term in terms]
        _adopt(scope, nodes)
        for node in nodes:
            self._name_anew(node)
        close_children(scope)
        self.index.trim(scope, self.words.notes)

    def _definition(self, scope: Node, term: _Term) -> Node:
        """A definition: cited by the decimal before it, as items are, or by its term."""
        first = self.index.aligned(term.start, min(term.start + _LONGEST_HEAD, scope.end))
        counted = DECIMAL.match(first)
        if counted is None:
            number = f"{scope.number} “{term.term}”"
            eid = self.eids.take(scope.eid, ELEMENTS["definition"])
            return Node("definition", number, "", eid, term.start, term.start, scope.end)
        label, body = counted[0].strip(), term.start + counted.end()
        eid = self.eids.take(scope.eid, ELEMENTS["definition"], label)
        number = _counted(scope.number, label.rstrip("."))
        return Node("definition", number, label, eid, term.start, body, scope.end)

    def _name_anew(self, parent: Node) -> None:
        """Give the items that a term has taken over eIds that have the term as their context."""
        for child in parent.children:
            child.eid = self.eids.take(parent.eid, ELEMENTS[child.word], child.label)
            self._name_anew(child)

    def _name_listed(self, scope: Node, lead_in: LeadIn) -> None:
        """Definitions that are items of a list: ``(a) ‘return’ means ...``."""
        if len(scope.children) < FEWEST_ITEMS:
            return
        bodies = [self._behind_label(child) for child in scope.children]
        said = [
            self.index.words(body, max(body, child.own_end()))
            for child, body in zip(scope.children, bodies, strict=True)
        ]
        kept = [words for words in said if not self.words.repealed.match(words)]
        if not define(kept, lead_in, self.words):
            return
        for child, words, body in zip(scope.children, said, bodies, strict=True):
            if child.body > body and not has_quotes(words):
                child.heading, child.body = "", body  # the title is the term
            if child.word == "indent" and (term := listed_term(words, self.words)):
                # A dash is no number: the term tells one from the other.
                child.number = f"{scope.number} “{term}”"
                child.eid = self.eids.take(scope.eid, ELEMENTS["definition"])
                self._name_anew(child)
            child.word = "definition"

    def _behind_label(self, child: Node) -> int:
        """Where an item's words begin, with the title that may be the term they define."""
        before = self.index.aligned(child.start, child.body)
        at = before.find(child.heading) if child.heading else -1
        return child.start + at if at > 0 else child.body

    def _heads(self, scope: Node) -> list[_TermHead]:
        """The paragraphs of a provision whose first words may be a term."""
        labelled = self._labelled(scope)
        heads = []
        for i in range(self.index.at(scope.body), len(self.lines)):
            line = self.lines[i]
            if line.start >= scope.end:
                break
            if line.heading or line.furniture or line.quoted:
                continue
            start = max(line.start, scope.body)
            if start > scope.body and (
                line.start in labelled
                or (self.signs.goes_on(i) and not self.signs.sentence_above(i))
            ):
                continue
            text = line.text[start - line.start :]
            below_too = i + 1 < len(self.lines) and self.lines[i + 1].soft
            if below_too or self._has_items_below(i):
                text = self.index.aligned(start, min(start + _LONGEST_HEAD, scope.end))
            heads.append(_TermHead(start, text))
        return heads

    def _marked_terms(self, scope: Node, heads: list[_TermHead]) -> list[_Term]:
        """The terms between quotation marks, in order, at the heads of paragraphs and in them."""
        terms: dict[int, _Term] = {}
        text = self.index.aligned(scope.body, scope.end)
        numbered = {
            head.start + number.end(): head.start
            for head in heads
            if (number := DECIMAL.match(head.text))
        }
        run_on = run_on_terms(text, self.words) or terms_without_words(text, self.words)
        for at, name, mark in run_on:
            start = numbered.get(scope.body + at, scope.body + at)
            if not self._is_inside(start, name):
                terms.setdefault(start, _Term(start, name, True, False, mark))
        for head in heads:
            marked = head.start in terms or has_quotes(head.text[:1])
            if marked and (term := self._term_at_head(scope, head)):
                terms[head.start] = term
        return [terms[start] for start in sorted(terms)]

    def _other_terms(
        self, scope: Node, heads: list[_TermHead], known: list[_Term], *, marks: bool
    ) -> list[_Term]:
        """The terms at the heads of paragraphs that are not yet known.

        With ``marks``, a colon or a dash may end a term, whatever stands behind it, where most
        paragraphs below the first have a term.
        """
        starts = {term.start for term in known}
        unknown = [head for head in heads if head.start not in starts]
        found = [term for head in unknown if (term := self._term_at_head(scope, head))]
        if not marks:
            return found
        starts |= {term.start for term in found}
        marked = [
            _Term(head.start, name, False, True)
            for head in unknown
            if head.start not in starts and head.start > scope.body
            and (name := listed_term(head.text, self.words))
            and not self._is_inside(head.start, name)
        ]  # fmt: skip
        starts |= {term.start for term in marked}
        listed = scope.children[0].start if scope.children else scope.end
        below = sum(head.start > scope.body for head in heads)
        if min(starts, default=scope.end) >= listed or len(starts) < MOST_DEFINE * below:
            return found  # what stands below an item belongs to it
        return found + marked

    def _term_at_head(self, scope: Node, head: _TermHead) -> _Term | None:
        term = defined_term(head.text, self.words)
        if not term or (head.start == scope.body and head.text[-1] in ":—"):
            return None
        if head.start == scope.body and self.words.definitions_lead_in.search(term):
            return None  # "the following terms shall have"
        if self._is_inside(head.start, term):
            return None
        sure = self.words.sure_term.match(head.text) is not None
        return _Term(head.start, term, sure, True)

    def _is_inside(self, start: int, term: str) -> bool:
        """Whether a term is defined by words that are quoted, with more than it."""
        line = self.lines[self.index.at(start)]
        first, end = start - line.start, start - line.start + len(term) + _MARKS_OF_A_TERM
        return any(begin <= first and stop > end for begin, stop in line.passages)

    def _has_items_below(self, i: int) -> bool:
        """Whether a term alone on line ``i`` may have its verbs below: "craft—", "(a) means"."""
        text = self.lines[i].text
        below = self.lines[i + 1].text if i + 1 < len(self.lines) else ""
        return len(text) < _LONGEST_ALONE and text[-1] in "—–-" and below[:1] == "("

    def _labelled(self, scope: Node) -> set[int]:
        """Where lines begin whose first words are an item's, behind its label or below it."""
        found = set()
        for child in scope.walk():
            if child is scope:
                continue
            found.add(child.start)
            i = self.index.at(child.start)
            alone = self.lines[i].end - child.start <= len(child.label) + 1
            if alone and i + 1 < len(self.lines):
                found.add(self.lines[i + 1].start)
        return found

    def _law(self) -> str:
        """All words of the law, case-folded, with simple blanks; made when first asked for."""
        if not self.folded:
            self.folded = " ".join(" ".join(line.text for line in self.lines).split()).casefold()
        return self.folded


def _in_order(scope: Node, terms: list[_Term], *, announced: bool) -> list[_Term]:
    """The terms that make a list of definitions: the first stands before any other list.

    Where definitions are announced, the first may have been missed and have a list of its own, and
    commas may part those that run on: a term behind no more than a comma else stands within one.
    """
    commas = sum(term.mark[:1] == "," for term in terms)
    others = sum(term.mark[:1] in (";", ".") for term in terms)
    parted = announced and commas >= FEWEST_ITEMS and commas > _MOST_BY_COMMAS * others
    listed = scope.children[0].start if scope.children else scope.end
    kept: list[_Term] = []
    for term in terms:
        if kept:
            if term.start > kept[-1].start and (parted or not term.comma):
                kept.append(term)
        elif term.start < listed or (announced and term.head):
            kept.append(term)
    return kept


def _counted(above: str, decimal: str) -> str:
    """How a decimal below a provision is cited; it says itself which provision that is.

    >>> _counted("3.1", "3.1.2"), _counted("3(1)", "1.2"), _counted("3", "1.2")
    ('3.1.2', '3(1.2)', '3(1.2)')
    """
    stem = decimal.rpartition(".")[0]
    open_, closed = above.removesuffix(")"), ")" if above.endswith(")") else ""
    if re.search(rf"(?:^|[ (]){re.escape(stem)}$", open_):
        return f"{open_.removesuffix(stem)}{decimal}{closed}"
    return f"{above}({decimal})"


def _adopt(scope: Node, terms: list[Node]) -> None:
    """Put the scope's lists under the terms that they stand behind."""
    for term in reversed(terms):
        term.children = _cut_off(scope, term.start)
    scope.children += terms


def _cut_off(node: Node, offset: int) -> list[Node]:
    """Take from a provision all inside it that begins at the offset or behind it."""
    kept = [child for child in node.children if child.start < offset]
    loose = node.children[len(kept) :]
    node.children = kept
    return (_cut_off(kept[-1], offset) if kept else []) + loose
