"""What the program itself gets wrong: told in one sentence, and never taken for a finding."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator import __version__
from annotator.errors import AnnotatorError

_PACKAGE = Path(__file__).parent

#: What a user, or the one who runs the program, does: no fault of it.
_NOT_OURS = (AnnotatorError, KeyboardInterrupt, SystemExit, GeneratorExit)


class Fault(AnnotatorError):
    """What nobody foresaw went wrong; its cause is what was raised."""


@contextmanager
def as_faults(what: str, *, passing: tuple[type[BaseException], ...] = ()) -> Iterator[None]:
    """Make a :class:`Fault` of whatever is raised that no user can have caused.

    Args:
        what: was at work: the name of a law, or of a command.
        passing: exceptions to let through besides those that users cause.

    Raises:
        Fault: something went wrong, be it the stack, the memory, or a panic of a library in Rust,
            which is no ``Exception``.
    """
    try:
        yield
    except BaseException as error:
        if isinstance(error, (*_NOT_OURS, *passing)):
            raise
        raise Fault(_sentence(what, error)) from error


def traceback_of(error: AnnotatorError) -> str:
    """The traceback of a fault, where ``ANNOTATE_DEBUG`` asks for it; else nothing."""
    if not os.environ.get("ANNOTATE_DEBUG") or error.__cause__ is None:
        return ""
    import traceback

    return "".join(traceback.format_exception(error.__cause__))


def _sentence(what: str, error: BaseException) -> str:
    # Without the exception's own words: they may be the law's, which need not be public.
    kind = type(error).__name__
    return (
        f"{what} brought out a fault of this program ({kind} in {_place(error)}, version "
        f"{__version__}): please send this sentence to the project's issue tracker, with the law "
        "if you may share it; with ANNOTATE_DEBUG=1 set, the command shows more."
    )


def _place(error: BaseException) -> str:
    """Where in the program it happened: ``classifier/component.py line 216``."""
    place, at = "an unknown place", error.__traceback__
    while at is not None:
        path = Path(at.tb_frame.f_code.co_filename)
        if path.is_relative_to(_PACKAGE):
            place = f"{path.relative_to(_PACKAGE).as_posix()} line {at.tb_lineno}"
        at = at.tb_next
    return place
