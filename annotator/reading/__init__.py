"""A law as read once for all its clauses: its provisions, its own words, its style of drafting.

The door is :meth:`Reading.of`, which takes the library, so that a country's words for the roles of
its laws are never left behind. The rooms behind it: provisions and their clauses (:mod:`.law`),
the law's words for roles and for itself (:mod:`.terms`, :mod:`.own_words`), its style
(:mod:`.style`); and of one clause who acts on whom (:mod:`.actors`), and what of a template's cues
it shows (:mod:`.cues`). What it does, its language tells (:mod:`annotator.lang`).
"""

from annotator.reading.law import LawText, WholeProvision, folded
from annotator.reading.reading import Reading
from annotator.reading.style import Style, cited_whole
from annotator.reading.terms import Terms

__all__ = ["LawText", "Reading", "Style", "Terms", "WholeProvision", "cited_whole", "folded"]
