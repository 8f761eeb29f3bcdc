"""Countries by code and name, and the one that a law's title names."""

import pytest
from iso3166 import countries

from annotator.bindings.countries import country_in, find_country
from annotator.errors import UsageError


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("AL", "AL"),
        ("al", "AL"),
        ("ALB", "AL"),
        ("Albania", "AL"),
        ("  republic of  albania ", "AL"),
        ("UK", "GB"),
        ("the Netherlands", "NL"),
        ("Turkey", "TR"),
        ("Turkiye", "TR"),
        ("Cote d'Ivoire", "CI"),
        ("Kosovo", "XK"),
        ("Bosnia", "BA"),
    ],
)
def test_a_country_goes_by_its_codes_and_names(words: str, code: str) -> None:
    assert find_country(words).code == code


def test_every_country_is_found_by_its_own_name_and_codes() -> None:
    for country in countries:
        for words in (country.alpha2, country.alpha3, country.name, country.apolitical_name):
            assert find_country(words).code == country.alpha2
        assert find_country(find_country(country.alpha2).name).code == country.alpha2


def test_what_looks_like_a_country_is_suggested() -> None:
    with pytest.raises(UsageError, match=r"did you mean Albania \(AL\)\?"):
        find_country("Albanja")
    with pytest.raises(UsageError, match="its code of two letters"):
        find_country("qq")


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Law on Foreigners of the Republic of Albania", "AL"),
        ("IMMIGRATION ACT (MALAWI)", "MW"),
        ("Law of North Macedonia on Aliens", "MK"),
        ("Law of Georgia on Refugees", "GE"),
        ("Papua New Guinea Migration Act", "PG"),
        ("Readmission (Agreement with Albania) Act", None),
        ("Northern Ireland Act", None),
        ("Code of Georgia Annotated", "GE"),
        ("Georgia Code", None),
        ("Treaties of Chad and Niger", None),
        ("Border Management Bill", None),
    ],
)
def test_a_title_names_a_country_where_it_is_plain(title: str, code: str | None) -> None:
    found = country_in(title)
    assert (found and found.code) == code
