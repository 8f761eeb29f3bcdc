"""What is asked of a language to find the ends of a noun group or a verb group in it.

Closed classes of words, all in lower case. A language has them in its module ``phrase_words``, as
``WORDS``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, eq=False)
class PhraseWords:
    """The words of one language that begin, join and end a group, and those that say nothing."""

    #: They stand within a group, never at its ends: *the*, *any*.
    articles: frozenset[str]
    #: They join two nouns into one group: *of*.
    links: frozenset[str]
    #: They belong to the noun that follows and are shown with it: *her*.
    possessives: frozenset[str]
    #: They turn what follows into its opposite, or narrow it, and are shown with it: *not*, *only*.
    turning: frozenset[str]
    #: What a verb stands behind: *shall*, *be*, *who*.
    before_verbs: frozenset[str]
    #: A verb follows, or a noun with its article: *to*.
    infinitives: frozenset[str]
    #: *in*, *by*; what they begin may complete a verb.
    prepositions: frozenset[str]
    #: *and*, *or*: of two words that they join, none is shown without the other.
    coordinators: frozenset[str]
    #: All others of which no group consists: *if*, *it*, *where*.
    others: frozenset[str]
    #: Words of any provision, of which none says by itself what is provided: *section*, *person*.
    bare: frozenset[str]
    #: The same of verbs: *made*, *requires*. No group ends with one, whose object is not in it.
    bare_verbs: frozenset[str]

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The class of each word; of a word in several, the first of them."""
        classes = {
            "article": self.articles,
            "link": self.links,
            "possessive": self.possessives,
            "turning": self.turning,
            "before_verb": self.before_verbs,
            "infinitive": self.infinitives,
            "preposition": self.prepositions,
            "coordinator": self.coordinators,
            "other": self.others,
            "bare": self.bare,
            "bare_verb": self.bare_verbs,
        }
        return {word: kind for kind in reversed(classes) for word in classes[kind]}
