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
    assert page.count("&lt;script&gt;") == 2  # the clause and the comment


def test_nothing_is_fetched_from_elsewhere(page):
    assert not re.findall(r"(?:src|href)=", page)
    assert "default-src 'none'" in page


def test_it_says_coverage_agreement_and_the_hardest_clauses(page):
    tree = html.fromstring(page)
    rows = [
        [cell.text_content().strip() for cell in row[:4]]
        for row in tree.xpath("(//table)[1]/tbody/tr")
    ]
    assert rows == [["ana", "2", "3", "1"], ["ben", "2", "3", "0"], ["cleo", "2", "3", "0"]]
    (hardest,) = tree.xpath("//div[@class='clause']")
    words = hardest.text_content()
    assert "R-0001" in words
    assert all(name in words for name in MEMBERS)
    pictures = tree.xpath("//figure")
    assert len(pictures) == 6  # three pairs, and each against the classifier


def test_before_anybody_has_voted_it_says_so_without_figures():
    page = render(a_round("E", (clause(1),), key="e"), Pulled(at=AT))
    assert "0 of 1" in page
    assert "Agreement" not in page
