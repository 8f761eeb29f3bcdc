"""The bench: what is measured when, what is said before it, and what comes of it."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from annotator.measuring import bench as parts
from annotator.measuring import speed_growth
from annotator.measuring.__main__ import main
from annotator.measuring.bench import PARTS, USUAL, BenchSetup, Part, bench
from annotator.measuring.speed import start
from annotator.measuring.speed_growth import growth, sizes
from annotator.training.corpus.examples import Example, write_examples

PYTHON = Path(sys.executable)
LAW = "MOVEMENT ACT\n\nSearch\n\n1. An officer may search any person.\n\n2. A fee is payable.\n"


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """Written clauses, of which laws are made up."""
    examples = [
        Example(text="An officer may search a person.", label="blind", heading="Search"),
        Example(text="A fee is payable.", label="neutral", heading="Fees"),
    ]
    (tmp_path / "clauses").mkdir()
    write_examples(tmp_path / "clauses" / "any.jsonl", examples)
    return tmp_path


@pytest.fixture
def events(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the parts measured, had they been these, among what was told and given."""
    happened: list[str] = []

    def part(name: str) -> Part:
        def lines(asked: BenchSetup, tell):
            tell("something")
            happened.append(f"measured {name}")
            yield f"figure of {name}"

        return Part(f"title of {name}", "a minute", lines)

    monkeypatch.setattr(parts, "PARTS", {name: part(name) for name in PARTS})
    return happened


def test_each_part_says_what_it_measures_before_it_does_and_gives_figures_as_they_come(events):
    asked = BenchSetup(*[Path()] * 5, most=1, pictures=Path())
    for line in bench(["limits", "start"], asked, lambda what: events.append(f"told {what}")):
        events.append(f"line {line.strip()}")
    assert events[0].startswith("line ")
    assert "cores" in events[0]
    assert events[1:] == [
        one
        for name in ("start", "limits")
        for one in (
            f"told {name}: title of {name}; a minute on two cores without other work",
            f"line Title of {name}",
            f"told {name}: something",
            f"measured {name}",
            f"line figure of {name}",
        )
    ]


@pytest.mark.parametrize(
    ("given", "measured"),
    [
        ([], list(USUAL)),
        (["--part", "formats", "--part", "series"], ["formats", "series"]),
        (["--part", "all"], list(PARTS)),
    ],
)
def test_parts_are_asked_for_by_name(events, given, measured):
    result = CliRunner().invoke(main, ["bench", *given], catch_exceptions=False)
    assert events == [f"measured {name}" for name in measured]
    assert [f"figure of {name}" in result.stdout for name in measured] == [True] * len(measured)
    assert "… " in result.stderr
    assert "… " not in result.stdout


def test_what_is_no_part_is_refused(events):
    result = CliRunner().invoke(main, ["bench", "--part", "speed"])
    assert result.exit_code == 2
    assert "'speed' is not one of" in result.stderr
    assert not events


def test_from_start_to_report_stands_beside_an_import_of_spacy(tmp_path):
    law = tmp_path / "law.txt"
    law.write_text(LAW, encoding="utf-8")
    told: list[str] = []
    spacy, report, *stages = start(law, PYTHON, told.append, times=1)
    assert told[-1] == "turn 1 of 1"
    assert "import spacy" in spacy
    assert " s of processors" in spacy
    assert "2 clauses, to report" in report
    assert "times the import" in report
    named = [line.split(" s ")[0].rsplit(maxsplit=1)[0].strip() for line in stages]
    assert named[:2] == ["import", "load"]
    assert named[-1] == "write"
    # Where it is loaded shows in its own line, and not in the classifier's.
    assert named.index("load the graph") + 1 == named.index("clause_classifier")


def test_the_sizes_grow_tenfold_to_the_most():
    assert sizes(100_000) == [1, 10, 100, 1000, 10_000, 100_000]
    assert sizes(20) == [1, 10, 20]
    assert sizes(1) == [1]


def test_growth_is_measured_in_one_law_and_in_many_and_drawn(corpora, tmp_path, monkeypatch):
    monkeypatch.setattr(speed_growth, "EACH", 1)
    told: list[str] = []
    pictures = tmp_path / "pictures"
    _, *rows = growth(corpora, tmp_path, PYTHON, told.append, most=2, pictures=pictures)
    assert [row.split("clauses")[0].strip() for row in rows[:4]] == ["1", "1", "2", "2"]
    # What lies ahead is reckoned from the run before.
    assert [", about" in what for what in told] == [False, False, True, True]
    for row, up in zip(rows[4:], ("milliseconds a clause", "MB"), strict=True):
        words = etree.parse(row.strip()).xpath("//*[local-name()='text']/text()")
        assert {up, "clauses", "one law"} <= set(words)
