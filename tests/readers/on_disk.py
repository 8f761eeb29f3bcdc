"""A file as an editor shows it: what stands at a region, found without the reader's own code."""

import re

from annotator.source import Region, Source


class OnDisk:
    """The decoded text of a file, by line and column."""

    def __init__(self, text: str) -> None:
        self.lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$|(?<![^\r\n])$", text)

    def at(self, region: Region) -> str:
        """The characters of a region."""
        first, last = region.start_line - 1, region.end_line - 1
        if first == last:
            return self.lines[first][region.start_column - 1 : region.end_column - 1]
        return "".join(
            (
                self.lines[first][region.start_column - 1 :],
                *self.lines[first + 1 : last],
                self.lines[last][: region.end_column - 1],
            )
        )


def has_origin(source: Source, offset: int) -> bool:
    """Whether the character stands in the file, or was put in by the reader."""
    region = source.region(offset, offset + 1)
    assert region is not None
    return (region.start_line, region.start_column) != (region.end_line, region.end_column)
