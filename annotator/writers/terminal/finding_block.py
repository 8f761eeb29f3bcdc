"""One finding of the report: its clause, and the amendments that are proposed there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from annotator.lang import LanguageData
from annotator.lang.report_phrases import ReportPhrases
from annotator.schedule import Amendment
from annotator.schema import Finding, Label, Proposal
from annotator.writers.terminal.condensing import condensed
from annotator.writers.terminal.layout import hang, printable, provision_name, set_runs
from annotator.writers.terminal.marks import abridged, redline, shortened, with_evidence
from annotator.writers.terminal.phrases import (
    TEXT_INDENT,
    governed,
    in_baseline,
    issues_of,
    precedents,
    rests_on,
    term,
)

COLOURS: dict[Label, str] = {
    "regressive": "bold red",
    "blind": "bold yellow",
    "responsive": "bold green",
    "neutral": "dim",
}
#: Enough of the clause on either side of a change to see where it goes.
_WORDS_AROUND = 10
_LONG_LEAD_IN = 60


class Beside(NamedTuple):
    """What of the rest of the law stands with a finding.

    ``amendments`` are those of each clause, by its eId, numbered through the law, and ``sections``
    the numbers of those that provide what is lacking, by its need; ``told`` is a sentence on a
    clause that has none, or wants more; ``country`` is the law's, by name, or empty.
    """

    amendments: Mapping[str, list[Amendment]]
    sections: Mapping[str, int]
    told: Mapping[str, str]
    country: str
    spoken: LanguageData


def block(finding: Finding, beside: Beside, console: Console) -> Iterator[Text]:
    """The lines of a finding in full."""
    clause, say = finding.clause, beside.spoken.phrases
    yield Text("\n" + "─" * console.width, "dim")
    name = provision_name(clause.eid, clause.number, beside.spoken)
    yield from hang(Text(f"{name}  {printable(clause.heading)}", "bold"), console)
    yield from hang(_verdict(finding, say), console)
    if finding.governs:
        yield from hang(Text(governed(finding.governs, say)), console)
    yield Text()
    if clause.lead_in:
        lead_in = shortened(" ".join(clause.lead_in.split()), _LONG_LEAD_IN)
        yield from hang(Text(printable(lead_in), "dim"), console, indent=TEXT_INDENT)
    runs = condensed(with_evidence(clause, finding.evidence), beside.spoken.clauses.rule)
    yield from set_runs(runs, console, indent=TEXT_INDENT)
    for amendment in beside.amendments.get(clause.eid, ()):
        yield Text()
        yield from _amendment(finding, amendment, beside, console)
    if clause.eid in beside.told:
        yield Text()
        yield from hang(Text(beside.told[clause.eid]), console)


def one_line(finding: Finding, beside: Beside, console: Console) -> Iterator[Text]:
    """A finding that needs no words of ours: where it is, what it is, and what there is to say."""
    clause, say = finding.clause, beside.spoken.phrases
    heading = printable(" ".join(clause.heading.split()))
    provision = provision_name(clause.eid, clause.number, beside.spoken)
    name = say.named(printable(provision), heading)
    issues = issues_of(finding, say) if finding.label != "neutral" else ""
    told = beside.told.get(clause.eid, "")
    compared = in_baseline(finding.baseline_state, say)
    label = f"{finding.label}, {compared}" if compared else finding.label
    line = Text(say.line(name, label, issues, told))
    yield from hang(line, console, indent=TEXT_INDENT, first="  –")


def _verdict(finding: Finding, say: ReportPhrases) -> Text:
    sure = f" {finding.confidence:.0%}"
    verdict = Text.assemble((finding.label, COLOURS[finding.label]), sure)
    if finding.review:
        verdict.append(f", {say.FOR_REVIEW}", "italic")
    if compared := in_baseline(finding.baseline_state, say):
        verdict.append(f", {compared}", "bold" if finding.baseline_state == "new" else "dim")
    if finding.issues:
        verdict.append(" · " + issues_of(finding, say))
    region = finding.clause.region
    if region and region.start_page:
        verdict.append(f" · {say.on_page(region.start_page, region.end_page)}")
    return verdict


def _amendment(
    finding: Finding, amendment: Amendment, beside: Beside, console: Console
) -> Iterator[Text]:
    """Its instruction, the change in its words of context, its reason and its authority."""
    proposal, say = amendment.proposal, beside.spoken.phrases
    if proposal is None:
        return
    number = f"{amendment.number:>2}."
    yield from hang(
        _instruction(amendment, proposal, say, console), console, first=number, indent=4
    )
    if not proposal.adds and _is_seen(proposal, finding):
        changes = abridged(redline(finding.clause, proposal.edits), _WORDS_AROUND)
        yield from set_runs(changes, console, indent=2 * TEXT_INDENT)
    yield from term(say.REASON, proposal.reason, console)
    yield from rests_on(proposal.citations, beside.country, say, console)
    yield from precedents(proposal.precedents, beside.spoken, console)


def _is_seen(proposal: Proposal, finding: Finding) -> bool:
    """Whether a change puts in words, and leaves so many that it can be seen among them."""
    deleted = sum(edit.end - edit.start for edit in proposal.edits)
    whole = finding.clause.end - finding.clause.start
    return 2 * deleted < whole and any(edit.text for edit in proposal.edits)


def _instruction(
    amendment: Amendment, proposal: Proposal, say: ReportPhrases, console: Console
) -> Text:
    """The instruction, what it adds to the section marked as inserted."""
    opening = say.instead(amendment.instead_of) if amendment.instead_of else ""
    words = printable(amendment.instruction.strip())
    head, quote, added = words.partition("“") if proposal.adds else (words, "", "")
    signs = console.color_system is None or console.no_color
    text = Text(opening + head)
    if added:
        added = f"{quote}{added}"
        text.append(f"{{+{added}+}}" if signs else added, "" if signs else "underline green")
    return text
