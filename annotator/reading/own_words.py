"""The law's own words for what the texts of templates call by a general name.

A law that speaks of civil partners says *spouse or civil partner*, one that defines human
trafficking never says *trafficking* alone, and one that detains under another of its Parts does not
detain *under this section*. Words of another law's making would have no meaning in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from annotator.lang import language
from annotator.lang.en.inflection import Noun, uncapitalised
from annotator.lang.words import LawWords

#: A law mentions another's words once or twice; what it says more often is its own.
_LEAST_USES = 2


@dataclass(frozen=True)
class Own:
    """A law's words: for a spouse or partner, who examines, trafficking, and itself.

    ``name`` is what it calls itself, or its chapter of a code, ``itself`` what it calls the law by
    whose powers it acts: the Act, in regulations. Both are empty where it says neither.
    ``language`` is the code of the language that it is written in.
    """

    spouse: Noun
    practitioner: Noun
    trafficking: str
    itself: str = ""
    name: str = ""
    language: str = "en"

    def put_in(self, words: str) -> str:
        """Rendered words with the law's term for trafficking.

        >>> own = own_words("Human trafficking is a crime. A victim of human trafficking is heard.")
        >>> own.put_in("a risk of trafficking in persons")
        'a risk of human trafficking'
        """
        say = language(self.language).law_words
        if self.trafficking == say.trafficking:
            return words
        # With the law's own term in place of every other, none stands beside another.
        plain = say.trafficking_in_whom.sub(say.trafficking, words)
        return say.trafficking_alone.sub(self.trafficking, plain)


def own_words(text: str, code: str = "en") -> Own:
    """The words of a law.

    Args:
        text: the law, on one line.
        code: the ISO 639-1 code of its language.

    >>> own = own_words("A civil partner is told. A spouse or civil partner may answer.")
    >>> own.spouse, own.practitioner
    ('spouse or civil partner', 'medical practitioner')
    >>> own_words("The spouse of a holder may enter. A spouse who works needs a permit.").spouse
    'spouse'
    """
    say, lower = language(code).law_words, text.lower()
    # A chapter of a code may quote the Act by which it was made.
    found = max(say.calls_itself.findall(text), say.calls_its_chapter.findall(text), key=len)
    names = [uncapitalised(name) for name in found]
    partner = next((word for word in say.partners if lower.count(word) >= _LEAST_USES), "")
    practitioners = (word for word in say.practitioners if f" {word}" in lower)
    return Own(
        Noun(say.partners[partner] if partner else _couple(lower, say)),
        Noun(next(practitioners, say.practitioner)),
        _trafficking(lower, say),
        _itself(names, say),
        _commonest(names),
        code,
    )


def _couple(lower: str, say: LawWords) -> str:
    """A spouse or partner, or a spouse alone where the law speaks of spouses and of nobody else."""
    speaks = lower.count(say.spouse_alone) >= _LEAST_USES
    if speaks and not any(word in lower for word in say.unmarried):
        return say.spouse_alone
    return say.spouse


def power_over(clause: str, provision: str, own: Own, unit: str, *, gives: bool) -> str:
    """Under what somebody is detained: the provision, or the part of the law that has the power.

    Args:
        clause: its text.
        provision: the text of the section or article.
        own: the law's words.
        unit: the provision as it speaks of itself: ``this section``.
        gives: whether the provision itself gives the power.
    """
    named = named_power(clause, own.language) or named_power(provision, own.language)
    if named:
        return named
    return unit if gives or not own.itself else own.itself


@lru_cache(maxsize=256)
def named_power(text: str, code: str) -> str:
    """The power under which a text says that persons are held: ``this Part``; empty without one.

    Kept, since a provision is asked once for each of its clauses.
    """
    named = language(code).law_words.held_under.search(text)
    return named["power"] if named else ""


def _trafficking(lower: str, say: LawWords) -> str:
    counts = {word: lower.count(word) for word in say.trafficking_terms}
    best = max(counts, key=lambda word: counts[word])
    alone = len(say.trafficking_alone.findall(lower))
    used = counts[best] >= _LEAST_USES and counts[best] * 2 > alone
    return best if used else say.trafficking


def _itself(names: Sequence[str], say: LawWords) -> str:
    """The law by whose powers a law acts; for regulations, the Act under which they are made."""
    acting = sorted(one for one in names if one in say.gives_power or one in say.made_under)
    found = _commonest(acting)
    return say.made_under.get(found, found)


def _commonest(names: Sequence[str]) -> str:
    """The name that is said most often, of equals the first; empty where there is none."""
    return max(dict.fromkeys(names), key=names.count, default="")
