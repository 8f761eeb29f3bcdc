"""Of which clauses of its section a clause speaks."""

import pytest

from annotator.lang.en.citing import cited_labels, own_label, speaks_of_all


@pytest.mark.parametrize(
    ("words", "speaks"),
    [
        ("Subsection (1) does not apply to a pregnant woman.", True),
        ("For the purposes of paragraph 1, gender is weighed.", True),
        ("Paragraph (1)(a) names women.", False),
        ("Subsections (2), (1) and (4) do not apply to a pregnant woman.", True),
        ("Paragraphs 3 and 1 do not apply to a pregnant woman.", True),
        ("Subsection (1) of section 9 does not apply to a pregnant woman.", False),
        ("Paragraph 1 of Article 9 does not apply to a pregnant woman.", False),
        ("Subsection (1) of this section does not apply to a pregnant woman.", True),
        ("Subsections (2) and (3) of section 1 do not apply to a woman.", False),
        ("Subsection (2) and (1)(a) apply to a woman.", False),
        ("Paragraph (c) of subsection (2) names women.", False),
        ("Subsection (3) does not apply to a pregnant woman.", False),
        ("In the application of this section, account is taken of pregnancy.", True),
        ("Nothing in this Article applies to a pregnant woman.", True),
        ("This section does not apply to a pregnant woman.", True),
        ("A search under this section shall be made by a woman.", False),
        ("A fee under this section does not apply to a woman.", False),
    ],
)
def test_a_clause_speaks_of_what_it_cites_and_of_a_section_where_it_speaks_of_all_of_it(
    words: str, speaks: bool
) -> None:
    assert (speaks_of_all(words) or own_label("6(1)") in cited_labels(words)) == speaks
