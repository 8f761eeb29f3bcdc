"""From the tables of a corpus to the figures of a report, a part at a time.

Of the clauses of a part no more is kept than was counted, and the words of those that an amendment
among the leading ones changes; so a report takes memory by its laws, not by their clauses.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path, PurePath

from annotator.bindings.countries import find_country
from annotator.bindings.standing import ORDER, load_standing
from annotator.corpus.report.changing import leading, unworded, weightiest
from annotator.corpus.report.falling_short import FallingShort, joined
from annotator.corpus.report.figures import (
    CorpusFigures,
    CountryFigures,
    Counts,
    Decade,
    LackingNeed,
    LawFigures,
    LeadingChange,
    UnreadFile,
)
from annotator.corpus.report.parts import LawRows, Row, law_rows, unread
from annotator.corpus.report.rows import best_status, cited, counted_as
from annotator.errors import UsageError
from annotator.library import load_commitments
from annotator.schema import STRENGTHS

#: So many amendments are shown of all laws, and of one country among several.
SHOWN, SHOWN_OF_COUNTRY = 20, 3
#: What laws are called of which the country is not known.
NOWHERE = "Country not known"
_DECADE = 10


def gather(out: str | Path, countries: Collection[str] = ()) -> CorpusFigures:
    """Count what a corpus holds.

    Args:
        out: where ``annotate corpus run`` wrote it.
        countries: ISO 3166-1 codes, whose laws alone are counted; all if there are none.

    Raises:
        UsageError: there is no corpus, or it holds no law, or none of one of the countries.
    """
    counting, known = _Counting(), set()
    for rows in law_rows(out):
        code = rows.law["country"] or ""
        known.add(code)
        if not countries or code in countries:
            counting.take(rows)
    if not known:
        raise UsageError(f"{out} holds no law: every file was refused, or the run has just begun.")
    if missing := sorted(set(countries) - known):
        named = ", ".join(sorted(known - {""})) or "none that is known"
        raise UsageError(f"{out} holds no law of {', '.join(missing)}; its countries are: {named}.")
    return counting.figures([] if countries else unread(out))


class _Counting:
    """The figures while they are counted."""

    def __init__(self) -> None:
        self._countries: dict[str, CountryFigures] = {}
        self._short: dict[str, FallingShort] = {}
        self._matters: dict[str, Counts] = defaultdict(Counts)
        self._needs: dict[tuple[str, str], LackingNeed] = {}
        self._heeding: dict[tuple[str, str], list[LawFigures]] = defaultdict(list)
        self._decades: dict[int, Decade] = {}
        self._leading: list[LeadingChange] = []
        self._wanted: Counter[str] = Counter()
        self._programs: set[str] = set()

    def take(self, rows: LawRows) -> None:
        """Count one law."""
        law = _law(rows)
        country = self._countries.setdefault(law.country, _country(law.country))
        country.laws.append(law)
        country.counts.add(law.counts)
        self._programs.add(rows.law["program"])
        self._take_matters(law, rows.findings)
        self._take_gaps(law, rows.gaps)
        self._short.setdefault(law.country, FallingShort(law.country)).take(rows)
        self._take_year(law)
        country.unworded += unworded(law, rows)
        changes = leading(law, rows)
        self._wanted.update({change.need for change in changes})
        country.changes = weightiest([*country.changes, *changes], SHOWN)
        self._leading = weightiest([*self._leading, *changes], SHOWN)

    def figures(self, refused: list[UnreadFile]) -> CorpusFigures:
        """All that was counted, in its order."""
        self._say_who_may_provide()
        standing = load_standing(load_commitments())
        for code, country in self._countries.items():
            _tell_apart(country.laws)
            country.laws.sort(key=by_level)
            country.needs.sort(key=by_strength)
            country.instruments = self._short[code].found()
            country.reservations = {
                one.instrument: one.reservation
                for one in standing.commitments(code)
                if one.reservation and code
            }
            for change in country.changes:
                change.others = self._wanted[change.need] - 1
        for change in self._leading:
            change.others = self._wanted[change.need] - 1
        # Those of no known country stand last.
        countries = sorted(self._countries.values(), key=lambda one: (not one.code, one.label))
        return CorpusFigures(
            countries=countries,
            matters=dict(sorted(self._matters.items())),
            instruments=joined(country.instruments for country in countries),
            changes=self._leading,
            decades=sorted(self._decades.values(), key=lambda one: one.begins),
            unread=refused,
            program=", ".join(sorted(self._programs)),
        )

    def _take_matters(self, law: LawFigures, findings: Iterable[Row]) -> None:
        heeded: dict[str, None] = {}
        for row in findings:
            if name := counted_as(row):
                for issue in row["issues"]:
                    self._matters[issue].of(name).count(review=row["review"])
                if name in ("met", "responsive"):
                    heeded |= dict.fromkeys(row["issues"])
        for issue in heeded:
            self._heeding[law.country, issue].append(law)

    def _take_gaps(self, law: LawFigures, gaps: Iterable[Row]) -> None:
        for row in gaps:
            best = best_status(row["citations"])
            need = self._needs.setdefault(
                (law.country, row["need"]),
                LackingNeed(
                    need=row["need"],
                    lacks=row["lacks"],
                    issue=row["issue"],
                    strength=row["strength"],
                    status=best,
                    rests_on=cited(row["citations"], best),
                    reason=row["reason"],
                ),
            )
            need.lacking.append(law)
            need.clauses += len(row["clauses"])

    def _take_year(self, law: LawFigures) -> None:
        if law.year:
            begins = law.year - law.year % _DECADE
            decade = self._decades.setdefault(begins, Decade(begins))
            decade.laws += 1
            decade.counts.add(law.counts)

    def _say_who_may_provide(self) -> None:
        """Give the needs to their countries, each with the laws that may provide it there."""
        for (code, _), need in sorted(self._needs.items()):
            lacking = {law.key for law in need.lacking}
            heeding = self._heeding.get((code, need.issue), ())
            need.perhaps = [law for law in heeding if law.key not in lacking]
            self._countries[code].needs.append(need)


def by_level(law: LawFigures) -> tuple[int, int, int, str, str]:
    """The order of laws: the lowest level first, those without one last."""
    return (law.level or 9, -law.counts.regressive.all, -law.counts.to_mend, law.title, law.key)


def by_strength(need: LackingNeed) -> tuple[int, int, int, int, str]:
    """The order of needs: the least to provide first, then what rests on what binds."""
    strength, status = STRENGTHS.index(need.strength), ORDER.index(need.status)
    return strength, status, -len(need.lacking), -need.clauses, need.need


def _law(rows: LawRows) -> LawFigures:
    row, counts = rows.law, Counts()
    for finding in rows.findings:
        if name := counted_as(finding):
            counts.of(name).count(review=finding["review"])
    return LawFigures(
        key=row["law"],
        title=row["title"] or PurePath(row["path"]).name,
        path=row["path"],
        country=row["country"] or "",
        year=row["year"] or 0,
        level=row["who_level"] or 0,
        clauses=row["clauses"],
        counts=counts,
        warnings=len(row["warnings"]),
        model=f"{row['model']} {row['model_version']}",
    )


def _tell_apart(laws: Sequence[LawFigures]) -> None:
    """Add to a title that several laws bear, as chapters of a code do, the name of their file."""
    borne = Counter(law.title for law in laws)
    for law in laws:
        if borne[law.title] > 1:
            law.title = f"{law.title} ({PurePath(law.path).name})"


def _country(code: str) -> CountryFigures:
    try:
        return CountryFigures(code, find_country(code).name if code else NOWHERE)
    except UsageError:
        # Tables that another program wrote may say what is no country: EU.
        return CountryFigures(code, code)
