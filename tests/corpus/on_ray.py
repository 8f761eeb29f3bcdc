"""Ray with strange workers: a law can end the actor that it is given to, or the whole node.

It does so once: where the file is that its text ends with, it has happened before.
"""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from types import SimpleNamespace

import psutil

from annotator.corpus import apart, ray_driver, ray_engine
from annotator.corpus.ray_driver import BatchActor
from tests.corpus import strange

DRIVER = ray_engine._START.replace("annotator.corpus.ray_driver", "tests.corpus.on_ray")
WORKER = strange.START.replace(
    "from tests.corpus.strange import main", "from tests.corpus.on_ray import worker as main"
)
assert DRIVER != ray_engine._START
assert WORKER != strange.START

#: What a node of Ray has for its clock while it starts: after 30 seconds, which nothing sets, it
#: would give up, and on a busy machine it needs more.
PATIENT = SimpleNamespace(**{**vars(time), "monotonic": lambda: time.monotonic() / 20})
#: The same for what Ray lets be set.
PATIENCE = {
    f"RAY_{name}_seconds": "600"
    for name in ("gcs_server_request_timeout", "worker_register_timeout")
}


class StrangeActor(BatchActor):
    def __init__(self, job: bytes, folder: str) -> None:
        apart._START = WORKER
        super().__init__(job, folder)


def main() -> None:
    """Drive Ray."""
    import ray._private.node

    ray._private.node.time = PATIENT
    ray_driver.BatchActor = StrangeActor  # type: ignore[misc]
    ray_driver.main()


def worker() -> None:
    """Be a worker."""
    strange.DEEDS |= {"end-actor": _end_actor, "end-node": _end_node}
    strange.main()


def _end_actor(text: str) -> None:
    _end_once(text, os.getppid())


def _end_node(text: str) -> None:
    _end_once(text, psutil.Process(os.getppid()).ppid())


def _end_once(text: str, process: int) -> None:
    mark = Path(text.split()[-1])
    if not mark.exists():
        mark.touch()
        os.kill(process, signal.SIGKILL)
        # Until this process, too, is ended.
        signal.pause()
