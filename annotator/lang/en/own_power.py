"""What a clause does by its own power, as against what it tells of past or foreign acts.

*The person is taken to have been detained* has nobody detained, nor has *a person who is held under
section 9 may write letters*: words on those who are detained by that clause would speak of nobody.
"""

from __future__ import annotations

import re

from annotator.expressions import expression

_TELLS_OF_THE_PAST = expression(
    r"\b(?:(?:is|are|was|were|be) (?:taken|deemed|presumed) (?:always )?(?:not )?to have been|"
    r"(?:is|are|was|were) (?:not )?(?:unlawful|invalid|valid and effectual|ineffective)\b|"
    r"(?:does|do|shall) not (?:affect|invalidate) the validity)",
    re.IGNORECASE,
)
_UNIT = r"(?:sub)?(?:section|article|paragraph|regulation|rule|Part|Division|Chapter)s?"
_UNDER = r"(?:under|pursuant to|in accordance with|by virtue of|in pursuance of)"
# "detained under section 9 of the Ports Act": by the power of another provision.
_BY_ANOTHER = expression(
    r" ?\b(?:in (?:\w+ )?(?:detention|custody)|(?!under\b)\w+(?:ed|en|ion|al|eld|ept|order|arrest))"
    rf"(?: by [^.,;]{{1,40}}?)?,? {_UNDER} "
    rf"(?:that {_UNIT}|another {_UNIT}|{_UNIT} \d[\w.]*(?:\([\w.]+\))*(?! of this\b))",
    re.IGNORECASE,
)


# "If a settler is kept in custody, the Board shall": what has been done when the rule is asked.
_CONDITION = expression(
    r"^(?:\(?\w{1,4}\)?[.)]? )?(?:If|Where|When|Whenever|For the purposes? of) [^;:—]*?, "
    r"(?=(?:then |the|an?|any|every|each|he|she|it|they|no|such|that|all)\b[^,;:—]*"
    r"\b(?:shall|must|may|can|is|are|has|have)\b)"
)


def tells_of_the_past(words: str) -> bool:
    """Whether a clause declares what was done already, or whether it was valid.

    >>> tells_of_the_past("A person is taken to have been detained lawfully.")
    True
    >>> tells_of_the_past("A person may be detained.")
    False
    """
    return _TELLS_OF_THE_PAST.search(words) is not None


def without_condition(words: str) -> str:
    """A clause without the condition with which it opens, in which nothing is done by its power.

    >>> without_condition("If a settler is kept in custody, the Board shall tell the settler.")
    'the Board shall tell the settler.'
    """
    return _CONDITION.sub("", words)


def without_others_powers(words: str) -> str:
    """A clause without what is done by the power of other provisions.

    >>> without_others_powers("A person detained under section 9 may write letters.")
    'A person may write letters.'
    """
    return _BY_ANOTHER.sub("", words)
