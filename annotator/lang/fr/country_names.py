"""Names of States and of their people in French, which a law must not be recognised by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.expressions import expression
from annotator.lang.classifier_words import Substitute

_STATES = """
Afghanistan Albanie Algérie Allemagne Andorre Angola Argentine Arménie Australie Autriche
Azerbaïdjan Bahamas Bahreïn Bangladesh Barbade Bélarus Belgique Belize Bénin Bhoutan Bolivie
Botswana Brésil Brunei Bulgarie Burundi Cambodge Cameroun Canada Chili Chine Chypre Colombie
Comores Congo Croatie Cuba Danemark Djibouti Dominique Égypte Équateur Érythrée Espagne Estonie
Eswatini Éthiopie Fidji Finlande France Gabon Gambie Géorgie Ghana Grèce Grenade Guatemala Guinée
Guyana Haïti Honduras Hongrie Inde Indonésie Iran Iraq Irak Irlande Islande Israël Italie Jamaïque
Japon Jordanie Kazakhstan Kenya Kirghizistan Kiribati Kosovo Koweït Laos Lesotho Lettonie Liban
Libéria Libye Liechtenstein Lituanie Luxembourg Madagascar Malaisie Malawi Maldives Mali Malte Maroc
Maurice Mauritanie Mexique Moldavie Moldova Monaco Mongolie Monténégro Mozambique Myanmar Namibie
Nauru Népal Nicaragua Niger Nigéria Norvège Oman Ouganda Ouzbékistan Pakistan Palaos Palestine
Panama Paraguay Pérou Philippines Pologne Portugal Qatar Roumanie Russie Rwanda Samoa Sénégal
Serbie Seychelles Singapour Slovaquie Slovénie Somalie Soudan Suède Suisse Suriname Syrie
Tadjikistan Taïwan Tanzanie Tchad Tchéquie Thaïlande Togo Tonga Tunisie Turkménistan Turquie Tuvalu
Ukraine Uruguay Vanuatu Venezuela Vietnam Yémen Zambie Zimbabwe Québec Ontario Angleterre Écosse
"""
_COMPOUND = (
    "États-Unis d’Amérique",
    "États-Unis",
    "Royaume-Uni",
    "Grande-Bretagne",
    "Irlande du Nord",
    "pays de Galles",
    "Nouvelle-Zélande",
    "Afrique du Sud",
    "Sri Lanka",
    "Arabie saoudite",
    "Sierra Leone",
    "Costa Rica",
    "Burkina Faso",
    "El Salvador",
    "Côte d’Ivoire",
    "Pays-Bas",
    "Bosnie-Herzégovine",
)
#: In the masculine; those in -ien and -éen double the *n* in the feminine, others add an *e*.
_PEOPLES = """
afghan albanais algérien allemand américain anglais argentin arménien australien autrichien
azerbaïdjanais bangladais belge bolivien bosniaque brésilien britannique bulgare cambodgien
camerounais canadien chilien chinois chypriote colombien congolais coréen croate cubain danois
écossais égyptien équatorien érythréen espagnol estonien éthiopien finlandais français
gallois géorgien ghanéen haïtien hongrois indien indonésien iranien irakien irlandais islandais
israélien italien jamaïcain japonais jordanien kényan koweïtien letton libanais libyen lituanien
malaisien maltais marocain mexicain moldave mongol népalais nigérian nigérien norvégien ougandais
pakistanais palestinien péruvien polonais portugais québécois roumain russe rwandais sénégalais
serbe singapourien slovaque slovène somalien soudanais suédois suisse syrien tchèque thaïlandais
togolais tunisien ukrainien uruguayen vénézuélien vietnamien yéménite zambien zimbabwéen
"""


def _inflected(people: str) -> Iterator[tuple[str, str]]:
    """The forms of an adjective, each with the form of *national* that agrees with it."""
    feminine = people + ("" if people.endswith("e") else "ne" if people.endswith("en") else "e")
    plural = people if people.endswith("s") else f"{people}s"
    # The masculine last: where two forms are one, it stands for both.
    yield from ((f"{feminine}s", "nationales"), (feminine, "nationale"))
    yield from ((plural, "nationaux"), (people, "national"))


_OF_PEOPLES: dict[str, str] = {
    **{form: agreeing for people in _PEOPLES.split() for form, agreeing in _inflected(people)},
    **{"grec": "national", "grecs": "nationaux", "grecque": "nationale", "grecques": "nationales"},
    **{"turc": "national", "turcs": "nationaux", "turque": "nationale", "turques": "nationales"},
}


def _longest_first(words: set[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


# The word before a name has its article in it, and goes with it.
_BEFORE = r"(?P<of>du|de\sla|de\sl[’']|des|d[’'])|(?P<to>au|à\sla|à\sl[’']|aux)|(?P<within>en)"
_STATE = (
    rf"(?:(?:{_BEFORE}|le|la|les|l[’'])(?:(?<=[’'])|\s))?"
    rf"(?P<state>{_longest_first({*_STATES.split(), *_COMPOUND})})"
)
_NAME = expression(
    rf"(?<!\w)(?:(?i:(?P<people>{_longest_first(set(_OF_PEOPLES))}))|{_STATE})(?![\w-])"
)


def names(text: str) -> Iterator[Substitute]:
    """The names in a text, in order, with what is read in their place.

    >>> [one.words for one in names("d’un citoyen canadien ou du Canada, en France")]
    ['national', 'de l’État', 'dans l’État']
    """
    for match in _NAME.finditer(text):
        people = match["people"]
        if people:
            yield Substitute(*match.span(), _OF_PEOPLES[people.lower()])
        else:
            before = "de " if match["of"] else "à " if match["to"] else ""
            before = "dans " if match["within"] else before
            yield Substitute(*match.span(), f"{before}l’État")
