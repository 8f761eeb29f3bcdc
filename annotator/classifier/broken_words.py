"""Words that a hyphen and the end of a line break in two, and what they name.

Half of *per-son* is no son. Whether the halves are one word, or keep their hyphen, or are two words
with a dash between, no list decides: what they name is asked both ways, and only a half that is as
a rule a mere syllable does not count by itself.
"""

from __future__ import annotations

from annotator.expressions import expression
from annotator.lang import classifier_words
from annotator.lang.classifier_words import Naming

#: A blank run is taken from the hyphen on: a search from each of its blanks would not end.
_BREAK = expression(r"(?<=[^\W\d_]{2})[-‐][^\S\n]*\n\s*(?=[^\W\d_])")
_FIRST = expression(r"[^\W\d_]+\Z")
_SECOND = expression(r"[^\W\d_]+")
#: No word is longer; a search for its beginning goes no farther back.
_LONGEST = 40
_STRENGTH: tuple[Naming, ...] = ("gender", "role", "plain")


def named(text: str, language: str = "en") -> Naming:
    """What ``text`` names by the closed lists of its language.

    Raises:
        InputError: :mod:`annotator.lang` has no words of that language for the classifier.

    >>> named("any per-\\nson"), named("a preg-\\nnant person"), named("a female-\\nheaded family")
    ('plain', 'gender', 'gender')
    """
    naming = classifier_words(language).naming
    if not _BREAK.search(text):
        return naming(text)
    apart = list(text)
    for start, end in syllables(text, language):
        apart[start:end] = " " * (end - start)
    return min(naming("".join(apart)), naming(_BREAK.sub("", text)), key=_STRENGTH.index)


def syllables(text: str, language: str = "en") -> list[tuple[int, int]]:
    """Offsets of the halves of broken words that look like a word of the closed lists.

    >>> syllables("any per-\\nson, his wife")
    [(9, 12)]
    """
    known = classifier_words(language).syllables
    halves = []
    for match in _BREAK.finditer(text):
        first = _FIRST.search(text, max(0, match.start() - _LONGEST), match.start())
        second = _SECOND.match(text, match.end(), match.end() + _LONGEST)
        halves += [half.span() for half in (first, second) if half and half[0].lower() in known]
    return halves
