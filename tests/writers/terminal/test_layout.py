"""How the words of a clause are set: items hang, line wraps are undone."""

import pytest
from rich.console import Console

from annotator.writers.terminal.layout import paragraphs, set_runs
from annotator.writers.terminal.marks import Run

CONSOLE = Console(width=44, color_system=None)

SETTINGS = {
    "items on lines of their own": (
        "An officer may\n(a) search;\n(i) a bag,\n(ii) a vehicle;\n(b) seize.",
        [
            "An officer may",
            "  (a) search;",
            "      (i) a bag,",
            "      (ii) a vehicle;",
            "  (b) seize.",
        ],
    ),
    "the letter i after h": (
        "The grounds:\n(a) one;\n(g) two;\n(h) three;\n(i) four;\n(j) five.",
        ["The grounds:", "  (a) one;", "  (g) two;", "  (h) three;", "  (i) four;", "  (j) five."],
    ),
    "an item longer than a line": (
        "It may\n(a) search every person who enters by land, sea or air;",
        ["It may", "  (a) search every person who enters by", "      land, sea or air;"],
    ),
    "a text wrapped by hand": (
        "An officer may search any\nperson who enters and who\nis asked to stop.",
        ["An officer may search any person who enters", "and who is asked to stop."],
    ),
    "words that go on after a list": (
        "An officer may\n(a) search any bag, or\n(b) stop a car,\n\nif there is cause.",
        [
            "An officer may",
            "  (a) search any bag, or",
            "  (b) stop a car,",
            "if there is cause.",
        ],
    ),
    "a dash list": (
        "He may:\n– enter;\n– stay.",
        ["He may:", "  –   enter;", "  –   stay."],
    ),
    "a new subsection after a list": (
        "It may\n(a) enter.\n(1A) It shall leave.",
        ["It may", "  (a) enter.", "(1A) It shall leave."],
    ),
}


@pytest.mark.parametrize("case", SETTINGS)
def test_a_clause_is_set(case: str) -> None:
    text, lines = SETTINGS[case]
    assert [line.plain.rstrip() for line in set_runs([Run(text)], CONSOLE, indent=0)] == lines


def test_an_insertion_does_not_undo_the_joining_of_wrapped_lines() -> None:
    runs = [
        Run("An officer "),
        Run("of the same sex as the person to be searched ", "inserted"),
        Run("may search any person\nwho enters by land."),
    ]
    assert len(paragraphs(runs)) == 1


def test_an_inserted_item_keeps_its_sign_before_its_label() -> None:
    runs = [Run("It may\n(a) enter;\n"), Run("(b) stay.", "inserted")]
    assert [line.plain for line in set_runs(runs, CONSOLE, indent=0)][-1].strip() == "{+(b) stay.+}"
