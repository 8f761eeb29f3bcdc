"""A picture of how something grows: lines on two logarithmic axes, as SVG."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

Points = Sequence[tuple[float, float]]

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 640, 374, 70, 150, 34, 50
#: By how they differ on paper without colours, too.
_LOOKS = (
    ("#1b5e8c", ""),
    ("#b3541e", "8 4"),
    ("#4b7a2b", "2 3"),
    ("#6b3f8c", "10 3 2 3"),
)


def picture(lines: Mapping[str, Points], across: str, up: str) -> str:
    """Draw lines, by their names.

    Args:
        lines: of points above zero, from left to right.
        across: what the axis from left to right counts.
        up: what the other counts.
    """
    x = _Axis([point[0] for points in lines.values() for point in points], _LEFT, _WIDTH - _RIGHT)
    y = _Axis([point[1] for points in lines.values() for point in points], _HEIGHT - _BOTTOM, _TOP)
    shapes = [*_grid(x, y, across, up), *_drawn(lines, x, y)]
    title = escape(f"{up} by {across}: {', '.join(lines)}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'font-family="sans-serif" font-size="13"><title>{title}</title>\n'
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>\n'
        + "".join(f"{shape}\n" for shape in shapes)
        + "</svg>\n"
    )


class _Axis:
    """Places of values between two ends, ten times as much being always as far."""

    def __init__(self, values: Iterable[float], begin: float, end: float) -> None:
        logs = [math.log10(value) for value in values]
        self.low, self.high = (
            math.floor(min(logs)),
            max(math.ceil(max(logs)), math.floor(min(logs)) + 1),
        )
        self._begin, self._end = begin, end

    def at(self, value: float) -> float:
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return round(self._begin + share * (self._end - self._begin), 1)

    def ticks(self) -> Iterator[float]:
        yield from (10.0**power for power in range(self.low, self.high + 1))


def _grid(x: _Axis, y: _Axis, across: str, up: str) -> Iterator[str]:
    bottom, right = _HEIGHT - _BOTTOM, _WIDTH - _RIGHT
    for value in x.ticks():
        yield f'<path d="M{x.at(value)} {_TOP}V{bottom}" stroke="#ddd"/>'
        yield _words(x.at(value), bottom + 18, f"{value:,g}", "middle")
    for value in y.ticks():
        yield f'<path d="M{_LEFT} {y.at(value)}H{right}" stroke="#ddd"/>'
        yield _words(_LEFT - 8, y.at(value) + 4, f"{value:,g}", "end")
    yield _words((_LEFT + right) / 2, _HEIGHT - 10, across, "middle")
    yield _words(8, _TOP - 18, up, "start")


def _drawn(lines: Mapping[str, Points], x: _Axis, y: _Axis) -> Iterator[str]:
    ends: list[tuple[float, float, str, str]] = []
    for (name, points), (colour, dashes) in zip(lines.items(), _LOOKS, strict=False):
        path = "L".join(f"{x.at(value)} {y.at(height)}" for value, height in points)
        yield (
            f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2" '
            f'stroke-dasharray="{dashes or "none"}"/>'
        )
        for value, height in points:
            yield f'<circle cx="{x.at(value)}" cy="{y.at(height)}" r="3" fill="{colour}"/>'
        ends.append((y.at(points[-1][1]) + 4, x.at(points[-1][0]) + 8, name, colour))
    # From above down, so that a name that would stand on another goes below it.
    free = 0.0
    for place, right, name, colour in sorted(ends):
        yield _words(right, max(place, free), name, "start", colour)
        free = max(place, free) + 16


def _words(x: float, y: float, words: str, anchor: str, colour: str = "#333") -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="{colour}">{escape(words)}</text>'
