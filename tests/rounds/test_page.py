"""What an annotator reads of a clause."""

from __future__ import annotations

from annotator.rounds.page import page_of
from tests.rounds.conftest import clause

PAGE = """\
R-0001 · 1(1) · Ports Act › Part 1 › Detention
before: The Minister makes rules.
lead-in: An officer may
━━━━━━ JUDGE THIS ━━━━━━
search a person
(a) at a post; or
(b) on a vessel.
━━━━━━━━━━━━━━━━━━
after: The next clause."""


def test_the_clause_stands_among_its_surroundings_with_lines_around_it():
    text = "search a person\n(a) at a post; or\n(b) on a vessel."
    one = clause(1, text=text, before="The Minister\n  makes rules.", lead_in="An officer may")
    assert page_of(one) == PAGE


def test_votes_stand_right_under_the_clause():
    lines = page_of(clause(1), votes=["ana said neutral", "ben said blind"]).splitlines()
    assert lines[-4:] == ["━" * 18, "ana said neutral", "ben said blind", "after: The next clause."]


def test_what_is_not_there_leaves_no_trace():
    bare = clause(1, after="", path=(), heading="")
    assert page_of(bare).startswith("R-0001 · 1(1) · Ports Act\n━")
    assert "before:" not in page_of(bare)
    assert page_of(bare).endswith("━")


def test_a_lead_in_that_is_the_clause_before_is_shown_once():
    one = clause(1, before="An officer may", lead_in="An officer may")
    assert page_of(one).count("An officer may\n") == 1


def test_long_neighbours_are_cut_at_a_word_and_the_clause_never():
    words = " ".join(f"word{number}" for number in range(300))
    page = page_of(clause(1, text=words, before=words, after=words))
    assert words in page
    before, after = page.split("━━━━━━ JUDGE")[0], page.rpartition("━\n")[2]
    assert len(before) < 260
    assert before.rstrip().endswith("word299")
    assert len(after) < 450
    assert after.endswith(" …")


def test_evidence_is_marked_where_the_classifiers_labels_are_set():
    one = clause(1, text="An officer may search it.", evidence=((15, 21), (3, 10)))
    assert "An ⟦officer⟧ may ⟦search⟧ it." in page_of(one, marked=True)
    assert "⟦ ⟧ are the words that the classifier went by." in page_of(one, marked=True)
    assert "⟦" not in page_of(one)
    assert "⟦" not in page_of(clause(1), marked=True)
