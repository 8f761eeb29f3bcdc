"""What two prints of a clause have in common, however each sets it."""

from __future__ import annotations

from annotator.expressions import expression

_WORD = expression(r"\w+")
_DASHES = expression("[\u2010-\u2015\u2212-]+|_{2,}")
_SINGLE, _DOUBLE = expression("[\u2018-\u201b\u2032`]"), expression("[\u201c-\u201f\u2033«»]|''")
#: Nothing to be seen, and no words.
_UNSEEN = expression("[\u00ad\u200b-\u200f\u2060\ufeff]")


def folded(text: str) -> str:
    """Words as they count: on one line, whatever quotes, dashes and blanks print them.

    >>> folded("a\u00a0“port  of\\nentry”\u2014")
    'a "port of entry"-'
    """
    text = _DASHES.sub("-", _UNSEEN.sub("", text))
    return " ".join(_SINGLE.sub("'", _DOUBLE.sub('"', text)).split())


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text without their marks, capitals and line wraps.

    >>> words_of("The Officer (a) shall")
    ('the', 'officer', 'a', 'shall')
    """
    return tuple(_WORD.findall(folded(text).casefold()))
