"""That clauses which do the same are shown the same, and others what is for policy."""

from msgspec.structs import replace

from annotator.overview.likes import compared
from annotator.overview.needs import Ground
from annotator.proposer.choosing import propose
from annotator.proposer.fitting import Flagged
from annotator.reading import Reading
from annotator.schema import Finding, Like
from annotator.segmenter import segment
from tests.overview.laws import Said, findings, library


def seen(text: str, said: Said, at: tuple[str, ...] = ()) -> dict[str, Finding]:
    """The findings by number, with the amendments of the clauses named, or of all."""
    found, tree = findings(text, said), segment(text).provisions
    flagged = [
        Flagged(one.clause, one.label, tuple(its.issue for its in one.issues))
        for one in found
        if one.label == "blind" and (not at or one.clause.number in at)
    ]
    reading = Reading.of(text, [one.clause for one in found], tree, library())
    made = propose(reading, flagged, library())
    proposed = {
        one.clause.eid: tuple(fit.proposal for fit in fits)
        for one, fits in zip(flagged, made, strict=True)
    }
    found = tuple(replace(one, proposals=proposed.get(one.clause.eid, ())) for one in found)
    ground = Ground.of(text, found, tree, library())
    return {one.clause.number: one for one in compared(ground)}


def wanted(finding: Finding) -> set[tuple[str, str]]:
    return {(like.number, like.template) for like in finding.likes}


MEANS = (
    "1. (1) A guest shall prove sufficient means of subsistence at the gate.\n"
    "(2) The gate is closed at night.\n"
    "2. (1) The sponsor of a spouse shall have a regular income and adequate housing.\n"
    "(2) The sponsor shall sign.\n"
)


def test_a_clause_that_does_the_same_is_shown_the_amendment_whatever_its_issue() -> None:
    said: Said = {"1(1)": ("blind", ("procedure",)), "2(1)": ("blind", ("family",))}
    one = seen(MEANS, said)["1(1)"]
    assert one.proposals == ()
    assert one.likes == (
        Like(
            "2(1)",
            "sec_2__subsec_1",
            "family-income-waived",
            "family",
            "Conditions of income and housing are waived for survivors of violence and for lone "
            "parents",
        ),
    )


def test_where_its_section_says_so_already_it_is_not() -> None:
    text = MEANS.replace(
        "The gate is closed at night.",
        "Proof of means is not asked of a survivor of domestic violence.",
    )
    said: Said = {"1(1)": ("blind", ("procedure",)), "2(1)": ("blind", ("family",))}
    assert seen(text, said)["1(1)"].likes == ()


def test_another_deed_on_the_same_issue_is_not() -> None:
    text = (
        "1. (1) The spouse of a permit holder may be granted a permit.\n"
        "(2) The permit ends where the marriage is dissolved.\n"
        "2. (1) The Minister may order that a stranger be deported.\n"
        "(2) A stranger who is deported shall leave within six days.\n"
    )
    said: Said = {
        "1(1)": ("blind", ("family",)),
        "1(2)": ("blind", ("family",)),
        "2(1)": ("blind", ("removal",)),
        "2(2)": ("blind", ("removal",)),
    }
    found = seen(text, said, at=("1(1)", "2(1)"))
    assert found["2(1)"].proposals
    assert found["2(2)"].likes == ()
    ends = found["1(2)"]
    assert "family-right-to-work" in {one.template for one in found["1(1)"].proposals}
    assert ("1(1)", "family-right-to-work") not in wanted(ends)


def test_a_power_to_make_rules_is_not_shown_what_a_rule_has() -> None:
    text = (
        "1. A guard may search any person at the gate.\n"
        "2. The Minister may make regulations on the search of persons.\n"
    )
    said: Said = {"1": ("blind", ("search",)), "2": ("blind", ("search",))}
    found = seen(text, said)
    assert found["1"].proposals
    assert found["2"].likes == ()


def test_an_amended_clause_is_shown_what_a_like_one_has_more() -> None:
    text = (
        "1. A stranger who seeks entry shall undergo a medical examination for tuberculosis.\n"
        "2. The inmate shall undergo a medical examination by the doctor.\n"
    )
    said: Said = {"1": ("blind", ("health", "search")), "2": ("blind", ("search",))}
    found = seen(text, said)
    assert found["2"].proposals
    assert wanted(found["2"]) == {("1", "health-screening-not-pregnancy")}


def test_a_clause_without_an_amendment_says_what_it_leaves_to_policy() -> None:
    text = "1. A person who is deported shall leave within six days.\n2. The gate is green.\n"
    found = seen(text, {"1": ("blind", ("removal",))}, at=("2",))
    policy = found["1"].policy
    assert policy is not None
    assert policy.matter == "time-to-leave"
    assert policy.does == "deals with how soon a person must leave"
    assert found["2"].policy is None


def test_of_a_clause_that_discriminates_and_gives_the_words_of_the_gift_are_left_to_policy() -> (
    None
):
    text = (
        "1. A man who is ill may remain for six days with his aunt, and a woman may remain for two "
        "with hers.\n2. A woman who is ill and her aunt are to sit in the third row.\n"
    )
    said: Said = {"1": ("regressive", ("removal",)), "2": ("regressive", ("health",))}
    found = seen(text, said, at=())
    asked = {number: one.policy.asks if one.policy else "" for number, one in found.items()}
    assert asked["1"].startswith("in what words women and men have what it gives")
    assert asked["2"].startswith("whether its distinction stands")


def test_of_a_doubtful_charge_is_told_what_would_be_mended() -> None:
    text = "1. The wife of a settler may be granted a pass for one year.\n2. The gate is green.\n"
    said = findings(text, {"1": ("regressive", ("family", "labour"))})
    charged = tuple(replace(one, review=one.label == "regressive", proposals=()) for one in said)
    (one, _) = compared(Ground.of(text, charged, segment(text).provisions, library()))
    assert one.policy is not None
    assert one.policy.doubtful
    assert "spouse" in one.policy.asks


def test_what_is_amended_or_met_leaves_nothing_to_policy() -> None:
    text = "1. A guard may search any person.\n2. A person shall leave within six days.\n"
    said: Said = {"1": ("blind", ("search",)), "2": ("blind", ("removal",))}
    assert seen(text, said)["1"].policy is None
    met = tuple(replace(one, met=True) for one in findings(text, said))
    ground = Ground.of(text, met, segment(text).provisions, library())
    assert [one.policy for one in compared(ground)] == [None, None]
