"""Of which kinds a section or a clause is, in which little belongs (``library/places.yaml``)."""

from __future__ import annotations

from functools import lru_cache

from annotator.library.model import SectionKind
from annotator.library.patterns import shown_in
from annotator.library.tables import load_places

#: Headings and clauses of which several templates ask.
_REMEMBERED = 1024


@lru_cache(maxsize=_REMEMBERED)
def kinds_of(
    heading: str, words: str, section: str = "", above: tuple[str, ...] = ()
) -> tuple[SectionKind, ...]:
    """The kinds that a clause is of, by its section's heading or by what it says itself.

    Args:
        heading: of the section, on one line.
        words: of the clause, as read with its lead-in.
        section: all that the section says, of which some kinds are told.
        above: the titles of what holds the section, which tell of others.

    >>> [kind.name for kind in kinds_of("Delegation", "The Minister may delegate any power.")]
    ['delegation']
    >>> kinds_of("Detention", "An officer may detain a person.")
    ()
    """
    found = []
    for place in load_places().values():
        headings = (heading, *above) if place.above else (heading,)
        said = (words, section) if place.whole else (words,)
        told = any(shown_in(place.heading, one) for one in headings)
        told = told or any(shown_in(place.says, one) for one in said)
        if told and not shown_in(place.save, words):
            found.append(place)
    return tuple(found)
