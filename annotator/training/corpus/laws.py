"""The real laws that are labelled: where they are published, and their clauses.

``corpora/laws.yaml`` names each law's publisher's file at a fixed revision with its SHA-256. The
file is taken from the folders that ``CORPORA_MIRROR`` names, where it names any, else from
``work/laws``, else fetched into it. The words of a law never enter the repository.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from annotator.errors import AnnotatorError, CorpusError
from annotator.published import PublishedLaw
from annotator.readers import read
from annotator.schema import Clause
from annotator.segmenter import segment
from annotator.training.corpus.download import HostDown, NoRoom, fetch
from annotator.training.corpus.pieces import fetch_pieces

#: Addresses that nobody on the way can answer for: encrypted, or this machine's own.
_SAFE = ("https://", "http://127.0.0.1:")


class Shelf:
    """The laws' files and their clauses: what cannot be had is said once, and remembered.

    Args:
        laws: what :func:`read_laws` gave.
        folder: where files that had to be fetched are kept.
    """

    def __init__(self, laws: Mapping[str, PublishedLaw], folder: Path) -> None:
        self._laws = laws
        self._folder = folder
        self._down: dict[str, str] = {}
        #: Why a law could not be had, by its name.
        self.missing: dict[str, str] = {}

    def clauses_of(self, name: str) -> tuple[Clause, ...]:
        """The clauses of a law; none where it cannot be had, and then :attr:`missing` says why.

        Raises:
            NoRoom: it was fetched and cannot be kept, nor could the next.
        """
        try:
            return segment(read(self.path_of(name)).text).clauses
        except NoRoom:
            raise
        except AnnotatorError as error:
            self.missing[name] = str(error)
            return ()

    def path_of(self, name: str) -> Path:
        """The file of a law, its checksum proven.

        Raises:
            CorpusError: it cannot be had.
        """
        if name not in self._laws:
            raise CorpusError(f"The law {name} is labelled but not in corpora/laws.yaml; add it.")
        law = self._laws[name]
        host = urlsplit(law.url).netloc
        if host in self._down:
            raise CorpusError(self._down[host])
        try:
            return obtain(law, self._folder)
        except HostDown as error:
            self._down[host] = str(error)
            raise


def obtain(law: PublishedLaw, folder: Path) -> Path:
    """The law's file: from a mirror, from ``folder``, or fetched into it; checksum proven.

    Where there are mirrors (``CORPORA_MIRROR``: folders, parted as in ``PATH``) nothing is fetched.

    Raises:
        CorpusError: it cannot be had, or is not the file that was labelled.
    """
    mirrors = [Path(one) for one in os.environ.get("CORPORA_MIRROR", "").split(os.pathsep) if one]
    if mirrors:
        return _mirrored(mirrors, law)
    path = folder / law.file
    if path.exists():
        return _proven(path, law)
    if not law.url.startswith(_SAFE):
        raise CorpusError(f"{law.law} has no https address in corpora/laws.yaml.")
    if law.pieces:
        fetch_pieces(law.url, law.pieces, path, law.sha256)
    else:
        fetch(law.url, path, law.sha256)
    return path


def _mirrored(mirrors: Sequence[Path], law: PublishedLaw) -> Path:
    """The file in the first of the folders that holds it as it was labelled."""
    paths = [folder / law.file for folder in mirrors]
    there = [path for path in paths if path.exists()] or paths[:1]
    for path in there[:-1]:
        try:
            return _proven(path, law)
        except CorpusError:
            continue
    return _proven(there[-1], law)


def _proven(path: Path, law: PublishedLaw) -> Path:
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise CorpusError(
            f"{path} cannot be read ({error.strerror}); is CORPORA_MIRROR right?"
        ) from error
    if digest != law.sha256:
        raise CorpusError(
            f"{path} is not the {law.title} that was labelled (SHA-256 {digest[:12]}… instead of "
            f"{law.sha256[:12]}…); remove it, or bring corpora/laws.yaml up to date."
        )
    return path
