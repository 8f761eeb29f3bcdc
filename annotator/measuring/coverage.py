"""How many of the clauses that need amending get a proposal, by issue and by law.

Measured twice: on the clauses that the annotators found blind or regressive, with the issues they
gave (what the library can do), and on those that the classifier flags in the same laws (what a
drafter sees). The test laws are left alone: their clauses are not to be looked at while templates
are written.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from spacy.language import Language

from annotator.classifier.met_by import Judged, met_by_siblings
from annotator.decisions import Decision, clause_hash, read_decisions
from annotator.doc_to_annotation import finding as finding_of
from annotator.eids import unit_eid
from annotator.library import Library
from annotator.library.model import TemplateExample
from annotator.proposer.choosing import propose
from annotator.proposer.fitting import Fit, Flagged
from annotator.proving.trial import law_of
from annotator.published import read_laws
from annotator.readers import read as read_file
from annotator.reading import Reading
from annotator.schema import TO_MEND, Finding, IssueScore, Struct
from annotator.segmenter import segment, segment_clause
from annotator.training.corpus.examples import Example, Split, of_split, split_of
from annotator.training.corpus.laws import obtain
from annotator.training.corpus.library_examples import TRADITION as LIBRARY

#: What becomes of a clause: an amendment of its own; a new subsection proposed at another clause of
#: its section, on the same issue; another clause of the section that meets it already; nothing.
Outcome = str
OUTCOMES: tuple[Outcome, ...] = ("own", "section", "met", "none")
#: A law with fewer decisions was not annotated whole: most that is flagged in it nobody judged.
_WHOLE = 40


class Covered(Struct, frozen=True):
    """A clause that needs amending, and what became of it.

    ``group`` is its law or drafting tradition, ``number`` as cited; written clauses have none.
    """

    group: str
    number: str
    label: str
    issues: tuple[str, ...]
    text: str
    outcome: Outcome


def by_gold(
    corpora: Path, work: Path, examples: Iterable[Example], split: Split, library: Library
) -> list[Covered]:
    """Coverage of the clauses that annotators found blind or regressive.

    Args:
        corpora: the repository's folder of that name.
        work: where laws that had to be fetched are kept.
        examples: the labelled clauses, of which the written ones are taken.
        split: whose laws and traditions are measured.
        library: the templates.

    Raises:
        CorpusError: a law cannot be had.
    """
    gold = read_decisions(corpora / "annotations")
    covered: list[Covered] = []
    for law, text in _texts(corpora, work, gold, split, least=1):
        covered += of_law(law, text, gold, library)
    return covered + of_written(of_split(list(examples), split), library)


def by_classifier(corpora: Path, work: Path, split: Split, nlp: Language) -> list[Covered]:
    """Coverage of the clauses that the pipeline flags in the laws that were annotated whole."""
    gold = read_decisions(corpora / "annotations")
    covered: list[Covered] = []
    for law, text in _texts(corpora, work, gold, split, least=_WHOLE):
        doc = nlp(text)
        covered += of_findings(law, [finding_of(span) for span in doc.spans["clauses"]])
    return covered


def _texts(
    corpora: Path, work: Path, gold: Iterable[Decision], split: Split, least: int
) -> Iterator[tuple[str, str]]:
    """The laws of a split with at least so many decisions, and their canonical text."""
    laws = read_laws(corpora / "laws.yaml")
    decisions = Counter(one.law for one in gold)
    for law, count in sorted(decisions.items()):
        if count >= least and split_of(law, laws[law].jurisdiction) == split:
            yield law, read_file(obtain(laws[law], work / "laws")).text


def of_law(law: str, text: str, gold: Iterable[Decision], library: Library) -> list[Covered]:
    """What the library proposes for the clauses of a law that annotators found blind or regressive.

    Args:
        law: its name.
        text: its canonical text.
        gold: the annotators' decisions on clauses of the law.
        library: the templates.
    """
    found = segment(text)
    decided = {one.sha256: one for one in gold if one.law == law}
    known = [(clause, decided.get(clause_hash(clause.text))) for clause in found.clauses]
    judged = [
        Judged(
            clause=clause,
            label=one.label,
            issues=tuple(IssueScore(issue=issue, score=1.0) for issue in one.issues),
        )
        for clause, one in known
        if one
    ]
    met = [bool(issues) and all(i.met_by for i in issues) for issues in met_by_siblings(judged)]
    flagged = [
        (Flagged(one.clause, one.label, tuple(i.issue for i in one.issues)), is_met)
        for one, is_met in zip(judged, met, strict=True)
        if one.label in TO_MEND
    ]
    reading = Reading.of(text, found.clauses, found.provisions, library)
    fits = propose(reading, [one for one, _ in flagged], library)
    by_provision = _added_issues(fits)
    return [
        Covered(
            group=law,
            number=one.clause.number,
            label=one.label,
            issues=one.issues,
            text=one.clause.text,
            outcome=_outcome(bool(own), one.issues, by_provision[unit_eid(one.clause.eid)], is_met),
        )
        for (one, is_met), own in zip(flagged, fits, strict=True)
    ]


def of_written(examples: Iterable[Example], library: Library) -> list[Covered]:
    """What the library proposes for written clauses, each a law of its own."""
    return [
        Covered(
            group=one.group,
            number="",
            label=one.label,
            issues=one.issues,
            text=one.text,
            outcome="own" if _proposed_alone(one, library) else "none",
        )
        for one in examples
        if one.label in TO_MEND and not one.law and one.tradition != LIBRARY
    ]


def of_findings(law: str, findings: Iterable[Finding]) -> list[Covered]:
    """What became of the clauses that the pipeline flags in a law."""
    flagged = [finding for finding in findings if finding.label in TO_MEND]
    added: dict[str, set[str]] = defaultdict(set)
    for finding in flagged:
        for proposal in finding.proposals:
            if proposal.adds:
                added[unit_eid(finding.clause.eid)].add(proposal.issue)
    return [
        Covered(
            group=law,
            number=finding.clause.number,
            label=finding.label,
            issues=_raised(finding),
            text=finding.clause.text,
            outcome=_outcome(
                bool(finding.proposals),
                _raised(finding),
                added[unit_eid(finding.clause.eid)],
                finding.met,
            ),
        )
        for finding in flagged
    ]


def table(covered: Sequence[Covered], title: str) -> str:
    """The shares in columns, all first, then by label, by issue and by law."""
    rows = [(title, covered), *_by(covered, lambda one: [one.label])]
    rows += [*_by(covered, lambda one: one.issues), *_by(covered, lambda one: [one.group])]
    head = f"{'':<36}{'clauses':>9}{'own':>8}{'section':>9}{'met':>7}{'none':>7}{'covered':>10}"
    return "\n".join([head, *(_row(name, some) for name, some in rows)])


def uncovered(covered: Iterable[Covered]) -> Iterator[str]:
    """A line for each clause without an amendment, with its first words."""
    for one in covered:
        if one.outcome == "none":
            place = f"{one.group} {one.number}".strip()
            words = " ".join(one.text.split())
            yield f"{place}  {one.label}: {', '.join(one.issues)}  {words[:110]}"


def share(covered: Sequence[Covered]) -> float:
    """The share of clauses that some amendment or clause of their section sees to."""
    return sum(one.outcome != "none" for one in covered) / len(covered) if covered else 0.0


def _row(name: str, covered: Sequence[Covered]) -> str:
    counts = [sum(one.outcome == outcome for one in covered) for outcome in OUTCOMES]
    own, section, met, none = counts
    figures = f"{len(covered):>9}{own:>8}{section:>9}{met:>7}{none:>7}{share(covered):>10.0%}"
    return f"{name[:35]:<36}{figures}"


def _by(
    covered: Sequence[Covered], keys: Callable[[Covered], Iterable[str]]
) -> list[tuple[str, list[Covered]]]:
    groups: Mapping[str, list[Covered]] = defaultdict(list)
    for one in covered:
        for key in keys(one):
            groups[key].append(one)
    return sorted(((f"  {key}", some) for key, some in groups.items()), key=lambda row: row[0])


def _outcome(own: bool, issues: Sequence[str], added: set[str], met: bool) -> Outcome:
    if own:
        return "own"
    if added & set(issues):
        return "section"
    return "met" if met else "none"


def _added_issues(fits: Iterable[tuple[Fit, ...]]) -> dict[str, set[str]]:
    """The issues on which something is added to each provision."""
    added: dict[str, set[str]] = defaultdict(set)
    for some in fits:
        for fit in some:
            if fit.adds:
                added[fit.provision].add(fit.proposal.issue)
    return added


def _proposed_alone(example: Example, library: Library) -> bool:
    text, clause = law_of(TemplateExample(text=example.text, number="1", lead_in=example.lead_in))
    flagged = Flagged(clause, example.label, example.issues)
    return bool(
        propose(
            Reading.of(text, [clause], [segment_clause(text, clause)], library), [flagged], library
        )[0]
    )


def _raised(finding: Finding) -> tuple[str, ...]:
    return tuple(raised.issue for raised in finding.issues)
