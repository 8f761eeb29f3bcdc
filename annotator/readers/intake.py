"""The bytes of what the user named: a file, standard input, or bytes already in hand."""

from __future__ import annotations

import os
import sys
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from itertools import islice
from pathlib import Path
from shlex import quote
from typing import BinaryIO

from annotator.errors import InputError
from annotator.readers.decoding import Decoded, decode

LIMIT = 20_000_000
"""The most bytes that are read: the longest statutes, as text, stay far below."""

PDF_LIMIT = 200_000_000
"""The most bytes of a PDF, which may be the pictures of its pages: its text has its own bounds."""

STANDARD_INPUT = "standard input"

#: What a packed file begins with.
PACKED = b"PK\x03\x04"

#: What says that a file is a PDF stands within so many bytes of its beginning.
_WITHIN = 1024

#: Suffixes of files that may be laws, and how much of a folder is looked through for them.
OF_LAWS = {".txt", ".md", ".html", ".htm", ".xml", ".akn", ".json", ".docx", ".pdf"}
_MOST_ENTRIES = 10_000


@dataclass(frozen=True)
class Intake:
    """Bytes and the name that the user knows them by."""

    name: str
    data: bytes

    @property
    def suffix(self) -> str:
        """The ending of the name, in lower case: ``.md``; empty where it has none."""
        return Path(self.name).suffix.lower()

    @cached_property
    def decoded(self) -> Decoded:
        """The bytes as text, for the readers of text; decoded once, however many ask.

        Raises:
            InputError: they are no text.
        """
        return decode(self.data, self.name)


def take_in(what: str | Path | bytes, *, name: str = STANDARD_INPUT) -> Intake:
    """Read all of ``what``: a path, ``"-"`` for standard input, or bytes called ``name``.

    Raises:
        InputError: missing, a folder, not permitted, closed, empty, or over 20 MB (of a PDF 200).
    """
    if isinstance(what, bytes):
        intake = Intake(name, what[: _limit(what) + 1])
    elif what == "-":
        intake = Intake(STANDARD_INPUT, _standard_input())
    else:
        # A name that is no text, which Python keeps in surrogates, can be printed and encoded so.
        intake = Intake(str(what).encode(errors="replace").decode(), _file_bytes(Path(what)))
    if not intake.data.strip():
        raise InputError(f"{intake.name} is empty: give a file that holds the text of a law.")
    limit = _limit(intake.data)
    if len(intake.data) > limit:
        raise InputError(
            f"{intake.name} is over {limit // 1_000_000} MB, more than any one law: "
            "split it and annotate the parts."
        )
    return intake


def _limit(opening: bytes) -> int:
    """How many bytes of a file are read that so begins."""
    return PDF_LIMIT if b"%PDF-" in opening[:_WITHIN] else LIMIT


def _read_up_to_limit(file: BinaryIO) -> bytes:
    # Reading at most one byte over the limit also bounds pipes and devices, whose size is unknown.
    data = file.read(LIMIT + 1)
    more = _limit(data) - LIMIT
    return data + file.read(more) if more and len(data) > LIMIT else data


def _standard_input() -> bytes:
    try:
        # Without a standard input, as after `<&-`, Python has None in its place.
        return _read_up_to_limit(sys.stdin.buffer)
    except AttributeError:
        why = "it is closed"
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
    raise InputError(
        f"{STANDARD_INPUT} cannot be read ({why}): name a file, or pipe the text of a law in."
    )


def _file_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return _read_up_to_limit(file)
    except FileNotFoundError:
        raise InputError(f"{path} does not exist: {_near(path)}") from None
    except (IsADirectoryError, PermissionError):
        if path.is_dir():
            raise InputError(f"{path} is a folder: {_advice(path)}") from None
        raise InputError(
            f"{path} may not be read by you: ask its owner for permission to read it."
        ) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path} cannot be read ({why}): check the name.") from None


def _near(path: Path) -> str:
    """What may be meant by a name that no file has: names near it where it is missing."""
    missing = next((one for one in reversed(path.parents) if not one.is_dir()), path)
    names: dict[str, str] = {}
    with suppress(OSError, ValueError), os.scandir(missing.parent) as entries:
        for entry in islice(entries, _MOST_ENTRIES):
            names[entry.name.lower()] = entry.name
    wanted = missing.name.lower()
    # Who leaves the suffix away means the file.
    meant = [name for name in names if Path(name).stem == wanted]
    near = [names[name] for name in meant[:3] or get_close_matches(wanted, names)]
    told = "" if missing is path else f"there is no folder {missing}; "
    if near:
        return f"{told}did you mean {' or '.join(str(missing.with_name(name)) for name in near)}?"
    return f"{told}check the name and the folder."


def _advice(folder: Path) -> str:
    """How to name the laws in a folder: by the suffix that most of them have."""
    counted: Counter[str] = Counter()
    with suppress(OSError), os.scandir(folder) as entries:
        names = (Path(entry.name) for entry in islice(entries, _MOST_ENTRIES) if entry.is_file())
        counted.update(name.suffix for name in names if name.suffix.lower() in OF_LAWS)
    if not counted:
        return "name the files of laws, not what holds them."
    most = min(counted, key=lambda suffix: (-counted[suffix], suffix))
    name = quote(str(folder))
    return (
        f"name the files in it (annotate {name}{os.sep}*{most}), or keep what is found in all of "
        f"them as tables (annotate corpus run {name} -o OUT)."
    )
