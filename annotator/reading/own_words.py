"""The law's own words for what the texts of templates call by a general name.

A law that speaks of civil partners says *spouse or civil partner*, one that defines human
trafficking never says *trafficking* alone, and one that detains under another of its Parts does not
detain *under this section*. Words of another law's making would have no meaning in it.
"""

from __future__ import annotations

import re
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
_ITSELF = re.compile(r"\b[Tt](his (?:Act|Law|Convention|Decree|Ordinance)|hese Regulations)\b")
# "(in this subsection referred to as a “child”)", "(in this section referred to as “the child”)"
_LOCAL = re.compile(
    r"\bin this (?:subsection|paragraph) (?:referred to as|called) (?:the |an? )?"
    r"[“\"‘'](?:the |an? )?([^”\"’']{2,40})[”\"’']"
)


@dataclass(frozen=True)
class Own:
    """A law's words: for a spouse or partner, who examines, trafficking, and itself."""

    spouse: Noun = _SPOUSE
    practitioner: Noun = _PRACTITIONER
    trafficking: str = "trafficking"
    itself: str = ""

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
    partner = next((word for word in _PARTNERS if lower.count(word) >= _LEAST_USES), "partner")
    practitioner = next((word for word in _PRACTITIONERS if f" {word}" in lower), _PRACTITIONER)
    return Own(
        Noun(f"spouse or {partner}"),
        Noun(practitioner),
        _trafficking(lower),
        _itself(text),
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


def local_terms(text: str) -> frozenset[str]:
    """What a clause gives a meaning for itself alone, in lower case.

    >>> local_terms("a minor (in this subsection referred to as a “child”) who is alone")
    frozenset({'child'})
    """
    return frozenset(match[1].lower() for match in _LOCAL.finditer(text))


def _trafficking(lower: str) -> str:
    counts = {word: lower.count(word) for word in _TRAFFICKING}
    best = max(counts, key=lambda word: counts[word])
    used = counts[best] >= _LEAST_USES and counts[best] * 2 > len(_ALONE.findall(lower))
    return best if used else "trafficking"


def _itself(text: str) -> str:
    """How the law speaks of itself; regulations, of the Act under which they are made."""
    found = [f"t{match[1]}" for match in _ITSELF.finditer(text)]
    best = max(sorted(set(found)), key=found.count, default="")
    return "the Act" if best == "these Regulations" else best
