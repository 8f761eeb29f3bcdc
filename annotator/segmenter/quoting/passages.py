"""Where a paragraph quotes: what stands between marks in running text, however it is wrapped.

An amending law that runs on has whole sections of another law between its own words: ``(2) After
section 7 insert “7A (1) A court may ...”. (3) In section 8 ...``. Marks hold one another, so the
outermost tell; where one is missing, what the words before announce, and the next instruction.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from annotator.expressions import expression
from annotator.lang.structure_words import QuotingWords, StructureWords
from annotator.numbering import Key, gap, is_after, readings
from annotator.segmenter.lines.line import Line

Span = tuple[int, int]

#: Begins with one character in all ways, and so is found fast.
_MARK = expression(r"“|”|\"|‘(?:‘|(?=[(\d]))|’(?:’|(?<=[.;,:)]’)(?!\w)|(?=[.;,]))")
#: What may stand behind the last mark of a quotation.
_MARKS_BEHIND = " ;.,:)]"
_OPENING = '“‘"'
#: What ends a line that leads to a quotation below it.
LEADS = ":—–-"
#: What stands before a mark that opens, and behind one that closes.
_BEFORE_OPENING = " \t\n([—–-:"
#: How much of the text before a mark tells what it opens.
_LEAD = 120
#: A further paragraph of the same quotation, whose own mark is never closed.
_PARAGRAPH_ENDS = expression(r"(?:[.;,]|[;,] (?:and|or))$")
#: Marks that lie further apart belong together only where the words before introduce a quotation.
_LONGEST = 30_000
#: So many quotations hold one another, and no more.
_DEEPEST = 4
_LABEL_OPENS = expression(r"[“‘\"]\s?(?:\(\w{1,5}\)|\d)")
#: A label behind the end of a sentence, or another label.
_OWN_LABEL = expression(
    r"(?:^|(?<=[.;:—–-])|(?<=[.;”\"’][.;,])|(?<=[”\"’])|(?<=and)|(?<=or)|(?<=\)))"
    r"\s*\((\w{1,5})\)\s*(?!,)"
)
_LABELS = expression(r"(?:\(\w{1,5}\)\s*)+")
#: What may announce words of another law that no mark opens.
_UNOPENED = expression(r"[:—–-]\s+(?=\(\w{1,5}\)\s|\d{1,4}[A-Z]{0,2}[.(\s])")
_CLOSES_UNOPENED = expression(r"[.;][”“\"]")


def mark_passages(lines: Sequence[Line], structure: StructureWords) -> list[int]:
    """Set ``passages`` on the lines of every paragraph that quotes.

    Returns:
        for each line, how many more quotations it opens than it closes, of those that do not both
        open and close in one paragraph.
    """
    changes = [0] * len(lines)
    words, joints = structure.quoting, structure.conjunctions
    reached = 0
    for i in [i for i, line in enumerate(lines) if _may_quote(line.text)]:
        if i < reached:
            continue
        first, reached = i, i + 1
        while first and lines[first].soft:
            first -= 1
        while reached < len(lines) and lines[reached].soft:
            reached += 1
        above = lines[first - 1].text if first and lines[first].text[0] in _OPENING else ""
        above = above if above[-1:] in LEADS else ""
        for k, change in _mark(lines[first:reached], above, words, joints):
            changes[first + k] += change
    return changes


def _may_quote(text: str) -> bool:
    return "“" in text or '"' in text or "”" in text or "‘(" in text


def _mark(
    paragraph: Sequence[Line], above: str, words: QuotingWords, joints: Sequence[str]
) -> Iterator[tuple[int, int]]:
    """Mark a paragraph, below a line whose words lead to it.

    Yields the lines with a mark that has no other here, and 1 for one that opens, else -1.
    """
    text, starts = f"{above} " if above else "", []
    for line in paragraph:
        starts.append(len(text))
        text += f"{line.text} "
    found, lone = passages(text.rstrip(), words)
    for start, end in found:
        for k in range(max(0, bisect_right(starts, start) - 1), len(paragraph)):
            if starts[k] >= end:
                break
            line = paragraph[k]
            within = max(0, start - starts[k]), min(len(line.text), end - starts[k])
            line.passages = (*line.passages, within)
            whole = len(paragraph) > 1 and within[0] == 0
            whole = whole and line.text[within[1] :].strip(_MARKS_BEHIND) in ("", *joints)
            if whole and _is_law(text, start, words):
                line.quoted = True
    for at, change in lone:
        yield max(0, bisect_right(starts, at) - 1), change


def passages(text: str, words: QuotingWords) -> tuple[list[Span], list[tuple[int, int]]]:
    """The outermost quotations of a paragraph, marks included, and the marks that are in none.

    >>> from annotator.lang import language
    >>> passages("insert “(1A) the “guest” pays”.", language("en").structure.quoting)
    ([(7, 30)], [])
    """
    closed, unclosed, strays = _pairs(text)
    lone: list[tuple[int, int]] = []
    reached = 0
    for start in unclosed:
        if start < reached:
            continue
        before = text[max(0, start - _LEAD) : start].rstrip()
        end = None
        if words.introduces.search(before):
            end = _resumes(text, start + 1, _place(text, start, closed), words)
            if _LABEL_OPENS.match(text, start):
                reached = end or len(text)
                closed.append((start, reached))
            elif end and words.introduces.search(before.rstrip(":—–- ")):
                reached = end
                closed.append((start, reached))
            else:
                end = None
        if end is None and text[start] != '"':
            lone.append((start, 1))
    unopened = list(_unopened(text, closed, words))
    ends = {end for _, end in unopened}
    lone += [(at, -1) for at in strays if at + 1 not in ends]
    return _outermost([*closed, *unopened]), lone


def closed_passages(text: str) -> list[Span]:
    """The outermost of the quotations that have both their marks and are no longer than a section.

    >>> closed_passages("1. Insert “2. (1) A guest”. 2. Omit “(3).")
    [(10, 26)]
    """
    closed, *_ = _pairs(text)
    return _outermost([(start, end) for start, end in closed if end - start < _LONGEST])


def _pairs(text: str) -> tuple[list[Span], list[int], list[int]]:
    """Every quotation that opens and closes, and where those open and close that do not both."""
    open_: list[tuple[int, str]] = []
    found: list[Span] = []
    strays: list[int] = []
    for match in _MARK.finditer(text):
        at, mark = match.start(), match[0]
        if _opens(text, at, mark):
            if not (open_ and _goes_on(text, at)):
                open_.append((at, '"' if mark == '"' else "’" if mark == "‘" else "”"))
            continue
        closing = mark if mark in '’"' else "”"
        for k in range(len(open_) - 1, max(-1, len(open_) - _DEEPEST), -1):
            if open_[k][1] == closing:
                found.append((open_[k][0], match.end()))
                del open_[k:]
                break
        else:
            if closing == "”":
                strays.append(at)
    return found, [at for at, _ in open_], strays


def _opens(text: str, at: int, mark: str) -> bool:
    """Whether a mark opens a quotation: those that look one way may have been set the other."""
    before, after = text[at - 1 : at], text[at + len(mark) : at + len(mark) + 1]
    free = not before or before in _BEFORE_OPENING
    if mark == '"':
        return free and bool(after.strip())
    if mark[0] in "“‘":
        return free or before not in ".;,)" or after.isalnum()
    return mark == "”" and free and after.isalnum()


def _goes_on(text: str, at: int) -> bool:
    """Whether a mark repeats that of the quotation in which it stands, before a paragraph of it."""
    before = text[max(0, at - 8) : at].rstrip()
    return bool(_LABEL_OPENS.match(text, at) and _PARAGRAPH_ENDS.search(before))


class _Within:
    """Tells fast how far the quotations reach that begin before an offset."""

    def __init__(self, known: list[Span]) -> None:
        spans = sorted(known)
        self._starts = [start for start, _ in spans]
        self._reached = [*itertools.accumulate((end for _, end in spans), max)]

    def reach(self, offset: int) -> int:
        """Where the last of them ends; -1 where none begins before the offset."""
        k = bisect_left(self._starts, offset) - 1
        return self._reached[k] if k >= 0 else -1


def _unopened(text: str, known: list[Span], words: QuotingWords) -> Iterator[Span]:
    """What the words before announce and no mark opens, as far as one that closes it."""
    position = 0
    within = _Within(known)
    for match in _UNOPENED.finditer(text):
        start = match.end()
        if start < position or within.reach(start) > start:
            continue
        if not words.announces.search(text[max(0, start - 300) : start].rstrip()):
            continue
        label = _LABELS.match(text, start)
        if words.amends.match(text, label.end() if label else start):
            continue  # "in the following respects:" announces amendments, one by one
        closing = (mark.end() for mark in _CLOSES_UNOPENED.finditer(text, start))
        ends = list(itertools.islice((end for end in closing if within.reach(end) < end), 1))
        resumed = _resumes(text, start, _place(text, start, known), words)
        ends += [resumed] if resumed else []
        if ends:
            position = min(ends)
            yield start, position


def _place(text: str, stop: int, known: list[Span]) -> dict[str, Key]:
    """The last label of each kind above an offset, outside quotations that are ``known``."""
    ends = sorted(known)
    found: dict[str, Key] = {}
    for label in _OWN_LABEL.finditer(text, 0, stop):
        k = bisect_right(ends, (label.start(), len(text))) - 1
        if k < 0 or ends[k][1] <= label.start():
            found |= {reading.system: reading.key for reading in readings(label[1])}
    return found


def _resumes(text: str, start: int, place: dict[str, Key], words: QuotingWords) -> int | None:
    """Where the next label of the law that amends stands, before another instruction."""
    for label in _OWN_LABEL.finditer(text, start):
        if comes_next(label[1], place) and words.amends.match(text, label.end()):
            return label.start(1) - 1
    return None


def comes_next(label: str, place: Mapping[str, Key]) -> bool:
    """Whether a label follows upon the last of its kind, as ``place`` has them."""
    return any(
        reading.system in place and is_next(reading.key, place[reading.system])
        for reading in readings(label)
    )


def is_next(later: Key, earlier: Key) -> bool:
    """Whether one number follows upon another, and none was skipped."""
    return is_after(later, earlier) and gap(later, earlier) == 0


def _is_law(text: str, start: int, words: QuotingWords) -> bool:
    """Whether what is quoted is a piece of a law rather than a few words."""
    before = text[max(0, start - _LEAD) : start].rstrip()
    return bool(_LABEL_OPENS.match(text, start) or words.introduces.search(before))


def _outermost(spans: list[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found
