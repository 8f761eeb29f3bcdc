"""What grows under a section: subsections, lists, marginal notes and definitions."""

from __future__ import annotations

from annotator.eids import ELEMENTS, EidRegister
from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.numbering import BULLETS
from annotator.segmenter.inside.definitions import Definitions
from annotator.segmenter.inside.item_titles import find_item_titles
from annotator.segmenter.inside.labels import SIGN, find_labels
from annotator.segmenter.inside.line_index import LineIndex
from annotator.segmenter.inside.lists import Item, arrange
from annotator.segmenter.inside.node import Node, close_children
from annotator.segmenter.lines.headings import HeadingLines, headings_above
from annotator.segmenter.lines.lines import Line
from annotator.segmenter.lines.titles_before_words import heading_behind_label

#: What the levels below a section, and below an article, are called.
_SECTION_LEVELS = ("subsection", "paragraph", "subparagraph", "clause", "subclause", "item")
_ARTICLE_LEVELS = ("paragraph", "point", "point", "indent")
#: The same below a paragraph of a schedule.
_PARAGRAPH_LEVELS = ("subparagraph", "item", "item", "item")
_LEVELS = {"Article": _ARTICLE_LEVELS, "paragraph": _PARAGRAPH_LEVELS}
#: What stands where a first subsection has no words of its own: the labels behind it, asterisks.
_WITHOUT_WORDS = expression(r"^(?:\(\w{1,5}\)\s*|\d{1,2}\.\s+|[*.…]\s*)+")
_LONGEST_LABELS = 80
_LIST_FOLLOWS = expression(r"[^.;!?)\]”\"]$")


def levels_below(word: str) -> tuple[str, ...]:
    """What the levels below a unit are called, by the unit's word."""
    return _LEVELS.get(word, _SECTION_LEVELS)


def mark_heading(lines: list[Line], heading: HeadingLines) -> None:
    """Set ``heading`` on the lines of a heading."""
    for i in range(heading.first, heading.last + 1):
        lines[i].heading = True


class Grower:
    """Hangs the lower levels under sections and articles, one after another."""

    def __init__(self, lines: list[Line], eids: EidRegister, words: StructureWords) -> None:
        self.lines = lines
        self.index = LineIndex(lines)
        self.eids = eids
        self.words = words
        self.definitions = Definitions(self.index, eids, words)

    def grow(self, root: Node, first: int, end: int) -> None:
        """Hang subsections, lists and definitions under a section.

        Args:
            root: the section or article, with its own offsets set.
            first: index of the line in which its words begin.
            end: index of the line after its last.
        """
        lines = self.lines
        for line in lines[first:end]:  # its bullet is no item's
            if line.text[0] in BULLETS and self.words.headings.label.match(line.text):
                line.heading = True
        unmarked = root.word == "Article" and "," not in root.number  # of a treaty, not its copy
        labels = find_labels(lines, first, end, root.body, self.words, unmarked=unmarked)
        items = arrange(labels)
        levels = levels_below(root.word)
        floor = first - 1 if self._opens_with_a_note(root, items, first) else first
        divided = floor < first or self._is_divided(root, items)
        signed = next((item.label.start for item in items if item.label.bracket == SIGN), None)
        notes = self._notes_above(items, floor) if divided else {}
        stack = [root]
        for item in items:
            depth = item.depth
            while len(stack) > depth + 1:
                stack.pop()
            parent = stack[-1]
            # What stands above "§ 1" is a list of the article's own words.
            within = divided if signed is None else item.label.start >= signed
            offset = 0 if within else 1
            word = levels[min(depth + offset, len(levels) - 1)]
            if item.reading.system == "dash":
                word = "indent"
            child = self._child(parent, item, word)
            note = notes.get(item.label.line) if depth == 0 else None
            child.heading = note or child.heading
            parent.children.append(child)
            stack.append(child)
        close_children(root)
        self.index.trim(root, self.words.notes)
        find_item_titles(root, self.index, self.words)
        self.definitions.find(root)

    def _is_divided(self, root: Node, items: list[Item]) -> bool:
        """Whether the first list is one of subsections rather than of items."""
        if not items or items[0].reading.system == "dash":
            return False
        intro = self.index.words(root.body, items[0].label.start)
        if items[0].reading.system != "arabic":  # the titled subsections of a code; those of rules
            label = items[0].label
            words = self.index.words(label.end, min(label.end + _LONGEST_LABELS, root.end))
            words = _WITHOUT_WORDS.sub("", words)
            system = items[0].reading.system
            lettered = system == "ALPHA" or (
                system == "alpha" and (label.bracket == "both" or root.word == "Article")
            )
            titled = root.heading and items[0].reading.first
            titled = titled or self._are_sentences(root, items)
            return not intro and bool(lettered or titled) and words[:1].isupper()
        return not intro or not (_LIST_FOLLOWS.search(intro) or self._defines(root, items[0]))

    def _defines(self, root: Node, item: Item) -> bool:
        """Whether an item defines a term: "The definitions below apply. (1) “Inn” means"."""
        end = min(item.label.end + _LONGEST_LABELS, root.end)
        return self.words.sure_term.match(self.index.words(item.label.end, end)) is not None

    def _are_sentences(self, root: Node, items: list[Item]) -> bool:
        """Whether the first of an article's lettered paragraphs is a whole sentence.

        Or that of a section's letters before stops, as in New Jersey: "1. a. No person shall".
        """
        stopped = root.word == "Article" or items[0].label.bracket == "dot"
        if not stopped or not items[0].reading.first:
            return False
        later = (item.label.start for item in items[1:] if item.depth == 0)
        words = self.index.words(items[0].label.end, next(later, root.end))
        return words[-1:] == "." and self.words.finite.search(words) is not None

    def _opens_with_a_note(self, root: Node, items: list[Item], first: int) -> bool:
        """Whether a section's words open with a marginal note over its first subsection."""
        if not items or items[0].reading.system != "arabic" or not items[0].reading.first:
            return False
        line, start = items[0].label.line, items[0].label.start
        if line == first or root.body != self.lines[first].start:
            return False
        if start != self.lines[line].start:  # "shall name: 1° the ship", run on and wrapped
            return False
        group = headings_above(self.lines, line, first - 1, self.words)
        return bool(group) and group[0].first == first

    def _notes_above(self, items: list[Item], floor: int) -> dict[int, str]:
        """Marginal notes above subsections and below line ``floor``, by the subsection's line."""
        notes: dict[int, str] = {}
        for item in items:
            line = item.label.line
            opens = item.depth == 0 and item.label.start == self.lines[line].start
            if opens and self.lines[line].note:
                notes[line] = self.lines[line].note
            elif opens and line > floor:
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
