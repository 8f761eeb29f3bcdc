"""The law's own words: what it calls partners, practitioners, trafficking, and itself."""

import pytest

from annotator.reading.own_words import own_words


@pytest.mark.parametrize(
    ("law", "expected"),
    [
        (
            "A civil partner may apply. A spouse or civil partner is told.",
            "spouse or civil partner",
        ),
        ("A common-law partner, or the common-law partner of one.", "spouse or common-law partner"),
        ("The civil partner of a foreigner is told.", "spouse or partner"),
        ("A spouse may enter. The spouse of a refugee may work.", "spouse"),
        ("A spouse may enter. The spouse, or whoever cohabits, may work.", "spouse or partner"),
        ("A spouse may enter.", "spouse or partner"),
    ],
    ids=[
        "civil partner",
        "common-law partner",
        "mentioned once",
        "spouses alone",
        "cohabitants",
        "spouse once",
    ],
)
def test_a_partner_is_called_as_the_law_calls_one(law: str, expected: str) -> None:
    assert own_words(law).spouse == expected


def test_who_examines_is_whom_the_law_lets_examine() -> None:
    assert own_words("A registered medical practitioner examines.").practitioner.a == (
        "a registered medical practitioner"
    )
    assert own_words("A ship sails.").practitioner == "medical practitioner"


@pytest.mark.parametrize(
    ("law", "expected"),
    [
        ("Human trafficking is an offence. Human trafficking is punished.", "human trafficking"),
        ("Trafficking is an offence. Human trafficking is punished.", "trafficking"),
        ("Trafficking in persons, and trafficking in persons again.", "trafficking in persons"),
    ],
)
def test_trafficking_is_the_laws_own_term(law: str, expected: str) -> None:
    own = own_words(law)
    assert own.put_in("violence or trafficking") == f"violence or {expected}"
    assert own.put_in(f"a victim of {expected}") == f"a victim of {expected}"


@pytest.mark.parametrize(
    ("law", "name", "itself"),
    [
        (
            "This Act applies. Nothing in this Act, or in the Regulations, binds.",
            "this Act",
            "this Act",
        ),
        ("These Regulations apply.", "these Regulations", "the Act"),
        ("This Order applies; this Order ends.", "this Order", ""),
        ("This Code is a law. This Law is a code. This Code ends.", "this Code", "this Law"),
        ("A fee is due under this chapter.", "this chapter", ""),
        ("A fee is due under this chapter of this Act.", "this Act", "this Act"),
        (
            "This chapter binds. A fee is due under this chapter, as by this Act.",
            "this chapter",
            "",
        ),
        ("It applies.", "", ""),
    ],
)
def test_a_law_has_a_name_for_itself_and_for_the_law_by_whose_powers_it_acts(
    law: str, name: str, itself: str
) -> None:
    assert (own_words(law).name, own_words(law).itself) == (name, itself)
