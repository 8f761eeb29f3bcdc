"""The report's first half page: what to know of a law before reading on.

It names what the law does well, what discriminates, and the changes that matter most, each with its
reason, and says how much else is missing; the lines below the counts say how sure all this is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace
from rich.console import Console
from rich.text import Text

from annotator.lang import LanguageData
from annotator.lang.report_phrases import ReportPhrases
from annotator.request import View
from annotator.schema import FLAGGED, STRENGTHS, Annotation, Finding, Gap
from annotator.writers.terminal.layout import hang, printable, provision_name
from annotator.writers.terminal.phrases import TEXT_INDENT, listed, new_section

_CHANGES = 5
_SHORT_HEADING = 40


class HalfPage(NamedTuple):
    """What the half page says, a paragraph each, as a law has words; what is empty is not said.

    ``well`` is what the law does well, ``grave`` what discriminates, ``changes`` are those that
    matter most, ``missing`` says how much else is.
    """

    well: str = ""
    grave: str = ""
    changes: tuple[str, ...] = ()
    missing: str = ""


def half_page(
    annotation: Annotation, gaps: Sequence[Gap], view: View, spoken: LanguageData
) -> HalfPage:
    """What the half page says; nothing where only a part of the law is asked for.

    Args:
        annotation: of the law.
        gaps: those that are printed.
        view: what of it is shown.
        spoken: the report's language.
    """
    partial = view.issues or view.min_confidence or view.only_new
    if partial or not set(FLAGGED) <= set(view.labels) or not view.proposals:
        return HalfPage()
    say = spoken.phrases
    sure = [finding for finding in annotation.findings if not finding.review]
    well = [finding for finding in sure if finding.label == "responsive"]
    grave = list(_discriminating(sure, spoken))[:_CHANGES]
    lacking = sorted(gaps, key=lambda gap: STRENGTHS.index(gap.strength))
    # What the library has words for, here or at a clause.
    worded = [gap for gap in lacking if gap.proposed_at or new_section(gap)]
    named = worded[: _CHANGES - len(grave)]
    left = len(lacking) - len(named)
    return HalfPage(
        well=say.does_well(_named(well, spoken), len(well)) if well else "",
        grave=_told_of_discriminating(annotation.findings, spoken),
        changes=(*grave, *(provided(gap, say) for gap in named)),
        missing=say.missing(left, more=bool(named)) if left else "",
    )


def compared(annotation: Annotation, view: View, spoken: LanguageData) -> str:
    """What of all that is asked for a baseline knows, and what is new; empty without one."""
    asked = replace(view, only_new=False)
    found = [one for one in asked.of(annotation) if one.baseline_state]
    if not found and not any(gap.baseline_state for gap in annotation.gaps):
        return ""
    new = [one for one in found if one.baseline_state == "new"]
    lacking = sum(gap.baseline_state == "new" for gap in asked.gaps_of(annotation))
    known = len(found) - len(new)
    return spoken.phrases.compared(len(new), _named(new, spoken), known, lacking)


def summary_section(told: HalfPage, say: ReportPhrases, console: Console) -> Iterator[Text]:
    """The lines of the half page.

    Args:
        told: what it says.
        say: the report's language.
        console: takes the lines.
    """
    for words in filter(None, (told.well, told.grave)):
        yield Text()
        yield from hang(Text(words), console)
    if told.changes:
        yield Text()
        yield Text(say.CHANGES, "bold")
        for number, change in enumerate(told.changes, start=1):
            text = Text(printable(change))
            yield from hang(text, console, indent=TEXT_INDENT, first=f"{number:>2}.")
    if told.missing:
        yield Text()
        yield from hang(Text(told.missing), console)


def _discriminating(sure: Iterable[Finding], spoken: LanguageData) -> Iterator[str]:
    """What to mend in clauses that discriminate: first those for which there are words.

    Clauses of which the same is said are named together.
    """
    say = spoken.phrases
    alike: dict[str, list[Finding]] = {}
    bare: list[Finding] = []
    for finding in sure:
        if finding.label == "regressive" and finding.proposals:
            alike.setdefault(finding.proposals[0].reason, []).append(finding)
        elif finding.label == "regressive":
            bare.append(finding)
    for reason, findings in alike.items():
        yield say.mend(_named(findings, spoken), reason)
    told = {finding.clause.number for findings in alike.values() for finding in findings}
    left = [finding for finding in bare if finding.clause.number not in told]
    if left:
        yield say.mend_by_hand(_named(left, spoken), len(left))


def _told_of_discriminating(findings: Iterable[Finding], spoken: LanguageData) -> str:
    """Which provisions discriminate, surely and perhaps; empty where none does."""
    grave = [one for one in findings if one.label == "regressive"]
    sure = [one for one in grave if not one.review]
    doubtful = [one for one in grave if one.review]
    if not grave:
        return ""
    return spoken.phrases.discriminates(
        _named(sure, spoken) if sure else "",
        len(sure),
        _named(doubtful, spoken) if doubtful else "",
    )


def provided(gap: Gap, say: ReportPhrases) -> str:
    """What to provide, where, and why."""
    where = say.amended_at(listed(gap.proposed_at, say)) if gap.proposed_at else ""
    if name := new_section(gap):
        where = say.new_section(name)
    notes = [where, say.but_see(listed(gap.see, say)) if gap.see else ""]
    return say.provide(gap.lacks, "; ".join(filter(None, notes)), gap.reason)


def _named(findings: Sequence[Finding], spoken: LanguageData) -> str:
    """Provisions, the first with what it is called: ``Section 6(1) (Entry), 7 and 9(2)``."""
    places: dict[str, None] = {}
    headed: set[str] = set()
    alone = {finding.clause.number: finding.clause for finding in findings}
    for clause in alone.values():
        name = clause.number if places else provision_name(clause.eid, clause.number, spoken)
        heading = " ".join(clause.heading.split())
        new = len(heading) <= _SHORT_HEADING and heading not in headed
        places[spoken.phrases.named(name, heading if new else "")] = None
        headed.add(heading)
    return listed(places, spoken.phrases)
