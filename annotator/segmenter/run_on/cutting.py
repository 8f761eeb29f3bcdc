"""Sections that run on in one line, as a page's words come out that were copied without its breaks.

Such a paragraph is cut into lines where sections begin in it, parts, and the headings over them, so
that all later steps see an ordinary law. A number in running text opens a section only as one of a
chain: 1, 2, 3 ..., each where a sentence or a heading has just ended.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from annotator.lang.structure_words import StructureWords
from annotator.numbering import (
    BEHIND_FIRST_DIGIT,
    BOOK,
    NUMBER_OF_A_CODE,
    UNIT_NUMBER,
    Key,
    gap,
    is_after,
    plain_number,
    unit_key,
)
from annotator.segmenter.lines.headings import looks_like_heading
from annotator.segmenter.lines.line import Line
from annotator.segmenter.lines.openers import ROMAN, written_numbers
from annotator.segmenter.lines.run_in_titles import opens_with_a_title
from annotator.segmenter.quoting.passages import closed_passages
from annotator.segmenter.run_on.other_run_on import other_cuts
from annotator.segmenter.run_on.unstopped import belongs_to_words, sections_without_stops

#: A paragraph that is shorter is left as it is.
_SHORTEST = 160
#: A text of more lines was not copied without its breaks.
_FEW_LINES = 40
#: So many numbers may be left out before a chain.
_MOST_SKIPPED = 3
#: So many sections make a chain, where none of them opens the line; else two.
_SECTIONS = 3
#: What speaks for a section that has lost its number, and opens the line with its title.
_LOST = 0.7
_LONGEST_TITLE, _LONGEST_ENTRY = 110, 160
_SENTENCE_END = '.;:”")]!?—'
#: A part's title in capitals, where the heading of its first section follows.
_CAPITALS = re.compile(r"[\s.:—–-]*(?:[A-Z’'&,()-]{2,}\s+)+(?=[A-Z][a-z])")
#: What stands behind the name of a schedule: "(Section 4)".
_NOTE = re.compile(r"\s*(?:\([^()]{1,90}(?:\([^()]{1,8}\)[^()]{0,40})*\)|\[[^\[\]]{1,60}\])\s*")
_LAST_SENTENCE = re.compile(r"[.;:”\")\]—]\s+(?=\S)")
_NUMBER_OF_A_CODE = re.compile(NUMBER_OF_A_CODE)
#: So many characters before a number hold the word that stands there.
_LONGEST_WORD = 16
#: White space that is longer ends a sentence.
_MOST_BLANKS = 40


class _RunOnPatterns(NamedTuple):
    """What opens sections and parts. ``number`` begins with a digit, and so is found fast; what
    stands before that is looked for in ``before``, where ``ends`` allow it."""

    opener: re.Pattern[str]
    initials: frozenset[str]
    number: re.Pattern[str]
    before: re.Pattern[str]
    ends: tuple[str, ...]
    head: re.Pattern[str]


class _RunOnHead(NamedTuple):
    """The name of a part, or of a schedule (``attached``) with the note behind it."""

    start: int
    end: int
    attached: bool


@dataclass(slots=True)
class _Opener:
    """A number that could open a section: where, and the best chain that ends in it."""

    start: int
    end: int
    key: Key
    named: bool
    score: float
    total: float = 0.0
    before: int = -1
    #: It bears no number, and stands for any that may come before the next.
    lost: bool = False


@cache
def _patterns(words: StructureWords) -> _RunOnPatterns:
    units = "|".join(map(re.escape, words.units))
    parts = "|".join(f"{word.upper()}|{word.capitalize()}" for word in words.containers)
    written = written_numbers(words, str.capitalize)
    attachments = "|".join(f"{word.upper()}|{word.capitalize()}" for word in words.attachments)
    capitals = "|".join(word.upper() for word in words.attachments)
    number = rf"\s+(?!1\.\s[A-Z][a-z])(?:{ROMAN}|\d{{1,3}}|[A-Z])\b"
    behind = (
        r"(?P<mark>\s?\.\s?[—–-]{0,2}|\s?[:—–]|\s?-(?=\s)|)\s{0,3}"
        r"(?=[A-Z(“\"‘\[]|[1a][.)/-]\s[A-Z])"
    )
    return _RunOnPatterns(
        opener=re.compile(rf"(?:(?:{units})\s?)?(?P<number>{UNIT_NUMBER}){behind}"),
        initials=frozenset({"L", "R", "D", *(unit[0] for unit in words.units)}),
        # nothing that begins behind a bracket, as labels do, or another digit
        number=re.compile(rf"(?P<number>\d(?<![(\d]\d){BEHIND_FIRST_DIGIT}){behind}"),
        before=re.compile(rf"(?<![^\s—\]])(?:(?P<word>{units})\s?)?(?P<code>{BOOK})?\Z"),
        ends=(*words.units, "L", "R", "D", "L.", "R.", "D."),
        head=re.compile(
            rf"(?<![^\s—\]])(?:(?P<attached>(?:{written})\s+(?:{attachments})\b"
            rf"|(?:{capitals})\b(?:{number}|(?=\s+1\.\s[A-Z][a-z])|(?=\s*[\[(A-Z])|$)"
            rf"|(?:{attachments})(?=\s*[\[(](?:{units})))"
            rf"|(?:{parts})(?:{number}|\s+(?:{written})\b)(?!,?\s+[a-z]))"
        ),
    )


def cut_run_on(lines: list[Line], words: StructureWords) -> list[Line]:
    """The lines, those cut in which several sections run on."""
    found: list[Line] = []
    above = 0
    for paragraph in _paragraphs(lines):
        size = paragraph[-1].end - paragraph[0].start
        text = _aligned(paragraph) if size >= _SHORTEST else ""
        cuts = _cuts(text, above, words) if text else []
        cut = _cut(paragraph, text, cuts) if cuts else paragraph
        above = _last_number(cut, above, words)
        found += cut
    return found if above or len(found) > _FEW_LINES else _cut_otherwise(found, words)


def _cut_otherwise(lines: list[Line], words: StructureWords) -> list[Line]:
    """The lines of a text without plain numbers, those cut in which others run on: "(1)"."""
    found: list[Line] = []
    for paragraph in _paragraphs(lines):
        text = _aligned(paragraph)
        cuts = [cut for cut in other_cuts(text, words) if cut] if len(text) >= _SHORTEST else []
        found += _cut(paragraph, text, cuts) if cuts else paragraph
    return found


def _last_number(lines: list[Line], above: int, words: StructureWords) -> int:
    """The number that the last of the lines bears which opens with one that could go on."""
    patterns = _patterns(words)
    for line in lines:
        first = line.text[0]
        if line.soft or not (first.isdigit() or first in patterns.initials):
            continue
        if match := patterns.opener.match(line.text):
            base = unit_key(plain_number(match["number"]))[0]
            if above < base <= above + _MOST_SKIPPED:
                above = base
    return above


def _paragraphs(lines: list[Line]) -> Iterator[list[Line]]:
    """Lines with those that go on with them."""
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and not line.soft:
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _aligned(paragraph: list[Line]) -> str:
    """The words of the lines, each at its distance from the first."""
    if len(paragraph) == 1:
        return paragraph[0].text
    parts = []
    position = paragraph[0].start
    for line in paragraph:
        parts += [" " * (line.start - position), line.text]
        position = line.end
    return "".join(parts)


def _cut(paragraph: list[Line], text: str, cuts: list[int]) -> list[Line]:
    """The paragraph's ``text`` cut at offsets: each piece is a line, however it was wrapped."""
    begin, head = paragraph[0].start, paragraph[0]
    noted = [line for line in paragraph if line.note or line.margin]
    found = []
    for start, end in itertools.pairwise([0, *cuts, len(text)]):
        words = text[start:end].rstrip()
        if not words:  # between the name of a schedule and its first number
            continue
        line = Line(begin + start, begin + start + len(words), words, gap=start > 0)
        for beside in (other for other in noted if line.start <= other.start < line.end):
            line.note = f"{line.note} {beside.note}".strip()
            line.margin += beside.margin
        found.append(line)
    found[0].gap, found[0].page_break, found[0].soft = head.gap, head.page_break, head.soft
    return found


def _cuts(text: str, above: int, words: StructureWords) -> list[int]:
    """Where lines begin in a paragraph in which sections run on; none in any other.

    The paragraph goes on with the numbers ``above`` it, or with those of a schedule in it.
    """
    found = _cuts_behind_stops(text, above, words)
    if not found:
        head = _patterns(words).head
        found = _schedules(text, words) if above else sections_without_stops(text, head, words)
    return [cut for cut in found if cut]


def _cuts_behind_stops(text: str, above: int, words: StructureWords) -> list[int]:
    openers = _openers(text, words)
    if openers and openers[0].start and text[0].isalpha() and opens_with_a_title(text, words):
        first = unit_key(str(above + 1))
        openers.insert(0, _Opener(0, 0, first, openers[0].named, _LOST, lost=True))
    if len(openers) < 2:  # no chain
        return []
    heads = _heads(text, openers[0].start, words)
    schedules = [head.start for head in heads if head.attached]
    chain = _best_chain(openers, schedules if above else None)
    if not chain or not _goes_on(chain, above, heads):
        return []
    cuts = {opener.start for opener in chain}
    listed = _listed(text, chain, words)
    law = chain[listed:]
    for opener in law:
        heading = _heading_before(text, opener.start, words)
        if heading is not None:
            cuts.add(heading)
    titles = [end for opener in law if (end := _title_end(text, opener.end, words)) is not None]
    if 2 * len(titles) > len(law):
        cuts.update(titles)
    if listed:
        cuts.update(_cuts_of_contents(text, chain, listed, words))
    for head in heads:
        cuts.add(head.start)
        if title := _CAPITALS.match(text, head.end):
            cuts.add(title.end())
        elif head.attached and head.end < len(text):
            cuts.add(head.end)
    return sorted(cuts)


def _listed(text: str, chain: list[_Opener], words: StructureWords) -> int:
    """How many numbers at the top of a chain a table of contents has: only titles follow them."""
    anew = next((k for k in range(1, len(chain)) if chain[k].key < chain[k - 1].key), 0)
    entries = [text[a.end : b.start] for a, b in itertools.pairwise(chain[:anew])]
    titles = [e for e in entries if len(e) < _LONGEST_ENTRY and not words.finite.search(e)]
    return anew if anew > 1 and 4 * len(titles) >= 3 * len(entries) else 0


def _cuts_of_contents(
    text: str, chain: list[_Opener], listed: int, words: StructureWords
) -> Iterator[int]:
    """Where a table of contents and its parts begin, and where the last of its titles ends.

    What stands between contents and law belongs to neither.
    """
    if title := words.contents_title.search(text, 0, chain[0].start):
        yield title.start()
        yield title.end()
    for match in _patterns(words).head.finditer(text, chain[0].start, chain[listed - 1].start):
        yield match.start()
    last = chain[listed - 1]
    again = next((opener for opener in chain[listed:] if opener.key == last.key), last)
    reach = min(chain[listed].start - last.end, len(text) - again.end, _LONGEST_TITLE)
    same = next((k for k in range(reach) if text[last.end + k] != text[again.end + k]), reach)
    if 0 < same < reach and text[last.end].isupper():
        yield max(last.end, text.rfind(" ", last.end, last.end + same) + 1)


def _heads(text: str, first: int, words: StructureWords) -> list[_RunOnHead]:
    """Where parts and schedules begin: behind a sentence, or with a title above a first section."""
    found = []
    for match in _patterns(words).head.finditer(text):
        ended = text[max(0, match.start() - 9) : match.start()].rstrip()[-1:] or "."
        title = text[match.end() : first] if match.end() + _LONGEST_TITLE > first else ""
        if ended in _SENTENCE_END or looks_like_heading(title.strip(" :.—–-"), words):
            note = _NOTE.match(text, match.end())
            end = note.end() if note and match["attached"] else match.end()
            found.append(_RunOnHead(match.start(), end, match["attached"] is not None))
    return found


def _schedules(text: str, words: StructureWords) -> list[int]:
    """Where schedules begin, and what is in them, that run on behind the words of a section.

    Each tells behind its name to which section it belongs: "First Schedule (Section 4)".
    """
    if not any(word[1:] in text for word in words.attachments):
        return []
    return [
        cut
        for head in _heads(text, 0, words)
        if head.attached and head.end < len(text) and text[: head.end].rstrip()[-1] in ")]"
        for cut in (head.start, head.end)
    ]


def _goes_on(chain: list[_Opener], above: int, heads: list[_RunOnHead]) -> bool:
    """Whether the sections that run on follow those above them, or begin anew under a heading."""
    base = chain[0].key[0]
    if not above or chain[0].start == 0 or above < base <= above + _MOST_SKIPPED:
        return True
    return base == 1 and any(head.attached and head.start < chain[0].start for head in heads)


def _openers(text: str, words: StructureWords) -> list[_Opener]:
    found = []
    patterns = _patterns(words)
    quoted = closed_passages(text) if "“" in text or '"' in text else []
    for match in patterns.number.finditer(text):
        k = bisect_left(quoted, (match.start(), 0)) - 1
        if k >= 0 and match.start() < quoted[k][1]:
            continue
        if (opens := _opens_at(text, match, patterns)) is None:
            continue
        start, number, named = opens
        if number.isdecimal() and len(number) > 3:
            continue
        marked = bool(match["mark"].strip())
        if text[match.end()] == "[" and not marked:  # an editor's mark
            continue
        if belongs_to_words(text, start, match.end(), words):
            continue
        before = text[max(0, start - _MOST_BLANKS) : start].rstrip()
        ended = not before or before[-1] in _SENTENCE_END
        if not (ended or marked or named) and _heading_before(text, start, words) is None:
            continue
        score = 0.2 + (1.0 if ended else 0.0) + (0.5 if marked else 0.0) + (0.5 if named else 0.0)
        found.append(_Opener(start, match.end(), unit_key(number), named, score))
    return found


def _opens_at(
    text: str, match: re.Match[str], patterns: _RunOnPatterns
) -> tuple[int, str, bool] | None:
    """Where a number begins with what belongs to it, it, and whether a word stands before it.

    None where it is no number of its own, but a piece of another, or of a word.
    """
    start, number = match.start(), match["number"]
    first = max(0, start - _LONGEST_WORD)
    if text[first:start].rstrip().endswith(patterns.ends):
        before = patterns.before.search(text, first, start)
        if before and (not before["code"] or _NUMBER_OF_A_CODE.match(number)):
            whole = plain_number((before["code"] or "") + number)
            return before.start(), whole, before["word"] is not None
    if start and not (text[start - 1].isspace() or text[start - 1] in "—]"):
        return None
    return start, plain_number(number), False


def _best_chain(openers: list[_Opener], restarts: list[int] | None) -> list[_Opener]:
    """The chain of numbers that explains most; none where it is too short to be sections.

    It may begin anew behind the offsets ``restarts``, or anywhere if they are None.
    """
    best: list[_Opener] = []
    for named in (True, False):
        chain = _chain([opener for opener in openers if opener.named == named], restarts)
        if len(chain) > len(best):
            best = chain
    if not best or best[-1].total <= 0:
        return []
    return best if len(best) >= (2 if best[0].start == 0 else _SECTIONS) else []


def _chain(openers: list[_Opener], restarts: list[int] | None) -> list[_Opener]:
    by_base: dict[int, int] = {}
    best = -1
    for j, opener in enumerate(openers):
        base = opener.key[0]
        late = 0 if opener.start == 0 else base - 1
        opener.total, opener.before = opener.score - (late if late < 3 else 9.0), -1
        if (
            base == 1
            and best >= 0
            and openers[best].key[0] > 2
            and (
                restarts is None
                or bisect_left(restarts, openers[best].start) < bisect_left(restarts, opener.start)
            )
        ):  # a schedule, or behind contents
            opener.total, opener.before = openers[best].total + opener.score - 1.0, best
        for earlier in range(base, max(-1, base - 4), -1):
            i = by_base.get(earlier)
            if i is None or not is_after(opener.key, openers[i].key):
                continue
            skipped = 0 if openers[i].lost else gap(opener.key, openers[i].key)
            reach = openers[i].total + opener.score - 0.8 * skipped
            if reach > opener.total:
                opener.total, opener.before = reach, i
        held = by_base.get(base)
        if held is None or opener.total >= openers[held].total:
            by_base[base] = j
        if best < 0 or opener.total >= openers[best].total:
            best = j
    chain: list[_Opener] = []
    while best >= 0:
        chain.append(openers[best])
        best = openers[best].before
    return chain[::-1]


def _heading_before(text: str, start: int, words: StructureWords) -> int | None:
    """Where the heading begins that stands before a section's number, if one does."""
    first = max(0, start - _LONGEST_TITLE)
    before = text[first:start].rstrip()
    if not before or before[-1] in _SENTENCE_END:
        return None
    ends = list(_LAST_SENTENCE.finditer(before))
    if not ends and first:
        return None
    begin = ends[-1].end() if ends else 0
    return first + begin if looks_like_heading(before[begin:], words) else None


def _title_end(text: str, begin: int, words: StructureWords) -> int | None:
    """Where the words of a section begin behind the title that it has: "3. Search. (1) An"."""
    stop = text.find(". ", begin, begin + _LONGEST_TITLE)
    if stop < 0 or not text[begin : begin + 1].isupper():
        return None
    title = text[begin : stop + 1]
    after = text[stop + 1 :][:8].lstrip()
    if not looks_like_heading(title, words) or not (after[:1].isupper() or after[:1] in '(“"'):
        return None
    return stop + 1 + (len(text[stop + 1 : stop + 8]) - len(text[stop + 1 : stop + 8].lstrip()))
