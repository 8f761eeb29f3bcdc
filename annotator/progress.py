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

_LONG_LOOK = 600.0
"""Seconds over which a rate is taken of what takes now long, now short."""


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


@contextmanager
def counted(doing: str, things: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error for what takes hours, with its rate and the time to go.

    Args:
        doing: what is being done.
        things: what is counted, as in *laws*.

    Yields:
        what is told how many are done, of how many; where nobody watches it shows nothing.
    """
    if not sys.stderr.isatty():
        yield lambda done, of: None
        return
    from rich import progress
    from rich.console import Console

    columns = (
        progress.TextColumn("{task.description}"),
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        progress.TextColumn(f"{things}, {{task.fields[rate]}}"),
        progress.TimeRemainingColumn(elapsed_when_finished=True),
    )
    console = Console(stderr=True)
    with progress.Progress(
        *columns, console=console, transient=True, speed_estimate_period=_LONG_LOOK
    ) as shown:
        task = shown.add_task(doing, total=None, rate="")

        def tell(done: int, of: int) -> None:
            speed = shown.tasks[task].speed
            rate = f"{speed:.1f} a second, left:" if speed else ""
            shown.update(task, completed=done, total=of, rate=rate)

        yield tell
