"""The report for a drafter at a terminal, at 80 columns as well as in a pipe.

In colour, deleted words are struck and inserted ones underlined; without it they stand between
signs, ``[-deleted-]`` and ``{+inserted+}``, and evidence between guillemets.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import TextIOWrapper
from itertools import chain
from typing import BinaryIO

from rich.console import Console
from rich.text import Text

from annotator.lang import LanguageData, language
from annotator.lang.contract import ReportPhrases
from annotator.request import View
from annotator.schema import FLAGGED, Annotation, Finding, Gap, IssueScore, Label, Proposal, Source
from annotator.source import Place, Region
from annotator.writers.terminal.condensing import LONG, condensed
from annotator.writers.terminal.layout import hang, printable, provision_name, set_runs
from annotator.writers.terminal.marks import abridged, redline, shortened, with_evidence
from annotator.writers.terminal.overview_section import cited, governed, level, whole
from annotator.writers.terminal.phrases import TEXT_INDENT, printed, rests_on, term
from annotator.writers.terminal.style_section import style_section
from annotator.writers.terminal.summary_section import summary_section
from annotator.writers.terminal.unamended import unamended
from annotator.writers.terminal.warnings_section import warnings_section

WIDEST = 100
"""Lines longer than this are hard to read, however wide the window."""
_NARROW = 80
#: In a narrower window the terminal breaks the lines itself.
_NARROWEST = 40

_COLOURS: dict[Label, str] = {
    "regressive": "bold red",
    "blind": "bold yellow",
    "responsive": "bold green",
    "neutral": "dim",
}
_GRAVEST_FIRST: tuple[Label, ...] = ("regressive", "blind", "responsive", "neutral")

# Enough of the clause on either side of a change to see where it goes.
_WORDS_AROUND = 25
_LONG_LEAD_IN = 60
#: Of an issue with less the report says that the clause perhaps raises it.
_SURE = 0.5
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
    stand the notes on gendered drafting, of the whole law too.
    """
    spoken = language(annotation.law.language)
    say = spoken.phrases
    shown = view.of(annotation)
    gaps = view.gaps_of(annotation)
    country = _country(annotation)
    beside = unamended(annotation, gaps, say) if view.proposals else {}
    lines = chain(
        _head(annotation, say, console),
        level(annotation.scorecard, say, console),
        summary_section(annotation, gaps, view, spoken, console),
        _counts(annotation, say, console),
        _legend(_is_marked(annotation, shown, gaps, view), _is_unread(shown, gaps), say, console),
        *(_clause(one, beside, country, spoken, console) for one in shown),
        whole(annotation, gaps, country, say, console),
        style_section(annotation, console, view.style),
        _closing(annotation, shown, view, console),
    )
    with console.capture() as capture:
        for line in lines:
            line.rstrip()
            console.print(line, soft_wrap=True, highlight=False)
    return capture.get()


def _country(annotation: Annotation) -> str:
    """The name of the law's country; empty where it is not known."""
    code = annotation.law.jurisdiction
    if not code:
        return ""
    from annotator.bindings.countries import find_country

    return find_country(code).name


def _country_said(annotation: Annotation, say: ReportPhrases) -> str:
    """The law's country with the words of the law by which it is known."""
    ground = annotation.law.jurisdiction_ground
    name = _country(annotation)
    if ground is None:
        return say.country(name, "", "")
    return say.country(name, printable(ground.words), ground.where)


def _head(annotation: Annotation, say: ReportPhrases, console: Console) -> Iterator[Text]:
    law, model, card = annotation.law, annotation.model, annotation.scorecard
    yield from hang(Text(printable(law.title), "bold"), console)
    clauses = say.clauses(card.clauses)
    origin = f"{printable(law.source)} · {clauses} · {model.name} {model.version}"
    yield from hang(Text(origin, "dim"), console)
    yield from hang(Text(_country_said(annotation, say), "dim"), console)
    yield from warnings_section(annotation.warnings, say, console)


def _counts(annotation: Annotation, say: ReportPhrases, console: Console) -> Iterator[Text]:
    """Clauses by label, then by issue and label, the commonest issue first."""
    card = annotation.scorecard
    raised = sorted(card.issues.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    names = {issue: say.issue(issue) for issue in card.issues}
    width = max(_NAME_WIDTH, *(len(name) + 2 for name in names.values()), 0)
    if width + _COUNT_WIDTH * len(_GRAVEST_FIRST) > console.width:
        names, width = {issue: issue for issue in names}, _NAME_WIDTH
    yield Text()
    yield Text(" " * width).append_tokens(
        (f"{label:>{_COUNT_WIDTH}}", _COLOURS[label]) for label in _GRAVEST_FIRST
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


def _is_unread(shown: tuple[Finding, ...], gaps: tuple[Gap, ...]) -> bool:
    """Whether the report cites a place that was not checked."""
    proposals = (proposal for finding in shown for proposal in finding.proposals)
    cites = chain(cited(gaps), *(printed(proposal.citations) for proposal in proposals))
    return not all(citation.verified for citation in cites)


def _legend(marked: bool, unread: bool, say: ReportPhrases, console: Console) -> Iterator[Text]:
    """What the marks mean that the report has, and what it says of places not checked."""
    if marked or unread:
        yield Text()
    if marked:
        yield from hang(_marks(say, console), console)
    if unread:
        yield from hang(Text(say.UNREAD, "dim"), console)


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


def _clause(
    finding: Finding,
    beside: dict[str, str],
    country: str,
    spoken: LanguageData,
    console: Console,
) -> Iterator[Text]:
    clause, say = finding.clause, spoken.phrases
    yield Text("\n" + "─" * console.width, "dim")
    name = provision_name(clause.eid, clause.number, spoken)
    page = (
        f" · {_page(clause.region, spoken)}" if clause.region and clause.region.start_page else ""
    )
    yield from hang(Text(f"{name}{page}  {printable(clause.heading)}", "bold"), console)
    if clause.path:
        path = " › ".join(printable(" ".join(part.split())) for part in clause.path)
        yield from hang(Text(path, "dim"), console)
    yield from hang(_verdict(finding, say), console)
    if finding.governs:
        yield from hang(Text(governed(finding.governs, say)), console)
    yield Text()
    if clause.lead_in:
        lead_in = shortened(" ".join(clause.lead_in.split()), _LONG_LEAD_IN)
        yield from hang(Text(printable(lead_in), "dim"), console, indent=TEXT_INDENT)
    runs = condensed(with_evidence(clause, finding.evidence), spoken.clauses.rule)
    yield from set_runs(runs, console, indent=TEXT_INDENT)
    if clause.eid in beside:
        yield Text()
        yield from hang(Text(beside[clause.eid]), console)
    for number, proposal in enumerate(finding.proposals, start=1):
        yield Text()
        yield from hang(_title(number, finding, proposal, say), console)
        yield from _proposal(finding, proposal, country, say, console)


def _page(region: Region, spoken: LanguageData) -> str:
    """On which pages of its file a clause stands."""
    return spoken.doubts.stretch(Place("page", region.start_page, region.end_page))


def _verdict(finding: Finding, say: ReportPhrases) -> Text:
    sure = f" {finding.confidence:.0%}"
    verdict = Text.assemble((finding.label, _COLOURS[finding.label]), sure)
    if finding.review:
        verdict.append(f", {say.FOR_REVIEW}", "italic")
    if finding.issues:
        verdict.append(" · " + _issues(finding, say))
    return verdict


def _issues(finding: Finding, say: ReportPhrases) -> str:
    sure = [score for score in finding.issues if score.score >= _SURE]
    perhaps = [score for score in finding.issues if score.score < _SURE]
    return say.raised(
        [_raised(score, finding.met, say) for score in sure],
        [_raised(score, finding.met, say) for score in perhaps],
    )


def _raised(score: IssueScore, met: bool, say: ReportPhrases) -> str:
    if not score.met_by:
        return say.issue(score.issue)
    return say.met_by(score.issue, score.met_by, whole=met)


def _title(number: int, finding: Finding, proposal: Proposal, say: ReportPhrases) -> Text:
    """``Amendment 2 of 3: search, instead of amendment 1``."""
    order = [other.template for other in finding.proposals]
    better = [str(order.index(name) + 1) for name in proposal.alternative_to if name in order]
    return Text(say.amendment(number, len(order), proposal.issue, better), "bold")


def _proposal(
    finding: Finding, proposal: Proposal, country: str, say: ReportPhrases, console: Console
) -> Iterator[Text]:
    changes = abridged(redline(finding.clause, proposal.edits, most=LONG), _WORDS_AROUND)
    yield from set_runs(changes, console, indent=TEXT_INDENT)
    yield Text()
    yield from term(say.INSTRUCTION, proposal.instruction, console)
    yield from term(say.REASON, proposal.reason, console)
    yield from rests_on(proposal.citations, country, say, console)


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
