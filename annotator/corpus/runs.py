"""The log of the runs: ``OUT/runs.jsonl``, a line for each batch, with the seconds that it took.

It is the only place in which the clock is looked at. What a line says it says at once, so that one
can watch a run; in a bucket, which knows no appending, the lines of a run come at its end.
"""

from __future__ import annotations

from datetime import UTC, datetime
from types import TracebackType
from typing import Any

import msgspec

from annotator.corpus.store import CorpusStore
from annotator.files import writing

_NAME = "runs.jsonl"


class RunLog:
    """The log of a corpus, to which a run adds.

    Args:
        store: of the corpus.
    """

    def __init__(self, store: CorpusStore) -> None:
        self._store = store
        self._lines: list[bytes] = []
        self._path = store.folder / _NAME if store.folder else None
        self._run = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")

    def add(self, event: str, **told: Any) -> None:
        """Add a line: what happened, when, and what else is told of it.

        Raises:
            OutputError: it cannot be written.
        """
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        line = msgspec.json.encode({"at": at, "run": self._run, "event": event, **told}) + b"\n"
        if self._path is None:
            self._lines.append(line)
            return
        with writing(self._path), self._path.open("ab+") as file:
            if _is_torn(file):
                file.write(b"\n")
            file.write(line)

    def __enter__(self) -> RunLog:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._lines:
            self._store.put(_NAME, (self._store.get(_NAME) or b"") + b"".join(self._lines))


def _is_torn(file: Any) -> bool:
    """Whether a run was killed in the middle of its last line."""
    if not file.tell() and not file.seek(0, 2):
        return False
    file.seek(-1, 2)
    return bool(file.read(1) != b"\n")
