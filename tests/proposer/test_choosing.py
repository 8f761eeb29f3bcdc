"""The choice among what fits: order, needs, numbers, and which amendments go together."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.library import load_library
from annotator.library.model import Form, Replacement, Template
from annotator.proposer import choosing
from annotator.proposer.choosing import propose
from annotator.proposer.drafting_case import applied
from annotator.proposer.fitting import Fit, Flagged
from annotator.schema import ISSUES, Proposal
from tests.proposer.laws import (
    ARTICLES,
    PIECES,
    SECTIONS,
    TEXTS,
    clause_of,
    clauses_of,
    library_of,
    reading,
    template,
    undone,
)

SHIPPED = load_library()


def proposed(law: str, number: str, *templates, label="blind", limit=3) -> list[str]:
    """The ids of what is proposed for a clause on search, best first."""
    flagged = [Flagged(clause_of(law, number), label, ("search", "detention"))]
    (fits,) = propose(reading(law), flagged, library_of(*templates), limit=limit)
    return [fit.proposal.template for fit in fits]


def at(place: str, words: str = "now") -> tuple[Form, ...]:
    return (Form(operation="insert_phrase", after=place, text=words),)


PRIVATE = template("in-private", forms=at("port", "in private"))
OFFICER = template("officer", forms=at("officer", "of the same sex"))
ANY = template("any-person", forms=at("any person", "of age"))


def test_a_template_with_more_of_its_cues_in_the_clause_comes_first() -> None:
    cued = template("cued", when={"any": ["search", "person"]}, forms=at("officer"))
    assert proposed(SECTIONS, "11(1)", PRIVATE, cued) == ["cued", "in-private"]


def test_the_same_words_in_parallel_items_are_proposed_once() -> None:
    law = (
        "11. (1) An officer may search a guest in the hall.\n(2) It may be searched in the hall.\n"
    )
    items = [replace(one, kind="item") for one in clauses_of(law)]
    flagged = [Flagged(one, "blind", ("search",)) for one in items]
    here = template("in-private", forms=at("hall", "in private"))
    assert [len(fits) for fits in propose(reading(law), flagged, library_of(here))] == [1, 0]
    mends = template("mends", labels=("regressive",), forms=at("hall", "in private"))
    flagged = [Flagged(one, "regressive", ("search",)) for one in items]
    assert [len(fits) for fits in propose(reading(law), flagged, library_of(mends))] == [1, 1]


def test_what_is_the_least_that_is_owed_comes_before_what_is_ambitious() -> None:
    more = template("more", strength="ambitious", forms=at("officer"))
    least = template("least", strength="minimum", forms=at("any person"))
    assert proposed(SECTIONS, "11(1)", more, PRIVATE, least) == ["least", "in-private", "more"]


def test_the_surer_issue_comes_first() -> None:
    lesser = template("lesser", issues=("detention",), forms=at("officer"))
    assert proposed(SECTIONS, "11(1)", lesser, PRIVATE) == ["in-private", "lesser"]


def test_no_more_than_the_limit_is_proposed() -> None:
    assert len(proposed(SECTIONS, "11(1)", PRIVATE, OFFICER, ANY, limit=2)) == 2


def test_one_need_is_met_once() -> None:
    again = template("again", need="in-private", forms=at("officer"))
    assert proposed(SECTIONS, "11(1)", PRIVATE, again) == ["in-private"]


def test_of_two_phrases_for_one_place_the_second_is_an_alternative_and_comes_last() -> None:
    same = template("same", forms=at("port", "by day"))
    assert alternatives(SECTIONS, "11(1)", PRIVATE, same, OFFICER) == {
        "in-private": (),
        "officer": (),
        "same": ("in-private",),
    }


def test_all_that_fits_holds_other_ways_to_meet_a_need_as_alternatives() -> None:
    again = template("again", need="in-private", forms=at("officer"))
    assert alternatives(SECTIONS, "11(1)", PRIVATE, again, limit=0) == {
        "in-private": (),
        "again": ("in-private",),
    }


def test_two_new_items_of_one_list_are_alternatives() -> None:
    item = template("an-item", forms=(Form(operation="add_list_item", text="a pillow"),))
    other = template("other", forms=(Form(operation="add_list_item", text="a blanket"),))
    assert alternatives(SECTIONS, "13(1)", item, other)["other"] == ("an-item",)


def test_a_new_subsection_stands_after_a_last_clause_that_is_itself_replaced() -> None:
    change = Form(operation="replace_sentence", after="held", text="A foreigner waits.")
    changed = template("changed", when={"all": ["held"]}, forms=(change,))
    recorded = template("recorded", when={"all": ["search"]}, forms=RECORD.forms)
    flagged = [Flagged(clause_of(SECTIONS, f"11({n})"), "blind", ("search",)) for n in (1, 2)]
    chosen = propose(reading(SECTIONS), flagged, library_of(changed, recorded))
    assert [len(fits) for fits in chosen] == [1, 1]
    amended = applied(SECTIONS, [edit for fits in chosen for edit in edits_of(fits)])
    assert "(2) A foreigner waits.\n(3) It is kept.\n12." in amended


RECORD = template("record", forms=(Form(operation="insert_subsection", text="It is kept."),))
REPORT = template("report", forms=(Form(operation="insert_subsection", text="It is told."),))


def test_new_subsections_of_one_section_bear_successive_numbers() -> None:
    flagged = [Flagged(clause_of(SECTIONS, "11(1)"), "blind", ("search",))]
    (fits,) = propose(reading(SECTIONS), flagged, library_of(RECORD, REPORT))
    assert [fit.proposal.instruction for fit in fits] == [
        "After section 11(2) insert: “(3) It is kept.”",
        "At the end of section 11 insert: “(4) It is told.”",
    ]
    assert "\n(3) It is kept.\n(4) It is told.\n12." in applied(SECTIONS, edits_of(fits))


def test_so_do_those_that_stand_at_two_of_its_clauses() -> None:
    first = template("first", when={"all": ["search"]}, forms=RECORD.forms)
    second = template("second", when={"all": ["held"]}, forms=REPORT.forms)
    flagged = [Flagged(clause_of(SECTIONS, f"11({n})"), "blind", ("search",)) for n in (1, 2)]
    chosen = propose(reading(SECTIONS), flagged, library_of(first, second))
    assert [fit.proposal.amended for fits in chosen for fit in fits] == [
        "(3) It is kept.",
        "(4) It is told.",
    ]


def test_new_paragraphs_of_an_article_stand_one_after_the_other() -> None:
    flagged = [Flagged(clause_of(ARTICLES, "8"), "blind", ("search",))]
    (fits,) = propose(reading(ARTICLES), flagged, library_of(RECORD, REPORT))
    assert applied(ARTICLES, edits_of(fits)).endswith("It is kept.\nIt is told.\n")


def test_of_two_that_would_number_the_text_of_a_section_one_is_an_alternative() -> None:
    law = "5. A bill states— (a) the name; and (b) the sum.\n6. A fee is due.\n"
    assert alternatives(law, "5", RECORD, REPORT) == {"record": (), "report": ("record",)}


def test_a_template_for_another_label_is_not_proposed() -> None:
    regressive = template("regressive", labels=("regressive",), forms=at("officer"))
    assert proposed(SECTIONS, "11(1)", PRIVATE, regressive) == ["in-private"]
    assert proposed(SECTIONS, "11(1)", PRIVATE, regressive, label="regressive") == ["regressive"]


SUBSECTION = Form(operation="insert_subsection", text="A record of {{ unit }} {{ must }} be kept.")


def alternatives(law: str, number: str, *templates, limit=3) -> dict[str, tuple[str, ...]]:
    """Each template proposed for a clause, in order, and those in whose stead it stands."""
    flagged = [Flagged(clause_of(law, number), "blind", ("search",))]
    (fits,) = propose(reading(law), flagged, library_of(*templates), limit=limit)
    return {fit.proposal.template: fit.proposal.alternative_to for fit in fits}


def edits_of(fits):
    return [edit for fit in fits for edit in fit.proposal.edits]


def for_each(law: str, numbers: list[str], *templates) -> list[list[str]]:
    flagged = [Flagged(clause_of(law, number), "blind", ("search",)) for number in numbers]
    fits = propose(reading(law), flagged, library_of(*templates))
    return [[fit.proposal.operation for fit in some] for some in fits]


def test_of_two_that_number_the_text_of_a_section_one_is_the_alternative_of_the_other() -> None:
    law = "9. An officer may search any person who brings—\n(a) a sword; or\n(b) a gun.\n10. End.\n"
    listed = Form(operation="insert_subsection", text="A list {{ must }} be kept.")
    record, made = template("record", forms=(SUBSECTION,)), template("list", forms=(listed,))
    assert alternatives(law, "9", record, made) == {"record": (), "list": ("record",)}


@pytest.mark.parametrize("part", ["subsection", "sub-section", "sub-regulation", "clause"])
def test_what_speaks_of_a_part_of_its_section_is_said_of_the_next_section_too(part: str) -> None:
    law = "4. (1) An officer may search.\n(2) End.\n5. (1) An officer may search.\n(2) End.\n"
    text = f"A search under {part} (1) {{{{ must }}}} be recorded."
    local = template("local", forms=(Form(operation="insert_subsection", text=text),))
    assert for_each(law, ["4(1)", "5(1)"], local) == [["insert_subsection"]] * 2


def test_a_subsection_is_proposed_once_for_its_section() -> None:
    record = template("record", forms=(SUBSECTION,))
    assert for_each(SECTIONS, ["11(1)", "11(2)", "12"], record) == [
        ["insert_subsection"],
        [],
        ["insert_sentence"],
    ]


@pytest.mark.parametrize(
    ("text", "of_one", "of_several"),
    [
        ("It is kept under {{ here }}.", "It is kept under subsection (1).", "It is kept under "
         "this section."),
        ("{{ despite }}it is kept.", "Notwithstanding subsection (1), it is kept.",
         "Notwithstanding anything in this section, it is kept."),
    ],
)  # fmt: skip
def test_what_several_subsections_want_speaks_of_the_section(
    text: str, of_one: str, of_several: str
) -> None:
    kept = template("kept", forms=(Form(operation="insert_subsection", text=text),))
    other = template("other", issues=("health",), forms=(SUBSECTION,))
    for issue, words in (("search", of_several), ("health", of_one)):
        flagged = [
            Flagged(clause_of(SECTIONS, "11(1)"), "blind", ("search",)),
            Flagged(clause_of(SECTIONS, "11(2)"), "blind", (issue,)),
        ]
        (first, _) = propose(reading(SECTIONS), flagged, library_of(kept, other))
        assert [fit.proposal.amended for fit in first] == [f"(3) {words}"]


def test_no_subsection_is_proposed_where_another_clause_takes_the_words_itself() -> None:
    record = template("record", forms=(*at("one day"), SUBSECTION))
    assert for_each(SECTIONS, ["11(1)", "11(2)"], record) == [[], ["insert_phrase"]]


GENERAL = template("general", fallback=True, forms=RECORD.forms)


def test_a_fallback_is_proposed_where_nothing_else_is() -> None:
    assert proposed(SECTIONS, "11(1)", GENERAL) == ["general"]
    assert proposed(SECTIONS, "11(1)", GENERAL, PRIVATE) == ["in-private"]


def test_no_fallback_is_proposed_where_the_section_gets_a_subsection_on_the_issue() -> None:
    special = template("special", when={"all": ["search"]}, forms=REPORT.forms)
    flagged = [Flagged(clause_of(SECTIONS, f"11({n})"), "blind", ("search",)) for n in (1, 2)]
    chosen = propose(reading(SECTIONS), flagged, library_of(special, GENERAL))
    assert [[fit.template.id for fit in fits] for fits in chosen] == [["special"], []]


# -- the shipped library ---------------------------------------------------------------------------

REAL = [
    ("7. (1) An officer may search any person who lands.\n(2) A fee is due.\n", "7(1)", "search",
     "blind", "An officer of the same sex as the person to be searched may search any person who "
     "lands."),
    ("Article 7\n1. A border guard must search a passenger.\n2. A fee is due.\n", "7(1)", "search",
     "blind", "A border guard of the same sex as the person to be searched must search a "
     "passenger."),
    ("7. (1) The wife of a settler may be issued a permit.\n(2) A fee is due.\n", "7(1)", "family",
     "regressive", "The spouse of a settler may be issued a permit."),
    ("7. (1) A married woman shall leave when her husband does.\n(2) A fee is due.\n", "7(1)",
     "family", "regressive", ""),
]  # fmt: skip


@pytest.mark.parametrize(("law", "number", "issue", "label", "amended"), REAL)
def test_the_best_amendment_of_a_clause(
    law: str, number: str, issue: str, label: str, amended: str
) -> None:
    (fits,) = propose(reading(law), [Flagged(clause_of(law, number), label, (issue,))], SHIPPED)
    assert fits[0].proposal.amended == amended


SENTENCES = st.sampled_from(
    [
        example.text
        for template in SHIPPED.templates
        for example in (*template.examples, *template.counter_examples)
    ]
)


@st.composite
def laws(draw: st.DrawFn) -> str:
    """Sections or articles of clauses that templates are for, some with other words thrown in."""
    unit, sub = draw(st.sampled_from([("{}.", "({})"), ("Article {}\n", "{}."), ("{}", "({})")]))
    lines = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        clauses = draw(st.lists(SENTENCES, min_size=1, max_size=3))
        for place, clause in enumerate(clauses, 1):
            if draw(st.booleans()):
                at = draw(st.integers(0, len(clause)))
                clause = clause[:at] + draw(PIECES) + clause[at:]
            head = unit.format(number) if place == 1 else ""
            lines.append(f"{head} {sub.format(place) if len(clauses) > 1 else ''} {clause}".strip())
    return "\n".join(lines) + "\n"


@settings(max_examples=60, deadline=None)
@given(laws() | TEXTS)
def test_whatever_the_law_edits_lie_within_it_and_can_be_undone(law: str) -> None:
    for label in ("blind", "regressive"):
        flagged = [Flagged(clause, label, ISSUES) for clause in clauses_of(law)]
        for one, fits in zip(flagged, propose(reading(law), flagged, SHIPPED), strict=True):
            for proposal in (fit.proposal for fit in fits):
                assert undone(law, proposal.edits) == law
                assert "{{" not in proposal.amended or "{{" in law
                amended = applied(law, proposal.edits)
                if proposal.operation == "insert_subsection":
                    assert proposal.amended in amended[one.clause.start :]
                else:
                    end = one.clause.end + len(amended) - len(law)
                    assert amended[one.clause.start : end] == proposal.amended


@st.composite
def adopted(draw: st.DrawFn) -> tuple[str, list[Fit]]:
    """A law, and a few of the amendments of it that are said to go together."""
    law = draw(laws())
    label = draw(st.sampled_from(["blind", "regressive"]))
    flagged = [Flagged(clause, label, ISSUES) for clause in clauses_of(law)]
    limit = draw(st.sampled_from([0, 3]))
    taken: list[Fit] = []
    for fits in propose(reading(law), flagged, SHIPPED, limit=limit):
        names: set[str] = set()
        for fit in fits:
            if draw(st.booleans()) and not names & set(fit.proposal.alternative_to):
                names.add(fit.proposal.template)
                taken.append(fit)
    return law, taken


@settings(max_examples=80, deadline=None)
@given(adopted())
def test_what_is_said_to_go_together_does_and_can_all_be_undone(
    some: tuple[str, list[Fit]],
) -> None:
    law, fits = some
    edits = sorted(edits_of(fits), key=lambda edit: edit.start)
    assert all(one.end <= next_.start for one, next_ in pairwise(edits))
    assert undone(law, edits) == law
    amended = applied(law, edits)
    for fit in fits:
        # Words that are only inserted stand there whole, whatever else was adopted.
        assert all(edit.text in amended for edit in fit.proposal.edits)


NEIGHBOURS = "7. A search is made.\n8. A search is noted.\n9. End.\n10. A search is made again.\n"


def at_each(text: str) -> list[int]:
    """How many amendments each section gets from a template that adds the words everywhere."""
    added = template("added", forms=(Form(operation="insert_sentence", text=text),))
    flagged = [
        Flagged(clause_of(NEIGHBOURS, number), "blind", ("search",)) for number in ("7", "8", "10")
    ]
    chosen = propose(reading(NEIGHBOURS), flagged, library_of(added))
    return [len(fits) for fits in chosen]


def test_words_of_general_bearing_are_proposed_once_in_a_law() -> None:
    assert at_each("Searchers are trained.") == [1, 0, 0]


def test_words_that_speak_of_their_own_section_are() -> None:
    assert at_each("Searchers under {{ unit }} are trained.") == [1, 1, 1]


def of_whole_law(law: str, name: str, issue: str) -> list[str]:
    """What a template of ours gives for each clause of a law; nothing where it gives none."""
    flagged = [Flagged(clause, "blind", (issue,)) for clause in clauses_of(law)]
    only = replace(SHIPPED, templates=tuple(one for one in SHIPPED.templates if one.id == name))
    found = propose(reading(law), flagged, only)
    return [fits[0].proposal.instruction if fits else "" for fits in found]


def test_a_rule_that_a_law_needs_once_speaks_for_all_of_it_at_the_first_of_its_sections() -> None:
    law = (
        "1. A person who lands without a pass is guilty of an offence under this Act.\n"
        "2. A person who uses a false pass is guilty of an offence.\n"
    )
    first, second = of_whole_law(law, "penalties-trafficking-victims", "penalties")
    assert "an offence under this Act that the victim was compelled" in first
    assert second == ""
    (alone,) = of_whole_law(law.split("2.")[0], "penalties-trafficking-victims", "penalties")
    assert "an offence under this section" in alone


def test_a_rule_for_the_whole_law_does_not_bar_what_a_person_may_ask_for_elsewhere() -> None:
    law = (
        "1. The Board may deport a person who has no pass.\n"
        "2. The Board may deport a person who has a false pass.\n{}"
    )
    once = of_whole_law(law.format(""), "removal-postponed-in-pregnancy", "removal")
    assert ["under this Act" in one for one in once] == [True, False]
    asks = "3. A person who asks the Board to be deported shall be heard.\n"
    apart = of_whole_law(law.format(asks), "removal-postponed-in-pregnancy", "removal")
    assert ["under this section" in one for one in apart] == [True, True, False]


def test_amendments_of_a_law_twice_as_long_are_twice_as_often_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = 0

    def counting(one: Proposal, other: Proposal) -> bool:
        nonlocal compared
        compared += 1
        return choosing_collide(one, other)

    choosing_collide = choosing.collide
    monkeypatch.setattr(choosing, "collide", counting)

    def comparisons(sections: int) -> int:
        nonlocal compared
        compared = 0
        law = "\n".join(
            f"{number}. An officer may search any person who enters a port.\n"
            for number in range(1, sections + 1)
        )
        flagged = [Flagged(clause, "blind", ("search",)) for clause in clauses_of(law)]
        fits = propose(reading(law), flagged, library_of(PRIVATE, OFFICER))
        assert len(fits) == sections
        return compared

    assert comparisons(80) < 2.5 * comparisons(40)


def repeal(name: str, issue: str) -> Template:
    form = Form(operation="delete")
    return template(name, issues=(issue,), labels=("regressive",), forms=(form,))


def test_a_repeal_for_three_reasons_is_one_amendment() -> None:
    templates = [repeal("one", "search"), repeal("two", "detention"), repeal("three", "search")]
    for limit in (3, 0):
        found = proposed(SECTIONS, "12", *templates, label="regressive", limit=limit)
        assert found == ["one"]


def test_clauses_that_are_cited_alike_are_repealed_once() -> None:
    law = reading(SECTIONS)
    first, second = clause_of(SECTIONS, "11(1)"), clause_of(SECTIONS, "11(2)")
    alike = [first, replace(second, number=first.number, eid=first.eid)]
    flagged = [Flagged(clause, "regressive", ("search",)) for clause in alike]
    chosen = propose(law, flagged, library_of(repeal("one", "search")))
    assert [len(fits) for fits in chosen] == [1, 0]


def test_words_are_omitted_from_each_of_the_clauses_that_are_cited_alike() -> None:
    text = "11. (1) A wife may go, if old.\n(2) A widow may stay, if old.\n"
    first, second = clauses_of(text)
    alike = [first, replace(second, number=first.number, eid=first.eid)]
    flagged = [Flagged(clause, "regressive", ("search",)) for clause in alike]
    form = Form(operation="delete", extent="words", after=", if old")
    omission = template("one", issues=("search",), labels=("regressive",), forms=(form,))
    chosen = propose(reading(text), flagged, library_of(omission))
    assert [len(fits) for fits in chosen] == [1, 1]


def test_where_a_clause_ceases_to_speak_of_a_wife_those_that_still_do_are_named() -> None:
    form = Form(
        operation="replace_term", replace=(Replacement(from_=r"\bthe wife\b", to="the spouse"),)
    )
    even = template("even", labels=("regressive",), forms=(form,))
    law = (
        "4. (1) The name of the wife of a settler may be endorsed on the pass.\n"
        "(2) {} so endorsed may enter.\n(3) A fee is due.\n"
    )
    alike = "Section 4(2) speaks of a wife too and must be amended alike."
    for who, told in (("A wife", alike), ("A child", "")):
        text = law.format(who)
        flagged = [Flagged(clause_of(text, "4(1)"), "regressive", ("search",))]
        ((fit,),) = propose(reading(text), flagged, library_of(even))
        assert fit.proposal.reason == f"Because. {told}".strip()
