"""What an instrument is to a country, by tables made for these tests and by those that ship."""

import pytest

from annotator.bindings.standing import ORDER, Standing, load_standing
from annotator.library import load_commitments
from annotator.library.model import Europe, Instrument, Kind, Parties
from annotator.schema import Citation


def instrument(key: str, kind: Kind = "treaty", **more: object) -> Instrument:
    return Instrument(
        key=key,
        title=key,
        short=key.upper(),
        kind=kind,
        date="2000-01-01",
        binding=kind != "soft",
        **more,  # type: ignore[arg-type]
    )


def parties(*states: str, complete: bool = True, signatories: tuple[str, ...] = ()) -> Parties:
    return Parties(
        as_of="2024-01-01", source="a list", complete=complete, states=states,
        signatories=signatories, reservations={"AL": "It keeps Article 9 for itself."},
    )  # fmt: skip


INSTRUMENTS = {
    one.key: one
    for one in (
        instrument("whole"),
        instrument("part"),
        instrument("unlisted"),
        instrument("gone", repealed="2020-01-01", replaced_by="Treaty of 2020"),
        instrument("directive", "eu"),
        instrument("schengen", "eu"),
        instrument("compact", "soft", consensus=True),
        instrument("guide", "soft"),
    )
}
STANDING = Standing(
    INSTRUMENTS,
    {
        "whole": parties("AL", "IE", signatories=("US",)),
        "part": parties("IE", complete=False),
        "gone": parties("AL"),
    },
    Europe(
        as_of="2024-01-01", source="a page", members=("DK", "FR", "IE"), candidates=("AL",),
        schengen=("CH", "DK", "FR"), schengen_acquis=("schengen",),
        opt_outs={"IE": ("directive",)}, bound={"IE": ("schengen",)},
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("key", "country", "status"),
    [
        ("whole", "AL", "binds"),
        ("whole", "US", "undertaken"),
        ("whole", "JP", "guidance"),
        ("part", "IE", "binds"),
        ("part", "AL", "unknown"),
        ("unlisted", "AL", "unknown"),
        ("gone", "AL", "guidance"),
        ("directive", "FR", "binds"),
        ("directive", "IE", "guidance"),
        ("directive", "AL", "undertaken"),
        ("directive", "CH", "guidance"),
        ("directive", "JP", "guidance"),
        ("schengen", "CH", "binds"),
        ("schengen", "IE", "binds"),
        ("compact", "AL", "undertaken"),
        ("compact", "GI", "guidance"),
        ("guide", "AL", "guidance"),
    ],
)
def test_what_an_instrument_is_to_a_country(key: str, country: str, status: str) -> None:
    assert STANDING.status(INSTRUMENTS[key], country) == status


def test_nobody_has_looked_at_an_act_that_is_in_neither_list_of_a_member_with_opt_outs() -> None:
    other = instrument("other", "eu")
    assert STANDING.status(other, "IE") == "unknown"
    assert STANDING.status(other, "FR") == "binds"


def citation(key: str) -> Citation:
    one = INSTRUMENTS[key]
    return Citation(instrument=one.short, at="", kind=one.kind, binding=one.binding, verified=False)


def test_citations_are_told_and_what_binds_comes_first() -> None:
    cited = STANDING.cited(tuple(map(citation, ("guide", "unlisted", "directive", "whole"))), "AL")
    assert [(one.instrument, one.status) for one in cited] == [
        ("WHOLE", "binds"),
        ("DIRECTIVE", "undertaken"),
        ("UNLISTED", "unknown"),
        ("GUIDE", "guidance"),
    ]


def test_what_is_repealed_binds_nobody_and_says_what_took_its_place() -> None:
    for country in ("AL", ""):
        (cited,) = STANDING.cited((citation("gone"),), country)
        assert (cited.status, cited.replaced_by) == ("guidance", "Treaty of 2020")


def test_without_a_country_nothing_is_said_to_bind() -> None:
    cited = STANDING.cited((citation("guide"), citation("whole")), "")
    assert [one.status for one in cited] == ["unknown", "guidance"]


def test_commitments_of_a_country_carry_dates_sources_and_reservations() -> None:
    told = {one.instrument: one for one in STANDING.commitments("AL")}
    assert len(told) == len(INSTRUMENTS)
    assert told["WHOLE"].reservation == "It keeps Article 9 for itself."
    assert (told["WHOLE"].as_of, told["WHOLE"].source) == ("2024-01-01", "a list")
    assert told["UNLISTED"].as_of == ""
    assert told["DIRECTIVE"].source == "a page"


def test_the_tables_that_ship_hold_for_countries_that_are_known_to_be_bound() -> None:
    standing = load_standing(load_commitments())
    bound = {one.instrument for one in standing.commitments("AL") if one.status == "binds"}
    assert {"CEDAW", "Istanbul Convention", "ECHR"} <= bound
    usa = {one.instrument: one.status for one in standing.commitments("US")}
    assert usa["CEDAW"] == "undertaken"
    swedish = [one for one in standing.commitments("SE") if one.kind == "eu"]
    assert {one.status for one in swedish if not one.repealed} == {"binds"}
    assert all(one.replaced_by for one in swedish if one.repealed)


def test_every_status_has_its_place() -> None:
    assert set(ORDER) == {"binds", "undertaken", "unknown", "guidance"}


def cited(country: str, *shorts: str) -> list[str]:
    regional = {
        "afro": instrument("afro", region="africa"),
        "guide": instrument("guide", "soft"),
        "directive": instrument("directive", "eu"),
        "far": instrument("far", region="the moon"),
    }
    of_regions = Standing(
        regional,
        {"afro": parties("KE")},
        STANDING.europe,
        {"africa": frozenset(("KE", "ZM")), "europe": frozenset(("AL", "FR"))},
    )
    given = tuple(
        Citation(
            instrument=short, at="Art. 1", kind=regional[short.lower()].kind,
            binding=regional[short.lower()].binding, verified=True,
        )
        for short in shorts
    )  # fmt: skip
    return [one.instrument for one in of_regions.cited(given, country)]


def test_what_was_made_for_another_region_is_cited_only_where_nothing_else_is() -> None:
    assert cited("KE", "DIRECTIVE", "GUIDE", "AFRO") == ["AFRO", "GUIDE"]
    # Of its region, though no party.
    assert cited("ZM", "AFRO", "GUIDE", "DIRECTIVE") == ["AFRO", "GUIDE"]
    assert cited("FR", "AFRO", "GUIDE", "DIRECTIVE") == ["DIRECTIVE", "GUIDE"]
    assert cited("BD", "DIRECTIVE", "AFRO") == ["DIRECTIVE", "AFRO"]
    assert cited("", "DIRECTIVE", "AFRO") == ["DIRECTIVE", "AFRO"]
    # Of a region that no table knows nobody can say who is in it.
    assert cited("BD", "FAR", "GUIDE") == ["FAR", "GUIDE"]


def test_the_regions_that_instruments_name_are_in_the_table() -> None:
    instruments = load_commitments()
    named = {one.made_for for one in instruments.values() if one.made_for}
    assert named <= set(load_standing(instruments).regions)
    # A party from elsewhere is bound all the same.
    trafficking = Citation(
        instrument="CoE Trafficking Convention", at="Art. 26", kind="treaty", binding=True,
        verified=True,
    )  # fmt: skip
    (told,) = load_standing(instruments).cited((trafficking,), "IL")
    assert told.status == "binds"


def test_who_is_in_the_union_or_will_be_is_in_europe() -> None:
    standing = load_standing(load_commitments())
    europe = standing.europe
    assert {*europe.members, *europe.candidates, *europe.schengen} <= standing.regions["europe"]
