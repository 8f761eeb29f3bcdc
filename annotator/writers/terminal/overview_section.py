"""The law as a whole, for a terminal: its level, its counts, what it provides nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text

from annotator.bindings.frameworks import ARTICLES, OBJECTIVES
from annotator.lang.contract import ReportPhrases
from annotator.schema import Annotation, Citation, Gap, Label, Scorecard
from annotator.writers.terminal.layout import hang, printable, set_runs
from annotator.writers.terminal.marks import Run
from annotator.writers.terminal.phrases import TEXT_INDENT, listed, printed, rests_on, term

_COLUMNS: tuple[Label, ...] = ("regressive", "blind", "responsive")
_NAME_WIDTH, _COUNT_WIDTH = 36, 12
_MOST = 10


def level(card: Scorecard, say: ReportPhrases, console: Console) -> list[Text]:
    """The law's place on WHO's scale, and how it was reached; nothing where it has none."""
    who = card.who
    if who is None:
        return []
    return [Text(), *hang(Text(say.level(who)), console)]


def governed(numbers: tuple[str, ...], say: ReportPhrases) -> str:
    """How far a definition reaches: ``governs 14 clauses: 12(1), 12(2), ...``."""
    return say.governs(len(numbers), listed(numbers, say))


def whole(
    annotation: Annotation,
    gaps: tuple[Gap, ...],
    country: str,
    say: ReportPhrases,
    console: Console,
) -> Iterator[Text]:
    """The counts by framework, and the gaps.

    Args:
        annotation: whose scorecard is shown.
        gaps: those that are shown.
        country: the name of the law's country, or empty.
        say: the report's language.
        console: whose width and colours the lines take.
    """
    card = annotation.scorecard
    if not (card.objectives or card.articles or gaps):
        return
    yield Text("\n" + "─" * console.width, "dim")
    yield Text(say.THE_WHOLE, "bold")
    yield from _table(say.OBJECTIVES, card.objectives, OBJECTIVES, console)
    yield from _table(say.ARTICLES, card.articles, ARTICLES, console)
    yield from _gaps(gaps, country, say, console)


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


def _gaps(
    gaps: tuple[Gap, ...], country: str, say: ReportPhrases, console: Console
) -> Iterator[Text]:
    """First what a section would serve, in full; then what is proposed at a clause, a line each."""
    full = [gap for gap in gaps if gap.by_section]
    rest = [gap for gap in gaps if not gap.by_section]
    if full:
        yield Text()
        yield Text(say.NOWHERE, "bold")
        yield from hang(Text(say.STRENGTHS, "dim"), console)
        shown = _shown(full)
        for number, gap in enumerate(shown, start=1):
            yield from _gap(number, gap, country, say, console)
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


def cited(gaps: Sequence[Gap]) -> Iterator[Citation]:
    """The commitments that are printed below gaps."""
    for gap in _shown([one for one in gaps if one.by_section]):
        yield from printed(gap.citations)


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


def _gap(
    number: int, gap: Gap, country: str, say: ReportPhrases, console: Console
) -> Iterator[Text]:
    yield Text()
    title = Text(printable(gap.lacks), "bold")
    yield from hang(title, console, indent=TEXT_INDENT, first=f"{number:>2}.")
    yield from hang(Text(_called(gap, say), "dim"), console, indent=TEXT_INDENT)
    if gap.text:
        yield Text()
        # What it quotes is the text, which is set below it line by line.
        yield from term(say.INSTRUCTION, gap.instruction.partition("“")[0], console)
        for line in gap.text.split("\n"):
            yield from set_runs([Run(line, "inserted")], console, indent=TEXT_INDENT)
        yield Text()
    elif gap.after:
        yield from term(say.PLACE, say.after(gap.after), console)
    yield from term(say.REASON, gap.reason, console)
    yield from rests_on(gap.citations, country, say, console)


def _called(gap: Gap, say: ReportPhrases) -> str:
    """``minimum · detention · called for by 19(1), 19(2) · also proposed at 19(1)``."""
    parts = [gap.strength, say.issue(gap.issue), say.called_for(listed(gap.clauses, say))]
    if gap.see:
        parts.append(say.but_see(listed(gap.see, say)))
    if gap.proposed_at:
        parts.append(say.also_proposed(listed(gap.proposed_at, say)))
    return " · ".join(parts)
