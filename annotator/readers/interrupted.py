"""What the print set into the middle of a clause leaves the text before anyone reads it as law.

A page ends where it is full, in the middle of a sentence, and its foot and the head of the next
stand there; so do the footnotes of the page, the numbers of a bill's lines, the pieces of a
marginal note, the marks of editors. The segmenter knows them, but a clause is one stretch of the
canonical text: as long as they stand in it, they are read with it. So the text is cut once as it
was printed, and freed of what lies within its clauses; a marginal note goes above its section. A
law that has nothing of the kind stays as it is, and so does one that would then be cut otherwise.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from annotator.expressions import expression
from annotator.lang import language
from annotator.lang.structure_words import StructureWords
from annotator.readers.joints import Joints, Parts, Span
from annotator.readers.marks import editors_marks
from annotator.readers.traced import Traced
from annotator.schema import Clause
from annotator.segmenter import Segmentation, cut_ahead
from annotator.segmenter.lines.columns import NUMBERED
from annotator.segmenter.lines.lines import Line, ends_paragraph

#: What is freed may show more that the print had set in; so often it is looked at again.
_ROUNDS = 4
#: So great a part of the headings may be others; and so great where nothing that was taken away
#: could be missed by them.
_OTHER_HEADINGS, _MOST_OTHER_HEADINGS = 0.02, 0.1
#: No foot of a page has so many lines: what is longer may be law that was taken for none.
_LONGEST = 40
#: A label that has a line of its own is the law's, whatever stands beside it.
_LABEL = expression(r"[“\"‘']?(?:\(\w{1,5}\)|\w{1,3}\.)")
_BLANKS = " \t"


def freed(text: Traced, code: str) -> tuple[Traced, list[int]]:
    """The text without what interrupts its clauses, and where in the file that stands.

    Args:
        text: all that was read.
        code: the ISO 639-1 code of its language.
    """
    words = language(code).structure
    joints = Joints(text, words)
    printed = cut_ahead(text.text, code)
    if not printed.clauses:
        return text, []
    marks = editors_marks(text.text, printed, words)
    for notes in (_marginal_notes(text, printed), None):
        away = {*_within_clauses(printed, words), *marks, *(notes.pieces if notes else ())}
        for _ in range(_ROUNDS):
            if not away:
                break
            stretches = _stretches(text.text, away)
            changed = joints.without(stretches, notes.heads if notes else {})
            cut = cut_ahead(changed.text, code)
            shown = _shown(text, printed, away, changed, cut)
            lost = [] if shown else _lost(printed, cut)
            needed = _needed(lost, away)
            if not (shown or needed) and not (lost and _lost(printed, cut, _MOST_OTHER_HEADINGS)):
                return changed, [text.runs.back(start, end)[0] for start, end in stretches]
            if not shown and (notes or not needed):
                break
            away = (away | shown) - needed
        if notes is None:
            break
    return text, []


class _Notes(NamedTuple):
    """Marginal notes: their pieces, and the words of each by the offset of its section's line."""

    pieces: set[Span]
    heads: dict[int, Parts]


def _marginal_notes(text: Traced, cut: Segmentation) -> _Notes | None:
    """The marginal notes of a law, where a piece of one stands within a clause."""
    pieces: set[Span] = set()
    heads: dict[int, Parts] = {}
    for line in cut.lines:
        if line.margin:
            pieces.update(line.margin)
            if line.note and NUMBERED.match(line.text):
                heads[_row_start(text.text, line)] = _words(text, line.margin, line.note)
    return _Notes(pieces, heads) if any(_inside(cut, pieces)) else None


def _words(text: Traced, pieces: Iterable[Span], note: str) -> Parts:
    """The pieces of a note on one line, as far as its words go, between line breaks."""
    parts: list[Traced | str] = ["\n"]
    told, space = "", ""
    for start, end in pieces:
        piece = text.cut(start, end)
        broken = piece.text[-1] == "-" and not note.startswith(told + space + piece.text)
        if broken:
            piece = piece.cut(0, end - start - 1)
        if not note.startswith(told + space + piece.text):
            break
        told += space + piece.text
        parts += [space, piece] if space else [piece]
        space = "" if broken else " "
    return (*parts, "\n")


def _within_clauses(cut: Segmentation, words: StructureWords) -> Iterator[Span]:
    """The furniture that lies within clauses, save what may yet be law.

    A clause whose last words break off goes on behind it, whatever the cut made of the rest.
    """
    run: list[Span] = []
    others: list[Span] = []
    above = ""
    for line in cut.lines:
        if line.furniture and not _LABEL.fullmatch(line.text):
            run.append((line.start, line.end))
            continue
        if run and len(run) <= _LONGEST:
            goes_on = above and line.text[0].islower() and not ends_paragraph(above, words)
            if goes_on:
                yield from run
            else:
                others += run
        run, above = [], "" if line.heading else line.text
    yield from _inside(cut, others)


def _inside(cut: Segmentation, spans: Iterable[Span]) -> Iterator[Span]:
    """Those that neither begin nor end their clause."""
    starts = [clause.start for clause in cut.clauses]
    for start, end in sorted(spans):
        at = bisect_left(starts, start) - 1
        if at >= 0 and end < cut.clauses[at].end:
            yield start, end


def _shown(
    text: Traced, printed: Segmentation, away: set[Span], changed: Traced, cut: Segmentation
) -> set[Span]:
    """The furniture that was known by its neighbours, and without them is taken for law."""
    first = printed.clauses[0].start
    left = {
        text.runs.back(line.start, line.start + 1)[0]: (line.start, line.end)
        for line in printed.lines
        if line.furniture
        and (line.start > first or _shares_its_line(text.text, line.start, line.end))
        and (line.start, line.end) not in away
    }
    places = sorted(left)
    shown = set()
    for line in cut.lines if left else ():
        if not line.furniture:
            begin, end = changed.runs.back(line.start, line.end)
            for place in places[bisect_left(places, begin) : bisect_left(places, end)]:
                shown.add(left[place])
    return shown


def _lost(
    printed: Segmentation, cut: Segmentation, others: float = _OTHER_HEADINGS
) -> list[Clause]:
    """What was cut out of the printed text and is not cut out of the freed one.

    A few headings may be others: a marginal note is broken where its column was narrow. One that
    begins in lower case was the rest of a sentence.
    """
    numbers = Counter(clause.number for clause in cut.clauses)
    headings = Counter((clause.number, clause.heading) for clause in cut.clauses)
    lost, headless = [], []
    for clause in printed.clauses:
        numbers[clause.number] -= 1
        headings[clause.number, clause.heading] -= 1
        if numbers[clause.number] < 0:
            lost.append(clause)
        elif headings[clause.number, clause.heading] < 0 and not clause.heading[:1].islower():
            headless.append(clause)
    few = len(headless) <= others * len(printed.clauses)
    return lost if few else lost + headless


def _needed(lost: Iterable[Clause], away: set[Span]) -> set[Span]:
    """What was taken out of the clauses that are lost without it."""
    spans = sorted(away)
    needed: set[Span] = set()
    for clause in lost:
        first = bisect_left(spans, (clause.start + 1, 0))
        for span in spans[first : bisect_left(spans, (clause.end, 0))]:
            if span[1] < clause.end:
                needed.add(span)
    return needed


def _stretches(text: str, spans: Iterable[Span]) -> list[Span]:
    """Spans with those that only white space parts from them."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and not text[found[-1][1] : start].strip():
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


def _shares_its_line(text: str, start: int, end: int) -> bool:
    """Whether words stand before or behind a stretch on its line, as beside a line's number."""
    start = _before_blanks(text, start)
    while end < len(text) and text[end] in _BLANKS:
        end += 1
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    return bool(before.strip() or behind.strip())


def _row_start(text: str, line: Line) -> int:
    """Where the row of a line begins: the blanks and the piece of a note in front of it."""
    at = line.start
    for start, end in reversed(line.margin):
        if end <= at and not text[end:at].strip(_BLANKS):
            at = start
    return _before_blanks(text, at)


def _before_blanks(text: str, at: int) -> int:
    """Where the blanks begin that end at a place, or that place."""
    while at and text[at - 1] in _BLANKS:
        at -= 1
    return at
