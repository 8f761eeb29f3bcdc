"""The closed lists of words by which the guidelines decide what names sex, gender or a role.

The guidelines let a clause be ``responsive`` only where it names sex or gender, and a clause can
be ``regressive`` only where it names one of these or a role that is one sex's (wife, widow,
head of the household). The network learns this from examples; the lists make it certain.
Pronouns (*he or she*), offices and *spouse* or *family* alone are not on them, as the guidelines
have it.

Words of one sex stand here too (:data:`FEMALE`, :data:`MALE`), for those who ask whether a sentence
draws a distinction (:data:`NAMES_A_SEX`) or whether a man or a woman is meant. These ask for less
than the guidelines: *household* and *marriage* are roles that decide a label, and name no sex.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from annotator.expressions import expression
from annotator.lang.classifier_words import Naming
from annotator.lang.en.inflection import either_number
from annotator.lang.structure_words import holds_one

_GENDER_WORDS = """
sex sexes girl girls man men boy boys female females male males mother mothers motherhood father
fathers fatherhood childbirth childbearing nursing abortion abortions genital rape raped rapes
rapist rapists femicide battered lesbian lesbians gay gays intersex
"""
_GENDER_STEMS = """
sexual gender transgender woman women matern patern pregnan breastfe lactat midwi obstetric
gynaecolog gynecolog prenatal antenatal perinatal postnatal prostitut misogyn feminis bisexual
transsexual homosexual lgbt
"""
_GENDER_PHRASES = (
    r"domestic\s(?:violence|abuse)",
    r"intimate[\s-]partner",
    r"forced\smarriages?",
    r"breast[\s-](?:fe\w+|milk)",
    r"pay\sequity",
    r"child-bearing",
)
_ROLE_WORDS = """
wife wives husband husbands bride brides daughter daughters son sons sister sisters brother brothers
lady ladies gentleman gentlemen spinster spinsters bachelor bachelors wed unwed wedlock married
unmarried marries marry marriage marriages marital parent parents legitimate illegitimate household
households
"""
_ROLE_STEMS = "widow housewi chaperon concubin divorc polygam"


def _pattern(words: str, stems: str, phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Matches a word, or a phrase, only where it begins and ends."""
    alternatives = [rf"{stem}[^\W_]*" for stem in stems.split()] + words.split() + [*phrases]
    return expression(rf"(?<![^\W_])(?:{'|'.join(alternatives)})(?![^\W_])")


_ROLE_PHRASES = (r"head\sof\s(?:the\s)?family",)
_GENDER = _pattern(_GENDER_WORDS, _GENDER_STEMS, _GENDER_PHRASES)
_ROLE = _pattern(_ROLE_WORDS, _ROLE_STEMS, _ROLE_PHRASES)
_A_WORD = expression(r"[^\W_]+")


class _Shown:
    """Whether a text shows what :func:`_pattern` matches, told by its words: ten times as fast."""

    def __init__(self, words: str, stems: str, phrases: tuple[str, ...]) -> None:
        self._words = frozenset(words.split())
        self._stems = tuple(stems.split())
        self._phrases = _pattern("", "", phrases)
        self._first_words = tuple(
            word for phrase in phrases for word in _A_WORD.findall(phrase)[:1]
        )

    def __call__(self, lowered: str, words: Sequence[str]) -> bool:
        if not self._words.isdisjoint(words):
            return True
        if holds_one(lowered, self._stems) and any(word.startswith(self._stems) for word in words):
            return True
        if not holds_one(lowered, self._first_words):
            return False
        return self._phrases.search(lowered) is not None


_shows_gender = _Shown(_GENDER_WORDS, _GENDER_STEMS, _GENDER_PHRASES)
_shows_a_role = _Shown(_ROLE_WORDS, _ROLE_STEMS, _ROLE_PHRASES)


def naming(text: str) -> Naming:
    """What ``text`` names: gender; else a role that one sex may be singled out by; else neither.

    >>> naming("by a person of the same sex"), naming("the wife"), naming("his or her spouse")
    ('gender', 'role', 'plain')
    """
    lowered = text.lower()
    words = _A_WORD.findall(lowered)
    if _shows_gender(lowered, words):
        return "gender"
    return "role" if _shows_a_role(lowered, words) else "plain"


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


#: Nouns for one sex.
FEMALE = (
    "woman", "female", "girl", "wife", "mother", "daughter", "sister", "widow", "bride", "lady",
    "spinster",
)  # fmt: skip
MALE = ("man", "male", "boy", "husband", "father", "son", "brother", "widower", "gentleman")
#: A word that names a sex, or a role that is one sex's, as a pattern: where a sentence shows it,
#: the sentence draws the distinction.
NAMES_A_SEX = (
    rf"\b(?:{either_number((*FEMALE, *MALE))}|widowed|fianc[ée]+s?|maiden|prostitut\w+|housewi\w+|"
    r"housemaids?|hostess\w*|matrons?|she|her|hers|pregnan\w+|childbirth|child-bearing|matern\w+|"
    r"homosexual\w*|rape[d]?|opposite sex|head of (?:the )?(?:family|household))\b"
)
# Not *men*: in older laws they are everybody.
_MEN = [
    *(noun for noun in MALE if noun != "man"),
    "grandfather",
    "uncle",
    "nephew",
    "monk",
    "priest",
]
_A_MAN = expression(rf"\b(?:man|king|{either_number(_MEN)})\b", re.IGNORECASE)
_WOMEN = either_number(("woman", "female", "wife", "mother"))
_A_WOMAN = expression(rf"\b(?:{_WOMEN})\b", re.IGNORECASE)


def speaks_of_a_man(text: str) -> bool:
    """Whether a text names a man as such, of whom *he* is rightly said."""
    return _A_MAN.search(text) is not None


def speaks_of_women(text: str) -> bool:
    """Whether a text names women anywhere: then its men may be men."""
    return _A_WOMAN.search(text) is not None
