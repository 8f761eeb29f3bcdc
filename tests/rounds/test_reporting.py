"""The round's report: a page that stands alone, and shows strangers' words as words."""

from __future__ import annotations

import re

import msgspec
import pytest
from lxml import html

from annotator.rounds.reporting import render
from annotator.rounds.votes import Pulled
from tests.rounds.conftest import MEMBERS, a_round, clause
from tests.rounds.test_deciding import AT, everybody, said

EVIL = "<script>alert('x')</script>"


@pytest.fixture
def page():
    clauses = (
        clause(1, text=f"A clause {EVIL} of a stranger."),
        clause(2, chosen="uncertain", title=EVIL),
        clause(3, chosen="rare"),
    )
    votes = (
        said(1, "ana", "blind", "search"),
        said(1, "ben", "neutral"),
        msgspec.structs.replace(said(1, "cleo", "neutral"), comments=(EVIL,)),
        *everybody(2, "neutral"),
        said(3, "ana", "neutral", "search"),
    )
    return render(a_round("H", clauses, key="h"), Pulled(at=AT, votes=votes))


def test_what_people_and_laws_wrote_is_escaped(page):
    assert "<script" not in page
    # The clause and the comment, among the hardest and among the comments.
    assert page.count("&lt;script&gt;") == 4


def test_nothing_is_fetched_from_elsewhere(page):
    assert not re.findall(r"(?:src|href)=", page)
    assert "default-src 'none'" in page


def test_it_says_coverage_agreement_and_the_hardest_clauses(page):
    tree = html.fromstring(page)
    rows = [
        [cell.text_content().strip() for cell in row[:8]]
        for row in tree.xpath("(//table)[1]/tbody/tr")
    ]
    # Votes, of so many; unsure, skipped; those that break the rule, withdrawn, not confirmed.
    assert rows == [
        ["ana", "2", "3", "0", "0", "1", "0", "0"],
        ["ben", "2", "3", "0", "0", "0", "0", "1"],
        ["cleo", "2", "3", "0", "0", "0", "0", "1"],
    ]
    hardest, remark = tree.xpath("//div[@class='clause']")
    assert EVIL in remark.text_content()
    words = hardest.text_content()
    assert "R-0001" in words
    assert all(name in words for name in MEMBERS)
    pictures = tree.xpath("//figure")
    assert len(pictures) == 6  # three pairs, and each against the classifier


@pytest.fixture
def worse_than_chance():
    """Two who contradict each other on every clause, the first of several lines."""
    text = "An officer may\n(a) search; or\n(b) detain a person."
    clauses = tuple(clause(number, text=text) for number in range(1, 5))
    votes = []
    for number in range(1, 5):
        first, second = ("blind", "search"), ("neutral",)
        if number % 2:
            first, second = second, first
        votes += [said(number, "ana", *first), said(number, "ben", *second)]
    page = render(a_round("W", clauses, key="w"), Pulled(at=AT, votes=tuple(votes)))
    return html.fromstring(page)


def test_what_is_below_nothing_is_drawn_below_nothing(worse_than_chance):
    (figures,) = worse_than_chance.xpath("//table[@class='figures']")
    marks = {mark.text_content(): float(mark.get("x")) for mark in figures.xpath("./thead//*[@x]")}
    assert list(marks)[-4:] == ["0", "0.67", "0.8", "1"]
    assert float(next(iter(marks))) < 0
    picture = figures.xpath("./tbody/tr[1]//svg")[0]
    (dot,) = picture.xpath("./circle")
    (line,) = picture.xpath("./line[@class='interval']")
    at, low = float(dot.get("cx")), float(line.get("x1"))
    assert min(marks.values()) <= low <= at < marks["0"]
    assert max(float(one.get("x1")) for one in picture.xpath("./line")) < float(
        picture.get("width")
    )


def test_labels_stand_whole_and_clauses_keep_their_lines(worse_than_chance):
    words = {one.text_content() for one in worse_than_chance.xpath("//figure//*[@text-anchor]")}
    assert {"responsive", "blind", "regressive", "neutral"} <= words
    (style,) = worse_than_chance.xpath("//style")
    assert ".words { white-space: pre-line; }" in style.text_content()
    shown = worse_than_chance.xpath("//div[@class='words']")
    assert shown[0].text_content() == "An officer may\n(a) search; or\n(b) detain a person."


def test_alpha_that_is_no_number_is_drawn_nowhere():
    votes = tuple(everybody(1, "neutral"))
    tree = html.fromstring(render(a_round("V", (clause(1),), key="v"), Pulled(at=AT, votes=votes)))
    (cells, *_) = tree.xpath("//table[@class='figures']/tbody/tr")
    assert cells[2].text_content() == "–"
    assert not cells.xpath(".//circle")


def test_before_anybody_has_voted_it_says_so_without_figures():
    page = render(a_round("E", (clause(1),), key="e"), Pulled(at=AT))
    assert "0 of 1" in page
    assert "Agreement" not in page
