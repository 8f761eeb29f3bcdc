"""Files that take the place of others whole, or not at all."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, Any, BinaryIO, Literal, TextIO, overload

from annotator.errors import OutputError

_NEW_FILE_MODE = 0o666
_PRIVATE_MODE = 0o600


@overload
def replacing(
    path: Path, *, private: bool = False, parents: bool = False
) -> AbstractContextManager[TextIO]: ...
@overload
def replacing(
    path: Path, mode: Literal["wb"], *, private: bool = False, parents: bool = False
) -> AbstractContextManager[BinaryIO]: ...


@contextmanager
def replacing(
    path: Path,
    mode: Literal["w", "wb"] = "w",
    *,
    private: bool = False,
    parents: bool = False,
) -> Iterator[Any]:
    """A file that takes the place of ``path`` once all is written, and on the disk.

    Until then it is a temporary file in the same folder; if anything is raised, Ctrl-C too, it is
    removed and ``path`` stays as it was.

    Args:
        path: to replace, or to make.
        mode: of the file: ``w`` for text, in UTF-8, or ``wb`` for bytes.
        private: whether nobody else may read it, at any moment; else it keeps the mode of the file
            that it replaces.
        parents: whether to make the folders above it, as far as they are missing.

    Raises:
        OutputError: the file cannot be written.
    """
    with writing(path):
        if parents:
            path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and not path.stat().st_mode & stat.S_IWUSR:
            # Its folder would let it be replaced; whoever set it so did not want that.
            raise PermissionError(errno.EACCES, "it is read-only", str(path))
        if path.exists() and not path.is_file():
            # A folder fails here; a device or a pipe is written to directly.
            with path.open(mode, encoding=_encoding(mode)) as file:
                yield file
        else:
            yield from _through_temporary(path.resolve(), mode, private=private)


@contextmanager
def replacing_all(paths: Sequence[Path]) -> Iterator[tuple[BinaryIO, ...]]:
    """Files of bytes that take the places of ``paths``, once all of all is written.

    If anything is raised, or one of them cannot be written, all stay as they were.

    Raises:
        OutputError: one cannot be written.
    """
    with ExitStack() as stack:
        files = tuple(stack.enter_context(replacing(path, "wb")) for path in paths)
        yield files
        # A disk that is full tells so here, while each is still what it was.
        for path, file in zip(paths, files, strict=True):
            with writing(path):
                file.flush()
                if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                    os.fsync(file.fileno())


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Say of what goes wrong that it is this file which cannot be written.

    Raises:
        OutputError: it cannot be.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        why = error.strerror or str(error)
        raise OutputError(f"{path} cannot be written ({why}): choose another place.") from None


def refuse_twice(outputs: Sequence[Path]) -> None:
    """See to it that no report takes the place of another.

    Raises:
        OutputError: two of ``outputs`` are the same file, by whatever names.
    """
    for at, path in enumerate(outputs):
        if any(_is_same(path, other) for other in outputs[:at]):
            raise OutputError(f"{path} is named twice: give each report a file of its own.")


def refuse_existing(output: Path) -> None:
    """See to it that nothing is written over: another drafter's decisions may stand there.

    Raises:
        OutputError: there is a file of the name; devices and pipes are none.
    """
    if output.is_file():
        raise OutputError(f"{output} exists already: choose another name, or take it away first.")


def refuse_inputs(
    output: Path, inputs: Iterable[str], what: str = "one of the laws to read"
) -> None:
    """See to it that the report does not take the place of a law, or of ``what`` is read.

    Raises:
        OutputError: ``output`` is one of ``inputs``, by whatever name.
    """
    for name in inputs:
        with suppress(OSError, ValueError):
            # "-" is standard input, which may be redirected from the very file.
            law = os.fstat(0) if name == "-" else os.stat(name)
            if os.path.samestat(os.stat(output), law):
                raise OutputError(f"{output} is {what}: choose another file.")


def refuse_others(path: Path, is_ours: Callable[[BinaryIO], bool]) -> None:
    """See to it that nothing is lost of what somebody has: of all files ours alone give place.

    Args:
        path: where a report is to go; nothing is lost of an empty file, a device or a pipe.
        is_ours: tells of the open file whether it is a report as the program wrote it.

    Raises:
        OutputError: it is not, or cannot be looked at.
    """
    with writing(path):
        if not path.is_file() or not path.stat().st_size:
            return
        with path.open("rb") as file:
            if is_ours(file):
                return
    raise OutputError(
        f"{path} is not a report of annotate, or was changed by somebody since: choose another "
        "name, or give it up with --overwrite."
    )


def _is_same(path: Path, other: Path) -> bool:
    if os.path.realpath(path) == os.path.realpath(other):
        return True
    with suppress(OSError, ValueError):
        return os.path.samefile(path, other)
    return False


def _through_temporary(path: Path, mode: str, *, private: bool) -> Iterator[IO[Any]]:
    # Nobody but its owner can read the temporary file.
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with open(handle, mode, encoding=_encoding(mode)) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_PRIVATE_MODE if private else _mode(path))
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _encoding(mode: str) -> str | None:
    return None if "b" in mode else "utf-8"


def _mode(path: Path) -> int:
    """The mode of the file that is replaced, else that of any new file."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return _NEW_FILE_MODE & ~mask
