"""What several parts of the terminal's report share: terms in the margin, citations.

What is said there of a country, of issues and of reach, other writers say in the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from annotator.lang import LanguageData
from annotator.lang.report_phrases import ReportPhrases
from annotator.one_line import one_line
from annotator.schema import (
    Annotation,
    BaselineState,
    Citation,
    Finding,
    Gap,
    IssueScore,
    Precedent,
)
from annotator.writers.terminal.layout import hang, printable, provision_name

TEXT_INDENT = 4
_TERM_WIDTH = 13
_MOST_NUMBERS = 6
_MOST_CITATIONS = 3
#: Of an issue with less the report says that the clause perhaps raises it.
SURE = 0.5


def term(name: str, words: str, console: Console) -> list[Text]:
    """Words that hang beside a term: ``Reason       Detention ...``."""
    margin = " " * TEXT_INDENT + name
    text = Text(printable(words.strip()))
    return hang(text, console, indent=TEXT_INDENT + _TERM_WIDTH, first=margin)


def rests_on(
    citations: Iterable[Citation], country: str, say: ReportPhrases, console: Console
) -> Iterator[Text]:
    """The commitments that call for an amendment.

    Args:
        citations: what binds first; of them, those that :func:`printed` gives.
        country: the name of the law's country, or empty.
        say: the report's language.
        console: takes the lines.
    """
    if told := [say.cited(citation, country) for citation in printed(citations)]:
        yield from term(say.RESTS_ON, "; ".join(told), console)


class Quoted(NamedTuple):
    """A precedent: how it is cited, and the words of it that are on the same matter."""

    cited: str
    words: str


def quoted(precedents: Sequence[Precedent], spoken: LanguageData) -> list[Quoted]:
    """The precedents of an amendment, in words on one line each."""
    if not precedents:
        return []
    from annotator.bindings.countries import find_country

    return [
        Quoted(
            one_line(
                spoken.phrases.precedent(
                    one.law,
                    provision_name(one.eid, one.number, spoken),
                    find_country(one.country).name,
                    one.date,
                )
            ),
            one_line(f"{one.lead_in} {one.text}".strip()),
        )
        for one in precedents
    ]


def precedents(
    found: Sequence[Precedent], spoken: LanguageData, console: Console
) -> Iterator[Text]:
    """What precedents are, and those of an amendment, a paragraph each."""
    say = spoken.phrases
    if found:
        yield from term(say.PRECEDENTS, say.PRECEDENTS_ARE, console)
    for one in quoted(found, spoken):
        yield from term("", f"{one.cited}: “{one.words}”", console)


def country_name(annotation: Annotation) -> str:
    """The name of the law's country; empty where it is not known."""
    code = annotation.law.jurisdiction
    if not code:
        return ""
    from annotator.bindings.countries import find_country

    return find_country(code).name


def in_baseline(state: BaselineState | None, say: ReportPhrases) -> str:
    """*new* or *known*, of what was compared with a baseline; else nothing."""
    return say.BASELINE[state] if state else ""


def issues_of(finding: Finding, say: ReportPhrases) -> str:
    """The issues that a clause raises, and those of which that is less sure."""
    sure = [score for score in finding.issues if score.score >= SURE]
    perhaps = [score for score in finding.issues if score.score < SURE]
    return say.raised(
        [_raised(score, finding.met, say) for score in sure],
        [_raised(score, finding.met, say) for score in perhaps],
    )


def _raised(score: IssueScore, met: bool, say: ReportPhrases) -> str:
    if not score.met_by:
        return say.issue(score.issue)
    return say.met_by(score.issue, score.met_by, whole=met)


def printed(citations: Iterable[Citation]) -> list[Citation]:
    """Of citations in their order, those that a report prints: a few, whose places were read.

    The JSON has them all.
    """
    return [one for one in citations if one.verified][:_MOST_CITATIONS]


def new_section(gap: Gap) -> str:
    """What the new section is called that would serve a gap: ``section 19A``; empty without one."""
    word = gap.after.partition(" ")[0]
    return f"{word} {gap.number}" if gap.by_section and gap.number else ""


def listed(numbers: Iterable[str], say: ReportPhrases) -> str:
    """The numbers of provisions, the first few of many: ``12(1), 12(2) and 9 more``."""
    shown = [printable(number) for number in numbers]
    left = len(shown) - _MOST_NUMBERS
    return ", ".join(shown[:_MOST_NUMBERS]) + (say.and_more(left) if left > 0 else "")


def governed(numbers: tuple[str, ...], say: ReportPhrases) -> str:
    """How far a definition reaches: ``governs 14 clauses: 12(1), 12(2), ...``."""
    return say.governs(len(numbers), listed(numbers, say))
