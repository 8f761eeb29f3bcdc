"""What the commands print, for a reader at 80 columns."""

from __future__ import annotations

import msgspec
import pytest

from annotator.rounds import messages as words
from annotator.rounds.agreeing import measure
from annotator.rounds.progress import MemberProgress
from annotator.rounds.votes import Pulled
from tests.rounds.conftest import a_round, clause
from tests.rounds.test_deciding import AT, everybody, said

AGREEMENT = """\
Over 2 clauses that at least two judged, with 95 % intervals:
                same    alpha                 AC1
  label          67%   0.00  (-0.25 to 1.00) 0.63  (0.10 to 1.00)
  search         67%   0.00  (-0.25 to 1.00) 0.54  (-0.50 to 1.00)
On clauses drawn at random, which alone stand for their laws:
  label          67%   0.00  (-0.25 to 1.00) 0.63  (0.10 to 1.00)   2 clauses
  the classifier's label is that of most members on 0% of 2 (0% to 100%)
Two by two: the same label on, and Cohen's kappa
  ana and ben                     1 of 2      0.00
  ana and cleo                    1 of 2      0.00
  ben and cleo                    2 of 2         –
  ana and most others             1 of 2      0.00
  ben and most others             1 of 1         –
  cleo and most others            1 of 1         –
  ana and classifier              1 of 2      0.00
  ben and classifier              0 of 2      0.00
  cleo and classifier             0 of 2      0.00
  ana/ben apart: blind/neutral 1
  ana/cleo apart: blind/neutral 1
The clauses that divide most:
  R-0001, 1(1): An officer may detain a traveller at post 1 for questioning.…
    ana blind search; ben neutral; cleo neutral
"""


@pytest.fixture
def round_():
    return a_round("W", (clause(1), clause(2)), key="w")


@pytest.fixture
def divided():
    first = (
        said(1, "ana", "blind", "search"),
        said(1, "ben", "neutral"),
        said(1, "cleo", "neutral"),
    )
    return Pulled(at=AT, votes=(*first, *everybody(2, "neutral")))


def test_the_figures_of_a_round(round_, divided):
    found = "".join(line + "\n" for line in words.agreement(round_, measure(round_, divided)))
    assert found == AGREEMENT
    assert max(map(len, found.splitlines())) <= 80


def test_where_nobody_judged_twice_there_is_nothing_to_measure(round_):
    one = Pulled(at=AT, votes=(said(1, "ana", "neutral"),))
    (line,) = words.agreement(round_, measure(round_, one))
    assert line.startswith("No clause has been judged by two yet")


def test_votes_that_do_not_count_are_named_with_their_annotator(round_, divided):
    wrong = msgspec.structs.replace(divided, adjudicated=(said(1, "dora", "neutral", "search"),))
    assert list(words.pulled(round_, wrong)) == [
        "6 votes on 2 of 2 clauses pulled; 0 adjudicated.",
        "1 do not count until their annotator mends the labels. The clause stays confirmed: Enter "
        "again would take that away.",
        "  dora: R-0001 (Ports Act, 1(1)) neutral, and yet has issues (search)",
    ]


def test_a_line_a_member():
    found = words.progress(
        [
            MemberProgress(member="ana", done=5, of=10, hours_left=30),
            MemberProgress(member="benedict", done=10, of=10, hours_left=0),
            MemberProgress(member="cleo", done=0, of=0, note="gone"),
            MemberProgress(member="dora", done=19, of=20, hours_left=0.04),
            MemberProgress(member="eve", done=15, of=20, hours_left=0.6, broken=2),
        ]
    )
    assert list(found) == [
        "ana       ██████████░░░░░░░░░░      5 of 10   about 1 day to go",
        "benedict  ████████████████████     10 of 10   done",
        "cleo      ░░░░░░░░░░░░░░░░░░░░      0 of 0   gone",
        "dora      ███████████████████░     19 of 20   about 2 minutes to go",
        "eve       ███████████████░░░░░     15 of 20   2 to mend (as last pulled); "
        "about 36 minutes to go",
    ]
