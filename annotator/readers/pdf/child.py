"""The process in which pdfium runs: a PDF in by standard input, what its pages say out by lines.

It bounds itself: the system stops it (``setrlimit``) where it can, and a thread of its own where
not. It ends when its standard input does, which its parent holds open as long as it lives.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from contextlib import suppress
from typing import BinaryIO, Final

import msgspec

from annotator.errors import InputError
from annotator.readers.intake import Intake
from annotator.readers.pdf.document import opened
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

_OFTEN: Final = 0.05
_STACK: Final = 1 << 18


def main() -> None:
    """Read the one PDF that standard input holds."""
    # The parent ends this process when the user wants it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a library prints is not to stand among what is said.
    with os.fdopen(os.dup(1), "wb") as out, suppress(BrokenPipeError):
        os.dup2(2, 1)
        source = sys.stdin.buffer
        asked = msgspec.json.decode(source.readline(), type=PdfAsked)
        intake = Intake(asked.name, source.read(asked.size))
        bounds = _OwnBounds(asked)
        threading.stack_size(_STACK)
        for work in (_outlive_nobody, bounds.watch):
            threading.Thread(target=work, daemon=True).start()
        _read(intake, bounds, out)
    os._exit(0)


def _read(intake: Intake, bounds: _OwnBounds, out: BinaryIO) -> None:
    encoder = msgspec.json.Encoder()

    def say(said: PdfSaid) -> None:
        out.write(encoder.encode(said) + b"\n")
        out.flush()

    try:
        with opened(intake) as document:
            say(PdfOpened(document.title))
            for page in document.pages():
                say(PdfPage(page))
                bounds.add_page()
        say(PdfEnded())
    except InputError as error:
        say(PdfRefused(str(error)))
    except MemoryError:
        os._exit(TOO_LARGE)
    except BrokenPipeError:
        raise
    except Exception:
        import traceback

        say(PdfFailed(traceback.format_exc()))


def _outlive_nobody() -> None:
    while os.read(0, 1):
        pass
    os._exit(1)


class _OwnBounds:
    """How much memory and time this process may take; more time with each page."""

    def __init__(self, asked: PdfAsked) -> None:
        self._memory, self._per_page = asked.memory, asked.per_page
        self._seconds = time.process_time() + asked.seconds
        # What a parent once held may count with what its child does.
        self._before = _most_held()
        _set_limit("RLIMIT_CORE", 0)
        _set_limit("RLIMIT_AS", asked.memory)

    def add_page(self) -> None:
        self._seconds += self._per_page

    def watch(self) -> None:
        """End this process when it takes too much."""
        while True:
            time.sleep(_OFTEN)
            if time.process_time() > self._seconds:
                os._exit(TOO_LONG)
            if _most_held() - self._before > self._memory:
                os._exit(TOO_LARGE)


def _set_limit(name: str, most: int) -> None:
    if sys.platform != "win32":
        import resource

        # A system may know no such limit, or have set a lower one.
        with suppress(AttributeError, ValueError, OSError):
            kind = getattr(resource, name)
            resource.setrlimit(kind, (most, most))


def _most_held() -> int:
    """The most bytes that this process has held at a time."""
    if sys.platform == "win32":
        return _most_held_by_windows()
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def _most_held_by_windows() -> int:
    """As the system counts it; 0 where it does not tell."""
    import ctypes

    # PROCESS_MEMORY_COUNTERS: two numbers of 32 bits, then eight sizes, the last of them what
    # was committed at most.
    counters = (ctypes.c_size_t * 12)()
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    get = kernel.K32GetProcessMemoryInfo
    get.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint32]
    size = 8 + 8 * ctypes.sizeof(ctypes.c_size_t)
    if not get(kernel.GetCurrentProcess(), counters, size):
        return 0
    first = 8 // ctypes.sizeof(ctypes.c_size_t)
    return int(counters[first + 7])
