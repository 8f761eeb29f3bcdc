"""Which templates fit a clause, with what words, in what order."""

from collections.abc import Callable

import pytest

from annotator.library import load_library
from annotator.library.model import Cite, Cues, Form
from annotator.proposer import fitting
from annotator.proposer.fitting import Flagged, citations, fit_template, fits_of
from annotator.schema import Proposal
from tests.counting import lines_run
from tests.proposer.laws import (
    ARTICLES,
    LETTERED,
    SECTIONS,
    clause_of,
    clauses_of,
    library_of,
    reading,
    template,
)

SHIPPED = load_library()


def fitted(law: str, number: str, *, raised=("search",), **fields) -> Proposal | None:
    made = template(**fields)
    clause = clause_of(law, number)
    fit = fit_template(reading(law), clause, made, raised, library_of(made))
    return fit and fit.proposal


def fitted_by(name: str, law: str, number: str, issue: str) -> Proposal | None:
    """What one of our own templates proposes."""
    made = next(one for one in SHIPPED.templates if one.id == name)
    fit = fit_template(reading(law), clause_of(law, number), made, (issue,), SHIPPED)
    return fit and fit.proposal


# -- one template ----------------------------------------------------------------------------------


def test_of_the_rules_of_a_clause_the_one_is_amended_that_shows_the_cues() -> None:
    when = {"any": ("traveller",), "all": ("bond",), "none": ("Board",)}
    form = Form(operation="insert_phrase", after="traveller", text="of age")
    proposal = fitted(LETTERED, "21(b)", when=when, forms=(form,))
    assert proposal is not None
    assert proposal.instruction == (
        "Section 21(b)(2) is amended by inserting “of age” after “traveller”."
    )
    text = clause_of(LETTERED, "21(b)").text
    assert proposal.amended == text.replace("A traveller", "A traveller of age")
    apart = fitted(LETTERED, "21(b)", when={"all": ("traveller whom", "bond")}, forms=(form,))
    assert apart is None


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


@pytest.mark.parametrize(
    ("second", "fits"),
    [
        ("The search must be made by a warder of the same sex.", False),
        ("The search must be made with strict regard to decency.", False),
        ("A list of what was found must be kept.", True),
    ],
)
def test_a_section_that_asks_for_a_decent_search_wants_no_more(second: str, fits: bool) -> None:
    law = f"9. (1) A warder may search a traveller who is arrested.\n(2) {second}\n"
    assert (fitted_by("search-in-private", law, "9(1)", "search") is not None) == fits


@pytest.mark.parametrize(
    ("rule", "offence", "fits"),
    [
        ("A person must not employ a settler without a pass", "subsection (1)", False),
        ("A person must not employ a settler without a pass", "this section", True),
        ("A settler must not work without a pass", "sub-section (1)", True),
        ("A person shall not refuse to return a card", "sub-regulation (1)", False),
        ("A person shall not use the card of another", "any of the provisions of clause (1)", True),
    ],
)
def test_an_offence_is_the_breach_of_the_rule_that_it_names(
    rule: str, offence: str, fits: bool
) -> None:
    law = f"9. (1) {rule}.\n(2) A person who contravenes {offence} commits an offence.\n"
    proposal = fitted_by("penalties-trafficking-victims", law, "9(2)", "penalties")
    assert (proposal is not None) == fits


SUBSECTION = (Form(operation="insert_subsection", text="A record {{ must }} be kept."),)


@pytest.mark.parametrize(
    ("words", "issues", "proposes"),
    [
        ("An officer may search a person", ("search",), True),
        ("The Minister may make regulations on search", ("search",), False),
        ("A person who resists a search commits an offence", ("search",), False),
        ("A person who enters unlawfully commits an offence", ("penalties",), True),
    ],
)
def test_a_subsection_is_put_beside_rules_and_not_beside_other_clauses(
    words: str, issues: tuple[str, ...], proposes: bool
) -> None:
    law = f"9. (1) {words}.\n(2) A fee is due.\n"
    fields = {"raised": issues, "issues": issues, "forms": SUBSECTION}
    assert (fitted(law, "9(1)", **fields) is not None) == proposes


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


def test_a_section_is_asked_once_what_it_says_already_however_many_clauses_it_has(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    unless = r"\bin private\b"
    private = template(
        "in-private",
        forms=(Form(operation="insert_phrase", after="port", text="in private"),),
        unless=(unless,),
    )
    looked = []

    class Counted:
        def search(self, text: str) -> None:
            looked.append(text)

    compiled = fitting.compiled
    monkeypatch.setattr(
        fitting, "compiled", lambda pattern: Counted() if pattern == unless else compiled(pattern)
    )
    subsections = "".join(
        f"({number}) An officer may search any person of class {number} who enters a port.\n"
        for number in range(1, 40)
    )
    law = f"1. {subsections}"
    whole = reading(law)
    for clause in clauses_of(law):
        fits_of(whole, Flagged(clause, "blind", ("search",)), library_of(private))
    assert looked == [whole.law.provisions["sec_1"].text]


def test_what_was_made_among_the_states_of_a_region_is_cited_as_such() -> None:
    library = load_library()
    cited = {
        one.instrument: one.regional
        for template in library.templates
        for one in citations(template, library)
    }
    assert cited["ECHR"]
    assert cited["Istanbul Convention"]
    assert cited["Directive 2008/115/EC"]
    assert not cited["CEDAW"]


# -- what a sibling says of something else ---------------------------------------------------------


@pytest.mark.parametrize(
    ("second", "proposes"),
    [
        # who searches says nothing of who takes photographs
        ("A search of a person is made by an officer of the same sex.", True),
        ("Fingerprints are taken by an officer of the same sex.", False),
        # what speaks of the clause, or of nothing that is known, may be about it
        ("A search, and what subsection (1) allows, is for an officer of the same sex.", False),
        ("An officer of the same sex is at hand.", False),
    ],
)
def test_a_section_says_already_only_what_it_does_not_say_of_another_deed(
    second: str, proposes: bool
) -> None:
    law = f"11. (1) An officer may take the fingerprints of a person.\n(2) {second}\n"
    proposal = fitted_by("search-biometrics-in-private", law, "11(1)", "search")
    assert (proposal is not None) == proposes


def test_what_siblings_say_of_another_deed_is_read_once_for_all_the_clauses_of_a_section() -> None:
    named = {one.id: one for one in SHIPPED.templates}["search-biometrics-in-private"]

    def asked(count: int) -> Callable[[], object]:
        pair = (
            "An officer may take the fingerprints of a person.",
            "A search of a person is made by an officer of the same sex.",
        )
        lines = (f"({at}) {pair[at % 2]}\n" for at in range(1, count + 1))
        law = f"11. {''.join(lines)}"
        whole = reading(law)
        fingerprints = whole.law.clauses[1::2]
        return lambda: [
            fit_template(whole, clause, named, ("search",), SHIPPED) for clause in fingerprints
        ]

    asked(4)()  # compiles the patterns
    once, twice = asked(40), asked(80)
    assert lines_run(twice) < 2.5 * lines_run(once)


def test_beside_a_general_amendment_any_word_counts() -> None:
    law = (
        "11. (1) A foreigner who is expelled shall leave within six days.\n"
        "(2) A pregnant woman shall not be expelled.\n"
    )
    assert fitted_by("removal-general", law, "11(1)", "removal") is None


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ("two members", "one woman and at least one man"),
        ("at least 3 members appointed by the Minister", "one woman and at least one man"),
        ("one member from each town", "one woman and at least one man"),
        ("a chairperson, three other members and seven members from towns", "forty per cent"),
        ("nine members appointed by the Minister", "In appointing members, the Minister"),
        (
            "the Secretary for Roads, the Director of Works and six persons nominated by towns",
            "who do not sit by virtue of an office",
        ),
    ],
)
def test_a_balance_is_one_that_the_body_can_have(members: str, words: str) -> None:
    law = f"9. (1) The Board consists of {members}.\n(2) It shall meet.\n"
    proposal = fitted_by("governance-body-balanced", law, "9(1)", "governance")
    assert proposal is not None
    assert words in proposal.instruction


@pytest.mark.parametrize(
    ("filed", "words"),
    [
        ("make a representation to the Board", "A representation shall not be refused"),
        ("present the grounds to the Board", "Nothing that is filed under this section may be"),
    ],
)
def test_what_came_late_is_called_as_its_section_calls_it(filed: str, words: str) -> None:
    law = f"9. (1) A settler shall, within ten days, {filed}.\n(2) The Board shall reply.\n"
    proposal = fitted_by("procedure-late-disclosure", law, "9(1)", "procedure")
    assert proposal is not None
    assert words in proposal.instruction


@pytest.mark.parametrize(
    ("law", "fits"),
    [
        ("This Act binds all.\n", False),
        ("This Convention binds all.\n", True),
    ],
)
def test_the_words_of_a_treaty_are_amended_in_no_act_that_prints_them(law: str, fits: bool) -> None:
    text = (
        f"1. {law}2. (1) For the purposes of the present Convention a refugee is one who is "
        "persecuted for reasons of race, religion, nationality or opinion.\n(2) It binds.\n"
    )
    proposal = fitted_by("asylum-sex-and-gender-ground", text, "2(1)", "asylum")
    assert (proposal is not None) == fits


@pytest.mark.parametrize(
    ("second", "fits"),
    [
        ("A permit is issued before this period to one who has suffered violence at home.", False),
        ("A guard who searches a traveller shall keep a record of any violence.", True),
    ],
)
def test_what_goes_on_from_a_clause_says_it_of_that_clause(second: str, fits: bool) -> None:
    law = (
        "4. (1) The spouse of a settler is entitled to a permit after five years of residence.\n"
        f"(2) {second}\n"
    )
    made = fitted_by("family-permit-after-violence", law, "4(1)", "family")
    assert (made is not None) == fits


def test_a_private_room_is_private() -> None:
    law = "4. (1) An officer may search any person {}.\n(2) A fee is due.\n"
    for where, fits in (("who lands", True), ("in a private room", False)):
        made = fitted_by("search-in-private", law.format(where), "4(1)", "search")
        assert (made is not None) == fits
