"""CSV (RFC 4180) for spreadsheets: a row for each amendment, and for each clause that has none.

It begins with the mark by which Excel knows UTF-8. A cell that a spreadsheet would take for a
formula has an apostrophe before it, which :func:`unguarded` takes off; no cell has a line break.
"""

from __future__ import annotations

import codecs
import csv
from io import StringIO
from typing import BinaryIO

from annotator.expressions import expression
from annotator.request import View
from annotator.schema import Annotation, Law, Source
from annotator.writers.rows import TableRow, Told, change, on_one_line, rows
from annotator.writers.terminal.layout import printable, signed

#: The columns. ``row`` counts those of a clause: where it is 1 are the clauses. ``amendment`` is
#: the number that ``--accept`` takes. ``change`` has ``[-what goes-]`` and ``{+what comes+}``.
COLUMNS = (
    "law",
    "file",
    "number",
    "heading",
    "place",
    "label",
    "confidence",
    "review",
    "met",
    "issues",
    "text",
    "note",
    "row",
    "amendment",
    "instead_of",
    "issue",
    "template",
    "change",
    "amended",
    "instruction",
    "reason",
    "authority",
    "baseline_state",
)

_LINE_END = "\r\n"
#: What a spreadsheet computes, behind blanks and the apostrophes that :func:`guarded` puts there.
_FORMULA = expression(r"'*\s*[=+\-@＝＋－＠]|'*[\t\r\n]")


def is_untouched(file: BinaryIO) -> bool:
    """Whether a file has our mark and our columns alone, as none has to which one was added."""
    ours = codecs.BOM_UTF8 + _head().encode()
    return file.read(len(ours)) == ours


def write(annotation: Annotation, source: Source, out: BinaryIO, view: View) -> None:
    """Write the rows of the findings that ``view`` admits, below a head if they begin the file."""
    page = StringIO(newline="")
    table = csv.writer(page, lineterminator=_LINE_END)
    if not view.goes_on:
        out.write(codecs.BOM_UTF8)
        page.write(_head())
    told = Told(annotation, source, view)
    for row in rows(view.of(annotation)):
        cells = _cells(row, annotation.law, told)
        table.writerow([guarded(cells[column]) for column in COLUMNS])
    out.write(page.getvalue().encode())


def guarded(words: str) -> str:
    """Words that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded("- food;"), guarded("12(1)")
    ("'=1+1", "'- food;", '12(1)')
    """
    return f"'{words}" if _FORMULA.match(words) else words


def unguarded(cell: str) -> str:
    """What :func:`guarded` was given.

    >>> unguarded(guarded("=1+1"))
    '=1+1'
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def _head() -> str:
    return f"{','.join(COLUMNS)}{_LINE_END}"


def _cells(row: TableRow, law: Law, told: Told) -> dict[str, str]:
    finding, proposal = row.finding, row.proposal
    clause = finding.clause
    cells = {
        "law": told.title,
        "file": law.source,
        "number": clause.number,
        "heading": clause.heading,
        "place": told.place(clause.region),
        "label": finding.label,
        "confidence": f"{finding.confidence:.4f}",
        "review": _yes(finding.review),
        "met": _yes(finding.met),
        "issues": "; ".join(score.issue for score in finding.issues),
        "text": clause.words,
        "note": told.note(finding),
        "row": str(max(row.at, 1)),
        "baseline_state": finding.baseline_state or "",
    }
    numbered = told.amendment(row)
    if proposal is not None and numbered is not None:
        cells |= {
            "amendment": str(numbered.number),
            "instead_of": "; ".join(map(str, numbered.instead_of)),
            "issue": proposal.issue,
            "template": proposal.template,
            "change": "".join(map(signed, on_one_line(change(finding, numbered)))),
            "amended": numbered.added or proposal.amended,
            "instruction": numbered.instruction,
            "reason": proposal.reason,
            "authority": "; ".join(told.cited(proposal.citations)),
        }
    return {name: _on_one_line(cells.get(name, "")) for name in COLUMNS}


def _yes(told: bool) -> str:
    return "yes" if told else "no"


def _on_one_line(words: str) -> str:
    return printable(" ".join(words.split()))
