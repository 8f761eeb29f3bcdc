"""The pictures of a report, as SVG that stands in the page and takes its colours from its sheet.

Each is words and shapes on a field of so many units; a page shows it as wide as it has room.
The same figures give the same bytes. What a picture shows stands in a table beside it, too.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from annotator.corpus.report.figures import (
    CorpusFigures,
    CountryFigures,
    Counts,
    InstrumentFigures,
    LawFigures,
)
from annotator.corpus.report.telling import LEVELS
from annotator.corpus.report.wording import heeded, number, percent, share_of

#: The field, and the row of a bar in it.
WIDTH, _ROW, _BAR = 720, 28, 17
#: Room for the names of rows, and for the figures behind the bars.
_NAMES, _FIGURES = 190, 84
#: A letter of the pictures is about so wide.
_LETTER = 6.6
_STEPS = (1, 2, 5)
#: No axis ends before this: one law of two is no long bar.
_LEAST = 5
#: So many years lie between those that an axis names, of which there are so many at most.
_YEARS, _MOST_YEARS = (10, 20, 50, 100, 200, 500, 1000), 12
#: Where an axis of shares ends: a fifth of each is a round number.
_TOPS = (0.1, 0.25, 0.5, 1.0)
#: What a bar of clauses is made of: how they count, whether they are for review.
PARTS = (
    ("regressive", False),
    ("regressive", True),
    ("blind", False),
    ("blind", True),
    ("responsive", False),
    ("responsive", True),
    ("met", False),
)


class _Segment(NamedTuple):
    """A piece of a bar: how much, in which look, and what it says when it is pointed at."""

    amount: float
    look: str
    said: str


def levels(laws: Sequence[LawFigures]) -> Markup:
    """How many laws are at each level of WHO's scale."""
    rows = []
    for level in (*LEVELS, 0):
        count = sum(law.level == level for law in laws)
        if level or count:
            name = f"{level}  {LEVELS[level]}" if level else "gender has no bearing"
            rows.append((name, [_Segment(count, f"level-{level}", f"{count}")], number(count)))
    return _bars(rows, "Laws by level of WHO's scale")


def matters(counts: dict[str, Counts], names: dict[str, str]) -> Markup:
    """Clauses by what they are on, and how they count; what needs most mending first."""
    order = sorted(counts, key=lambda one: (-counts[one].to_mend, one))
    rows = [(names[one], _parts_of(counts[one]), number(counts[one].to_mend)) for one in order]
    return _bars(rows, "Clauses by matter and label", figures="to mend")


def instruments(found: Sequence[InstrumentFigures]) -> Markup:
    """How many clauses fall short of each instrument that binds."""
    rows = []
    for one in found:
        tally = one.whole.clauses
        segments = [
            _Segment(tally.sure, "bound", f"sure: {tally.sure}"),
            _Segment(tally.review, "bound-review", f"for review: {tally.review}"),
        ]
        rows.append((one.whole.instrument, segments, number(tally.all)))
    return _bars(rows, "Clauses that fall short of what binds, by instrument", names=230)


def countries(found: Sequence[CountryFigures]) -> Markup:
    """The laws of each country by level, and how many clauses take gender into account."""
    return _shares(
        [
            (
                one.label,
                [
                    _Segment(
                        sum(law.level == level for law in one.laws),
                        f"level-{level}",
                        f"{LEVELS.get(level, 'no bearing')}",
                    )
                    for level in (*LEVELS, 0)
                ],
                one.counts,
            )
            for one in found
        ]
    )


def years(figures: CorpusFigures) -> Markup:
    """Each law that bears a year, by how many of its clauses take gender into account."""
    laws = sorted(
        (law for law in figures.laws if law.year and law.counts.bearing),
        key=lambda law: (-law.counts.bearing, law.title, law.key),
    )
    if not laws:
        return Markup()
    first = min(law.year for law in laws) // 10 * 10
    last = max(law.year for law in laws) // 10 * 10 + 10
    left, right, top, bottom = 52.0, WIDTH - 16.0, 16.0, 262.0
    highest = max(heeded(law.counts) for law in laws)
    most = next(top for top in _TOPS if top >= highest)

    def across(year: float) -> float:
        return left + (right - left) * (year - first) / (last - first)

    def up(share: float) -> float:
        return bottom - (bottom - top) * share / most

    shapes = []
    for step in range(6):
        share = most * step / 5
        shapes.append(_line("grid", left, right, up(share)))
        shapes.append(_text(left - 8, up(share) + 4, percent(share), anchor="end"))
    apart = next(years for years in _YEARS if (last - first) / years <= _MOST_YEARS)
    for year in range(first, last + 1, apart):
        shapes.append(_text(across(year), bottom + 20, str(year), anchor="middle"))
    for decade in figures.decades:
        if decade.counts.bearing:
            ends = across(decade.begins), across(decade.begins + 10)
            shapes.append(_line("decade", *ends, up(heeded(decade.counts))))
    for law in laws:
        share = heeded(law.counts)
        radius = min(3 + math.sqrt(law.counts.bearing) * 0.9, 16)
        said = f"{law.title} ({law.year}): {percent(share)} of {law.counts.bearing}"
        shapes.append(
            _format(
                '<circle class="law level-{}" cx="{}" cy="{}" r="{}"><title>{}</title></circle>',
                law.level,
                across(law.year + 0.5),
                up(share),
                radius,
                said,
            )
        )
    return _picture(shapes, bottom + 32, "Laws by year, and how far they take gender into account")


def _parts_of(counts: Counts) -> list[_Segment]:
    segments = []
    for name, review in PARTS:
        tally = counts.of(name)
        count = tally.all if name == "met" else tally.review if review else tally.sure
        said = f"{name}{', for review' if review else ''}: {count}"
        segments.append(_Segment(count, f"{name}-review" if review else name, said))
    return segments


def _bars(
    rows: Sequence[tuple[str, list[_Segment], str]],
    title: str,
    *,
    names: int = _NAMES,
    figures: str = "",
) -> Markup:
    """Bars below each other, each with its name before it and its figure behind it."""
    most = max((sum(one.amount for one in segments) for _, segments, _ in rows), default=0)
    most = max(most, _LEAST)
    room = WIDTH - names - _FIGURES
    top = 26.0
    height = top + _ROW * len(rows)
    shapes = []
    for value in _ticks(most):
        x = names + room * value / most
        shapes.append(
            _format('<line class="grid" x1="{}" x2="{}" y1="{}" y2="{}"/>', x, x, top, height)
        )
        shapes.append(_text(x, top - 9, number(value), anchor="middle", look="soft"))
    if figures:
        shapes.append(_text(WIDTH, top - 9, figures, anchor="end", look="soft"))
    for at, (name, segments, figure) in enumerate(rows):
        y = top + _ROW * at + (_ROW - _BAR) / 2
        shapes.append(_text(names - 10, y + 13, _cut(name, names - 10), anchor="end"))
        total = sum(one.amount for one in segments)
        shapes.append(_bar(segments, names, y, room / most))
        x = WIDTH if figures else names + room * total / most + 8
        shapes.append(_text(x, y + 13, figure, anchor="end" if figures else "start", look="strong"))
    return _picture(shapes, height + 4, title)


def _shares(rows: Sequence[tuple[str, list[_Segment], Counts]]) -> Markup:
    """Of each country the laws by level, side by side with the share of clauses that heed."""
    names, gap = 176, 28
    half = (WIDTH - names - gap - 60) / 2
    top = 30.0
    height = top + _ROW * len(rows)
    second = names + half + gap
    shapes = [
        _text(names, top - 12, "its laws, by level", look="soft"),
        _text(second, top - 12, "clauses that take gender into account", look="soft"),
    ]
    for at, (name, segments, counts) in enumerate(rows):
        y = top + _ROW * at + (_ROW - _BAR) / 2
        shapes.append(_text(names - 10, y + 13, _cut(name, names - 10), anchor="end"))
        total = sum(one.amount for one in segments) or 1
        shapes.append(_bar(segments, names, y, half / total, numbered=True))
        shapes.append(_bar([_Segment(1, "track", "")], second, y, half))
        share = _Segment(heeded(counts), "responsive", share_of(counts))
        shapes.append(_bar([share], second, y, half))
        shapes.append(_text(WIDTH, y + 13, share_of(counts), anchor="end", look="strong"))
    return _picture(shapes, height + 4, "Countries beside each other")


def _bar(
    segments: Iterable[_Segment], x: float, y: float, unit: float, *, numbered: bool = False
) -> Markup:
    shapes = []
    for one in segments:
        if not one.amount:
            continue
        width = one.amount * unit
        shapes.append(
            _format(
                '<rect class="{}" x="{}" y="{}" width="{}" height="{}"><title>{}</title></rect>',
                one.look,
                x,
                y,
                width,
                _BAR,
                one.said,
            )
        )
        if numbered and width > 16:
            look = "within" if one.look in _DARK else "strong"
            shapes.append(
                _text(x + width / 2, y + 13, number(int(one.amount)), anchor="middle", look=look)
            )
        x += width
    return Markup("").join(shapes)


#: Looks so dark that words on them are white.
_DARK = frozenset(("level-1", "level-5"))


def _ticks(most: float) -> list[int]:
    """Round numbers along an axis, four or so."""
    power = 10 ** max(math.floor(math.log10(most / 4)), 0) if most > 4 else 1
    step = next((power * one for one in _STEPS if power * one * 5 >= most), power * 10)
    return list(range(0, int(most) + 1, step))


def _line(look: str, left: float, right: float, y: float) -> Markup:
    """A level line."""
    return _format('<line class="{}" x1="{}" x2="{}" y1="{}" y2="{}"/>', look, left, right, y, y)


def _cut(words: str, room: float) -> str:
    most = int(room / _LETTER)
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def _picture(shapes: Iterable[Markup], height: float, title: str) -> Markup:
    return _format(
        '<svg class="picture" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>',
        WIDTH,
        height,
        title,
        Markup("").join(shapes),
    )


def _text(x: float, y: float, words: str, *, anchor: str = "start", look: str = "plain") -> Markup:
    return _format(
        '<text class="{}" x="{}" y="{}" text-anchor="{}">{}</text>', look, x, y, anchor, words
    )


def _format(markup: str, *values: object) -> Markup:
    """Markup of ours with values in it: numbers short, words escaped."""
    return Markup(markup).format(*map(_short, values))  # noqa: S704  # ours


def _short(value: object) -> object:
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else value
