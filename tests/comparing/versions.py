"""Versions of a law with labels that no network gave."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from annotator.comparing import compare
from annotator.comparison import LawComparison
from annotator.library import load_library
from annotator.schema import (
    LABELS,
    Annotation,
    Edit,
    Finding,
    Gap,
    IssueScore,
    Label,
    Law,
    Model,
    Proposal,
    Scorecard,
)
from annotator.segmenter import segment

#: A label, or a label and how sure it is.
Said = Label | tuple[Label, float]

OLD = """\
Search
1. (1) An officer may search any person who arrives at a port.
(2) A search is recorded in the book of the port.

Detention
2. (1) An officer may detain a person whose identity is not known.
(2) A detained woman is held apart from men.

Passage
3. A married woman shall not cross without the written consent of her husband.

Fees
4. A fee is due for every crossing, and is paid at the gate.
"""


def version(
    text: str,
    labels: Mapping[str, Said] = {},
    *,
    issues: Mapping[str, tuple[str, ...]] = {},
    met: tuple[str, ...] = (),
    proposals: Mapping[str, tuple[Proposal, ...]] = {},
    gaps: tuple[Gap, ...] = (),
) -> Annotation:
    """A law in which clauses, by their numbers, bear labels; all others are neutral."""
    cut = segment(text)
    findings = []
    for clause in cut.clauses:
        said = labels.get(clause.number, "neutral")
        label, sure = said if isinstance(said, tuple) else (said, 0.9)
        findings.append(
            Finding(
                clause=clause,
                label=label,
                confidence=sure,
                scores={label: sure},
                review=sure < 0.6,
                issues=tuple(
                    IssueScore(issue=one, score=0.9) for one in issues.get(clause.number, ())
                ),
                met=clause.number in met,
                proposals=proposals.get(clause.number, ()),
            )
        )
    counts = {label: sum(one.label == label for one in findings) for label in LABELS}
    return Annotation(
        law=Law(title="CROSSING ACT", source="act.txt", sha256="", language="en", format="txt"),
        model=Model(name="pipeline", version="1.0"),
        findings=tuple(findings),
        scorecard=Scorecard(clauses=len(findings), labels=counts, issues={}, review=0),
        gaps=gaps,
        provisions=tuple(cut.provisions),
        text=text,
    )


def proposal(text: str, old: str, new: str, **more: object) -> Proposal:
    """An amendment that puts words in the place of others, which stand once in a text."""
    assert text.count(old) == 1
    start = text.index(old)
    made = Proposal(
        template="search-same-sex-officer",
        issue="search",
        operation="insert_phrase",
        edits=(Edit(start=start, end=start + len(old), text=new),),
        amended=new,
        instruction=f"For “{old}” substitute “{new}”.",
        reason="A reason.",
        citations=(),
    )
    return replace(made, **more)


def compared(old: Annotation, new: Annotation) -> LawComparison:
    return compare(old, new, load_library())


def turned(old: Annotation, new: Annotation) -> list[str]:
    """What changed in terms of gender, a line each: ``mended 1 -> 2``."""
    return [f"{one.kind} {one.old} -> {one.new}" for one in compared(old, new).turns]
