"""What a clause does, and whether two do the same."""

import pytest

from annotator.library import load_library
from annotator.library.tables import load_matters
from annotator.reading.matters import deeds, main_matter, serves, shown
from annotator.schema import ISSUES
from tests.proposer.laws import clauses_of

MATTERS = load_matters()


def clause(words: str):
    (only,) = clauses_of(f"11. (1) {words}\n")
    return only


@pytest.mark.parametrize(
    ("words", "issue", "name"),
    [
        ("A guard may search any person at the gate.", "search", "search-of-a-person"),
        ("A guard may examine the bags and the person of a guest.", "search", "search-of-a-person"),
        ("A guard may open the luggage of a traveller.", "search", "search-of-effects"),
        ("A guard takes fingerprints and a photograph.", "search", "biometrics"),
        ("The traveller shall undergo a medical examination.", "health", "medical-examination"),
        ("A guest shall have sufficient means of subsistence.", "procedure", "means-of-support"),
        ("A claim shall be lodged within six days.", "procedure", "time-limit-of-claims"),
        ("A claim that is made later is dismissed.", "procedure", "time-limit-of-claims"),
        ("An appeal is brought within six days.", "redress", "time-limit-of-appeals"),
        ("The Office shall decide within six weeks.", "procedure", "time-to-decide"),
        (
            "A person who rents a room to a person staying unlawfully is fined.",
            "penalties",
            "offence-of-those-who-assist",
        ),
        ("A person who crosses by night shall be fined.", "penalties", "offence-of-entry"),
        ("A person who overstays shall be fined.", "penalties", "offence-of-stay"),
        ("An employer of such a person shall be fined.", "penalties", "offence-of-employers"),
        ("A person who is expelled shall leave within a week.", "removal", "time-to-leave"),
        ("A person who is expelled may bear an entry ban.", "removal", "entry-ban"),
        ("A person may be expelled by order.", "removal", "removal"),
        ("A person who is to be expelled may be detained.", "detention", "detention"),
        ("Detained persons may have one visit a week.", "detention", "life-in-detention"),
        ("The court may prolong detention by a month.", "detention", "review-of-detention"),
        ("A guest may be moved to another hostel or place.", "reception", "move-between-places"),
        ("A stranger may settle.", "nationality", "nationality-at-large"),
        (
            "A person who has resided here for six years may settle.",
            "family",
            "length-of-residence",
        ),
        ("Residence is granted for one year.", "integration", "term-of-a-permit"),
        ("A visa is issued to the spouse and the children.", "family", "coming-of-the-family"),
        ("A child may be given a permit.", "family", "child-of-the-family"),
        ("A person in a closed centre has one visit a week.", "detention", "life-in-detention"),
        ("The right is lost by absence of a year.", "nationality", "absence"),
        ("The permit ends where the marriage is dissolved.", "family", "end-of-relationship"),
        (
            "A woman who became a subject on her marriage before 1931 is a native.",
            "nationality",
            "past-law-of-marriage",
        ),
        (
            "A child born out of wedlock is a native if paternity is proved.",
            "nationality",
            "parents-unmarried",
        ),
        (
            "His wife and his children shall cease to be citizens.",
            "nationality",
            "family-follows-loss",
        ),
        ("The spouse may apply after four years of marriage.", "family", "length-of-marriage"),
        ("A dependant may not take up employment.", "labour", "work-of-the-family"),
        ("Nobody may be persecuted for reasons of race.", "asylum", "reasons-of-persecution"),
        ("Acts of persecution are grave acts.", "asylum", "acts-of-persecution"),
    ],
)
def test_a_clause_is_about_what_it_does(words: str, issue: str, name: str) -> None:
    found = main_matter(clause(words), [issue])
    assert found is not None
    assert found.name == name


def test_the_surest_issue_tells_first_and_a_condition_whatever_the_issue() -> None:
    both = clause("A person who overstays shall be detained for a week and fined.")
    assert main_matter(both, ["penalties", "detention"]) is MATTERS["offence-of-stay"]
    assert main_matter(both, ["detention", "penalties"]) is MATTERS["detention"]
    means = clause("A guest shall have sufficient means of subsistence.")
    assert main_matter(means, ["detention"]) is MATTERS["means-of-support"]
    assert main_matter(means, []) is MATTERS["means-of-support"]
    assert main_matter(clause("The gate is green."), []) is None


def test_a_clause_does_what_it_is_about_and_asks_the_conditions_that_it_names() -> None:
    both = clause("A permit is granted on a medical certificate and a regular income.")
    assert deeds(both, ["health"]) == {"medical-examination", "means-of-support"}
    assert deeds(clause("The gate is green."), ["search"]) == frozenset()


def test_a_definition_is_about_its_word() -> None:
    one = clauses_of("11. In this Act—\n“guest” means a person who may be expelled.\n")[-1]
    assert one.kind == "definition"
    assert main_matter(one, ["removal"]) is MATTERS["definition"]


def test_what_others_did_to_a_person_is_no_deed_of_the_clause() -> None:
    words = "A person who has been removed, or who is expelled, shall be told."
    assert "removal" not in {one.name for one in shown(words)}


def test_a_need_is_about_the_deeds_that_name_it() -> None:
    assert serves("same-sex-search", "search-of-a-person")
    assert not serves("same-sex-search", "biometrics")


def test_the_table_names_what_there_is_and_has_words_for_every_issue() -> None:
    needs = {template.need for template in load_library().templates}
    for one in MATTERS.values():
        assert set(one.needs) <= needs
        assert set(one.issues) <= set(ISSUES)
        assert one.general != bool(one.when.any or one.when.all)
        assert not {one.does[-1], one.asks[-1]} & set(".,;")
        # True of a clause that forbids it as well: "deals with", and not "lets".
        assert one.does.startswith(("deals with ", "bears on ", "says whom "))
        assert one.asks[:1].islower()
    at_large = {issue for one in MATTERS.values() if one.general for issue in one.issues}
    assert at_large == set(ISSUES)
