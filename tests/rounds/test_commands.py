"""``annotate rounds`` from the command line, against a real server, killed and run again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from annotator.cli import main
from annotator.rounds.doccano import FINISHED
from annotator.rounds.store import Store
from tests.rounds.conftest import MEMBERS, ROOT, label
from tests.rounds.proxy import Proxy

LAW = ROOT / "tests" / "laws"
BILL = ROOT / "examples" / "border-management-bill.txt"


OPEN = ["rounds", "open", str(BILL), "--annotators", ",".join(MEMBERS), "--guidelines",
        str(ROOT / "corpora" / "GUIDELINES.md")]  # fmt: skip


def run(*arguments: str) -> int:
    return main(list(arguments))


def test_a_round_from_its_opening_to_what_training_learns_from(
    at_work, as_member, capsys: pytest.CaptureFixture[str]
):
    assert run(*OPEN, "--name", "2026-12", "--size", "12") == 0
    said = capsys.readouterr()
    assert "12 clauses for ana, ben, cleo" in said.out
    assert "/text-classification?page=1" in said.out
    assert "is not in corpora/laws.yaml" in said.err
    round_ = Store(at_work / "rounds").read("2026-12")
    assert {clause.title for clause in round_.clauses} == {"BORDER MANAGEMENT BILL"}
    project = round_.projects[0].id
    for name in MEMBERS:
        member = as_member(name)
        for place, row in enumerate(sorted(member.rows(project))):
            divided = place == 0 and name == "cleo"
            label(member, project, row.id, *(["neutral"] if divided else ["blind", "search"]))
    assert run("rounds", "status", "2026-12") == 0
    assert "ana   ████████████████████     12 of 12   done" in capsys.readouterr().out
    assert run("rounds", "pull", "2026-12") == 0
    assert "36 votes on 12 of 12 clauses pulled" in capsys.readouterr().out
    assert run("rounds", "agree", "2026-12") == 0
    assert "Over 12 clauses that at least two judged" in capsys.readouterr().out
    assert run("rounds", "close", "2026-12") == 2
    assert "1 are disagreed on: have them adjudicated" in capsys.readouterr().err
    assert run("rounds", "adjudicate", "2026-12", "--to", "dora", *OPEN[-2:]) == 0
    said = capsys.readouterr()
    assert "1 disagreements for dora" in said.out
    assert "DOCCANO_TOKENS has no token of dora" in said.err
    second = Store(at_work / "rounds").read("2026-12").adjudicating
    dora = as_member("dora")
    (row,) = dora.rows(second.id)
    label(dora, second.id, row.id, "blind", "search")
    assert run("rounds", "pull", "2026-12") == 0
    assert run("rounds", "close", "2026-12") == 0
    assert (at_work / "corpora" / "clauses" / "2026-12.jsonl").read_text().count("\n") == 12
    assert run("rounds", "report", "2026-12") == 0
    assert (at_work / "rounds" / "2026-12" / "report.html").is_file()
    assert run("rounds", "report", "2026-12") == 0
    page = at_work / "page.html"
    page.write_text("<!doctype html>\n<html>theirs</html>")
    assert run("rounds", "report", "2026-12", "-o", str(page)) == 2
    assert "is not a report of annotate" in capsys.readouterr().err
    assert run("rounds", "report", "2026-12", "-o", str(page), "--overwrite") == 0
    capsys.readouterr()
    assert run("rounds", "open", "--name", "2026-12", *OPEN[-2:]) == 2
    assert "is closed: open another under a new name" in capsys.readouterr().err
    assert run("rounds", "list") == 0
    assert "2026-12" in capsys.readouterr().out


def test_the_next_round_is_asked_by_what_was_learnt_with_decided_clauses_among_it(
    at_work, as_member, capsys
):
    countries = ["--votes", "3", "--country", "KE=ana,ben", "--country", "TN=cleo"]
    assert run(*OPEN, "--name", "N", "--size", "12", *countries) == 0
    store = Store(at_work / "rounds")
    assert run("rounds", "next", "N", *OPEN[-2:]) == 2
    assert "Nothing has been pulled of round N" in capsys.readouterr().err
    project = store.read("N").projects[0].id
    for name in MEMBERS:
        member = as_member(name)
        for row in member.rows(project):
            label(member, project, row.id, "blind", "search")
    assert run("rounds", "pull", "N") == 0
    assert run("rounds", "close", "N") == 0
    closed = str(at_work / "corpora" / "clauses" / "N.jsonl")
    capsys.readouterr()
    told = ["rounds", "next", "N", "--size", "5", "--gold", closed, "--gold-size", "3", *OPEN[-2:]]
    assert run(*told) == 0
    said = capsys.readouterr().out
    assert "Learnt from 12 judged clauses." in said
    assert f"3 of the 12 decided clauses in {closed} are mixed in." in said
    assert "8 clauses for ana, ben, cleo" in said
    first, second = store.read("N"), store.read("N.2")
    assert second.after == "N"
    assert (second.votes, second.countries) == (3, {"ana": "KE", "ben": "KE", "cleo": "TN"})
    assert (store.place("N.2") / "light.npz").is_file()
    before = {one.sha256 for one in first.clauses}
    assert {one.sha256 for one in second.clauses if one.gold} < before
    assert before.isdisjoint(one.sha256 for one in second.to_decide)
    ana = as_member("ana")
    shown = {one.meta["clause"]: one for one in ana.client.list_examples(second.projects[0].id)}
    assert list(shown) == [*(one.id for one in second.clauses), FINISHED]
    assert not any("gold" in f"{one.text} {one.meta}" for one in shown.values())
    assert run(*told) == 2
    assert "Round N.2 is the next of N, and is open: pull" in capsys.readouterr().err


def test_a_vote_that_breaks_the_rule_is_listed_for_its_annotator(at_work, as_member, capsys):
    assert run(*OPEN, "--name", "Rule", "--size", "2") == 0
    project = Store(at_work / "rounds").read("Rule").projects[0].id
    ben = as_member("ben")
    for row, labels in zip(
        sorted(ben.rows(project)), (["neutral", "search"], ["blind"]), strict=True
    ):
        label(ben, project, row.id, *labels)
    capsys.readouterr()
    assert run("rounds", "pull", "Rule") == 0
    said = capsys.readouterr().out
    assert "0 votes on 0 of 2 clauses" in said
    assert "2 do not count until their annotator mends the labels" in said
    assert said.count("ben: Rule-000") == 2


@pytest.mark.parametrize(("after", "fate"), [(3, "before"), (17, "")])
def test_an_opening_that_is_killed_goes_on_with_each_clause_once(
    at_work, local, coordinator, monkeypatch, after, fate
):
    """It is killed when it sends a clause, which the server sees or does not see."""
    name = f"Kill-{after}"
    command = [*OPEN, "--name", name, "--size", "40", "--seed", str(after)]
    sent, running = [], []

    def cut(request: bytes) -> str:
        if not request.startswith(b"POST") or b"/examples " not in request.split(b"\r\n")[0]:
            return ""
        sent.append(request)
        if len(sent) != after:
            return ""
        running[0].kill()
        return fate

    proxy = Proxy(local.port, cut)
    monkeypatch.setenv("DOCCANO_URL", proxy.url)
    try:
        with subprocess.Popen([sys.executable, "-m", "annotator", *command],
                              env={**os.environ, "PYTHONPATH": str(ROOT)}) as process:  # fmt: skip
            running.append(process)
        assert process.returncode == -signal.SIGKILL
        store = Store(at_work / "rounds")
        before = store.read(name)
        assert run("rounds", "open", "--name", name, *OPEN[-2:]) == 0
    finally:
        proxy.close()
    round_ = store.read(name)
    assert [one.id for one in round_.clauses] == [one.id for one in before.clauses]
    rows = coordinator.rows(round_.projects[0].id)
    assert sorted(row.clause for row in rows) == [one.id for one in round_.clauses]


def test_assisted_members_find_the_classifiers_labels_and_the_words_that_it_went_by(
    at_work, as_member
):
    assert run(*OPEN, "--name", "Assisted", "--size", "3", "--assisted") == 0
    round_ = Store(at_work / "rounds").read("Assisted")
    member = as_member("cleo")
    types = {one.id: one.text for one in member.client.list_label_types(
        round_.projects[0].id, type="category")}  # fmt: skip
    clauses = round_.by_id()
    for row in member.rows(round_.projects[0].id):
        suggestion = clauses[row.clause].suggestion
        found = {types[one] for one in member.labels(round_.projects[0].id, row.id)}
        assert found == {suggestion.label, *suggestion.issues}
    pages = {one.meta["clause"]: one.text for one in member.client.list_examples(
        round_.projects[0].id)}  # fmt: skip
    evidence = {id_: one.evidence for id_, one in clauses.items()}
    assert any(evidence.values())
    for id_, spans in evidence.items():
        assert pages[id_].count("⟦") == len(spans) + bool(spans)
        for start, end in spans:
            assert f"⟦{clauses[id_].text[start:end]}⟧" in pages[id_]


def test_deleting_asks_and_leaves_what_was_pulled(
    at_work, as_member, coordinator, capsys, monkeypatch
):
    assert run(*OPEN, "--name", "Del", "--size", "2") == 0
    store = Store(at_work / "rounds")
    (project,) = store.read("Del").projects
    label(ana := as_member("ana"), project.id, ana.rows(project.id)[0].id, "neutral")
    assert run("rounds", "pull", "Del") == 0
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda prompt: "n")
    assert run("rounds", "delete", "Del") != 0
    assert coordinator.exists(project.id, project.tag)
    assert run("rounds", "delete", "Del", "--yes") == 0
    assert not coordinator.exists(project.id, project.tag)
    assert len(store.votes("Del").votes) == 1
    capsys.readouterr()
    assert run("rounds", "delete", "Del", "--yes") == 0  # gone already
    assert run("rounds", "list") == 0
    assert "Del                  deleted" in capsys.readouterr().out
    for command in (["status", "Del"], ["pull", "Del"], ["open", "--name", "Del", *OPEN[-2:]]):
        assert run("rounds", *command) == 2
        assert "Round Del was deleted" in capsys.readouterr().err
    # Its clauses are free for another round.
    assert run(*OPEN, "--name", "Anew", "--size", "2") == 0
    clauses = [[one.sha256 for one in store.read(name).clauses] for name in ("Del", "Anew")]
    assert clauses[0] == clauses[1]


@pytest.mark.parametrize("pulled_before", [False, True])
def test_a_round_of_which_nothing_was_pulled_is_deleted_whole(at_work, capsys, pulled_before):
    assert run(*OPEN, "--name", "Typo", "--size", "2") == 0
    if pulled_before:  # before anybody had judged
        assert run("rounds", "pull", "Typo") == 0
    assert run("rounds", "delete", "Typo", "--yes") == 0
    assert "the name Typo is free again" in capsys.readouterr().out
    assert not (at_work / "rounds" / "Typo").exists()
    assert run(*OPEN, "--name", "Typo", "--size", "3") == 0
    assert len(Store(at_work / "rounds").read("Typo").clauses) == 3


def test_an_opening_that_cannot_be_leaves_no_round(at_work, coordinator, capsys):
    stranger = [*OPEN, "--name", "Zoe", "--size", "2", "--annotators", "ana,zoe"]
    assert run(*stranger) == 2
    assert "no account named zoe" in capsys.readouterr().err
    assert not Store(at_work / "rounds").has("Zoe")
    assert run(*stranger[:-1], "ana") == 0  # under the same name, once it can be
    assert Store(at_work / "rounds").read("Zoe").annotators == ("ana",)


def test_a_name_that_is_taken_goes_on_only_with_the_same_round(at_work, capsys):
    command = [*OPEN, "--name", "Same", "--size", "500"]
    assert run(*command) == 0
    round_ = Store(at_work / "rounds").read("Same")
    assert f"{len(round_.clauses)} clauses instead of the 500 asked for" in capsys.readouterr().err
    assert run(*command) == 0
    assert run("rounds", "open", "--name", "Same", *OPEN[-2:]) == 0
    other = at_work / "other.txt"
    other.write_text("1. An officer may search any person who enters at a post.\n")
    capsys.readouterr()
    for change, said in (
        (["--size", "7"], "--size 500 (not 7)"),
        (["--annotators", "ana"], "--annotators ana,ben,cleo (not ana)"),
        (["--assisted"], "--assisted False (not True)"),
        ([str(other)], "with other laws"),
    ):
        assert run("rounds", "open", "--name", "Same", *OPEN[-2:], *change) == 2
        assert said in capsys.readouterr().err
    assert Store(at_work / "rounds").read("Same") == round_


def test_who_confirmed_nothing_is_named_by_every_command(at_work, as_member, capsys):
    assert run(*OPEN, "--name", "Lazy", "--size", "2") == 0
    project = Store(at_work / "rounds").read("Lazy").projects[0].id
    for name in ("ana", "ben"):
        member = as_member(name)
        for row in member.rows(project):
            label(member, project, row.id, "neutral")
    assert run("rounds", "pull", "Lazy") == 0
    capsys.readouterr()
    for command in (
        ["adjudicate", "Lazy", "--to", "dora", *OPEN[-2:]],
        ["close", "Lazy"],
        ["close", "Lazy", "--partly"],
    ):
        assert run("rounds", *command) == 2
        said = capsys.readouterr()
        assert "cleo 2 (2 not confirmed)" in said.err
        assert "train" not in said.out
    assert run("rounds", "close", "Lazy", "--without", "cleo") == 0
    assert "2 clauses decided." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["status", "None"], "There is no round None in rounds (there are: none)"),
        (["status", "../x"], "'../x' cannot name a round"),
        (["open", "--name", "A", "--guidelines", "none.md"], "none.md is not there"),
        ([*OPEN[1:], "--name", "A", "--overlap", "some"], "--overlap some: say `all`"),
        ([*OPEN[1:], "--name", "A", "--at-random", "2"], "--at-random 2.0: say a share"),
        ([*OPEN[1:], "--name", "A", "--size", "0"], "--size 0: say how many"),
        ([*OPEN[1:], "--name", "A", "--size", "-5"], "--size -5: say how many"),
        (["open", "--name", "A", *OPEN[-2:]], "Name the laws, and the annotators"),
        (["open", "none.txt", "--name", "A", "--annotators", "ana", *OPEN[-2:]], "none.txt"),
    ],
)
def test_what_is_wrong_is_one_sentence(at_work, capsys, arguments, said):
    assert run("rounds", *arguments) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("DOCCANO_PASSWORD", "wrong", "refuses the account 'coordinator'"),
        ("DOCCANO_PASSWORD", "", "DOCCANO_PASSWORD is not set"),
        ("DOCCANO_URL", "http://127.0.0.1:1", "does not answer"),
        ("DOCCANO_URL", "nonsense", "is no address of a server"),
    ],
)
def test_a_server_that_cannot_be_used_is_said(at_work, capsys, monkeypatch, variable, value, said):
    monkeypatch.setenv(variable, value)
    assert run(*OPEN, "--name", "S") == 2
    err = capsys.readouterr().err
    assert said in err
    assert "wrong" not in err
    assert not (at_work / "rounds" / "S" / "manifest.json").exists()


def test_two_commands_at_once_are_refused(at_work, capsys):
    store = Store(at_work / "rounds")
    with store.alone("Busy"):
        assert run(*OPEN, "--name", "Busy") == 2
    assert "Another command is at work on round Busy" in capsys.readouterr().err


def test_the_command_that_opened_a_round_goes_on_with_it_after_it_has_grown(
    at_work, as_member, capsys
):
    two = [one if one != ",".join(MEMBERS) else "ana,ben" for one in OPEN]
    command = [*two, "--name", "Grown", "--size", "2", "--country", "KE=ana,ben"]
    assert run(*command) == 0
    store = Store(at_work / "rounds")
    project = store.read("Grown").projects[0].id
    for name, said in (("ana", ["neutral"]), ("ben", ["blind", "search"])):
        member = as_member(name)
        for row in member.rows(project):
            label(member, project, row.id, *said)
    assert run("rounds", "pull", "Grown") == 0
    assert run("rounds", "grow", "Grown", "--country", "TN=cleo", *OPEN[-2:]) == 0
    grown = store.read("Grown")
    assert grown.annotators == ("ana", "ben", "cleo")
    assert run(*command) == 0
    assert store.read("Grown") == grown
    capsys.readouterr()
    assert run(*command, "--annotators", "dora") == 2
    assert "--annotators ana,ben (not dora,ana,ben)" in capsys.readouterr().err
