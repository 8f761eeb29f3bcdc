"""The first half page of the report."""

from msgspec.structs import replace
from rich.console import Console

from annotator.lang import language
from annotator.request import View
from annotator.schema import Annotation, Gap
from annotator.writers.terminal.summary_section import half_page, summary_section

GAP = Gap(
    need="a",
    lacks="Women are held apart",
    issue="detention",
    strength="minimum",
    clauses=("10(1)",),
    proposed_at=(),
    by_section=True,
    reason="Else they are in danger.",
    gcm=(),
    citations=(),
    after="section 10",
    number="10A",
)


def summary(annotation: Annotation, *gaps: Gap, view: View | None = None) -> str:
    console = Console(width=1000)
    spoken = language("en")
    told = half_page(annotation, gaps, view or View(), spoken)
    lines = summary_section(told, spoken.phrases, console)
    return "\n".join(line.plain.rstrip() for line in lines)


def sure(annotation: Annotation, label: str) -> Annotation:
    """The law with only the finding of this label, of which the classifier is sure."""
    some = next(one for one in annotation.findings if one.label == label)
    return replace(annotation, findings=(replace(some, review=False),))


def test_what_takes_gender_into_account_is_named(annotation: Annotation) -> None:
    told = summary(sure(annotation, "responsive"))
    assert told.strip().startswith("What the law does well: ")
    assert told.endswith(" takes gender into account.")


def test_what_is_not_sure_is_not_named(annotation: Annotation) -> None:
    doubted = tuple(replace(one, review=True) for one in annotation.findings)
    told = summary(replace(annotation, findings=doubted))
    assert told.strip() == "What discriminates: for review: Article 11 (Nationality)."


def test_what_discriminates_comes_before_what_is_missing(annotation: Annotation) -> None:
    law = sure(annotation, "regressive")
    (finding,) = law.findings
    lines = summary(law, GAP).splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith(" 1."))
    assert finding.proposals[0].reason in lines[first]
    assert lines[first + 1] == (
        " 2. Provide that women are held apart (new section 10A). Else they are in danger."
    )


def test_what_has_no_amendment_is_to_be_redrafted(annotation: Annotation) -> None:
    law = sure(annotation, "regressive")
    bare = replace(law, findings=(replace(law.findings[0], proposals=()),))
    assert "which discriminates: no words could be proposed." in summary(bare)


def test_the_gravest_of_what_is_missing_is_named_and_the_rest_counted(
    annotation: Annotation,
) -> None:
    lesser = replace(GAP, strength="standard", lacks="Forms are plain", proposed_at=("3", "4"))
    at_clauses = replace(lesser, by_section=False)
    told = summary(replace(annotation, findings=()), at_clauses, lesser, *[GAP] * 5)
    assert "forms are plain" not in told
    assert told.endswith(
        "2 other provisions are missing in whole or in part: see “The law as a whole”."
    )
    told = summary(replace(annotation, findings=()), at_clauses)
    assert "Provide that forms are plain (amendment at 3, 4)." in told


def test_what_is_provided_in_part_is_said_so(annotation: Annotation) -> None:
    told = summary(replace(annotation, findings=()), replace(GAP, see=("14",)))
    assert "(new section 10A; but see 14, which may provide part of it)" in told


def test_a_part_of_the_law_has_no_summary(annotation: Annotation) -> None:
    for view in (View(issues=("search",)), View(labels=("blind",)), View(proposals=False)):
        assert summary(sure(annotation, "responsive"), GAP, view=view) == ""


def test_a_number_that_several_provisions_bear_is_named_once(annotation: Annotation) -> None:
    grave = next(one for one in annotation.findings if one.label == "regressive")
    twice = tuple(
        replace(grave, clause=replace(grave.clause, eid=eid)) for eid in ("art_11", "art_11_2")
    )
    told = summary(replace(annotation, findings=twice))
    assert told.strip() == "What discriminates: for review: Article 11 (Nationality)."
