"""Precedents: responsive clauses of laws that the user has run, and which of them a proposal has.

A small index on the user's own disk (:mod:`.index`, where it lies says :mod:`.place`) keeps of each
law the clauses that surely take gender into account (:mod:`.taking`), each with its words and with
the classifier's state of it. A proposal is shown up to three of *other* countries on the same
matter (:mod:`.choosing`; what a clause must say for that, :mod:`.serving`), the nearest in law
first.
"""

from annotator.precedents.choosing import with_precedents
from annotator.precedents.index import PrecedentIndex
from annotator.precedents.kept import KeptClause, KeptLaw, Wanted
from annotator.precedents.place import index_path
from annotator.precedents.serving import needs_of
from annotator.precedents.shelf import PrecedentShelf, shelf_at
from annotator.precedents.taking import taken

__all__ = [
    "KeptClause",
    "KeptLaw",
    "PrecedentIndex",
    "PrecedentShelf",
    "Wanted",
    "index_path",
    "needs_of",
    "shelf_at",
    "taken",
    "with_precedents",
]
