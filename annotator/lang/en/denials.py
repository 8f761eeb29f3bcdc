"""What words beside a rule may not say where their section says the contrary.

An addition that its section denies is a contradiction, whatever stands before it: a court would
have to choose. What compels somebody to be examined is not mended by a sentence on consent.
"""

from __future__ import annotations

import re

from annotator.expressions import expression

#: Words of an amendment, and those of a section that deny them.
_PAIRS = tuple(
    (expression(added, re.IGNORECASE), expression(denied, re.IGNORECASE))
    for added, denied in (
        (
            r"\b(?:informed|free|own) consent\b|"
            r"\bonly with (?:his or her|her|that person['’]s|the) (?:\w+ )?consent\b|"
            r"\bif (?:the|that) person consents\b",
            r"\bwithout (?:the|his|her|their|his or her|that person['’]s) consent\b|"
            r"\bwhether or not [^.;]{0,40}\bconsents?\b|\b(?:may|shall|must) be compelled\b|"
            r"\bcompulsor(?:y|ily)\b|\b(?:by force|such force|reasonable force|use force)\b|"
            r"\brefus(?:es|al|ing) (?:or fail(?:s|ure|ing) )?to (?:submit|undergo|be examined|"
            r"consent)\b[^.;]*\b(?:offence|guilty|liable|detained|refused|fined?)\b",
        ),
        (
            r"\b(?:in private|out of the (?:sight|hearing) of)\b",
            r"\bin (?:a |any )?public(?: place)?\b(?! (?:interest|order|health))|"
            r"\bin the presence of the public\b",
        ),
        (
            r"\bof the same (?:sex|gender)\b|\bof the (?:sex|gender) that\b",
            r"\b(?:irrespective of|of whatever|of either|regardless of (?:the )?) ?sex\b",
        ),
        (
            r"\bmay (?:work|engage in (?:paid )?(?:work|employment)|take up (?:work|employment))\b",
            r"\b(?:shall|may|must) not (?:work|engage in|take up|be employed|accept)\b",
        ),
    )
)


def is_denied(added: str, section: str) -> bool:
    """Whether a section says the contrary of words that would be added to it.

    >>> is_denied("with the person's informed consent", "A settler may be compelled to undergo it.")
    True
    """
    return any(
        words.search(added) is not None and contrary.search(section) is not None
        for words, contrary in _PAIRS
    )
