"""What a drafter sees. `report.txt` is the report as it must look; UPDATE_GOLDEN=1 rewrites it."""

import os
import re
from pathlib import Path

from msgspec.structs import replace
from rich.console import Console

from annotator.request import View
from annotator.schema import (
    LABELS,
    Annotation,
    Edit,
    Evidence,
    Finding,
    Like,
    ReadingWarning,
    Region,
    StyleNote,
)
from annotator.writers.terminal.report import render

GOLDEN = Path(__file__).with_name("report.txt")


def plain(width: int = 80) -> Console:
    return Console(width=width, color_system=None, force_terminal=False)


def coloured(**options: bool) -> Console:
    return Console(width=80, color_system="standard", force_terminal=True, **options)


def test_the_report_looks_as_it_should(annotation: Annotation) -> None:
    report = render(annotation, View(labels=LABELS), plain())
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(report, encoding="utf-8")
    assert report == GOLDEN.read_text(encoding="utf-8")


def test_no_line_is_wider_than_asked_nor_ends_in_blanks(annotation: Annotation) -> None:
    for width in (60, 80, 100):
        for line in render(annotation, View(), plain(width)).split("\n"):
            assert len(line) <= width
            assert line == line.rstrip()


def reworded(annotation: Annotation) -> Annotation:
    """With an amendment that puts words in place of others."""
    blind, *others = annotation.findings
    first, *rest = blind.proposals
    (edit,) = first.edits
    edit = replace(edit, start=edit.start - len("search the person"))
    proposals = (replace(first, edits=(edit,)), *rest)
    return replace(annotation, findings=(replace(blind, proposals=proposals), *others))


def test_in_colour_changes_are_struck_and_underlined_without_signs(annotation: Annotation) -> None:
    report = render(reworded(annotation), View(), coloured())
    assert "\x1b[4;32m, by an officer of the same sex" in report
    assert "\x1b[9;31msearch the person" in report
    assert "{+" not in report
    assert "[-" not in report


def test_without_colour_signs_stand_in_its_place(annotation: Annotation) -> None:
    report = render(reworded(annotation), View(), coloured(no_color=True))
    assert "{+, by an officer of the same sex" in report
    assert "[-search the person-]" in report


def test_the_law_can_neither_style_nor_steer_the_terminal(annotation: Annotation) -> None:
    report = render(annotation, View(order="law"), plain())
    assert "[bold]Women\ufffd[31m and men[/bold]" in report
    assert "\x1b" not in report


def test_counts_are_of_the_whole_law_whatever_is_shown(annotation: Annotation) -> None:
    report = render(annotation, View(labels=("responsive",)), plain())
    assert re.search(r"^clauses +1 +1 +1 +1$", report, re.MULTILINE)
    assert "A married woman" not in report
    assert "1 clause shown" in report


def test_an_empty_selection_says_so(annotation: Annotation) -> None:
    report = render(annotation, View(issues=("health",)), plain())
    assert "No clause is of the kind asked for." in report


NEUTRAL = "None of its 3 clauses is flagged: all were read as neutral."


def neutral(annotation: Annotation, **more: object) -> Annotation:
    """A law of three clauses on which gender does not bear."""
    *_, last = annotation.findings
    card = replace(annotation.scorecard, clauses=3, labels={"neutral": 3}, issues={}, review=0)
    return replace(annotation, findings=(last,) * 3, scorecard=card, **more)


def test_a_law_whose_clauses_are_all_neutral_says_so_and_explains_no_marks(
    annotation: Annotation,
) -> None:
    for view in (View(), View(issues=("health",))):
        report = render(neutral(annotation), view, plain())
        assert report.endswith(f"\n\n{NEUTRAL}\n")
        assert "asked for" not in report
        assert "words that weighed most" not in report
    asked = View(labels=("neutral",), min_confidence=1.0)
    assert "No clause is of the kind asked for." in render(neutral(annotation), asked, plain())


def test_a_law_that_was_read_with_doubt_is_not_said_to_be_neutral(annotation: Annotation) -> None:
    doubt = ReadingWarning(what="Lost.", where="line 1", advice="Look.", start=0, end=1)
    report = " ".join(render(neutral(annotation, warnings=(doubt,)), View(), plain()).split())
    assert f"{NEUTRAL} But the text was read with doubt: this is no finding that the law" in report
    assert "no finding" not in render(neutral(annotation), View(), plain())


def test_marks_are_explained_where_only_the_drafting_is_marked(annotation: Annotation) -> None:
    note = StyleNote("10(1)", "sec_10", 0, 6, "Search", rewrite=(), reason="Repeat the noun.")
    noted = neutral(annotation, style=(note,))
    assert "words that weighed most" in render(noted, View(), plain())
    assert "words that weighed most" not in render(noted, View(style="none"), plain())


def only(annotation: Annotation, finding: Finding) -> str:
    return render(replace(annotation, findings=(finding,)), View(labels=LABELS), plain())


def test_an_issue_that_another_subsection_meets_says_which(annotation: Annotation) -> None:
    blind = next(finding for finding in annotation.findings if finding.label == "blind")
    met = tuple(replace(raised, met_by="11(3)") for raised in blind.issues)
    report = only(annotation, replace(blind, issues=met, proposals=(), met=True))
    assert "search or biometrics (met by 11(3))" in report


def test_a_section_that_meets_an_issue_in_part_is_only_pointed_to(annotation: Annotation) -> None:
    blind = next(finding for finding in annotation.findings if finding.proposals)
    met = tuple(replace(raised, met_by="11(3)") for raised in blind.issues)
    assert "search or biometrics (but see 11(3))" in only(annotation, replace(blind, issues=met))


def test_a_clause_that_is_mended_beside_says_where(annotation: Annotation) -> None:
    blind = next(finding for finding in annotation.findings if finding.proposals)
    added = replace(blind.proposals[0], adds=True)
    mended = replace(blind, proposals=(added,))
    clause = replace(blind.clause, eid=f"{blind.clause.eid}0", number="10(9)")
    like = Like("10(1)", blind.clause.eid, added.template, added.issue)
    open_ = replace(blind, clause=clause, proposals=(), likes=(like,))
    both = replace(annotation, findings=(mended, open_))
    report = " ".join(render(both, View(labels=LABELS), plain()).split())
    assert report.count("See the amendment at section 10(1), which is for the whole section.") == 1
    assert "See the amendment" not in only(annotation, open_)


def test_a_long_clause_is_shown_in_part_and_its_evidence_whole(annotation: Annotation) -> None:
    blind = next(finding for finding in annotation.findings if finding.proposals)
    words = [f"word{number}" for number in range(400)]
    text = " ".join(words)
    start = text.index("word200")
    marks = (Evidence(start=start, end=start + len("word200 word201"), weight=0.3),)
    long = replace(blind.clause, text=text, start=0, end=len(text), lead_in=text)
    edit = Edit(start=0, end=len(text), text="")
    repeal = replace(blind.proposals[0], edits=(edit,), instruction="Section 10 is repealed.")
    finding = replace(blind, clause=long, evidence=marks, proposals=(repeal,))
    report = " ".join(only(annotation, finding).split())
    assert "word0 word1" in report
    assert "«word200 word201»" in report
    assert "word199" in report
    assert "word110" not in report
    assert report.count("[…]") == 3  # in the lead-in, before and behind the evidence


def test_a_lead_in_is_none_of_the_clauses_shown(annotation: Annotation) -> None:
    opening = annotation.findings[-1]
    opening = replace(opening, clause=replace(opening.clause, kind="lead_in"))
    assert "\n0 clauses shown" in only(annotation, opening)


def test_an_alternative_says_which_amendment_it_stands_instead_of(annotation: Annotation) -> None:
    blind = next(finding for finding in annotation.findings if finding.proposals)
    first = blind.proposals[0]
    other = replace(first, template="other", alternative_to=(first.template,))
    shown = only(annotation, replace(blind, proposals=(first, other)))
    assert "\n 2. Instead of amendment 1: In section 10(1)(a), after" in shown


def test_an_issue_that_a_clause_raises_less_surely_is_said_to_be_so(annotation: Annotation) -> None:
    blind = next(finding for finding in annotation.findings if finding.proposals)
    first, second = blind.issues
    report = only(annotation, replace(blind, issues=(first, replace(second, score=0.3))))
    assert "search or biometrics; perhaps redress\n" in report


def test_a_narrow_report_names_issues_by_one_word(annotation: Annotation) -> None:
    narrow = render(annotation, View(labels=(), overview=True), plain(width=60))
    assert re.search(r"^search +·", narrow, re.MULTILINE)
    wide = render(annotation, View(overview=True), plain())
    assert re.search(r"^search or biometrics +·", wide, re.MULTILINE)


def test_the_counts_by_issue_and_the_level_stand_in_the_overview(annotation: Annotation) -> None:
    assert "search or biometrics   " not in render(annotation, View(), plain())


def parts(report: str) -> list[str]:
    """The titles of the report's parts, in their order."""
    return re.findall(r"^━+\n(.*)$", report, re.MULTILINE)


def test_what_is_doubtful_stands_in_an_annex(annotation: Annotation) -> None:
    told = parts(render(annotation, View(), plain()))
    assert told == [
        "What takes no account of gender, the weightiest first",
        "For the rest, a line each: nothing to add, or nothing that words alone would",
        "Annex: doubtful findings, of which the classifier is not sure",
    ]


def test_what_surely_discriminates_comes_first_and_then_the_weightiest(
    annotation: Annotation,
) -> None:
    light, grave, *_ = annotation.findings
    clause = replace(light.clause, eid="sec_9", number="9", heading="Weighty")
    heavy = replace(light, clause=clause, priority=50)
    findings = (light, replace(grave, review=False), heavy)
    report = render(replace(annotation, findings=findings), View(), plain())
    assert parts(report)[0] == "What discriminates"
    places = [report.index(f"\n{name}") for name in ("Article 11", "Section 9", "Section 10(1)")]
    assert places == sorted(places)
    in_law = render(replace(annotation, findings=findings), View(order="law"), plain())
    assert not parts(in_law)
    assert in_law.index("\nSection 10(1)") < in_law.index("\nArticle 11")


def test_a_label_that_is_asked_for_is_shown_in_full(annotation: Annotation) -> None:
    assert "shall be trained alike" not in render(annotation, View(), plain())
    assert "shall be trained alike" in render(annotation, View(labels=("responsive",)), plain())


def test_without_proposals_blind_clauses_are_shown_in_full(annotation: Annotation) -> None:
    bare = replace(annotation, findings=(replace(annotation.findings[0], proposals=()),))
    assert "what is found." in render(bare, View(proposals=False), plain())
    assert "what is found." not in render(bare, View(), plain())


def test_a_clause_of_a_pdf_says_on_which_page_it_stands(annotation: Annotation) -> None:
    blind = annotation.findings[0]
    region = Region(
        start_line=1, start_column=1, end_line=4, end_column=2, start_page=3, end_page=4
    )
    paged = replace(blind, clause=replace(blind.clause, region=region))
    assert "search or biometrics, redress · pages 3 to 4\n" in only(annotation, paged)


def test_the_date_of_the_law_stands_beside_its_file(annotation: Annotation) -> None:
    dated = replace(annotation, law=replace(annotation.law, date="2031-04-05"))
    assert "of 5 April 2031 · " in render(dated, View(), plain()).split("\n")[1]


def test_how_the_file_was_read_stands_below_its_name(annotation: Annotation) -> None:
    noted = replace(annotation, law=replace(annotation.law, notes=("It was read by guess.",)))
    head = render(noted, View(), plain()).partition("\n\n")[0]
    assert head.endswith("\nIt was read by guess.")
