"""How far a definition reaches."""

from annotator.overview.definitions import governed
from annotator.reading.law import LawText, read_law
from annotator.schema import Label
from annotator.segmenter import segment
from tests.overview.laws import DETENTION, findings, text_of


def law_text(law: str) -> LawText:
    found = segment(law)
    return read_law(law, found.clauses, found.provisions)


def governs(law: str, number: str, label: Label = "blind") -> tuple[str, ...]:
    said = findings(law, {number: (label, ("family",))})
    found = governed(said, law_text(law))
    return next(one.governs for one in found if one.clause.number == number)


def test_a_definition_governs_the_clauses_that_use_its_term() -> None:
    law = text_of("detention")
    found = governed(findings(law, DETENTION), law_text(law))
    assert {one.clause.number: one.governs for one in found if one.governs} == {
        "1 “family member”": ("4",)
    }


def test_a_longer_term_that_holds_it_is_another() -> None:
    assert governs(text_of("detention"), "1 “officer”") == ("1 “senior officer”", "2(1)")


def test_a_definition_that_leaves_nothing_to_mend_is_not_followed() -> None:
    assert governs(text_of("detention"), "1 “officer”", "neutral") == ()
    assert governs(text_of("detention"), "1 “officer”", "responsive") == ()


def test_plurals_and_possessives_are_uses_and_names_are_none() -> None:
    law = (
        "1. In this Act—\n“spouse” means a wife;\n“alien” means a foreigner.\n"
        "2. Spouses may enter.\n3. The spouse’s permit ends.\n4. The Spouse Act applies.\n"
        "5. A spouseless alien may go.\n"
    )
    assert governs(law, "1 “spouse”") == ("2", "3")


def test_a_plural_by_no_rule_is_a_use() -> None:
    law = (
        "1. In this Act—\n“woman” means a female person;\n"
        "“person with a disability” means a person so declared.\n"
        "2. Women may be searched.\n3. Persons with a disability may be held.\n"
    )
    assert governs(law, "1 “woman”") == ("2",)
    assert governs(law, "1 “person with a disability”") == ("3",)


def test_it_reaches_as_far_as_it_says() -> None:
    law = (
        "1. (1) A partner may enter.\n(2) In this section, “partner” means a wife.\n"
        "2. A partner may stay.\n"
        "3. In sections 3 and 4, “ward” means a son.\n"
        "4. A ward may stay.\n5. A ward may go.\n"
    )
    assert governs(law, "1(2)") == ("1(1)",)
    assert governs(law, "3") == ("4",)


def test_a_definition_of_a_part_stays_in_it() -> None:
    law = (
        "PART I\nENTRY\n1. In this Part—\n“kin” means a wife;\n“alien” means a foreigner.\n"
        "2. The kin of an alien may enter.\nPART II\nSTAY\n3. The kin of an alien may stay.\n"
    )
    assert governs(law, "1 “kin”") == ("2",)


def test_a_term_that_a_line_break_parts_is_one() -> None:
    law = (
        "1. In this Act, “family\nmember” means a wife.\n"
        "2. A family member may enter.\n3. Family\nmembers may stay.\n4. A family may go.\n"
    )
    assert governs(law, "1") == ("2", "3")
