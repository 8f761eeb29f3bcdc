"""pdfium in a process of its own: a stranger's file may crash or fill that one, and no other.

It is a plain child and none of ``multiprocessing``, since the workers of a pool may have none.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, BinaryIO, cast

import msgspec

from annotator.errors import InputError
from annotator.readers.intake import Intake
from annotator.readers.pdf.document import OpenPage
from annotator.readers.pdf.told import (
    TOO_LARGE,
    TOO_LONG,
    PdfAsked,
    PdfEnded,
    PdfFailed,
    PdfOpened,
    PdfPage,
    PdfRefused,
    PdfSaid,
)

#: Real bills take 35 MB, a law of 900 clauses 70, and up to twice their own size; so many bytes
#: of a file may be its text, the others are pictures, which are held and not unpacked.
MEMORY, PER_BYTE, _TEXT, _PER_PICTURED_BYTE = 256_000_000, 16, 20_000_000, 3
#: Seconds of a processor; real bills take 0.01 for a page, and pictures 0.1 for a million bytes.
SECONDS, PER_PAGE, _PER_MILLION = 20.0, 0.1, 0.2
#: How many times as long it may take by the clock, with what is done here with its pages, where
#: others keep the processors busy; how often that is looked at, in seconds.
_PATIENCE, _TICK = 8, 1.0
#: No page that is read says so many bytes.
_LONGEST = 16_000_000
#: Neither the user's settings nor the folder in which the user stands have a say in what is run:
#: modules are found where this process finds them.
_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); " + (
    "from annotator.readers.pdf.child import main; main()"
)
_WAY_OUT = "print it to a new PDF, or give the law as plain text (.txt)."


class PdfApart:
    """A PDF that another process has open."""

    def __init__(self, name: str, process: subprocess.Popen[bytes]) -> None:
        self._name, self._process = name, process
        self._decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(PdfSaid)
        self._clock = _KillingClock(process.kill)
        self.title = ""

    def open(self) -> None:
        """Wait until it is open; then it has a title.

        Raises:
            InputError: it is damaged, opens only with a password, or takes more than any law does.
        """
        said = self._next()
        if isinstance(said, PdfOpened):
            self.title = said.title

    def pages(self) -> Iterator[OpenPage]:
        """Its pages.

        Raises:
            InputError: they cannot be read; or they take more than any law does.
        """
        while isinstance(said := self._next(), PdfPage):
            self._clock.allow(PER_PAGE * _PATIENCE)
            yield said.page
        if not isinstance(said, PdfEnded):
            raise self._too_much()

    def close(self) -> None:
        """End the process, whatever it does."""
        self._clock.stop()
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                pipe and pipe.close()
        self._process.wait()

    def _next(self) -> PdfSaid:
        line = cast(BinaryIO, self._process.stdout).readline(_LONGEST)
        if not line.endswith(b"\n"):
            raise self._too_much()
        try:
            said: PdfSaid = self._decoder.decode(line)
        except msgspec.DecodeError:
            raise self._too_much() from None
        if isinstance(said, PdfRefused):
            raise InputError(said.sentence)
        if isinstance(said, PdfFailed):
            raise RuntimeError(said.traceback)
        return said

    def _too_much(self) -> InputError:
        """Why the process ended."""
        self._process.kill()
        status = self._process.wait()
        if status == TOO_LONG or self._clock.has_run_out:
            return InputError(f"{self._name} takes longer to read than any law does: {_WAY_OUT}")
        if status == TOO_LARGE:
            return InputError(f"{self._name} takes more memory than any law does: {_WAY_OUT}")
        return InputError(
            f"{self._name} is damaged, or takes more memory than any law does: {_WAY_OUT}"
        )


class _KillingClock:
    """Ends a process that does nothing; while the user has both stand still, it stands still."""

    def __init__(self, kill: Callable[[], None]) -> None:
        self._kill = kill
        self._left = SECONDS * _PATIENCE
        self._stopped = threading.Event()
        self.has_run_out = False
        threading.Thread(target=self._run, daemon=True).start()

    def allow(self, seconds: float) -> None:
        self._left += seconds

    def stop(self) -> None:
        self._stopped.set()

    def _run(self) -> None:
        while not self._stopped.wait(_TICK):
            self._left -= _TICK
            if self._left <= 0:
                self.has_run_out = True
                self._kill()
                return


@contextmanager
def read_apart(intake: Intake) -> Iterator[PdfApart]:
    """The PDF in a process of its own, which is at work on it at once and ends with the context.

    Raises:
        InputError: no process can be started.
    """
    document = PdfApart(intake.name, _started(intake))
    try:
        yield document
    finally:
        document.close()


def _started(intake: Intake) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-I", "-S", "-c", _START, json.dumps(sys.path)]
    try:
        process = subprocess.Popen(  # noqa: S603  # our own command
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise InputError(
            f"{intake.name} cannot be read, as no process for it can be started "
            f"({error.strerror}): close other programs, or give the law as plain text (.txt)."
        ) from None
    size = len(intake.data)
    name = intake.name.encode(errors="replace").decode()
    pictured = max(0, size - _TEXT)
    memory = MEMORY + PER_BYTE * (size - pictured) + _PER_PICTURED_BYTE * pictured
    seconds = SECONDS + _PER_MILLION * pictured / 1_000_000
    asked = PdfAsked(name, size, memory, seconds, PER_PAGE)
    data = msgspec.json.encode(asked) + b"\n" + intake.data
    # In a thread: a process that does not read would be waited for without end.
    threading.Thread(target=_give, args=(process, data), daemon=True).start()
    return process


def _give(process: subprocess.Popen[bytes], data: bytes) -> None:
    """Give the process its file; its standard input stays open."""
    to = cast(BinaryIO, process.stdin)
    # It may be dead, and its pipe closed.
    with suppress(OSError, ValueError):
        to.write(data)
        to.flush()
