"""The pictures: they show the figures, in proportion, and stay within their field."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from annotator.corpus.report import drawing
from annotator.corpus.report.figures import Counts, Tally
from annotator.corpus.report.gathering import gather
from tests.corpus.report.made import finding, law, small, stored
from tests.corpus.report.test_page import HOSTILE


def parsed(picture: str) -> Any:
    return etree.fromstring(f"<g>{picture}</g>")


def bars(picture: str) -> dict[str, float]:
    return {one.get("class"): float(one.get("width")) for one in parsed(picture).iter("rect")}


def test_bars_are_as_long_as_their_counts() -> None:
    counts = Counts(regressive=Tally(10, 5), blind=Tally(20), met=Tally(2, 2))
    widths = bars(drawing.matters({"search": counts}, {"search": "search"}))
    assert set(widths) == {"regressive", "regressive-review", "blind", "met"}
    assert widths["regressive"] == pytest.approx(2 * widths["regressive-review"], abs=0.2)
    assert widths["blind"] == pytest.approx(5 * widths["met"], abs=0.5)


def test_what_needs_most_mending_stands_first() -> None:
    counts = {"asylum": Counts(responsive=Tally(90)), "search": Counts(blind=Tally(0, 3))}
    found = parsed(drawing.matters(counts, {name: name for name in counts}))
    names = [one.text for one in found.iter("text") if one.text in counts]
    assert names == ["search", "asylum"]


@pytest.mark.parametrize("years", [(1999, 2001), (1066, 2020), (1, 2999)])
def test_years_stay_within_the_field_and_do_not_crowd(
    tmp_path: Path, years: tuple[int, int]
) -> None:
    rows = small()
    rows["laws"] = [law(f"act{year}", year=year) for year in years]
    rows["findings"] = [finding(f"act{year}", "1") for year in years]
    found = parsed(drawing.years(gather(stored(tmp_path, rows))))
    named = [one for one in found.iter("text") if re.fullmatch(r"\d+", one.text)]
    assert 2 <= len(named) <= 13
    for circle in found.iter("circle"):
        assert 0 < float(circle.get("cx")) < drawing.WIDTH


def test_no_picture_of_years_where_no_law_bears_one(tmp_path: Path) -> None:
    rows = small()
    for row in rows["laws"]:
        row["year"] = None
    assert drawing.years(gather(stored(tmp_path, rows))) == ""


def test_names_of_laws_and_matters_are_words(tmp_path: Path) -> None:
    rows = small()
    rows["laws"][0]["title"] = HOSTILE
    picture = drawing.years(gather(stored(tmp_path, rows)))
    assert any(HOSTILE[:30] in (one.text or "") for one in parsed(picture).iter("title"))


def test_a_country_without_a_share_has_a_dash(tmp_path: Path) -> None:
    figures = gather(stored(tmp_path, small()))
    figures.countries[0].counts = Counts()
    assert "–" in [one.text for one in parsed(drawing.countries(figures.countries)).iter("text")]


@pytest.mark.parametrize("most", [1, 4, 5, 9, 132, 4_999, 1_000_000])
def test_an_axis_has_a_few_round_numbers(most: int) -> None:
    found = parsed(drawing.matters({"search": Counts(blind=Tally(most))}, {"search": "search"}))
    ticks = [one.text for one in found.iter("text") if one.get("class") == "soft"]
    assert 3 <= len(ticks) <= 8
