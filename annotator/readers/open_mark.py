"""A provision of a law whose file marks it, while the law is set out line by line."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.eids import ELEMENTS
from annotator.readers.dialect import Level
from annotator.readers.traced import Traced
from annotator.source import Marked


@dataclass(slots=True, eq=False)
class OpenMark:
    """A provision that is being set; where it stands is -1 as long as that is not known."""

    level: Level
    depth: int
    eid: str
    cited: str
    label: Traced
    heading: Traced
    run_in: Traced
    start: int = -1
    body: int = -1
    end: int = -1
    listed: bool = False  # whether items stand in it so far
    said: bool = False  # whether words stand in it so far, and not headings alone

    def frozen(self) -> Marked:
        """As the markup of the law has it."""
        return Marked(
            kind=self.level.kind,
            depth=self.depth,
            start=self.start,
            body=self.body,
            end=max(self.end, self.body),
            word=self.level.word,
            label=self.label.text,
            heading=_title(self.heading.text or self.run_in.text),
            eid=self.eid,
            cited=self.cited,
            divides=self.level.divides,
        )


def is_one(level: Level, label: Traced, heading: Traced) -> bool:
    """Whether a level has what makes it a provision: a number, or a name, or its own kind."""
    if level.kind == "item":
        return bool(label or level.word)
    return bool(label or heading) or level.kind == "unit" or ELEMENTS.get(level.word) == "att"


def _title(heading: str) -> str:
    """A heading without the marks behind it that part it from words in its line."""
    bare = heading.rstrip(" —–-:")
    return bare.removesuffix(".") if bare != heading else heading
