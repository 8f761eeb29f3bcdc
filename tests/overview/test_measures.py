"""The scorecard by framework, and the law's place on WHO's scale."""

import pytest
from msgspec.structs import replace

from annotator.overview.gaps import find_gaps
from annotator.overview.measures import articles, objectives, place
from annotator.overview.needs import Ground
from annotator.schema import Label, Place
from annotator.segmenter import segment
from tests.overview.laws import DETENTION, Said, findings, ground, library, standing, text_of


def law_of(*labels: Label, words: str = "An alien may enter the port.") -> tuple[str, Said]:
    """A law of a section a label, all on one issue."""
    text = "".join(f"{at}. {words}\n" for at, _ in enumerate(labels, start=1))
    return text, {str(at): (label, ("family",)) for at, label in enumerate(labels, start=1)}


def placed(*labels: Label, review: bool = False) -> Place | None:
    text, said = law_of(*labels)
    return place(ground(text, said, review=review), ())


@pytest.mark.parametrize(
    ("labels", "level"),
    [
        (["blind"] * 6, 2),
        (["blind"] * 9 + ["responsive"], 2),
        (["blind"] * 3 + ["responsive"], 3),
        (["blind", "responsive"], 4),
        (["responsive"] * 3, 4),
        (["regressive"] + ["responsive"] * 9, 1),
    ],
)
def test_the_share_of_clauses_decides_and_one_that_discriminates_before_it(
    labels: list[Label], level: int
) -> None:
    found = placed(*labels)
    assert found is not None
    assert found.level == level


def test_it_says_how_it_was_reached() -> None:
    found = placed("blind", "responsive", "blind", "regressive")
    assert found is not None
    assert found.name == "gender-unequal"
    assert found.how == (
        "1 clause discriminates (4), which by itself puts a law at level 1; mended, it would be "
        "at level 3, gender-sensitive, since gender matters in 3 of its 3 other clauses: 1 takes "
        "it into account and 2 take no account of it."
    )


def test_it_says_of_how_many_clauses_of_the_law_it_speaks_and_which_count() -> None:
    found = placed("blind", "neutral", "responsive", "neutral")
    assert found is not None
    assert found.how == (
        "Gender matters in 2 of its 4 clauses: 1 takes it into account and 1 takes no account of "
        "it."
    )


def test_a_lead_in_is_none_of_the_clauses_of_which_it_speaks() -> None:
    text = (
        "1. In this Act—\n“alien” means a guest;\n“port” means a harbour.\n2. An alien may land.\n"
    )
    found = place(ground(text, {"2": ("blind", ("family",))}), ())
    assert found is not None
    assert found.how == "Gender matters in 1 of its 3 clauses, which takes no account of it."


def test_a_clause_of_which_nobody_is_sure_puts_no_law_at_level_1() -> None:
    found = placed("regressive", "responsive", review=True)
    assert found is not None
    assert found.level == 4


def doubted(*numbers: str) -> str:
    """How the level is reached of a law of six clauses, four regressive, these for review."""
    text, said = law_of("regressive", "blind", "regressive", "regressive", "neutral", "regressive")
    found = tuple(replace(one, review=one.clause.number in numbers) for one in findings(text, said))
    told = place(Ground.of(text, found, segment(text).provisions, library()), ())
    assert told is not None
    return told.how


def test_clauses_that_may_discriminate_are_named_beside_those_that_do() -> None:
    assert doubted("3").startswith("3 clauses discriminate (1, 4, 6; 1 more is for review: 3), ")
    assert "(1; 3 more are for review: 3, 4, 6), " in doubted("3", "4", "6")


def test_clauses_that_may_discriminate_are_none_of_those_where_gender_does_not_matter() -> None:
    assert "gender matters in 1 of its 2 other clauses" in doubted("3")
    assert doubted("1", "3", "4", "6") == (
        "4 clauses may discriminate and are for review (1, 3, 4, 6): if one does, the law is at "
        "level 1. Gender matters in 1 of its 2 other clauses, which takes no account of it."
    )


def test_where_gender_bears_on_nothing_there_is_no_level() -> None:
    assert placed("neutral", "neutral") is None


def test_level_5_asks_for_a_clause_that_changes_the_power_itself() -> None:
    template = next(
        one for one in library().templates if one.who_level == 5 and r"\bgender\b" in one.unless
    )
    text, _ = law_of("responsive", words="The Board shall promote gender equality.")
    said: Said = {"1": ("responsive", (template.issues[0],))}
    found = place(ground(text, said), ())
    assert found is not None
    assert found.level == 5


def test_a_gap_of_minimum_strength_keeps_a_law_from_level_5() -> None:
    law = ground(text_of("detention"), DETENTION)
    gaps = find_gaps(law, standing(), "")
    assert any(gap.strength == "minimum" for gap in gaps)
    said: Said = {"1": ("responsive", ("governance",))}
    text, _ = law_of("responsive", words="The Board shall promote gender equality.")
    found = place(ground(text, said), gaps)
    assert found is not None
    assert found.level == 4


def test_clauses_are_counted_by_objective_and_article_through_their_issues() -> None:
    found = findings(text_of("detention"), DETENTION)
    assert objectives(found, library()) == {
        "5": {"regressive": 1},
        "13": {"blind": 3, "responsive": 1},
    }
    assert articles(found) == {"16": {"regressive": 1}}


def test_a_clause_on_two_issues_of_one_objective_is_counted_once() -> None:
    text, _ = law_of("blind")
    found = findings(text, {"1": ("blind", ("search", "personnel"))})
    assert objectives(found, library())["11"] == {"blind": 1}
