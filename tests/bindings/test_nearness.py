"""How near countries are in law."""

from __future__ import annotations

import iso3166
import pytest

from annotator.bindings.nearness import family_of, nearness
from annotator.bindings.tables import load_families, load_regions


@pytest.mark.parametrize(
    ("country", "nearest_first"),
    [
        ("KE", ["UG", "NG", "GB", "RW", "ZA", "FR"]),
        ("ZW", ["BW", "RW", "ZM", "MZ", "GB", "SA"]),
        ("ES", ["FR", "MX", "MT", "ZW", "IE", "GH"]),
        ("AU", ["NZ", "CA", "VU", "ZA", "FR"]),
    ],
)
def test_family_of_law_comes_before_region(country: str, nearest_first: list[str]) -> None:
    ranked = [nearness(country, other) for other in nearest_first]
    assert ranked == sorted(ranked)
    assert ranked[0] < ranked[-1]


def test_it_is_the_same_both_ways() -> None:
    assert nearness("KE", "ZA") == nearness("ZA", "KE")


def test_a_country_named_nowhere_has_civil_law() -> None:
    assert (family_of("FR"), family_of("KE"), family_of("ZW"), family_of("SA")) == (
        "civil", "common", "mixed", "other",
    )  # fmt: skip


def test_every_code_is_a_country_s_and_stands_in_one_family() -> None:
    codes = [code for states in load_families().values() for code in states]
    assert len(codes) == len(set(codes))
    known = {country.alpha2 for country in iso3166.countries} | {"XK"}
    assert known.issuperset(codes)
    assert all(known.issuperset(states) for states in load_regions().values())
