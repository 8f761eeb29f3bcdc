"""The scorecard beyond issues: counts by framework, and the law's place on WHO's scale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from annotator.bindings.frameworks import ARTICLES_OF, objectives_of
from annotator.library import Library
from annotator.overview.needs import Ground
from annotator.schema import FLAGGED, Finding, Gap, Place

# Shares of the clauses on which gender bears that must take it into account. The scale itself has
# no figures: below a fifth what is said of gender is the exception, from a half on it is the rule.
_SENSITIVE, _SPECIFIC, _TRANSFORMATIVE = 0.2, 0.5, 0.8
_CHANGES_POWER = 5
_MOST_NUMBERS = 5

Counts = dict[str, dict[str, int]]


def objectives(findings: Iterable[Finding], library: Library) -> Counts:
    """Clauses by objective of the Global Compact and label.

    A clause is counted once for each objective that one of its issues belongs to
    (:func:`~annotator.bindings.frameworks.objectives_of`). Templates proposed for it are not asked:
    responsive clauses have none, and would count by another rule than blind ones.
    """
    return _counts(findings, objectives_of(library))


def articles(findings: Iterable[Finding]) -> Counts:
    """Clauses by article of CEDAW and label, by the articles that their issues belong to."""
    return _counts(findings, ARTICLES_OF)


def _counts(findings: Iterable[Finding], belongs: dict[str, tuple[int, ...]]) -> Counts:
    counts: dict[int, Counter[str]] = {}
    for finding in findings:
        if finding.label not in FLAGGED:
            continue
        for number in {n for raised in finding.issues for n in belongs.get(raised.issue, ())}:
            counts.setdefault(number, Counter())[finding.label] += 1
    return {str(number): dict(counts[number]) for number in sorted(counts)}


def place(ground: Ground, gaps: Sequence[Gap]) -> Place | None:
    """The law's place on WHO's scale, counted from its clauses; None where gender bears on none.

    A clause that discriminates, and of which the classifier is sure, puts a law at level 1 whatever
    else it does; one of which it is not is named and counts for nothing. For the others the share
    decides of the clauses on which gender bears that take it into account, or are answered by
    another of their section: below a fifth level 2, below a half level 3, from there on level 4.
    Level 5 asks for four fifths, no gap of minimum strength, and a clause that changes the rule or
    the power itself (a template of that level says which). The scale is a reader's judgement of
    aims and effects; counts come near it and do not replace it.
    """
    regressive = [f for f in ground.findings if f.label == "regressive"]
    discriminating = [f for f in regressive if not f.review]
    doubtful = [f for f in regressive if f.review]
    blind = [f for f in ground.findings if f.label == "blind"]
    bearing = len(blind) + len(ground.responsive)
    if not discriminating and not bearing:
        return None
    named, answered = len(ground.responsive), sum(finding.met for finding in blind)
    level = _by_share(ground, gaps, named + answered, bearing)
    say = ground.reading.language.phrases
    total = sum(f.clause.provides for f in ground.findings) - len(regressive)
    how = say.share(named, answered, bearing, total, others=bool(regressive))
    doubts = say.doubtful(len(doubtful), _listed(doubtful), more=bool(discriminating))
    if not discriminating:
        how = f"{doubts} {how}" if doubtful else how
        return Place(level=level, name=say.LEVELS[level], how=how)
    numbers = _listed(discriminating) + (f"; {doubts}" if doubtful else "")
    how = say.unequal(len(discriminating), numbers, level, how)
    return Place(level=1, name=say.LEVELS[1], how=how)


def _listed(findings: Sequence[Finding]) -> str:
    numbers = ", ".join(finding.clause.number for finding in findings[:_MOST_NUMBERS])
    return numbers + (", ..." if len(findings) > _MOST_NUMBERS else "")


def _by_share(ground: Ground, gaps: Sequence[Gap], taken: int, bearing: int) -> int:
    share = taken / bearing if bearing else 0.0
    if share < _SENSITIVE:
        return 2
    if share < _SPECIFIC:
        return 3
    least_done = not any(gap.strength == "minimum" for gap in gaps)
    if share >= _TRANSFORMATIVE and least_done and _changes_power(ground):
        return 5
    return 4


def _changes_power(ground: Ground) -> bool:
    """Whether a clause says what a template of the highest level would have it say."""
    highest = [one for one in ground.library.templates if one.who_level == _CHANGES_POWER]
    return any(ground.says(finding, one) for finding in ground.responsive for one in highest)
