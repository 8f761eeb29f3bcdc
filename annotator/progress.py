"""How far the work is: the callback that is told, and a bar on standard error for who watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from annotator.schema import Source

#: Called with what is being done, how many steps of it are done, and of how many (0: unknown).
Progress = Callable[[str, int, int], None]

_LONG_TEXT = 60_000
"""Characters from which annotating a law takes more than about two seconds."""


def silent(doing: str, done: int, of: int) -> None:
    """Progress for whoever does not ask for it."""


@contextmanager
def bar(source: Source) -> Iterator[Progress]:
    """Show how far the work on ``source`` is, through the function given, if it takes long."""
    if len(source.text) < _LONG_TEXT:
        yield silent
        return
    with watched() as tell:
        yield tell


@contextmanager
def watched() -> Iterator[Progress]:
    """A bar on standard error, through the function given, where somebody watches."""
    if not sys.stderr.isatty():
        yield silent
        return
    from rich import progress
    from rich.console import Console

    with progress.Progress(console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("starting", total=None)

        def tell(doing: str, done: int, of: int) -> None:
            shown.update(task, description=doing, completed=done, total=of or None)

        yield tell
