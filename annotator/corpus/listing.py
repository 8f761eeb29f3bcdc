"""Which laws are meant: folders, globs, lists and addresses, as files with their checksums."""

from __future__ import annotations

import glob
import hashlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import fsspec

from annotator.corpus.manifest import ManifestEntry, entries, is_address
from annotator.corpus.rows import LawRef, Refusal
from annotator.errors import UsageError
from annotator.precedents.adding import laws_in
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
        UsageError: nothing is meant by one of the names, or an address cannot be listed.
    """
    meant: dict[str, ManifestEntry] = {}
    named = set()
    for name in names:
        for entry in _meant(name):
            if not _lies_in(entry.place, out):
                meant.setdefault(entry.place, entry)
                if entry.place == name:
                    named.add(name)
    seen: list[SeenFile] = []
    unread: list[Refusal] = []
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


def opened(path: str) -> Any:
    """A file, or what lies at an address, open for reading bytes."""
    return fsspec.open(path, "rb").open() if is_address(path) else Path(path).open("rb")


def _meant(name: str) -> Iterator[ManifestEntry]:
    """What a name means.

    Raises:
        UsageError: it means nothing.
    """
    if is_address(name):
        yield from _at_address(name)
        return
    path = Path(name)
    if path.is_dir():
        yield from _some((ManifestEntry(place=str(one)) for one in laws_in(path)), name)
    elif path.is_file():
        yield from entries(path) or [ManifestEntry(place=name)]
    elif glob.has_magic(name):
        found = (Path(one) for one in sorted(glob.glob(name, recursive=True)))
        laws = (one for one in found if one.suffix.lower() in OF_LAWS and one.is_file())
        yield from _some((ManifestEntry(place=str(one)) for one in laws), name)
    else:
        raise UsageError(f"{name} does not exist: check the name and the folder.")


def _some(found: Iterator[ManifestEntry], name: str) -> Iterator[ManifestEntry]:
    first = next(found, None)
    if first is None:
        kinds = ", ".join(sorted(OF_LAWS))
        raise UsageError(f"{name} holds no file that may be a law ({kinds}).")
    yield first
    yield from found


def _at_address(name: str) -> Iterator[ManifestEntry]:
    """The files at an address: of a folder or a glob all that may be laws."""
    try:
        files, root = fsspec.url_to_fs(name)
        if glob.has_magic(name):
            found = files.glob(root)
        elif files.isdir(root):
            found = files.find(root)
        else:
            yield ManifestEntry(place=name)
            return
    except ImportError as error:
        raise UsageError(f"{name} cannot be listed: {error}.") from None
    except Exception as error:
        # What may go wrong with a bucket is for each kind of bucket another class.
        raise UsageError(f"{name} cannot be listed ({error}): check the address.") from None
    laws = (one for one in sorted(found) if Path(one).suffix.lower() in OF_LAWS)
    yield from _some((ManifestEntry(place=files.unstrip_protocol(one)) for one in laws), name)


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
        printable = path.encode(errors="replace").decode()
        return _unread(printable, "has a name that is no text: give it another.")
    except Exception as error:
        why = getattr(error, "strerror", None) or str(error)
        return _unread(path, f"cannot be read ({why}): look to it, and run the command again.")
    return SeenFile(path=path, size=size, stamp=stamp, law=digest.hexdigest())


def _unread(path: str, why: str) -> Refusal:
    return Refusal(law="", path=path, kind="refused", reason=f"{path} {why}")


def _size_and_stamp(path: str) -> tuple[int, str]:
    if not is_address(path):
        stat = Path(path).stat()
        return stat.st_size, str(stat.st_mtime_ns)
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
