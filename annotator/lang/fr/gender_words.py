"""The closed lists of :mod:`annotator.lang.en.gender_words` in French.

They name in French what those name in English, since a clause that is law in both has one label. So
*époux* and *conjoint*, a spouse of either sex, are not on them, nor is *violence familiale*; and
words that mean something else besides, as *genre* (kind), *enceinte* (precinct) or *homme* (in the
rights of man), count only where their neighbours show that they are meant.
"""

from __future__ import annotations

import re

from annotator.expressions import expression
from annotator.lang.classifier_words import Naming

_GENDER_WORDS = """
sexe sexes sexospécifique sexospécifiques femme femmes garçon garçons garçonnet garçonnets fillette
fillettes fille filles homme hommes mère mères père pères viol viols violeur violeurs gai gais gaie
gaies
"""
_GENDER_STEMS = """
sexuel sexué accouch allaite allaité allaitan avort bisexu féminicid féminin féminis génita
grossesse gynécolog homosexu intersex lesbien lgbt masculin matern misogyn obstétri patern prostitu
prénata périnata postnata transgenre transsexu
"""
_AND = r"(?:ou|et)\s(?:(?:une?|la|le|les|des|sa|son|ses|leurs?)\s)?"
_OF_GENDER = r"(?:de|du|des|entre\sles|fondée?s?\ssur\sle|liée?s?\sau|sur\sle)\sgenres?"
_GENDER_PHRASES = (
    r"(?:femmes?|filles?|mères?|employées?|salariées?|travailleuses?|personnes?|elles?|est|soit|"
    r"sont|devien[^\W_]*|tomb[^\W_]*)\senceintes?",
    r"sages?[-\s]femmes?",
    rf"(?:identités?|expressions?|égalité|inégalités?|parité|diversité|analyses?|perspectives?|"
    rf"questions?|stéréotypes?|violences?|discriminations?|disparités?|écarts?|rapports?)"
    rf"(?:\s(?:comparatives?|sociales?))?\s{_OF_GENDER}",
    r"selon\sle\sgenre",
    r"(?:son|leur)\sgenre",
    r"(?:le\s|,\s)genre(?=[,;.]|\sde\s(?:toute|chaque|la)\spersonne)",
    r"(?:différents|divers|deux|les)\sgenres",
    r"(?:âge|sexe|race|naissance|noms?|prénoms?),?\s(?:(?:ou|et)\s)?(?:(?:de|du|le|son)\s)?genre",
    r"violences?\s(?:conjugale|domestique)s?",
    r"partenaires?\sintimes?",
    r"mariages?\sforcés?",
    r"équité\ssalariale",
)
#: What says nothing of gender for all its words: companies that have daughters, the rights of man,
#: and relatives in whose names both sexes stand, which are roles.
_NO_GENDER = (
    r"(?:langues?|écoles?)\smaternelles?",
    r"(?:sociétés?|états?)[\s-]mères?",
    r"droits\sde\sl[’']homme",
    r"pères?\s(?:ou|et)\smères?",
    r"(?:belles?|petites?)-filles?",
    rf"fils\s{_AND}filles?",
    rf"filles?\s{_AND}fils",
    r"en\sson\sgenre",
)
_ROLE_WORDS = """
épouse épouses mari maris fils frère frères sœur sœurs soeur soeurs veuf veufs veuve veuves veuvage
dame dames célibataire célibataires marié mariés mariée mariées marie marient marier mariage
mariages fiancé fiancés fiancée fiancées ménage ménages ménagère ménagères parent
parents père pères mère mères fille filles
"""
_ROLE_STEMS = "concubin divorc polygam"
_NO_ROLE = (r"proches?\sparents?", r"(?:sociétés?|états?)[\s-]mères?")
_ROLE_PHRASES = (
    r"(?:état|statut|situation)s?\smatrimonia[^\W_]*",
    r"(?:enfants?|filiations?)\s(?:il)?légitimes?",
    r"chefs?\sde\s(?:la\s)?famille",
)


def _pattern(words: str, stems: str, phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Matches a word, a word with such a stem, or a phrase, only where it begins and ends."""
    alternatives = [*(rf"{stem}[^\W_]*" for stem in stems.split()), *words.split(), *phrases]
    return expression(rf"(?<![^\W_])(?:{'|'.join(alternatives)})(?![^\W_])")


_GENDER = _pattern(_GENDER_WORDS, _GENDER_STEMS, _GENDER_PHRASES)
_ROLE = _pattern(_ROLE_WORDS, _ROLE_STEMS, _ROLE_PHRASES)
_SAYS_NO_GENDER, _SAYS_NO_ROLE = _pattern("", "", _NO_GENDER), _pattern("", "", _NO_ROLE)


def naming(text: str) -> Naming:
    """What ``text`` names: gender; else a role that one sex may be singled out by; else neither.

    >>> naming("par une personne du même sexe"), naming("la veuve"), naming("son époux")
    ('gender', 'role', 'plain')
    """
    lowered = text.lower()
    if _GENDER.search(_SAYS_NO_GENDER.sub(" ", lowered)):
        return "gender"
    return "role" if _ROLE.search(_SAYS_NO_ROLE.sub(" ", lowered)) else "plain"
