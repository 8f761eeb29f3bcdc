"""The law as a whole in the report, as `whole.txt` has it; UPDATE_GOLDEN=1 rewrites it."""

import os
from pathlib import Path

import pytest
from msgspec.structs import replace
from rich.console import Console

from annotator.request import View, without_proposals
from annotator.schema import Annotation, Citation, Edit, Gap, Place, Status
from annotator.writers.terminal.report import render

GOLDEN = Path(__file__).with_name("whole.txt")
TEXT = "Pregnancy\n10A. (1) No person who is pregnant shall be detained.\n(2) Care shall be given."


def cited(instrument: str, kind: str, status: Status) -> Citation:
    return Citation(
        instrument=instrument,
        at="Art. 1",
        kind=kind,  # type: ignore[arg-type]
        binding=kind != "soft",
        verified=status == "binds",
        status=status,
    )


CITED = (
    replace(
        cited("Directive 2013/33/EU", "eu", "guidance"), replaced_by="Directive (EU) 2024/1346"
    ),
    cited("CEDAW", "treaty", "binds"),
    cited("Palermo Protocol", "treaty", "undertaken"),
    cited("Directive 2013/32/EU", "eu", "undertaken"),
    cited("2030 Agenda", "soft", "undertaken"),
    cited("ILO C190", "treaty", "unknown"),
    cited("ILO C189", "treaty", "guidance"),
    cited("Mandela Rules", "soft", "guidance"),
)


def gap(**more: object) -> Gap:
    fields: dict[str, object] = {
        "need": "pregnant",
        "lacks": "Pregnant women are not detained",
        "issue": "search",
        "strength": "minimum",
        "clauses": ("10(1)", "11"),
        "proposed_at": (),
        "by_section": True,
        "after": "section 10",
        "number": "10A",
        "heading": "Pregnancy",
        "text": TEXT,
        "edits": (Edit(start=9, end=9, text=f"\n\n{TEXT}"),),
        "instruction": "After section 10 insert: “10A. ...”",
        "reason": "Detention endangers health.",
        "gcm": (13,),
        "citations": CITED,
    }
    return Gap(**{**fields, **more})  # type: ignore[arg-type]


@pytest.fixture
def whole(annotation: Annotation) -> Annotation:
    """The annotated law with all that can be said of it as a whole."""
    first, *others = annotation.findings
    many = tuple(f"{number}(1)" for number in range(12, 26))
    card = replace(
        annotation.scorecard,
        objectives={"11": {"blind": 1}, "13": {"blind": 12, "responsive": 1}},
        articles={"9": {"regressive": 1}},
        who=Place(level=1, name="gender-unequal", how="1 clause discriminates (11)."),
    )
    bare = {"text": "", "edits": (), "instruction": "", "citations": CITED[:1]}
    return replace(
        annotation,
        law=replace(annotation.law, jurisdiction="AL"),
        findings=(replace(first, governs=many), *others),
        scorecard=card,
        gaps=(
            gap(),
            gap(need="apart", lacks="Women are held apart from men", issue="nationality", **bare),
            gap(need="train", lacks="Officers are trained", proposed_at=("11",), by_section=False),
        ),
    )


def plain(annotation: Annotation, view: View | None = None, width: int = 80) -> str:
    console = Console(width=width, color_system=None, force_terminal=False)
    return render(annotation, view or View(), console)


def test_the_law_as_a_whole_looks_as_it_should(whole: Annotation) -> None:
    report = plain(whole, View(overview=True))
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(report, encoding="utf-8")
    assert report == GOLDEN.read_text(encoding="utf-8")


def test_no_line_is_wider_than_asked(whole: Annotation) -> None:
    for width in (60, 80, 100):
        assert max(map(len, plain(whole, width=width).split("\n"))) <= width


def test_only_gaps_on_the_issues_asked_for_are_shown(whole: Annotation) -> None:
    report = plain(whole, View(issues=("nationality",)))
    assert "Women are held apart from men" in report
    assert "Pregnant women are not detained" not in report


def test_who_asks_for_clauses_that_discriminate_sees_no_gaps(whole: Annotation) -> None:
    assert "provides nowhere" not in plain(whole, View(labels=("regressive",)))


def test_of_many_gaps_the_gravest_ten_are_shown(whole: Annotation) -> None:
    lesser = gap(strength="standard", citations=CITED[-1:])
    report = plain(replace(whole, gaps=(lesser,) * 14))
    assert report.count("Detention endangers health.") == 10
    assert "4 more of lesser weight: see --format json." in report


@pytest.mark.parametrize(
    "grave",
    [
        {"strength": "minimum", "citations": CITED[-1:]},
        {"strength": "ambitious", "citations": CITED[1:2]},
    ],
)
@pytest.mark.parametrize("by_section", [True, False])
def test_a_minimum_standard_and_what_binds_are_never_left_out(
    whole: Annotation, grave: dict[str, object], by_section: bool
) -> None:
    lesser = gap(strength="standard", citations=CITED[-1:], by_section=by_section)
    last = gap(lacks="Nobody is searched twice", by_section=by_section, **grave)
    report = plain(replace(whole, gaps=(*(lesser,) * 12, last)))
    assert "Nobody is searched twice" in report
    assert "2 more of lesser weight: see --format json." in report


def test_a_gap_that_clauses_may_fill_in_part_says_where(whole: Annotation) -> None:
    partly = [gap(see=("14(4)",)), gap(see=("15",), proposed_at=("11",), by_section=False)]
    report = plain(replace(whole, gaps=tuple(partly)), width=100)
    assert "What the law provides nowhere, or only in part\n" in report
    assert "but see 14(4), which may provide part of it" in " ".join(report.split())
    assert "(11; but see 15, which may provide part of it)" in report


STRENGTHS = "minimum: the least to provide; standard: good practice; ambitious: beyond it\n"


def test_the_strengths_are_explained_once_and_where_they_are_printed(whole: Annotation) -> None:
    assert plain(whole).count(STRENGTHS) == 1
    assert STRENGTHS not in plain(replace(whole, gaps=whole.gaps[2:]))
    assert STRENGTHS not in plain(whole, View(labels=("regressive",)))


def test_a_place_that_was_not_read_is_not_printed(whole: Annotation) -> None:
    assert "to be checked" not in plain(whole)
    unread = replace(whole, gaps=(gap(citations=CITED[:1]),), findings=())
    assert "Rests on" not in plain(unread)


def test_of_a_law_of_no_known_country_it_is_said_what_was_not_checked_of_a_regions_instruments(
    whole: Annotation,
) -> None:
    treaty, eu = cited("Charter", "treaty", "unknown"), cited("Directive", "eu", "unknown")
    guide = replace(cited("Guide", "soft", "guidance"), regional=True)
    region = [replace(treaty, regional=True), replace(eu, regional=True), guide]
    read = tuple(replace(one, verified=True) for one in region)
    law = replace(whole, gaps=(gap(citations=read),))
    nowhere = replace(law, law=replace(law.law, jurisdiction=""))
    report = " ".join(plain(nowhere).split())
    assert "Charter, Art. 1 (regional treaty; not checked whether it binds)" in report
    assert "Directive, Art. 1 (EU law; not checked whether it binds)" in report
    assert "Guide, Art. 1 (guidance)" in report
    assert "not checked whether" not in plain(law)


def test_without_proposals_gaps_are_named_and_not_worded(whole: Annotation) -> None:
    report = plain(without_proposals(whole))
    assert "Pregnant women are not detained" in report
    assert "Place        after section 10" in report
    assert "10A" not in report


def test_a_law_of_which_nothing_is_said_as_a_whole_has_no_such_part(annotation: Annotation) -> None:
    report = plain(annotation)
    assert "The law as a whole" not in report
    assert "WHO level" not in report


def test_the_law_cannot_steer_the_terminal_through_a_gap(whole: Annotation) -> None:
    report = plain(replace(whole, gaps=(gap(clauses=("1\x1b[31m",), text="10A. \x1b[2J"),)))
    assert "\x1b" not in report


def test_what_is_only_proposed_above_is_not_also_missing(whole: Annotation) -> None:
    report = plain(replace(whole, gaps=(gap(proposed_at=("11",), by_section=False),)))
    assert "Also provided" not in report
    assert "What the law provides nowhere or only in part" in " ".join(report.split())
