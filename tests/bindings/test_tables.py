"""The tables beside the templates, and the error that names file, line and entry."""

from pathlib import Path

import pytest

from annotator.bindings.frameworks import ARTICLES, ARTICLES_OF, OBJECTIVES, objectives_of
from annotator.bindings.tables import load_europe, load_parties
from annotator.errors import LibraryError
from annotator.library import load_commitments, load_library
from annotator.library.tables import load_sections
from annotator.schema import ISSUES


@pytest.mark.parametrize(
    ("load", "text", "sentence"),
    [
        (load_parties, "[]", "should map the key of each entry"),
        (load_parties, "cedaw: 5\n", "line 1: cedaw should be a mapping"),
        (load_parties, "cedaw:\n  as_of: x\n  source: y\n  complete: maybe\n  states: []\n",
         "line 4: cedaw is not as expected"),
        (load_europe, "members: [AL]\n", "is not as expected: Object missing required field"),
        (load_sections, "a:\n  lacks: b\n  txt: []\n", "unknown field `txt`"),
        (load_sections, "a: [", "is not valid YAML"),
    ],
)  # fmt: skip
def test_a_broken_table_is_named_with_its_line(
    load, text: str, sentence: str, tmp_path: Path
) -> None:
    path = tmp_path / "table.yaml"
    path.write_text(text)
    with pytest.raises(LibraryError) as error:
        load(path)
    assert str(error.value).startswith("table.yaml")
    assert sentence in str(error.value)


def test_parties_and_europe_are_of_instruments_that_are_cited() -> None:
    known = set(load_commitments())
    assert set(load_parties()) <= known
    europe = load_europe()
    for table in (europe.opt_outs, europe.bound):
        assert {key for keys in table.values() for key in keys} <= known


def test_every_need_that_a_clause_can_lack_says_what_a_law_would_provide() -> None:
    library = load_library()
    adds = {"insert_subsection", "add_list_item"}
    needs = {
        one.need
        for one in library.templates
        if "blind" in one.labels and any(form.operation in adds for form in one.forms)
    }
    sections = load_sections()
    assert needs <= set(sections)
    assert set(sections) <= {one.need for one in library.templates}
    minimum = {one.need for one in library.templates if one.strength == "minimum"}
    assert [need for need in needs & minimum if not sections[need].text] == []


def test_every_issue_belongs_to_objectives_and_articles_that_exist() -> None:
    objectives = objectives_of(load_library())
    assert set(objectives) <= set(ISSUES)
    assert {number for some in objectives.values() for number in some} <= set(OBJECTIVES)
    assert objectives["detention"] == (13,)
    assert set(ARTICLES_OF) <= set(ISSUES)
    assert {number for some in ARTICLES_OF.values() for number in some} <= set(ARTICLES)
