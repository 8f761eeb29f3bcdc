"""Words stand where their section does what they speak of, and in none of another kind."""

import pytest
from msgspec.structs import replace

from annotator.library import load_library
from annotator.library.tables import load_acts, load_places
from annotator.proposer.fitting import fit_template
from annotator.reading import Reading
from annotator.reading.acts import is_done
from annotator.reading.places import kinds_of
from annotator.schema import ISSUES
from annotator.segmenter import segment
from tests.proposer.laws import clauses_of

LIBRARY = load_library()
NEEDS = {template.need for template in LIBRARY.templates}


def words_of(law: str, name: str) -> str:
    """What a template gives for the first clause of a law; nothing where it abstains."""
    clauses = clauses_of(law)
    reading = Reading.of(law, clauses, segment(law).provisions, LIBRARY)
    template = next(one for one in LIBRARY.templates if one.id == name)
    fit = fit_template(reading, clauses[0], template, template.issues, LIBRARY)
    return fit.proposal.instruction if fit else ""


def fits(law: str, name: str) -> bool:
    return words_of(law, name) != ""


def done(act: str, *clauses: str) -> bool:
    law = "11. Ferries\n" + "\n".join(f"({n}) {one}" for n, one in enumerate(clauses, 1)) + "\n"
    return is_done(load_acts()[act], clauses_of(law))


@pytest.mark.parametrize(
    "clause",
    [
        "A warden may detain a settler who has no pass.",
        "A settler who has no pass shall be kept in custody.",
        "The Board may order the detention of a settler.",
    ],
)
def test_a_section_has_somebody_detained(clause: str) -> None:
    assert done("detention", clause)


@pytest.mark.parametrize(
    "clause",
    [
        "The settler is taken to have been detained lawfully.",
        "The detention of a settler before the storm was not unlawful.",
        "A settler who is detained under section 9 may send a letter.",
        "This section applies to a settler whom a warden has detained.",
        "The purpose of this Part is to detain settlers as seldom as may be.",
    ],
)
def test_what_is_past_or_done_elsewhere_has_nobody_detained(clause: str) -> None:
    assert not done("detention", clause, "A fee is due.")


def test_no_decision_is_presupposed_where_nobody_decides() -> None:
    law = "11. (1) {}\n(2) A fee is due.\n"
    gives = law.format("The Board may hear a claim of a settler by telephone.")
    bars = law.format("A claim to the Board may only be made by the settler whom it concerns.")
    assert fits(gives, "procedure-general")
    assert not fits(bars, "procedure-general")


@pytest.mark.parametrize(
    ("heading", "clause", "kind"),
    [
        ("Interpretation", "In this Act a pass is a paper.", "definitions"),
        ("Savings", "A pass that was given remains good.", "transitional"),
        ("Delegation", "The Board may delegate its powers.", "delegation"),
        ("Evidence of entry", "A stamp shows when a settler came.", "evidence"),
        ("Costs of removal", "The settler shall pay for the ferry.", "costs"),
        ("Ferries", "A certificate of the Board is prima facie evidence of entry.", "evidence"),
        ("Ferries", "The owner of a ferry shall keep a list.", "offences-of-carriers"),
    ],
)
def test_a_kind_is_known_by_its_heading_or_its_words(heading: str, clause: str, kind: str) -> None:
    assert kind in [one.name for one in kinds_of(heading, clause)]


@pytest.mark.parametrize(
    ("heading", "clause"),
    [
        ("Detention", "A warden may detain a settler."),
        ("Asylum", "The burden of proof lies on the claimant, who asks for asylum."),
        ("Notice to settlers", "The Board shall inform a settler of the reasons."),
    ],
)
def test_what_regulates_its_matter_is_of_no_kind(heading: str, clause: str) -> None:
    assert kinds_of(heading, clause) == ()


def test_a_rule_is_not_put_into_a_section_of_another_kind() -> None:
    law = "11. {}\n(1) A warden may detain a settler who does not pay.\n(2) A fee is due.\n"
    assert fits(law.format("Detention"), "detention-pregnant-last-resort")
    assert not fits(law.format("Costs of the ferry"), "detention-pregnant-last-resort")


def test_a_schedule_of_savings_is_known_by_its_title() -> None:
    said = "A pass that was given remains good."
    kinds = kinds_of("Passes", said, "", ("Schedule 1 Transitional provisions",))
    assert [one.name for one in kinds] == ["transitional"]
    assert kinds_of("Passes", said, "", ("Part 2 Evidence of entry",)) == ()
    assert kinds_of("Passes", said, "", ("Part 2 Passes [Part 2 commencement: 1 May]",)) == ()


def test_what_a_kind_admits_is_an_issue_or_a_need() -> None:
    for kind in load_places().values():
        assert set(kind.admits) <= NEEDS | set(ISSUES), kind.name


def test_a_section_of_another_field_is_told_by_all_that_it_says() -> None:
    training = "(a) The ferry service shall be trained for two days."
    plain = f"11. {training[4:]}\n"
    armed = f"11. (1) {training[4:]}\n(2) Weapons and radio are part of it.\n"
    assert fits(plain, "personnel-training-subsection")
    assert not fits(armed, "personnel-training-subsection")


def test_where_a_person_may_ask_to_be_removed_no_word_on_removal_is_put() -> None:
    law = "11. (1) The Board may fix the day on which a settler is deported.\n(2) {}\n"
    assert fits(law.format("A fee is due."), "removal-general")
    asks = law.format("The Board shall deport a settler who asks the Board to be deported.")
    assert not fits(asks, "removal-general")


def test_words_go_into_no_clause_whose_number_another_bears() -> None:
    clause = "An officer may search any person who enters a port."
    once = f"11. (1) {clause}\n(2) A fee is due.\n"
    twice = f"11. (1) {clause}\n(1) A bag is opened.\n(2) A fee is due.\n"
    name = "search-same-sex-officer"
    assert "the same sex" in words_of(once, name)
    assert not words_of(twice, name).startswith("In section")


def test_nothing_is_numbered_where_the_sections_number_was_read_as_its_subsections() -> None:
    law = "11. Ferries\n({}) An officer may search a person.\n({}) A fee is due.\n"
    assert fits(law.format(1, 2), "search-in-private")
    assert not fits(law.format(11, 12), "search-in-private")


def test_no_sentence_ends_a_section_whose_subsections_were_not_cut() -> None:
    law = "11. An officer may search a person.{}\n"
    clause = clauses_of(law.format(""))[0]
    assert fits(law.format(""), "search-in-private")
    text = f"{clause.text}\n*   1. A fee is due.\n*   2. A bag is opened."
    whole = replace(clause, text=text, end=clause.start + len(text))
    read = Reading.of(f"11. {text}\n", [whole], segment(law.format("")).provisions, LIBRARY)
    private = next(one for one in LIBRARY.templates if one.id == "search-in-private")
    assert fit_template(read, whole, private, ("search",), LIBRARY) is None


@pytest.mark.parametrize(
    ("name", "does", "does_not"),
    [
        (
            "family-stay-survives-relationship",
            "The permit of a spouse ceases when the marriage is dissolved.",
            "A spouse whose marriage is dissolved is named in the permit of the holder.",
        ),
        (
            "redress-general",
            "The Board may decide on a complaint that a settler makes.",
            "A warden who hears a complaint must not use more force than is necessary.",
        ),
        (
            "data-general",
            "The Board shall publish statistics on the settlers who land each year.",
            "The Board shall publish a report on the progress of its plans for settlers.",
        ),
    ],
)
def test_what_words_presuppose_is_asked_of_the_section(name: str, does: str, does_not: str) -> None:
    law = "11. (1) {}\n(2) A fee is due.\n"
    assert fits(law.format(does), name)
    assert not fits(law.format(does_not), name)


def test_a_section_on_smuggling_is_on_migration_though_it_names_terrorists() -> None:
    said = "The Board may name a landing as one of persons whom terrorists {} for gain."
    assert kinds_of("Landings", said.format("smuggled")) == ()
    assert [one.name for one in kinds_of("Landings", said.format("hid"))] == ["intelligence"]
