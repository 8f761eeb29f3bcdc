"""Which acts words presuppose, and whether clauses have them done (``library/acts.yaml``)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from annotator.lang import language
from annotator.library.model import Act
from annotator.library.patterns import shown_in
from annotator.library.tables import load_acts
from annotator.reading.cues import matched
from annotator.reading.items import own_words
from annotator.schema import Clause

#: Clauses of a few provisions, of which several templates ask.
_REMEMBERED = 4096
#: The characters of clauses that have something done, or let rules have it done.
_ACTING = ("rule", "offence", "power")


@lru_cache(maxsize=_REMEMBERED)
def presupposed(words: str) -> tuple[Act, ...]:
    """The acts that words of an amendment presuppose.

    >>> [act.name for act in presupposed("The evaluation shall measure effects on women.")]
    ['evaluation']
    """
    return tuple(act for act in load_acts().values() if shown_in(act.named, words))


def is_done(act: Act, clauses: Iterable[Clause], code: str = "en") -> bool:
    """Whether one of the clauses has an act done, by its own power and from now on.

    Args:
        act: one that words presuppose.
        clauses: those of a section, or the one that the words name.
        code: the ISO 639-1 code of their language.
    """
    return any(
        _does(act.name, own_words(one, code), code) for one in clauses if one.kind != "definition"
    )


@lru_cache(maxsize=_REMEMBERED)
def _does(name: str, words: str, code: str) -> bool:
    grammar = language(code).clauses
    if grammar.character(words) not in _ACTING or grammar.tells_of_the_past(words):
        return False
    act = load_acts()[name]
    told = grammar.without_condition(words) if act.main else words
    own = grammar.without_plights(grammar.without_others_powers(told))
    return matched(act.when, own, code=code) is not None
