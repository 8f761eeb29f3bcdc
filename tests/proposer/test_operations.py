"""Golden pairs: a form, the clause that it amends, and the instruction to do so."""

import pytest

from annotator.library.model import Form, Replacement
from annotator.proposer.drafting_case import applied
from annotator.proposer.operations import draft
from tests.proposer.laws import ARTICLES, SECTIONS, case, drafted, undone

SAME_SEX = Form(operation="insert_phrase", at="actor", text="of the same sex")

GOLDEN = {
    "a phrase after who acts, in a section": (
        SECTIONS,
        "11(1)",
        SAME_SEX,
        "An officer of the same sex may search any person who enters a port.",
        "In section 11(1), after “officer” insert “of the same sex”.",
    ),
    "a phrase after who acts, in an article": (
        ARTICLES,
        "6(1)",
        SAME_SEX,
        "A border guard of the same sex may search a foreigner at a crossing point.",
        "In Article 6(1), the words “of the same sex” are inserted after the word “guard”.",
    ),
    "a phrase before other words": (
        SECTIONS,
        "12",
        Form(operation="insert_phrase", before="a register", text="in a safe place"),
        "The Agency shall keep in a safe place a register of searches.",
        "In section 12, before “a register” insert “in a safe place”.",
    ),
    "a phrase at the end, with its own comma": (
        SECTIONS,
        "11(2)",
        Form(operation="insert_phrase", at="end", text=", apart from men"),
        "A foreigner may be held at a port for one day, apart from men.",
        "In section 11(2), after “day” insert “, apart from men”.",
    ),
    "a ground, with the words of the clause itself": (
        SECTIONS,
        "12",
        Form(
            operation="add_ground",
            after=r"keep (?P<what>a register)",
            text="and publish (as {{ what }})",
        ),
        "The Agency shall keep a register and publish (as a register) of searches.",
        "In section 12, after “keep a register” insert “and publish (as a register)”.",
    ),
    "words for others": (
        SECTIONS,
        "13(1)",
        Form(
            operation="replace_term",
            replace=(
                Replacement(from_=r"\bthe master of (a ship)", to=r"the person in charge of \1"),
                Replacement(from_=r"\bfood\b", to="meals"),
            ),
        ),
        "The person in charge of a ship shall provide to each passenger—\n"
        "(a) meals;\n(b) water; and\n(c) a bed.",
        "In section 13(1), for “The master of a ship” substitute “The person in charge of a ship” "
        "and for “food” substitute “meals”.",
    ),
    "words for others, in an article": (
        ARTICLES,
        "8",
        Form(operation="replace_term", replace=(Replacement(from_="passport", to="card"),)),
        "A foreigner must carry a card.",
        "In Article 8, the word “passport” is replaced by the word “card”.",
    ),
    "words taken out": (
        SECTIONS,
        "11(1)",
        Form(operation="delete", extent="words", after=" who enters a port"),
        "An officer may search any person.",
        "In section 11(1), omit “who enters a port”.",
    ),
    "a whole clause taken out": (
        SECTIONS,
        "12",
        Form(operation="delete"),
        "",
        "Section 12 is repealed.",
    ),
    "a whole article taken out": (
        ARTICLES,
        "8",
        Form(operation="delete"),
        "",
        "Article 8 is deleted.",
    ),
}


@pytest.mark.parametrize("golden", GOLDEN)
def test_an_operation_amends_a_clause_and_says_how(golden: str) -> None:
    law, number, form, amended, instruction = GOLDEN[golden]
    made = drafted(law, number, form, verbs=["search"])
    assert made.amended == amended
    assert made.instruction == instruction


@pytest.mark.parametrize("golden", GOLDEN)
def test_the_edits_change_the_law_in_that_clause_alone(golden: str) -> None:
    law, number, form, amended, _ = GOLDEN[golden]
    made = drafted(law, number, form, verbs=["search"])
    clause = case(law, number).clause
    assert applied(law, made.edits) == law[: clause.start] + amended + law[clause.end :]
    assert undone(law, made.edits) == law


CURFEW = "7. Residents may go out. Women shall stay in. Doors are shut at ten.\n8. End.\n"
SENTENCE = Form(operation="delete", extent="sentence", after=r"\bwomen\b")


def test_a_sentence_in_the_middle_is_taken_out() -> None:
    made = drafted(CURFEW, "7", SENTENCE)
    assert made.amended == "Residents may go out. Doors are shut at ten."
    assert made.instruction == "In section 7, omit “Women shall stay in.”."


def test_a_sentence_at_the_end_is_taken_out_with_the_blank_before_it() -> None:
    law = CURFEW.replace(" Doors are shut at ten.", "")
    assert drafted(law, "7", SENTENCE).amended == "Residents may go out."


def test_the_only_rule_of_a_clause_is_not_taken_out_as_a_sentence() -> None:
    law = CURFEW.replace("Residents", "Women")
    assert draft(SENTENCE, case(law, "7")) is None


def test_no_word_is_replaced_twice() -> None:
    longer = Replacement(from_=r"\bhis wife\b", to="the spouse")
    shorter = Replacement(from_=r"\bhis\b", to="the person’s")
    form = Form(operation="replace_term", replace=(longer, shorter))
    law = "7. A settler and his wife may bring his tools.\n8. End.\n"
    assert drafted(law, "7", form).amended == (
        "A settler and the spouse may bring the person’s tools."
    )


def test_braces_in_the_law_are_words_and_no_template() -> None:
    form = Form(
        operation="replace_term", replace=(Replacement(from_=r"wife (.*)\.", to=r"spouse \1."),)
    )
    law = "7. A settler may bring a wife {{ unit }} and {% a name \\1.\n8. End.\n"
    assert drafted(law, "7", form).amended == (
        "A settler may bring a spouse {{ unit }} and {% a name \\1."
    )


def test_a_group_may_be_named_and_may_be_empty() -> None:
    form = Form(
        operation="replace_term",
        replace=(
            Replacement(from_=r"his (?P<old>former )?(big )?wife", to=r"the \g<old>\2spouse"),
        ),
    )
    law = "7. A settler may bring his former wife.\n8. End.\n"
    assert drafted(law, "7", form).amended == "A settler may bring the former spouse."


@pytest.mark.parametrize(
    "form",
    [
        Form(operation="insert_phrase", after="goods", text="x"),
        Form(operation="insert_phrase", at="end", text="{{ sponsor }}"),
        Form(operation="replace_term", replace=(Replacement(from_="goods", to="x"),)),
        Form(operation="replace_term", replace=(Replacement(from_="keep", to="{{ sponsor }}"),)),
        Form(operation="delete", extent="words", after="goods"),
        Form(operation="delete", extent="sentence", after="goods"),
        Form(operation="add_list_item", text="x"),
    ],
    ids=lambda form: f"{form.operation} {form.extent} {form.text}",
)
def test_a_form_that_does_not_fit_abstains(form: Form) -> None:
    assert draft(form, case(SECTIONS, "12")) is None


@pytest.mark.parametrize(
    ("sentence", "form"),
    [
        ("An officer shall not search a person at night.", {"after": "officer"}),
        ("No officer may search a person at night.", {"after": "officer"}),
        ("A person shall not be searched at night.", {"after": "searched"}),
        ("It is warm. No person shall be searched at night.", {"after": "searched"}),
        ("A person is not required to submit to a search.", {"at": "end"}),
    ],
)
def test_a_phrase_narrows_nothing_that_is_forbidden(sentence: str, form: dict[str, str]) -> None:
    law = f"11. (1) {sentence}\n(2) The end.\n"
    narrowing = Form(operation="insert_phrase", text="by day", **form)
    assert draft(narrowing, case(law, "11(1)")) is None
    allowed = law.replace("shall not", "may").replace("No", "An").replace("is not", "is")
    assert drafted(allowed, "11(1)", narrowing)
    listed = Form(operation="insert_phrase", text=", even by day,", **form)
    assert drafted(law, "11(1)", listed)


@pytest.mark.parametrize(
    ("rest", "made"),
    [
        ("at any time by an officer.", None),
        ("on landing, and by the end of the day released by an officer.", "searched by a guard on"),
        ("by the end of the day.", "searched by a guard by the end"),
        ("on landing; a bag may be opened by an officer.", "searched by a guard on landing;"),
    ],
)
def test_who_acts_is_named_once(rest: str, made: str | None) -> None:
    law = f"4. A traveller may be searched {rest}\n5. A fee is due.\n"
    form = Form(operation="insert_phrase", at="action", text="by a guard")
    found = draft(form, case(law, "4", ("search",)))
    assert (found is None) == (made is None)
    assert made is None or (found is not None and made in found.amended)
