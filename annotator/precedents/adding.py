"""Adding laws to the index of precedents: which files are meant, and what of each is kept.

A law whose file is as it was when the same pipeline read it is passed over; so a run that was
stopped goes on where it stopped, and a folder can be added again and again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from msgspec.structs import replace

from annotator.errors import UsageError
from annotator.pipeline import load, pipeline_name
from annotator.precedents.index import PrecedentIndex
from annotator.precedents.kept import KeptLaw
from annotator.precedents.taking import taken
from annotator.readers import read
from annotator.readers.intake import OF_LAWS
from annotator.writers import by_suffix, is_untouched

What = Literal["new", "changed", "again", "kept"]


class Offered(NamedTuple):
    """A file to add, the country and the title that it is given, and whether the user named it."""

    path: Path
    country: str = ""
    title: str = ""
    named: bool = True


class Added(NamedTuple):
    """What became of a law: it was new, had changed, was read again, or is kept as it was.

    ``before`` is what was kept of its file, ``alike`` are other laws of its country and title.
    """

    what: What
    law: KeptLaw
    before: KeptLaw | None = None
    alike: tuple[KeptLaw, ...] = ()


def offered(names: Sequence[Path], country: str) -> Iterator[Offered]:
    """The files that are meant: those named, and of folders all that may be laws.

    Reports of ours that lie among them are passed over, and so is what is hidden.

    Raises:
        UsageError: no file in a folder may be a law.
    """
    for name in names:
        if not name.is_dir():
            yield Offered(name, country)
            continue
        found = list(laws_in(name))
        if not found:
            kinds = ", ".join(sorted(OF_LAWS))
            raise UsageError(f"{name} holds no file that may be a law ({kinds}).")
        yield from (Offered(path, country, named=False) for path in found)


class Adding:
    """Adds files to an index.

    Args:
        index: which is added to.
    """

    def __init__(self, index: PrecedentIndex) -> None:
        self._index = index
        self._model = pipeline_name()
        self._known = {law.path: law for law in index.laws()}

    def add(self, one: Offered) -> Added:
        """Add a law.

        Raises:
            AnnotatorError: it cannot be read or kept, or its country is not known.
        """
        digest = digest_of(one.path)
        before = self._known.get(str(one.path.resolve()))
        if before and self._is_kept(before, digest, one):
            return Added("kept", before)
        law, clauses, states = taken(read(one.path), one.path, load(), one.country)
        law = replace(law, title=one.title or law.title)
        self._index.keep(law, clauses, states)
        self._known = {
            path: kept for path, kept in self._known.items() if kept.sha256 != law.sha256
        } | {law.path: law}
        return Added(_what(before, law), law, before, tuple(self._alike(law)))

    def _is_kept(self, before: KeptLaw, digest: str, one: Offered) -> bool:
        return (
            (before.sha256, before.model) == (digest, self._model)
            and one.country in ("", before.country)
            and one.title in ("", before.title)
        )

    def _alike(self, law: KeptLaw) -> Iterator[KeptLaw]:
        for other in self._known.values():
            is_other = other.path != law.path
            if is_other and (other.country, other.title) == (law.country, law.title):
                yield other


def _what(before: KeptLaw | None, law: KeptLaw) -> What:
    if before is None:
        return "new"
    return "again" if before.sha256 == law.sha256 else "changed"


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal; empty where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def laws_in(
    folder: Path, unread: Callable[[OSError], object] = lambda error: None
) -> Iterator[Path]:
    """The files in a folder that may be laws, in order; no report of ours, and nothing hidden.

    Args:
        folder: what is in it and below; links to other folders are not followed.
        unread: is told of folders below that cannot be looked into.
    """
    for above, folders, names in os.walk(folder, onerror=unread):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for name in sorted(names):
            path = Path(above, name)
            if name.startswith(".") or path.suffix.lower() not in OF_LAWS:
                continue
            if path.is_file() and not is_report(path):
                yield path


def is_report(path: Path) -> bool:
    """Whether a file is a report of annotate, which holds a law's words and is none."""
    kind, _ = by_suffix(path)
    try:
        with path.open("rb") as file:
            return bool(kind) and is_untouched(file, kind)
    except OSError:
        return False
