"""Marks what compiles regular expressions of the program's own words, and never of a law's.

Compiled, such expressions may be kept from one run of the program to the next
(:mod:`annotator.commands.kept_patterns`); those made of a law's words must not be.
"""

from __future__ import annotations

from collections.abc import Callable
from types import CodeType, FrameType
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

_MARKED: set[CodeType] = set()


def lasting(function: Callable[P, R]) -> Callable[P, R]:
    """Mark a function all of whose expressions come from the program and its data."""
    _MARKED.add(function.__code__)
    return function


def is_lasting(frame: FrameType | None) -> bool:
    """Whether what a frame does is done for a marked function, or for a module being imported."""
    while frame is not None:
        if frame.f_code in _MARKED:
            return True
        if frame.f_code.co_name == "<module>":
            spec = frame.f_globals.get("__spec__")
            return bool(getattr(spec, "_initializing", False))
        frame = frame.f_back
    return False
