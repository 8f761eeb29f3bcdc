"""The card's pictures, read back as the XML that they are; needs the extra `train`."""

import pytest
from lxml import etree

pytest.importorskip("matplotlib", reason="needs the extra `train`")

from annotator.training.ship.plots import write_plots
from tests.training.measure.test_evaluate import evaluation  # noqa: F401

NAMES = ["calibration", "confusion", "risk"]


def words(path):
    svg = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))
    return ["".join(text.itertext()) for text in svg.iter("{http://www.w3.org/2000/svg}text")]


@pytest.fixture
def folder(evaluation, tmp_path):  # noqa: F811
    write_plots(tmp_path / "plots", [evaluation, evaluation])
    return tmp_path / "plots"


def test_each_picture_has_a_panel_a_split(folder):
    assert sorted(path.stem for path in folder.iterdir()) == NAMES
    for name in NAMES:
        assert words(folder / f"{name}.svg").count("dev (19 clauses)") == 2


def test_the_confusion_matrix_shows_counts_and_labels(folder):
    shown = words(folder / "confusion.svg")
    assert {"responsive", "blind", "regressive", "neutral", "label given"} <= set(shown)
    assert shown.count("6") == 6  # of each label found in the laws, once a panel
    assert shown.count("1") == 2  # the blind clause that was missed


def test_axes_say_what_they_count(folder):
    assert {"confidence", "share right"} <= set(words(folder / "calibration.svg"))
    assert {"surest clauses, %", "labels wrong, %"} <= set(words(folder / "risk.svg"))


def test_the_same_figures_give_the_same_files(folder, evaluation, tmp_path):  # noqa: F811
    write_plots(tmp_path / "again", [evaluation, evaluation])
    for path in folder.iterdir():
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes()
