"""Who may import whom: the floors that DESIGN.md draws."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "annotator"
FLOORS = (
    {"errors", "source"},
    {"schema"},
    {"agreement", "decisions", "files", "lang", "numbering", "published", "selection", "tokenizer"},
    {"library", "locating"},
    {"bindings", "classifier", "doc_to_annotation", "reading", "segmenter"},
    {"progress", "proposer", "readers", "writers"},
    {"neutral_drafting", "overview", "proving", "rounds", "training"},
    {"measuring"},
    {"__init__"},
    {"commands"},
    {"cli"},
    {"__main__"},
)
FLOOR = {name: floor for floor, names in enumerate(FLOORS) for name in names}


def rooms() -> Iterator[tuple[str, Path]]:
    """Every module with the part of the house that it is in."""
    for path in PACKAGE.rglob("*.py"):
        yield path.relative_to(PACKAGE).parts[0].removesuffix(".py"), path


def imported(path: Path) -> Iterator[str]:
    """The parts of the house that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "annotator":
            names = [f"annotator.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        else:
            continue
        for name in names:
            if name.startswith("annotator."):
                part = name.split(".")[1]
                # What `annotator` itself offers (annotate, load) is defined in its __init__.
                yield (
                    part
                    if (PACKAGE / part).is_dir() or (PACKAGE / f"{part}.py").exists()
                    else "__init__"
                )


def test_every_part_has_its_floor() -> None:
    assert {room for room, _ in rooms()} == set(FLOOR)


def test_a_module_imports_only_from_floors_below_its_own() -> None:
    for room, path in rooms():
        for part in imported(path):
            assert part == room or FLOOR[part] < FLOOR[room], f"{path} imports {part}"
