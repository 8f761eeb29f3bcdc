"""What could not be cut with certainty, said in so many words rather than cut wrongly in silence.

A warning needs evidence in the text: that a law has no section 6 says nothing, for sections are
repealed; that "6." stands inside section 5 does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from annotator.expressions import expression
from annotator.lang.doubt_phrases import DoubtPhrases, warning_of
from annotator.lang.recognition import Stretch
from annotator.lang.structure_words import StructureWords
from annotator.schema import Clause, Provision, ReadingWarning
from annotator.segmenter.audit.gaps import GapAudit
from annotator.segmenter.audit.openings import OpeningAudit
from annotator.segmenter.audit.paragraphs import paragraphs
from annotator.segmenter.audit.print_faults import (
    badly_scanned,
    behind_the_end,
    broken_off,
    letter_spaced,
    numbered_lines,
    only_contents,
    reads_as_no_law,
    sentences_as_headings,
    unread_margins,
)
from annotator.segmenter.audit.sections import CutAudit
from annotator.segmenter.audit.strays import stray_lines, titles_behind
from annotator.segmenter.lines.line import Line

_SECTION = expression(r"\d{1,4}[A-Z]?\.\s")
#: Two columns: a gap within a line, with so many letters at least on either side of it.
_TWO_COLUMNS = expression(r"(\S.{14,}?\S)\s{3,}(?=(\S.{11,}))")
#: So many such lines, and so great a part of the lines around them, make columns.
_MIN_ROWS, _MIN_SHARE = 4, 0.6
#: The part of them behind whose gap a sentence goes on or a section begins.
_MIN_PROSE = 0.3
#: Rows of one stretch of columns are no further apart.
_MAX_APART = 3
#: A clause so long, in words, and of so great a part of the law, holds more than one.
_MAX_WORDS, _MAX_PART = 3000, 0.4
#: The same where it is more than half of it.
_MAX_WORDS_OF_HALF = 400
#: A text of fewer words says nothing by having no provision, or but one below its first half.
_FEW_WORDS, _SHORT_FRONT = 30, 200
#: So many reasons above a law fill more than half of it without fault.
_FEW_RECITALS = 3
#: So much of a text that breaks off is shown.
_LAST_WORDS = 50
#: So much of a line is shown, and of so many lines.
_SHOWN, _MOST_SHOWN = 40, 3
#: The lines of so many places are named.
_MOST_PLACES = 5


def find_doubts(
    text: str,
    lines: Sequence[Line],
    provisions: Sequence[Provision],
    clauses: Sequence[Clause],
    foreign: Sequence[Stretch],
    words: StructureWords,
    say: DoubtPhrases,
) -> tuple[ReadingWarning, ...]:
    """The warnings that a law's text calls for, in the order of the text.

    Args:
        text: the canonical text.
        lines: its lines, as the segmenter has marked them.
        provisions: the tree over it; ``clauses`` what was cut out of it.
        clauses: see above.
        foreign: its stretches in other languages.
        words: those of the law's language.
        say: the phrases of the report's language.
    """
    doubts = _Doubts(CutAudit(text, lines, provisions, words), clauses, words, say)
    columns = list(doubts.columns())
    warnings = [
        *doubts.languages(foreign),
        *columns,
        *doubts.numbers(),
        *([] if columns else doubts.in_words()),
        *doubts.length(),
        *doubts.front(),
        *([] if columns else doubts.margins()),
        *doubts.of_the_print(),
        *doubts.no_law(),
    ]
    return tuple(sorted(warnings, key=lambda warning: (warning.start, warning.end)))


class _Doubts:
    def __init__(
        self,
        audit: CutAudit,
        clauses: Sequence[Clause],
        words: StructureWords,
        say: DoubtPhrases,
    ) -> None:
        self.audit = audit
        self.text = audit.text.text
        self.lines = audit.text.all_lines
        self.clauses = clauses
        self.words = words
        self.say = say
        self.missing = audit.missing()
        self.behind = behind_the_end(self.lines, clauses)

    def _at(self, said: tuple[str, str], places: Sequence[int]) -> ReadingWarning:
        """The warning of what begins at several offsets, in order."""
        lines: list[int] = []
        counted, line = 0, 1
        for place in places:
            line += self.text.count("\n", counted, place)
            counted = place
            if line not in lines[-1:]:
                lines.append(line)
        end = self.text.find("\n", places[-1])
        return ReadingWarning(
            what=said[0],
            where=self.say.several_lines(lines[:_MOST_PLACES], more=len(lines) - _MOST_PLACES),
            advice=said[1],
            start=places[0],
            end=end if end >= 0 else len(self.text),
        )

    def _warning(self, said: tuple[str, str], start: int, end: int) -> ReadingWarning:
        return warning_of(self.text, said, self.say, start, end)

    def languages(self, foreign: Sequence[Stretch]) -> Iterator[ReadingWarning]:
        """What is in another language, the stretches of each language together."""
        for name in dict.fromkeys(stretch.language for stretch in foreign):
            own = [stretch for stretch in foreign if stretch.language == name]
            if len(own) == 1:
                yield self._warning(self.say.foreign(name), own[0].start, own[0].end)
            else:
                yield self._at(self.say.foreign(name), [stretch.start for stretch in own])

    def columns(self) -> Iterator[ReadingWarning]:
        """Where two columns of text were run together, row by row."""
        rows = [
            (i, match)
            for i, line in enumerate(self.lines)
            if "   " in line.text and not (line.furniture or line.margin)
            and (match := _TWO_COLUMNS.match(line.text))
        ]  # fmt: skip
        for run in _close_together(rows):
            first, last = run[0][0], run[-1][0]
            behind = [match[2] for _, match in run]
            prose = sum(own[0].islower() or bool(_SECTION.match(own)) for own in behind)
            share = len(run) / (last - first + 1)
            if len(run) >= _MIN_ROWS and share >= _MIN_SHARE and prose >= _MIN_PROSE * len(run):
                start, end = self.lines[first].start, self.lines[last].end
                yield self._warning(self.say.columns(), start, end)

    def margins(self) -> Iterator[ReadingWarning]:
        """Where notes of the margin stand among the words of sections."""
        if unread := unread_margins(self.lines):
            yield self._at(self.say.unread_margins(), [line.start for line in unread])

    def numbers(self) -> Iterator[ReadingWarning]:
        """Where provisions are missing whose numbers the text has, and numbers borne twice."""
        for word in dict.fromkeys(one.word for one in self.missing):
            found = [one for one in self.missing if one.word == word]
            numbers = list(dict.fromkeys(one.number for one in found))
            yield self._at(self.say.not_found(numbers, word), [one.at for one in found])
        if lost := self.audit.lost_of_contents():
            said = self.say.lost_of_contents([one.number for one in lost])
            yield self._at(said, [one.at for one in lost])
        if again := self.audit.headed_again():
            said = self.say.headed_again([unit.number for unit in again])
            yield self._at(said, [unit.start for unit in again])
        if raised := self.audit.raised():
            said = self.say.raised([one.number for one in raised], raised[0].word)
            yield self._at(said, [one.at for one in raised])
        late = self.audit.begins_late()
        if late and not any(one.at < late.start for one in self.missing):
            yield self._warning(self.say.begins_late(late.number), 0, late.start)
        if unread := list(self.audit.labels.unread()):
            said = self.say.unread_labels(list(dict.fromkeys(one.shown for one in unread)))
            yield self._at(said, [one.at for one in unread])
        repeated = list(self.audit.repeated())
        if repeated:
            said = self.say.repeated(list(dict.fromkeys(one.number for one in repeated)))
            places = sorted({at for one in repeated for at in (one.first, one.again)})
            yield self._at(said, places)

    def in_words(self) -> Iterator[ReadingWarning]:
        """Where the words of provisions hold what is none of them, or break off."""
        text, units = self.audit.text, self.audit.first_units()
        found = paragraphs(text)
        openings = OpeningAudit(text, self.clauses, self.words)
        yield from self._lost(openings, GapAudit(text, found, self.words))
        strays = {(line.start, line.text) for line in stray_lines(text, found, self.words)}
        strays.update(titles_behind(self.clauses, self.words))
        behind = {line.start for line in self.behind}
        if among := sorted(one for one in strays if one[0] not in behind):
            said = self.say.stray_lines([_shortened(own) for _, own in among[:_MOST_SHOWN]])
            yield self._at(said, [at for at, _ in among])
        for begun, say in (
            (openings.parts(), self.say.words_of_parts),
            (openings.titled(units), self.say.titles_in_words),
            (openings.marked(), self.say.notes_in_front),
            (openings.marked_up(units), self.say.marked_up),
        ):
            if begun:
                said = say([one.number for one in begun], self._first_words(begun[0]))
                yield self._at(said, [one.start for one in begun])
        if terms := openings.terms(found):
            said = self.say.terms([_shortened(line.text) for line in terms[:_MOST_SHOWN]])
            yield self._at(said, [line.start for line in terms])
        if broken := openings.broken():
            last = broken[0].text[-_LAST_WORDS:].split()[1:]
            said = self.say.broken([one.number for one in broken], " ".join(last))
            yield self._at(said, [one.start for one in broken])

    def _lost(self, openings: OpeningAudit, gaps: GapAudit) -> Iterator[ReadingWarning]:
        """What is not there, though what stands there tells that it was; said once of a place."""
        named = {known for one in self.missing for known in (one.number, one.at)}
        lost = [*gaps.sections(self.audit.first_units()), *gaps.subsections()]
        if lost := [one for one in lost if one.number not in named]:
            yield self._at(self.say.lost([one.number for one in lost]), [one.at for one in lost])
        without = [one for one in openings.without_first() if one.start not in named]
        for found, say in (
            (without, self.say.without_first),
            (openings.leading_nowhere(), self.say.leading_nowhere),
            (openings.in_schedules(), self.say.in_schedules),
        ):
            if found:
                yield self._at(say([one.number for one in found]), [one.start for one in found])

    def of_the_print(self) -> Iterator[ReadingWarning]:
        """Where the text itself is damaged."""
        if damaged := badly_scanned(self.text):
            shown = [self._word_at(place) for place in damaged[: _MOST_PLACES - 2]]
            yield self._at(self.say.badly_scanned(list(dict.fromkeys(shown))), damaged)
        elif last := broken_off(self.lines, self.clauses):
            words_left = self.text[max(0, last.end - _LAST_WORDS) : last.end].split()[1:]
            yield self._warning(self.say.broken_off(" ".join(words_left)), last.start, last.end)
        if headings := sentences_as_headings(self.lines, self.words):
            yield self._at(self.say.sentences_as_headings(), [line.start for line in headings])
        if self.behind:
            said = self.say.behind_the_end(self.clauses[-1].number)
            yield self._warning(said, self.behind[0].start, self.behind[-1].end)
        if numbered := numbered_lines(self.lines, self.words):
            yield self._at(self.say.numbered_lines(), [line.start for line in numbered])
        if spaced := [line.start for line in letter_spaced(self.lines, self.words)]:
            yield self._at(self.say.letter_spaced(), spaced)

    def _first_words(self, provision: Provision) -> str:
        """The first words of a provision."""
        own = self.text[provision.body : provision.body + 2 * _SHOWN]
        return _shortened(" ".join(own.split()))

    def _word_at(self, place: int) -> str:
        """The word at an offset, with its neighbours."""
        start = self.text.rfind(" ", 0, max(place - 1, 0)) + 1
        end = self.text.find(" ", place + 2)
        return " ".join(self.text[start : end if end >= 0 else len(self.text)].split())

    def no_law(self) -> Iterator[ReadingWarning]:
        """That a text with numbers does not read as a law."""
        units = self.audit.first_units()
        if kind := reads_as_no_law(self.text, self.lines, units, self.words):
            yield self._warning(self.say.no_law(kind), self.lines[0].start, self.lines[0].end)

    def length(self) -> Iterator[ReadingWarning]:
        """A clause that holds a great part of the law."""
        whole = sum(clause.end - clause.start for clause in self.clauses)
        for clause in self.clauses:
            part = clause.end - clause.start
            if part < _MAX_PART * whole:
                continue
            if len(clause.text.split()) > (_MAX_WORDS_OF_HALF if 2 * part > whole else _MAX_WORDS):
                yield self._warning(self.say.too_long(clause.number), clause.start, clause.end)

    def front(self) -> Iterator[ReadingWarning]:
        """That no provision was found, or the first only below most of the text."""
        if not self.clauses:
            if title := only_contents(self.lines, self.words):
                yield self._warning(self.say.contents_alone(), title.start, self.lines[-1].end)
            elif len(self.text.split(maxsplit=_FEW_WORDS)) > _FEW_WORDS:
                yield self._warning(
                    self.say.nothing_found(), self.lines[0].start, self.lines[-1].end
                )
            return
        first = self.clauses[0].start
        if 2 * first < len(self.text):  # as nearly always
            return
        said = [line for line in self.lines if not line.furniture]
        front = [line for line in said if line.end <= first]
        if 2 * _length(front) <= _length(said) or _length(front) < _SHORT_FRONT:
            return
        enacted = any(self.words.end.enacts.match(line.text) for line in front)
        recitals = sum(bool(self.words.recital.match(line.text)) for line in front)
        if not enacted and recitals < _FEW_RECITALS:
            what = self.say.mostly_before(self.clauses[0].number)
            yield self._warning(what, front[0].start, front[-1].end)


def _length(lines: Sequence[Line]) -> int:
    """How many words stand in the lines."""
    return sum(len(line.text.split()) for line in lines)


def _shortened(text: str) -> str:
    """A line, or its first words."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rpartition(' ')[0]} …"


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
