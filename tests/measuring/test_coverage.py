"""Coverage: what becomes of each clause that needs amending, counted by issue and by law."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator.decisions import Decision, clause_hash
from annotator.library.model import Cues, Form
from annotator.measuring.__main__ import main
from annotator.measuring.coverage import (
    Covered,
    by_gold,
    of_findings,
    of_law,
    of_written,
    share,
    table,
    uncovered,
)
from annotator.schema import Finding, IssueScore
from annotator.segmenter import segment
from annotator.training.corpus.examples import Example
from tests.proposer.laws import library_of, template

LAW = """1. (1) An officer may search any person who lands.
(2) An officer may search a vehicle of such a person.
2. (1) A person may be held at a port.
(2) A woman shall be held apart from men.
3. A person may be searched by a guard at night.
4. A fee is due.
"""
RECORD = template(
    "record",
    when=Cues(all=("any person",)),
    forms=(Form(operation="insert_subsection", text="A record is kept."),),
)
LIBRARY = library_of(RECORD)


def gold(number: str, label: str, *issues: str) -> Decision:
    text = next(clause.text for clause in segment(LAW).clauses if clause.number == number)
    return Decision(
        law="a-law", number=number, sha256=clause_hash(text), label=label, issues=issues
    )


GOLD = [
    gold("1(1)", "blind", "search"),
    gold("1(2)", "blind", "search"),
    gold("2(1)", "blind", "detention"),
    gold("2(2)", "responsive", "detention"),
    gold("3", "blind", "search"),
    gold("4", "neutral"),
]


def covered() -> list[Covered]:
    return of_law("a-law", LAW, GOLD, LIBRARY)


def test_each_clause_that_annotators_found_blind_has_its_outcome() -> None:
    assert {one.number: one.outcome for one in covered()} == {
        "1(1)": "own",
        "1(2)": "section",
        "2(1)": "met",
        "3": "none",
    }


def test_labels_of_other_laws_do_not_count() -> None:
    assert of_law("another", LAW, GOLD, LIBRARY) == []


def test_a_written_clause_stands_alone_and_the_librarys_own_examples_are_left_out() -> None:
    text = "An officer may search any person."
    given = {"text": text, "label": "blind", "issues": ("search",)}
    examples = [
        Example(**given, tradition="eu-directive-regulation"),
        Example(**given, tradition="amendment-library"),
        Example(text="A fee is due.", label="neutral", tradition="eu-directive-regulation"),
    ]
    assert [(one.group, one.outcome) for one in of_written(examples, LIBRARY)] == [
        ("eu-directive-regulation", "own")
    ]


def test_what_the_pipeline_flags_is_counted_with_what_it_proposed() -> None:
    clause = next(clause for clause in segment(LAW).clauses if clause.number == "3")
    finding = Finding(
        clause=clause,
        label="blind",
        confidence=0.9,
        scores={},
        issues=(IssueScore(issue="search", score=0.9),),
    )
    (one,) = of_findings("a-law", [finding])
    assert (one.number, one.issues, one.outcome) == ("3", ("search",), "none")


def test_the_table_counts_all_then_labels_issues_and_laws() -> None:
    rows = [line.split() for line in table(covered(), "a title").splitlines()]
    assert rows[0] == ["clauses", "own", "section", "met", "none", "covered"]
    assert [row for row in rows if row[0] in ("a", "search", "detention", "a-law")] == [
        ["a", "title", "4", "1", "1", "1", "1", "75%"],
        ["detention", "1", "0", "0", "1", "0", "100%"],
        ["search", "3", "1", "1", "0", "1", "67%"],
        ["a-law", "4", "1", "1", "1", "1", "75%"],
    ]
    assert share([]) == 0.0


def test_clauses_without_an_amendment_are_listed_with_their_first_words() -> None:
    assert list(uncovered(covered())) == [
        "a-law 3  blind: search  A person may be searched by a guard at night."
    ]


def test_a_split_is_measured_from_the_laws_in_the_mirror(tmp_path: Path, monkeypatch) -> None:
    corpora, mirror = tmp_path / "corpora", tmp_path / "mirror"
    (corpora / "annotations").mkdir(parents=True)
    mirror.mkdir()
    (mirror / "law.txt").write_text(LAW, encoding="utf-8")
    monkeypatch.setenv("CORPORA_MIRROR", str(mirror))
    published = {
        "law": "a-law", "title": "A law", "jurisdiction": "SG", "url": "https://x",
        "file": "law.txt", "sha256": _sha256(mirror / "law.txt"), "licence": "x",
    }  # fmt: skip
    (corpora / "laws.yaml").write_text(json.dumps([published]), encoding="utf-8")
    rows = [
        {"law": "a-law", "number": one.number, "sha256": one.sha256, "label": one.label,
         "issues": one.issues}
        for one in GOLD
    ]  # fmt: skip
    lines = "\n".join(json.dumps(row) for row in rows)
    (corpora / "annotations" / "a.jsonl").write_text(lines, encoding="utf-8")
    measured = {split: by_gold(corpora, tmp_path, [], split, LIBRARY) for split in ("dev", "train")}
    assert {split: len(some) for split, some in measured.items()} == {"dev": 4, "train": 0}


def _sha256(path: Path) -> str:
    import hashlib

    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("split", ["test", "all"])
def test_the_test_laws_are_not_to_be_had(split: str) -> None:
    result = CliRunner().invoke(main, ["coverage", "--split", split])
    assert result.exit_code == 2
    assert "is not one of 'dev', 'train'" in result.output
