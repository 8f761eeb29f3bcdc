"""The country of a law by what the law says of itself, and the words that say it."""

import pytest

from annotator.bindings.own_country import own_country

ENTRY = (
    "1. No person shall enter {0} without a permit.\n2. An officer may order a person to leave {0}."
)

#: The title, the text, the country, and the words by which it is known.
LAWS = {
    "a line above the title": (
        "Law on Foreigners",
        "THE REPUBLIC OF ALBANIA\nPARLIAMENT\n\nLaw on Foreigners\n\n1. A person may enter.\n",
        "AL",
        "THE REPUBLIC OF ALBANIA",
    ),
    "the laws of a country": (
        "Aliens Act",
        "LAWS OF KENYA\n\nALIENS ACT\n\n1. A person may enter.",
        "KE",
        "LAWS OF KENYA",
    ),
    "a gazette": (
        "Border Act",
        "GOVERNMENT GAZETTE\nOF THE REPUBLIC OF NAMIBIA\n\nBorder Act\n1. A person may enter.",
        "NA",
        "OF THE REPUBLIC OF NAMIBIA",
    ),
    "a gazette that bears the country's name": (
        "Border Act",
        "The Uganda Gazette\n\nBorder Act\n\n1. A person may enter.",
        "UG",
        "The Uganda Gazette",
    ),
    "enacting words": (
        "Border Act",
        "BE IT ENACTED by the President and the Parliament of Zimbabwe as follows:—\n1. One",
        "ZW",
        "ENACTED by the President and the Parliament of Zimbabwe",
    ),
    "a parliament that enacts": (
        "Border Act",
        "Border Act\n\nThe Parliament of Australia enacts:\n\n1. One",
        "AU",
        "Australia",
    ),
    "a parliament of no country's name": (
        "Border Act",
        "by and with the advice of the Lords Spiritual and Temporal, and Commons\n1. One",
        "GB",
        "Lords Spiritual and Temporal",
    ),
    "a parliament of the one United Republic": (
        "Wells Act",
        "1. In this Act a law is one that the Parliament of the United Republic has passed.\n"
        "2. A well in Uganda is none.",
        "TZ",
        "Parliament of the United Republic",
    ),
    "what its name does not include": (
        "Citizenship (Western Samoa) Act 2031",
        "1. In this Act the term New Zealand does not include Tokelau.\n"
        "2. A person born in Western Samoa is a New Zealand citizen.",
        "NZ",
        "New Zealand",
    ),
    "an island that is this Island": (
        "Emigrants Act",
        "1. No person may leave this Island without a permit.\n"
        "2. A person in Jamaica may apply to work in Panama.",
        "JM",
        "person in Jamaica",
    ),
    "a title on two lines": (
        "LAW OF GEORGIA On Ports",
        "LAW OF GEORGIA\nOn Ports\n\nArticle 1. A ship may enter.",
        "GE",
        "LAW OF GEORGIA\nOn Ports",
    ),
    "a gazette of a name of its own": (
        "Decree on Ports",
        "El Peruano / Monday, 2 May 2016   21\n\nDecree on Ports\n\nArticle 1.- Ships enter.",
        "PE",
        "El Peruano",
    ),
    "whose nationality a foreigner does not hold": (
        "Decree on Ports",
        "Article 2.- Terms\na) Foreigner.- Every person who does not hold Bolivian nationality.",
        "BO",
        "Foreigner.- Every person who does not hold Bolivian nationality",
    ),
    "its police, and what is entered": (
        "Decree on Ports",
        "1. Ships enter Chile at its ports.\n2. The National Police of Chile searches ships.",
        "CL",
        "National Police of Chile",
    ),
    "how far it extends": (
        "Foreigners Act",
        "Foreigners Act\n\n1. (1) It extends to the whole of Pakistan.",
        "PK",
        "extends to the whole of Pakistan",
    ),
    "what it means by an alien": (
        "Foreigners Act",
        "2. In this Act “alien” means a person who is not a citizen of Malawi;",
        "MW",
        "“alien” means a person who is not a citizen of Malawi",
    ),
    "the constitution that it cites": (
        "Prisons Board Act",
        "1. The Board acts under the Constitution of the Federal Republic of Nigeria 1999.",
        "NG",
        "Constitution of the Federal Republic of Nigeria",
    ),
    "its title": (
        "Citizenship of Zambia Act",
        "Citizenship of Zambia Act\n\n1. One.",
        "ZM",
        "Citizenship of Zambia Act",
    ),
    "whose citizenship its title has": (
        "Australian Citizenship Act 2007",
        "Australian Citizenship Act 2007\n\n1. One.",
        "AU",
        "Australian Citizenship Act 2007",
    ),
    "where people enter and leave": (
        "Immigration Act",
        "Immigration Act\n\n" + "\n".join([ENTRY.format("Fiji")] * 3),
        "FJ",
        "enter Fiji",
    ),
    "a country with territories of its own": (
        "Citizenship Act",
        "1. A citizen of the Cook Islands or Niue may enter New Zealand.\n"
        + "\n".join([ENTRY.format("New Zealand")] * 4),
        "NZ",
        "enter New Zealand",
    ),
    "a country whose neighbours are parties to its treaties": (
        "Refugees Act",
        "1. It applies in the territory of Zimbabwe.\nSCHEDULE\nAngola, Botswana, Malawi, Zambia\n"
        + "\n".join([ENTRY.format("Zimbabwe")] * 3),
        "ZW",
        "territory of Zimbabwe",
    ),
    "a long title that says what is regulated": (
        "Immigration Act",
        "CHAPTER 25:02\nIMMIGRATION\n\nAn Act to consolidate the law relating to immigration into "
        "and\nemigration from Botswana.\n\n1. One",
        "BW",
        "immigration into and\nemigration from Botswana",
    ),
    "a republic of a union": (
        "The Foreigners Law",
        "The Assembly of the Republic of the Union of Myanmar hereby enacts this.\n1. One",
        "MM",
        "Myanmar",
    ),
    "those to whom its people are surrendered stand in a list": (
        "Extradition Act",
        "An Act of the Parliament of Tonga.\n\n1. One\n\nSCHEDULE\nAustralia\nFiji\nSamoa\nNauru",
        "TO",
        "Parliament of Tonga",
    ),
    "the neighbour whose citizens enter": (
        "Law on Immigration",
        "Parliament of the Republic of Timor-Leste enacts:\n\nArticle 1\nA citizen of the "
        "Republic of Indonesia may enter with a pass of the Republic of Indonesia.\nArticle 2\n"
        "This Law governs entry into Timor-Leste.",
        "TL",
        "Timor-Leste",
    ),
}

#: What names a country and is no law of it, or of more than one.
UNCLEAR = {
    "two islands, of which one is this Island": (
        "1. No person may leave this Island for Cuba or Jamaica or Barbados without a permit."
    ),
    "an island that is only named": "1. A person may leave for Jamaica on any day.",
    "what no term includes": "1. A journey to Malta does not include a stay at sea.",
    "parties to a treaty": "SCHEDULE\nAngola\nBotswana\nMalawi\nMozambique\nZambia\nZimbabwe",
    "an agreement with a country": "1. The agreement with the Republic of Albania is in force.",
    "one mention": "1. A person who has entered from Norway shall be returned to Norway.",
    "the police of a neighbour": "1. The National Police of Chile may be told of a ship.",
    "two countries alike": "\n".join([ENTRY.format("Kenya"), ENTRY.format("Uganda")] * 4),
    "a treaty between two": "The Parliament of Kenya and the Parliament of Uganda\n1. Agree.",
    "none": "1. No person shall enter the country without a permit of an officer.",
}


@pytest.mark.parametrize("kind", LAWS)
def test_a_law_says_whose_it_is(kind: str) -> None:
    title, text, code, words = LAWS[kind]
    found = own_country(title, text)
    assert found is not None
    assert (found.country.code, text[found.start : found.end]) == (code, words)


@pytest.mark.parametrize("kind", UNCLEAR)
def test_a_country_that_is_only_named_is_not_its_own(kind: str) -> None:
    assert own_country("Border Act", UNCLEAR[kind]) is None


@pytest.mark.parametrize(
    "title",
    ["Citizenship (Western Samoa) Act 1982", "Readmission (Agreement with Albania) Act",
     "Northern Ireland Act", "Border Act"],
)  # fmt: skip
def test_a_title_may_name_another_country_or_none(title: str) -> None:
    assert own_country(title, f"{title}\n\n1. One.") is None


def test_a_long_law_takes_no_long_time() -> None:
    text = ENTRY.format("Fiji") * 20_000
    found = own_country("Act", text)
    assert found is not None
    assert found.country.code == "FJ"
