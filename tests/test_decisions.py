"""Decisions of annotators, as ``corpora/`` holds them."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.decisions import Decision, clause_hash, decode_decision, read_decisions
from annotator.errors import CorpusError
from annotator.schema import ISSUES

CORPORA = Path(__file__).parents[1] / "corpora"
DECISIONS = read_decisions(CORPORA / "annotations")


def test_white_space_does_not_change_a_clause() -> None:
    assert clause_hash("An officer\n  may search.") == clause_hash("An officer may search.")


def test_what_is_no_decision_is_refused_by_its_place() -> None:
    with pytest.raises(CorpusError, match=r"round\.jsonl, line 3 is no annotation"):
        decode_decision(b'{"law": "A-1"}', "round.jsonl, line 3")


def test_a_label_has_its_issues_and_neutral_none() -> None:
    for decision in DECISIONS:
        assert set(decision.issues) <= set(ISSUES)
        assert (decision.label != "neutral") or not decision.issues


def test_a_clause_was_read_twice_and_decided_by_others_where_they_differed() -> None:
    for decision in DECISIONS:
        annotators = {vote.annotator for vote in decision.votes}
        assert len(annotators) == len(decision.votes) >= 2
        assert _agree(decision) or len(decision.annotators) >= 3


def _agree(decision: Decision) -> bool:
    return all(
        vote.label == decision.label and set(vote.issues) == set(decision.issues)
        for vote in decision.votes
    )
