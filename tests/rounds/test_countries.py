"""Agreement by country, of experts and of laws, and with the classifier."""

from __future__ import annotations

import msgspec
from lxml import html

from annotator.rounds import messages as words
from annotator.rounds.countries import AMONG_THEMSELVES, CLASSIFIER, by_country
from annotator.rounds.manifest import Gold, Round
from annotator.rounds.reporting import render
from annotator.rounds.votes import Pulled
from tests.rounds.conftest import a_round, clause
from tests.rounds.test_deciding import AT, said

BLIND, NEUTRAL = ("blind", "search"), ("neutral",)
MEMBERS = ("ana", "ben", "cleo", "dora")


def experts() -> Round:
    """Two of Kenya and two of Tunisia on two clauses of each country and one of no known one."""
    clauses = tuple(
        clause(number, MEMBERS, country=country)
        for number, country in enumerate(("KE", "KE", "TN", "TN", ""), 1)
    )
    countries = {"ana": "KE", "ben": "KE", "cleo": "TN", "dora": "TN"}
    round_ = a_round("C", clauses, key="c")
    return msgspec.structs.replace(round_, annotators=MEMBERS, countries=countries)


def judged() -> Pulled:
    """Kenya's agree on all; Tunisia's contradict them on one clause, and each other on another."""
    given = {
        1: (BLIND, BLIND, BLIND, BLIND),
        2: (BLIND, BLIND, NEUTRAL, NEUTRAL),
        3: (NEUTRAL, NEUTRAL, NEUTRAL, BLIND),
        4: (NEUTRAL, NEUTRAL, NEUTRAL, NEUTRAL),
    }
    votes = [
        said(number, member, *labels)
        for number, every in given.items()
        for member, labels in zip(MEMBERS, every, strict=True)
    ]
    return Pulled(at=AT, votes=tuple(votes))


def test_experts_are_compared_within_and_between_countries_and_with_the_classifier():
    found = by_country(experts(), judged())
    assert found.experts == {"Kenya": ("ana", "ben"), "Tunisia": ("cleo", "dora")}
    same = {(one.side, one.other): (one.clauses, one.same.value) for one in found.by_expert}
    # The classifier said blind of all.
    assert same == {
        ("Kenya", AMONG_THEMSELVES): (4, 1.0),
        ("Tunisia", AMONG_THEMSELVES): (4, 0.75),
        ("Kenya", "Tunisia"): (4, 0.625),
        ("Kenya", CLASSIFIER): (4, 0.5),
        ("Tunisia", CLASSIFIER): (4, 0.375),
    }
    assert all(one.same.low < one.same.value for one in found.by_expert)  # four prove little


def test_laws_of_each_country_are_measured_by_all_experts():
    laws = {(one.side, one.other): one for one in by_country(experts(), judged()).by_law}
    assert set(laws) == {(name, side) for name in ("Kenya", "Tunisia")
                         for side in (AMONG_THEMSELVES, CLASSIFIER)}  # fmt: skip
    assert laws["Kenya", CLASSIFIER].same.value == 0.75
    assert laws["Kenya", AMONG_THEMSELVES].same.value == round((1 + 2 / 6) / 2, 4)


def test_where_countries_differ_as_such_is_named():
    (one,) = by_country(experts(), judged()).apart
    assert (one.clause, one.labels) == ("R-0002", {"Kenya": "blind", "Tunisia": "neutral"})
    assert one.experts == {"Kenya": 2, "Tunisia": 2}


def test_without_countries_or_votes_there_is_nothing_by_country():
    round_ = experts()
    assert by_country(round_, Pulled(at=AT)) is None
    assert by_country(msgspec.structs.replace(round_, countries={}), judged()) is None


def test_gold_counts_in_no_figure():
    round_ = experts()
    first, *others = round_.clauses
    gold = msgspec.structs.replace(first, gold=Gold(label="blind", issues=("search",)))
    figures = by_country(msgspec.structs.replace(round_, clauses=(gold, *others)), judged())
    assert {one.clauses for one in figures.by_expert} == {3}


def test_one_expert_alone_is_compared_with_others_only():
    round_ = msgspec.structs.replace(experts(), countries={"ana": "KE", "cleo": "TN"})
    sides = [(one.side, one.other) for one in by_country(round_, judged()).by_expert]
    assert ("Kenya", AMONG_THEMSELVES) not in sides
    assert ("Kenya", "Tunisia") in sides


def test_the_report_and_the_terminal_say_it():
    page = html.fromstring(render(experts(), judged()))
    rows = [
        [" ".join(cell.text_content().split()) for cell in row][:3]
        for row in page.xpath("//h3[text()='Of the experts']/following::table[1]/tbody/tr")
    ]
    assert rows[0] == ["Kenya", "among themselves", "4"]
    (differ,) = page.xpath(
        "//h3[text()='Where countries differ']/following::div[@class='clause'][1]"
    )
    assert clause(2).text in differ.text_content()
    assert "neutral (2)" in differ.text_content()
    told = "\n".join(words.by_country(by_country(experts(), judged())))
    assert "Kenya, Tunisia " in told
    assert "R-0002: Kenya blind (2), Tunisia neutral (2)" in told
    assert max(map(len, told.splitlines())) <= 90
