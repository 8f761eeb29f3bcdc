"""What the server does by its task queue: exports, and many clauses at once."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from doccano_client import DoccanoClient

from annotator.errors import RoundError
from annotator.rounds.doccano.session import ServerLost, Session

_WORKER_SECONDS = 45
_TASK_SECONDS = 600


class TaskQueue:
    """The task queue of a server.

    Args:
        url: where the server is.
        client: whose account asks.
        session: that client's.
    """

    def __init__(self, url: str, client: DoccanoClient, session: Session) -> None:
        self._url = url
        self._client = client
        self._session = session

    @property
    def runs(self) -> bool:
        """Whether somebody works it off, as the server's health check sees it."""
        answer = self._session.get(f"{self._url}/v1/health/", params={"format": "json"})
        if "json" not in answer.headers.get("content-type", ""):
            return False
        states = [str(value) for name, value in answer.json().items() if "elery" in name]
        return all(value in ("OK", "working") for value in states)

    def need(self) -> None:
        """Say within a minute that no task queue runs, rather than wait for ever.

        Raises:
            RoundError: none does.
        """
        end = time.monotonic() + _WORKER_SECONDS
        while not self.runs:
            if time.monotonic() > end:
                raise RoundError(
                    f"The task queue of the doccano server at {self._url} does not run, and "
                    "without it nothing can be pulled: start it there with `doccano task` (a local "
                    "server: `make doccano`), then run this again."
                )
            time.sleep(1)

    def export(self, project: int, folder: Path) -> Path:
        """Have the server write what members confirmed, and fetch the archive into ``folder``."""
        repository = self._client._data_export_repository
        option = repository.find_option_by_name(project, "JSONL")
        task = repository.schedule_download(project, option, only_approved=True)
        error = self._await(task).error
        if error:
            raise RoundError(f"The server could not export: {error}; try again.")
        return Path(repository.download(project, task, str(folder)))

    def bring(self, project: int, rows: Sequence[tuple[str, Mapping[str, str]]]) -> None:
        """Put many clauses into a project, in their order: a file of them, and one task.

        A task that fails may have put in a part, and the server would try it again: its file is
        taken away, so that a later try finds nothing to put in.

        Raises:
            ServerLost: it failed, or was not heard of; what arrived is to be looked for.
        """
        repository = self._client._data_import_repository
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "clauses.jsonl"
            # All keys in each line, an empty list of labels, ASCII: what the server guesses well.
            lines = [json.dumps({"text": text, "label": [], **meta}) for text, meta in rows]
            path.write_text("\n".join(lines) + "\n", encoding="ascii")
            file = repository.upload(str(path))
        try:
            task = repository.ingest(
                project,
                [file],
                "DocumentClassification",
                "JSONL",
                column_data="text",
                column_label="label",
                encoding="utf_8",
            )
            status = self._await(task)
            wrong = status.error or (status.result or {}).get("error")
        except RoundError as error:
            wrong = error
        if wrong:
            with suppress(Exception):
                repository.delete(file)
            raise ServerLost(f"The doccano server at {self._url} could not take clauses: {wrong}")

    def _await(self, task: str) -> Any:
        end = time.monotonic() + _TASK_SECONDS
        while time.monotonic() < end:
            status = self._client._task_status_repository.get(task)
            if status.ready:
                return status
            time.sleep(0.3)
        raise RoundError(
            f"The server's task queue took more than {_TASK_SECONDS // 60} minutes: see whether "
            "it runs, and try again."
        )
