"""A split's figures, the tables that show them, and the card; needs the extra `train`."""

import msgspec
import numpy as np
import pytest

pytest.importorskip("sklearn", reason="needs the extra `train`")

from annotator.classifier.calibration import Calibration
from annotator.classifier.model_files import Settings
from annotator.classifier.network import Logits
from annotator.decisions import Vote
from annotator.schema import ISSUES, LABELS
from annotator.training.corpus.examples import Example, split_of
from annotator.training.encoders.catalogue import EncoderSource
from annotator.training.measure.evaluate import (
    EXACT,
    UNCHANGED,
    WRITTEN,
    Evaluation,
    Material,
    evaluate,
)
from annotator.training.measure.report import NO_LAWS, as_text
from annotator.training.measure.robustness import CHANGES
from annotator.training.ship.card import write_card

TRAINED = "I-2.5"
DEV_LAWS = {"X-1": "BD", "X-2": "SG"}
DEV_TRADITION = "ministerial-regulation-strategy"
MISSED = "A person may be searched at any time."


def clauses(**where):
    votes = tuple(Vote(annotator=name, label="blind", issues=("detention",)) for name in "ab")
    texts = [
        ("A person may be held in a cell.", "blind", ("detention",)),
        ("A woman shall be held apart.", "responsive", ("detention",)),
        ("This Act may be cited as the Act.", "neutral", ()),
    ]
    for text, label, issues in texts:
        said = votes if where.get("law") and label == "blind" else ()
        for _ in range(3):
            yield Example(text=text, label=label, issues=issues, votes=said, **where)


def examples():
    for law, country in ({TRAINED: "CA"} | DEV_LAWS).items():
        yield from clauses(law=law, country=country)
    yield from clauses(tradition=DEV_TRADITION)
    yield Example(text=MISSED, label="blind", issues=("search",), law="X-1", country="BD")


def sides():
    one, other = list(clauses(tradition="treaty-compact"))[2:4]
    lost = Example(text=MISSED, label="blind", tradition="treaty-compact")
    return [("what it does", one, other), ("what it does", lost, other)]


def read(asked):
    """A network that is right about all, save that it calls a search neutral."""
    labels = np.full((len(asked), len(LABELS)), -5, dtype=np.float32)
    for place, example in enumerate(asked):
        given = "neutral" if example.text == MISSED else example.label
        labels[place, LABELS.index(given)] = 5
    issues = np.full((len(asked), len(ISSUES)), -5, dtype=np.float32)
    issues[:, ISSUES.index("detention")] = 5
    return Logits(labels, issues)


@pytest.fixture
def evaluation(tmp_path):
    assert {split_of(law, country) for law, country in DEV_LAWS.items()} == {"dev"}
    material = Material(
        examples=list(examples()),
        pairs=sides(),
        encoder=tmp_path / "no encoder",
    )
    return evaluate(read, material, "dev", Calibration())


def test_the_headline_is_of_real_laws_alone(evaluation):
    assert (evaluation.real.clauses, evaluation.real.laws) == (19, 2)
    assert evaluation.real.resampled == "laws"
    assert evaluation.real.confusion[LABELS.index("blind")] == (0, 6, 0, 1)
    assert evaluation.real.labels["blind"].recall.value == pytest.approx(6 / 7, abs=1e-4)
    assert evaluation.real.neutral_flagged.value == 0


def test_written_clauses_stand_apart(evaluation):
    assert set(evaluation.apart) == {WRITTEN}
    assert evaluation.apart[WRITTEN].clauses == 9
    assert evaluation.apart[WRITTEN].macro_f1.value == 1


def test_opposites_stand_apart_and_count_where_both_sides_are_right(evaluation):
    assert evaluation.opposites.all.pairs == 2
    assert evaluation.opposites.all.both.value == 0.5


def test_countries_traditions_and_laws_are_measured_each_by_itself(evaluation):
    groups = {
        kind: {name: figures.clauses for name, figures in own.items()}
        for kind, own in evaluation.groups.items()
    }
    assert groups == {
        "country": {"BD": 10, "SG": 9},
        "tradition": {"commonwealth": 19},
        "law": {"other laws": 19},
    }
    assert evaluation.groups["country"]["SG"].resampled == "clauses"


def test_the_second_reader_is_the_ceiling(evaluation):
    assert evaluation.readers["second reader"].clauses == 6
    assert evaluation.readers["second reader"].labels["blind"].f1.value == 1


def test_the_baselines_stand_beside_it(evaluation):
    assert set(evaluation.baselines) == {"majority", "keyword rule", "TF-IDF"}
    assert evaluation.baselines["keyword rule"].labels["responsive"].f1.value == 1
    assert evaluation.baselines["majority"].macro_f1.value < 0.5
    assert evaluation.baselines["majority"].clauses == evaluation.real.clauses


def test_what_speed_costs_stands_beside_it():
    def hasty(asked):
        return Logits(*(-part for part in read(asked)))

    material = Material(examples=list(examples()))
    evaluation = evaluate(hasty, material, "dev", Calibration(), exact=read)
    assert evaluation.baselines[EXACT].labels["responsive"].f1.value == 1
    assert evaluation.real.labels["responsive"].f1.value == 0
    assert EXACT in as_text(evaluation)


def test_clauses_are_read_again_with_what_should_not_matter_changed(evaluation):
    assert list(evaluation.audit) == [UNCHANGED, *CHANGES]
    assert evaluation.audit[UNCHANGED].macro_f1 == evaluation.real.macro_f1
    assert evaluation.audit["drafting style changed"].labels_changed == 0


def test_of_many_clauses_only_some_are_read_again_and_of_those_only_what_changed():
    many = [Example(text="A person may be held.", label="neutral", law="X-1", country="BD")] * 900
    many += [
        Example(text="An officer shall be held.", label="neutral", law="X-2", country="SG")
    ] * 900
    asked = []

    def counted(clauses):
        asked.append(len(clauses))
        return read(clauses)

    evaluate(counted, Material(examples=many), "dev", Calibration())
    assert asked[0] == 1800
    assert len(asked) == 2
    assert 100 < asked[1] < 300


def test_the_figures_can_be_written_down_and_read_again(evaluation):
    assert msgspec.json.decode(msgspec.json.encode(evaluation), type=Evaluation) == evaluation


def test_without_a_real_law_there_is_no_headline_and_the_rest_is_measured():
    material = Material(examples=list(clauses(tradition=DEV_TRADITION)), pairs=sides())
    found = evaluate(read, material, "dev", Calibration())
    assert found.real is None
    assert found.shown == found.apart[WRITTEN]
    assert NO_LAWS in as_text(found)


def test_the_table_for_the_terminal_holds_a_row_a_figure(evaluation):
    table = as_text(evaluation)
    for row in (
        "macro-F1 of labels",
        "blind: F1",
        "blind: precision",
        "regressive: recall",
        "blind: average precision",
        "flagged at all: F1",
        "neutral falsely flagged",
        "issues: micro-F1, all clauses",
        "calibration error",
        "by country",
        "by tradition",
        "of the surest",
        "read again with",
        "apart, not averaged in",
        "pairs of opposites, apart",
        "In brackets 95 % intervals over resampled laws (2 of them).",
    ):
        assert f"\n{row}" in table
    assert "second reader" in table
    assert "\nSG*" in table


def card_of(evaluation, path):
    write_card(
        path,
        evaluations=[evaluation],
        examples=list(examples()),
        settings=Settings(version="9.9.9"),
        agreement={"torch": 0.9912, "full_precision": 0.9964},
        source=EncoderSource(name="tiny-bert", license="MIT"),
    )
    return path.read_text(encoding="utf-8")


def test_the_card_says_what_was_counted_and_measured(evaluation, tmp_path):
    card = card_of(evaluation, tmp_path / "README.md")
    assert "# en_gender_clause 9.9.9" in card
    assert "\ntiny-bert (MIT), fine-tuned" in card
    assert "| dev | 2 | 19 | 9 |" in card
    assert "whole laws of countries never seen (BD, SG; 2 laws, 19 clauses)" in card
    assert "## Figures on dev: countries never seen" in card
    assert "| blind: recall | 0.86 (" in card
    assert "| country SG | 9 | 1 |" in card
    assert "### Apart, and never averaged in" in card
    assert "| other differences | 2 | 0.50 (" in card
    assert "99.1 %" in card
    assert "{{" not in card


def test_every_table_of_the_card_has_as_many_cells_in_a_row_as_in_its_head(evaluation, tmp_path):
    cells = 0
    for line in card_of(evaluation, tmp_path / "README.md").splitlines():
        if not line.startswith("|"):
            cells = 0
        elif cells:
            assert line.count("|") == cells, line
        else:
            cells = line.count("|")


def test_a_card_without_real_laws_says_so(tmp_path):
    material = Material(examples=list(clauses(tradition=DEV_TRADITION)))
    found = evaluate(read, material, "dev", Calibration())
    assert NO_LAWS in card_of(found, tmp_path / "README.md")
