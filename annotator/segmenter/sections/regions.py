"""The body of a law and its schedules: each is numbered by itself.

A schedule need not stand at the end. One inside the body ends where the body's numbering goes on:
behind section 7 and a schedule, ``8`` with the section's words is section 8 of the law.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import Counter

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.numbering import unit_key
from annotator.segmenter.lines.lines import Line
from annotator.segmenter.lines.openers import Candidate, Container, Skeleton, Unit
from annotator.segmenter.sections.chain import best_style
from annotator.segmenter.sections.lost_numbers import with_lost_numbers
from annotator.segmenter.sections.mixed_heads import with_others
from annotator.segmenter.sections.nested import without_items
from annotator.segmenter.sections.notices import without_own_schedule
from annotator.segmenter.sections.other_heads import heads_in_schedule
from annotator.segmenter.sections.repeats import join_repeats, titles_over_decimals, with_decimals
from annotator.segmenter.sections.supplements import Supplements

#: What the units of a schedule are called where the law prints no word before their numbers.
_IN_SCHEDULES = "paragraph"
_PLAIN = "section"
_ARTICLE = "Article"
#: So many citations tell what a law calls that before which it prints a bare number.
_LEAST_CITED = 2
_SENTENCE = expression(r"\b(?:[A-Z]\w+|An?|The) [a-z]\w+(?: \w+){2,}[.;]")
#: No schedule begins its numbers so many lines below its heading, above all sections.
_FAR = 6
#: A table names no more schedules than these.
_MOST_LISTED = 40


class Regions:
    """Finds the units of a law, region by region.

    ``keyworded`` ("Article 14") and ``bare`` ("14") are what could open one; ``signed`` ("§ 14")
    what could open one of a series behind the articles.
    """

    def __init__(
        self,
        lines: list[Line],
        keyworded: list[Candidate],
        bare: list[Candidate],
        signed: list[Candidate],
        containers: list[Container],
        words: StructureWords,
        supplements: Supplements,
    ) -> None:
        self.lines = lines
        self.words = words
        self.supplements = supplements
        self.keyworded = _of_the_law(lines, keyworded)
        opened = {container.line for container in containers}
        self.bare = without_items(lines, _of_the_law(lines, bare), opened)
        taken = {unit.line for units in supplements.units.values() for unit in units}
        self.signed = [c for c in _of_the_law(lines, signed) if c.unit.line not in taken]
        self.containers = self._without_listed(containers)
        self.restarts = sorted(container.line for container in self.containers)
        self.containers = without_own_schedule(lines, self.containers, self._units, words)
        self.parts = [c for c in self.containers if c.element != "att"]
        self.restarts = sorted(container.line for container in self.containers)

    def _without_listed(self, containers: list[Container]) -> list[Container]:
        """The containers without a schedule that a title page or a table names above the body."""
        attached = [c for c in containers if c.element == "att"]
        units = sorted(c.unit.line for c in (*self.keyworded, *self.bare))
        listed: set[int] = set()
        for k, schedule in enumerate(attached[:_MOST_LISTED]):
            if units and units[0] < schedule.line:
                break
            after = attached[k + 1 :]
            again = any((c.word, c.number) == (schedule.word, schedule.number) for c in after)
            end = after[0].line if after else len(self.lines)
            holds = [c for c in containers if schedule.line < c.line < end]
            first = next((line for line in units if line > schedule.line), None)
            far = first is not None and first - schedule.line > _FAR
            if again or (first is not None and (len(holds) > 1 or far)):
                listed.add(schedule.line)
        return [c for c in containers if c.line not in listed]

    def skeleton(self) -> Skeleton:
        """The units of the body and of every schedule, with the containers."""
        attachments = [c.line for c in self.containers if c.element == "att"]
        starts = [*attachments, len(self.lines)]
        body = self._units(0, starts[0])
        units, resumed = list(body), dict[int, int]()
        for first, last in itertools.pairwise(starts):
            line = self._where_the_body_goes_on(first, last, body)
            units += self._in_schedule(first, last if line is None else line, body)
            if line is not None:
                body = self._units(line, last)
                units += body
                resumed[first] = line
        kept, titles = titles_over_decimals(
            self.lines,
            with_decimals(self.lines, join_repeats(self.lines, units, self.words), self.words),
            self.words,
        )
        single = [u for u in self.supplements.single if not self.lines[u.line].furniture]
        if single:
            taken = {unit.line for unit in single}
            kept = [unit for unit in kept if unit.line not in taken] + single
            kept.sort(key=lambda unit: unit.line)
        own = self._word_of_its_own(any(unit.named for unit in kept))
        kept = [u if u.named or u.word != _PLAIN else u._replace(word=own) for u in kept]
        return Skeleton(kept, self.containers, resumed, titles)

    def _word_of_its_own(self, names_some: bool) -> str:
        """What a law calls the units before whose numbers it prints no word.

        Regulations speak of *this regulation* in most countries, of *this section* in some; a law
        that cites its articles and prints that word before no number has articles.
        """
        made = next(
            filter(None, (self.words.made_of.search(line.text) for line in self.lines)), None
        )
        if made is None:
            return _ARTICLE if not names_some and self._cites_its_articles() else _PLAIN
        spoken = Counter(
            found["word"].lower()
            for line in self.lines
            for found in self.words.speaks_of.finditer(line.text)
        )
        own = made["word"].lower()
        return own if spoken[own] >= max(1, spoken[_PLAIN]) else _PLAIN

    def _cites_its_articles(self) -> bool:
        """Whether the body cites articles more often than sections, and never *this section*.

        A treaty in a schedule cites its own.
        """
        attached = (c.line for c in self.containers if c.element == "att")
        articles = sections = 0
        for line in self.lines[: next(attached, len(self.lines))]:
            for found in self.words.own_section.finditer(line.text):
                if found["this"]:
                    return False
                sections += 1
            articles += len(self.words.own_article.findall(line.text))
        return articles >= max(_LEAST_CITED, sections + 1)

    def _units(self, first: int, last: int) -> list[Unit]:
        units = best_style(
            _within(self.keyworded, first, last),
            _within(self.bare, first, last),
            self._restarts(first, last),
        )
        others = self.bare if units and units[0].named else self.keyworded
        units = with_others(self.lines, units, _within(others, first, last))
        units = with_lost_numbers(self.lines, units, first, last, self.words)
        signed = _within(self.signed, first, last)
        if not signed:
            return units
        behind = best_style(signed, [], self._restarts(first, last))
        return sorted([*units, *behind], key=lambda unit: unit.line)

    def _restarts(self, first: int, last: int) -> list[int]:
        """The lines in which a part, or the schedule itself, may begin the numbers anew."""
        lines = self.restarts
        return lines[bisect_left(lines, first) : bisect_left(lines, last)]

    def _in_schedule(self, first: int, last: int, body: list[Unit]) -> list[Unit]:
        """The units of a schedule.

        "Section 18" in one is an entry of a table, where the law's own sections are not so called.
        """
        if first in self.supplements.units:
            return self.supplements.units[first]
        named = _within(self.keyworded, first, last)
        if not any(unit.named and unit.word == _PLAIN for unit in body):
            named = [c for c in named if c.unit.word != _PLAIN]
        units = best_style(named, _within(self.bare, first, last), self._restarts(first, last))
        if not units and not any(first < part.line < last for part in self.parts):
            units = heads_in_schedule(self.lines, first, last, self.words)
        return [unit if unit.named else unit._replace(word=_IN_SCHEDULES) for unit in units]

    def _where_the_body_goes_on(self, first: int, last: int, body: list[Unit]) -> int | None:
        """The line, inside the schedule that begins at ``first``, in which the body goes on."""
        if not body:
            return None
        candidates = _within(self.keyworded if body[-1].named else self.bare, first, last)
        next_number = body[-1].until[0] + 1
        counted = {unit.line for unit in self.supplements.units.get(first, ())}
        likely = [c for c in candidates if c.unit.key[0] in (next_number, next_number + 1)]
        likely = [c for c in likely if c.unit.line not in counted]
        for candidate in likely[:4]:
            line = candidate.unit.line
            own = self._in_schedule(first, line, body)
            begins = self._part_before(first, own[-1].line if own else first, line)
            follows_its_own = own and own[-1].until[0] == candidate.unit.key[0] - 1
            if candidate.unit.word != body[-1].word or (follows_its_own and begins is None):
                continue
            if self._reads_as_law(self._units(line, last), line, next_number):
                return line if begins is None else begins
        return None

    def _part_before(self, first: int, above: int, line: int) -> int | None:
        """Where a part opens that goes on with those before the schedule, not with its own."""
        parts = self.parts
        between = [c for c in parts if above < c.line < line]
        if not between or any(first < c.line <= above for c in parts):
            return None
        before = {(c.element, unit_key(c.number)[0]) for c in parts if c.line < first}
        opened = between[0]
        number = unit_key(opened.number)[0]  # that of a part said again, or of the next
        if above == first or before.isdisjoint((opened.element, n) for n in (number, number - 1)):
            return None
        return opened.line

    def _reads_as_law(self, units: list[Unit], line: int, next_number: int) -> bool:
        """Whether what would be the rest of the body says what sections say."""
        if not units or units[0].line != line or units[0].key[0] != next_number:
            return len(units) > 2 and units[0].line == line
        some = units[:3]
        return all(self._says_something(unit) for unit in some)

    def _says_something(self, unit: Unit) -> bool:
        below = self.lines[unit.line : unit.line + 3]
        said = " ".join(line.text for line in below)
        if self.words.finite.search(said) or self.words.repealed.search(said):
            return True
        return bool(_SENTENCE.search(said))  # "The Commissioner inspects lamps."


def _of_the_law(lines: list[Line], candidates: list[Candidate]) -> list[Candidate]:
    """The candidates without those in a table of contents and other furniture."""
    return [candidate for candidate in candidates if not lines[candidate.unit.line].furniture]


def _within(candidates: list[Candidate], first: int, last: int) -> list[Candidate]:
    """The candidates in the lines from ``first`` to before ``last``."""
    return candidates[
        bisect_left(candidates, first, key=_line) : bisect_left(candidates, last, key=_line)
    ]


def _line(candidate: Candidate) -> int:
    return candidate.unit.line
