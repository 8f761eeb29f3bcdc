"""``python -m annotator.measuring readings``: what readers held of the amendments.

``docs/readings/N.jsonl`` has a line for each proposal that was read: law, number, template, from 6
on the label and confidence of its clause, and the ``verdicts`` of two readers, A and B, who did not
know each other's. A new section, for what a law lacks, has ``section:`` and its need for template.
``docs/reading-rubric.md`` says by what they judged, and of what.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from annotator.proposer.fitting import LEAST_CONFIDENCE
from annotator.schema import Struct

_READERS = ("A", "B")
_WIDTH = 30  # of what a row is called


class Verdict(Struct, frozen=True):
    """Whether one reader accepts a proposal, and holds its clause rightly flagged, if asked."""

    acceptable: bool
    flag_right: bool | None = None


class ReadProposal(Struct, frozen=True):
    """A proposal, by its law and template, and what each reader held of it.

    ``label`` and ``confidence`` are those of its clause as it was classified, if they were kept.
    """

    law: str
    verdicts: dict[str, Verdict]
    template: str = ""
    label: str = ""
    confidence: float | None = None

    @property
    def is_section(self) -> bool:
        """Whether it is a new section, and amends no clause."""
        return self.template.startswith("section:")


def readings(folder: Path) -> dict[int, list[ReadProposal]]:
    """The proposals of every reading in a folder, by its number.

    Raises:
        msgspec.ValidationError: a line is no verdict.
    """
    decode = msgspec.json.Decoder(ReadProposal).decode_lines
    paths = {int(path.stem): path for path in folder.glob("[0-9]*.jsonl")}
    return {number: decode(path.read_bytes()) for number, path in sorted(paths.items())}


def table(read: dict[int, list[ReadProposal]], *, by_law: bool = False) -> str:
    """A line for each reading: how many each reader accepts, of all and of the rightly flagged.

    Below it, where new sections were read too, a line for the amendments and one for those; one for
    the proposals whose clauses are blind with so little confidence that they would have no words
    now; and one for each law, if they are asked for.
    """
    heads = ("laws", "read", "A", "B", "agree", "both: flag right", "A", "B")
    rows = [_row("", heads)]
    for number, proposals in read.items():
        rows.append(_row(f"reading {number}", _cells(proposals)))
        if new := [one for one in proposals if one.is_section]:
            amending = [one for one in proposals if not one.is_section]
            rows.append(_row("  amendments", _cells(amending)))
            rows.append(_row("  new sections", _cells(new)))
        if doubtful := [one for one in proposals if is_doubtful(one)]:
            rows.append(_row(f"  blind, under {LEAST_CONFIDENCE:.0%} sure", _cells(doubtful)))
        for law in sorted({one.law for one in proposals}) if by_law else ():
            of_law = [one for one in proposals if one.law == law]
            rows.append(_row(f"  {law[: _WIDTH - 4]}", _cells(of_law)))
    return "\n".join(rows)


def _row(name: str, cells: Sequence[str]) -> str:
    widths = (6, 6, 12, 12, 12, 18, 12, 12)
    told = "".join(f"{cell:>{wide}}" for cell, wide in zip(cells, widths, strict=True))
    return f"{name:<{_WIDTH}}{told}"


def is_doubtful(one: ReadProposal) -> bool:
    """Whether the clause is blind with so little confidence that it would have no words now."""
    return one.label == "blind" and (one.confidence or 0) < LEAST_CONFIDENCE


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
