"""What a law's matter calls for and no clause of it provides."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from annotator.library.tables import load_acts, load_sections
from annotator.overview.gaps import find_gaps
from annotator.overview.needs import Ground
from annotator.schema import Gap, Proposal
from annotator.segmenter import segment
from tests.overview.laws import (
    DETENTION,
    LABOUR,
    Said,
    findings,
    ground,
    library,
    standing,
    text_of,
)


def gaps_of(text: str, said: Said, **options: bool) -> dict[str, Gap]:
    found = find_gaps(ground(text, said, **options), standing(), "")
    return {gap.need: gap for gap in found}


def with_proposals(text: str, said: Said, template: str, *numbers: str) -> Ground:
    """The law with the same amendment proposed at these clauses."""
    proposal = Proposal(
        template=template,
        issue="detention",
        operation="insert_subsection",
        edits=(),
        amended="",
        instruction="",
        reason="",
        citations=(),
    )
    found = tuple(
        replace(finding, proposals=(proposal,)) if finding.clause.number in numbers else finding
        for finding in findings(text, said)
    )
    return Ground.of(text, found, segment(text).provisions, library())


def test_a_power_to_detain_with_no_word_on_pregnancy_is_a_gap() -> None:
    gap = gaps_of(text_of("detention"), DETENTION)["detention-last-resort-pregnant"]
    assert gap.clauses == ("2(1)",)
    assert (gap.strength, gap.after, gap.number) == ("minimum", "section 2", "2A")
    assert gap.citations


def test_a_long_law_on_another_matter_gets_no_section() -> None:
    books = "".join(f"\n{n}. A clerk shall keep the books of the Court.\n" for n in range(8, 1_800))
    gap = gaps_of(text_of("detention") + books, DETENTION)["detention-last-resort-pregnant"]
    assert (gap.by_section, gap.text, gap.instruction, gap.edits) == (False, "", "", ())


def test_it_is_none_once_any_clause_on_the_matter_says_it() -> None:
    text = text_of("detention").replace(
        "after thirty days.", "after thirty days, and at once if the alien is pregnant."
    )
    said: Said = {**DETENTION, "3": ("responsive", ("detention",))}
    assert "detention-last-resort-pregnant" not in gaps_of(text, said)


def test_a_word_on_women_in_the_same_section_does_not_meet_every_need() -> None:
    needs = gaps_of(text_of("detention"), DETENTION)
    assert "separate-accommodation" not in needs
    assert "detention-last-resort-pregnant" in needs


def test_a_word_on_women_does_not_provide_a_need_in_part() -> None:
    """That women are held apart says nothing of those who are pregnant."""
    needs = gaps_of(text_of("detention"), DETENTION)
    assert needs["detention-last-resort-pregnant"].see == ()


def test_a_neutral_clause_on_the_matter_that_says_it_is_named() -> None:
    text = text_of("detention") + "9. No alien who is pregnant may be detained at a lodge.\n"
    gap = gaps_of(text, DETENTION)["detention-last-resort-pregnant"]
    assert "9" in gap.see


PREGNANT = "No alien who is pregnant may be detained at a lodge."


def test_a_clause_that_calls_for_the_rule_is_not_named_as_one_that_provides_it() -> None:
    text = text_of("detention") + f"9. An officer may arrest and detain an alien. {PREGNANT}\n"
    said: Said = {**DETENTION, "9": ("responsive", ("detention",))}
    law = ground(text, said)
    need = "detention-last-resort-pregnant"
    assert "9" in [finding.clause.number for finding in law.calls[need]]
    assert "9" not in [one.clause.number for one in law.in_part(load_sections()[need])]


def test_a_clause_that_bears_the_number_of_one_that_discriminates_is_not_named() -> None:
    law = ground(text_of("detention") + f"9. {PREGNANT}\n", DETENTION)
    *_, last = law.findings
    worse = replace(last, label="regressive", clause=replace(last.clause, eid="sec_9x"))
    need = load_sections()["detention-last-resort-pregnant"]
    assert last in law.in_part(need)
    assert worse not in Ground(law.reading, (worse,), law.library).in_part(need)
    assert last not in Ground(law.reading, (*law.findings, worse), law.library).in_part(need)


def test_what_no_clause_raises_is_no_gap() -> None:
    issues = {gap.issue for gap in gaps_of(text_of("detention"), DETENTION).values()}
    assert issues == {"detention"}


def test_labels_of_which_the_classifier_is_not_sure_call_for_nothing() -> None:
    assert gaps_of(text_of("detention"), DETENTION, review=True) == {}


def test_a_gap_that_a_clause_is_proposed_to_fill_says_where_and_comes_last() -> None:
    template = next(one for one in library().templates if one.need == "change-employer-abuse")
    law = with_proposals(text_of("labour"), LABOUR, template.id, "1(2)")
    *others, last = find_gaps(law, standing(), "")
    assert (last.need, last.proposed_at) == ("change-employer-abuse", ("1(2)",))
    assert not last.by_section
    assert all(gap.by_section and not gap.proposed_at for gap in others)


def test_one_section_is_better_than_the_same_subsection_in_three() -> None:
    text = "".join(
        f"{n}. (1) An officer may arrest and detain an alien who commits act {n}.\n"
        "(2) The Minister may prescribe fees.\n"
        for n in range(1, 4)
    )
    numbers = [f"{n}(1)" for n in range(1, 4)]
    said: Said = dict.fromkeys(numbers, ("blind", ("detention",)))
    law = with_proposals(text, said, "detention-pregnant-last-resort", *numbers)
    gap = next(
        gap
        for gap in find_gaps(law, standing(), "")
        if gap.need == "detention-last-resort-pregnant"
    )
    assert gap.proposed_at == tuple(numbers)
    assert gap.by_section


@pytest.mark.parametrize(
    ("clause", "issue", "need", "does"),
    [
        (
            "A settler who is kept at a hall must not be detained in a room unfit for guests, "
            "and shall be given food in custody.",
            "detention",
            "hygiene-and-health-in-detention",
            "An officer may arrest a settler and keep the settler in custody.",
        ),
        (
            "The Office shall report each year on the deportation of settlers by the Union.",
            "removal",
            "removal-assesses-gbv",
            "The Minister may order the deportation of a settler.",
        ),
        (
            "A citizen whose spouse dies does not cease to be a citizen when the marriage ends.",
            "family",
            "permit-survives-end-of-relationship",
            "The Minister may grant a settler a permit to remain.",
        ),
        (
            "A passport shall be given up where its holder loses the nationality that it states.",
            "nationality",
            "loss-no-derivative",
            "The Minister may deprive a settler of nationality.",
        ),
    ],
)
def test_what_no_clause_of_the_law_has_done_is_no_gap(
    clause: str, issue: str, need: str, does: str
) -> None:
    section = load_sections()[need]
    for more, expected in (("The Minister may fix fees.", False), (does, True)):
        law = ground(f"1. {clause}\n2. {more}\n", {"1": ("blind", (issue,))})
        assert law.does_what_is_presupposed(section) is expected


def test_a_balance_is_asked_of_bodies_and_a_seat_of_no_tribunal() -> None:
    tribunal = "The Ferry Tribunal consists of a judge and such other members as it needs."
    board = "The Harbour Board consists of such members as the Minister appoints."
    for clause, expected in ((tribunal, False), (board, True)):
        law = ground(f"1. {clause}\n", {"1": ("blind", ("governance",))})
        assert law.does_what_is_presupposed(load_sections()["equality-body-seat"]) is expected


def test_all_that_sections_presuppose_are_acts() -> None:
    named = {name for section in load_sections().values() for name in section.presupposes}
    assert named <= set(load_acts())


def test_minimum_strength_comes_first_and_what_binds_before_guidance() -> None:
    strengths = [gap.strength for gap in gaps_of(text_of("labour"), LABOUR).values()]
    assert strengths == sorted(strengths, key=["minimum", "standard", "ambitious"].index)


def test_the_status_of_citations_is_for_the_country() -> None:
    law = ground(text_of("labour"), LABOUR)
    statuses = {
        citation.instrument: citation.status
        for gap in find_gaps(law, standing(), "AL")
        for citation in gap.citations
    }
    assert statuses["CEDAW"] == "binds"
    assert statuses["CEDAW GR 26"] == "guidance"


@pytest.mark.parametrize(("name", "said"), [("detention", DETENTION), ("labour", LABOUR)])
def test_the_law_with_all_sections_put_in_is_cut_as_they_are_numbered(
    name: str, said: Said
) -> None:
    text = text_of(name)
    gaps = [gap for gap in gaps_of(text, said).values() if gap.edits]
    amended = text
    for edit in sorted(
        (edit for gap in reversed(gaps) for edit in gap.edits),
        key=lambda edit: edit.start,
        reverse=True,
    ):
        amended = amended[: edit.start] + edit.text + amended[edit.end :]
    before = [clause.number for clause in segment(text).clauses]
    after = [clause.number for clause in segment(amended).clauses]
    new = [number for number in after if number not in before]
    assert [number for number in after if number in before] == before
    assert {number.partition("(")[0] for number in new} == {gap.number for gap in gaps}


@pytest.mark.parametrize(("name", "said"), [("detention", DETENTION), ("labour", LABOUR)])
def test_the_new_sections_read_as_they_should(name: str, said: Said) -> None:
    gaps = gaps_of(text_of(name), said).values()
    told = "\n\n".join(f"[{gap.need}, after {gap.after}]\n{gap.text}" for gap in gaps)
    golden = Path(__file__).with_name(f"{name}.sections.txt")
    assert told + "\n" == golden.read_text(encoding="utf-8")


def test_new_sections_of_one_place_are_numbered_as_a_law_orders_them() -> None:
    text = (
        "PART I\nREMOVAL\n\n1. (1) The Minister may order the removal of an alien.\n\n"
        "(2) An alien may be removed under escort.\n"
    )
    found = gaps_of(text, {"1(1)": ("blind", ("removal",)), "1(2)": ("blind", ("removal",))})
    numbers = {need: gap.number for need, gap in found.items() if gap.after == "section 1"}
    order = [need for need in load_sections() if need in numbers]
    assert len(order) > 1
    assert sorted(order, key=lambda need: numbers[need]) == order != list(numbers)


def test_what_speaks_of_migrants_is_no_gap_of_a_law_on_something_else() -> None:
    text = "1. A clerk may complain to the Labour Court in writing of a police officer.\n"
    said: Said = {"1": ("blind", ("redress",))}
    assert "safe-complaints" not in gaps_of(text, said)
    both = text + "2. A foreigner shall carry a card.\n"
    assert "safe-complaints" in gaps_of(both, said)


def test_a_law_that_puts_other_measures_first_anywhere_is_not_told_to_do_so() -> None:
    law = (
        "1. An officer may detain a foreigner.\n"
        "2. The Minister may order a foreigner to reside at a place and to report.\n"
        "3. A foreigner may be detained only where less coercive measures cannot be applied.\n"
    )
    said: Said = {"1": ("blind", ("detention",)), "2": ("blind", ("detention",))}
    need = "alternatives-by-situation"
    assert need not in gaps_of(law, said)
    assert need in gaps_of(law.split("3. ")[0], said)
