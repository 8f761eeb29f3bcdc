"""Gendered drafting, noted apart from findings: *he* for an officer, *chairman*, *husband or wife*.

It says nothing of what a clause does to women and men, only of how the law speaks of people; so it
is a matter of style, and never makes a clause blind. The steps are files: what is not the law's own
to change (:mod:`.protected`), words that name people by their sex (:mod:`.nouns`), the masculine
pronouns (:mod:`.pronouns`) and whom they stand for (:mod:`.antecedents`); :mod:`.notes` puts them
together.

All of it is English, its rules no less than its words: only English marks a person's sex in a few
nouns and pronouns. Another language would need a room of its own, so of its laws nothing is noted.
"""

from annotator.neutral_drafting.notes import style_notes

__all__ = ["style_notes"]
