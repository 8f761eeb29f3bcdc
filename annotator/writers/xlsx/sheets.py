"""The sheets that are tables: amendments, what the law provides nowhere, all clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.lang.report_phrases import ReportPhrases
from annotator.lang.sheet_phrases import Column
from annotator.request import View
from annotator.schema import Finding, Gap
from annotator.writers.rows import TableRow, Told, change, rows
from annotator.writers.terminal.layout import paragraphs
from annotator.writers.terminal.marks import Run, with_evidence
from annotator.writers.terminal.phrases import in_baseline, issues_of, printed
from annotator.writers.terminal.style_section import clause_of, in_context
from annotator.writers.xlsx.book import Book, Cell, set_out

_FINDINGS: dict[Column, int] = {
    "law": 14,
    "number": 9,
    "heading": 14,
    "words": 38,
    "label": 11,
    "sure": 6,
    "review": 7,
    "issues": 13,
    "place": 9,
    "amendment": 13,
    "change": 42,
    "instruction": 26,
    "reason": 26,
    "authority": 23,
    "decision": 10,
    "comment": 18,
}
_GAPS: dict[Column, int] = {
    "law": 14,
    "amendment": 11,
    "lacks": 28,
    "strength": 10,
    "issue": 13,
    "called_for": 11,
    "see": 10,
    "proposed_at": 11,
    "where": 12,
    "text": 44,
    "instruction": 16,
    "reason": 30,
    "authority": 26,
    "decision": 10,
    "comment": 18,
}
_STYLE: dict[Column, int] = {
    "law": 14,
    "number": 10,
    "heading": 22,
    "place": 12,
    "change": 70,
    "reason": 50,
    "decision": 12,
    "comment": 24,
}
_CLAUSES: dict[Column, int] = {
    "law": 18,
    "number": 10,
    "part": 26,
    "heading": 22,
    "words": 80,
    "label": 12,
    "sure": 8,
    "review": 10,
    "issues": 22,
    "place": 12,
}


def findings(book: Book, laws: Sequence[Told], view: View) -> None:
    """The clauses that are flagged, a row for each amendment."""
    grid = book.grid(book.spoken.sheets.FINDINGS, _FINDINGS)
    found = 0
    for told in laws:
        flagged = [one for one in view.of(told.annotation) if one.label != "neutral"]
        for row in rows(flagged):
            cells = _of_clause(row.finding, told) | _of_amendment(row, told)
            grid.add(cells, row.finding.label)
            found += 1
    if not found:
        grid.add({"number": "–", "words": book.spoken.phrases.NONE_SHOWN})


def gaps(book: Book, laws: Sequence[Told], view: View) -> None:
    """What the laws provide nowhere."""
    grid = book.grid(book.spoken.sheets.GAPS, _GAPS)
    for told in laws:
        for gap in view.gaps_of(told.annotation):
            grid.add(_of_gap(gap, told))


def drafting_style(book: Book, laws: Sequence[Told]) -> None:
    """Where the laws speak of people in the masculine or by their sex, a row for each place."""
    grid = book.grid(book.spoken.phrases.STYLE, _STYLE)
    for told in laws:
        clauses = [finding.clause for finding in told.annotation.findings]
        for note in told.annotation.style:
            clause = clause_of(note, clauses)
            grid.add(
                {
                    "law": told.title,
                    "number": note.number,
                    "heading": " ".join(clause.heading.split()),
                    "place": told.place(note.region),
                    "change": in_context(clause, [note]),
                    "reason": note.reason,
                }
            )


def all_clauses(book: Book, laws: Sequence[Told], view: View) -> None:
    """All that the view admits, neutral ones too, a row each."""
    grid = book.grid(book.spoken.sheets.CLAUSES, _CLAUSES)
    for told in laws:
        for finding in view.of(told.annotation):
            grid.add(_of_clause(finding, told), finding.label)


def _of_clause(finding: Finding, told: Told) -> dict[Column, Cell]:
    clause = finding.clause
    return {
        "law": told.title,
        "number": clause.number,
        "part": " › ".join(clause.path),
        "heading": " ".join(clause.heading.split()),
        "words": list(_words(finding)),
        "label": finding.label,
        "sure": finding.confidence,
        "review": ", ".join(_certainty(finding, told.spoken.phrases)),
        "issues": issues_of(finding, told.spoken.phrases),
        "place": told.place(clause.region),
    }


def _certainty(finding: Finding, say: ReportPhrases) -> Iterator[str]:
    """Whether it is for review, and how it stands to a baseline."""
    if finding.review:
        yield say.FOR_REVIEW
    if state := in_baseline(finding.baseline_state, say):
        yield state


def _words(finding: Finding) -> Iterator[Run]:
    """The clause below what introduces it, the words bold that weighed most."""
    clause = finding.clause
    if clause.lead_in:
        yield Run(" ".join(clause.lead_in.split()) + "\n")
    yield from set_out(paragraphs(with_evidence(clause, finding.evidence)))


def _of_amendment(row: TableRow, told: Told) -> dict[Column, Cell]:
    """Of a clause without one, where one stands that serves it, or why it has none."""
    spoken, proposal, numbered = told.spoken, row.proposal, told.amendment(row)
    if proposal is None or numbered is None:
        return {"change": told.note(row.finding)}
    issue = spoken.phrases.issue(proposal.issue)
    return {
        "amendment": spoken.sheets.amendment(numbered.number, issue, numbered.instead_of),
        "change": set_out(change(row.finding, numbered)),
        "instruction": numbered.instruction,
        "reason": proposal.reason,
        "authority": "\n".join(told.cited(printed(proposal.citations))),
    }


def _of_gap(gap: Gap, told: Told) -> dict[Column, Cell]:
    """Of what an amendment at a clause provides, where that is and no words of a section."""
    say = told.spoken.phrases
    cells: dict[Column, Cell] = {
        "law": told.title,
        "lacks": gap.lacks,
        "strength": gap.strength,
        "issue": say.issue(gap.issue),
        "called_for": ", ".join(gap.clauses),
        "see": ", ".join(gap.see),
        "proposed_at": ", ".join(gap.proposed_at),
        "reason": gap.reason,
        "authority": "\n".join(told.cited(printed(gap.citations))),
    }
    if not gap.by_section:
        return cells | {"instruction": say.amended_at(", ".join(gap.proposed_at))}
    numbered = told.section(gap)
    return cells | {
        "amendment": str(numbered.number) if numbered else "",
        "where": say.after(gap.after) if gap.after else "",
        "text": [Run(gap.text, "inserted")],
        # What it quotes is the text, which stands beside it.
        "instruction": gap.instruction.partition("“")[0].strip() if gap.text else gap.instruction,
    }
