"""Which laws are meant: folders, globs, lists and addresses, as files with their checksums."""

from __future__ import annotations

import errno
import glob
import hashlib
import stat
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePath

import fsspec

from annotator.corpus.manifest import ManifestEntry, entries
from annotator.corpus.ours import LONGEST, is_ours
from annotator.corpus.places import is_address, opened, reaching, refuse_password, why
from annotator.corpus.rows import LawRef, Refusal
from annotator.errors import UsageError
from annotator.precedents.adding import is_report, laws_in
from annotator.readers.intake import OF_LAWS
from annotator.schema import Struct

#: Files that are looked through at a time: it is the disk or the network that takes the time.
_AT_A_TIME = 16
_BLOCK = 1 << 20


class SeenFile(Struct, frozen=True):
    """A file as an earlier run saw it: its size, a mark that changes with it, its checksum.

    The mark is the time of its last change, or what a bucket has in its place.
    """

    path: str
    size: int
    stamp: str
    law: str


class Listing(Struct, frozen=True):
    """The laws that are meant, in the order of their paths.

    ``seen`` are all files, ``named`` the paths of those that the user named themselves, and
    ``unread`` those that cannot be read, whose checksum is therefore not known.
    """

    laws: tuple[LawRef, ...]
    seen: tuple[SeenFile, ...]
    named: frozenset[str]
    unread: tuple[Refusal, ...]


def listed(
    names: Sequence[str],
    known: dict[str, SeenFile],
    out: str = "",
    tell: Callable[[int, int], None] = lambda done, of: None,
) -> Listing:
    """The laws that are meant by ``names``, each law once, wherever its bytes lie.

    Args:
        names: files, folders, globs, lists (:mod:`.manifest`) and addresses that fsspec knows.
        known: files, by path, that are taken to be as they were while size and mark are.
        out: where what is found goes; nothing in it is a law.
        tell: is told how many files have been looked through, of how many.

    Raises:
        UsageError: nothing is meant by one of the names, or an address cannot be listed, or holds a
            password.
    """
    meant: dict[str, ManifestEntry] = {}
    lost: list[OSError] = []
    named = set()
    for name in names:
        for entry in _meant(name, lost.append):
            refuse_password(entry.place)
            if not _lies_in(entry.place, out):
                meant.setdefault(entry.place, entry)
                if entry.place == name:
                    named.add(name)
    seen: list[SeenFile] = []
    unread = [_unread(str(error.filename), error) for error in lost]
    paths = sorted(meant)
    with ThreadPoolExecutor(_AT_A_TIME) as threads:
        looked = threads.map(lambda path: _looked_at(path, known.get(path)), paths)
        for at, one in enumerate(looked, 1):
            if isinstance(one, SeenFile):
                seen.append(one)
            else:
                unread.append(one)
            tell(at, len(paths))
    return Listing(
        laws=tuple(_once(seen, meant)),
        seen=tuple(seen),
        named=frozenset(named),
        unread=tuple(unread),
    )


def _meant(name: str, lose: Callable[[OSError], object]) -> Iterator[ManifestEntry]:
    """What a name means; ``lose`` is told of folders that cannot be looked into.

    Raises:
        UsageError: it means nothing.
    """
    refuse_password(name)
    if is_address(name):
        yield from _at_address(name)
        return
    path = Path(name)
    if path.is_dir():
        laws = (one for one in laws_in(path, lose) if not _is_on_corpora(one))
        yield from _some((ManifestEntry(place=str(one)) for one in laws), name)
    elif path.is_file():
        yield from _in_list(name) or [ManifestEntry(place=name)]
    elif glob.has_magic(name):
        found = (Path(one) for one in sorted(glob.glob(name, recursive=True)))
        laws = (
            one
            for one in found
            if one.suffix.lower() in OF_LAWS
            and one.is_file()
            and not (is_report(one) or _is_on_corpora(one))
        )
        yield from _some((ManifestEntry(place=str(one)) for one in laws), name)
    else:
        raise UsageError(f"{name} does not exist: check the name and the folder.")


def _is_on_corpora(path: Path) -> bool:
    """Whether it is a report on a corpus, or says of one how it was made."""
    try:
        with path.open("rb") as file:
            return is_ours(path.name, file.read(LONGEST))
    except OSError:
        return False


def _in_list(name: str) -> list[ManifestEntry] | None:
    """The entries of a list; None of a law, and of what cannot be read, which is told later."""
    try:
        return entries(name)
    except OSError:
        return None


def _some(found: Iterator[ManifestEntry], name: str) -> Iterator[ManifestEntry]:
    first = next(found, None)
    if first is None:
        kinds = ", ".join(sorted(OF_LAWS))
        raise UsageError(f"{name} holds no file that may be a law ({kinds}).")
    yield first
    yield from found


def _at_address(name: str) -> Iterator[ManifestEntry]:
    """What lies at an address: a law, those of a list, or of a folder or a glob all that may be."""
    try:
        with reaching(name):
            files, found = _found_at(name)
            of_a_list = entries(name) if found is None else None
    except FileNotFoundError:
        raise UsageError(f"{name} does not exist: check the address.") from None
    if found is None:
        yield from of_a_list or [ManifestEntry(place=name)]
        return
    laws = (one for one in sorted(found) if PurePath(one).suffix.lower() in OF_LAWS)
    yield from _some((ManifestEntry(place=files.unstrip_protocol(one)) for one in laws), name)


def _found_at(name: str) -> tuple[fsspec.AbstractFileSystem, list[str] | None]:
    """What is in a folder or meant by a glob; nothing of what is a file."""
    files, root = fsspec.url_to_fs(name)
    of_the_web = "http" in files.protocol
    # "law?id=5" is a page; and to fsspec each page with links is a folder of what they lead to.
    if "*" in root if of_the_web else glob.has_magic(root):
        return files, files.glob(root)
    if root.endswith("/") if of_the_web else files.isdir(root):
        below = len(root.rstrip("/")) + 1
        return files, [one for one in files.find(root) if not _is_hidden(one[below:])]
    files.info(root)
    return files, None


def _is_hidden(place: str) -> bool:
    return any(name.startswith(".") for name in place.split("/"))


def _lies_in(place: str, out: str) -> bool:
    if not out or is_address(out) != is_address(place):
        return False
    if is_address(place):
        return place.startswith(out.rstrip("/") + "/")
    return Path(place).resolve().is_relative_to(Path(out).resolve())


def _looked_at(path: str, known: SeenFile | None) -> SeenFile | Refusal:
    """The file as it is now, or why it cannot be read."""
    try:
        path.encode()
        size, stamp = _size_and_stamp(path)
        if known is not None and stamp and (known.size, known.stamp) == (size, stamp):
            return known
        digest = hashlib.sha256()
        with opened(path) as file:
            while block := file.read(_BLOCK):
                digest.update(block)
    except UnicodeEncodeError:
        shown = path.encode(errors="replace").decode()
        return _refused(shown, "has a name that is no text: give it another.")
    except Exception as error:
        return _unread(path, error)
    return SeenFile(path=path, size=size, stamp=stamp, law=digest.hexdigest())


def _unread(path: str, error: Exception) -> Refusal:
    shown = path.encode(errors="replace").decode()
    told = f"cannot be read ({why(error)}): look to it, and run the command again."
    return _refused(shown, told)


def _refused(path: str, told: str) -> Refusal:
    return Refusal(law="", path=path, kind="refused", reason=f"{path} {told}")


def _size_and_stamp(path: str) -> tuple[int, str]:
    if not is_address(path):
        known = Path(path).stat()
        if not stat.S_ISREG(known.st_mode):  # a pipe would keep who opens it waiting
            raise OSError(errno.EINVAL, "it is no file")
        return known.st_size, str(known.st_mtime_ns)
    files, place = fsspec.url_to_fs(path)
    told = files.info(place)
    marks = (told.get(key) for key in ("ETag", "etag", "LastModified", "mtime", "created"))
    return int(told.get("size") or 0), str(next((mark for mark in marks if mark), ""))


def _once(seen: Sequence[SeenFile], meant: dict[str, ManifestEntry]) -> Iterator[LawRef]:
    """Each law at the first of its places."""
    places: dict[str, list[str]] = {}
    for one in seen:
        places.setdefault(one.law, []).append(one.path)
    for law, (first, *others) in places.items():
        said = meant[first]
        yield LawRef(
            law=law,
            path=first,
            also_at=tuple(others),
            country=said.country,
            title=said.title,
            date=said.date,
        )
