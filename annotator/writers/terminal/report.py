"""The report for a drafter at a terminal, at 80 columns as well as in a pipe.

In colour, deleted words are struck and inserted ones underlined; without it they stand between
signs, ``[-deleted-]`` and ``{+inserted+}``, and evidence between guillemets.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from io import TextIOWrapper
from itertools import chain
from typing import BinaryIO

from rich.console import Console
from rich.text import Text

from annotator.lang import LanguageData, language
from annotator.lang.report_phrases import ReportPhrases
from annotator.one_line import one_line
from annotator.request import View
from annotator.schedule import Amendment, schedule
from annotator.schema import FLAGGED, Annotation, Finding, Gap, Label, Source
from annotator.writers.terminal.finding_block import COLOURS, Beside
from annotator.writers.terminal.findings_section import annex, findings_section
from annotator.writers.terminal.layout import hang, printable
from annotator.writers.terminal.overview_section import level, whole
from annotator.writers.terminal.phrases import country_name
from annotator.writers.terminal.style_section import style_section
from annotator.writers.terminal.summary_section import compared, half_page, summary_section
from annotator.writers.terminal.unamended import unamended
from annotator.writers.terminal.warnings_section import warnings_section

WIDEST = 100
"""Lines longer than this are hard to read, however wide the window."""
_NARROW = 80
#: In a narrower window the terminal breaks the lines itself.
_NARROWEST = 40

_GRAVEST_FIRST: tuple[Label, ...] = ("regressive", "blind", "responsive", "neutral")

_NAME_WIDTH, _COUNT_WIDTH = 14, 11


def write(annotation: Annotation, source: Source, out: BinaryIO, view: View) -> None:
    """Write the report of one law for whoever reads ``out``, a screen or a pipe.

    What the screen's encoding cannot show, a dash or a quote, becomes a question mark.
    """
    screen = TextIOWrapper(out, view.encoding, errors="replace", newline="", write_through=True)
    try:
        screen.write(render(annotation, view, _console(screen)))
    finally:
        screen.detach()  # else it would close what is not its own


def _console(screen: TextIOWrapper) -> Console:
    """As wide and colourful as the screen; in a pipe or a file narrow and without colours."""
    console = Console(file=screen)
    fixed = "COLUMNS" in os.environ or console.is_terminal
    console.width = max(min(console.width, WIDEST), _NARROWEST) if fixed else _NARROW
    return console


def render(annotation: Annotation, view: View, console: Console) -> str:
    """The whole report of one law as text for ``console``, whose width and colours it takes.

    The counts are over the whole law; the clauses that follow are those of ``view``, and after them
    stand what the law lacks and the notes on gendered drafting, of the whole law too.
    """
    spoken = language(annotation.law.language)
    say = spoken.phrases
    shown = view.of(annotation)
    gaps = view.gaps_of(annotation)
    beside = _beside(annotation, gaps, view, spoken)
    lines = chain(
        _head(annotation, say, console),
        _compared(annotation, view, spoken, console),
        level(annotation.scorecard, say, console) if view.overview else (),
        summary_section(half_page(annotation, gaps, view, spoken), say, console),
        _counts(annotation, view, say, console),
        _legend(_is_marked(annotation, shown, gaps, view), say, console),
        findings_section(shown, view, beside, console),
        whole(annotation, gaps, beside, console, counts=view.overview),
        style_section(annotation, console, view.style),
        annex(shown, view, beside, console),
        _closing(annotation, shown, view, console),
    )
    with console.capture() as capture:
        for line in lines:
            line.rstrip()
            console.print(line, soft_wrap=True, highlight=False)
    return capture.get()


def _beside(
    annotation: Annotation, gaps: tuple[Gap, ...], view: View, spoken: LanguageData
) -> Beside:
    """What stands with the findings and the gaps; amendments bear the numbers of the schedule."""
    amendments: defaultdict[str, list[Amendment]] = defaultdict(list)
    sections: dict[str, int] = {}
    for one in schedule(annotation):
        if one.finding:
            amendments[one.finding.clause.eid].append(one)
        elif one.gap:
            sections[one.gap.need] = one.number
    told = unamended(annotation, gaps, spoken.phrases) if view.proposals else {}
    return Beside(amendments, sections, told, country_name(annotation), spoken)


def _country_said(annotation: Annotation, say: ReportPhrases) -> str:
    """The law's country with the words of the law by which it is known."""
    ground = annotation.law.jurisdiction_ground
    name = country_name(annotation)
    if ground is None:
        return say.country(name, "", "")
    return say.country(name, printable(ground.words), ground.where)


def _head(annotation: Annotation, say: ReportPhrases, console: Console) -> Iterator[Text]:
    law, model, card = annotation.law, annotation.model, annotation.scorecard
    yield from hang(Text(one_line(law.title), "bold"), console)
    clauses = say.clauses(card.clauses)
    dated = f"{say.dated(law.date)} · " if law.date else ""
    origin = f"{one_line(law.source)} · {dated}{clauses} · {model.name} {model.version}"
    yield from hang(Text(origin, "dim"), console)
    yield from hang(Text(_country_said(annotation, say), "dim"), console)
    for note in law.notes:
        yield from hang(Text(printable(note), "dim"), console)
    yield from warnings_section(annotation.warnings, say, console)


def _compared(
    annotation: Annotation, view: View, spoken: LanguageData, console: Console
) -> Iterator[Text]:
    """What is new against a baseline, where the law was compared with one."""
    if told := compared(annotation, view, spoken):
        yield Text()
        yield from hang(Text(told, "bold"), console)


def _counts(
    annotation: Annotation, view: View, say: ReportPhrases, console: Console
) -> Iterator[Text]:
    """Clauses by label; in the overview by issue and label, too, the commonest issue first."""
    card = annotation.scorecard
    issues = card.issues if view.overview else {}
    raised = sorted(issues.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    names = {issue: say.issue(issue) for issue in issues}
    width = max(_NAME_WIDTH, *(len(name) + 2 for name in names.values()), 0)
    if width + _COUNT_WIDTH * len(_GRAVEST_FIRST) > console.width:
        names, width = {issue: issue for issue in names}, _NAME_WIDTH
    yield Text()
    yield Text(" " * width).append_tokens(
        (f"{label:>{_COUNT_WIDTH}}", COLOURS[label]) for label in _GRAVEST_FIRST
    )
    yield _count_row(say.CLAUSES, card.labels, width)
    for issue, labels in raised:
        yield _count_row(names[issue], labels, width)
    yield from hang(Text(say.LABELS, "dim"), console)
    if card.review:
        yield Text(f"\n{say.reviewed(card.review)}")
    if card.met:
        yield Text(say.answered(card.met))


def _count_row(name: str, counts: dict[str, int], width: int) -> Text:
    cells = (counts.get(label) or "·" for label in _GRAVEST_FIRST)
    return Text(f"{name:<{width}}" + "".join(f"{cell:>{_COUNT_WIDTH}}" for cell in cells))


def _is_marked(
    annotation: Annotation, shown: tuple[Finding, ...], gaps: tuple[Gap, ...], view: View
) -> bool:
    """Whether the report marks any words, as evidence or as changed."""
    in_clauses = any(finding.evidence or finding.proposals for finding in shown)
    noted = bool(annotation.style) and view.style != "none"
    return in_clauses or noted or any(gap.text for gap in gaps)


def _legend(marked: bool, say: ReportPhrases, console: Console) -> Iterator[Text]:
    """What the marks mean that the report has."""
    if marked:
        yield Text()
        yield from hang(_marks(say, console), console)


def _marks(say: ReportPhrases, console: Console) -> Text:
    if console.color_system is None or console.no_color:
        return Text(f"«{say.EVIDENCE}» [-{say.DELETED}-] {{+{say.INSERTED}+}}")
    return Text.assemble(
        (say.EVIDENCE, "bold cyan"),
        "  ",
        (say.DELETED, "strike red"),
        "  ",
        (say.INSERTED, "underline green"),
    )


def _closing(
    annotation: Annotation, shown: tuple[Finding, ...], view: View, console: Console
) -> Iterator[Text]:
    say = language(annotation.law.language).phrases
    yield Text()
    if shown:
        amended = sum(1 for finding in shown if finding.proposals)
        count = sum(not finding.clause.is_lead_in for finding in shown)
        yield Text(say.shown(count, amended), "dim")
        return
    card = annotation.scorecard
    flagged = any(card.labels.get(label) for label in FLAGGED)
    told = say.NONE_SHOWN
    if not flagged and "neutral" not in view.labels:
        told = say.none_flagged(card.clauses, doubted=bool(annotation.warnings))
    yield from hang(Text(told), console)
