"""How much work something is, counted and not timed, so that a busy machine changes nothing."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def lines_run(work: Callable[[], object]) -> int:
    """The lines of Python that ``work`` runs, each turn of a loop anew."""
    count = 0

    def on_line(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return on_line

    before = sys.gettrace()
    sys.settrace(on_line)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


class CountedPattern:
    """A regular expression that counts the characters which it is given to look through."""

    def __init__(self, pattern: Any) -> None:
        self.pattern = pattern
        self.characters = 0

    def _counting(self, name: str, text: str, pos: int, endpos: int) -> Any:
        self.characters += max(min(endpos, len(text)) - pos, 0)
        return getattr(self.pattern, name)(text, pos, endpos)

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Any:
        return self._counting("search", text, pos, endpos)

    def finditer(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Any:
        return self._counting("finditer", text, pos, endpos)
