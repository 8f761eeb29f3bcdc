"""The tree of provisions: from parts and schedules down to the last indent."""

from __future__ import annotations

from annotator.eids import ELEMENTS, EidRegister
from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.segmenter.inside.node import Node
from annotator.segmenter.inside.subdivisions import Grower, mark_heading
from annotator.segmenter.lines.headings import (
    HeadingLines,
    headings_above,
    looks_like_heading,
    words_of,
)
from annotator.segmenter.lines.lines import Line
from annotator.segmenter.lines.openers import (
    SUPPLEMENT,
    Container,
    Skeleton,
    Unit,
    name_of,
    only_names,
)
from annotator.segmenter.lines.unit_heads import keyword
from annotator.segmenter.sections import law_titles
from annotator.segmenter.sections.containers import is_note_of_an_attachment
from annotator.segmenter.sections.contexts import contexts_of
from annotator.segmenter.sections.heading_habits import (
    counted_titles,
    drop_sentences,
    titles_by_habit,
)
from annotator.segmenter.sections.titles import find_titles
from annotator.segmenter.tree.container_titles import (
    attachment_title,
    has_words,
    is_noted,
    part_title,
)
from annotator.segmenter.tree.dictionaries import grow_dictionary

_FORM = ELEMENTS["Form"]
_NUMBERED = expression(r"(?:[IVXLC]{1,6}|[A-Z]|\d{1,3})\.\s+[A-Z]|§\s?\d")
#: The title of a part whose line is no longer goes on in no other.
_FULL = 40
#: In a law of no more sections it tells nothing that none but the first bears a heading.
_FEW = 3


def build_tree(lines: list[Line], skeleton: Skeleton, words: StructureWords) -> list[Node]:
    """Make the provisions of a law; lines that are headings are marked so on the way.

    Returns:
        the outermost: parts and schedules, sections and articles that stand in none.
    """
    return _Builder(lines, skeleton, words).build()


class _Builder:
    """Walks the openers (units and containers) in text order and keeps what stands above them."""

    def __init__(self, lines: list[Line], skeleton: Skeleton, words: StructureWords) -> None:
        self.lines = lines
        self.words = words
        self.openers: list[Unit | Container] = sorted(
            [*skeleton.units, *skeleton.containers], key=lambda opener: opener.line
        )
        self.opener_lines = {opener.line for opener in self.openers}
        self.titles = find_titles(lines, self.openers, words, skeleton.titles)
        self.eids = EidRegister()
        self.grower = Grower(lines, self.eids, words)
        self.contexts = contexts_of(self.openers)
        self.resumed = skeleton.resumed
        self.titles_over = skeleton.titles
        #: The line of the schedule that is open; -1 in the body of the law.
        self.region = -1
        self.roots: list[Node] = []
        #: The parts and schedules that are open, outermost first.
        self.open: list[Node] = []
        self.cross_headings: tuple[str, ...] = ()
        self.above: list[list[HeadingLines]] = []
        self.tight_notes = False
        self.few_bear_headings = self.most_bear_headings = False

    def build(self) -> list[Node]:
        """The outermost provisions, each with all that it holds."""
        for title in self.titles.values():
            for i in range(title.first, title.last + 1):
                self.lines[i].heading = True
        self._find_headings()
        for k, opener in enumerate(self.openers):
            self._give_back_last_words(k, opener)
            end = self._end_line(k)
            self._go_on_with_the_body(opener.line)
            if isinstance(opener, Container):
                self._enter(opener, k, end)
            else:
                if self.open and self.open[-1].number.startswith(f"{opener.word} "):
                    del self.open[-1]  # sections stand in one article, and not in the next
                self._hang(self._unit(opener, k, end))
        return self.roots

    def _find_headings(self) -> None:
        floor = -1
        for opener in self.openers:
            below = opener.line + 1
            short = isinstance(opener, Container) and len(self.lines[opener.line].text) <= _FULL
            if short and below < len(self.lines):
                self.lines[below].soft = False
        known = counted_titles(self.lines, self.openers)
        known |= titles_by_habit(self.lines, self.openers, self.words)
        for opener in self.openers:
            group = headings_above(self.lines, opener.line, floor, self.words, known)
            for heading in group:
                mark_heading(self.lines, heading)
            title = self.titles_over.get(opener.line)
            if title and group and group[-1].text.rstrip(".").endswith(title):
                del group[-1]  # with its number: "Article 5. Visas"
                if group and group[-1].text != title and keyword(group[-1].text, self.words):
                    del group[-1]  # or above it
            self.above.append(group)
            floor = self._last_reserved(opener)
        drop_sentences(self.lines, self.openers, self.above)
        if self.above and self.above[0]:
            law_titles.drop_law_title(self.lines, self.above[0], self.words)
        if len(self.openers) > _FEW and self.above[0] and not any(self.above[1:]):
            law_titles.drop_lone_heading(self.lines, self.above[0], self.words)
        noted = [group[-1].gap_below for group, opener in zip(self.above, self.openers, strict=True)
                 if group and isinstance(opener, Unit) and not opener.named]  # fmt: skip
        self.tight_notes = 2 * noted.count(False) >= len(noted)
        untitled = [k for k, opener in enumerate(self.openers)
                    if isinstance(opener, Unit) and opener.line not in self.titles]  # fmt: skip
        bearing = sum(bool(self.above[k]) for k in untitled)
        self.few_bear_headings = 2 * bearing <= len(untitled)
        self.most_bear_headings = len(untitled) > 1 and not self.few_bear_headings

    def _last_reserved(self, opener: Unit | Container) -> int:
        """The last line that cannot be a heading of what follows: a unit keeps title and words."""
        line = opener.line
        title = self.titles.get(line)
        if title:
            return title.body_line
        if isinstance(opener, Container):
            return line
        if rest := self.lines[line].text[opener.rest :]:
            below = min(line + 1, len(self.lines) - 1)
            unfinished = rest[-1].isalpha() and self.lines[below].text[-1] == "."
            return below if unfinished and below not in self.opener_lines else line
        paragraphs = 0
        for i in range(line + 1, min(line + 12, len(self.lines))):
            if i in self.opener_lines:  # one paragraph alone is its words, if it is a sentence
                above = self.lines[i - 1].text
                whole = above[-1] in ".;:" or self.words.repealed.match(above)
                return i - 1 if paragraphs and whole else line
            if not self.lines[i].soft and not self.lines[i].furniture:
                paragraphs += 1
                if paragraphs == 2:  # the words below a title, or the next one's title
                    said = self.lines[i - 1].text[-1] == "." and self.lines[i].text[-1].isalnum()
                    return i - (said and i + 1 in self.opener_lines)
                last = self._last_of_paragraph(i)
                text = words_of(self.lines, i, last)
                if text[-1:] == "." and not looks_like_heading(text, self.words):
                    return last
        return line

    def _last_of_paragraph(self, i: int) -> int:
        while i + 1 < len(self.lines) and self.lines[i + 1].soft:
            i += 1
        return i

    def _end_line(self, k: int) -> int:
        """The line after the last of opener ``k``: where the next one's headings begin."""
        if k + 1 == len(self.openers):
            return len(self.lines)
        group = self.above[k + 1]
        return group[0].first if group else self.openers[k + 1].line

    def _give_back_last_words(self, k: int, opener: Unit | Container) -> None:
        """Let what looks like a heading above a schedule be words of the schedule over it.

        So it is where that one has others: an oath that ends in "So help me God." So it is of a
        form, whose last line is "Signature".
        """
        between = self.openers[k : k + 2]
        ends = ("att",) if getattr(opener, "element", "") == "att" else ("att", _FORM)
        both = all(isinstance(o, Container) and o.element in ends for o in between)
        group = self.above[k + 1] if both and len(between) > 1 else []
        if not group or any(heading.text.isupper() for heading in group):
            return
        if has_words(self.lines[opener.line + 1 : group[0].first], self.words):
            for heading in group:
                for line in self.lines[heading.first : heading.last + 1]:
                    line.heading = False
            group.clear()

    # Parts, chapters, schedules

    def _enter(self, container: Container, k: int, end: int) -> None:
        """Make the container the innermost one open."""
        last = container.line
        while last + 1 < end and self.lines[last + 1].soft and len(self.lines[last].text) > _FULL:
            last += 1
        mark_heading(self.lines, HeadingLines(container.line, last, "", True))
        title = " ".join(words_of(self.lines, container.line, last).strip("*[] ").split())
        own = f"{self.lines[container.line].text[container.rest :]} "
        own = f"{own}{words_of(self.lines, container.line + 1, last)}".strip(" .:*[]—–-")
        following = self.above[k + 1] if k + 1 < len(self.openers) else []
        label = self.lines[container.line].text[: container.rest]
        # "SCHEDULE Section 6."
        noted = self.words.headings.note_of_a_schedule.fullmatch(own)
        if noted or only_names(title, label, self.words.the):
            below = ""
            if following and self._is_container_title(following, container, k + 1):
                self._set_aside_note(container, last)
                heading = following.pop(0)
                if following and container.element == "att" and self._is_note(heading.text):
                    heading = following.pop(0)
                below, last = heading.text, heading.last
                if following and container.element == "att" and is_noted(below, self.words):
                    heading = following.pop(0)  # "Form", "r 4", "Application for a weir"
                    below, last = f"{below} {heading.text}", heading.last
                while container.element == "att" and following and following[0].text.isupper():
                    heading = following.pop(0)
                    below, last = f"{below} {heading.text}", heading.last
            elif container.element == "att":
                opens = k + 1 < len(self.openers) and self.openers[k + 1]
                holds = isinstance(opens, Unit) or (opens and opens.element != "att")
                below, last = attachment_title(
                    self.lines, last, end if holds else end - 1, self.words
                )
            else:
                below, last = part_title(self.lines, last, end, self.words)
            title, own = f"{title} {below}".strip(), below or own
        elif last + 1 < end:
            self._set_aside_note(container, last)
        self.cross_headings = ()
        law_titles.set_aside_names(container, self.lines[container.line + 1 : end], self.words)
        words = [i for i in range(container.line + 1, end)
                 if not (self.lines[i].furniture or self.lines[i].heading)]  # fmt: skip
        if not words and self._is_open(container):
            return
        self._open(container, title, own, last)
        if words:
            node = self.open[-1]
            node.body, node.own_stop = self.lines[words[0]].start, self.lines[words[-1]].end
            self._end_with(node.own_stop)
            grow_dictionary(node, words[0], end, self.grower, self.words)

    def _is_open(self, container: Container) -> bool:
        """Whether a part is only said again, as codes do above each of their sections."""
        return container.element != "att" and any(
            (node.word, node.number) == (container.word, name_of(container)) for node in self.open
        )

    def _go_on_with_the_body(self, line: int) -> None:
        """Close a schedule inside the body where the body goes on."""
        if self.region in self.resumed and line >= self.resumed[self.region]:
            outer = [ELEMENTS[node.word] for node in self.open]
            del self.open[outer.index("att") :]
            self.region = -1

    def _open(self, container: Container, title: str, own: str, last: int) -> None:
        """Open a part or schedule whose title ends in line ``last``; close those that it ends."""
        element = container.element
        outer = [ELEMENTS[node.word] for node in self.open]
        if element == "att":
            inside = container.line in self.resumed and "att" not in outer
            ends = len(outer) if inside else 0
            self.region = container.line
        else:
            # A part in a schedule ends no part in which the schedule stands.
            inner = outer.index("att") + 1 if "att" in outer else 0
            ends = outer.index(element, inner) if element in outer[inner:] else len(outer)
        del self.open[ends:]
        above = self.open[-1] if self.open else None
        context = above if element != "att" else None
        line = self.lines[container.line]
        body = self.lines[last].end
        node = Node(
            container.word,
            name_of(container),
            label=line.text[: container.rest].strip(),
            eid=self.eids.take(context.eid if context else "", element, container.number),
            start=line.start,
            body=body,
            end=body,
            heading=own,
            path=(*(above.path if above else ()), title),
            own_stop=body,
        )
        self._hang(node)
        self.open.append(node)

    def _hang(self, node: Node) -> None:
        """Put a provision into the innermost part that is open."""
        (self.open[-1].children if self.open else self.roots).append(node)
        self._end_with(node.end)

    def _end_with(self, end: int) -> None:
        """Let the parts that are open reach at least so far."""
        for container in self.open:
            container.end = max(container.end, end)

    def _set_aside_note(self, container: Container, last: int) -> None:
        """Let "(section 4)" between a schedule and its title be no words of it."""
        below = self.lines[last + 1]
        if container.element == "att" and self._is_note(below.text):
            below.heading = True

    def _is_note(self, text: str) -> bool:
        return is_note_of_an_attachment(text, self.words)

    def _is_container_title(self, following: list[HeadingLines], part: Container, k: int) -> bool:
        """Whether the first of the headings above opener ``k`` is the title of the part over it."""
        opener = self.openers[k]
        between = self.lines[part.line + 1 : following[0].first]
        ends = ";" if part.element == "att" else ".;"  # "(Section 4.)" is a schedule's note
        if any(line.text[-1] in ends for line in between):
            return False  # it has words of its own
        if part.word == SUPPLEMENT and self.lines[following[0].first].text[0] in "([":
            return False  # "(Effective Date)" is the first article's
        return (
            isinstance(opener, Container) or opener.named or len(following) > 1
            or following[0].text.isupper() or following[0].gap_below
            or not self._bears_notes(k + 1)
        )  # fmt: skip

    def _bears_notes(self, k: int) -> bool:
        """Whether the second section of a part has a marginal note above it, as the first may."""
        return k < len(self.openers) and bool(self.above[k])

    # Sections and articles

    def _unit(self, unit: Unit, k: int, end: int) -> Node:
        group = list(self.above[k])
        line = self.lines[unit.line]
        behind = self.titles.get(unit.line)
        title = behind.text if behind else ""
        body_line = behind.body_line if behind else unit.line
        body = behind.body if behind else line.start + unit.rest
        note = ""
        if line.note:
            note = line.note
        elif group and not title and self._is_marginal_note(group[-1], unit):
            note = group.pop().text
        if group:
            self.cross_headings = tuple(heading.text for heading in group)
        schedule = self._schedule()
        root = Node(
            unit.word,
            f"{schedule}, {unit.number}" if schedule else unit.number,
            label=unit.label(line.text),
            eid=self.eids.take(self._context(), ELEMENTS[unit.word], unit.number),
            start=line.start,
            body=body,
            end=self._last_offset(unit.line, end, body),
            heading=title or note or self.titles_over.get(unit.line, ""),
            path=(*(self.open[-1].path if self.open else ()), *self.cross_headings),
        )
        self.grower.grow(root, body_line, end)
        return root

    def _schedule(self) -> str:
        """What the number of a paragraph begins with: its schedule, and its part if it needs it."""
        within = [node for node in self.open if ELEMENTS[node.word] == "att"]
        part = self.contexts.get(self.region, "att")
        if within and part != "att":
            within += [node for node in self.open if ELEMENTS[node.word] == part]
        return ", ".join(node.number for node in within)

    def _context(self) -> str:
        """The eId of what makes a section's number unique here: a schedule, or nothing as a rule.

        Where sections are numbered anew in every chapter, it is the chapter.
        """
        contexts = ("att", self.contexts.get(self.region, ""))
        return next(
            (node.eid for node in reversed(self.open) if ELEMENTS[node.word] in contexts), ""
        )

    def _is_marginal_note(self, heading: HeadingLines, unit: Unit) -> bool:
        """Whether a heading belongs to the section below it alone, not to a group of sections."""
        if self.few_bear_headings and (
            heading.text.isupper() or self.words.headings.over_several.match(heading.text)
        ):
            return False
        if _NUMBERED.match(heading.text):  # "II. Records", over several sections
            return False
        if unit.named and self.most_bear_headings:
            return True
        if unit.named:
            return self.tight_notes and not heading.gap_below
        return not (self.tight_notes and heading.gap_below)

    def _last_offset(self, first: int, end: int, least: int) -> int:
        for i in range(end - 1, first - 1, -1):
            line = self.lines[i]
            if not (line.furniture or line.heading):
                return max(line.end, least)
        return least
