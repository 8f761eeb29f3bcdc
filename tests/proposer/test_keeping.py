"""What no amendment takes away: what spares women a burden, and what gives."""

import re

import pytest

from annotator.lang.en.protections import PROTECTS
from annotator.library import load_library
from annotator.library.model import Form, Library, Replacement
from annotator.proposer.choosing import propose
from annotator.proposer.fitting import Fit, Flagged, fit_template
from annotator.proposer.keeping import takes_a_right
from annotator.reading import Reading
from annotator.schema import ISSUES
from annotator.segmenter import segment
from tests.proposer.laws import clauses_of, library_of, template

SHIPPED = load_library()

SPARED = (
    "A woman who is with child shall not be expelled.",
    "Not liable to deportation is a mother until her child is one year old.",
    "A wife is not subject to detention while she nurses a child.",
    "No pregnant woman may be removed from the country.",
    "Widows are exempt from the fee.",
    "Exempt from deportation are women with a child at school.",
    "Women shall not be searched at the frontier.",
    "A woman shall not be refused entry by reason that she is pregnant.",
    "A female worker may not be dismissed during maternity leave.",
    "A pregnant woman is not expelled.",
    "The Directorate shall not deport a mother with a child under three.",
    "It is prohibited to detain girls.",
    "Expulsion shall not be carried out against a woman in the last months of pregnancy.",
    "No removal order shall be made against a pregnant woman.",
    "A person shall not be returned to the frontier while she is pregnant.",
    "A wife shall leave with her husband. A wife with child shall not be removed.",
    "Whoever hides a stowaway is punished; a wife shall not be guilty of it.",
)
BARRED = (
    "A woman shall not be appointed to a post at the frontier.",
    "Women shall not be enrolled in the service.",
    "A woman shall not be sent abroad without the consent of her father.",
    "A pregnant woman is not exempt from removal.",
    "No woman is exempt from the medical examination.",
    "A woman who is found to be pregnant shall be removed.",
    "A wife shall not be removed from the file of her husband.",
    "Pregnancy shall not be accepted as a reason to put off removal.",
    "A married woman shall not leave without her husband.",
    "A wife is subject to expulsion where her husband is expelled.",
    "A wife whose husband is not a citizen may be deported.",
)
REPEAL = template(
    "any", labels=("regressive",), issues=("removal",), forms=(Form(operation="delete"),)
)
REWRITE = template(
    "any",
    labels=("regressive",),
    issues=("removal",),
    forms=(Form(operation="replace_sentence", text="Posts are open to women and men."),),
)


def proposed(sentence: str, library: Library) -> list[Fit]:
    """What is proposed for the only clause of a law that draws a distinction by sex."""
    law = f"11. (1) {sentence}\n"
    reading = Reading.of(law, clauses_of(law), segment(law).provisions, library)
    flagged = [Flagged(clause, "regressive", ISSUES) for clause in clauses_of(law)]
    return [fit for some in propose(reading, flagged, library, limit=0) for fit in some]


def struck(sentence: str, library: Library) -> list[str]:
    """The ids of what is proposed that takes words of the clause away."""
    return [
        fit.template.id
        for fit in proposed(sentence, library)
        if any(edit.end > edit.start for edit in fit.proposal.edits)
    ]


@pytest.mark.parametrize("sentence", SPARED)
def test_what_spares_women_a_burden_is_neither_replaced_nor_repealed(sentence: str) -> None:
    assert re.search(PROTECTS, sentence, re.IGNORECASE)
    assert struck(sentence, library_of(REPEAL)) == []
    assert struck(sentence, library_of(REWRITE)) == []
    assert struck(sentence, SHIPPED) == []


@pytest.mark.parametrize("sentence", BARRED)
def test_what_bars_or_burdens_women_is_no_protection(sentence: str) -> None:
    assert not re.search(PROTECTS, sentence, re.IGNORECASE)
    assert struck(sentence, library_of(REPEAL)) == ["any"]


@pytest.mark.parametrize(
    "sentence",
    [
        "A woman shall not be appointed to a post at the frontier.",
        "A woman who is found to be pregnant shall be removed.",
        "A single woman may be returned if no male relation receives her.",
    ],
)
def test_a_bar_or_a_burden_is_still_mended(sentence: str) -> None:
    assert struck(sentence, SHIPPED)


@pytest.mark.parametrize(
    "sentence",
    [
        "Aliens without leave are subject to expulsion, except women.",
        "Any settler, other than a widow, is liable to detention.",
    ],
)
def test_an_exception_from_a_burden_stays(sentence: str) -> None:
    assert "exclusion-of-women-struck" not in struck(sentence, SHIPPED)


def test_an_exception_from_a_right_is_struck() -> None:
    assert struck("Any settler, other than a widow, may apply for land.", SHIPPED)


@pytest.mark.parametrize(
    "sentence",
    [
        "The wife and the minor children of a settler's brother receive the same card.",
        "A wife receives a card; she shall not be given another.",
        "The wives of men who hold a permit may apply for land, and shall follow their husbands.",
        "A mother may be joined by her children; a wife shall follow her husband.",
    ],
)
def test_a_clause_that_gives_is_not_repealed(sentence: str) -> None:
    operations = [fit.proposal.operation for fit in proposed(sentence, SHIPPED)]
    assert "delete" not in operations
    assert struck(sentence, library_of(REPEAL)) == []


def test_a_clause_that_only_burdens_women_is_repealed() -> None:
    ids = [fit.template.id for fit in proposed("A wife shall follow her husband.", SHIPPED)]
    assert "regressive-clause-repealed" in ids


def test_each_part_of_what_is_repealed_is_asked_what_it_gives() -> None:
    mixed = "A man may be joined by his wife; a woman shall not be joined by her husband."
    assert takes_a_right(mixed, "")
    assert not takes_a_right(mixed, "Each is treated alike.")
    assert not takes_a_right("A wife shall not be granted a permit.", "")
    assert not takes_a_right("Single women who receive visitors shall leave.", "")


def test_each_part_of_what_is_replaced_is_asked_what_it_gives() -> None:
    worded = "A worker, woman or man, who leaves an employer may transfer to another."
    assert not takes_a_right("A maid who leaves may transfer with the leave of her father.", worded)
    assert takes_a_right("A maid who leaves may transfer, and her wages are paid to her.", worded)


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        (
            "A pass issued to a man may be endorsed to include his wife and his children.",
            "children",
        ),
        (
            "An application by the husband is made on behalf of the wife and the children.",
            "children",
        ),
        ("The wife and the minor children of a refugee have the same status.", "minor children"),
        ("The Director may appoint such number of fit men as inspectors.", "may appoint"),
        (
            "A Board is established, which shall consist of a chairman and six other men.",
            "established",
        ),
        ("The allowance of a family shall be paid to the father.", "allowance of a family"),
        ("It is a defence for a married woman that she was coerced by her husband.", "a defence"),
        (
            "A child may leave the country only if the father has consented.",
            "may leave the country",
        ),
        (
            "A child whose father is a native is deemed to belong to the islands.",
            "deemed to belong",
        ),
        (
            "A female settler may be joined by her husband only if she owns a house.",
            "may be joined",
        ),
    ],
)
def test_whom_a_clause_covers_and_what_it_sets_up_stay(sentence: str, kept: str) -> None:
    mended = [fit.proposal for fit in proposed(sentence, SHIPPED) if not fit.adds]
    assert mended
    for proposal in mended:
        assert kept in " ".join(proposal.amended.split()), proposal.template


def test_whom_a_clause_includes_behind_an_aside_stay() -> None:
    sentence = "The enrolment shall include{} his wife and any minor child of his."
    for aside in ("", ", besides the man himself,"):
        assert struck(sentence.format(aside), library_of(REWRITE)) == []


def test_what_sets_up_a_body_is_not_replaced_by_a_rule() -> None:
    sentence = "A Board is established, which shall consist of six gentlemen and one lady."
    assert struck(sentence, library_of(REWRITE)) == []
    assert struck("No lady shall hold a post on the Board.", library_of(REWRITE))


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        ("A wife of a resident loses the right when he does.", "regressive-wife-spouse"),
        (
            "The wife of an applicant may be heard only if the Office so decides.",
            "regressive-wife-spouse",
        ),
        ("The officer must also remove his wife and children.", "regressive-wife-spouse"),
        ("A maid who is found with child is sent home by her employer.", "equal-leaving-employer"),
        (
            "The application of a married woman is examined with her husband's.",
            "equal-asylum-gender",
        ),
        ("Where the husband loses the status, the wife loses it too.", "equal-family-admission"),
        ("A child born here whose father is a native belongs to the islands.", "equal-parents"),
        (
            "It is a defence for a married woman that her husband coerced her.",
            "equal-household-names",
        ),
        ("Where the man is removed, his wife shall be removed too.", "equal-penalties"),
        ("An employer shall send to the Office a list of the men whom he employs.", "equal-posts"),
        ("An employer shall send to the Office a list of the men whom he employs.", "equal-work"),
        ("A guard may refuse exit to a girl who is alone.", "equal-data"),
        ("The men whom the Office employs may rest at noon.", "equal-detention"),
        ("A woman who is married to a citizen may be registered as one.", "equal-nationality"),
    ],
)
def test_a_maxim_stays_off_clauses_of_another_matter(sentence: str, never: str) -> None:
    assert never not in [fit.template.id for fit in proposed(sentence, SHIPPED)]


LAID = (
    "A gambler, and the wife and children of an undesirable alien, are undesirable aliens.",
    "The wife of an undesirable alien shall be deemed to be an undesirable alien.",
    "The following are inadmissible: the wife of a banished settler.",
    "The wife of a banished settler shall depart with him.",
    "His wife must leave the islands within a week, and may apply for a ticket.",
    "The wife of a settler may be expelled with him and is entitled to a ticket.",
    "The wife of a smuggler is guilty of an offence.",
    "The wife of a settler is liable to a fine.",
    "The wife of a consul shall not be granted a pass.",
    "No wife of a settler may be admitted.",
    "The wives of settlers whose grant has ended cease to be citizens.",
    "The wife of a settler loses the pass that may be granted to her.",
    "The order may include the wife of the alien.",
    "The officer shall refuse to land the wife of an undesirable alien.",
)
GIVEN = (
    "The wife of a settler may be granted a pass for as long.",
    "The wife of a person who is banished may be granted a pass.",
    "The fee shall not apply to the wife of a consul.",
    "The wife of a settler is entitled to a ticket.",
    "An officer may be accompanied abroad by his wife.",
    "The wife of a settler shall be admitted with him.",
    "The wife of a consul shall not be required to register.",
)
WIDER = template(
    "any",
    labels=("regressive",),
    issues=("removal",),
    forms=(
        Form(
            operation="replace_term", replace=(Replacement(from_=r"\bwi(?:fe|ves)\b", to="spouse"),)
        ),
    ),
)


@pytest.mark.parametrize("sentence", LAID)
def test_what_is_laid_on_wives_is_not_laid_on_husbands_too(sentence: str) -> None:
    assert struck(sentence, library_of(WIDER)) == []
    made = [fit.proposal for fit in proposed(sentence, SHIPPED)]
    terms = [one for one in made if one.operation == "replace_term"]
    assert not [one for one in terms if any("spouse" in edit.text for edit in one.edits)]


@pytest.mark.parametrize("sentence", GIVEN)
def test_what_is_given_to_wives_is_given_to_either_spouse(sentence: str) -> None:
    assert struck(sentence, library_of(WIDER)) == ["any"]


def test_a_burden_on_wife_and_children_is_lifted_from_the_wife() -> None:
    made = [fit.proposal.amended for fit in proposed(LAID[0], SHIPPED) if not fit.proposal.adds]
    assert "A gambler, and the children of an undesirable alien, are undesirable aliens." in made


@pytest.mark.parametrize(
    ("own_request", "bars"),
    [
        ("A guest who asks the Minister in writing to be removed shall be removed.", False),
        ("The Minister may, at the guest's own request, remove a guest.", False),
        ("A guest who asks the Minister for a bed shall be heard.", True),
    ],
)
def test_removal_is_not_barred_in_a_section_where_a_person_may_ask_for_it(
    own_request: str, bars: bool
) -> None:
    law = f"3. (1) {own_request}\n(2) A foreigner whose permit has expired shall be deported.\n"
    clauses = clauses_of(law)
    reading = Reading.of(law, clauses, segment(law).provisions, SHIPPED)
    fits = propose(reading, [Flagged(clauses[-1], "blind", ("removal",))], SHIPPED)
    barring = [fit for some in fits for fit in some if "not be deported" in fit.proposal.amended]
    assert bool(barring) == bars


@pytest.mark.parametrize(
    ("rule", "made"),
    [
        ("The Board may decide on a claim in a border procedure.", True),
        ("In a border procedure the Board must give the claimant all new facts.", False),
        ("In a border procedure the Board must, in each case, explain the facts.", False),
    ],
)
def test_nobody_is_shut_out_of_a_section_that_gives(rule: str, made: bool) -> None:
    law = f"11. (1) {rule}\n(2) A fee is due.\n"
    clause, _ = clauses_of(law)
    guarantees = next(one for one in SHIPPED.templates if one.id == "procedure-special-guarantees")
    read = Reading.of(law, clauses_of(law), segment(law).provisions, SHIPPED)
    assert (fit_template(read, clause, guarantees, ("procedure",), SHIPPED) is not None) == made
