"""A small annotated law, with every kind of thing that a report can show."""

from __future__ import annotations

from array import array
from itertools import accumulate

import pytest
from msgspec.structs import replace

from annotator.locating import located
from annotator.schema import (
    Annotation,
    Citation,
    Clause,
    Edit,
    Evidence,
    Finding,
    Gap,
    IssueScore,
    Label,
    Law,
    Model,
    Proposal,
    ReadingWarning,
    Scorecard,
    Source,
)
from annotator.source import Origins, Runs

TEXT = """\
Search
10. (1) An officer may, at a port of entry or within the distance from the border that is
prescribed, where the officer has reasonable grounds to suspect that a person has about
the person anything in contravention of this Act,
  (a) search the person;
  (b) take the person before
    (i) a senior officer, or
    (ii) a magistrate; and
  (c) seize what is found.

Nationality
11. A married woman follows the nationality of her husband.

Staff
12. [bold]Women\x1b[31m and men[/bold] shall be trained alike.
"""


def _clause(number: str, heading: str, first: str, last: str, **more: str) -> Clause:
    start, end = TEXT.index(first), TEXT.index(last) + len(last)
    return Clause(
        eid=more.get("eid", f"sec_{number}"),
        number=number,
        heading=heading,
        path=("PART III ENTRY AND CONTROL", "Powers at the\nborder"),
        lead_in=more.get("lead_in", ""),
        text=TEXT[start:end],
        start=start,
        end=end,
    )


def _finding(clause: Clause, label: Label, confidence: float, **more: object) -> Finding:
    return Finding(
        clause=clause,
        label=label,
        confidence=confidence,
        scores={label: confidence},
        **more,  # type: ignore[arg-type]
    )


def _evidence(*phrases: str) -> tuple[Evidence, ...]:
    starts = [(TEXT.index(phrase), phrase) for phrase in phrases]
    return tuple(
        Evidence(start=start, end=start + len(phrase), weight=0.2) for start, phrase in starts
    )


def _insert(after: str, text: str) -> Edit:
    place = TEXT.index(after) + len(after)
    return Edit(start=place, end=place, text=text)


@pytest.fixture
def annotation() -> Annotation:
    search = _clause("10(1)", "Search", "An officer", "is found.", eid="sec_10__subsec_1")
    nationality = _clause("11", "Nationality", "A married", "husband.", eid="art_11")
    staff = _clause("12", "Staff", "[bold]", "alike.", lead_in="In this Part,")
    findings = (
        _finding(
            search,
            "blind",
            0.934,
            issues=(IssueScore(issue="search", score=0.9), IssueScore(issue="redress", score=0.6)),
            evidence=_evidence("search the", "person;", "take the person before\n    (i) a senior"),
            proposals=(_same_sex(), _record(search)),
        ),
        _finding(
            nationality,
            "regressive",
            0.51,
            review=True,
            issues=(IssueScore(issue="nationality", score=0.7),),
            proposals=(_repeal(nationality),),
        ),
        _finding(staff, "responsive", 0.8, issues=(IssueScore(issue="personnel", score=0.9),)),
        _finding(_clause("13", "", "10. (1)", "10. (1)"), "neutral", 0.99),
    )
    return Annotation(
        law=Law(title="BORDER ACT", source="border.txt", sha256="00", language="en", format="txt"),
        model=Model(name="en_gender_clause", version="0.1.0"),
        findings=findings,
        scorecard=Scorecard(
            clauses=4,
            labels={"responsive": 1, "blind": 1, "regressive": 1, "neutral": 1},
            issues={
                "search": {"blind": 1},
                "redress": {"blind": 1},
                "nationality": {"regressive": 1},
                "personnel": {"responsive": 1},
            },
            review=1,
        ),
    )


@pytest.fixture
def source() -> Source:
    return Source(text=TEXT, name="border.txt", title="BORDER ACT", format="txt", sha256="00")


@pytest.fixture
def whole(annotation: Annotation) -> Annotation:
    """The law with the words of section 11 for a formula, a gap, and a stretch read with doubt."""
    first, second, *others = annotation.findings
    formula = replace(second.clause, heading="=Nationality", lead_in="+of wives—")
    binds = Citation(instrument="CEDAW", at="Art. 2", kind="treaty", binding=True, verified=True)
    place = Edit(start=len(TEXT), end=len(TEXT), text="\nDetention\n13A. No child is detained.\n")
    gap = Gap(
        need="detention-of-children",
        lacks="Children are not detained",
        issue="detention",
        strength="minimum",
        clauses=("10(1)", "11"),
        proposed_at=(),
        by_section=True,
        reason="A cell harms every child.",
        gcm=(13,),
        citations=(binds,),
        after="section 12",
        number="12A",
        heading="Detention",
        text="Detention\n12A. No child is detained.",
        edits=(place,),
        instruction="After section 12 insert: “Detention 12A. No child is detained.”",
    )
    doubt = ReadingWarning(what="A.", where="line 2", advice="See.", start=10, end=20)
    return replace(
        annotation,
        text=TEXT,
        findings=(first, replace(second, clause=formula), *others),
        gaps=(gap,),
        warnings=(doubt,),
    )


@pytest.fixture
def on_disk() -> Source:
    """The law as it was read from a file of text, line by line."""
    runs = Runs()
    runs.add(len(TEXT), 0, len(TEXT))
    starts = accumulate((len(line) for line in TEXT.splitlines(keepends=True)[:-1]), initial=0)
    ends = array("q", [len(TEXT)])
    origins = Origins(
        runs=runs, lines=array("q", starts), byte_starts=array("q", [0]), byte_ends=ends
    )
    return Source(
        text=TEXT,
        name="laws/border.txt",
        title="BORDER ACT",
        format="txt",
        sha256="00",
        origins=origins,
    )


@pytest.fixture
def located_whole(whole: Annotation, on_disk: Source) -> Annotation:
    """The law with the regions of all that is found."""
    return located(replace(whole, law=replace(whole.law, source=on_disk.name)), on_disk)


def _same_sex() -> Proposal:
    return Proposal(
        template="search-same-sex",
        issue="search",
        operation="insert_phrase",
        edits=(_insert("search the person", ", by an officer of the same sex as the person"),),
        amended="",
        instruction="In section 10(1)(a), after “search the person” insert “, by an officer of the"
        " same sex as the person”.",
        reason="A search of the body by an officer of the other sex degrades the person searched.",
        citations=(
            Citation(
                instrument="Mandela Rules",
                at="Rule 52(1)",
                kind="soft",
                binding=False,
                verified=True,
            ),
            Citation(
                instrument="Directive 2013/32/EU",
                at="Article 13(2)(d)",
                kind="eu",
                binding=True,
                verified=False,
            ),
        ),
    )


def _record(clause: Clause) -> Proposal:
    words = "\n(2) Each search shall be recorded, with the sex of every person present."
    return Proposal(
        template="search-record",
        issue="search",
        operation="insert_subsection",
        edits=(Edit(start=clause.end, end=clause.end, text=words),),
        amended="",
        instruction="After section 10(1) insert the subsection that is shown.",
        reason="What is written down can be reviewed.",
        citations=(),
        adds=True,
    )


def _repeal(clause: Clause) -> Proposal:
    return Proposal(
        template="nationality-equal",
        issue="nationality",
        operation="delete",
        edits=(Edit(start=clause.start, end=clause.end, text=""),),
        amended="",
        instruction="Article 11 is deleted.",
        reason="A wife’s nationality is her own.",
        citations=(
            Citation(instrument="CEDAW", at="", kind="treaty", binding=True, verified=True),
        ),
    )
