"""Laws that a notice in a gazette makes "in the Schedule": the schedule is the law.

Nothing but the notice stands above it. Its regulations are cited by their number alone, and the
annexures behind them are the law's schedules.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from annotator.lang.structure_words import StructureWords
from annotator.segmenter.lines.line import Line
from annotator.segmenter.lines.openers import Container, Unit

#: So many lines above a schedule may speak of it.
_NOTICE = 60
#: A law says how it is cited in one of so many first provisions.
_FIRST = 2


def without_own_schedule(
    lines: list[Line],
    containers: list[Container],
    units_between: Callable[[int, int], list[Unit]],
    words: StructureWords,
) -> list[Container]:
    """The containers without the schedule that is itself the law; ``furniture`` set on its notice.

    Args:
        lines: the law's lines.
        containers: its parts and schedules, in order.
        units_between: finds the sections from one line to before another.
        words: those of the law's language.
    """
    attached = [c for c in containers if c.element == "att"][:2]
    if not attached or _has_sections(units_between(0, attached[0].line)):
        return containers
    schedule = attached[0]
    end = attached[1].line if len(attached) > 1 else len(lines)
    units = units_between(schedule.line, end)
    if not units or not (
        _is_announced(lines, schedule, words) or _names_itself(lines, units, words)
    ):
        return containers
    for line in lines[: schedule.line + 1]:
        line.furniture = True
    return [c for c in containers if c.line > schedule.line]


def _is_announced(lines: list[Line], schedule: Container, words: StructureWords) -> bool:
    """Whether the words above a schedule say that regulations, or the like, are in it."""
    above = lines[max(0, schedule.line - _NOTICE) : schedule.line]
    said = " ".join(line.text for line in above)
    label = lines[schedule.line].text[: schedule.rest].strip().lower()
    label = label.removeprefix(f"{words.the} ")
    for match in words.made_in_schedule.finditer(said):
        named = match.start("schedule")
        if not schedule.number or said[named : named + len(label)].lower() == label:
            return True
    return False


def _has_sections(units: Sequence[Unit]) -> bool:
    """Whether what was found is no stray number: it begins with 1, or others follow it."""
    return len(units) > 1 or any(unit.key[0] == 1 for unit in units)


def _names_itself(lines: list[Line], units: Sequence[Unit], words: StructureWords) -> bool:
    """Whether one of the first provisions says how they are cited: that is said of a law."""
    return any(
        words.pages.named.search(line.text)
        for unit in units[:_FIRST]
        for line in lines[unit.line : unit.line + 2]
    )
