"""The terms that clauses define."""

import pytest

from annotator.reading.definitions import defined_term, local_terms
from annotator.reading.law import read_law
from annotator.reading.terms import defined_terms
from annotator.segmenter import segment

LAW = (
    "1. In this Act—\n“family member” means a spouse;\n“alien” means a foreigner.\n"
    "2. (1) A ward may stay.\n(2) In this section, “ward” means a child.\n"
)


def test_a_clause_defines_the_term_that_its_number_bears_or_that_it_says_means() -> None:
    clauses = segment(LAW).clauses
    found = {clause.number: term for clause in clauses if (term := defined_term(clause))}
    assert list(found.values()) == ["family member", "alien", "ward"]
    assert "2(2)" in found


def test_a_definition_counted_by_a_decimal_names_its_term_without_marks() -> None:
    law = (
        "Article 1. Terms\n1.1. The following terms have these meanings:\n"
        "1.1.1. guest – a person who stays at an inn;\n1.1.2. inn means a house for guests.\n"
        "Article 2. Fees\n2.1. A guest pays.\n2.2. An inn keeps a roll.\n"
    )
    clauses = segment(law).clauses
    found = {clause.number: term for clause in clauses if (term := defined_term(clause))}
    assert found == {"1.1.1": "guest", "1.1.2": "inn"}


def test_the_law_s_own_terms_are_those_of_its_sections_of_definitions() -> None:
    law = read_law(LAW, tuple(segment(LAW).clauses))
    assert list(defined_terms(law)) == ["family member", "alien"]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("a person (in this subsection referred to as a “ward”) who", {"ward"}),
        ("a person (in this Act referred to as a “ward”) who", set()),
    ],
)
def test_a_term_defined_for_a_subsection_reaches_no_further(text: str, terms: set[str]) -> None:
    assert local_terms(text) == terms
