"""The law's own words for what the texts of templates call by a general name.

A law that speaks of civil partners says *spouse or civil partner*, one that defines human
trafficking never says *trafficking* alone, and one that detains under another of its Parts does not
detain *under this section*. Words of another law's making would have no meaning in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from annotator.lang.en.inflection import Noun

#: A law mentions another's words once or twice; what it says more often is its own.
_LEAST_USES = 2
_PARTNERS = ("civil partner", "common-law partner", "cohabitant")
_PRACTITIONERS = (
    "registered medical practitioner",
    "medical practitioner",
    "physician",
    "medical officer",
    "doctor",
)
_SPOUSE = Noun("spouse or partner")
_PRACTITIONER = Noun("medical practitioner")
_TRAFFICKING = ("human trafficking", "trafficking in human beings", "trafficking in persons")
# As they stand alone: not "trafficking in persons", not "human trafficking".
_ALONE = re.compile(r"(?<!human )\btrafficking\b(?! in (?:persons|human beings))")
_HELD = re.compile(
    r"\b(?:detain\w*|detention|arrest\w*|custody|held|kept|intern\w*)\b[^.;]{0,30}? under "
    r"(?P<power>this (?:Act|Law|Part|Division|Chapter|Title)|the Act|Part \w+)\b"
)
_CALLS_ITSELF = re.compile(
    r"\b([Tt]his|[Tt]hese) (Act|Law|Code|Regulations?|Ordinance|Order|Decree|Directive|Rules|"
    r"Proclamation|Convention|Protocol|Bill)\b"
)
#: Those of them that give powers over persons; regulations are made under an Act that gives them.
_GIVES_POWER = ("this Act", "this Law", "this Convention", "this Decree", "this Ordinance")
_MADE_UNDER_AN_ACT = "these Regulations"


@dataclass(frozen=True)
class Own:
    """A law's words: for a spouse or partner, who examines, trafficking, and itself.

    ``name`` is what it calls itself, ``itself`` what it calls the law by whose powers it acts: the
    Act, in regulations. Both are empty where it says neither.
    """

    spouse: Noun = _SPOUSE
    practitioner: Noun = _PRACTITIONER
    trafficking: str = "trafficking"
    itself: str = ""
    name: str = ""

    def put_in(self, words: str) -> str:
        """Rendered words with the law's term for trafficking.

        >>> Own(trafficking="human trafficking").put_in("a risk of trafficking in persons")
        'a risk of human trafficking'
        """
        if self.trafficking == "trafficking":
            return words
        # With the law's own term in place of every other, none stands beside another.
        plain = re.sub(r"\btrafficking in (?:persons|human beings)\b", "trafficking", words)
        return _ALONE.sub(self.trafficking, plain)


def own_words(text: str) -> Own:
    """The words of a law.

    Args:
        text: the law, on one line.

    >>> own = own_words("A civil partner is told. A spouse or civil partner may answer.")
    >>> own.spouse, own.practitioner
    ('spouse or civil partner', 'medical practitioner')
    """
    lower = text.lower()
    names = [f"{this.lower()} {what}" for this, what in _CALLS_ITSELF.findall(text)]
    partner = next((word for word in _PARTNERS if lower.count(word) >= _LEAST_USES), "partner")
    practitioner = next((word for word in _PRACTITIONERS if f" {word}" in lower), _PRACTITIONER)
    return Own(
        Noun(f"spouse or {partner}"),
        Noun(practitioner),
        _trafficking(lower),
        _itself(names),
        _commonest(names),
    )


def power_over(clause: str, provision: str, own: Own, unit: str, *, gives: bool) -> str:
    """Under what somebody is detained: the provision, or the part of the law that has the power.

    Args:
        clause: its text.
        provision: the text of the section or article.
        own: the law's words.
        unit: the provision as it speaks of itself: ``this section``.
        gives: whether the provision itself gives the power.
    """
    named = _named_power(clause) or _named_power(provision)
    if named:
        return named
    return unit if gives or not own.itself else own.itself


@lru_cache(maxsize=256)
def _named_power(text: str) -> str:
    """Kept, since a provision is asked once for each of its clauses."""
    named = _HELD.search(text)
    return named["power"] if named else ""


def _trafficking(lower: str) -> str:
    counts = {word: lower.count(word) for word in _TRAFFICKING}
    best = max(counts, key=lambda word: counts[word])
    used = counts[best] >= _LEAST_USES and counts[best] * 2 > len(_ALONE.findall(lower))
    return best if used else "trafficking"


def _itself(names: Sequence[str]) -> str:
    """The law by whose powers a law acts; for regulations, the Act under which they are made."""
    acting = sorted(one for one in names if one in (*_GIVES_POWER, _MADE_UNDER_AN_ACT))
    found = _commonest(acting)
    return "the Act" if found == _MADE_UNDER_AN_ACT else found


def _commonest(names: Sequence[str]) -> str:
    """The name that is said most often, of equals the first; empty where there is none."""
    return max(dict.fromkeys(names), key=names.count, default="")
