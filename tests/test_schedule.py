"""The amendments of a law as one schedule: numbered in its order, and composed."""

from collections import Counter
from itertools import chain, combinations

import pytest
from msgspec.structs import replace

from annotator.errors import UsageError
from annotator.schedule import adopted, forms, in_order, schedule, series_of
from annotator.schema import (
    Annotation,
    Clause,
    Edit,
    Finding,
    Gap,
    Law,
    Model,
    Proposal,
    Provision,
    Scorecard,
)

TEXT = """\
Detention
4. (1) An officer may detain a person.
(2) The person is told why.

Search
5. An officer may search a person.
"""
PROVISIONS = (
    Provision("sec_4", "section", "4", "4.", "Detention", 0, 13, 77),
    Provision("sec_5", "section", "5", "5.", "Search", 78, 88, 119),
)


def proposal(template: str, words: str, place: int, **more: object) -> Proposal:
    added = {
        "template": template,
        "issue": "detention",
        "operation": "insert_subsection",
        "edits": (Edit(start=place, end=place, text=f"\n{words}"),),
        "amended": words,
        "instruction": f"At the end of section 4 insert: “{words}”",
        "reason": "It matters.",
        "citations": (),
        "adds": True,
    }
    return Proposal(**(added | more))  # type: ignore[arg-type]


def second_subsection(template: str, words: str, **more: object) -> Proposal:
    edits = (Edit(start=88, end=88, text="(1) "), Edit(start=119, end=119, text=f"\n{words}"))
    instruction = f"Number the text of section 5 as subsection (1) and after it insert: “{words}”"
    return proposal(template, words, 119, edits=edits, instruction=instruction, **more)


def finding(eid: str, number: str, *proposals: Proposal) -> Finding:
    clause = Clause(eid, number, "", (), "", "An officer may detain a person.", 13, 44)
    return Finding(clause, "blind", 0.9, {}, proposals=proposals)


def gap(need: str, number: str, words: str) -> Gap:
    text = f"Apart\n{number}. {words}"
    return Gap(
        need=need, lacks="", issue="detention", strength="minimum", clauses=(), proposed_at=(),
        by_section=True, reason="It matters.", gcm=(), citations=(), after="section 4",
        number=number, heading="Apart", text=text, edits=(Edit(start=77, end=77, text=text),),
        instruction=f"After section 4 insert: “{' '.join(text.split())}”",
    )  # fmt: skip


@pytest.fixture
def law() -> Annotation:
    return Annotation(
        law=Law(title="BORDER ACT", source="", sha256="", language="en", format="txt"),
        model=Model(name="en", version="1"),
        findings=(
            finding(
                "sec_4__subsec_1",
                "4(1)",
                proposal("pregnant", "(3) No pregnant woman is detained.", 77),
                proposal("apart", "(4) Women are held apart.", 77),
                proposal("never", "(3) Nobody is detained.", 77, alternative_to=("pregnant",)),
            ),
            finding(
                "sec_5",
                "5",
                second_subsection("same-sex", "(2) By an officer of the same sex."),
                second_subsection("private", "(2) In private.", alternative_to=("same-sex",)),
            ),
        ),
        scorecard=Scorecard(clauses=2, labels={"blind": 2}, issues={}, review=0),
        provisions=PROVISIONS,
        gaps=(gap("second", "4B", "Records."), gap("first", "4A", "Reviews.")),
        text=TEXT,
    )


def instructions(law: Annotation, *accept: int) -> list[str]:
    return [one.instruction for one in adopted(schedule(law), law, accept)]


def test_amendments_are_numbered_in_the_order_of_the_law_and_alternatives_behind(
    law: Annotation,
) -> None:
    told = [
        (one.number, one.proposal.template if one.proposal else one.gap.need, one.instead_of)
        for one in schedule(law)
        if one.proposal or one.gap
    ]
    assert told == [
        (1, "pregnant", ()),
        (2, "apart", ()),
        (3, "first", ()),
        (4, "second", ()),
        (5, "same-sex", ()),
        (6, "private", ()),
        (7, "never", (1,)),
    ]


def test_two_that_give_a_section_its_subsections_compose(law: Annotation) -> None:
    assert instructions(law)[-2:] == [
        "Number the text of section 5 as subsection (1) and after it insert: "
        "“(2) By an officer of the same sex.”",
        "At the end of section 5 insert: “(3) In private.”",
    ]
    assert schedule(law)[5].instruction == "At the end of section 5 insert: “(3) In private.”"
    last = adopted(schedule(law), law)[-1]
    assert [edit.text for edit in last.edits] == ["\n(3) In private."]


def test_what_is_adopted_leaves_no_hole_among_the_numbers(law: Annotation) -> None:
    assert instructions(law, 2, 4, 6) == [
        "At the end of section 4 insert: “(3) Women are held apart.”",
        "After section 4 insert: “Apart 4A. Records.”",
        "Number the text of section 5 as subsection (1) and after it insert: “(2) In private.”",
    ]
    (apart, section, _) = adopted(schedule(law), law, (2, 4, 6))
    assert apart.edits[0].text == "\n(3) Women are held apart."
    assert section.added == "Apart\n4A. Records."


def test_letters_follow_letters(law: Annotation) -> None:
    first = proposal("pregnant", "(c) No pregnant woman is detained.", 77)
    second = proposal("apart", "(d) Women are held apart.", 77)
    lettered = replace(law, findings=(finding("sec_4__subsec_a", "4(a)", first, second),), gaps=())
    assert instructions(lettered, 2) == [
        "At the end of section 4 insert: “(c) Women are held apart.”"
    ]


def test_an_alternative_stands_in_the_schedule_only_where_it_is_chosen(law: Annotation) -> None:
    assert not any("Nobody" in words for words in instructions(law))
    assert instructions(law, 7) == ["At the end of section 4 insert: “(3) Nobody is detained.”"]


def test_what_cannot_be_accepted_is_told(law: Annotation) -> None:
    with pytest.raises(UsageError, match=r"no amendment 9 of this law: its amendments are 1 to 7"):
        instructions(law, 9)
    with pytest.raises(UsageError, match=r"Amendment 7 stands instead of amendment 1"):
        instructions(law, 1, 7)


def test_what_clauses_provide_needs_no_section(law: Annotation) -> None:
    provided = tuple(replace(one, by_section=False) for one in law.gaps)
    assert not any(one.gap for one in schedule(replace(law, gaps=provided)))


def test_letters_that_open_a_section_compose_in_the_style_of_the_law(law: Annotation) -> None:
    def lettered(template: str, words: str, **more: object) -> Proposal:
        edits = (Edit(start=88, end=88, text="(a) "), Edit(start=119, end=119, text=f"\n{words}"))
        said = "Section 5 is amended by designating its text as subsection (a) and adding at the "
        instruction = f"{said}end: “{words}”"
        return proposal(template, words, 119, edits=edits, instruction=instruction, **more)

    first = lettered("same-sex", "(b) By an officer of the same sex.")
    second = lettered("private", "(b) In private.", alternative_to=("same-sex",))
    of_letters = replace(law, findings=(finding("sec_5", "5", first, second),), gaps=())
    assert [one.instead_of for one in schedule(of_letters)] == [(), ()]
    *_, last = adopted(schedule(of_letters), of_letters)
    assert last.instruction == (
        "Section 5 is amended by adding at the end the following: “(c) In private.”"
    )
    assert [edit.text for edit in last.edits] == ["\n(c) In private."]


def test_an_instruction_keeps_its_style_under_another_number(law: Annotation) -> None:
    said = "Section 4 is amended by adding at the end the following: “{}”"
    both = [
        proposal(name, words, 77, instruction=said.format(words))
        for name, words in (("pregnant", "(3) In need only."), ("apart", "(4) Held apart."))
    ]
    of_sections = replace(law, findings=(finding("sec_4__subsec_1", "4(1)", *both),), gaps=())
    assert instructions(of_sections, 2) == [said.format("(3) Held apart.")]


def test_a_new_section_says_under_which_number_it_stands(law: Annotation) -> None:
    assert [one.section for one in adopted(schedule(law), law, (1, 4))] == ["", "4A"]


def test_the_forms_of_amendments_are_those_that_stand_in_a_schedule(law: Annotation) -> None:
    """Whatever is adopted, of each its form behind so many of its series."""
    known = schedule(law)
    every = forms(known, law)
    order = [one.number for one in in_order(known)]
    assert set(order) == set(every)
    free = [one.number for one in known if not one.instead_of]
    for chosen in chain.from_iterable(combinations(free, size) for size in range(1, 4)):
        before: Counter[str] = Counter()
        for one in adopted(known, law, chosen):
            series = series_of(one)
            assert every[one.number][before[series]] == one
            before[series] += bool(series)
