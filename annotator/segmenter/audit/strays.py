"""Lines that stand among the words of provisions and do not read as theirs.

Heads of pages, notes, titles, signatures: what the segmenter could not tell from the law's words.
They are known by what sets them off from the paragraphs around them: those end as sentences do.
"""

from __future__ import annotations

import itertools
import re
import string
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.schema import Clause
from annotator.segmenter.audit.paragraphs import ReadParagraph
from annotator.segmenter.audit.text import AuditedText
from annotator.segmenter.lines.line import Line

#: So many paragraphs tell how those of a law end, if so great a part ends so.
_MIN_PARAGRAPHS, _MOST_END = 5, 0.85
#: So many lines one below the other tell by themselves: names at the end, the entries of a list.
_MIN_RUN = 3
#: No title and no head of a page is longer.
_LONGEST = 90
#: A line so short, as a part of its width, ends a paragraph in wrapped text; one is full from here.
_SHORT, _FULL = 0.55, 0.5
#: So many lines that go on with the ones above tell the width.
_MIN_WRAPPED = 3
_STOPS = frozenset(".;:,—–-!?")
#: Where a law is found, and nothing else: "1991, c. 3, s. 1."
_CITATION = expression(
    r"[\[(]?\d{1,4}[\d\s.,;:/()\[\]–-]*(?:[A-Za-z]{1,4}\b\.?[\d\s.,;:/()\[\]–-]+){1,10}"
)
_NUMBER = expression(r"\d+")
#: A title behind the last full stop of a clause; so many are no chance.
_BEHIND_A_STOP = expression(r"(?<=[a-z]{3}[.;])\s+([A-Z][^.;:—\n]{6,})$")
_BEHIND_WITH_STOP = expression(r"(?<=[a-z]{3}\.)\s+([A-Z][a-z]{2,}(?: [\w'-]+){0,3}\.)$")
_MIN_TAILS, _PART_BEHIND = 2, 0.3
#: What a page's head has before and behind its words, and how many letters are no chance.
_DIGITS = f" {string.digits}"
_MIN_LETTERS = 10
#: A row of a table, a label alone.
_TABLE = expression(r"^[*•–—-]|\t|   |\.{4}|_{3}|\||^\W*\w{0,4}\W*$|^\W*\(?\w{1,4}[.)]\s")


def stray_lines(
    text: AuditedText, found: Sequence[ReadParagraph], words: StructureWords
) -> list[Line]:
    """The lines among the words of a law's body that are none of them, in order."""
    strays = [one.first for one in found if not one.opens and _is_note(one.first, words)]
    if text.provisions:
        strays += [
            line
            for line in text.stretch(text.provisions[0].start, len(text.text))
            if line.heading
            and (
                (_is_note(line, words) and line.start not in text.opened)  # "44.99 FEES."
                or words.notes.doubtful_footnote.match(line.text)
                or words.end.be_it_enacted.match(line.text)
            )
        ]
    strays += _interrupting(text)
    like_titles = [i for i in range(len(found)) if _is_like_a_title(found, i, words)]
    strays += _again(text, [found[i].first for i in like_titles])
    alone = [i for i in like_titles if not found[i].ends() and _says_nothing(found[i], words)]
    broken = sum(not one.ends() for one in found)
    if len(found) < _MIN_PARAGRAPHS or broken > (1 - _MOST_END) * len(found):
        alone = [i for run in _runs(alone) if len(run) >= _MIN_RUN for i in run]
    strays += [found[i].first for i in alone]
    return sorted({line.start: line for line in strays}.values(), key=lambda line: line.start)


def _runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    """Those of whole numbers in order that follow one another, together."""
    for _, run in itertools.groupby(enumerate(numbers), lambda one: one[1] - one[0]):
        yield [number for _, number in run]


def titles_behind(clauses: Sequence[Clause], words: StructureWords) -> list[tuple[int, str]]:
    """The titles that stand behind the last sentence of clauses, and where they begin.

    One alone may be a name behind an abbreviation, where many clauses end without a full stop.
    """
    open_ended = [one for one in clauses if one.text[-1].isalnum()]
    found = [*_behind(open_ended, _BEHIND_A_STOP, words)]
    if len(clauses) < _MIN_PARAGRAPHS or (
        len(found) < _MIN_TAILS and len(open_ended) > (1 - _MOST_END) * len(clauses)
    ):
        found = []
    stopped = [*_behind(clauses, _BEHIND_WITH_STOP, words)]
    if len(stopped) >= max(_MIN_TAILS, _PART_BEHIND * len(clauses)):
        found += stopped
    return found


def _behind(
    clauses: Iterable[Clause], pattern: re.Pattern[str], words: StructureWords
) -> Iterator[tuple[int, str]]:
    for one in clauses:
        start = max(0, len(one.text) - _LONGEST)
        if one.text.find(".", start, -1) < 0 and one.text.find(";", start, -1) < 0:
            continue
        match = pattern.search(one.text, start)
        if (
            match
            and not words.finite.search(match[1])
            and not words.repealed.match(match[1])
            and not words.annex_to_words.match(match[1])
        ):
            yield one.start + match.start(1), match[1]


def _is_note(line: Line, words: StructureWords) -> bool:
    """Whether a line begins as what editors and printers write does."""
    notes, text = words.notes, line.text
    if text[0].islower():
        return False
    if len(text) <= _LONGEST and text[-1] in ".]);0123456789" and _CITATION.fullmatch(text):
        return len(_NUMBER.findall(text)) > 1
    return bool(
        (notes.stray.match(text) or notes.footnote.match(text))
        and not words.repealed.match(line.text)
    )


def _interrupting(text: AuditedText) -> Iterator[Line]:
    """The short lines in wrapped text that part a sentence: heads of pages, marginal notes."""
    if not text.body:
        return
    lines = text.stretch(text.body[0].start, len(text.text))
    widths = sorted(
        len(line.text)
        for line, below in itertools.pairwise(lines)
        if below.text[0].islower() and line.text[-1] not in _STOPS
    )
    if len(widths) < _MIN_WRAPPED:
        return
    width = widths[len(widths) * 4 // 5]
    short = _SHORT * width
    for i in range(1, len(lines) - 1):
        if len(lines[i].text) >= short:
            continue
        if not _is_short(lines[i], short) or lines[i].start in text.opened:
            continue
        below = lines[i + 1]
        if i + 2 < len(lines) and _is_short(below, short) and below.start not in text.opened:
            below = lines[i + 2]  # a head of two lines
        if (
            below.text[0].islower()
            and len(lines[i].text) + below.text.find(" ") + 1 < short
            and len(lines[i - 1].text) >= _FULL * width
            and lines[i - 1].text[-1] not in _STOPS
            and not (lines[i - 1].heading and lines[i].heading)
        ):
            yield lines[i]


def _is_short(line: Line, short: float) -> bool:
    """Whether a line of words is too short for one that goes on, and begins like a title."""
    text = line.text
    return (
        2 < len(text) < short
        and text[-1].isalnum()
        and (text[0].isupper() or text[0].isdigit())
        and not (line.furniture or line.quoted)
    )


def _again(text: AuditedText, like_titles: Sequence[Line]) -> Iterator[Line]:
    """The lines that stand among the words more than once, or as a heading too: heads of pages."""
    if not like_titles:
        return
    said = Counter(line.text.strip(_DIGITS) for line in like_titles)
    headings = {line.text.strip(_DIGITS) for line in text.all_lines if line.heading}
    for line in like_titles:
        known = line.text.strip(_DIGITS)
        if len(known) >= _MIN_LETTERS and (said[known] > 1 or known in headings):
            yield line


def _says_nothing(one: ReadParagraph, words: StructureWords) -> bool:
    """Whether a line like a title has no verb, and is rather a title or a name than law."""
    text = one.first.text
    return len(text) > 3 and not (words.finite.search(text) or words.states.search(text))


def _is_like_a_title(found: Sequence[ReadParagraph], i: int, words: StructureWords) -> bool:
    """Whether a paragraph is a line alone that opens nothing, and begins and ends like a title."""
    one, text = found[i], found[i].first.text
    return (
        not one.opens
        and one.first is one.last
        and len(text) <= _LONGEST
        and not text[0].islower()
        and text[-1] not in _STOPS
        and not words.repealed.match(text)
        and not words.annex_to_words.match(text)
        and not words.headings.unfinished.search(text)
        and not _TABLE.search(text)
        and not _goes_on(found, i)
    )


def _goes_on(found: Sequence[ReadParagraph], i: int) -> bool:
    """Whether the paragraph below goes on with a sentence that this one breaks off."""
    below = found[i + 1] if i + 1 < len(found) else None
    if below is None:
        return False
    if below.opens:  # a list, which this leads to
        return below.first.start < found[i].provision.end
    return below.first.text[0].islower()
