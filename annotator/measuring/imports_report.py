"""The imports of one source tree, or of two beside each other, as ``make imports`` prints them."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from annotator.errors import UsageError
from annotator.measuring.imports import PACKAGE, Arrows, Imports, circles, count

_GRAINS = ("parts", "rooms", "modules")
_WIDTH = 16


@contextmanager
def source_tree(what: str) -> Iterator[Path]:
    """The folder of that name, or what the git repository here holds at that revision.

    Raises:
        UsageError: it is neither.
    """
    if Path(what).is_dir():
        yield Path(what)
        return
    archive = ["git", "archive", "--format=tar", "--end-of-options", what, PACKAGE, "tests"]
    done = subprocess.run(archive, capture_output=True, check=False)  # noqa: S603  # our own command
    if done.returncode:
        raise UsageError(f"{what} is no folder, and no revision of the repository here.")
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(done.stdout)) as files:
            files.extractall(folder, filter="data")
        yield Path(folder)


def table(measured: Mapping[str, Imports]) -> str:
    """How many there are of each, a column a source tree.

    Args:
        measured: what was counted, by the name of the tree.
    """
    head = f"{'':<20}" + "".join(f"{name[: _WIDTH - 1]:>{_WIDTH}}" for name in measured)
    return "\n".join([head, *(_row(*row) for row in _rows(measured))])


def faults(imports: Imports) -> Iterator[str]:
    """A line for each circle and each arrow upward."""
    for grain in _GRAINS:
        for circle in circles(getattr(imports, grain)):
            yield f"circle of {grain}: {', '.join(circle)}"
    for name, other in imports.upward or ():
        yield f"upward: {name} imports {other}"


def drawing(arrows: Arrows) -> Iterator[str]:
    """A line for each name that imports anything, with what it imports."""
    for name, imported in arrows.items():
        if imported:
            yield f"{name:<20} {', '.join(sorted(imported))}"


def _rows(measured: Mapping[str, Imports]) -> Iterator[tuple[str, list[str]]]:
    for grain in _GRAINS:
        arrows: list[Arrows] = [getattr(each, grain) for each in measured.values()]
        yield grain, [str(len(each)) for each in arrows]
        yield "  arrows", [str(count(each)) for each in arrows]
        yield "  circles", [str(len(circles(each))) for each in arrows]
    broken = [each.upward for each in measured.values()]
    yield "upward arrows", ["no floors" if each is None else str(len(each)) for each in broken]


def _row(name: str, cells: list[str]) -> str:
    return f"{name:<20}" + "".join(f"{cell:>{_WIDTH}}" for cell in cells)
