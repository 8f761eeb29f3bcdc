"""Reads one YAML file of the library, and tells on which line each of its entries stands.

Files may be somebody else's: only plain data is read, and neither a file that is too large nor one
whose aliases would unfold without end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from annotator.errors import LibraryError

#: Some twenty times the largest of ours.
_LARGEST = 1_000_000

# libyaml reads the library several times faster; both loaders are safe.
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Repeated(Exception):
    """A key that a mapping has twice, of which YAML would keep the last without a word."""


class YamlFile:
    """The data of a file, and the lines on which its parts stand.

    Args:
        path: of the file.

    Raises:
        LibraryError: it cannot be read, is too large, is no plain YAML, or names a key twice.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._root, self.value = _loaded(_bytes(path))
        except _Repeated as error:
            raise LibraryError(f"{path.name} {error}") from error
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            # ValueError: a date such as 2020-13-45; RecursionError: a thousand brackets
            where = getattr(error, "problem_mark", None)
            line = f" line {where.line + 1}" if where else ""
            raise LibraryError(f"{path.name}{line}: is not valid YAML.") from error

    def line(self, *steps: str | int) -> int:
        """The line of the part that is reached by keys and positions; of the last that is there."""
        node = self._root
        line = node.start_mark.line if node else 0
        for step in steps:
            node = _child(node, step)
            if node is None:
                break
            line = node.start_mark.line
        return int(line) + 1


def steps(path: str) -> Iterator[str | int]:
    """The keys and positions in a path as msgspec writes it.

    >>> list(steps("$.forms[0].when.any"))
    ['forms', 0, 'when', 'any']
    """
    for key, position in re.findall(r"\.(\w+)|\[(\d+)\]", path):
        yield key or int(position)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise LibraryError(f"{path}: cannot be read ({error.strerror}).") from error
    if len(data) > _LARGEST:
        raise LibraryError(f"{path}: is larger than {_LARGEST:,} bytes: split it into several.")
    return data


def _loaded(data: bytes) -> tuple[Any, Any]:
    loader = _SafeLoader(data)
    try:
        root = loader.get_single_node()
        if root is None:
            return None, None
        _refuse(root)
        return root, loader.construct_document(root)
    finally:
        loader.dispose()


def _refuse(root: Any) -> None:
    """Refuse aliases and repeated keys.

    An alias is the same node again; ten lines of aliases of aliases are a billion entries.
    """
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            raise yaml.MarkedYAMLError(problem_mark=node.start_mark)
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            _refuse_repeated(node)
        for child in node.value if isinstance(node, yaml.CollectionNode) else ():
            waiting.extend(child if isinstance(child, tuple) else (child,))


def _refuse_repeated(node: Any) -> None:
    seen: set[str] = set()
    for key in (key for key, _ in node.value if isinstance(key, yaml.ScalarNode)):
        if key.value in seen:
            raise _Repeated(f"line {key.start_mark.line + 1}: has {key.value} twice.")
        seen.add(key.value)


def _child(node: Any, step: str | int) -> Any:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step]
    return None
