"""The modules of the page's script: each gives what others take, and takes what it needs."""

from __future__ import annotations

import re
from pathlib import Path

from annotator.writers.review import page

SCRIPTS = {
    path.stem: path.read_text(encoding="utf-8")
    for path in (Path(page.__file__).parent / "script").glob("*.js")
}
IMPORT = re.compile(r'^import \{([^}]*)\} from "\./(\w+)\.js";$', re.MULTILINE)
EXPORT = re.compile(r"^export (?:(?:async )?function\*?|const|let|class) (\w+)", re.MULTILINE)


def imported(source: str) -> set[tuple[str, str]]:
    """The names that a module takes, each with the module that gives it."""
    taken = IMPORT.findall(source)
    return {(other, name.strip()) for names, other in taken for name in names.split(",")}


TAKEN = set().union(*map(imported, SCRIPTS.values()))
GIVEN = {(name, given) for name, source in SCRIPTS.items() for given in EXPORT.findall(source)}


def test_every_line_that_takes_or_gives_is_read_as_one() -> None:
    for source in SCRIPTS.values():
        assert len(re.findall(r"^import\b", source, re.MULTILINE)) == len(IMPORT.findall(source))
        assert len(re.findall(r"^export\b", source, re.MULTILINE)) == len(EXPORT.findall(source))


def test_every_export_is_imported_somewhere() -> None:
    assert set() == GIVEN - TAKEN


def test_every_import_is_exported_and_used() -> None:
    assert set() == TAKEN - GIVEN
    for name, source in SCRIPTS.items():
        own = IMPORT.sub("", source)
        taken = {one for _, one in imported(source)}
        assert {one for one in taken if not re.search(rf"\b{one}\b", own)} == set(), name


def test_every_module_is_part_of_the_page() -> None:
    joined = page.scripts()
    assert {name for name in SCRIPTS if f"const in_{name} = " not in joined} == set()
