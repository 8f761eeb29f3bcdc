"""The law's own words: what it calls partners, practitioners, trafficking, and itself."""

import pytest

from annotator.reading.own_words import local_terms, own_words


@pytest.mark.parametrize(
    ("law", "expected"),
    [
        (
            "A civil partner may apply. A spouse or civil partner is told.",
            "spouse or civil partner",
        ),
        ("A common-law partner, or the common-law partner of one.", "spouse or common-law partner"),
        ("The civil partner of a foreigner is told.", "spouse or partner"),
    ],
    ids=["civil partner", "common-law partner", "mentioned once"],
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


def test_a_term_defined_for_a_subsection_reaches_no_further() -> None:
    assert local_terms("a person (in this subsection referred to as a “ward”) who") == {"ward"}
    assert not local_terms("a person (in this Act referred to as a “ward”) who")
