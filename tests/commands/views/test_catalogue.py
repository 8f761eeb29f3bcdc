"""The library as a person reads it: the list, and one template whole."""

import json

import pytest

from annotator.commands.views.catalogue import as_json, listing, page, selected, whole_as_json
from annotator.library import load_library
from annotator.proving.trial import trial

LIBRARY = load_library()


def the(name: str) -> object:
    return next(template for template in LIBRARY.templates if template.id == name)


def test_the_list_names_every_template_with_what_it_is_for() -> None:
    text = listing(LIBRARY.templates)
    assert all(f"  {template.id} " in text for template in LIBRARY.templates)
    assert "\nsearch.yaml\n  search-same-sex-officer" in text
    assert "      same-sex-search · insert phrase, insert subsection\n" in text
    assert text.endswith(" needs.\n")


def test_the_list_is_readable_in_80_columns() -> None:
    assert all(len(line) <= 80 for line in listing(LIBRARY.templates).splitlines())


def test_the_list_is_narrowed_to_an_issue_and_a_label() -> None:
    found = selected(LIBRARY, "search", "regressive")
    assert found
    assert all("search" in one.issues and "regressive" in one.labels for one in found)
    assert selected(LIBRARY, None, None) == list(LIBRARY.templates)


def test_an_empty_list_says_so() -> None:
    assert listing([]).endswith("0 templates for 0 needs.\n")


def test_the_list_as_json_holds_the_same() -> None:
    (first, *_) = json.loads(as_json([the("search-same-sex-officer")]))
    assert first["operations"] == ["insert_phrase", "insert_subsection"]
    assert (first["need"], first["issues"], first["labels"]) == (
        "same-sex-search", ["search"], ["blind"],
    )  # fmt: skip


@pytest.mark.parametrize("template", LIBRARY.templates, ids=lambda template: template.id)
def test_every_template_can_be_shown_in_80_columns(template) -> None:
    text = page(template, LIBRARY, trial(LIBRARY))
    assert all(len(line) <= 80 for line in text.splitlines())
    assert "nothing is proposed" not in text


def test_a_page_shows_all_of_a_template() -> None:
    template = the("search-same-sex-officer")
    text = page(template, LIBRARY, trial(LIBRARY))
    for words in (
        "same-sex-search", f"Form 3 of {len(template.forms)}", "by {{ officer.a }} of the same sex",
        "after what is done", "rests on      Mandela Rules, Rule 52(1) (guidance; to be checked)",
        "the verb of duty of the section", f"Example 2 of {len(template.examples)}", "Abstains on",
        "instruction   In section 11(1), after “officer” insert",
    ):  # fmt: skip
        assert words in text
    flat = " ".join(text.split())
    assert "before 11(1) An officer may search any person who enters" in flat
    assert "after An officer of the same sex as the person to be searched may" in flat


def test_a_template_as_json_is_whole() -> None:
    template = the("search-same-sex-officer")
    shown = json.loads(whole_as_json(template))
    assert shown["forms"][0]["operation"] == "insert_phrase"
    assert len(shown["examples"]) == len(template.examples) > 1
