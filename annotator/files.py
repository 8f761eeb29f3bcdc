"""Where a report goes: standard output, or a file that is replaced whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from annotator.errors import OutputError

_NEW_FILE_MODE = 0o666


@contextmanager
def replacing(path: Path) -> Iterator[IO[str]]:
    """A UTF-8 file that takes the place of ``path`` once all is written.

    Until then it is a temporary file in the same folder; if anything is raised, Ctrl-C too, it is
    removed and ``path`` stays as it was.

    Raises:
        OutputError: the file cannot be written.
    """
    try:
        if path.exists() and not path.is_file():
            # A folder fails here; a device or a pipe is written to directly.
            with path.open("w", encoding="utf-8") as file:
                yield file
        else:
            yield from _through_temporary(path.resolve())
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        why = error.strerror or str(error)
        raise OutputError(f"{path} cannot be written ({why}): choose another place.") from None


def refuse_inputs(output: Path, inputs: Iterable[str]) -> None:
    """See to it that the report does not take the place of a law.

    Raises:
        OutputError: ``output`` is one of ``inputs``, by whatever name.
    """
    for name in inputs:
        with suppress(OSError, ValueError):
            if os.path.samefile(output, name):
                raise OutputError(f"{output} is one of the laws to read: choose another file.")


def _through_temporary(path: Path) -> Iterator[IO[str]]:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with open(handle, "w", encoding="utf-8") as file:
            yield file
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The mode of the file that is replaced, else that of any new file."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return _NEW_FILE_MODE & ~mask
