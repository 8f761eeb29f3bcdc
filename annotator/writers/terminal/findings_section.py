"""The findings of the report: in which part each stands, and in which order.

What discriminates comes first, then what is silent and has amendments, the weightiest first; what
needs no words of ours takes a line, unless its label was asked for. What the classifier is not sure
of stands in an annex, at the end. Or all stand as in the law, each in full.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text

from annotator.request import View
from annotator.schema import FLAGGED, LABELS, TO_MEND, Finding
from annotator.writers.terminal.finding_block import Beside, block, one_line
from annotator.writers.terminal.layout import hang

#: The labels of a report on all of a law, as against one on some of them.
_OF_ALL = (set(FLAGGED), set(LABELS))


def findings_section(
    shown: Sequence[Finding], view: View, beside: Beside, console: Console
) -> Iterator[Text]:
    """The findings, without those of the annex.

    Args:
        shown: all that the view admits, as in the law.
        view: in which order they stand.
        beside: what of the rest of the law stands with them.
        console: takes the lines.
    """
    say = beside.spoken.phrases
    if view.order == "law":
        for finding in shown:
            yield from block(finding, beside, console)
        return
    sure = [finding for finding in shown if not _is_doubtful(finding)]
    grave = [finding for finding in sure if finding.label == "regressive"]
    silent = [finding for finding in sure if finding.label == "blind"]
    others = [finding for finding in sure if finding.label not in TO_MEND]
    of_all = set(view.labels) in _OF_ALL
    if of_all and view.proposals:
        silent = [finding for finding in silent if finding.proposals]
        others = [finding for finding in sure if finding.label not in TO_MEND or _is_bare(finding)]
    yield from _part(say.GRAVE, _weightiest(grave), beside, console)
    yield from _part(say.TO_AMEND, _weightiest(silent), beside, console)
    if not of_all:
        for finding in others:
            yield from block(finding, beside, console)
    elif others:
        yield from _title(say.NO_WORDS, console)
        yield Text()
        for finding in others:
            yield from one_line(finding, beside, console)


def annex(shown: Sequence[Finding], view: View, beside: Beside, console: Console) -> Iterator[Text]:
    """The findings of which the classifier is not sure; none where all stand as in the law."""
    if view.order == "law":
        return
    doubtful = _weightiest(finding for finding in shown if _is_doubtful(finding))
    yield from _part(beside.spoken.phrases.ANNEX, doubtful, beside, console)


def _is_doubtful(finding: Finding) -> bool:
    return finding.review and finding.label in TO_MEND


def _is_bare(finding: Finding) -> bool:
    """Whether it is silent and no words could be proposed."""
    return finding.label == "blind" and not finding.proposals


def _weightiest(findings: Iterable[Finding]) -> list[Finding]:
    """The weightiest first, of the same weight as in the law."""
    return sorted(findings, key=lambda finding: -finding.priority)


def _part(
    title: str, findings: Sequence[Finding], beside: Beside, console: Console
) -> Iterator[Text]:
    if findings:
        yield from _title(title, console)
    for finding in findings:
        yield from block(finding, beside, console)


def _title(title: str, console: Console) -> Iterator[Text]:
    yield Text("\n" + "━" * console.width)
    yield from hang(Text(title, "bold"), console)
