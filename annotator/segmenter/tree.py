"""The tree of provisions: from parts and schedules down to the last indent."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from annotator.numbering import EidRegister
from annotator.segmenter.definitions import defined_term, introduces_definitions
from annotator.segmenter.headings import (
    Heading,
    headings_above,
    looks_like_heading,
    run_in_title,
    words_of,
)
from annotator.segmenter.lines import Line, ends_paragraph
from annotator.segmenter.lists import Item, arrange, find_labels
from annotator.segmenter.units import Container, Skeleton, Unit

#: Names of the levels below a section, and below an article, with the eId's short name for each.
_SECTION_LEVELS = (
    ("subsection", "subsec"), ("paragraph", "para"), ("subparagraph", "subpara"),
    ("clause", "cl"), ("subclause", "subcl"), ("item", "item"),
)  # fmt: skip
_ARTICLE_LEVELS = (
    ("paragraph", "para"), ("point", "point"), ("subpoint", "point"), ("indent", "indent"),
    ("indent", "indent"), ("indent", "indent"),
)  # fmt: skip
_LAW_TITLE = re.compile(
    r"\b(?:act|law|bill|code|regulations?|rules|ordinance|decree|order|convention|directive|protocol|"
    r"agreement|strategy|policy|instruction|statute)\b",
    re.IGNORECASE,
)
_LIST_FOLLOWS = re.compile(r"[^.;!?)\]”\"]$")


@dataclass(slots=True)
class Provision:
    """A node of the tree.

    ``[start, end)`` is the whole provision with its number, ``body`` the offset of its first word.
    ``number`` is as cited, ``label`` as printed. ``level`` is ``section``, ``article``,
    ``subsection``, ``paragraph`` ... ``definition``, or ``attachment``.
    """

    level: str
    number: str
    label: str
    eid: str
    start: int
    body: int
    end: int
    heading: str = ""
    path: tuple[str, ...] = ()
    parent: Provision | None = None
    children: list[Provision] = field(default_factory=list)

    def walk(self) -> Iterator[Provision]:
        """This provision and all below it, in text order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def own_end(self) -> int:
        """Where its own words end: at its first child, or at its end."""
        return self.children[0].start if self.children else self.end


def build_tree(lines: list[Line], skeleton: Skeleton) -> list[Provision]:
    """Make the provisions of a law; lines that are headings are marked so on the way."""
    return _Builder(lines, skeleton).build()


class _Builder:
    """Walks the openers (units and containers) in text order and keeps what stands above them."""

    def __init__(self, lines: list[Line], skeleton: Skeleton) -> None:
        self.lines = lines
        self.line_ends = [line.end for line in lines]
        self.openers: list[Unit | Container] = sorted(
            [*skeleton.units, *skeleton.containers], key=lambda opener: opener.line
        )
        self.eids = EidRegister()
        self.containers: list[tuple[str, str]] = []
        self.attachment = ("", "")
        self.cross_headings: tuple[str, ...] = ()
        self.above: list[list[Heading]] = []
        self.tight_notes = False

    def build(self) -> list[Provision]:
        """All units, and the attachments whose text has no numbered provision."""
        self._find_headings()
        provisions: list[Provision] = []
        for k, opener in enumerate(self.openers):
            end = self._end_line(k)
            if isinstance(opener, Container):
                self._enter(opener, k, end)
                provisions += self._unnumbered(opener, k, end)
            else:
                provisions.append(self._unit(opener, k, end))
        return provisions

    def _find_headings(self) -> None:
        floor = -1
        for opener in self.openers:
            group = headings_above(self.lines, opener.line, floor)
            self.above.append(group)
            for heading in group:
                self._mark(heading)
            floor = self._last_reserved(opener)
        if self.above and self.above[0]:
            self._drop_law_title(self.above[0])
        noted = [group[-1].gap_below for group, opener in zip(self.above, self.openers, strict=True)
                 if group and isinstance(opener, Unit) and not opener.word]  # fmt: skip
        self.tight_notes = 2 * noted.count(False) >= len(noted)

    def _last_reserved(self, opener: Unit | Container) -> int:
        """The last line that cannot be a heading of what follows: a unit keeps title and words."""
        line = opener.line
        if isinstance(opener, Container) or self.lines[line].text[opener.rest :]:
            return line
        paragraphs = 0
        for i in range(line + 1, min(line + 12, len(self.lines))):
            if not self.lines[i].soft and not self.lines[i].furniture:
                paragraphs += 1
                if paragraphs == 2:
                    return i if not self._opens_unit(i) else line
        return line

    def _opens_unit(self, i: int) -> bool:
        return any(opener.line == i for opener in self.openers)

    def _drop_law_title(self, group: list[Heading]) -> None:
        """The law's own title is over all of it, and so over no section."""
        first = next((i for i, line in enumerate(self.lines) if not line.furniture), 0)
        if group[0].first == first and (len(group) > 1 or _LAW_TITLE.search(group[0].text)):
            del group[0]

    def _mark(self, heading: Heading) -> None:
        for i in range(heading.first, heading.last + 1):
            self.lines[i].heading = True

    def _end_line(self, k: int) -> int:
        """The line after the last of opener ``k``: where the next one's headings begin."""
        if k + 1 == len(self.openers):
            return len(self.lines)
        group = self.above[k + 1]
        return group[0].first if group else self.openers[k + 1].line

    # Parts, chapters, schedules

    def _enter(self, container: Container, k: int, end: int) -> None:
        """Make the container the innermost one open."""
        last = container.line
        while last + 1 < end and self.lines[last + 1].soft and len(self.lines[last].text) > 40:
            last += 1
        self._mark(Heading(container.line, last, "", True))
        title = words_of(self.lines, container.line, last).strip("*[] ")
        following = self.above[k + 1] if k + 1 < len(self.openers) else []
        if len(title.split()) <= 3:
            if following and self._is_container_title(following, k):
                title = f"{title} {following.pop(0).text}"
            elif container.element == "att":
                title = f"{title} {self._attachment_title(last + 1, end)}".strip()
        self.cross_headings = ()
        if container.element == "att":
            self.containers = [("att", title)]
            name = " ".join(part for part in (container.word.capitalize(), container.number) if part)
            self.attachment = (name, self.eids.take("", "att", container.number or "1"))
            return
        open_types = [element for element, _ in self.containers]
        if container.element in open_types:
            del self.containers[open_types.index(container.element) :]
        self.containers.append((container.element, title))

    def _attachment_title(self, first: int, end: int) -> str:
        """The title under "Annex I", and a note such as "(section 4)", where they stand there."""
        title = ""
        for i in range(first, min(first + 2, end - 1)):
            line = self.lines[i]
            note = line.text[0] == "(" and line.text[-1] == ")" and len(line.text) < 60
            if line.furniture or not (note or looks_like_heading(line.text)) or line.text[-1] == ".":
                break
            line.heading = True
            title = title if note else line.text
        return title

    def _is_container_title(self, following: list[Heading], k: int) -> bool:
        opener = self.openers[k + 1]
        return (
            isinstance(opener, Container) or bool(opener.word) or len(following) > 1
            or following[0].text.isupper() or following[0].gap_below
        )  # fmt: skip

    def _path(self) -> tuple[str, ...]:
        return (*(title for _, title in self.containers), *self.cross_headings)

    def _unnumbered(self, container: Container, k: int, end: int) -> list[Provision]:
        """The text of a schedule that stands under no number, as one provision."""
        body = [line for line in self.lines[container.line + 1 : end]
                if not (line.furniture or line.heading)]  # fmt: skip
        if not body:
            return []
        if container.element == "att":
            number, eid = self.attachment
        else:
            number = f"{container.word.capitalize()} {container.number}"
            eid = self.eids.take("", container.element, container.number)
        return [Provision("attachment", number, "", eid, body[0].start, body[0].start, body[-1].end,
                          path=self._path())]  # fmt: skip

    # Sections and articles

    def _unit(self, unit: Unit, k: int, end: int) -> Provision:
        group = list(self.above[k])
        body_line, body, title = self._title_behind(unit, end)
        note = ""
        if group and not title and not unit.word and not (self.tight_notes and group[-1].gap_below):
            note = group.pop().text
        elif group and not title and unit.word and not group[-1].gap_below and self.tight_notes:
            note = group.pop().text
        if group:
            self.cross_headings = tuple(heading.text for heading in group)
        number, prefix = unit.number, ""
        if self.containers and self.containers[0][0] == "att":
            name, prefix = self.attachment
            number = f"{name}, {number}"
        line = self.lines[unit.line]
        level = {"art": "article", "rule": "rule", "reg": "regulation"}.get(unit.element, "section")
        root = Provision(
            level, number, line.text[: unit.rest].strip(), self.eids.take(prefix, unit.element, unit.number),
            line.start, body, self._last_offset(unit.line, end, body), title or note, self._path(),
        )  # fmt: skip
        self._grow(root, body_line, end, articles=unit.element == "art")
        return root

    def _last_offset(self, first: int, end: int, least: int) -> int:
        for i in range(end - 1, first - 1, -1):
            line = self.lines[i]
            if not (line.furniture or line.heading):
                return max(line.end, least)
        return least

    def _title_behind(self, unit: Unit, end: int) -> tuple[int, int, str]:
        """The title behind a unit's number, if any, with the line and offset its words begin at."""
        lines = self.lines
        line = lines[unit.line]
        rest = line.text[unit.rest :]
        run_in = run_in_title(rest)
        if run_in:
            return unit.line, line.start + unit.rest + run_in[1], run_in[0]
        first = unit.line if rest else unit.line + 1
        last = first
        while last + 1 < end and lines[last + 1].soft and not lines[last + 1].furniture:
            last += 1
        if last + 1 >= end:  # nothing would be left for the words
            return unit.line, line.start + unit.rest, ""
        title = rest if rest else lines[first].text
        title = " ".join([title, *(words_of(lines, i, i) for i in range(first + 1, last + 1))])
        if not self._is_title_behind(title, lines[last + 1], bool(unit.word), bool(rest)):
            return unit.line, line.start + unit.rest, ""
        for i in range(first, last + 1):
            lines[i].heading = True
        return last + 1, lines[last + 1].start, title.strip("* ")

    @staticmethod
    def _is_title_behind(title: str, below: Line, named: bool, same_line: bool) -> bool:
        if not looks_like_heading(title):
            return False
        if below.text.startswith(("(1)", "1.", "(1 ")) or re.match(r"[—–-]?\(1\)|[FCEIMX]?\d*\[?\(1\)", below.text):
            return True
        if re.match(r"\(a\) [A-Z]", below.text) and named and title[-1] not in ":—–,":
            return True  # the titled subsections of a code
        if re.match(r"\([a-z]\)|[a-z]\)|[–—-]\s", below.text):
            return False  # a lead-in with its list
        opens = below.text[0].isupper() or below.text[0] in "“\"‘(["
        return opens and len(title) < 120 and (named or not same_line)

    def _grow(self, root: Provision, first: int, end: int, *, articles: bool) -> None:
        """Hang the subsections, lists and definitions under a section."""
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
                    self._mark(heading)
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
            if scope.level not in ("section", "article", "regulation", "rule", "subsection", "paragraph"):
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
        while i + 1 < len(self.lines) and self.lines[i + 1].soft and not ends_paragraph_before(self.lines, i + 1):
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
            if line.soft and not ends_paragraph_before(self.lines, i):
                continue
            term = defined_term(line.text[start - line.start :])
            if term and (start > scope.body or not self.lines[i].text.endswith((":", "—"))):
                place = len(terms) + 1
                terms.append(Provision(
                    "definition", f"{scope.number} “{term}”", "", self.eids.take(scope.eid, "def", str(place)),
                    start, start, scope.end, parent=scope,
                ))  # fmt: skip
        if terms and (len(terms) > 1 or terms[0].start > scope.body):
            _adopt(scope, terms)
            _close(scope)
            self._trim_ends(scope)


def ends_paragraph_before(lines: list[Line], i: int) -> bool:
    """Whether the line above line ``i`` could end a sentence, though the width forced the break."""
    return lines[i - 1].text[-1] in ".;)]”\"" and ends_paragraph(lines[i - 1].text)


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
