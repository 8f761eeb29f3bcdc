"""The guidelines as annotators see them: nothing lost, a line a paragraph, a line an issue."""

from __future__ import annotations

import re

import pytest

from annotator.errors import RoundError
from annotator.rounds.guidelines import readable, shown
from annotator.rounds.labels import KEYS, color_of
from annotator.schema import ISSUES, LABELS
from tests.rounds.conftest import GUIDELINES


def test_paragraphs_and_items_stand_on_one_line_each():
    text = "# A\nOne\ntwo.\n\n1. First\n   goes on.\n2. Second\n- Third\n  too.\n"
    assert readable(text) == "# A\nOne two.\n\n1. First goes on.\n2. Second\n- Third too.\n"


def test_a_table_becomes_a_list_with_the_keys():
    table = (
        "| issue | its matter | trigger (what it must do) |\n|---|:--|---|\n"
        "| `search` | search of the person | authorises a search |\n"
    )
    assert readable(table) == (
        "- **search** (key **a**): search of the person. *trigger*: authorises a search\n"
    )


def test_every_label_and_issue_of_the_guidelines_has_its_line_with_key_and_trigger():
    page = shown(GUIDELINES)
    for name in (*LABELS, *ISSUES):
        (line,) = re.findall(rf"^- \*\*{name}\*\* \(key \*\*{KEYS[name]}\*\*\): .*$", page, re.M)
        assert ("*trigger*: " in line) == (name in ISSUES)
    assert "|" not in page


def test_no_word_of_the_guidelines_is_lost():
    words = re.findall(r"\w+", GUIDELINES.read_text(encoding="utf-8"))
    page = re.findall(r"\w+", shown(GUIDELINES))
    heads = {"meaning", "silence"}  # of the tables
    assert set(words) - set(page) <= heads
    assert len(page) > 0.98 * len(words)


def test_guidelines_that_cannot_be_read_are_said(tmp_path):
    with pytest.raises(RoundError, match=r"none\.md cannot be read"):
        shown(tmp_path / "none.md")


def test_labels_have_colours_of_their_own_and_white_text_is_read_on_all():
    colours = {name: color_of(name) for name in KEYS}
    own = {colours[label] for label in LABELS}
    assert len(own) == len(LABELS)
    assert own.isdisjoint(colours[issue] for issue in ISSUES)
    assert len({colours[issue] for issue in ISSUES}) >= 4
    assert min(map(_contrast_with_white, colours.values())) >= 4.5


def _contrast_with_white(colour: str) -> float:
    """The contrast ratio of the Web Content Accessibility Guidelines."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    light = sum(
        weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
    )
    return 1.05 / (light + 0.05)
