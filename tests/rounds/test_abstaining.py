"""*Unsure* and *skip*: votes that decide nothing, shown to whoever leads and decides."""

from __future__ import annotations

import pytest
from lxml import html

from annotator.rounds import messages as words
from annotator.rounds.adjudicating import adjudicate
from annotator.rounds.agreeing import measure
from annotator.rounds.closing import close, decide
from annotator.rounds.doccano import FINISHED
from annotator.rounds.lacking import lacking
from annotator.rounds.opening import put_up
from annotator.rounds.progress import look
from annotator.rounds.pulling import pull
from annotator.rounds.reporting import render
from annotator.rounds.votes import Pulled, RawVote, broken, disagreements, wavering
from tests.rounds.conftest import GUIDELINES, MEMBERS, a_round, clause, label, silent
from tests.rounds.test_deciding import AT, everybody, said


@pytest.mark.parametrize(
    "labels",
    [("unsure",), ("skip",), ("unsure", "blind", "neutral"), ("skip", "neutral", "search")],
)
def test_they_keep_the_rule_whatever_else_is_set(labels):
    assert broken(RawVote(clause="R-0001", annotator="ana", labels=labels)) == ""


def test_what_somebody_wavers_between_is_said():
    assert wavering(said(1, "ana", "neutral", "unsure", "blind")) == "unsure (blind, neutral)"


#: The answers of ana, ben and cleo, what is decided, and whether it is for the adjudicator.
CASES = [
    (["neutral", "neutral", "unsure"], "neutral", False),
    (["neutral", "unsure", "unsure"], None, True),
    (["neutral", "neutral", "skip"], "neutral", False),
    (["neutral", "blind search", "skip"], None, True),
    (["skip", "skip", "skip"], None, True),
    (["unsure", None, None], None, False),  # others are still to judge
    (["neutral", "unsure", None], None, False),
]


@pytest.mark.parametrize(("answers", "decision", "divided"), CASES)
def test_neither_decides_and_half_unsure_is_no_agreement(answers, decision, divided):
    round_ = a_round("A", (clause(1),), key="a")
    given = [
        said(1, name, *answer.split())
        for name, answer in zip(MEMBERS, answers, strict=True)
        if answer
    ]
    pulled = Pulled(at=AT, votes=tuple(given))
    decided = decide(round_, pulled)
    assert [one.label for one in decided.values()] == ([decision] if decision else [])
    assert disagreements(round_, pulled) == (["R-0001"] if divided else [])
    # Whoever has said so is not waited for.
    assert [lack.member for lack in lacking(round_, pulled)] == [
        name for name, answer in zip(MEMBERS, answers, strict=True) if answer is None
    ]


def test_nothing_is_learnt_from_them_and_no_agreement_measured(store, tmp_path):
    round_ = store.write(a_round("L", (clause(1), clause(2)), key="l"))
    votes = (
        *everybody(1, "neutral")[:2],
        said(1, "cleo", "unsure", "blind"),
        *everybody(2, "skip"),
    )
    store.write_votes("L", Pulled(at=AT, votes=votes))
    figures = measure(round_, store.votes("L"))
    assert (figures.votes, figures.common) == (2, 1)
    assert figures.broken == {}
    (path,) = close(store, round_, tmp_path, partly=True).files
    assert path.read_text().count("\n") == 1
    assert "unsure" not in path.read_text()
    assert "skip" not in path.read_text()


def test_the_report_lists_them():
    votes = (*everybody(1, "neutral")[:2], said(1, "cleo", "unsure", "blind"))
    round_ = a_round("L", (clause(1), clause(2)), key="l")
    page = html.fromstring(render(round_, Pulled(at=AT, votes=votes)))
    (listed,) = page.xpath("//h2[text()='Unsure, or skipped']/following-sibling::div[1]")
    assert "cleo: unsure (blind)" in listed.text_content()


def test_lead_and_adjudicator_read_them_and_the_last_page_is_no_clause(
    coordinator, as_member, store
):
    round_ = put_up(
        coordinator, store, a_round("Pass", (clause(1), clause(2)), key="pass"),
        guidelines=GUIDELINES, tokens={}, tell=silent,
    )  # fmt: skip
    project = round_.projects[0].id
    last = coordinator.last_page(project)
    for name, first in (("ana", ["neutral"]), ("ben", ["unsure", "blind"]), ("cleo", ["skip"])):
        member = as_member(name)
        one, two = member.rows(project)  # the last page is none of them
        label(member, project, one.id, *first)
        label(member, project, two.id, "neutral")
        member.confirm(project, last.id)
    as_member("ana").comment(project, last.id, "What of pupils?")
    before = {one.member: (one.done, one.of) for one in look(coordinator, store, round_)}
    pulled = pull(coordinator, store, round_).pulled
    assert before == dict.fromkeys(MEMBERS, (2, 2))
    assert FINISHED not in {raw.clause for raw in pulled.votes}
    assert sorted(pulled.finished) == sorted(MEMBERS)
    told = list(words.pulled(round_, pulled))
    assert told[0].startswith("4 votes on 2 of 2 clauses pulled")
    assert "  ben: R-0001 (Ports Act, 1(1)) unsure (blind)" in told
    assert "  cleo: R-0001 (Ports Act, 1(1)) skipped" in told
    assert "  ana: of the whole round: What of pupils?" in told
    assert "What of pupils?" in render(round_, pulled)
    lines = list(words.progress(look(coordinator, store, round_)))
    assert lines[1].endswith("2 of 2   done (1 unsure)")
    assert lines[2].endswith("2 of 2   done (1 skipped)")
    # Who has the last word passes nothing on.
    round_ = adjudicate(
        coordinator, store, round_, "dora", guidelines=GUIDELINES, tokens={}, tell=silent
    )
    second = round_.adjudicating.id
    assert not {"unsure", "skip"} & set(coordinator.label_types(second))
    text = next(iter(as_member("dora").client.list_examples(second))).text
    assert "ana said neutral\nben was unsure (blind)\ncleo skipped it\n" in text
