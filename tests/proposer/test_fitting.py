"""Which templates fit a clause, with what words, in what order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.library import load_library
from annotator.library.model import Cite, Cues, Form
from annotator.proposer.case import applied
from annotator.proposer.fitting import Flagged, amends, fit_template, matched, propose
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


def fitted(law: str, number: str, *, raised=("search",), **fields) -> Proposal | None:
    made = template(**fields)
    clause = clause_of(law, number)
    fit = fit_template(reading(law), clause, made, raised, library_of(made))
    return fit and fit.proposal


def proposed(law: str, number: str, *templates, label="blind", limit=3) -> list[str]:
    """The ids of what is proposed for a clause on search, best first."""
    flagged = [Flagged(clause_of(law, number), label, ("search", "detention"))]
    (fits,) = propose(reading(law), flagged, library_of(*templates), limit=limit)
    return [fit.proposal.template for fit in fits]


# -- one template ----------------------------------------------------------------------------------


def test_a_proposal_carries_what_the_template_says() -> None:
    proposal = fitted(SECTIONS, "11(1)", reason="Because\nof this.")
    assert proposal is not None
    assert proposal.template == "search-same-sex"
    assert (proposal.issue, proposal.operation) == ("search", "insert_phrase")
    assert proposal.reason == "Because of this."
    assert proposal.amended.endswith("enters a port in private.")


def test_commitments_that_bind_come_first_under_their_short_names() -> None:
    cites = (
        Cite(instrument="guide", at="p. 3"),
        Cite(instrument="cedaw", at="Art. 2", verified=True),
    )
    proposal = fitted(SECTIONS, "11(1)", cites=cites)
    assert proposal is not None
    assert [(c.instrument, c.at, c.binding, c.verified) for c in proposal.citations] == [
        ("CEDAW", "Art. 2", True, True),
        ("Guide", "p. 3", False, False),
    ]


def test_the_issue_is_the_surest_of_the_clause_that_the_template_mends() -> None:
    mends = ("search", "detention")
    proposal = fitted(SECTIONS, "11(1)", raised=("health", "detention", "search"), issues=mends)
    assert proposal is not None
    assert proposal.issue == "detention"


def test_a_template_for_another_issue_abstains() -> None:
    assert fitted(SECTIONS, "11(1)", raised=("health",)) is None


@pytest.mark.parametrize(
    "when",
    [
        {"all": ["search", "vehicle"]},
        {"any": ["vehicle", "vessel"]},
        {"none": ["search"]},
        {"action": ["detain"], "of": "person"},
    ],
    ids=str,
)
def test_a_clause_without_the_cues_is_left_alone(when: dict) -> None:
    assert fitted(SECTIONS, "11(1)", when=when) is None


def test_cues_are_looked_for_in_the_lead_in_too() -> None:
    item = "a person who has entered the territory by land or by sea and stays " * 12
    law = f"5. (1) The Minister shall remove—\n(a) {item};\n(b) {item}.\n(2) A fee is due.\n"
    assert fitted(law, "5(1)(a)", when={"all": ["minister shall remove"]}) is not None


@pytest.mark.parametrize(("pattern", "proposes"), [("for one day", False), ("for a year", True)])
def test_what_another_subsection_says_is_not_proposed(pattern: str, proposes: bool) -> None:
    assert (fitted(SECTIONS, "11(1)", unless=(pattern,)) is not None) == proposes


def test_the_first_form_that_fits_is_used() -> None:
    forms = (
        Form(operation="add_list_item", text="no list"),
        Form(operation="insert_phrase", at="end", text="in a vessel", when=Cues(all=("vessel",))),
        Form(operation="insert_phrase", at="end", text="in an article", style="article"),
        Form(operation="insert_phrase", at="end", text="here"),
        Form(operation="insert_phrase", at="end", text="too late"),
    )
    assert fitted(SECTIONS, "11(1)", forms=forms).amended.endswith("a port here.")
    assert fitted(ARTICLES, "6(1)", forms=forms).amended.endswith("point in an article.")


def test_a_template_none_of_whose_forms_fits_abstains() -> None:
    assert fitted(SECTIONS, "12", forms=(Form(operation="add_list_item", text="x"),)) is None


def test_cues_are_counted_and_their_groups_kept() -> None:
    cues = Cues(all=("search",), any=("(?P<whom>person)", "vessel", "enters"))
    match = matched(cues, "An officer may search any person who enters.")
    assert match is not None
    assert (match.cues, match.groups) == (3, {"whom": "person"})


# -- the choice among templates --------------------------------------------------------------------


def at(place: str, words: str = "now") -> tuple[Form, ...]:
    return (Form(operation="insert_phrase", after=place, text=words),)


PRIVATE = template("in-private", forms=at("port", "in private"))
OFFICER = template("officer", forms=at("officer", "of the same sex"))
ANY = template("any-person", forms=at("any person", "of age"))


def test_a_template_with_more_of_its_cues_in_the_clause_comes_first() -> None:
    cued = template("cued", when={"any": ["search", "person"]}, forms=at("officer"))
    assert proposed(SECTIONS, "11(1)", PRIVATE, cued) == ["cued", "in-private"]


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


def test_two_phrases_do_not_go_into_the_same_place() -> None:
    same = template("same", forms=at("port", "by day"))
    assert proposed(SECTIONS, "11(1)", PRIVATE, same, OFFICER) == ["in-private", "officer"]


def test_a_template_for_another_label_is_not_proposed() -> None:
    regressive = template("regressive", labels=("regressive",), forms=at("officer"))
    assert proposed(SECTIONS, "11(1)", PRIVATE, regressive) == ["in-private"]
    assert proposed(SECTIONS, "11(1)", PRIVATE, regressive, label="regressive") == ["regressive"]


SUBSECTION = Form(operation="insert_subsection", text="A record {{ must }} be kept.")


def for_each(law: str, numbers: list[str], *templates) -> list[list[str]]:
    flagged = [Flagged(clause_of(law, number), "blind", ("search",)) for number in numbers]
    fits = propose(reading(law), flagged, library_of(*templates))
    return [[fit.proposal.operation for fit in some] for some in fits]


def test_a_subsection_is_proposed_once_for_its_section() -> None:
    record = template("record", forms=(SUBSECTION,))
    assert for_each(SECTIONS, ["11(1)", "11(2)", "12"], record) == [
        ["insert_subsection"],
        [],
        ["insert_sentence"],
    ]


def test_no_subsection_is_proposed_where_another_clause_takes_the_words_itself() -> None:
    record = template("record", forms=(*at("one day"), SUBSECTION))
    assert for_each(SECTIONS, ["11(1)", "11(2)"], record) == [[], ["insert_phrase"]]


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


@pytest.mark.parametrize(
    ("text", "amending"),
    [
        ("Section 4 is amended by the insertion of “guard” after “officer”.", True),
        (
            "in section 8, by the substitution of the following for subsection (2): “An officer",
            True,
        ),
        ("The Minister may amend a list by order.", False),
        ("An officer may search a person.", False),
    ],
)
def test_words_are_not_put_beside_a_clause_that_amends_another_law(
    text: str, amending: bool
) -> None:
    assert amends(text) is amending
