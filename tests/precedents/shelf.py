"""Laws written for the tests, and an index of clauses that no network has read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from annotator.precedents import KeptClause, KeptLaw, PrecedentIndex

MODEL = "en_test 1.0"
#: A law whose second section surely takes gender into account.
PORTS_ACT = """\
PORTS ACT 1999

Search
1. (1) An officer may search a person who lands.
(2) A woman shall be searched only by a woman officer, in private and with respect for her dignity.

Fees
2. A fee is paid for each ship.
"""
HARBOUR_BILL = """\
HARBOUR BILL

Search
1. An officer may search any person who enters the harbour.

Fees
2. A fee is paid for each ship.
"""


def law(name: str, country: str = "ZM", **more: str) -> KeptLaw:
    given = {"sha256": f"sha of {name}", "title": f"{name} Act", "date": "", "model": MODEL, **more}
    return KeptLaw(path=f"/laws/{name}.txt", country=country, added="2026-11-30T08:00:00", **given)


def clause(text: str, number: str = "1(2)", **more: str) -> KeptClause:
    given = {"heading": "", "lead_in": "", **more}
    return KeptClause(
        number=number,
        eid="sec_1__subsec_2",
        text=text,
        confidence=0.9,
        issues=("search", "equality"),
        **given,
    )


def states(*rows: Sequence[float]) -> np.ndarray:
    return np.array(rows, dtype=np.float16)


def kept(path: Path, *laws: tuple[KeptLaw, str]) -> PrecedentIndex:
    """An index of laws with a clause each, all of them alike."""
    index = PrecedentIndex(path, make=True)
    for one, words in laws:
        index.keep(one, [clause(words)], states((1.0, 0.0)))
    return index
