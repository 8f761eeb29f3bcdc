"""What is plainly wrong with English words that a template gives, seen on their surface.

:func:`faults` needs only the words. :func:`disagreements` also knows the nouns with which a text
was filled, and so whether what follows them agrees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.expressions import expression

# "he or she" speaks of both.
_MASCULINE = expression(
    r"\b(?:(?:he|him|his|himself)\b(?! or (?:she|hers?|herself)\b)|chairman\b)", re.IGNORECASE
)
# By sound: "a one-year permit", "a European", "an hour", "an EU citizen".
_CONSONANT_SOUND = r"(?:one\b|once\b|[Ee]u[a-z]|[Uu](?:ni(?!n)|s[aeu]|til|b))"
_VOWEL_SOUND = r"(?:hour|honest|honour|heir)"
_WRONG_ARTICLE = expression(
    rf"\b[Aa] (?:(?!{_CONSONANT_SOUND})[aeiou]|{_VOWEL_SOUND}|E[A-Z])|"
    rf"\b[Aa]n (?:(?!{_VOWEL_SOUND})[bcdfghjklmnpqrstvwxyz]|{_CONSONANT_SOUND})"
)
# "Those who ... is to": a sentence that begins with many and commands one.
_DISAGREE = expression(
    r"(?:^|[.;:] )(?:Those|They|These|All|Both|Women|Men|Persons|People|Children)\b"
    r"[^.;:]{0,200}? is to\b|"
    r"\b(?:each|every|a|an) [^\W\d]\w*[^\Ws] (?:are|have|were|do)\b",
    re.IGNORECASE,
)
_NUMBERS = "leaves a noun and its verb in different numbers"
_PAIRS = (("(", ")"), ("“", "”"), ("[", "]"))
_SINGULAR_VERB = r"(?:is|has|was|does)"
_PLURAL_VERB = r"(?:are|have|were|do)"


def faults(words: str) -> Iterator[str]:
    """What is wrong with words, each as the end of a sentence on them: *says a word twice*.

    >>> list(faults("a officer of of the Agency"))
    ['takes the wrong article', 'says a word twice']
    """
    if re.search(r"\S  +\S", words):
        yield "leaves a doubled blank"
    if re.search(r"{{|{%|}}|%}", words):
        yield "leaves a slot unfilled"
    if _WRONG_ARTICLE.search(words):
        yield "takes the wrong article"
    if re.search(r"\b(\w+) \1\b", words, re.IGNORECASE):
        yield "says a word twice"
    if _MASCULINE.search(words):
        yield "speaks of persons in the masculine"
    if re.search(r"\s[,;.:)]|[(“]\s", words):
        yield "leaves a blank beside punctuation"
    if re.search(r"\w*s['’]s\b|\b(?:a|an|the) (?:a|an|the)\b", words, re.IGNORECASE):
        yield "bends a word twice"
    if _DISAGREE.search(words):
        yield _NUMBERS
    if any(words.count(opening) != words.count(closing) for opening, closing in _PAIRS):
        yield "leaves a bracket or a quotation mark open"


def disagreements(words: str, singular: str, plural: str) -> Iterator[str]:
    """Where the words about a noun do not agree with it in number.

    Args:
        words: a text filled with the noun.
        singular: the noun.
        plural: its plural.

    >>> list(disagreements("The applicants is to be heard.", "applicant", "applicants"))
    ['leaves a noun and its verb in different numbers']
    """
    if singular == plural:
        return
    one, many = re.escape(singular), re.escape(plural)
    patterns = (
        # "one of the applicants is": the verb is that of another noun.
        rf"(?<!of )(?<!of the )\b{many} {_SINGULAR_VERB}\b",
        rf"\b(?:a|an|each|every|any|one) {many}\b",
        rf"\b(?:a|an|each|every|any|the) {one} {_PLURAL_VERB}\b",
        rf"\b(?:all|several|many|these|those) {one}\b",
    )
    if any(re.search(pattern, words, re.IGNORECASE) for pattern in patterns):
        yield _NUMBERS
