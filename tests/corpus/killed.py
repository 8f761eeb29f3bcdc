"""The program with strange workers, which the system ends (SIGKILL) at one of its writes.

``python -m tests.corpus.killed AT ARGUMENT...``: before the file of the AT-th write appears where
AT is odd, right after it where it is even; at none where AT is 0. The first argument of ``corpus
run`` and so on follow.
"""

from __future__ import annotations

import os
import signal
import sys
from itertools import count
from pathlib import Path
from typing import Any

from annotator.cli import main
from annotator.corpus import apart
from tests.corpus import strange

_written = count(1)
_replace = Path.replace


def _killed_at(at: int) -> None:
    def replace(self: Path, target: Any) -> Path:
        write = next(_written)
        if write == at and at % 2:
            os.kill(os.getpid(), signal.SIGKILL)
        replaced = _replace(self, target)
        if write == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return replaced

    Path.replace = replace  # type: ignore[method-assign, assignment]


if __name__ == "__main__":
    apart._START = strange.START
    _killed_at(int(sys.argv[1]))
    sys.exit(main(sys.argv[2:]))
