"""Small laws in versions, and what each clause of one is in the other."""

from __future__ import annotations

from annotator.aligning import Link, align
from annotator.schema import Clause
from annotator.segmenter import segment

#: A port act of five sections.
OLD = """\
Harbour master
1. The Minister shall appoint a harbour master for each port of the Republic.

Berths
2. (1) The harbour master allots berths to vessels in the order in which they arrive.
(2) A vessel that carries livestock may be given a berth before any other vessel.

Pilots
3. No vessel over five hundred tons shall enter a port without a licensed pilot on board.

Dues
4. (1) The owner of a vessel pays harbour dues by the tonnage of the vessel.
(2) Dues that are not paid within thirty days bear interest at six per cent a year.

Appeals
5. Whoever is aggrieved by a decision of the harbour master may appeal to the Port Tribunal.
"""


def cut(text: str) -> tuple[Clause, ...]:
    """The clauses of a law."""
    return tuple(segment(text).clauses)


def told(old: str, new: str) -> list[str]:
    """What became of each clause, a line each: ``2(1) -> 3(1) renumbered``."""
    before, after = cut(old), cut(new)
    return [_line(link, before, after) for link in align(before, after)]


def _line(link: Link, old: tuple[Clause, ...], new: tuple[Clause, ...]) -> str:
    numbers = [
        "+".join(clauses[at].number for at in places)
        for clauses, places in ((old, link.old), (new, link.new))
    ]
    kinds = [name for name in ("moved", "renumbered") if getattr(link, name)]
    if link.old and link.new and not link.is_same:
        kinds.append("changed")
    return " ".join((f"{numbers[0]} -> {numbers[1]}".strip(), *kinds))
