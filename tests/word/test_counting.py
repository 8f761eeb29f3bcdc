"""Numbers that fields count."""

from __future__ import annotations

import pytest

from tests.word.building import field, p, paragraphs, t
from tests.word.numbered import LAW, in_list, num

_RESULT = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'


def counted(instruction: str) -> str:
    return field(f" {instruction} ", "").replace(_RESULT, "")


def labels(body: str, **parts: str) -> list[str]:
    return [one.label for one in paragraphs(body, **parts)]


def test_automatic_numbers_go_through_the_document() -> None:
    body = "".join(p(counted("AUTONUM") + t(f" Rule {at}.")) for at in range(3))
    assert labels(body) == ["1.", "2.", "3."]
    assert labels(p(counted("AUTONUM \\* ROMAN \\s )") + t(" Rule."))) == ["I)"]
    simple = p('<w:fldSimple w:instr=" AUTONUM "/>' + t(" Rule."))
    assert labels(simple + simple) == ["1.", "2."]


def test_legal_and_outline_numbers_go_by_the_levels_of_headings() -> None:
    def heading(level: int, kind: str) -> str:
        return p(counted(kind) + t(" Head"), f'<w:outlineLvl w:val="{level}"/>')

    levels = (0, 1, 1, 0, 1)
    legal = "".join(heading(level, "AUTONUMLGL \\e") for level in levels)
    assert labels(legal) == ["1", "1.1", "1.2", "2", "2.1"]
    outline = "".join(heading(level, "AUTONUMOUT") for level in levels)
    assert labels(outline) == ["I.", "A.", "B.", "II.", "A."]


@pytest.mark.parametrize(
    ("name", "then"),
    [
        ("", ["1)", "a)", "b)", "2)"]),
        ("NumberDefault", ["1)", "a)", "b)", "2)"]),
        ("OutlineDefault", ["I.", "A.", "B.", "II."]),
        ("LegalDefault", ["1.", "1.1.", "1.2.", "2."]),
    ],
)
def test_numbers_of_lists_go_by_their_levels(name: str, then: list[str]) -> None:
    levels = (1, 2, 2, 1)
    body = "".join(p(counted(f"LISTNUM {name} \\l {at}") + t(" Rule.")) for at in levels)
    assert labels(body) == then


def test_a_number_of_a_list_may_begin_anew() -> None:
    body = p(counted("LISTNUM \\l 1 \\s 5") + t(" A.")) + p(counted("LISTNUM \\l 1") + t(" B."))
    assert labels(body) == ["5)", "6)"]


def test_in_a_list_of_the_document_it_counts_on_there() -> None:
    body = in_list(counted("LISTNUM") + t("Visits are short.")) + in_list("They end.", 1)
    assert labels(body, numbering=LAW + num(1, 1)) == ["Article 1 1.1", "1.2"]


def test_a_field_that_says_its_number_is_words() -> None:
    (one,) = paragraphs(p(field(" AUTONUM ", t("7.")) + t(" Rule.")))
    assert (one.label, one.text, one.by_field) == ("", "7. Rule.", False)
