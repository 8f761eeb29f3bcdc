"""What could not be cut with certainty, said in so many words rather than cut wrongly in silence.

A warning needs evidence in the text: that a law has no section 6 says nothing, for sections are
repealed; that "6." stands inside section 5 does.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from annotator.eids import ELEMENTS, UNITS
from annotator.lang.contract import ReportPhrases
from annotator.numbering import unit_key
from annotator.schema import Clause, Provision, ReadingWarning
from annotator.segmenter.line import Line

#: Two columns: a gap within a line, with so many letters at least on either side of it.
_SECTION = re.compile(r"\d{1,4}[A-Z]?\.\s")
_NUMBER = re.compile(
    r"(?:^[ \t]*|[.;:]\s+|\s{2,})(\d{1,4})\s?\.\s?(?:\(|—|[A-Z“])|"
    r"^[ \t]*(\d{1,4})(?:\.[ \t]*$|\s+(?:\(1\)|[A-Z]))",
    re.MULTILINE,
)
_TWO_COLUMNS = re.compile(r"(\S.{14,}?\S)\s{3,}(?=(\S.{11,}))")
#: So many such lines, and so great a part of the lines around them, make columns.
_MIN_ROWS, _MIN_SHARE = 4, 0.6
#: The part of them behind whose gap a sentence goes on or a section begins.
_MIN_PROSE = 0.3
#: Rows of one stretch of columns are no further apart.
_MAX_APART = 3
#: So much text before a first section that is not the law's first.
_MIN_BEFORE = 2000
#: A clause so long, in words, and of so great a part of the law, holds more than one.
_MAX_WORDS, _MAX_PART = 3000, 0.4


def find_doubts(
    text: str,
    lines: Sequence[Line],
    provisions: Sequence[Provision],
    clauses: Sequence[Clause],
    say: ReportPhrases,
) -> tuple[ReadingWarning, ...]:
    """The warnings that a law's text calls for, in the order of the text.

    Args:
        text: the canonical text.
        lines: its lines, as the segmenter has marked them.
        provisions: the tree over it; ``clauses`` what was cut out of it.
        clauses: see above.
        say: the phrases of the report's language.
    """
    doubts = _Doubts(text, say)
    warnings = [*doubts.columns(lines), *doubts.numbers(provisions), *doubts.length(clauses)]
    return in_text_order(warnings)


def in_text_order(warnings: Iterable[ReadingWarning]) -> tuple[ReadingWarning, ...]:
    """Warnings in the order of the text that they speak of."""
    return tuple(sorted(warnings, key=lambda warning: (warning.start, warning.end)))


def warn(
    text: str, start: int, end: int, said: tuple[str, str], say: ReportPhrases
) -> ReadingWarning:
    """The warning of a stretch of a text: ``said`` is what is wrong, and what to do about it."""
    first = text.count("\n", 0, start) + 1
    where = say.lines(first, first + text.count("\n", start, end))
    return ReadingWarning(what=said[0], where=where, advice=said[1], start=start, end=end)


class _Doubts:
    def __init__(self, text: str, say: ReportPhrases) -> None:
        self.text = text
        self.say = say

    def _warning(self, said: tuple[str, str], start: int, end: int) -> ReadingWarning:
        return warn(self.text, start, end, said, self.say)

    def columns(self, lines: Sequence[Line]) -> Iterator[ReadingWarning]:
        """Where two columns of text were run together, row by row."""
        rows = [
            (i, match)
            for i, line in enumerate(lines)
            if "   " in line.text and not (line.furniture or line.margin)
            and (match := _TWO_COLUMNS.match(line.text))
        ]  # fmt: skip
        for run in _close_together(rows):
            first, last = run[0][0], run[-1][0]
            behind = [match[2] for _, match in run]
            prose = sum(words[0].islower() or bool(_SECTION.match(words)) for words in behind)
            share = len(run) / (last - first + 1)
            if len(run) >= _MIN_ROWS and share >= _MIN_SHARE and prose >= _MIN_PROSE * len(run):
                yield self._warning(self.say.columns(), lines[first].start, lines[last].end)

    def numbers(self, provisions: Sequence[Provision]) -> Iterator[ReadingWarning]:
        """Where sections are missing whose numbers the text has."""
        regions = sorted(_regions(provisions), key=lambda units: units[0].start)
        for first, *_ in regions[:1]:
            before = range(1, _whole(first))
            if first.start >= _MIN_BEFORE and self._named(before, 0, first.start):
                yield self._warning(self.say.begins_late(first.number), 0, first.start)
        for units in regions:
            for unit, below in itertools.pairwise(units):
                missing = range(_whole(unit) + 1, _whole(below))
                if missing and self._named(missing, unit.body, below.start):
                    said = self.say.not_found([str(number) for number in missing])
                    yield self._warning(said, unit.start, below.start)

    def _named(self, missing: range, start: int, end: int) -> bool:
        """Whether a stretch has half of the missing numbers where sections could begin.

        Where it has the number before them too, it is a list that they belong to.
        """
        found = {int(match[1] or match[2]) for match in _NUMBER.finditer(self.text, start, end)}
        named = len(found.intersection(missing))
        return bool(missing) and 2 * named >= len(missing) and missing[0] - 1 not in found

    def length(self, clauses: Sequence[Clause]) -> Iterator[ReadingWarning]:
        """A clause that holds a great part of the law."""
        whole = sum(clause.end - clause.start for clause in clauses)
        for clause in clauses:
            if clause.end - clause.start < _MAX_PART * whole:
                continue
            if len(clause.text.split()) > _MAX_WORDS:
                yield self._warning(self.say.too_long(clause.number), clause.start, clause.end)


def _close_together(
    rows: list[tuple[int, re.Match[str]]],
) -> Iterator[list[tuple[int, re.Match[str]]]]:
    """Runs of rows that a few lines at most part from one another."""
    run: list[tuple[int, re.Match[str]]] = []
    for row in rows:
        if run and row[0] - run[-1][0] > _MAX_APART:
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _regions(provisions: Sequence[Provision]) -> Iterator[list[Provision]]:
    """The sections of the body and of each schedule, anew where their numbers begin anew."""
    regions: list[list[Provision]] = [[]]
    for provision in provisions:
        if ELEMENTS[provision.word] == "att":
            yield from _regions(provision.items)
            continue
        for unit in _units(provision):
            if regions[-1] and _whole(unit) < _whole(regions[-1][-1]):
                regions.append([])
            regions[-1].append(unit)
    yield from (region for region in regions if region)


def _units(provision: Provision) -> Iterator[Provision]:
    if provision.word in UNITS:
        yield provision
    else:
        for item in provision.items:
            yield from _units(item)


def _whole(unit: Provision) -> int:
    """The whole number of a section; of several that a repeal has left as one, the last."""
    numbers = re.findall(r"(\d+)(?:\.\d+)*", unit.label)
    return int(numbers[-1]) if numbers else unit_key(unit.number)[0]
