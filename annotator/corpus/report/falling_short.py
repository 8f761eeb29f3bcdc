"""Where laws fall short of what binds their country: by instrument, and by place in it.

An amendment rests on commitments. Where one of them binds the country, and the place in it was
read, the clause falls short of that place. A clause counts once for a place and once for an
instrument, however many of its amendments rest on it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from annotator.corpus.report.changing import provided
from annotator.corpus.report.figures import InstrumentFigures, UnmetPlace
from annotator.corpus.report.parts import LawRows, Row
from annotator.corpus.report.rows import key_of
from annotator.library import load_commitments


class FallingShort:
    """Counts the laws of one country.

    Args:
        code: the country's.
    """

    def __init__(self, code: str) -> None:
        self._code = code
        self._places: dict[tuple[str, str], UnmetPlace] = {}

    def take(self, rows: LawRows) -> None:
        """Count one law."""
        reviews = {key_of(row): row["review"] for row in rows.findings}
        clauses: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
        asked: dict[tuple[str, str], set[tuple[str, tuple[str, str]]]] = defaultdict(set)
        for row in rows.proposals:
            key, words = key_of(row), provided(row)
            if key not in reviews:
                continue
            for place in _binding(row["citations"]):
                clauses[place].add(key)
                asked[place].add((words, key))
        lacking: dict[tuple[str, str], int] = defaultdict(int)
        for row in rows.gaps:
            for place in _binding(row["citations"]):
                lacking[place] += 1
        for place in sorted({*clauses, *lacking}):
            told = self._place(place)
            told.laws += 1
            told.lacking += lacking[place]
            for key in clauses[place]:
                told.clauses.count(review=reviews[key])
            for words, _ in asked[place]:
                told.asks[words] = told.asks.get(words, 0) + 1

    def found(self) -> list[InstrumentFigures]:
        """What was counted, the weightiest first."""
        return in_order(self._places.values())

    def _place(self, place: tuple[str, str]) -> UnmetPlace:
        return self._places.setdefault(place, UnmetPlace(*place, countries=[self._code]))


def joined(found: Iterable[list[InstrumentFigures]]) -> list[InstrumentFigures]:
    """What several countries' laws fall short of, together."""
    places: dict[tuple[str, str], UnmetPlace] = {}
    for instruments in found:
        for instrument in instruments:
            for one in (instrument.whole, *instrument.places):
                key = one.instrument, one.at
                places.setdefault(key, UnmetPlace(*key)).add(one)
    return in_order(places.values())


def in_order(places: Iterable[UnmetPlace]) -> list[InstrumentFigures]:
    """Places below their instruments, the weightiest first."""
    by_instrument: dict[str, list[UnmetPlace]] = defaultdict(list)
    for place in sorted(places, key=lambda one: one.weight):
        by_instrument[place.instrument].append(place)
    titles = {one.short: one.title for one in load_commitments().values()}
    found = [
        InstrumentFigures(
            title=titles.get(instrument, instrument),
            whole=next(one for one in own if not one.at),
            places=[one for one in own if one.at],
        )
        for instrument, own in by_instrument.items()
    ]
    return sorted(found, key=lambda one: one.whole.weight)


def _binding(citations: Iterable[Row]) -> set[tuple[str, str]]:
    """The places in instruments that bind the country, and each of these as a whole."""
    bind = [one for one in citations if one["status"] == "binds" and one["verified"]]
    return {(one["instrument"], at) for one in bind for at in ("", one["at"])}
