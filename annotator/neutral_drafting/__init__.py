"""Gendered drafting, noted apart from findings: *he* for an officer, *chairman*, *husband or wife*.

It says nothing of what a clause does to women and men, only of how the law speaks of people; so it
is a matter of style, and never makes a clause blind. The steps are files: what is not the law's own
to change (:mod:`.protected`), words that name people by their sex (:mod:`.nouns`), the masculine
pronouns (:mod:`.pronouns`) and whom they stand for (:mod:`.antecedents`); :mod:`.notes` puts them
together.
"""

from annotator.neutral_drafting.notes import style_notes

__all__ = ["style_notes"]
