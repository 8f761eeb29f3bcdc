"""How far members agree, of votes pulled from a real server, and the report page made of them.

Of twenty clauses (twelve drawn at random) all three members say blind and search, but for this: Ana
raises trafficking once, and Ben says neutral of two. Every figure below is counted by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.cli import main
from annotator.rounds.agreeing import RoundAgreement, measure
from annotator.rounds.doccano.client import Server
from annotator.rounds.doccano.local import ADMIN
from annotator.rounds.manifest import Round
from annotator.rounds.opening import put_up
from annotator.rounds.pulling import pull
from annotator.rounds.store import Store
from tests.rounds.conftest import GUIDELINES, MEMBERS, a_round, clause, label, silent
from tests.writers.review.conftest import opened_alone

RANDOM, ALL = 12, 20
RAISED, NEUTRAL = "R-0005", ("R-0013", "R-0014")
LINES = ["An officer may", "(a) search a traveller; or", "(b) detain one."]


@pytest.fixture(scope="module")
def pulled(local: Any, accounts: Any, tmp_path_factory: Any) -> tuple[Path, Round]:
    """A folder to work in, with the round as it was pulled."""
    folder = tmp_path_factory.mktemp("figures")
    store = Store(folder / "rounds")
    clauses = tuple(
        clause(number, text="\n".join(LINES), chosen="random" if number <= RANDOM else "uncertain")
        for number in range(1, ALL + 1)
    )
    server = Server(local.url, ADMIN, accounts[ADMIN].password)
    round_ = put_up(
        server, store, a_round("F", clauses, key="figures"),
        guidelines=GUIDELINES, tokens={}, tell=silent,
    )  # fmt: skip
    project = round_.projects[0].id
    for name in MEMBERS:
        member = Server(local.url, token=accounts[name].token)
        for row in member.rows(project):
            said = ["blind", "search"]
            if name == "ana" and row.clause == RAISED:
                said.append("trafficking")
            if name == "ben" and row.clause in NEUTRAL:
                said = ["neutral"]
            label(member, project, row.id, *said)
    pull(server, store, round_)
    return folder, round_


@pytest.fixture
def figures(pulled: tuple[Path, Round]) -> RoundAgreement:
    folder, round_ = pulled
    return measure(round_, Store(folder / "rounds").votes("F"))


def test_one_who_raises_an_issue_makes_alpha_nothing_and_the_others_say_how_far_they_agree(
    figures: RoundAgreement,
) -> None:
    """Of sixty pairs of votes two differ: Ana's with the others'."""
    own = figures.issues["trafficking"]
    assert own.alpha is not None
    assert (own.same.value, own.alpha.value) == (pytest.approx(58 / 60, abs=1e-4), 0)
    chance = 2 * (1 / 60) * (59 / 60)
    assert own.ac1.value == pytest.approx((58 / 60 - chance) / (1 - chance), abs=1e-4)
    assert own.same.low < own.same.value <= own.same.high
    assert own.ac1.low < own.ac1.value <= own.ac1.high


def test_worse_than_chance_is_below_nothing(figures: RoundAgreement) -> None:
    """Ben alone says neutral, and never with anybody: four of sixty pairs differ."""
    own = figures.label
    assert own is not None
    assert own.alpha is not None
    assert own.same.value == pytest.approx(56 / 60, abs=1e-4)
    assert own.alpha.value == pytest.approx(1 - (4 / 60) / (2 * 2 * 58 / (60 * 59)), abs=1e-4)
    assert own.alpha.value < 0
    chance = 2 * (2 / 60) * (58 / 60) / 3
    assert own.ac1.value == pytest.approx((56 / 60 - chance) / (1 - chance), abs=1e-4)


def test_the_random_share_is_measured_apart_and_proves_no_more_than_it_has_clauses(
    figures: RoundAgreement,
) -> None:
    own, model = figures.random, figures.random_model
    assert own is not None
    assert model is not None
    assert (own.clauses, own.same.value, own.ac1.value) == (RANDOM, 1, 1)
    assert own.alpha is None  # where nothing varies, it measures nothing
    assert own.same.low < 0.95
    assert own.ac1.low < 0.95
    assert (model.clauses, model.same.value) == (RANDOM, 1)  # the classifier says blind


def test_nobody_is_measured_against_a_majority_of_which_they_are_part(
    figures: RoundAgreement,
) -> None:
    """Where Ben differs, the two others of Ana do not agree: there is no majority to be with."""
    others = {pair.first: (pair.same, pair.clauses) for pair in figures.others}
    assert others == {"ana": (18, 18), "ben": (18, 20), "cleo": (18, 18)}


def test_the_command_prints_them(
    pulled: tuple[Path, Round], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(pulled[0])
    assert main(["rounds", "agree", "F"]) == 0
    rows = {
        " ".join(line.split("(")[0].split()): line for line in capsys.readouterr().out.splitlines()
    }
    assert "label 93% -0.02" in rows
    assert "trafficking 97% 0.00" in rows
    assert "0.97  (" in rows["trafficking 97% 0.00"]
    assert rows["label 100% – 1.00"].endswith("to 1.00)   12 clauses")


@pytest.fixture(params=["wide", "middle"])
def tab(
    pulled: tuple[Path, Round], browser: Any, request: Any, monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Iterator[Any]:  # fmt: skip
    """The report of the round, in a browser."""
    monkeypatch.chdir(pulled[0])
    page = tmp_path / "report.html"
    assert main(["rounds", "report", "F", "-o", str(page)]) == 0
    with opened_alone(browser, page, page.read_bytes(), request.param) as found:
        yield found


def test_the_report_draws_what_is_below_nothing_left_of_nothing_and_marks_the_bounds(
    tab: Any,
) -> None:
    places = tab.evaluate(
        """() => {
            const middle = one => { const box = one.getBoundingClientRect();
                                    return (box.left + box.right) / 2; };
            const rows = [...document.querySelectorAll('.figures')][0].rows;
            const label = rows[1];
            const lines = [...label.querySelectorAll('line:not(.interval)')].map(middle);
            return {
                marks: [...rows[0].querySelectorAll('text')].map(one => one.textContent),
                lines, dot: middle(label.querySelector('circle')),
                from: label.querySelector('.interval').getBoundingClientRect().left,
                dashed: label.querySelectorAll('line[stroke-dasharray]').length,
            };
        }"""
    )
    assert places["marks"][-4:] == ["0", "0.67", "0.8", "1"]
    assert float(places["marks"][0]) < 0
    at = dict(zip(places["marks"], places["lines"], strict=True))
    assert at["0"] < at["0.67"] < at["0.8"] < at["1"]
    assert places["dashed"] == 2
    assert places["lines"][0] <= places["from"] < places["dot"] < at["0"]


def test_the_report_cuts_no_label_off(tab: Any) -> None:
    cut = tab.evaluate(
        """() => [...document.querySelectorAll('svg text')].filter(one => {
            const own = one.getBoundingClientRect();
            const all = one.ownerSVGElement.getBoundingClientRect();
            return own.width && (own.left < all.left - 0.5 || own.right > all.right + 0.5
                || own.top < all.top - 0.5 || own.bottom > all.bottom + 0.5);
        }).map(one => one.textContent)"""
    )
    assert cut == []
    labels = tab.evaluate("[...document.querySelectorAll('figure text')].map(o => o.textContent)")
    assert {"responsive", "blind", "regressive", "neutral"} <= set(labels)


def test_the_report_keeps_the_lines_of_a_clause(tab: Any) -> None:
    shown = tab.locator(".clause div.words").first
    assert shown.inner_text().splitlines() == LINES
    line = float(shown.evaluate("one => parseFloat(getComputedStyle(one).lineHeight)"))
    assert round(shown.bounding_box()["height"] / line) == len(LINES)
