"""Words stand where their section does what they speak of, and in none of another kind."""

import pytest

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


def fits(law: str, name: str, at: int = 0) -> bool:
    clauses = clauses_of(law)
    reading = Reading.of(law, clauses, segment(law).provisions, LIBRARY)
    template = next(one for one in LIBRARY.templates if one.id == name)
    return fit_template(reading, clauses[at], template, template.issues, LIBRARY) is not None


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


def test_what_a_kind_admits_is_an_issue_or_a_need() -> None:
    for kind in load_places().values():
        assert set(kind.admits) <= NEEDS | set(ISSUES), kind.name
