"""Places of files: paths of this machine, and addresses that fsspec opens (``s3://bucket/law``)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import fsspec

from annotator.errors import AnnotatorError, UsageError
from annotator.one_line import at_most, one_line

_LONGEST_REASON = 200


def is_address(place: str) -> bool:
    """Whether it is one of ``s3://``, ``gs://``, ``https://`` and their like.

    >>> is_address("s3://laws/al"), is_address("laws/al")
    (True, False)
    """
    return "://" in place


def opened(place: str) -> Any:
    """A file, or what lies at an address, open for reading bytes."""
    return fsspec.open(place, "rb").open() if is_address(place) else Path(place).open("rb")


def folder_of(place: str) -> str:
    """The folder in which a file lies, be it at an address.

    >>> folder_of("s3://laws/al/list.csv"), folder_of("laws/list.csv"), folder_of("list.csv")
    ('s3://laws/al', 'laws', '.')
    """
    return place.rpartition("/")[0] if is_address(place) else str(Path(place).parent)


def within(folder: str, place: str) -> str:
    """A place as it can be opened from here, of which a list in ``folder`` has the name.

    >>> within("s3://laws/al", "a.txt"), within("laws", "a.txt"), within("laws", "s3://x/a.txt")
    ('s3://laws/al/a.txt', 'laws/a.txt', 's3://x/a.txt')
    """
    if is_address(place):
        return place
    return f"{folder}/{place}" if is_address(folder) else str(Path(folder) / place)


def why(error: BaseException) -> str:
    """What went wrong with a file or a bucket, in the few words that there are for it."""
    told = getattr(error, "strerror", None) or str(error)
    if isinstance(error, FileNotFoundError) and " " not in told:
        told = "there is nothing of that name"  # that is all that fsspec says
    return at_most(one_line(told).strip(" .") or type(error).__name__, _LONGEST_REASON)


def refuse_password(place: str) -> None:
    """See to it that no password comes into tables and logs, where places stand as they are given.

    Raises:
        UsageError: an address holds one.
    """
    try:
        password = urlsplit(place).password if is_address(place) else None
    except ValueError:  # no address of the web
        return
    if password is not None:
        shown = place.replace(f":{password}@", ":…@")
        raise UsageError(
            f"{shown} holds a password, which would stand in the tables: leave it out, and give it "
            "by the environment or by a configuration of fsspec."
        )


@contextmanager
def reaching(place: str) -> Iterator[None]:
    """Say of what goes wrong on the way to a place what it is, and what to look to.

    Raises:
        UsageError: something does; that a file is not there is passed on.
    """
    try:
        yield
    except (AnnotatorError, FileNotFoundError):
        raise
    except ImportError as error:  # it names the package that is wanted
        raise UsageError(f"{place} cannot be used: {why(error)}.") from None
    except Exception as error:
        # What may go wrong with a bucket is for each kind of bucket another class.
        look = "the address, the credentials and the network" if is_address(place) else "the folder"
        raise UsageError(f"{place} cannot be used ({why(error)}): check {look}.") from error
