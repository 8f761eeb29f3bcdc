"""What readers held of precedents, which ``python -m annotator.measuring readings`` prints too.

``docs/readings/precedents-N.jsonl`` has a line for each precedent that was read: the amendment by
its number on the sheet, its law, provision and template, the precedent's law, provision and
country, and the ``verdicts`` of two readers, A and B, who did not know each other's. By what they
judged says the sheet (:mod:`annotator.measuring.precedents_sheet`).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, get_args

import msgspec

from annotator.agreement import coefficients, cohen_kappa
from annotator.schema import Struct

Held = Literal["apt", "partly", "not"]
_HELD = get_args(Held)


class PrecedentVerdict(Struct, frozen=True):
    """What one reader holds of a precedent, and why it is not apt."""

    verdict: Held
    why: str = ""


class ReadPrecedent(Struct, frozen=True):
    """A precedent of the amendment of that number, and what each reader held of it."""

    amendment: int
    verdicts: dict[Literal["A", "B"], PrecedentVerdict]


def precedent_readings(folder: Path) -> dict[str, list[ReadPrecedent]]:
    """The precedents of every reading in a folder, by its name.

    Raises:
        msgspec.ValidationError: a line is no verdict.
    """
    decode = msgspec.json.Decoder(ReadPrecedent).decode_lines
    return {
        path.stem: decode(path.read_bytes()) for path in sorted(folder.glob("precedents-*.jsonl"))
    }


def precedents_told(read: dict[str, list[ReadPrecedent]]) -> str:
    """A paragraph for each reading: each reader's verdicts apart, and how far the two agree."""
    return "\n\n".join(_told(name, precedents) for name, precedents in read.items())


def _told(name: str, precedents: Sequence[ReadPrecedent]) -> str:
    count = len({one.amendment for one in precedents})
    lines = [f"{name}: {len(precedents)} precedents of {count} amendments"]
    votes = [(one.verdicts["A"].verdict, one.verdicts["B"].verdict) for one in precedents]
    for place, reader in enumerate("AB"):
        own = [pair[place] for pair in votes]
        lines.append(
            f"  {reader}: {', '.join(_share(own.count(held), own, held) for held in _HELD)}"
        )
    both = [first for first, second in votes if first == second]
    lines.append(f"  both: {', '.join(_share(both.count(held), votes, held) for held in _HELD)}")
    if measured := coefficients(votes, _HELD):
        kappa = cohen_kappa(votes)
        lines.append(
            f"  agreement {measured.same.value:.0%}, AC1 {measured.ac1.value:.2f}"
            + (f", kappa {kappa:.2f}" if kappa is not None else "")
        )
    return "\n".join(lines)


def _share(count: int, of: Sequence[object], held: str) -> str:
    return f"{held} {count} ({count / len(of):.0%})"
