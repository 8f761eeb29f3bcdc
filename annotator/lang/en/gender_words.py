"""The closed lists of words by which the guidelines decide what names sex, gender or a role.

The guidelines let a clause be ``responsive`` only where it names sex or gender, and a clause can
be ``regressive`` only where it names one of these or a role that is one sex's (wife, widow,
head of the household). The network learns this from examples; the lists make it certain.
Pronouns (*he or she*), offices and *spouse* or *family* alone are not on them, as the guidelines
have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

Naming = Literal["gender", "role", "plain"]

_GENDER_WORDS = """
sex sexes girl girls man men boy boys female females male males mother mothers motherhood father
fathers fatherhood childbirth childbearing nursing abortion abortions genital rape raped rapes
rapist rapists femicide battered lesbian lesbians gay gays intersex
"""
_GENDER_STEMS = """
sexual gender transgender woman women matern patern pregnan breastfe lactat midwi obstetric
gynaecolog gynecolog prostitut misogyn feminis bisexual transsexual homosexual lgbt
"""
_GENDER_PHRASES = (
    r"domestic\s(?:violence|abuse)|intimate[\s-]partner|forced\smarriages?|breast[\s-]fe\w+"
    r"|child-bearing"
)
_ROLE_WORDS = """
wife wives husband husbands bride brides daughter daughters son sons sister sisters brother brothers
lady ladies gentleman gentlemen spinster spinsters bachelor bachelors wed unwed wedlock married
unmarried marries marry marriage marriages marital parent parents legitimate illegitimate household
households
"""
_ROLE_STEMS = "widow housewi chaperon concubin divorc polygam"


def _pattern(words: str, stems: str, phrases: str) -> re.Pattern[str]:
    """Matches a word, or a phrase, only where it begins and ends."""
    alternatives = [rf"{stem}[^\W_]*" for stem in stems.split()] + words.split() + [phrases]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(alternatives)})(?![^\W_])")


_GENDER = _pattern(_GENDER_WORDS, _GENDER_STEMS, _GENDER_PHRASES)
_ROLE = _pattern(_ROLE_WORDS, _ROLE_STEMS, r"head\sof\s(?:the\s)?family")


def naming(text: str) -> Naming:
    """What ``text`` names: gender; else a role that one sex may be singled out by; else neither.

    >>> naming("by a person of the same sex"), naming("the wife"), naming("his or her spouse")
    ('gender', 'role', 'plain')
    """
    lowered = text.lower()
    if _GENDER.search(lowered):
        return "gender"
    return "role" if _ROLE.search(lowered) else "plain"


def naming_words(text: str, *, roles: bool) -> Iterator[tuple[int, int]]:
    """The offsets in ``text`` of the words that name gender and, if ``roles``, a role."""
    lowered = _lower(text)
    yield from (match.span() for match in _GENDER.finditer(lowered))
    if roles:
        yield from (match.span() for match in _ROLE.finditer(lowered))


def _lower(text: str) -> str:
    """``text`` in lower case and of the same length, which ``str.lower`` does not promise."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower()[0] for c in text)
