"""What a report says as tables, for spreadsheets and for programs.

A page shows the first of many laws and of many files that were not read; tables have them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from annotator.corpus.report.figures import (
    CorpusFigures,
    CountryFigures,
    Counts,
    LawFigures,
)
from annotator.corpus.report.telling import LEVELS, least_of, said
from annotator.corpus.report.wording import heeded

#: What a cell holds; a share is a ``float``, and nothing where there is none.
TableCell = str | int | float | None

#: How clauses are counted, two columns a label.
_COUNTED = {
    "regressive": "discriminates",
    "blind": "takes no account",
    "met": "met by its section",
    "responsive": "takes account",
}


#: The column of the share of clauses that take gender into account, of those in which it matters.
SHARE = "share that takes account"


class ReportTable(msgspec.Struct, frozen=True):
    """A table: the name of its file, what it is called, its columns with a width, and its rows."""

    name: str
    title: str
    columns: dict[str, int]
    rows: list[tuple[TableCell, ...]]


def tables(figures: CorpusFigures) -> list[ReportTable]:
    """All tables of a report, in the order of its page."""
    return [
        ReportTable("laws", "Laws", _LAWS, list(_each(figures, _laws))),
        ReportTable("amendments", "Change first", _CHANGES, list(_changes(figures))),
        ReportTable("redraft", "Redraft by hand", _UNWORDED, list(_unworded(figures))),
        ReportTable("lacking", "Lacking", _NEEDS, list(_each(figures, _needs))),
        ReportTable("commitments", "Commitments", _PLACES, list(_each(figures, _places))),
        ReportTable("matters", "Matters", _MATTERS, list(_matters(figures))),
        ReportTable("years", "Years", _YEARS, list(_years(figures))),
        ReportTable("countries", "Countries", _COUNTRIES, list(map(_country, figures.countries))),
        ReportTable(
            "unread",
            "Not read",
            _UNREAD,
            [(one.path, one.kind, one.reason) for one in figures.unread],
        ),
    ]


_TALLIES = {f"{words}, {how}": 12 for words in _COUNTED.values() for how in ("sure", "for review")}
_COUNTS = {"gender matters in": 12, SHARE: 12, **_TALLIES}
_LAWS = {
    "country": 18,
    "law": 50,
    "year": 8,
    "WHO level": 8,
    "clauses": 9,
    **_COUNTS,
    "read with doubt at": 12,
    "file": 40,
    "sha256": 20,
}
_CHANGES = {
    "rank": 6,
    "country": 16,
    "law": 34,
    "where": 24,
    "new section": 9,
    "label": 12,
    "for review": 9,
    "what it provides, or why": 44,
    "instruction": 60,
    "rests on": 30,
    "status": 12,
    "weight": 9,
    "wanted in other laws": 10,
}
_UNWORDED = {"country": 16, "law": 40, "where": 20, "for review": 9, "sure": 8, "text": 90}
_NEEDS = {
    "country": 18,
    "what is lacking": 60,
    "no law provides it": 10,
    "matter": 16,
    "strength": 11,
    "laws that lack it": 10,
    "their titles": 50,
    "clauses that call for it": 10,
    "perhaps provided by": 40,
    "status": 12,
    "rests on": 40,
    "reason": 60,
    "need": 26,
}
_PLACES = {
    "country": 18,
    "instrument": 34,
    "place": 20,
    "clauses, sure": 10,
    "clauses, for review": 10,
    "laws": 8,
    "lacking altogether": 10,
    "what is wanted": 70,
    "reservation": 60,
}
_MATTERS = {"matter": 20, **_TALLIES}
_YEARS = {"decade": 10, "laws": 8, **_COUNTS}
_COUNTRIES = {
    "country": 22,
    "code": 7,
    "laws": 8,
    "clauses": 9,
    **{f"level {level}": 8 for level in LEVELS},
    "without level": 9,
    **_COUNTS,
    "minimum safeguards, no law": 12,
}
_UNREAD = {"file": 60, "kind": 12, "reason": 90}


def _each(
    figures: CorpusFigures, rows: Callable[[CountryFigures], Iterator[tuple[TableCell, ...]]]
) -> Iterator[tuple[TableCell, ...]]:
    for country in figures.countries:
        yield from rows(country)


def _laws(country: CountryFigures) -> Iterator[tuple[TableCell, ...]]:
    for law in country.laws:
        yield (
            country.label,
            law.title,
            law.year or None,
            law.level or None,
            law.clauses,
            law.counts.bearing,
            _share(law.counts),
            *_tallies(law.counts),
            law.warnings,
            law.path,
            law.key,
        )


def _changes(figures: CorpusFigures) -> Iterator[tuple[TableCell, ...]]:
    names = {country.code: country.label for country in figures.countries}
    for at, one in enumerate(figures.changes, 1):
        yield (
            at,
            names[one.law.country],
            one.law.title,
            "; ".join(clause.place for clause in one.clauses),
            _yes(one.new_section),
            one.label,
            _yes(one.review),
            said(one),
            " | ".join((one.instruction, *one.further)),
            "; ".join(one.rests_on),
            one.status,
            one.effect,
            one.others,
        )


def _unworded(figures: CorpusFigures) -> Iterator[tuple[TableCell, ...]]:
    names = {country.code: country.label for country in figures.countries}
    for one in figures.unworded:
        clause = one.clause
        review = _yes(clause.review)
        where = names[one.law.country], one.law.title, clause.place
        yield (*where, review, clause.confidence, clause.text)


def _needs(country: CountryFigures) -> Iterator[tuple[TableCell, ...]]:
    for one in country.needs:
        yield (
            country.label,
            one.lacks,
            _yes(one.nowhere),
            one.issue,
            one.strength,
            len(one.lacking),
            _titles(one.lacking),
            one.clauses,
            _titles(one.perhaps),
            one.status,
            "; ".join(one.rests_on),
            one.reason,
            one.need,
        )


def _places(country: CountryFigures) -> Iterator[tuple[TableCell, ...]]:
    for instrument in country.instruments:
        for one in (instrument.whole, *instrument.places):
            yield (
                country.label,
                one.instrument,
                one.at or "(the whole)",
                one.clauses.sure,
                one.clauses.review,
                one.laws,
                one.lacking,
                " | ".join(one.asked(3)) if one.at else "",
                "" if one.at else country.reservations.get(one.instrument, ""),
            )


def _matters(figures: CorpusFigures) -> Iterator[tuple[TableCell, ...]]:
    for issue, counts in figures.matters.items():
        yield (issue, *_tallies(counts))


def _years(figures: CorpusFigures) -> Iterator[tuple[TableCell, ...]]:
    for one in figures.decades:
        share = _share(one.counts)
        yield (f"{one.begins}s", one.laws, one.counts.bearing, share, *_tallies(one.counts))


def _country(country: CountryFigures) -> tuple[TableCell, ...]:
    levels = [sum(law.level == level for law in country.laws) for level in (*LEVELS, 0)]
    return (
        country.label,
        country.code,
        len(country.laws),
        country.clauses,
        *levels,
        country.counts.bearing,
        _share(country.counts),
        *_tallies(country.counts),
        len(least_of(country)),
    )


def _tallies(counts: Counts) -> Iterator[int]:
    for name in _COUNTED:
        tally = counts.of(name)
        yield tally.sure
        yield tally.review


def _share(counts: Counts) -> float | None:
    return heeded(counts) if counts.bearing else None


def _titles(laws: list[LawFigures]) -> str:
    return "; ".join(law.title for law in laws)


def _yes(told: bool) -> str:
    return "yes" if told else "no"
