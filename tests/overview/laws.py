"""Laws invented for these tests, cut by the segmenter and labelled by hand."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from annotator.bindings.standing import Standing, load_standing
from annotator.library import Library, load_library
from annotator.overview.needs import Ground
from annotator.schema import Finding, IssueScore, Label
from annotator.segmenter import segment

LAWS = Path(__file__).parents[1] / "laws"

#: Of a clause: its label, and the issues that it raises.
Said = Mapping[str, tuple[Label, tuple[str, ...]]]

DETENTION: Said = {
    "1 “family member”": ("regressive", ("family",)),
    "2(1)": ("blind", ("detention",)),
    "2(2)": ("blind", ("detention",)),
    "2(3)": ("responsive", ("detention",)),
    "3": ("blind", ("detention",)),
}
LABOUR: Said = {
    "1(2)": ("blind", ("labour",)),
    "2(1)": ("blind", ("labour",)),
    "2(2)": ("blind", ("labour",)),
}


@cache
def library() -> Library:
    return load_library()


@cache
def standing() -> Standing:
    return load_standing(library().instruments)


def text_of(name: str) -> str:
    return (LAWS / f"{name}.txt").read_text(encoding="utf-8")


def findings(text: str, said: Said, *, review: bool = False) -> tuple[Finding, ...]:
    """A finding for every clause: neutral where nothing is said of it."""
    found = []
    for clause in segment(text).clauses:
        label, issues = said.get(clause.number, ("neutral", ()))
        found.append(
            Finding(
                clause=clause,
                label=label,
                confidence=0.9,
                scores={label: 0.9},
                review=review,
                issues=tuple(IssueScore(issue=issue, score=0.9) for issue in issues),
            )
        )
    assert set(said) <= {finding.clause.number for finding in found}
    return tuple(found)


def ground(text: str, said: Said, *, review: bool = False) -> Ground:
    tree = segment(text).provisions
    return Ground.of(text, findings(text, said, review=review), tree, library())
