"""Searching the index of precedents: by words, by what clauses are good for.

A clause is found where at least half of the words that carry sense stand in it, in whatever form.
Those are put in order by the words and by the classifier's states together; the states alone find
nothing, for a few words that mean nothing lie as near to any clause as words that mean something.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from spacy.lang.en.stop_words import STOP_WORDS

from annotator.expressions import expression
from annotator.pipeline import load, pipeline_name
from annotator.precedents.index import PrecedentIndex
from annotator.precedents.kept import Kept, KeptClause, KeptLaw, States, Wanted
from annotator.precedents.serving import needs_of, passage
from annotator.precedents.shelf import refuse_others, unit
from annotator.schema import Clause, Struct

#: By how much the first places of either order count more than later ones, when they are joined.
_EVEN = 60
_WORD = expression(r"\w+")


class Search(Struct, frozen=True):
    """What is searched for; what is empty asks for nothing. Of ``needs`` one must be met."""

    words: str = ""
    needs: frozenset[str] = frozenset()
    issue: str = ""
    country: str = ""


class Hit(Struct, frozen=True):
    """A clause that was found, with its law, and the needs of the library that it meets."""

    law: KeptLaw
    clause: KeptClause
    needs: tuple[str, ...]


def found(index: PrecedentIndex, search: Search) -> list[Kept]:
    """The clauses that are asked for: by words the best first, else by country and law.

    Raises:
        PrecedentsError: the index is damaged, or another pipeline has read laws of it.
    """
    kept, states = index.clauses(
        Wanted(issues=(search.issue,) if search.issue else (), country=search.country)
    )
    if search.words:
        refuse_others(index, pipeline_name())
        order = _ordered(search.words, index, [clause.id for _, clause in kept], states)
    else:
        order = sorted(range(len(kept)), key=lambda at: _place(*kept[at]))
    return [kept[at] for at in order if not search.needs or _meets(kept[at][1], search.needs)]


def hit(kept: Kept) -> Hit:
    """A clause that was found, with all needs that it meets: to be asked of those shown alone."""
    law, clause = kept
    return Hit(law=law, clause=clause, needs=needs_of(clause))


def _meets(clause: KeptClause, needs: frozenset[str]) -> bool:
    return any(passage(clause, need) for need in needs)


def _ordered(words: str, index: PrecedentIndex, ids: list[int], states: States) -> list[int]:
    """The places of clauses in which the words stand, those first that are high in both orders."""
    asked = _telling(words)
    ranked = {row: rank for rank, row in enumerate(_standing(asked, index))}
    found = [at for at, row in enumerate(ids) if row in ranked]
    if not found:
        return []
    alike = np.argsort(-_alike(words, states[found]))
    by_sense = {found[at]: rank for rank, at in enumerate(alike)}

    def score(at: int) -> float:
        return 1 / (_EVEN + ranked[ids[at]]) + 1 / (_EVEN + by_sense[at])

    return sorted(found, key=lambda at: (-score(at), at))


def _telling(words: str) -> list[str]:
    """The words that carry sense; all of them where none does."""
    asked = list(dict.fromkeys(_WORD.findall(words.casefold())))
    return [word for word in asked if word not in STOP_WORDS] or asked


def _standing(asked: list[str], index: PrecedentIndex) -> list[int]:
    """The clauses in which at least half of the words stand, the best match first."""
    return [row for row, count in index.matching(asked).items() if 2 * count >= len(asked)]


def _alike(words: str, states: States) -> Any:
    clause = Clause(
        eid="", number="", heading="", path=(), lead_in="", text=words, start=0, end=len(words)
    )
    classifier: Any = load().get_pipe("clause_classifier")
    (asked,) = classifier.embed([clause])
    return unit(states.astype(np.float32)) @ asked


def _place(law: KeptLaw, clause: KeptClause) -> tuple[str, str, str, int]:
    return law.country, law.title, law.path, clause.id
