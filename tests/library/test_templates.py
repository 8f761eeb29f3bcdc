"""The shipped library: every need is met, every template proves itself on its examples."""

import re
import textwrap
from pathlib import Path

import msgspec
import pytest
import yaml

from annotator.library import Library, Template, load_library
from annotator.library.model import TemplateExample
from annotator.proposer.drafting_case import applied
from annotator.proving.checker import check
from annotator.proving.trial import law_of, trial
from annotator.reading import folded
from annotator.schema import ISSUES
from tests.proposer.laws import undone

NEEDS = Path(__file__).with_name("needs.yaml")
LIBRARY = load_library()
ITEM = re.compile(r"\s\((?:a|1)\)\s")
MASCULINE = re.compile(
    r"\b(?:he|him|his|himself|chairman|foreman|manpower|seamen)\b", re.IGNORECASE
)


@pytest.fixture(scope="module")
def library() -> Library:
    return LIBRARY


@pytest.fixture(params=LIBRARY.templates, ids=lambda template: template.id)
def template(request: pytest.FixtureRequest) -> Template:
    return request.param


def test_the_library_has_no_problem(library: Library) -> None:
    assert [str(problem) for problem in check(library, trial(library))] == []


def test_every_need_is_met_and_none_is_invented(library: Library) -> None:
    needs = yaml.safe_load(NEEDS.read_text(encoding="utf-8"))
    named = {need for some in needs.values() for need in some}
    met = {template.need for template in library.templates}
    assert (named - met, met - named) == (set(), set())


def test_every_issue_has_templates(library: Library) -> None:
    assert set(ISSUES) == {issue for template in library.templates for issue in template.issues}


def test_what_binds_is_a_treaty_or_law_of_the_union(library: Library) -> None:
    for instrument in library.instruments.values():
        assert instrument.binding == (instrument.kind != "soft"), instrument.key
        assert re.fullmatch(r"\d{4}(?:-\d\d){0,2}", instrument.date), instrument.key


def test_no_two_instruments_have_the_same_short_name(library: Library) -> None:
    shorts = [instrument.short for instrument in library.instruments.values()]
    assert len(set(shorts)) == len(shorts)


def test_no_template_speaks_of_persons_in_the_masculine(template: Template) -> None:
    replaced = (replacement.to for form in template.forms for replacement in form.replace)
    words = [template.reason, *(form.text for form in template.forms), *replaced]
    assert [text for text in words if MASCULINE.search(text)] == []


def test_the_objectives_of_the_global_compact_are_its_own(template: Template) -> None:
    assert set(template.gcm) <= set(range(1, 24))


def test_what_a_template_gives_can_be_undone(template: Template, library: Library) -> None:
    for example in template.examples:
        text, proposal = trial(library)(template, example)
        assert proposal is not None
        assert undone(text, proposal.edits) == text
        assert applied(text, proposal.edits) != text
        assert proposal.instruction.endswith((".", ".”", "”"))
        assert proposal.citations


@pytest.mark.parametrize("width", [37, 60])
def test_a_law_gets_the_same_amendments_whatever_its_lines(
    template: Template, library: Library, width: int
) -> None:
    def amended(example: TemplateExample) -> tuple[str, str] | None:
        text, proposal = trial(library)(template, example)
        if proposal is None:
            return None
        return folded(proposal.instruction), folded(applied(text, proposal.edits))

    for example in (*template.examples, *template.counter_examples):
        # where the items of a list begin, the segmenter says
        if "\n" not in example.text and not ITEM.search(example.text):
            lines = textwrap.fill(example.text, width, break_on_hyphens=False)
            wrapped = msgspec.structs.replace(example, text=lines)
            assert amended(wrapped) == amended(example)


def test_an_example_is_a_law_whose_last_words_are_its_clause(template: Template) -> None:
    for example in (*template.examples, *template.counter_examples):
        text, clause = law_of(example)
        assert text[clause.start : clause.end] == clause.text
        assert clause.end == len(text)
