"""The program's own files on corpora, which may lie among laws: each is known by its beginning."""

from __future__ import annotations

from pathlib import PurePath

PAGE = (
    b'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    b'<meta name="generator" content="annotate corpus report">'
)
TEXT = b"Gender in the laws of "
MANIFEST = b'{\n  "program": '

_BY_SUFFIX = {".html": PAGE, ".htm": PAGE, ".txt": TEXT, ".json": MANIFEST}
LONGEST = max(map(len, _BY_SUFFIX.values()))


def is_ours(name: str, beginning: bytes) -> bool:
    """Whether a file is a report on a corpus, or says of one how it was made, and no law.

    Args:
        name: of the file; its suffix tells what it may be.
        beginning: its first :data:`LONGEST` bytes, or more.

    >>> is_ours("albania.txt", b"Gender in the laws of Albania")
    True
    """
    begins = _BY_SUFFIX.get(PurePath(name).suffix.lower())
    return begins is not None and beginning.startswith(begins)
