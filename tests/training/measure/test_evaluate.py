"""A split's figures, the tables that show them, and the card; needs the extra `train`."""

import numpy as np
import pytest

pytest.importorskip("sklearn", reason="needs the extra `train`")

from annotator.classifier.calibration import Calibration
from annotator.classifier.model_files import Settings
from annotator.classifier.network import Logits
from annotator.schema import ISSUES, LABELS
from annotator.training.corpus.examples import Example, of_split
from annotator.training.measure.evaluate import ALL, REAL, WRITTEN, evaluate
from annotator.training.measure.report import as_text
from annotator.training.measure.robustness import CHANGES
from annotator.training.ship.card import write_card

DEV_LAW, DEV_TRADITION = "IE-2008-act-4", "ministerial-regulation-strategy"


def examples():
    def make(text, label, issues, **where):
        return Example(text=text, label=label, issues=issues, **where)

    for where in ({"law": "I-2.5"}, {"law": DEV_LAW}, {"tradition": DEV_TRADITION}):
        for _ in range(3):
            yield make("A person may be held in a cell.", "blind", ("detention",), **where)
            yield make("A woman shall be held apart.", "responsive", ("detention",), **where)
            yield make("This Act may be cited as the Act.", "neutral", (), **where)


@pytest.fixture
def evaluation(tmp_path):
    """The network is right about all, save that it calls one blind clause neutral."""
    rows = list(examples())
    dev = of_split(rows, "dev")
    labels = np.full((len(dev), len(LABELS)), -5, dtype=np.float32)
    for place, example in enumerate(dev):
        given = "neutral" if place == 0 else example.label
        labels[place, LABELS.index(given)] = 5
    issues = np.full((len(dev), len(ISSUES)), -5, dtype=np.float32)
    issues[:, ISSUES.index("detention")] = 5

    def read(asked):
        assert len(asked) == len(dev)
        return Logits(labels, issues)

    return evaluate(read, rows, "dev", Calibration(), tmp_path / "no encoder")


def test_real_laws_and_written_clauses_are_measured_apart_and_together(evaluation):
    parts = evaluation.classifier
    assert {name: figures.clauses for name, figures in parts.items()} == {
        ALL: 18,
        REAL: 9,
        WRITTEN: 9,
    }
    assert parts[WRITTEN].macro_f1.value == 1
    assert parts[ALL].confusion[LABELS.index("blind")] == (0, 5, 0, 1)
    assert parts[REAL].neutral_flagged.value == 0


def test_the_baselines_stand_beside_it(evaluation):
    assert set(evaluation.baselines) == {"majority", "keyword rule", "TF-IDF"}
    assert evaluation.baselines["keyword rule"].f1["responsive"].value == 1
    assert evaluation.baselines["majority"].macro_f1.value < 0.5


def test_laws_and_traditions_are_measured_each_by_itself(evaluation):
    assert {name: figures.clauses for name, figures in evaluation.groups.items()} == {
        "other laws": 18
    }


def test_the_surest_answers_are_wrong_least_often(evaluation):
    risk = evaluation.classifier[ALL].risk
    assert len(risk) == 10
    assert risk[-1] == pytest.approx(1 / 18, abs=1e-4)


def test_clauses_are_read_again_with_what_should_not_matter_changed(evaluation):
    assert set(evaluation.audit) == set(CHANGES)
    assert evaluation.audit["drafting style changed"].labels_changed == 0


def test_the_table_for_the_terminal_holds_a_row_a_figure(evaluation):
    table = as_text(evaluation)
    for row in (
        "macro-F1",
        "F1 blind",
        "issues micro-F1",
        "calibration error",
        "for review",
        "by law or tradition",
        "of the surest",
        "read again with",
    ):
        assert f"\n{row}" in table


def test_the_card_says_what_was_counted_and_measured(evaluation, tmp_path):
    path = tmp_path / "README.md"
    write_card(
        path,
        evaluations=[evaluation],
        examples=list(examples()),
        settings=Settings(version="9.9.9"),
        agreement={"torch": 0.9912, "full_precision": 0.9964},
    )
    card = path.read_text(encoding="utf-8")
    assert "# en_gender_clause 9.9.9" in card
    assert "| dev | 1 | 9 | 9 |" in card
    assert "## Figures on dev" in card
    assert "99.1 %" in card
    assert "{{" not in card
