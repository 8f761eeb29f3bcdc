"""Ray with strange workers: a law can end the actor that it is given to, or the whole node.

It does so once: where the file is that its text ends with, it has happened before.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

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
#: The same for what Ray lets be set, in seconds.
PATIENCE = {
    "RAY_gcs_server_request_timeout_seconds": "600",
    "RAY_gcs_rpc_server_reconnect_timeout_s": "600",
    "RAY_worker_register_timeout_seconds": "600",
    "RAY_USAGE_STATS_ENABLED": "0",
}
_BYTES = 80 * 2**20


#: What a cluster says before its address.
AT = "cluster at"


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


def cluster() -> None:
    """Be a cluster of three nodes, whose head takes no work, until standard input ends.

    In a process of its own: one whose cluster does not answer for a while, Ray ends.
    """
    import ray._private.node
    from ray.cluster_utils import Cluster

    ray._private.node.time = PATIENT
    logging.getLogger("ray").setLevel(logging.CRITICAL)
    of_node: dict[str, Any] = {"object_store_memory": _BYTES, "include_dashboard": False}
    made = Cluster(initialize_head=True, head_node_args={**of_node, "num_cpus": 0})
    for _ in range(2):
        made.add_node(**of_node, num_cpus=2)
    print(AT, made.address, flush=True)
    sys.stdin.read()
    made.shutdown()


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


if __name__ == "__main__":
    cluster()
