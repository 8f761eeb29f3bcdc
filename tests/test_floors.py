"""Who may import whom: the floors that DESIGN.md draws."""

from pathlib import Path

import pytest

from annotator.measuring.imports import circles, imports_of, joined, upward

FLOORS = (
    {"errors", "expressions", "source", "stateless"},
    {"provisions"},
    {"schema"},
    {
        "agreement",
        "colliding",
        "decisions",
        "eids",
        "files",
        "lang",
        "numbering",
        "one_line",
        "published",
        "quotations",
        "request",
        "rulings",
        "safe_xml",
        "safe_zip",
        "same_words",
        "tokenizer",
        "user_data",
        "word_changes",
    },
    {"library", "schedule"},
    {
        "aligning",
        "baseline",
        "bindings",
        "classifier",
        "comparison",
        "doc_to_annotation",
        "locating",
        "reading",
        "segmenter",
        "word",
    },
    {"progress", "proposer", "readers", "writers"},
    {"pipeline"},
    {
        "applying",
        "comparing",
        "neutral_drafting",
        "overview",
        "precedents",
        "proving",
        "returned",
        "rounds",
        "training",
    },
    {"__init__"},
    {"faults"},
    {"corpus"},
    {"commands", "measuring"},
    {"cli"},
    {"__main__"},
)
#: The rooms of a part that has floors of its own, by what they are called in it.
INNER_FLOORS = {
    "segmenter": (
        {"lines"},
        {"furniture", "quoting"},
        {"paragraphs", "run_on", "sections"},
        {"inside"},
        {"audit", "marked", "tree"},
        {"segmentation"},
        {"ahead"},
        {"component"},
        {"__init__"},
    ),
    "training": (
        {"__init__", "command_group", "corpus"},
        {"encoders"},
        {"fit"},
        {"measure"},
        {"ship"},
        {"steps"},
        {"__main__"},
    ),
}
IMPORTS = imports_of(Path(__file__).parents[1])


def test_every_part_has_its_floor() -> None:
    assert set(IMPORTS.parts) == set().union(*FLOORS)


def test_a_module_imports_only_from_floors_below_its_own() -> None:
    assert IMPORTS.upward == ()


@pytest.mark.parametrize("part", INNER_FLOORS)
def test_so_do_the_rooms_within_a_part(part: str) -> None:
    def room_of(module: str) -> str:
        return module.split(".")[1]

    inside = {
        name: frozenset(other for other in imported if other.startswith(f"{part}."))
        for name, imported in IMPORTS.modules.items()
        if name.startswith(f"{part}.")
    }
    floors = [frozenset(names) for names in INNER_FLOORS[part]]
    rooms = joined(inside, room_of)
    assert set(rooms) == set().union(*floors)
    assert list(upward(rooms, floors)) == []


def test_nothing_imports_its_way_back_to_itself() -> None:
    assert circles(IMPORTS.rooms) == []
    assert circles(IMPORTS.modules) == []
