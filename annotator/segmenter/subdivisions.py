"""What grows under a section: subsections, lists, marginal notes and definitions."""

from __future__ import annotations

import re
from bisect import bisect_right

from annotator.eids import ELEMENTS, UNITS, EidRegister
from annotator.lang.contract import StructureWords
from annotator.segmenter.definitions import defined_term, introduces_definitions
from annotator.segmenter.headings import HeadingLines, heading_behind_label, headings_above
from annotator.segmenter.labels import find_labels
from annotator.segmenter.lines import Line, ends_paragraph
from annotator.segmenter.lists import Item, arrange
from annotator.segmenter.node import Node

#: What the levels below a section, and below an article, are called.
_SECTION_LEVELS = ("subsection", "paragraph", "subparagraph", "clause", "subclause", "item")
_ARTICLE_LEVELS = ("paragraph", "point", "point", "indent")
_LIST_FOLLOWS = re.compile(r"[^.;!?)\]”\"]$")


def mark_heading(lines: list[Line], heading: HeadingLines) -> None:
    """Set ``heading`` on the lines of a heading."""
    for i in range(heading.first, heading.last + 1):
        lines[i].heading = True


class Grower:
    """Hangs the lower levels under sections and articles, one after another."""

    def __init__(self, lines: list[Line], eids: EidRegister, words: StructureWords) -> None:
        self.lines = lines
        self.line_ends = [line.end for line in lines]
        self.eids = eids
        self.words = words

    def grow(self, root: Node, first: int, end: int) -> None:
        """Hang subsections, lists and definitions under a section.

        Args:
            root: the section or article, with its own offsets set.
            first: index of the line in which its words begin.
            end: index of the line after its last.
        """
        lines = self.lines
        labels = find_labels(lines, first, end, root.body, self.words)
        items = arrange(labels)
        levels = _ARTICLE_LEVELS if root.word == "Article" else _SECTION_LEVELS
        floor = first - 1 if self._opens_with_a_note(root, items, first) else first
        divided = floor < first or self._is_divided(root, items)
        offset = 0 if divided else 1
        notes = self._notes_above(items, floor) if divided else {}
        stack = [root]
        for item in items:
            depth = item.depth
            while len(stack) > depth + 1:
                stack.pop()
            parent = stack[-1]
            word = levels[min(depth + offset, len(levels) - 1)]
            if item.reading.system == "dash":
                word = "indent"
            child = self._child(parent, item, word)
            note = notes.get(item.label.line) if depth == 0 else None
            child.heading = note or child.heading
            parent.children.append(child)
            stack.append(child)
        _close(root)
        self._trim_ends(root)
        self._find_definitions(root, first, end)

    def _is_divided(self, root: Node, items: list[Item]) -> bool:
        """Whether the first list is one of subsections rather than of items."""
        if not items or items[0].reading.system not in ("arabic", "alpha"):
            return False
        intro = self._text_between(root.body, items[0].label.start)
        if items[0].reading.system == "alpha":  # the titled subsections of a code
            label = items[0].label
            words = self.lines[label.line].text[label.end - self.lines[label.line].start :]
            return not intro and label.bracket == "both" and words[:1].isupper()
        return not intro or not _LIST_FOLLOWS.search(intro)

    def _opens_with_a_note(self, root: Node, items: list[Item], first: int) -> bool:
        """Whether a section's words open with a marginal note over its first subsection."""
        if not items or items[0].reading.system != "arabic" or not items[0].reading.first:
            return False
        line = items[0].label.line
        if line == first or root.body != self.lines[first].start:
            return False
        group = headings_above(self.lines, line, first - 1, self.words)
        return bool(group) and group[0].first == first

    def _text_between(self, start: int, end: int) -> str:
        """The law's words between two offsets, headings and furniture left out."""
        parts = []
        for i in range(self._line_at(start), len(self.lines)):
            line = self.lines[i]
            if line.start >= end:
                break
            if not (line.heading or line.furniture):
                parts.append(line.text[max(0, start - line.start) : max(0, end - line.start)])
        return " ".join(part for part in parts if part).strip()

    def _line_at(self, offset: int) -> int:
        """The first line that ends behind the offset."""
        return bisect_right(self.line_ends, offset)

    def _notes_above(self, items: list[Item], floor: int) -> dict[int, str]:
        """Marginal notes above subsections and below line ``floor``, by the subsection's line."""
        notes: dict[int, str] = {}
        for item in items:
            line = item.label.line
            if item.depth == 0 and line > floor and item.label.start == self.lines[line].start:
                group = headings_above(self.lines, line, floor, self.words)
                for heading in group:
                    mark_heading(self.lines, heading)
                if group:
                    notes[line] = group[-1].text
            floor = line
        return notes

    def _child(self, parent: Node, item: Item, word: str) -> Node:
        label = item.label
        if item.reading.system == "dash":
            place = 1 + sum(child.word == "indent" for child in parent.children)
            number, bare = f"{parent.number} indent {place}", ""
        else:
            shown = label.printed if label.bracket == "both" else f"({label.text})"
            bare = shown.replace("*", "")
            number = f"{parent.number}{bare}"
        eid = self.eids.take(parent.eid, ELEMENTS[word], bare)
        heading, body = "", label.end
        if behind := heading_behind_label(self.lines, label.line, label.end, self.words):
            heading, body = behind
        return Node(word, number, label.printed, eid, label.start, body, parent.end, heading)

    def _trim_ends(self, root: Node) -> None:
        """Let each provision end with its own last word, before headings and furniture."""
        for provision in root.walk():
            provision.end = self._last_word(provision.body, provision.end)
            if provision.children:
                provision.own_stop = self._last_word(provision.body, provision.children[0].start)

    def _last_word(self, body: int, end: int) -> int:
        """Where the law's own words end in a stretch, at its end where it has none."""
        i = self._line_at(end - 1) if end > body else -1
        while i >= 0 and (
            self.lines[i].start >= end
            or (self.lines[i].start >= body and (self.lines[i].heading or self.lines[i].furniture))
        ):
            i -= 1
        return max(body, min(end, self.lines[i].end)) if i >= 0 else end

    # Definitions

    def _find_definitions(self, root: Node, first: int, end: int) -> None:
        for scope in [root, *root.children]:
            if scope.word not in (*UNITS, "subsection", "paragraph"):
                continue
            if scope.children and scope.children[0].word == "subsection":
                continue
            lead_in = self._text_between(scope.body, self._lead_in_end(scope))
            if introduces_definitions(lead_in, scope.heading or root.heading, self.words):
                self._split_definitions(scope)
                self._name_listed_definitions(scope)

    def _name_listed_definitions(self, scope: Node) -> None:
        """Definitions that are items of a list: ``(a) ‘return’ means ...``."""
        listed = [child for child in scope.children if child.word != "definition"]
        defining = [child for child in listed if self._defined_term(child)]
        if len(listed) > 1 and len(defining) >= 0.6 * len(listed):
            for child in listed:
                child.word = "definition"

    def _defined_term(self, node: Node) -> str | None:
        return defined_term(self._text_between(node.body, node.own_end()), self.words)

    def _lead_in_end(self, scope: Node) -> int:
        """Where the first paragraph of a provision ends."""
        i = self._line_at(scope.body)
        while (
            i + 1 < len(self.lines)
            and self.lines[i + 1].soft
            and not self._ends_sentence_above(i + 1)
        ):
            i += 1
        return min(self.lines[i].end, scope.own_end()) if i < len(self.lines) else scope.own_end()

    def _ends_sentence_above(self, i: int) -> bool:
        """Whether the line above line ``i`` could end a sentence, though the break was forced."""
        above = self.lines[i - 1].text
        return above[-1] in '.;)]”"' and ends_paragraph(above, self.words)

    def _split_definitions(self, scope: Node) -> None:
        """Make a child of each paragraph that defines a term; lists below go under their term."""
        labelled = {child.start for child in scope.walk() if child is not scope}
        terms: list[Node] = []
        first = self._line_at(scope.body)
        for i in range(first, len(self.lines)):
            line = self.lines[i]
            if line.start >= scope.end:
                break
            start = max(line.start, scope.body)
            if line.heading or line.furniture or line.start in labelled:
                continue
            if line.soft and not self._ends_sentence_above(i):
                continue
            term = defined_term(line.text[start - line.start :], self.words)
            if term and (start > scope.body or not self.lines[i].text.endswith((":", "—"))):
                number = f"{scope.number} “{term}”"
                eid = self.eids.take(scope.eid, ELEMENTS["definition"])
                terms.append(Node("definition", number, "", eid, start, start, scope.end))
        if terms and (len(terms) > 1 or terms[0].start > scope.body):
            _adopt(scope, terms)
            _close(scope)
            self._trim_ends(scope)


def _close(provision: Node) -> None:
    """Let each child end where the next one begins."""
    end = provision.end
    for child in reversed(provision.children):
        child.end = end
        end = child.start
        _close(child)


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
