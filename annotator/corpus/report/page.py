"""The report as a page for a browser: one file, that works from the disk and runs no script.

It is to be read in words from the top: what was found in short, then each matter with a picture and
a table. Whatever laws say is escaped, nothing is fetched, and the same figures give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import msgspec
from markupsafe import Markup

from annotator.corpus.ours import PAGE
from annotator.corpus.report import drawing
from annotator.corpus.report.figures import CorpusFigures, CountryFigures, LackingNeed, LawFigures
from annotator.corpus.report.gathering import SHOWN, SHOWN_OF_COUNTRY, by_level, by_strength
from annotator.corpus.report.limiting import limits
from annotator.corpus.report.telling import (
    FEW_CLAUSES,
    LEVELS,
    MEANINGS,
    headline,
    in_short,
    least_of,
    profile,
    said,
    title,
    unbound,
    years_told,
)
from annotator.corpus.report.wording import (
    counted,
    joined,
    law_named,
    number,
    percent,
    sentence,
    share_of,
)
from annotator.lang import language
from annotator.one_line import UNPRINTABLE
from annotator.schema import Strength
from annotator.writers.html_page import policy, sheets, skeleton

_WEB = Path(__file__).with_name("web")
#: Of laws and of files that were not read; tables have them all.
_MOST_LAWS, _MOST_UNREAD = 200, 100
#: More countries than these have no room for a column each.
_MOST_COLUMNS = 14
#: Of a clause, and of an instruction.
_MOST_CHARACTERS = 1500
_STRENGTHS = {"minimum": "minimum", "standard": "good practice", "ambitious": "ambitious"}
_LEVEL_LOOKS = [(f"level-{level}", f"{level} {name}") for level, name in LEVELS.items()]
_LOOKS = [
    ("regressive", MEANINGS["regressive"]),
    ("blind", "takes no account of gender"),
    ("responsive", "takes account of it"),
    ("met", "blind, but met by its section"),
    ("regressive-review", "hatched: for review"),
]


class LackingRow(msgspec.Struct):
    """A need with the codes of countries: no law of ``none`` provides it, one of ``some`` may."""

    lacks: str
    strength: Strength
    none: list[str] = msgspec.field(default_factory=list)
    some: list[str] = msgspec.field(default_factory=list)


def is_untouched(file: BinaryIO) -> bool:
    """Whether a file begins as a page does that was written here."""
    return file.read(len(PAGE)) == PAGE


def write(figures: CorpusFigures, out: BinaryIO) -> None:
    """Write the page, in UTF-8."""
    style = sheets(_WEB)
    several = len(figures.countries) > 1
    say = language("en").phrases
    laws = sorted(figures.laws, key=by_level)
    names = {country.code: country.name for country in figures.countries}
    html = skeleton(_WEB).render(
        figures=figures,
        title=title(figures),
        several=several,
        named_countries=sum(map(bool, names)),
        labels_of={country.code: country.label for country in figures.countries},
        clauses=sum(law.clauses for law in laws),
        parts=_parts(figures),
        short=in_short(figures),
        laws=laws[:_MOST_LAWS],
        left_out=len(laws[_MOST_LAWS:]),
        matrix=list(_matrix(figures.countries)),
        columns=figures.countries if len(figures.countries) <= _MOST_COLUMNS else [],
        named=lambda codes: joined([names[code] for code in codes]),
        needs_of=_needs_of,
        unbound=unbound(figures),
        unworded=figures.unworded[:SHOWN],
        years=list(years_told(figures)),
        limits=limits(figures),
        unread=figures.unread[:_MOST_UNREAD],
        labels=say.LABELS,
        issue=say.issue,
        issues={name: say.issue(name) for name in figures.matters},
        looks=_LOOKS,
        level_looks=_LEVEL_LOOKS,
        few=FEW_CLAUSES,
        shown_of_country=SHOWN_OF_COUNTRY,
        laws_named=_laws_named,
        clipped=_clipped,
        drawing=drawing,
        counted=counted,
        headline=headline,
        joined=joined,
        least_of=least_of,
        number=number,
        percent=percent,
        profile=profile,
        said=said,
        sentence=sentence,
        share_of=share_of,
        policy=policy(style),
        style=Markup(style),  # noqa: S704  # ours
    )
    out.write(UNPRINTABLE.sub("\ufffd", html).encode(errors="replace"))


def _parts(figures: CorpusFigures) -> dict[str, str]:
    """The parts of the page with their headings, in their order."""
    several = len(figures.countries) > 1
    told = {"countries": "Countries beside each other"} if several else {}
    told |= {
        "levels": "Laws by level",
        "changes": "The changes that would do most",
        "lacking": "What no law provides",
        "commitments": "Where binding commitments are not met",
        "matters": "Matters by label",
    }
    if any(law.year and law.counts.bearing for law in figures.laws):
        told["years"] = "By year"
    if several:
        told["each"] = "Country by country"
    told["limits"] = "How sure this is, and what it cannot say"
    if figures.unread:
        told["unread"] = "What was not read"
    return told


def _needs_of(country: CountryFigures) -> Iterator[tuple[str, list[LackingNeed]]]:
    """What a country's laws lack, under a heading each: in all of them, or in some."""
    for nowhere, words in ((True, "No law provides"), (False, "Some laws lack, another may have")):
        for strength, name in _STRENGTHS.items():
            found = [
                need
                for need in country.needs
                if need.nowhere == nowhere and need.strength == strength
            ]
            if found:
                yield f"{words}: {name}", found


def _matrix(countries: Sequence[CountryFigures]) -> Iterator[tuple[str, list[LackingRow]]]:
    """What laws lack, by strength, with the countries; what is lacking in most of them first."""
    rows: dict[str, LackingRow] = {}
    places = [country.code for country in countries]
    for need in sorted((one for country in countries for one in country.needs), key=by_strength):
        row = rows.setdefault(need.need, LackingRow(need.lacks, need.strength))
        (row.none if need.nowhere else row.some).append(need.lacking[0].country)
    for row in rows.values():
        row.none.sort(key=places.index)
        row.some.sort(key=places.index)
    order = sorted(rows, key=lambda one: (-len(rows[one].none), -len(rows[one].some), one))
    for strength, name in _STRENGTHS.items():
        found = [rows[need] for need in order if rows[need].strength == strength]
        if found:
            yield name.capitalize(), found


def _laws_named(laws: Iterable[LawFigures]) -> str:
    return joined([law_named(law) for law in laws], 3)


def _clipped(words: str) -> str:
    """Words of a law, cut where they are very long."""
    words = re.sub(r"[ \t]+", " ", words).strip()
    if len(words) <= _MOST_CHARACTERS:
        return words
    return f"{words[:_MOST_CHARACTERS].rsplit(' ', 1)[0]} …"
