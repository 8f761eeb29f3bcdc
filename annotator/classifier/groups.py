"""A clause cut into noun groups and verb groups, by the closed classes of its language's words.

A group begins behind a mark, and at a preposition, conjunction, pronoun or auxiliary; *of* and the
articles stand within one. None of these is shown at its ends: of *shall be searched by a woman*,
that is *searched by a woman*. No group goes on beyond the end of a sentence, a list label, a
quotation mark, or a line that does not run on into the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from annotator.classifier.masking import Offsets
from annotator.expressions import expression
from annotator.lang import phrase_words
from annotator.lang.phrase_words import PhraseWords

#: Of so many words a group is made by joining others.
MOST_JOINED = 7
#: What *and* joins is one group if it has no more words, or is but a word on either side.
_SHORT = 5
#: A group that was not joined is cut before the next of its words, or sooner, at an *of*.
_MOST, _CUT_AT_A_LINK_FROM = 10, 5

_WORD = expression(r"[^\W_]+(?:-(?:\s?[^\W_]+)|[’']s\b)*")
# Between two words of a group there are blanks and at most one line break, or the apostrophe of an
# elision.
_RUNS_ON = expression(r"[^\S\n]*+(?:\n[^\S\n]*+)?|[’']")
_OWNED = expression(r"[’']s$")
_ROMAN = expression(r"[ivxlc]+")
#: What no label is without: "so1" and "a0b1c" are labels.
_LETTERS = expression(r"[^\W\d_]{3}")


class Group(NamedTuple):
    """Words that belong together: where they stand in a clause, and what is shown of them.

    ``shown`` has no function words at its ends; there may be nothing to show. ``telling`` are those
    of its words, in lower case, that say by themselves what the clause is about.
    """

    start: int
    end: int
    shown: Offsets | None
    telling: frozenset[str] = frozenset()


class _Word(NamedTuple):
    """``kind`` is its class, ``bound`` whether no mark stands before it, ``owns`` as in *man's*."""

    start: int
    end: int
    kind: str
    bound: bool
    capital: bool
    owns: bool


class _Stretch(NamedTuple):
    """Words that open a group, and those that follow; either may be none."""

    opening: list[_Word]
    words: list[_Word]


def groups(text: str, language: str = "en") -> list[Group]:
    """Cut ``text`` into groups that together cover its words.

    Args:
        text: a clause.
        language: its ISO 639-1 code.

    >>> text = "A woman shall be searched by a woman, unless she agrees."
    >>> [text[slice(*group.shown)] for group in groups(text)]
    ['woman', 'searched by a woman', 'agrees']
    """
    runs = _joined(_runs(_words(text, phrase_words(language))))
    return [
        Group(_first(run).start, _last(run).end, _shown(run), _telling(text, run)) for run in runs
    ]


def tells(word: str, language: str = "en") -> bool:
    """Whether a word says by itself what a clause is about.

    >>> [word for word in ("The", "person", "detained", "iii", "2b", "AE0W") if tells(word)]
    ['detained']
    """
    return _kind(word.lower(), phrase_words(language)) == "telling"


def _kind(word: str, words: PhraseWords) -> str:
    word = _OWNED.sub("", word)
    if word in words.kinds:
        return words.kinds[word]
    if not word[0].isalpha() or not _LETTERS.search(word) or _ROMAN.fullmatch(word):
        return "number"
    return "telling"


def _words(text: str, words: PhraseWords) -> Iterator[_Word]:
    before = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        capital = text[start].isupper()
        bound = before > 0 and _RUNS_ON.fullmatch(text, before, start) is not None
        # A line that begins with a capital is as a rule a sentence, or a heading.
        bound = bound and not (capital and "\n" in text[before:start])
        owns = _OWNED.search(match[0]) is not None
        yield _Word(start, end, _kind(match[0].lower(), words), bound, capital, owns)
        before = end


_OPENS = frozenset(("turning", "before_verb", "infinitive", "preposition", "coordinator", "other"))
_GLUE = frozenset(("article", "link", "possessive"))
_CONTENT = frozenset(("telling", "bare", "bare_verb", "number"))
_BEFORE_A_NOUN = frozenset(("article", "possessive", "preposition", "link"))
_BEFORE_A_VERB = frozenset(("before_verb", "infinitive"))
_NEVER_LAST = _GLUE | {"bare_verb"}


def _runs(words: Iterable[_Word]) -> Iterator[_Stretch]:
    run = _Stretch([], [])
    for word in words:
        opens = word.kind in _OPENS or _begins_a_noun(run, word)
        if not word.bound or (opens and run.words) or _is_full(run, word):
            if run.opening or run.words:
                yield run
            run = _Stretch([], [])
        if opens or (not run.words and word.kind in _GLUE):
            run.opening.append(word)
        else:
            run.words.append(word)
    if run.opening or run.words:
        yield run


def _begins_a_noun(run: _Stretch, word: _Word) -> bool:
    """Whether an article opens the next noun: *his detention | a person*, not *detain a person*.

    Of two words before it the latter may be a verb: *without a warrant detain a person*.
    """
    if word.kind not in ("article", "possessive") or _count(run.words) != 1:
        return False
    if run.words[-1].kind in _GLUE:
        return False
    opening = {one.kind for one in run.opening}
    return bool(opening & _BEFORE_A_NOUN) and not opening & _BEFORE_A_VERB


def _is_full(run: _Stretch, word: _Word) -> bool:
    count = len(run.words)
    return count >= _MOST or (word.kind == "link" and count >= _CUT_AT_A_LINK_FROM)


def _joined(runs: Iterable[_Stretch]) -> Iterator[_Stretch]:
    """``runs`` with verbs completed, and what *and* or *or* joins made one."""
    last: _Stretch | None = None
    for run in runs:
        if last is None:
            last = run
        elif _belong(last, run):
            last = _Stretch(last.opening, [*last.words, *run.opening, *run.words])
        else:
            yield last
            last = run
    if last is not None:
        yield last


def _belong(one: _Stretch, other: _Stretch) -> bool:
    if not (one.words and other.words and _first(other).bound):
        return False
    if len(one.words) + len(other.opening) + len(other.words) > MOST_JOINED:
        return False
    kinds = [word.kind for word in other.opening]
    if not all(kind in _GLUE for kind in kinds[1:]):
        return False
    if kinds[:1] == ["coordinator"]:
        if not all(any(word.kind == "telling" for word in run.words) for run in (one, other)):
            return False
        alone = _count(one.words) == 1 or _count(other.words) == 1
        return alone or (len(kinds) == 1 and len(one.words) + len(other.words) <= _SHORT)
    to_a_noun = kinds[:1] == ["preposition"] or (kinds[:1] == ["infinitive"] and len(kinds) > 1)
    return to_a_noun and _is_verb(one)


def _is_verb(run: _Stretch) -> bool:
    """Whether it is a verb as yet without an object."""
    kinds = [word.kind for word in run.opening]
    return _count(run.words) == 1 and ("before_verb" in kinds or kinds[-1:] == ["infinitive"])


def _count(words: Iterable[_Word]) -> int:
    return sum(word.kind in _CONTENT for word in words)


def _shown(run: _Stretch) -> Offsets | None:
    words = list(run.words)
    while words and words[-1].kind in _NEVER_LAST:
        words.pop()
    while words and _says_nothing(words):
        words.pop(0)
    if not any(word.kind == "telling" for word in words) or _is_name(words):
        return None
    return _turned(run.opening, words[0]), words[-1].end


def _says_nothing(words: list[_Word]) -> bool:
    """Whether the first of them does: a label, or the *person* before what the person does."""
    one, kinds = words[0], [word.kind for word in words]
    if one.kind == "number":
        # It may stand before what is counted.
        return kinds[1:2] not in (["telling"], ["bare"]) or words[1].capital
    return kinds[:2] == ["bare", "telling"] and not one.owns


def _telling(text: str, run: _Stretch) -> frozenset[str]:
    telling = (word for word in run.words if word.kind == "telling")
    return frozenset(text[word.start : word.end].lower() for word in telling)


def _is_name(words: list[_Word]) -> bool:
    """Whether it is a name alone, as of a State, or the title of a law, as *Immigration Act*."""
    names = [word for word in words if word.kind in ("telling", "bare")]
    one = len(names) == 1 and names[0].bound
    return all(word.capital for word in names) and (one or any(n.kind == "bare" for n in names))


def _turned(opening: list[_Word], word: _Word) -> int:
    """Where what is shown begins: at *not*, *without* or *her* where one stands before it."""
    start = word.start
    for before in reversed(opening):
        if before.kind in ("turning", "possessive"):
            start = before.start
        elif before.kind not in ("article", "before_verb", "preposition"):
            break
    return start


def _first(run: _Stretch) -> _Word:
    return (run.opening or run.words)[0]


def _last(run: _Stretch) -> _Word:
    return (run.words or run.opening)[-1]
