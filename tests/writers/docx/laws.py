"""Small laws in Word, with findings and amendments made by hand."""

from __future__ import annotations

import io
from collections.abc import Sequence

from msgspec.structs import replace

import annotator
from annotator.request import View
from annotator.schema import (
    Annotation,
    Clause,
    Edit,
    Finding,
    Gap,
    Heading,
    Label,
    Law,
    Model,
    Proposal,
    Scorecard,
    Source,
)
from annotator.segmenter import segment
from annotator.source import Origins, Runs
from annotator.word.package import Package
from annotator.word.view import WordView
from annotator.writers import write

#: An edit: the words before it, those that it takes out, and those that it puts in.
Wanted = tuple[str, str, str]


def source_of(data: bytes) -> Source:
    """A document as its reader reads it where nothing is numbered automatically."""
    shown = WordView(Package(data, "bill.docx"))
    runs = Runs()
    runs.add(len(shown.text), 0, len(shown.text))
    return Source(
        text=shown.text.replace("\v", "\n"),
        name="bill.docx",
        title="BILL",
        format="docx",
        sha256="00",
        origins=Origins(runs=runs),
        original=data,
    )


def read(data: bytes) -> Source:
    """A document as its reader reads it."""
    return annotator.read(data, name="bill.docx")


def edit(text: str, wanted: Wanted) -> Edit:
    before, out, words = wanted
    start = text.index(before + out) + len(before)
    return Edit(start=start, end=start + len(out), text=words)


def proposal(text: str, *wanted: Wanted, name: str = "one", adds: bool = False) -> Proposal:
    line = wanted[-1][2].lstrip("\n") if adds and wanted[-1][2].startswith("\n") else ""
    return Proposal(
        template=name,
        issue="search",
        operation="insert_subsection" if line else "replace_term",
        edits=tuple(edit(text, one) for one in wanted),
        amended=line,
        instruction=f"Amend as {name} says.",
        reason=f"Why {name}.",
        citations=(),
        adds=adds,
    )


def finding(
    text: str, words: str, *proposals: Proposal, number: str = "1", label: Label = "blind"
) -> Finding:
    start = text.index(words)
    clause = Clause(
        eid=f"sec_{number}",
        number=number,
        heading="Search",
        path=(),
        lead_in="",
        text=words,
        start=start,
        end=start + len(words),
    )
    return Finding(
        clause=clause, label=label, confidence=0.9, scores={label: 0.9}, proposals=proposals
    )


def gap(text: str, after: str, words: str) -> Gap:
    return Gap(
        need="privacy",
        lacks="Searches are private",
        issue="search",
        strength="minimum",
        clauses=("1",),
        by_section=True,
        proposed_at=(),
        reason="Why so.",
        gcm=(),
        citations=(),
        after="section 1",
        number="1A",
        heading="Privacy",
        text=words,
        edits=(edit(text, (after, "", f"\n\n{words}")),),
        instruction="After section 1 insert.",
    )


def annotation(source: Source, findings: Sequence[Finding], gaps: Sequence[Gap] = ()) -> Annotation:
    return Annotation(
        law=Law(title="BILL", source=source.name, sha256="00", language="en", format=source.format),
        model=Model(name="en_gender_clause", version="0.1.0"),
        findings=tuple(findings),
        gaps=tuple(gaps),
        scorecard=Scorecard(
            clauses=len(findings), labels={"blind": len(findings)}, issues={}, review=0
        ),
        text=source.text,
    )


def cut(source: Source, findings: Sequence[Finding], gaps: Sequence[Gap] = ()) -> Annotation:
    """An annotation with the provisions and the headings of the law."""
    found = segment(source.text)
    headings = tuple(
        Heading(start=line.start, end=line.end, text=source.text[line.start : line.end])
        for line in found.lines
        if line.heading
    )
    of = annotation(source, findings, gaps)
    return replace(of, provisions=found.provisions, headings=headings)


def repealed(source: Source, words: str, number: str) -> Finding:
    """These words of a clause, with their repeal."""
    clause = next(one for one in segment(source.text).clauses if words in one.text)
    taken = replace(proposal(source.text, ("", words, ""), name=number), operation="delete")
    return replace(finding(source.text, words, taken, number=number), clause=clause)


def written(law: Annotation, source: Source) -> bytes:
    """The document of a law with what was found in it."""
    out = io.BytesIO()
    write(law, source, out, View(format="docx"))
    return out.getvalue()


def redline(data: bytes, findings: Sequence[Finding], gaps: Sequence[Gap] = ()) -> bytes:
    """The document with these findings in it."""
    source = source_of(data)
    return written(annotation(source, findings, gaps), source)


def amended(data: bytes, words: str, *wanted: Wanted, adds: bool = False) -> bytes:
    """The document with one finding, on some words of it, and one amendment."""
    text = source_of(data).text
    return redline(data, [finding(text, words, proposal(text, *wanted, adds=adds))])
