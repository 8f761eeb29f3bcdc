"""What a report counts, and what it does not."""

from __future__ import annotations

from pathlib import Path

import fsspec
import pytest

from annotator.corpus.report.figures import CorpusFigures, CountryFigures, Tally
from annotator.corpus.report.gathering import gather
from annotator.errors import UsageError
from tests.corpus.report.made import finding, gap, law, proposal, small, stored


@pytest.fixture
def figures(tmp_path: Path) -> CorpusFigures:
    return gather(stored(tmp_path / "out", small()))


def of(figures: CorpusFigures, code: str) -> CountryFigures:
    return next(one for one in figures.countries if one.code == code)


def test_what_is_sure_and_what_is_for_review_is_counted_apart(figures: CorpusFigures) -> None:
    counts = of(figures, "ZM").counts
    assert (counts.regressive, counts.blind, counts.met) == (Tally(1, 2), Tally(2, 1), Tally(1))
    assert of(figures, "KE").counts.responsive == Tally(1, 1)


def test_a_clause_that_its_section_meets_heeds_and_needs_no_mending(figures: CorpusFigures) -> None:
    counts = of(figures, "ZM").counts
    assert (counts.bearing, counts.heeding, counts.to_mend) == (4, 1, 6)


def test_words_above_a_list_are_no_clause_of_their_own(figures: CorpusFigures) -> None:
    (nationality,) = (law for law in figures.laws if law.title == "Nationality Act, 1965")
    assert nationality.counts.blind == Tally(1)


def test_a_clause_counts_for_each_of_its_matters(tmp_path: Path) -> None:
    rows = small()
    rows["findings"].append(finding("ports", "1", issues=["health", "detention"]))
    before, after = gather(stored(tmp_path / "a", small())), gather(stored(tmp_path / "b", rows))
    for issue in ("health", "detention"):
        assert after.matters[issue].blind.sure == before.matters[issue].blind.sure + 1


def test_countries_stand_by_name_and_unknown_ones_last(figures: CorpusFigures) -> None:
    assert [one.name for one in figures.countries] == ["Kenya", "Zambia", "Country not known"]


def test_no_law_provides_what_one_lacks_and_no_other_may_have(figures: CorpusFigures) -> None:
    first, second = of(figures, "ZM").needs
    assert (first.need, first.nowhere) == ("separate-accommodation", True)
    assert (second.need, second.strength) == ("reproductive-health", "standard")


def test_another_law_that_heeds_gender_on_the_matter_may_provide_it(tmp_path: Path) -> None:
    rows = small()
    rows["findings"].append(finding("nationality", "9", "responsive", issues=["detention"]))
    first, _ = of(gather(stored(tmp_path, rows)), "ZM").needs
    assert not first.nowhere
    assert [law.title for law in first.perhaps] == ["Nationality Act, 1965"]


def test_a_law_that_lacks_it_is_not_named_as_one_that_may_provide_it(tmp_path: Path) -> None:
    rows = small()
    rows["findings"].append(finding("detention", "9", "responsive"))
    first, _ = of(gather(stored(tmp_path, rows)), "ZM").needs
    assert first.nowhere


def test_a_clause_falls_short_of_what_binds_once_a_place_that_was_read(
    figures: CorpusFigures,
) -> None:
    (cedaw,) = of(figures, "ZM").instruments
    assert cedaw.title.startswith("Convention on the Elimination")
    assert (cedaw.whole.clauses, cedaw.whole.laws) == (Tally(1, 1), 1)
    (place,) = cedaw.places  # neither Art. 15, which nobody has read, nor what guides
    assert (place.at, place.clauses) == ("Art. 9(1)", Tally(1, 1))


def test_what_a_law_lacks_altogether_falls_short_too(figures: CorpusFigures) -> None:
    (cedaw,) = of(figures, "KE").instruments
    assert (cedaw.whole.clauses.all, cedaw.whole.lacking, cedaw.whole.laws) == (0, 1, 1)


def test_countries_are_joined_place_by_place(figures: CorpusFigures) -> None:
    (cedaw,) = figures.instruments
    assert sorted(cedaw.places[0].countries) == ["KE", "ZM"]
    assert (cedaw.whole.laws, cedaw.whole.clauses) == (2, Tally(1, 1))


def test_amendments_of_a_law_that_provide_the_same_are_one_change(figures: CorpusFigures) -> None:
    first = figures.changes[0]
    assert [clause.place for clause in first.clauses] == ["Section 3", "Section 4"]
    assert first.effect == 80 + 40 / 2 / 2  # for review, and the second
    assert first.label == "regressive"
    assert first.rests_on == ("CEDAW, Art. 9(1)",)
    assert not first.review
    assert first.further == ("In section 4 insert: “so”.",)


def test_a_new_section_serves_all_clauses_that_call_for_it(figures: CorpusFigures) -> None:
    (change,) = (one for one in figures.changes if one.new_section)
    assert [clause.place for clause in change.clauses] == ["Section 1", "Section 2"]
    assert change.instruction.startswith("After section 4 insert")
    assert change.effect == 50 + 40 / 2 / 2
    assert change.others == 1  # the asylum act wants the same


def test_what_stands_in_the_stead_of_a_better_amendment_is_none_of_the_changes(
    figures: CorpusFigures,
) -> None:
    assert {change.need for change in figures.changes} == {
        "wife-follows-husband",
        "separate-accommodation",
    }


def test_the_twenty_weightiest_are_shown(tmp_path: Path) -> None:
    rows = small()
    for at in range(30):
        rows["laws"].append(law(f"port{at:02}"))
        rows["findings"].append(finding(f"port{at:02}", "1", priority=at + 51))
        rows["proposals"].append(proposal(f"port{at:02}", "1", "separate-accommodation"))
    figures = gather(stored(tmp_path, rows))
    assert len(figures.changes) == 20
    effects = [change.effect for change in figures.changes]
    assert effects == sorted(effects, reverse=True)
    assert effects[0] == 90


def test_what_discriminates_and_has_no_amendment_is_for_redrafting(figures: CorpusFigures) -> None:
    (one,) = figures.unworded
    assert (one.law.title, one.clause.place) == ("Nationality Act, 1965", "Section 7")
    assert one.clause.review


def test_laws_stand_by_level_and_those_without_one_last(figures: CorpusFigures) -> None:
    assert [law.title for law in of(figures, "KE").laws] == ["Asylum Act", "Ports Act"]


def test_decades_count_the_laws_that_bear_a_year(figures: CorpusFigures) -> None:
    assert [(one.begins, one.laws) for one in figures.decades] == [(1960, 1), (2010, 2)]


def test_the_figures_do_not_depend_on_how_the_laws_were_dealt_into_parts(tmp_path: Path) -> None:
    rows = small()
    together = gather(stored(tmp_path / "a", rows))
    assert together == gather(stored(tmp_path / "b", rows, batch=1))


def test_a_corpus_may_lie_in_a_bucket(tmp_path: Path) -> None:
    memory = fsspec.filesystem("memory")
    here = stored(tmp_path / "out", small())
    memory.put(here, "/bucket/laws", recursive=True)
    try:
        assert gather("memory://bucket/laws") == gather(here)
    finally:
        memory.rm("/bucket", recursive=True)


def test_countries_can_be_chosen(tmp_path: Path) -> None:
    out = stored(tmp_path, small())
    assert [one.code for one in gather(out, ["KE"]).countries] == ["KE"]
    assert {law.country for law in gather(out, ["KE", "ZM"]).laws} == {"KE", "ZM"}


def test_a_country_of_which_there_is_no_law_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"holds no law of AL; its countries are: KE, ZM\."):
        gather(stored(tmp_path, small()), ["AL", "KE"])


def test_a_corpus_without_laws_is_said_to_be_one(tmp_path: Path) -> None:
    rows = small()
    for table in ("laws", "findings", "proposals", "gaps"):
        rows[table] = []
    with pytest.raises(UsageError, match="holds no law"):
        gather(stored(tmp_path, rows))


def test_what_is_no_corpus_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no corpus"):
        gather(tmp_path / "nowhere")


def test_a_gap_without_words_for_a_section_is_no_change(tmp_path: Path) -> None:
    rows = small()
    rows["gaps"].append(gap("ports", "lockable-facilities", ["1"], text=""))
    assert "lockable-facilities" not in {one.need for one in gather(stored(tmp_path, rows)).changes}


def test_a_code_that_is_no_country_stands_for_itself(tmp_path: Path) -> None:
    rows = small()
    rows["laws"].append(law("union", "EU"))
    assert of(gather(stored(tmp_path, rows)), "EU").name == "EU"


def test_files_that_gave_no_law_are_named(figures: CorpusFigures) -> None:
    assert [(one.kind, one.reason) for one in figures.unread] == [("timeout", "laws/x.pdf hangs.")]
