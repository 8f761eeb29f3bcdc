"""The numbers in running text that could open sections, and the chain of them that does."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.numbering import NUMBER_OF_A_CODE, Key, gap, is_after, plain_number, unit_key
from annotator.segmenter.quoting.passages import closed_passages
from annotator.segmenter.run_on.patterns import (
    SENTENCE_END,
    RunOnPatterns,
    heading_before,
    run_on_patterns,
)
from annotator.segmenter.run_on.unstopped import belongs_to_words

#: So many sections make a chain, where none of them opens the line; else two.
_SECTIONS = 3
#: The least score of an article that shows itself; what it costs such a one to stand first, or
#: behind others, whatever its number.
_SHOWN, _ANYWHERE = 1.2, 1.5
_NUMBER_OF_A_CODE = expression(NUMBER_OF_A_CODE)
#: So many characters before a number hold the word that stands there.
_LONGEST_WORD = 16
#: White space that is longer ends a sentence.
_MOST_BLANKS = 40


@dataclass(slots=True)
class Opener:
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
    #: It is of the form 2.1, which may be a paragraph of "Article 2".
    decimal: bool = False
    #: A heading stands before it, and a mark behind it.
    headed: bool = False

    @property
    def shown(self) -> bool:
        """Whether its word, and a mark or the end of a sentence, show that it opens an article."""
        return self.named and self.score >= _SHOWN


def openers_in(text: str, words: StructureWords) -> list[Opener]:
    """The numbers of a paragraph that could open sections, each with what speaks for it."""
    found = []
    patterns = run_on_patterns(words)
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
        ended = not before or before[-1] in SENTENCE_END
        headed = not ended and heading_before(text, start, words) is not None
        if not (ended or marked or named or headed):
            continue
        score = 0.2 + (1.0 if ended else 0.0) + (0.5 if marked else 0.0) + (0.5 if named else 0.0)
        decimal = "." in number
        found.append(
            Opener(
                start, match.end(), unit_key(number), named, score, decimal=decimal,
                headed=headed and marked,
            )
        )  # fmt: skip
    if any(sign in text for sign in patterns.bracket_signs):
        found += _bracketed(text, patterns, words)
        found.sort(key=lambda opener: opener.start)
    return found


def _bracketed(text: str, patterns: RunOnPatterns, words: StructureWords) -> Iterator[Opener]:
    """The numbers between brackets behind their word: "Article (1)"."""
    for match in patterns.bracketed.finditer(text):
        start = match.start()
        before = text[max(0, start - _MOST_BLANKS) : start].rstrip()
        ended = not before or before[-1] in SENTENCE_END
        if not belongs_to_words(text, start, match.end(), words):
            headed = ended or heading_before(text, start, words) is not None
            score = _SHOWN + ended if headed else _SHOWN / 2
            yield Opener(start, match.end(), unit_key(match["number"]), True, score)


def _opens_at(
    text: str, match: re.Match[str], patterns: RunOnPatterns
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


def best_chain(
    openers: list[Opener], restarts: list[int] | None, *, sure: bool = False
) -> list[Opener]:
    """The chain of numbers that explains most; none where it is too short to be sections.

    It may begin anew behind the offsets ``restarts``, or anywhere if they are None. Where the first
    is ``sure`` to open a section, it may be the only one.
    """
    best: list[Opener] = []
    for named in (True, False):
        alike = [opener for opener in openers if opener.named == named]
        if best and best[-1].total > 0:  # there are articles, and decimals are their paragraphs
            alike = [opener for opener in alike if not opener.decimal]
        chain = _chain(alike, restarts, sure=sure and alike[:1] == openers[:1])
        articles = len(best) >= _SECTIONS and best[-1].total > 0 and bool(chain)
        if len(chain) > len(best) and not (articles and best[0].start < chain[0].start):
            best = chain
    if not best or best[-1].total <= 0:
        return []
    fewest = 1 if sure else 2 if best[0].start == 0 else _SECTIONS
    return best if len(best) >= fewest else []


def _chain(openers: list[Opener], restarts: list[int] | None, *, sure: bool) -> list[Opener]:
    by_base: dict[int, int] = {}
    best = -1
    for j, opener in enumerate(openers):
        base = opener.key[0]
        late = 0 if opener.start == 0 or (sure and j == 0) else base - 1
        cost = min(late, _ANYWHERE) if opener.shown or opener.headed else late if late < 3 else 9.0
        opener.total, opener.before = opener.score - cost, -1
        if (
            base == 1
            and best >= 0
            and openers[best].key[0] > 2
            and (
                restarts is None
                or bisect_left(restarts, openers[best].start) < bisect_left(restarts, opener.start)
            )
        ):  # a schedule, or behind contents
            reach = openers[best].total + opener.score - 1.0
            if reach > opener.total:  # nothing goes on from "Act No. 14 of 1961 [2nd May]"
                opener.total, opener.before = reach, best
        for earlier in range(base, max(-1, base - 4), -1):
            i = by_base.get(earlier)
            if i is None or not is_after(opener.key, openers[i].key):
                continue
            skipped = 0 if openers[i].lost else gap(opener.key, openers[i].key)
            reach = openers[i].total + opener.score - 0.8 * skipped
            if reach > opener.total:
                opener.total, opener.before = reach, i
        if opener.shown and best >= 0 and openers[best].key[0] < base:  # of an excerpt
            reach = openers[best].total + opener.score - _ANYWHERE
            if reach > opener.total:
                opener.total, opener.before = reach, best
        held = by_base.get(base)
        if held is None or opener.total >= openers[held].total:
            by_base[base] = j
        if best < 0 or opener.total >= openers[best].total:
            best = j
    chain: list[Opener] = []
    while best >= 0:
        chain.append(openers[best])
        best = openers[best].before
    return chain[::-1]
