"""The program with strange workers, which the system ends (SIGKILL) at one of its writes.

``python -m tests.corpus.killed AT ARGUMENT...``: before the file of the AT-th write appears where
AT is odd, right after it where it is even; at none where AT is 0. The first argument of ``corpus
run`` and so on follow.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from annotator.cli import main
from annotator.corpus import apart
from annotator.corpus.store import CorpusStore
from tests.corpus import strange

_written = count(1)
_replace = Path.replace
_write = CorpusStore._write


def _killed_at(at: int) -> None:
    def counted(write: Callable[..., Any], *arguments: Any) -> Any:
        number = next(_written)
        if number == at and at % 2:
            os.kill(os.getpid(), signal.SIGKILL)
        done = write(*arguments)
        if number == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return done

    def write(self: CorpusStore, path: str, data: bytes) -> None:
        if self.folder:
            _write(self, path, data)  # which ends in Path.replace
        else:
            counted(_write, self, path, data)

    Path.replace = lambda *arguments: counted(_replace, *arguments)  # type: ignore[method-assign, assignment]
    CorpusStore._write = write  # type: ignore[method-assign]


if __name__ == "__main__":
    apart._START = strange.START
    _killed_at(int(sys.argv[1]))
    sys.exit(main(sys.argv[2:]))
