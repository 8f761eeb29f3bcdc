"""``python -m annotator.measuring readings``: what readers held of the amendments.

``docs/readings/N.jsonl`` has a line for each proposal that was read: law, number, template, and the
``verdicts`` of two readers, A and B, who did not know each other's. ``docs/reading-rubric.md`` says
by what they judged, and of what.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from annotator.schema import Struct

_READERS = ("A", "B")


class Verdict(Struct, frozen=True):
    """Whether one reader accepts a proposal, and holds its clause rightly flagged, if asked."""

    acceptable: bool
    flag_right: bool | None = None


class ReadProposal(Struct, frozen=True):
    """A proposal, by its law, and what each reader held of it."""

    law: str
    verdicts: dict[str, Verdict]


def readings(folder: Path) -> dict[int, list[ReadProposal]]:
    """The proposals of every reading in a folder, by its number.

    Raises:
        msgspec.ValidationError: a line is no verdict.
    """
    decode = msgspec.json.Decoder(ReadProposal).decode_lines
    return {int(path.stem): decode(path.read_bytes()) for path in sorted(folder.glob("*.jsonl"))}


def table(read: dict[int, list[ReadProposal]]) -> str:
    """A line for each reading: how many each reader accepts, of all and of the rightly flagged."""
    heads = ("laws", "read", "A", "B", "agree", "both: flag right", "A", "B")
    widths = (6, 6, 12, 12, 12, 18, 12, 12)
    rows = [" " * 9 + "".join(f"{head:>{wide}}" for head, wide in zip(heads, widths, strict=True))]
    for number, proposals in read.items():
        cells = _cells(proposals)
        line = "".join(f"{cell:>{wide}}" for cell, wide in zip(cells, widths, strict=True))
        rows.append(f"reading {number}{line}")
    return "\n".join(rows)


def _cells(proposals: Sequence[ReadProposal]) -> tuple[str, ...]:
    right = [one for one in proposals if all(one.verdicts[r].flag_right for r in _READERS)]
    agreed = sum(one.verdicts["A"].acceptable == one.verdicts["B"].acceptable for one in proposals)
    return (
        str(len({one.law for one in proposals})),
        str(len(proposals)),
        *(_accepted(proposals, reader) for reader in _READERS),
        _share(agreed, len(proposals)),
        str(len(right) or "·"),
        *(_accepted(right, reader) if right else "·" for reader in _READERS),
    )


def _accepted(proposals: Sequence[ReadProposal], reader: str) -> str:
    return _share(sum(one.verdicts[reader].acceptable for one in proposals), len(proposals))


def _share(part: int, whole: int) -> str:
    return f"{part} ({part / whole:.0%})"
