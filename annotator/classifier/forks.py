"""Forked processes, as ``nlp.pipe(n_process=2)`` makes them where the system can fork.

A fork has its parent's objects and none of its threads. A session of onnxruntime would wait for
them for ever, in use and in being closed; tokenizers looks after itself, but says so at length on
standard error unless its environment variable is set. What the parent has left to its garbage
collector, a session maybe, no fork of it collects.
"""

from __future__ import annotations

import gc
import os
from functools import cache
from typing import Any

_VARIABLE = "TOKENIZERS_PARALLELISM"

_SET_BY_US: list[str] = []
_OF_THE_PARENT: list[Any] = []


@cache
def prepare_for_forks() -> None:
    """From now on, have forks of this process tokenize in one thread and close nothing of its."""
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(before=_before, after_in_parent=_after, after_in_child=gc.freeze)


def lay_aside(session: Any) -> None:
    """Keep a session that belongs to the parent: never used again, and never closed."""
    _OF_THE_PARENT.append(session)


def _before() -> None:
    if _VARIABLE not in os.environ:
        os.environ[_VARIABLE] = "false"
        _SET_BY_US.append(_VARIABLE)


def _after() -> None:
    while _SET_BY_US:
        os.environ.pop(_SET_BY_US.pop(), None)
