"""Of which kinds a section or a clause is, in which little belongs (``library/places.yaml``)."""

from __future__ import annotations

from functools import lru_cache

from annotator.library.model import Place
from annotator.library.patterns import shown_in
from annotator.library.tables import load_places

#: Headings and clauses of which several templates ask.
_REMEMBERED = 1024


@lru_cache(maxsize=_REMEMBERED)
def kinds_of(heading: str, words: str, section: str = "") -> tuple[Place, ...]:
    """The kinds that a clause is of, by its section's heading or by what it says itself.

    Args:
        heading: of the section, on one line.
        words: of the clause, as read with its lead-in.
        section: all that the section says, of which some kinds are told.

    >>> [kind.name for kind in kinds_of("Delegation", "The Minister may delegate any power.")]
    ['delegation']
    >>> kinds_of("Detention", "An officer may detain a person.")
    ()
    """
    return tuple(
        place for place in load_places().values() if _is_of(place, heading, words, section)
    )


def _is_of(place: Place, heading: str, words: str, section: str) -> bool:
    told = shown_in(place.heading, heading) or shown_in(place.says, words)
    told = told or (place.whole and shown_in(place.says, section))
    return told and not shown_in(place.save, words)
