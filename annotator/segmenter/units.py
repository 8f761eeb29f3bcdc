"""Where sections and articles begin, and the parts, chapters and schedules above them.

Every line that could open a section is a candidate. Which of them do is decided for the whole law
at once: the best chain of candidates whose numbers rise, where a candidate speaks for itself by
what stands around it (a full stop before, a capital or ``(1)`` after). A year, a page, a
cross-reference that a line break left in front, a numbered list inside a section: none of them
fits the chain.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from annotator.eids import ELEMENTS
from annotator.lang.contract import StructureWords
from annotator.numbering import UNIT_NUMBER, Key, gap, is_after, unit_key
from annotator.segmenter.furniture import is_contents_title
from annotator.segmenter.lines import Line, ends_paragraph

_EDIT = r"(?:[FCEIMX]\d+(?!\d))?\[?\s?\*{0,2}"
_EDIT_INITIALS = "FCEIMX[*"
_ROMAN = r"[IVXLC]{1,7}"
_OPENS = re.compile(r"[(\[“\"‘'*…—–]|\.\.\.|[A-Z]|F\d+\[")
_FIRST_SUBDIVISION = re.compile(r"[—–-]?\s?\[?\((?:1|a|i|A|I)\)|1\.\s")


class _Patterns(NamedTuple):
    """The heads of provisions in one language, and the letters with which they begin."""

    container: re.Pattern[str]
    container_initials: set[str]
    attachment: re.Pattern[str]
    keyword: re.Pattern[str]
    keyword_initials: set[str]
    bare: re.Pattern[str]


@cache
def _patterns(words: StructureWords) -> _Patterns:
    number = rf"{_ROMAN}\b|\d{{1,3}}(?:\.\d+)*[A-Z]{{0,2}}\b|[A-Z]\b"
    containers, attachments = "|".join(words.containers), "|".join(words.attachments)
    heads = (*words.containers, *words.attachments, words.the)
    initials = {letter for head in heads for letter in (head[0], head[0].upper())}
    initials |= {ordinal[0] for ordinal in words.ordinals.split("|")}
    return _Patterns(
        container=re.compile(
            rf"{_EDIT}(?P<word>{containers})\s+(?P<number>{number}|(?:{words.ordinals})\b)"
            r"(?P<rest>.*)",
            re.IGNORECASE,
        ),
        container_initials=initials | set(_EDIT_INITIALS),
        attachment=re.compile(
            rf"{_EDIT}(?:(?:{words.the}\s+)?(?:(?P<ordinal>{words.ordinals})\s+)?"
            rf"(?P<word>{attachments}))(?:\s+(?P<number>{number}))?(?P<rest>.*)",
            re.IGNORECASE,
        ),
        keyword=re.compile(
            rf"{_EDIT}(?P<word>{'|'.join(map(re.escape, words.units))})"
            rf"\s*(?P<number>{UNIT_NUMBER}|{_ROMAN}\b)"
            r"(?P<delimiter>\.?\s?[—–-]{1,2}|[.:])?\s*\*{0,2}\s*(?P<rest>.*)"
        ),
        keyword_initials={unit[0] for unit in words.units} | set(_EDIT_INITIALS),
        bare=re.compile(
            rf"{_EDIT}(?P<number>{UNIT_NUMBER})"
            rf"(?P<range>\s+(?:{words.to}|–|-)\s+{UNIT_NUMBER}(?=\s*\[))?"
            r"(?P<delimiter>\.?\s?[—–]|\.-|\s?\.|:)?\*{0,2}"
            r"(?:\s+|(?=[(\[“\"‘])|(?<=\W)(?=[A-Z.…]))(?P<rest>\S.*)"
        ),
    )


class Unit(NamedTuple):
    """A section, article, regulation or rule: the line it begins in and what its number is.

    ``rest`` is the offset within the line at which its words begin; ``word`` what a citation calls
    it, ``named`` whether the law prints that before the number.
    """

    line: int
    number: str
    key: Key
    word: str
    named: bool
    rest: int


class Container(NamedTuple):
    """A part, chapter, division (``element``), or an attachment (``att``): a heading with rank.

    ``printed`` and ``number`` are as they stand, ``word`` is what the tree calls it, ``rest`` the
    offset within the line behind them.
    """

    line: int
    word: str
    printed: str
    number: str
    element: str
    rest: int


@dataclass(slots=True)
class _Candidate:
    unit: Unit
    score: float
    total: float = 0.0
    before: int = -1


@dataclass(slots=True)
class Skeleton:
    """The upper levels of a law, in the order of its text."""

    units: list[Unit] = field(default_factory=list)
    containers: list[Container] = field(default_factory=list)


def find_skeleton(lines: list[Line], words: StructureWords) -> Skeleton:
    """Find the units and containers of a law, region by region (its body, each schedule).

    Lines of a table of contents become furniture on the way.
    """
    containers = [c for i in range(len(lines)) if (c := _container(lines, i, words))]
    article = tuple(printed for printed, word in words.units.items() if word == "Article")
    articles = any(line.text.startswith(article) and _keyword(line.text, words) for line in lines)
    if not articles:  # "Section 5" is a heading over articles only where there are articles
        containers = [c for c in containers if c.word != "Section"]
    keyworded, bare = _candidates(lines, articles, words)
    _mark_contents(lines, keyworded or bare, containers, words)
    if not keyworded:
        keyworded = []
    containers = [c for c in containers if not lines[c.line].furniture]
    skeleton = Skeleton(containers=containers)
    starts = [0, *(c.line for c in containers if c.element == "att"), len(lines)]
    restarts = {c.line for c in containers}
    for first, last in itertools.pairwise(starts):
        skeleton.units += _best_style(
            _within(lines, keyworded, first, last), _within(lines, bare, first, last), restarts
        )
    return skeleton


def _within(
    lines: list[Line], candidates: list[_Candidate], first: int, last: int
) -> list[_Candidate]:
    return [
        c for c in candidates if first <= c.unit.line < last and not lines[c.unit.line].furniture
    ]


def _container(lines: list[Line], i: int, words: StructureWords) -> Container | None:
    line, patterns = lines[i], _patterns(words)
    if (
        line.furniture
        or line.quoted
        or len(line.text) > 200
        or line.text[0] not in patterns.container_initials
    ):
        return None
    match = patterns.container.match(line.text)
    if match and _is_title(match["rest"]) and _own_line(lines, i, words):
        printed, number, end = match["word"], match["number"], match.start("rest")
        word = _called(printed, words.containers)
        return Container(i, word, printed, number, ELEMENTS[word], end)
    match = patterns.attachment.match(line.text)
    if match and _is_title(match["rest"], attachment=True) and _own_line(lines, i, words):
        if not match["word"].isupper() and not (match["number"] or match["ordinal"] or line.gap):
            return None
        number = match["number"] or match["ordinal"] or ""
        word = _called(match["word"], words.attachments)
        return Container(i, word, match["word"], number, "att", match.start("rest"))
    return None


def _called(printed: str, table: Mapping[str, str]) -> str:
    """What the tree calls a container, however its word is printed."""
    for word, called in table.items():
        if re.fullmatch(word, printed, re.IGNORECASE):
            return called
    return printed


def _is_title(rest: str, attachment: bool = False) -> bool:
    """Whether what follows "Part 2" on its line can be a title, or nothing."""
    rest = rest.strip(" .:*")
    if not rest:
        return True
    if attachment and rest[0] == "(":
        return len(rest) < 80
    if rest[0] in "—–-":
        rest = rest.lstrip("—–- ")
        return bool(rest) and rest[-1] not in ".;,"
    return rest[0].isupper() and rest[-1] not in ".;,"


def _own_line(lines: list[Line], i: int, words: StructureWords) -> bool:
    return not lines[i].soft or (i > 0 and ends_paragraph(lines[i - 1].text, words))


def _keyword(text: str, words: StructureWords) -> re.Match[str] | None:
    match = _patterns(words).keyword.match(text)
    if match and match["rest"] and not _opens(match["rest"]):
        return None
    return match


def _opens(rest: str) -> bool:
    """Whether these words can be the first of a provision or of its heading."""
    if not _OPENS.match(rest):
        return False
    if rest[0] == "(":  # "Section 31 (1) does not apply"
        after = re.sub(r"^(?:\([\w.]{1,6}\)\s*(?:(?:and|to)(?= \())?\s*)+", "", rest)
        return not after or bool(_OPENS.match(after))
    return True


def _candidates(
    lines: list[Line], has_articles: bool, words: StructureWords
) -> tuple[list[_Candidate], list[_Candidate]]:
    patterns = _patterns(words)
    keyworded: list[_Candidate] = []
    bare: list[_Candidate] = []
    for i, line in enumerate(lines):
        first = line.text[0]
        if line.furniture or line.quoted:
            continue
        if first.isdigit() or first in _EDIT_INITIALS:
            match = patterns.bare.match(line.text)
            if match and (score := _bare_score(lines, i, match, words)) > -2:
                bare.append(_candidate(i, match, score))
                continue
        if first in patterns.keyword_initials:
            match = _keyword(line.text, words)
            if not match:
                continue
            printed = match["word"]
            if has_articles and printed in words.over_articles:
                continue
            score = 1.5 + _context_score(lines, i, words)
            keyworded.append(_candidate(i, match, score, words.units[printed]))
    return keyworded, bare


def _candidate(i: int, match: re.Match[str], score: float, called: str = "") -> _Candidate:
    number, word = match["number"], called or "section"
    whole = number + (match.groupdict().get("range") or "")
    unit = Unit(i, whole, unit_key(number), word, bool(called), match.start("rest"))
    return _Candidate(unit, score)


def _context_score(lines: list[Line], i: int, words: StructureWords) -> float:
    """How well the line's surroundings speak for a new provision."""
    line = lines[i]
    score = 1.0 + (0.5 if line.gap else 0.0)
    if i == 0 or line.gap:
        return score
    above = lines[i - 1].text
    if line.soft:
        score -= 0.0 if above[-1] in ".:;" else 1.5
        if above[-1] == "," or words.before_a_reference.search(above[-14:]):
            score -= 3.0
    return score


def _bare_score(lines: list[Line], i: int, match: re.Match[str], words: StructureWords) -> float:
    rest = match["rest"]
    score = _context_score(lines, i, words)
    if not _opens(rest):
        return -9.0
    if _FIRST_SUBDIVISION.match(rest):
        score += 1.0
    if words.measures.match(rest):
        score -= 3.0
    if match["number"].isdigit() and int(match["number"]) > 1500:
        score -= 3.0
    if match["delimiter"]:
        score += 0.3
    return score


def _mark_contents(
    lines: list[Line],
    candidates: list[_Candidate],
    containers: list[Container],
    words: StructureWords,
) -> None:
    """Make furniture of a table of contents: numbers and titles that all come again below."""
    end = _contents_end(lines, candidates, words)
    if end is None:
        return
    begin, stop = end
    for i in range(begin, stop):
        lines[i].furniture = True
    # The title of the first part may stand above the first number that comes again.
    names = Counter((container.printed, container.number) for container in containers)
    again = {c.line for c in containers if names[c.printed, c.number] > 1}
    above = stop - 1
    while above > begin and above in again:
        lines[above].furniture = False
        above -= 1


def _contents_end(
    lines: list[Line], candidates: list[_Candidate], words: StructureWords
) -> tuple[int, int] | None:
    titles = [i for i, line in enumerate(lines[:400]) if is_contents_title(line, words)]
    begin = titles[0] if titles else None
    listed = [c for c in candidates if begin is None or c.unit.line > begin]
    run = _entry_run(lines, listed)
    if len(run) < (2 if titles else 5):
        return None
    again = [c for c in listed[len(run) :] if c.unit.key == run[0].unit.key]
    if not again:
        return None
    first = begin if begin is not None else run[0].unit.line
    stop = again[0].unit.line
    last_entry = run[-1].unit.line
    while stop - 1 > last_entry and not ends_paragraph(lines[stop - 1].text, words):
        stop -= 1  # headings over the first section belong to the body
    return first, max(stop, last_entry + 1)


def _entry_run(lines: list[Line], candidates: list[_Candidate]) -> list[_Candidate]:
    """The candidates at the top that are short, unpunctuated lines, one close upon another."""
    run: list[_Candidate] = []
    for candidate in candidates:
        line = lines[candidate.unit.line]
        is_sentence = line.text[-1] in ";,:" or (line.text[-1] == "." and len(line.text) > 90)
        if is_sentence or len(line.text) > 160:
            break
        if run and (
            candidate.unit.line - run[-1].unit.line > 6
            or not is_after(candidate.unit.key, run[-1].unit.key)
        ):
            break
        run.append(candidate)
    return run


def _best_style(
    keyworded: list[_Candidate], bare: list[_Candidate], restarts: set[int]
) -> list[Unit]:
    """The chain of "Article 14" or that of "14", whichever explains more of the region."""
    named = _best_chain(keyworded, restarts)
    plain = _best_chain(bare, restarts)
    return named if 2 * len(named) >= len(plain) and named else plain


def _best_chain(candidates: list[_Candidate], restarts: set[int]) -> list[Unit]:
    """The highest-scoring chain of candidates whose numbers rise (or start anew under a part)."""
    if not candidates:
        return []
    by_base: dict[int, int] = {}
    last_restart, best_before_restart = -1, -1
    best = -1
    restart_lines = sorted(restarts)
    r = 0
    for j, candidate in enumerate(candidates):
        while r < len(restart_lines) and restart_lines[r] <= candidate.unit.line:
            if restart_lines[r] > last_restart:
                last_restart, best_before_restart = restart_lines[r], best
            r += 1
        # A chain may begin late, as a part of a law does: at 0.2 a root, beginning at 100 costs two
        # candidates. No law tried is cut differently at 0 or at 1; a lone late number would be.
        total, before = candidate.score - 0.2 * max(0, candidate.unit.key[0] - 1) ** 0.5, -1
        for i in _possible_predecessors(candidates, j, by_base):
            reach = candidates[i].total + candidate.score + _step(candidates[i], candidate)
            if reach > total:
                total, before = reach, i
        if candidate.unit.key[0] == 1 and best_before_restart >= 0:
            # To begin anew under a part costs as much as a candidate in plain surroundings brings.
            reach = candidates[best_before_restart].total + candidate.score - 1.0
            if reach > total:
                total, before = reach, best_before_restart
        candidate.total, candidate.before = total, before
        held = by_base.get(candidate.unit.key[0])
        if held is None or total >= candidates[held].total:
            by_base[candidate.unit.key[0]] = j
        if best < 0 or total >= candidates[best].total:
            best = j
    return _trace(candidates, best)


def _possible_predecessors(
    candidates: list[_Candidate], j: int, by_base: dict[int, int]
) -> set[int]:
    base = candidates[j].unit.key[0]
    near = {i for b in range(base, max(-1, base - 6), -1) if (i := by_base.get(b)) is not None}
    near.update(range(max(0, j - 12), j))
    return near


def _step(earlier: _Candidate, later: _Candidate) -> float:
    """What it costs, or brings, to go from one number to another."""
    # The same number twice, in two versions of a section, costs less than a plain candidate brings.
    if later.unit.key == earlier.unit.key:
        return -0.8
    # Never: no chain brings so much that it could go backwards.
    if not is_after(later.unit.key, earlier.unit.key):
        return -99.0
    # Each number left out costs, but never more than 2: sections are repealed in blocks, and an Act
    # that amends a code goes from 102 to 1001. Without the ceiling such Acts lose half of what they
    # have (F1 0.16 to 0.49 less in three of those tried); without the 0.5 for the very next
    # number, chains of strays win in short Acts that amend others.
    skipped = gap(later.unit.key, earlier.unit.key)
    return 0.5 if not skipped else -min(0.3 * skipped, 2.0)


def _trace(candidates: list[_Candidate], last: int) -> list[Unit]:
    chain: list[Unit] = []
    while last >= 0:
        chain.append(candidates[last].unit)
        last = candidates[last].before
    return chain[::-1]
