"""The one table of what a template's text may name."""

import re
from pathlib import Path

import pytest

from annotator.lang.en.inflection import Noun
from annotator.library import load_library
from annotator.library.slots import SLOTS
from annotator.library.tables import load_sections
from annotator.library.texts import slots_of, texts_of

PAGE = (Path(__file__).parents[2] / "docs" / "templates.md").read_text(encoding="utf-8")


def test_the_page_on_templates_lists_exactly_these_slots() -> None:
    rows = re.findall(r"^\| `([a-z_]+)` \| (.+) \|$", PAGE.split("**Texts**")[1], re.MULTILINE)
    assert dict(rows) == {slot.name: slot.says for slot in SLOTS.values()}


def test_every_slot_that_the_library_uses_is_one_of_these_or_a_group_of_its_patterns() -> None:
    for template in load_library().templates:
        groups = set(re.findall(r"\(\?P<(\w+)>", str(template)))
        for form in template.forms:
            for text in texts_of(form):
                ours = {name for name in slots_of(text) if not name.startswith("group_")}
                assert ours <= {*SLOTS, *groups}, template.where
    for section in load_sections().values():
        known = {*SLOTS, "over"} if section.despite else {*SLOTS}  # the clauses it sets aside
        for text in (section.heading, *section.text):
            assert slots_of(text) <= known, section.need


def test_the_words_of_one_place_go_together() -> None:
    """``despite`` sets aside what ``here`` names, ``despite_all`` what ``unit`` names."""
    names = ("here", "unit", "despite", "despite_all")
    for here, unit, despite, despite_all in zip(*(SLOTS[n].samples for n in names), strict=True):
        assert despite.endswith(f" {here}, ") or (despite, here) == ("", unit)
        assert despite_all.endswith(f" anything in {unit}, ")


@pytest.mark.parametrize("slot", SLOTS.values(), ids=lambda slot: slot.name)
def test_a_slot_that_a_country_may_have_a_word_for_is_proved_with_nouns(slot) -> None:
    assert slot.samples
    if not slot.from_clause:
        assert all(isinstance(word, Noun) for word in slot.samples)
