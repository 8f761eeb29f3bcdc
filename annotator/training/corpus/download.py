"""Fetching a file so that it is there whole or not at all, and an interruption costs little."""

from __future__ import annotations

import hashlib
import http
import http.client
import urllib.error
import urllib.request
from pathlib import Path

from annotator.errors import CorpusError

MAX_BYTES = 20_000_000
_TIMEOUT_SECONDS = 60
_PIECE = 64 * 1024


class HostDown(CorpusError):
    """The publisher's machine does not answer, and will not for its other files either."""


class NoRoom(CorpusError):
    """What came cannot be written, nor would anything else."""


def fetch(url: str, path: Path, sha256: str = "") -> None:
    """Put what ``url`` sends at ``path``, once its checksum is proven, where it has one.

    What had come before an interruption is kept beside it as ``.part``, and only the rest is asked
    for the next time.

    Raises:
        HostDown: nothing at that address answers.
        NoRoom: the file cannot be written.
        CorpusError: it is not there, broke off, or is not the one with that checksum.
    """
    partial = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _append(url, partial)
        if sha256:
            _prove(partial, url, sha256)
        partial.replace(path)
    except OSError as error:
        raise NoRoom(
            f"{error.filename or partial} cannot be written ({error.strerror}); what was fetched "
            "whole is kept: make room, and run the command again."
        ) from error


def check(data: bytes, sha256: str, url: str) -> None:
    """That ``data``, which ``url`` sent, has the checksum.

    Raises:
        CorpusError: it has not.
    """
    digest = hashlib.sha256(data).hexdigest()
    if digest != sha256:
        raise CorpusError(
            f"{url} does not send what was labelled (SHA-256 {digest[:12]}… instead of "
            f"{sha256[:12]}…); nothing of it was kept."
        )


def _prove(partial: Path, url: str, sha256: str) -> None:
    try:
        check(partial.read_bytes(), sha256, url)
    except CorpusError:
        partial.unlink()
        raise


def _append(url: str, partial: Path) -> None:
    """Add to ``partial`` what it lacks of the file."""
    have = partial.stat().st_size if partial.exists() else 0
    wanted = {"Range": f"bytes={have}-"} if have else {}
    with _answer(urllib.request.Request(url, headers=wanted)) as answer:  # noqa: S310
        goes_on = answer.status == http.HTTPStatus.PARTIAL_CONTENT
        size = have if goes_on else 0
        with partial.open("ab" if goes_on else "wb") as out:
            while piece := _read(answer, url):
                out.write(piece)
                size += len(piece)
                if size > MAX_BYTES:
                    partial.unlink()
                    raise CorpusError(f"{url} is larger than {MAX_BYTES} bytes; it is no law.")
    # A connection that is cut looks like the end; the announced length tells them apart.
    if answer.length:
        raise _broke_off(url, f"{answer.length} bytes are missing")


def _answer(request: urllib.request.Request) -> http.client.HTTPResponse:
    url = request.full_url
    try:
        answer: http.client.HTTPResponse = urllib.request.urlopen(request, timeout=_TIMEOUT_SECONDS)  # noqa: S310
        return answer
    except urllib.error.HTTPError as error:
        error.close()
        if error.code == http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            return _answer(urllib.request.Request(url))  # noqa: S310  # the part is no part of it
        raise CorpusError(f"{url} could not be fetched ({error}).") from error
    except (urllib.error.URLError, http.client.HTTPException, OSError) as error:
        reason = getattr(error, "reason", error)
        raise HostDown(f"{url} could not be reached ({reason}).") from error


def _read(answer: http.client.HTTPResponse, url: str) -> bytes:
    try:
        return answer.read(_PIECE)
    except (http.client.HTTPException, OSError) as error:
        raise _broke_off(url, str(error)) from error


def _broke_off(url: str, reason: str) -> CorpusError:
    return CorpusError(f"{url} broke off ({reason}); what had come is kept for the next time.")
