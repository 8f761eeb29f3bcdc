"""The law as a whole, for a terminal: its level, its counts, what it provides nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text

from annotator.bindings.frameworks import ARTICLES, OBJECTIVES
from annotator.lang.report_phrases import ReportPhrases
from annotator.schema import Annotation, Gap, Label, Scorecard
from annotator.writers.terminal.finding_block import Beside
from annotator.writers.terminal.layout import hang, printable, set_runs
from annotator.writers.terminal.marks import Run
from annotator.writers.terminal.phrases import (
    TEXT_INDENT,
    in_baseline,
    listed,
    precedents,
    rests_on,
    term,
)

_COLUMNS: tuple[Label, ...] = ("regressive", "blind", "responsive")
_NAME_WIDTH, _COUNT_WIDTH = 36, 12
_MOST = 10


def level(card: Scorecard, say: ReportPhrases, console: Console) -> list[Text]:
    """The law's place on WHO's scale, and how it was reached; nothing where it has none."""
    who = card.who
    if who is None:
        return []
    return [Text(), *hang(Text(say.level(who)), console)]


def whole(
    annotation: Annotation,
    gaps: tuple[Gap, ...],
    beside: Beside,
    console: Console,
    *,
    counts: bool = True,
) -> Iterator[Text]:
    """The counts by framework, and the gaps.

    Args:
        annotation: whose scorecard is shown.
        gaps: those that are shown.
        beside: the report's language, the law's country, and the numbers of the new sections.
        console: whose width and colours the lines take.
        counts: whether the counts are shown.
    """
    card, say = annotation.scorecard, beside.spoken.phrases
    objectives, articles = (card.objectives, card.articles) if counts else ({}, {})
    if not (objectives or articles or gaps):
        return
    yield Text("\n" + "━" * console.width)
    yield Text(say.THE_WHOLE, "bold")
    yield from _table(say.OBJECTIVES, objectives, OBJECTIVES, console)
    yield from _table(say.ARTICLES, articles, ARTICLES, console)
    yield from _gaps(gaps, beside, console)


def _table(
    title: str, counts: dict[str, dict[str, int]], names: dict[int, str], console: Console
) -> Iterator[Text]:
    if not counts:
        return
    width = min(_NAME_WIDTH, console.width - _COUNT_WIDTH * len(_COLUMNS))

    def row(name: str, cells: Iterable[object]) -> str:
        return f"{name[:width]:<{width}}" + "".join(f"{cell:>{_COUNT_WIDTH}}" for cell in cells)

    yield Text()
    yield Text(row(title, _COLUMNS), "bold")
    for number, labels in counts.items():
        name = f"{number:>3}  {names.get(int(number), '')}"
        yield Text(row(name, (labels.get(label) or "·" for label in _COLUMNS)))


def _gaps(gaps: tuple[Gap, ...], beside: Beside, console: Console) -> Iterator[Text]:
    """First what a section would serve, in full; then what is proposed at a clause, a line each."""
    say = beside.spoken.phrases
    full = [gap for gap in gaps if gap.by_section]
    rest = [gap for gap in gaps if not gap.by_section]
    if full:
        yield Text()
        yield Text(say.NOWHERE, "bold")
        yield from hang(Text(say.STRENGTHS, "dim"), console)
        shown = _shown(full)
        for gap in shown:
            yield from _gap(gap, beside, console)
        yield from _more(len(full) - len(shown), say, console)
    if rest:
        yield Text()
        yield from hang(Text(say.ALSO_NOWHERE if full else say.PROPOSED, "bold"), console)
        yield Text()
        shown = _shown(rest)
        for gap in shown:
            where = listed(gap.proposed_at, say)
            where += f"; {say.but_see(listed(gap.see, say))}" if gap.see else ""
            line = Text(f"{printable(gap.lacks)} ({where})")
            yield from hang(line, console, indent=TEXT_INDENT, first="  –")
        yield from _more(len(rest) - len(shown), say, console)


def _shown(gaps: Sequence[Gap]) -> list[Gap]:
    """The gravest, and of the others all that may not be left out, in their order."""
    return [gap for at, gap in enumerate(gaps) if at < _MOST or _is_grave(gap)]


def _is_grave(gap: Gap) -> bool:
    """Whether it is of a minimum standard, or a commitment calls for it that binds the country."""
    return gap.strength == "minimum" or any(one.status == "binds" for one in gap.citations)


def _more(count: int, say: ReportPhrases, console: Console) -> Iterator[Text]:
    if count > 0:
        yield Text()
        yield from hang(Text(say.more_gaps(count), "dim"), console)


def _gap(gap: Gap, beside: Beside, console: Console) -> Iterator[Text]:
    say = beside.spoken.phrases
    yield Text()
    yield from hang(Text(printable(gap.lacks), "bold"), console)
    yield from hang(Text(called(gap, say), "dim"), console)
    if gap.text:
        number = f"{beside.sections[gap.need]:>2}." if gap.need in beside.sections else ""
        # What it quotes is the text, which is set below it line by line.
        opening = Text(printable(gap.instruction.partition("“")[0].strip()))
        yield from hang(opening, console, indent=TEXT_INDENT, first=number)
        for line in gap.text.split("\n"):
            yield from set_runs([Run(line, "inserted")], console, indent=2 * TEXT_INDENT)
    elif gap.after:
        yield from term(say.PLACE, say.after(gap.after), console)
    yield from term(say.REASON, gap.reason, console)
    yield from rests_on(gap.citations, beside.country, say, console)
    yield from precedents(gap.precedents, beside.spoken, console)


def called(gap: Gap, say: ReportPhrases) -> str:
    """``minimum · detention · called for by 19(1), 19(2) · also proposed at 19(1)``."""
    parts = [gap.strength, say.issue(gap.issue), say.called_for(listed(gap.clauses, say))]
    if gap.see:
        parts.append(say.but_see(listed(gap.see, say)))
    if gap.proposed_at:
        parts.append(say.also_proposed(listed(gap.proposed_at, say)))
    if compared := in_baseline(gap.baseline_state, say):
        parts.append(compared)
    return " · ".join(parts)
