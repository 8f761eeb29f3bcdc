"""A node of the tree of provisions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec
from srsly import msgpack_encoders


@dataclass(slots=True)
class Provision:
    """A node of the tree.

    ``[start, end)`` is the whole provision with its number, ``body`` the offset of its first word.
    ``number`` is as cited, ``label`` as printed. ``level`` is ``section``, ``article``,
    ``subsection``, ``paragraph`` ... ``definition``, or ``attachment``.
    """

    level: str
    number: str
    label: str
    eid: str
    start: int
    body: int
    end: int
    heading: str = ""
    path: tuple[str, ...] = ()
    parent: Provision | None = None
    children: list[Provision] = field(default_factory=list)

    def walk(self) -> Iterator[Provision]:
        """This provision and all below it, in text order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def own_end(self) -> int:
        """Where its own words end: at its first child, or at its end."""
        return self.children[0].start if self.children else self.end

    def plain(self) -> dict[str, Any]:
        """It and all below it as plain values, for what writes a Doc; the way up is left out."""
        names = ("level", "number", "label", "eid", "start", "body", "end", "heading", "path")
        own = {name: getattr(self, name) for name in names}
        return own | {"children": [child.plain() for child in self.children]}

    def __json__(self) -> str:
        """Its JSON, for srsly."""
        return msgspec.json.encode(self.plain()).decode()


def _encode(obj: Any, chain: Any = None) -> Any:
    if isinstance(obj, Provision):
        return obj.plain()
    return obj if chain is None else chain(obj)


msgpack_encoders.register("annotator.segmenter", func=_encode)
