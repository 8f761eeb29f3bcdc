"""How the package hangs together: its rooms, the arrows between them, and the circles.

A *module* is a file. A *room* is a folder with modules, or a module that lies in the package
itself; a *part* is what stands at the top of the package: a folder with all that is in it, or a
module. An *arrow* goes from what imports to what is imported, wherever in the file the import
stands. A *circle* is a set of modules, rooms or parts each of which imports its way back to itself.
An arrow points *upward* where it leads to a floor that is not below its own; the floors are those
that the source tree's own ``tests/test_floors.py`` names.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from annotator.errors import UsageError
from annotator.schema import Struct

PACKAGE = "annotator"
_FLOORS = Path("tests") / "test_floors.py"
_INIT = "__init__"

#: Names, and of each the names that it imports.
Arrows = Mapping[str, frozenset[str]]
Floors = Sequence[frozenset[str]]


class Imports(Struct, frozen=True):
    """What was counted in one source tree.

    ``modules``, ``rooms`` and ``parts`` hold the arrows at each of the three grains. ``upward``
    lists arrows between parts that break the floors, as (from, to); it is None where the tree
    names no floors.
    """

    modules: dict[str, frozenset[str]]
    rooms: dict[str, frozenset[str]]
    parts: dict[str, frozenset[str]]
    upward: tuple[tuple[str, str], ...] | None


def imports_of(tree: Path) -> Imports:
    """Count in a source tree, of this version or of any other.

    Args:
        tree: the folder in which the package's folder lies.

    Raises:
        UsageError: there is no such package, or a module is no Python.
    """
    modules = module_arrows(tree / PACKAGE)
    parts = joined(modules, part_of)
    floors = floors_of(tree)
    return Imports(
        modules=modules,
        rooms=joined(modules, room_of),
        parts=parts,
        upward=None if floors is None else tuple(upward(parts, floors)),
    )


def module_arrows(package: Path) -> dict[str, frozenset[str]]:
    """The modules of a package by their dotted names in it, and what each of them imports of it.

    Raises:
        UsageError: the folder holds no module, or a module is no Python.
    """
    paths = {_name(path.relative_to(package)): path for path in package.rglob("*.py")}
    if not paths:
        raise UsageError(f"{package} holds no Python: name the folder in which {PACKAGE}/ lies.")
    arrows = {}
    for name, path in sorted(paths.items()):
        found = {_module(wanted, paths) for wanted in _imported(path, name)}
        arrows[name] = frozenset(found - {name, None})
    return arrows  # type: ignore[return-value]  # None was taken out


def joined(arrows: Arrows, whole_of: Callable[[str], str]) -> dict[str, frozenset[str]]:
    """The arrows between the wholes that ``whole_of`` says the names belong to."""
    found: dict[str, set[str]] = {}
    for name, imported in arrows.items():
        own = whole_of(name)
        found.setdefault(own, set()).update({whole_of(other) for other in imported} - {own})
    return {name: frozenset(others) for name, others in sorted(found.items())}


def part_of(module: str) -> str:
    """What stands at the top of the package and holds the module.

    >>> part_of("training.corpus.examples"), part_of("schema"), part_of("__init__")
    ('training', 'schema', '__init__')
    """
    return module.split(".")[0]


def room_of(module: str) -> str:
    """The folder that a module lies in; the module itself where that is the package.

    >>> room_of("training.corpus.examples"), room_of("schema"), room_of("training.__init__")
    ('training.corpus', 'schema', 'training')
    """
    return module.rpartition(".")[0] or module


def count(arrows: Arrows) -> int:
    """How many arrows there are."""
    return sum(map(len, arrows.values()))


def circles(arrows: Arrows) -> list[tuple[str, ...]]:
    """The names that import their way back to themselves, each set of them once, by name.

    >>> circles({"a": {"b"}, "b": {"c"}, "c": {"b"}})
    [('b', 'c')]
    """
    reached = {name: _reached(name, arrows) for name in arrows}
    return sorted(
        {
            tuple(sorted(other for other in reached[name] if name in reached[other]))
            for name in arrows
            if name in reached[name]
        }
    )


def upward(arrows: Arrows, floors: Floors) -> Iterator[tuple[str, str]]:
    """The arrows that lead to a floor not below their own, or to or from what has no floor."""
    floor = {name: height for height, names in enumerate(floors) for name in names}
    for name, imported in sorted(arrows.items()):
        for other in sorted(imported):
            if name not in floor or other not in floor or floor[other] >= floor[name]:
                yield name, other


def floors_of(tree: Path) -> Floors | None:
    """The floors that a source tree's own test names, the lowest first; None where none does."""
    path = tree / _FLOORS
    if not path.is_file():
        return None
    for node in ast.walk(_parsed(path)):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "FLOORS":
            return [frozenset(names) for names in ast.literal_eval(node.value)]
    return None


def _reached(name: str, arrows: Arrows) -> set[str]:
    """All that a name imports, directly or through others."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        new = arrows.get(waiting.pop(), frozenset()) - found
        found |= new
        waiting += new
    return found


def _name(path: Path) -> str:
    return ".".join(path.with_suffix("").parts)


def _parsed(path: Path) -> ast.Module:
    try:
        return ast.parse(path.read_text(encoding="utf-8"))
    except (OSError, SyntaxError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read as Python ({error}).") from error


def _imported(path: Path, name: str) -> Iterator[str]:
    """The dotted names, in the package, of all that a module imports of it; empty: the package."""
    for node in ast.walk(_parsed(path)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{_source(node, name)}.{alias.name}" for alias in node.names]
        else:
            continue
        for each in names:
            top, _, inner = each.partition(".")
            if top == PACKAGE:
                yield inner


def _source(node: ast.ImportFrom, name: str) -> str:
    """The absolute name of what ``from ... import`` draws from."""
    if not node.level:
        return node.module or ""
    folders = [PACKAGE, *name.split(".")][: -node.level]
    return ".".join([*folders, *([node.module] if node.module else [])])


def _module(wanted: str, modules: Mapping[str, Path]) -> str | None:
    """The module that holds what is imported: a module of that name, or the folder's own."""
    while True:
        for name in (wanted, f"{wanted}.{_INIT}".lstrip(".")):
            if name in modules:
                return name
        if not wanted:
            return None
        wanted = wanted.rpartition(".")[0]
