"""A provision while the tree is built; :meth:`Node.frozen` makes it the schema's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from annotator.schema import Provision


@dataclass(slots=True)
class Node:
    """A provision of the tree, with the fields of :class:`~annotator.schema.Provision`.

    ``path`` holds the headings above it, outermost first. ``own_stop`` is where the words end that
    stand before the first provision in it; None where they run to it.
    """

    word: str
    number: str
    label: str
    eid: str
    start: int
    body: int
    end: int
    heading: str = ""
    path: tuple[str, ...] = ()
    children: list[Node] = field(default_factory=list)
    own_stop: int | None = None

    def walk(self) -> Iterator[Node]:
        """This provision and all below it, in text order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(node.children)

    def own_end(self) -> int:
        """Where its own words end: at its first child, or at its end."""
        if self.own_stop is not None:
            return self.own_stop
        return self.children[0].start if self.children else self.end

    def frozen(self) -> Provision:
        """The provision as it leaves the segmenter."""
        return Provision(
            eid=self.eid,
            word=self.word,
            number=self.number,
            label=self.label,
            heading=self.heading,
            start=self.start,
            body=self.body,
            end=self.end,
            items=tuple(child.frozen() for child in self.children),
        )


def close_children(provision: Node) -> None:
    """Let each child end where the next one begins."""
    end = provision.end
    for child in reversed(provision.children):
        child.end = end
        end = child.start
        close_children(child)
