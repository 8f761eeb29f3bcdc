"""A progress bar on standard error, for a law that takes long and a user who watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from annotator.schema import Source

_LONG_TEXT = 60_000
"""Characters from which annotating a law takes more than about two seconds."""


@contextmanager
def bar(source: Source) -> Iterator[Callable[[str, int, int], None] | None]:
    """Show how far the work on ``source`` is, through the function given; None where none shows."""
    if len(source.text) < _LONG_TEXT:
        yield None
        return
    with watched() as tell:
        yield tell


@contextmanager
def watched() -> Iterator[Callable[[str, int, int], None] | None]:
    """A bar on standard error, through the function given; None where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("starting", total=None)

        def tell(doing: str, done: int, of: int) -> None:
            progress.update(task, description=doing, completed=done, total=of or None)

        yield tell
