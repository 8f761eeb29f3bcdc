"""The tree of provisions: from parts and schedules down to the last indent."""

from __future__ import annotations

import re

from annotator.numbering import EidRegister
from annotator.segmenter.headings import (
    Heading,
    headings_above,
    looks_like_heading,
    run_in_title,
    words_of,
)
from annotator.segmenter.lines import Line
from annotator.segmenter.provision import Provision
from annotator.segmenter.subdivisions import Grower, mark_heading
from annotator.segmenter.units import Container, Skeleton, Unit

_LAW_TITLE = re.compile(
    r"\b(?:act|law|bill|code|regulations?|rules|ordinance|decree|order|convention|directive|protocol|"
    r"agreement|strategy|policy|instruction|statute)\b",
    re.IGNORECASE,
)


def build_tree(lines: list[Line], skeleton: Skeleton) -> list[Provision]:
    """Make the provisions of a law; lines that are headings are marked so on the way."""
    return _Builder(lines, skeleton).build()


class _Builder:
    """Walks the openers (units and containers) in text order and keeps what stands above them."""

    def __init__(self, lines: list[Line], skeleton: Skeleton) -> None:
        self.lines = lines
        self.openers: list[Unit | Container] = sorted(
            [*skeleton.units, *skeleton.containers], key=lambda opener: opener.line
        )
        self.eids = EidRegister()
        self.grower = Grower(lines, self.eids)
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
                mark_heading(self.lines, heading)
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
        mark_heading(self.lines, Heading(container.line, last, "", True))
        title = words_of(self.lines, container.line, last).strip("*[] ")
        following = self.above[k + 1] if k + 1 < len(self.openers) else []
        if _only_names(title, container):
            if following and self._is_container_title(following, k):
                title = f"{title} {following.pop(0).text}"
            elif container.element == "att":
                numbered = k + 1 < len(self.openers) and isinstance(self.openers[k + 1], Unit)
                words = end if numbered else end - 1
                title = f"{title} {self._attachment_title(last + 1, words)}".strip()
        self.cross_headings = ()
        if container.element == "att":
            self.containers = [("att", title)]
            name = " ".join(
                part for part in (container.word.capitalize(), container.number) if part
            )
            self.attachment = (name, self.eids.take("", "att", container.number or "1"))
            return
        open_types = [element for element, _ in self.containers]
        if container.element in open_types:
            del self.containers[open_types.index(container.element) :]
        self.containers.append((container.element, title))

    def _attachment_title(self, first: int, end: int) -> str:
        """The title under "Annex I", and a note such as "(section 4)", above line ``end``."""
        title = ""
        for i in range(first, min(first + 2, end)):
            line = self.lines[i]
            note = line.text[0] == "(" and line.text[-1] == ")" and len(line.text) < 60
            if (
                line.furniture
                or not (note or looks_like_heading(line.text))
                or line.text[-1] == "."
            ):
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
        if group and not title and self._is_marginal_note(group[-1], unit):
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
            level,
            number,
            label=line.text[: unit.rest].strip(),
            eid=self.eids.take(prefix, unit.element, unit.number),
            start=line.start,
            body=body,
            end=self._last_offset(unit.line, end, body),
            heading=title or note,
            path=self._path(),
        )
        self.grower.grow(root, body_line, end, articles=unit.element == "art")
        return root

    def _is_marginal_note(self, heading: Heading, unit: Unit) -> bool:
        """Whether a heading belongs to the section below it alone, not to a group of sections."""
        if unit.word:
            return self.tight_notes and not heading.gap_below
        return not (self.tight_notes and heading.gap_below)

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
        if below.text.startswith(("(1)", "1.", "(1 ")) or re.match(
            r"[—–-]?\(1\)|[FCEIMX]?\d*\[?\(1\)", below.text
        ):
            return True
        if re.match(r"\(a\) [A-Z]", below.text) and named and title[-1] not in ":—–,":
            return True  # the titled subsections of a code
        if re.match(r"\([a-z]\)|[a-z]\)|[–—-]\s", below.text):
            return False  # a lead-in with its list
        opens = below.text[0].isupper() or below.text[0] in '“"‘(['
        return opens and len(title) < 120 and (named or not same_line)


def _only_names(title: str, container: Container) -> bool:
    """Whether "PART 2" or "THE SCHEDULE" stands alone on its line, so that a title may follow."""
    named = {*re.findall(r"\w+", f"the {container.word} {container.number}".lower())}
    words = re.findall(r"\w+", re.sub(r"\([^)]*\)", "", title).lower())
    return named.issuperset(words)
