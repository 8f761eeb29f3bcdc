"""How much a finding matters beside the others of its law."""

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from annotator.overview.weight import priority, weighed
from annotator.schema import ISSUES, Clause, Finding, IssueScore

PAGE = Path("docs/weight.md").read_text(encoding="utf-8")


def finding(label: str, confidence: float, issue: str, score: float) -> Finding:
    clause = Clause("sec_1", "1", "Detention", (), "", "Words.", 0, 6)
    return Finding(clause, label, confidence, {}, issues=(IssueScore(issue, score),))


DETAINED = finding("blind", 0.98, "detention", 0.99)
TERM = finding("blind", 0.9, "family", 0.9)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (finding("regressive", 0.9, "nationality", 0.95), DETAINED),
        (DETAINED, finding("blind", 0.98, "data", 0.99)),
        (DETAINED, finding("blind", 0.6, "detention", 0.99)),
        (DETAINED, finding("responsive", 0.98, "detention", 0.99)),
        (DETAINED, replace(DETAINED, met=True)),
        (replace(TERM, governs=("1", "2")), TERM),
        (DETAINED, finding("blind", 0.98, "detention", 0.4)),
    ],
)
def test_the_graver_weighs_more(one: Finding, other: Finding) -> None:
    assert priority(one) > priority(other)


def test_a_neutral_clause_weighs_nothing_and_no_clause_more_than_a_hundred() -> None:
    assert priority(finding("neutral", 1.0, "detention", 1.0)) == 0
    gravest = replace(finding("regressive", 1.0, "detention", 1.0), governs=("1",) * 40)
    assert priority(gravest) == 100
    assert [one.priority for one in weighed((gravest, DETAINED))] == [100, priority(DETAINED)]


def test_the_page_reckons_as_the_program_does() -> None:
    told = [int(number) for number in re.findall(r"= (\d+)", PAGE)]
    assert told == [
        priority(DETAINED),
        priority(finding("regressive", 0.9, "nationality", 0.95)),
        priority(finding("blind", 0.99, "governance", 0.99)),
    ]
    for issue in ISSUES:
        assert re.search(rf"\b{issue}\b", PAGE), issue
