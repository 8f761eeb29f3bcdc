"""What a clause does, by the names of ``library/matters.yaml``: whether two clauses do the same."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from annotator.lang import language
from annotator.library.model import Matter
from annotator.library.tables import load_matters
from annotator.reading.cues import matched
from annotator.schema import Clause

#: Clauses of which each is compared with many others.
_REMEMBERED = 4096


@lru_cache(maxsize=_REMEMBERED)
def shown(words: str, code: str = "en") -> tuple[Matter, ...]:
    """The matters that a clause shows, in the order of the table.

    What is said of a person's plight is no deed of the clause: *who is expelled*.

    Args:
        words: the clause as read with its lead-in, on one line.
        code: the ISO 639-1 code of its language.
    """
    told = language(code).clauses.without_plights(words)
    return tuple(
        matter
        for matter in load_matters().values()
        if not matter.general and matched(matter.when, told, code=code)
    )


def main_matter(clause: Clause, issues: Sequence[str], code: str = "en") -> Matter | None:
    """What a clause is about, on the first of its issues that tells; None where nothing does.

    A condition is known whatever the issue: of proof of means an issue says little.

    Args:
        clause: a flagged clause.
        issues: those that it raises, the surest first.
        code: the ISO 639-1 code of its language.
    """
    if clause.kind == "definition":
        return load_matters()["definition"]
    found = shown(clause.words, code)
    general = [one for one in load_matters().values() if one.general]
    on_issue = (one for issue in issues for one in found if issue in one.issues)
    at_large = (one for issue in issues for one in general if issue in one.issues)
    conditions = (one for one in found if one.condition)
    return next(on_issue, None) or next(conditions, None) or next(at_large, None)


def deeds(clause: Clause, issues: Sequence[str], code: str = "en") -> frozenset[str]:
    """The names of what a clause does: what it is about, and the conditions that it names."""
    main = main_matter(clause, issues, code)
    names = {one.name for one in shown(clause.words, code) if one.condition}
    return frozenset(names | ({main.name} if main and not main.general else set()))


def serves(need: str, name: str) -> bool:
    """Whether a need of the library is about the matter so named."""
    return need in load_matters()[name].needs
