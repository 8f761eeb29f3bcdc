"""What grows under a section: subsections, lists, marginal notes and definitions."""

from __future__ import annotations

import re
from bisect import bisect_right

from annotator.numbering import EidRegister
from annotator.segmenter.definitions import defined_term, introduces_definitions
from annotator.segmenter.headings import Heading, headings_above
from annotator.segmenter.lines import Line, ends_paragraph
from annotator.segmenter.lists import Item, arrange, find_labels
from annotator.segmenter.provision import Provision

#: Names of the levels below a section, and below an article, with the eId's short name for each.
_SECTION_LEVELS = (
    ("subsection", "subsec"), ("paragraph", "para"), ("subparagraph", "subpara"),
    ("clause", "cl"), ("subclause", "subcl"), ("item", "item"),
)  # fmt: skip
_ARTICLE_LEVELS = (
    ("paragraph", "para"), ("point", "point"), ("subpoint", "point"), ("indent", "indent"),
    ("indent", "indent"), ("indent", "indent"),
)  # fmt: skip
_LIST_FOLLOWS = re.compile(r"[^.;!?)\]”\"]$")


def mark_heading(lines: list[Line], heading: Heading) -> None:
    """Set ``heading`` on the lines of a heading."""
    for i in range(heading.first, heading.last + 1):
        lines[i].heading = True


class Grower:
    """Hangs the lower levels under sections and articles, one after another."""

    def __init__(self, lines: list[Line], eids: EidRegister) -> None:
        self.lines = lines
        self.line_ends = [line.end for line in lines]
        self.eids = eids

    def grow(self, root: Provision, first: int, end: int, *, articles: bool) -> None:
        """Hang subsections, lists and definitions under a section.

        Args:
            root: the section or article, with its own offsets set.
            first: index of the line in which its words begin.
            end: index of the line after its last.
            articles: whether levels are named as below an article rather than a section.
        """
        lines = self.lines
        labels = find_labels(lines, first, end, root.body)
        items = arrange(labels)
        levels = _ARTICLE_LEVELS if articles else _SECTION_LEVELS
        divided = self._is_divided(root, items)
        offset = 0 if divided else 1
        notes = self._notes_above(items, first) if divided else {}
        stack = [root]
        for item in items:
            depth = item.depth
            while len(stack) > depth + 1:
                stack.pop()
            parent = stack[-1]
            level, element = levels[min(depth + offset, len(levels) - 1)]
            if item.reading.system == "dash":
                level = element = "indent"
            child = self._child(parent, item, level, element)
            note = notes.get(item.label.line) if depth == 0 else None
            child.heading = note or ""
            parent.children.append(child)
            stack.append(child)
        _close(root)
        self._trim_ends(root)
        self._find_definitions(root, first, end)

    def _is_divided(self, root: Provision, items: list[Item]) -> bool:
        """Whether the first list is one of subsections rather than of items."""
        if not items or items[0].reading.system not in ("arabic", "alpha"):
            return False
        intro = self._text_between(root.body, items[0].label.start)
        if items[0].reading.system == "alpha":  # the titled subsections of a code
            line = self.lines[items[0].label.line].text
            return not intro and re.match(r"\(a\) [A-Z]", line) is not None
        return not intro or not _LIST_FOLLOWS.search(intro)

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

    def _notes_above(self, items: list[Item], first: int) -> dict[int, str]:
        """Marginal notes above subsections, by the line of the subsection."""
        notes: dict[int, str] = {}
        floor = first
        for item in items:
            line = item.label.line
            if item.depth == 0 and line > floor and item.label.start == self.lines[line].start:
                group = headings_above(self.lines, line, floor)
                for heading in group:
                    mark_heading(self.lines, heading)
                if group:
                    notes[line] = group[-1].text
            floor = line
        return notes

    def _child(self, parent: Provision, item: Item, level: str, element: str) -> Provision:
        label = item.label
        if item.reading.system == "dash":
            place = 1 + sum(child.level == "indent" for child in parent.children)
            number, eid_label = f"{parent.number} indent {place}", str(place)
        else:
            shown = label.printed if label.bracket == "both" else f"({label.text})"
            number, eid_label = f"{parent.number}{shown.replace('*', '')}", label.text
        return Provision(
            level, number, label.printed, self.eids.take(parent.eid, element, eid_label),
            label.start, label.end, parent.end, parent=parent,
        )  # fmt: skip

    def _trim_ends(self, root: Provision) -> None:
        """Let each provision end with its own last word, before headings and furniture."""
        for provision in root.walk():
            i = self._line_at(provision.end - 1) if provision.end > provision.body else -1
            while i >= 0 and (
                self.lines[i].start >= provision.end
                or (self.lines[i].start >= provision.body
                    and (self.lines[i].heading or self.lines[i].furniture))
            ):  # fmt: skip
                i -= 1
            if i >= 0:
                provision.end = max(provision.body, min(provision.end, self.lines[i].end))

    # Definitions

    def _find_definitions(self, root: Provision, first: int, end: int) -> None:
        for scope in [root, *root.children]:
            if scope.level not in (
                "section",
                "article",
                "regulation",
                "rule",
                "subsection",
                "paragraph",
            ):
                continue
            if scope.children and scope.children[0].level in ("subsection",):
                continue
            lead_in = self._text_between(scope.body, self._lead_in_end(scope))
            if introduces_definitions(lead_in, scope.heading or root.heading):
                self._split_definitions(scope)
                self._name_listed_definitions(scope)

    def _name_listed_definitions(self, scope: Provision) -> None:
        """Definitions that are items of a list: ``(a) ‘return’ means ...``."""
        listed = [child for child in scope.children if child.level != "definition"]
        defining = [child for child in listed
                    if defined_term(self._text_between(child.body, child.own_end()))]  # fmt: skip
        if len(listed) > 1 and len(defining) >= 0.6 * len(listed):
            for child in listed:
                child.level = "definition"

    def _lead_in_end(self, scope: Provision) -> int:
        """Where the first paragraph of a provision ends."""
        i = self._line_at(scope.body)
        while (
            i + 1 < len(self.lines)
            and self.lines[i + 1].soft
            and not _ends_sentence_above(self.lines, i + 1)
        ):
            i += 1
        return min(self.lines[i].end, scope.own_end()) if i < len(self.lines) else scope.own_end()

    def _split_definitions(self, scope: Provision) -> None:
        """Make a child of each paragraph that defines a term; lists below go under their term."""
        labelled = {child.start for child in scope.walk() if child is not scope}
        terms: list[Provision] = []
        first = self._line_at(scope.body)
        for i in range(first, len(self.lines)):
            line = self.lines[i]
            if line.start >= scope.end:
                break
            start = max(line.start, scope.body)
            if line.heading or line.furniture or line.start in labelled:
                continue
            if line.soft and not _ends_sentence_above(self.lines, i):
                continue
            term = defined_term(line.text[start - line.start :])
            if term and (start > scope.body or not self.lines[i].text.endswith((":", "—"))):
                place = len(terms) + 1
                number = f"{scope.number} “{term}”"
                eid = self.eids.take(scope.eid, "def", str(place))
                terms.append(
                    Provision("definition", number, "", eid, start, start, scope.end, parent=scope)
                )
        if terms and (len(terms) > 1 or terms[0].start > scope.body):
            _adopt(scope, terms)
            _close(scope)
            self._trim_ends(scope)


def _ends_sentence_above(lines: list[Line], i: int) -> bool:
    """Whether the line above line ``i`` could end a sentence, though the width forced the break."""
    return lines[i - 1].text[-1] in '.;)]”"' and ends_paragraph(lines[i - 1].text)


def _close(provision: Provision) -> None:
    """Let each child end where the next one begins."""
    end = provision.end
    for child in reversed(provision.children):
        child.end = end
        end = child.start
        _close(child)


def _adopt(scope: Provision, terms: list[Provision]) -> None:
    """Put the scope's lists under the terms that they stand behind."""
    kept = [child for child in scope.children if child.start < terms[0].start]
    for child in scope.children[len(kept) :]:
        owner = [term for term in terms if term.start <= child.start][-1]
        child.parent = owner
        owner.children.append(child)
    scope.children = [*kept, *terms]
