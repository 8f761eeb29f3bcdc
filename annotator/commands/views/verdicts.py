"""What was decided on the amendments of a law, for a terminal of 80 columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from annotator.lang import language
from annotator.rulings import VERDICTS, Decisions, RuledClause, Ruling
from annotator.writers.terminal.layout import hang, printable

_WIDTH = 80
_NUMBER, _PLACE, _DECISION = 5, 12, 12


def listing(decisions: Decisions) -> str:
    """The amendments, a line each, with the words that stand where one was edited; and answers."""
    console = Console(width=_WIDTH, color_system=None)
    lines = [*_said(decisions.law.title or "A law", console), Text()]
    lines.append(Text(f"{_row('No.', 'Place', 'Decision')} Matter"))
    run = 0
    for ruling in decisions.decisions:
        if ruling.earlier != run:
            run = ruling.earlier
            lines += [Text(), *_said(_run_before(run), console), Text()]
        lines += _ruling(ruling, console)
    answered = [one for one in decisions.clauses if one.comment]
    if answered:
        lines += [Text(), Text("What was said of the labels of clauses"), Text()]
    for clause in answered:
        lines += _clause(clause, console)
    lines += [Text(), *_said(_counts(decisions), console)]
    return "".join(f"{line.plain.rstrip()}\n" for line in lines)


def _run_before(run: int) -> str:
    """The title of what an earlier run has put in."""
    return f"Put in {'one run' if run == 1 else f'{run} runs'} before, by the numbers of that run"


def _row(number: str, place: str, decision: str) -> str:
    """The columns before the last: a place that is longer than its own takes more room."""
    return f"{number:<{_NUMBER}}{f'{place}  ':<{_PLACE}}{decision:<{_DECISION}}"


def _ruling(ruling: Ruling, console: Console) -> Iterator[Text]:
    row = _row(str(ruling.number or "-"), printable(ruling.clause), ruling.decision)
    yield from hang(Text(_matter(ruling)), console, indent=len(row), first=row)
    if ruling.decision == "edited":
        words = printable(" ".join(ruling.words.split())) or "nothing"
        yield from _said(f"Now: {words}", console, indent=_NUMBER)
    if ruling.comment:
        by = f"{ruling.who}: " if ruling.who else ""
        yield from _said(f"{by}{ruling.comment}", console, indent=_NUMBER)


def _matter(ruling: Ruling) -> str:
    if not ruling.number:
        return "drafting style"
    matter = language("en").phrases.issue(ruling.issue) if ruling.issue else ""
    if not ruling.template:
        return printable(matter)
    return printable(f"{matter} ({ruling.template})" if matter else ruling.template)


def _clause(clause: RuledClause, console: Console) -> Iterator[Text]:
    became: str = clause.label
    if clause.named is not None:
        same = clause.named == clause.label
        became += ", confirmed" if same else f", corrected to {clause.named}"
    by = f" ({clause.who})" if clause.who else ""
    yield from _said(f"{clause.clause}: {became}{by}: {clause.comment}", console, indent=_NUMBER)


def _counts(decisions: Decisions) -> str:
    counted = Counter(one.decision for one in decisions.decisions)
    told = ", ".join(f"{counted[one]} {one}" for one in VERDICTS if counted[one])
    whole = len(decisions.decisions)
    return f"{whole} amendment{'' if whole == 1 else 's'}{f': {told}' if told else ''}."


def _said(words: str, console: Console, indent: int = 0) -> Iterator[Text]:
    yield from hang(Text(printable(" ".join(words.split()))), console, indent=indent)
