"""Definitions without quotation marks, run on in one paragraph: ``alien means ... child means``.

A term begins where a sentence has ended. Where not even stops part definitions, the words of the
term must tell: it is used elsewhere in the law, as what lies before it and it together is not, and
the terms of a list stand in alphabetical order.
"""

from __future__ import annotations

from collections.abc import Callable

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords

_SENTENCE_BREAK = expression(r"(?:[;.](?:\s?\([^()]{1,80}\))?|\])(?:\s+and)?\s+(?=[a-zA-Z])")
#: A term without quotation marks has no more words.
MOST_WORDS = 13
#: How much of a definition is looked at for its term and its verb.
_LONGEST_HEAD = 260
#: So many characters before a verb that defines may hold the term, and so many words are tried.
_REACH, _MOST_BEFORE = 90, 8
#: What ends the words between which a term is looked for.
_STOPS = frozenset(".;:—–!?)]")


def bare_terms(
    text: str, introduction: int, law: Callable[[], str], words: StructureWords
) -> list[tuple[int, str]]:
    """Where terms begin in a paragraph that announces and defines them, and the terms.

    Args:
        text: the paragraph.
        introduction: where the words end that announce definitions.
        law: what gives all words of the law, case-folded, with simple blanks.
        words: those of the law's language.
    """
    places = [introduction]
    places += [match.end() for match in _SENTENCE_BREAK.finditer(text, introduction)]
    found = []
    for place in places:
        head = text[place : place + _LONGEST_HEAD]
        bare = words.bare_term.match(head)
        if (
            bare
            and not words.no_term.match(head)
            and bare["term"].count(" ") < MOST_WORDS
            and not any(mark in bare["term"] for mark in '“”"')
        ):
            found.append((place, " ".join(bare["term"].split()).strip(" ,;*")))
    at_once = bool(found) and found[0][0] == introduction
    if at_once:
        found += _unparted(text, introduction, found, law(), words)
    return found if at_once or len(found) > 1 else []


def _unparted(
    text: str, begin: int, known: list[tuple[int, str]], law: str, words: StructureWords
) -> list[tuple[int, str]]:
    """Where terms begin in definitions that nothing parts, and the terms.

    Args:
        text: the definitions, from ``begin``.
        begin: see above.
        known: those of them that are found already, in order; the first stands at ``begin``.
        law: all words of the law, case-folded, with simple blanks.
        words: those of the law's language.

    Returns:
        the others; none where most terms are known, as they are where something parts them.
    """
    found: list[tuple[int, str]] = []
    waiting = list(known)
    previous, last = "", begin
    for verb in words.defines.finditer(text, begin):
        if waiting and waiting[0][0] < verb.start():
            while waiting and waiting[0][0] < verb.start():
                previous = waiting.pop(0)[1].casefold()
        else:
            first = max(last, verb.start() - _REACH)
            term = _term_before(text[first : verb.start()], previous, law, words)
            if term:
                found.append((verb.start() - len(term), " ".join(term.split())))
                previous = found[-1][1].casefold()
        last = verb.end()
    alone = len(found) == 1 and " " not in found[0][1]
    return [] if len(found) < len(known) or alone else found


def _term_before(before: str, previous: str, law: str, words: StructureWords) -> str:
    """The longest term, used elsewhere in the law, that ends these words; empty without one."""
    best, start = "", len(before)
    for _ in range(_MOST_BEFORE):
        start = before.rfind(" ", 0, start) if start > 0 else -1
        candidate = before[start + 1 :]
        first = candidate.split(" ", 1)[0]
        if start < 0 or not first or first[-1] in _STOPS:
            break
        if words.joins.fullmatch(first) or words.no_term.match(first):
            if candidate == first:
                break
            continue
        above = before[:start].rstrip().rpartition(" ")[2]
        if words.joins.fullmatch(above):
            continue
        folded = " ".join(candidate.split()).casefold()
        if folded >= previous and law.count(f" {folded}") > 1:
            best = candidate
    return best
