"""Keeps compiled regular expressions from one run of the program to the next.

The program knows some 2,800, and to compile them took a quarter of a short run. As Python keeps the
byte code of a module beside it, what they compile to is kept in the user's cache, for the Python
that compiled it. An expression is looked up by its own words and flags, so that what is kept is
never out of date. Only those of the program's own words are kept (:mod:`annotator.lasting`), and
no law's. Who has Python keep no byte code (``PYTHONDONTWRITEBYTECODE``) has nothing kept.

This reaches into Python's own ``re``; where that is not as known here, expressions are compiled.
"""

from __future__ import annotations

import os
import re
import sys
import threading
from array import array
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec

from annotator.errors import OutputError
from annotator.files import replacing
from annotator.lasting import is_lasting

#: More are those of versions that have gone: only what the run needed is kept then.
_MOST = 10_000
#: Bytes of a file that is no longer read.
_LARGEST = 50_000_000
#: The share of those kept that must be new for the file to be written again.
_WORTH = 0.02


class _Kept(msgspec.Struct, array_like=True, frozen=True):
    """One expression, and what ``_sre.compile`` makes it of."""

    pattern: str
    flags: int
    all_flags: int
    code: bytes
    groups: int
    names: dict[str, int]

    def made(self, engine: Any) -> re.Pattern[str]:
        code = array("I", self.code).tolist()
        by_group: list[str | None] = [None] * (self.groups + 1)
        for name, group in self.names.items():
            by_group[group] = name
        made: re.Pattern[str] = engine.compile(
            self.pattern, self.all_flags, code, self.groups, self.names, tuple(by_group)
        )
        return made


class _File(msgspec.Struct, frozen=True):
    """What is kept, and for which Python."""

    python: str
    patterns: list[_Kept]


@contextmanager
def kept_patterns(folder: Path | None = None) -> Iterator[None]:
    """While it lasts, expressions are taken from what is kept; then what is new is kept.

    Args:
        folder: where; the user's cache by default.
    """
    compiler: Any = getattr(re, "_compiler", None)
    if not _is_known(compiler):
        yield
        return
    path = (folder or _user_cache(os.environ)) / f"patterns-{sys.implementation.cache_tag}"
    keeper = _Keeper(compiler, _read(path))
    before = compiler.compile, compiler._code
    compiler.compile, compiler._code = keeper.compile, keeper.code
    try:
        yield
    finally:
        compiler.compile, compiler._code = before
        keeper.write(path)


class _Keeper:
    """Stands for ``re``'s own compiler, given as ``compiler``."""

    def __init__(self, compiler: Any, kept: Mapping[tuple[str, int], _Kept]) -> None:
        self._compile, self._code = compiler.compile, compiler._code
        self._engine = compiler._sre
        self._kept = kept
        self._used: dict[tuple[str, int], _Kept] = {}
        self._new = 0
        #: By thread, for several may compile at once: the code that was made last.
        self._last = threading.local()

    def code(self, parsed: Any, flags: int) -> list[int]:
        """``re``'s own, with a note of what it gave."""
        code: list[int] = self._code(parsed, flags)
        self._last.code = code
        return code

    def compile(self, pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        """What ``re`` would compile, if it has not been."""
        if type(pattern) is not str:
            return self._compile(pattern, flags)  # type: ignore[no-any-return]
        key = pattern, int(flags)
        kept = self._kept.get(key)
        if kept is not None:
            with suppress(RuntimeError, ValueError, TypeError, OverflowError, IndexError):
                made = kept.made(self._engine)
                self._used[key] = kept
                return made
        compiled: re.Pattern[str] = self._compile(pattern, flags)
        if not flags & re.DEBUG and is_lasting(sys._getframe(1)):
            self._note(key, compiled)
        return compiled

    def _note(self, key: tuple[str, int], compiled: re.Pattern[str]) -> None:
        with suppress(UnicodeEncodeError):  # half of a surrogate pair, which no file would take
            key[0].encode()
            self._used[key] = _Kept(
                *key,
                compiled.flags,
                array("I", self._last.code).tobytes(),
                compiled.groups,
                dict(compiled.groupindex),
            )
            self._new += 1

    def write(self, path: Path) -> None:
        """Keep what is new, if that is worth the writing and the place can be written to."""
        if sys.dont_write_bytecode or self._new <= _WORTH * len(self._kept):
            return
        both = {**self._kept, **self._used}
        rows = list((both if len(both) <= _MOST else self._used).values())
        with (
            suppress(OutputError, OSError),
            replacing(path, "wb", private=True, parents=True) as out,
        ):
            out.write(msgspec.msgpack.encode(_File(_python(), rows)))


def _is_known(compiler: Any) -> bool:
    """Whether ``re`` is as it is known here; what is kept is of four bytes a step."""
    parts = ("compile", "_code", "_sre")
    return (
        sys.implementation.name == "cpython"
        and sys.version_info < (3, 14)
        and array("I").itemsize == 4
        and all(hasattr(compiler, part) for part in parts)
        and getattr(compiler._sre, "CODESIZE", 0) == 4
    )


def _python() -> str:
    return f"{sys.version} {sys.byteorder}"


def _read(path: Path) -> dict[tuple[str, int], _Kept]:
    """What is kept in a file; nothing where it is of another Python, or broken."""
    try:
        if path.stat().st_size > _LARGEST:
            return {}
        file = msgspec.msgpack.decode(path.read_bytes(), type=_File)
    except (OSError, ValueError):
        return {}
    if file.python != _python():
        return {}
    return {(one.pattern, one.flags): one for one in file.patterns}


def _user_cache(environment: Mapping[str, str]) -> Path:
    """The folder in which the program keeps what can be made again, by the system's customs."""
    if sys.platform == "win32":
        local = environment.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "annotate" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "annotate"
    home = environment.get("XDG_CACHE_HOME", "")
    return (Path(home) if os.path.isabs(home) else Path.home() / ".cache") / "annotate"
