"""Packed files from strangers: each part up to a size, and nothing that unpacks all at once."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import BinaryIO

_BROKEN = (zlib.error, EOFError, OSError, ValueError, NotImplementedError)
#: Of the other ways to pack, Python unpacks all that it was given before it looks at the limit.
_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def opened(file: bytes | BinaryIO) -> zipfile.ZipFile:
    """A packed file; nothing of it is unpacked yet.

    Raises:
        zipfile.BadZipFile: it is damaged.
    """
    try:
        return zipfile.ZipFile(io.BytesIO(file) if isinstance(file, bytes) else file)
    except _BROKEN as error:
        raise zipfile.BadZipFile(str(error)) from None


def unpacked(file: zipfile.ZipFile, name: str, most: int) -> bytes:
    """A part, or so many bytes of its beginning.

    Raises:
        KeyError: there is none of that name.
        RuntimeError: it is encrypted.
        zipfile.BadZipFile: it is damaged, or packed in a way that no program of an office uses.
    """
    part = file.getinfo(name)
    if part.compress_type not in _WAYS:
        raise zipfile.BadZipFile(f"{name} is packed in another way")
    try:
        with file.open(part) as stream:
            return stream.read(most)
    except _BROKEN as error:
        raise zipfile.BadZipFile(str(error)) from None
