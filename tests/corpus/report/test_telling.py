"""What the report says in words: grammar at the edges, and what it claims."""

from __future__ import annotations

from pathlib import Path

from annotator.corpus.report.figures import CorpusFigures
from annotator.corpus.report.gathering import gather
from annotator.corpus.report.telling import in_short, profile, title, years_told
from annotator.corpus.rows import Rows, no_rows
from tests.corpus.report.made import finding, gap, law, proposal, small, stored


def told(tmp_path: Path, rows: Rows) -> dict[str, str]:
    figures = gather(stored(tmp_path, rows))
    return {one.heading: " ".join((one.words, *one.items)) for one in in_short(figures)}


def one_law(**more: object) -> Rows:
    rows = no_rows()
    rows["laws"] = [law("ports", **more)]
    return rows


def test_a_country_in_short(tmp_path: Path) -> None:
    rows = small()
    rows["laws"] = [row for row in rows["laws"] if row["country"] == "ZM"]
    said = told(tmp_path, rows)
    assert said["Where they stand"] == (
        "2 laws with 40 clauses were read. Besides those that discriminate, gender matters in 4 of "
        "them: of these 1 (25\xa0%) takes it into account, or is answered by another clause of the "
        "section, and 3 take no account of it (1 of these for review). On WHO's scale of five, "
        "1 law is gender-unequal (level 1) and 1 is gender-blind (level 2)."
    )
    assert said["What discriminates"] == (
        "1 clause in 1 law surely discriminates, as the classifier reads them. 2 clauses more may, "
        "and are for review. Most are on nationality or settlement (2). For 1 of these no words "
        "could be proposed; it is for redrafting by hand."
    )
    assert said["What no law provides"] == (
        "1 minimum safeguard is called for and provided by no law: there is separate "
        "accommodation. So is 1 further one of good practice."
    )
    assert "CEDAW (2 clauses, 1 for review)" in said["What binds and is not met"]
    assert said["What to change first"].startswith(
        "By the weight of the clauses that they would mend: The Nationality Act, 1965, section 3 "
        "and 1 more clause, of which 1 discriminates and 1 may: "
    )
    assert "Of 7 clauses that it flags it is sure of 4; 3 are for" in said["How sure this is"]


def test_a_law_in_which_gender_has_no_bearing(tmp_path: Path) -> None:
    said = told(tmp_path, one_law(who_level=None, clauses=1))
    assert said["Where they stand"].startswith("1 law with 1 clause was read; gender matters in")
    assert said["What discriminates"] == "No clause was found that discriminates by sex or gender."
    assert said["What to change first"] == "Nothing is proposed."
    assert said["What no law provides"].startswith("No safeguard that the laws call for was found")


def test_a_law_of_no_known_country(tmp_path: Path) -> None:
    rows = one_law(country="")
    rows["findings"] = [finding("ports", "1")]
    said = told(tmp_path, rows)
    assert said["What binds and is not met"].startswith("Of no law is the country known")
    assert said["Where they stand"].endswith("On WHO's scale of five it is gender-blind (level 2).")
    assert "none of these takes it into account" in said["Where they stand"]


def test_what_is_for_review_alone_is_not_said_to_discriminate(tmp_path: Path) -> None:
    rows = one_law()
    rows["findings"] = [finding("ports", "1", "regressive", review=True)]
    rows["proposals"] = [proposal("ports", "1", "wife-follows-husband")]
    said = told(tmp_path, rows)
    assert said["What discriminates"].startswith(
        "No clause surely discriminates by sex or gender. 1 clause may, and is for review."
    )
    assert said["What to change first"].endswith("For review.")


def test_of_a_change_some_clauses_of_which_are_for_review_not_all_discriminate(
    tmp_path: Path,
) -> None:
    rows = one_law()
    rows["findings"] = [
        finding("ports", number, "regressive", review=number != "1") for number in "123"
    ]
    rows["proposals"] = [proposal("ports", number, "wife-follows-husband") for number in "123"]
    said = told(tmp_path, rows)
    assert ", of which 1 discriminates and 2 may: " in said["What to change first"]


def test_what_takes_gender_into_account_may_be_for_review(tmp_path: Path) -> None:
    rows = one_law()
    rows["findings"] = [
        finding("ports", "1", "responsive", review=True),
        finding("ports", "2", review=True),
        finding("ports", "3"),
    ]
    assert (
        "Gender matters in 3 of them: of these 1 (33\xa0%) takes it into account, or is answered "
        "by another clause of the section (for review), and 2 take no account of it (1 of these "
        "for review)."
    ) in told(tmp_path, rows)["Where they stand"]


def test_several_countries_in_short(tmp_path: Path) -> None:
    figures = gather(stored(tmp_path, small()))
    assert title(figures) == "Gender in the laws of Kenya and Zambia"
    said = {one.heading: one for one in in_short(figures)}
    assert said["What no law provides"].words == (
        "1 minimum safeguard is asked for by laws of a country and provided by no law of it. The "
        "most widely lacking: there is separate accommodation (Kenya and Zambia)."
    )
    assert said["What to change first"].items[0].startswith("The Nationality Act, 1965 (Zambia), ")


def test_a_profile_names_the_laws_that_discriminate(tmp_path: Path) -> None:
    figures = gather(stored(tmp_path, small()), ["ZM"])
    told = profile(figures.countries[0])
    assert told[1] == (
        "1 clause surely discriminates, in the Nationality Act, 1965; 2 more are for review."
    )


def test_laws_of_one_title_are_told_apart_by_their_files(tmp_path: Path) -> None:
    rows = no_rows()
    for name in ("first", "second"):
        rows["laws"].append(law(name, title="Ports Code"))
        rows["findings"].append(finding(name, "1", "regressive"))
    told = profile(gather(stored(tmp_path, rows)).countries[0])
    assert told[1] == (
        "2 clauses surely discriminate, in the Ports Code (first.txt) and the Ports Code "
        "(second.txt)."
    )


def test_decades_of_few_clauses_are_left_out_of_the_words(tmp_path: Path) -> None:
    rows = no_rows()
    for year, label in ((1950, "blind"), (1984, "blind"), (2012, "responsive")):
        name = f"act{year}"
        rows["laws"].append(law(name, year=year))
        few = 3 if year == 1984 else 25
        rows["findings"] += [finding(name, str(at), label) for at in range(few)]
    figures = gather(stored(tmp_path, rows))
    first, second = years_told(figures)
    assert first.startswith("Of 3 laws 3 bear a year.")
    assert "0\xa0% in laws of the 1950s and 100\xa0% in laws of the 2010s" in second


def test_further_safeguards_alone_are_said_to_be_such(tmp_path: Path) -> None:
    rows = one_law()
    rows["findings"] = [finding("ports", "1")]
    rows["gaps"] = [gap("ports", "reproductive-health", ["1"], strength="standard")]
    said = told(tmp_path, rows)["What no law provides"]
    assert said == (
        "No minimum safeguard is lacking from all laws; 1 further one, of good practice, is."
    )


def test_figures_of_nothing_have_no_countries() -> None:
    assert CorpusFigures().counts.bearing == 0
