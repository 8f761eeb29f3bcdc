"""What a round on a real server tells of each member: on the gold, on the way, by all votes."""

from __future__ import annotations

import pytest
from lxml import html

from annotator.cli import main
from annotator.rounds.closing import close
from annotator.rounds.manifest import Gold
from annotator.rounds.opening import put_up
from annotator.rounds.page import page_of
from annotator.rounds.store import Store
from tests.rounds.conftest import GUIDELINES, MEMBERS, a_round, clause, label, silent

COUNT = 36
BLIND, NEUTRAL = ("blind", "search"), ("neutral",)


def is_blind(number: int) -> bool:
    """What the clause in truth is: the odd ones are blind."""
    return bool(number % 2)


def says(name: str, number: int) -> tuple[str, ...]:
    """Cleo begins as the others do, and says the contrary in the second half."""
    tired = name == "cleo" and number > COUNT // 2
    return BLIND if is_blind(number) is not tired else NEUTRAL


def test_gold_drift_and_weighed_votes_tell_who_grew_tired(
    at_work, coordinator, as_member, tmp_path, capsys: pytest.CaptureFixture[str]
):
    store = Store(at_work / "rounds")
    gold = {number for number in range(1, COUNT + 1) if number % 3 == 0}
    clauses = tuple(
        clause(
            number,
            gold=Gold("blind", ("search",)) if is_blind(number) else Gold("neutral"),
            chosen="gold",
        )
        if number in gold
        else clause(number)
        for number in range(1, COUNT + 1)
    )
    round_ = put_up(
        coordinator, store, a_round("M", clauses, key="members"),
        guidelines=GUIDELINES, tokens={}, tell=silent,
    )  # fmt: skip
    project = round_.projects[0].id
    pages = {one.meta["clause"]: one for one in as_member("ana").client.list_examples(project)}
    for number in gold:  # nobody can tell it
        shown = pages[f"R-{number:04d}"]
        assert (shown.text, set(shown.meta)) == (page_of(clause(number)), set(pages["R-0001"].meta))
    for name in MEMBERS:
        member = as_member(name)
        for row in member.rows(project):
            label(member, project, row.id, *says(name, int(row.clause[2:])))
    assert main(["rounds", "pull", "M"]) == 0
    capsys.readouterr()

    assert main(["rounds", "agree", "M"]) == 0
    said = capsys.readouterr().out
    rows = {line.split()[0]: " ".join(line.split()) for line in said.splitlines() if line.strip()}
    gold_of = {
        line.split()[0]: " ".join(line.split()).partition(" ")[2]
        for line in said.splitlines()
        if "of 12 " in line
    }
    assert gold_of["ana"].startswith("12 of 12 100% (76% to 100%)")
    assert gold_of["cleo"].startswith("6 of 12 50% (25% to 75%)")
    assert "not so:" in gold_of["cleo"]
    assert rows["cleo"] == "cleo 100% 50% 0% of 36 falls off, beyond chance: talk to them"
    assert "falls off" not in rows["ana"] + rows["ben"]
    weighed = next(line for line in said.splitlines() if "Dawid and Skene" in line)
    shares = (one.split() for one in weighed.partition("likely right: ")[2].split(", "))
    reliable = {name: int(share.rstrip("%")) for name, share in shares}
    assert reliable["ana"] > 90
    assert reliable["ben"] > 90
    assert reliable["cleo"] < 65

    assert main(["rounds", "report", "M"]) == 0
    page = html.fromstring((store.place("M") / "report.html").read_text())
    (table,) = page.xpath("//h2[text()='Member by member']/following::table[1]/tbody")
    told = {row[0].text_content(): " ".join(row.text_content().split()) for row in table}
    assert "falls off" in told["cleo"]
    assert "falls off" not in told["ana"]
    # It decides nothing: where Cleo errs, two still agree, and one of three differs.
    closed = close(store, store.read("M"), tmp_path, partly=True)
    assert closed.decided == 12
