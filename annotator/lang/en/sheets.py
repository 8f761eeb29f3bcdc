"""The words of a workbook in English that stand in no report."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.lang.sheet_phrases import Column

#: The names of the sheets: at most 31 characters, without any of []:*?/\.
SUMMARY, FINDINGS = "Summary", "Findings"
GAPS, CLAUSES = "Provided nowhere", "All clauses"

COLUMNS: dict[Column, str] = {
    "law": "Law",
    "number": "Number",
    "heading": "Heading",
    "words": "Words of the clause",
    "label": "Label",
    "sure": "Sure",
    "review": "Review",
    "issues": "Issues",
    "place": "Where",
    "amendment": "Amendment",
    "change": "Proposed change",
    "instruction": "Instruction",
    "reason": "Reason",
    "authority": "Rests on",
    "decision": "Decision",
    "comment": "Comment",
    "strength": "Strength",
    "issue": "Issue",
    "lacks": "What is lacking",
    "called_for": "Called for by",
    "see": "But see",
    "proposed_at": "Proposed at",
    "where": "Place",
    "text": "Words of the new section",
    "part": "Part",
}

#: What may be chosen of an amendment.
ACCEPT, REJECT = "accept", "reject"
CHOOSE = "Choose, or leave empty what is not decided."
HOW = (
    f"Each row of {FINDINGS} is an amendment (a clause with three has three rows), or a clause "
    "without one. What would go is struck and red, what would come underlined and green; "
    "words that weighed most are bold. Accept or reject each in the column Decision; "
    "annotate LAW --amendments --accept 3,5 gives the schedule of those numbers. Nothing here "
    "changes the law's own file."
)
FILE, READ_BY, COUNTRY, UNKNOWN = "File", "Read by", "Country", "not known"
LABELS, ISSUES = "Label", "Issue"


def amendment(number: int, issue: str, instead_of: Sequence[int]) -> str:
    """An amendment by its number, what it is on, and in whose stead it could be made.

    >>> amendment(4, "detention", (2,))
    '4: detention, instead of 2'
    """
    rivals = " or ".join(map(str, instead_of))
    return f"{number}: {issue}{f', instead of {rivals}' if rivals else ''}"


def page(number: str, count: str) -> str:
    """Which page of how many, in the foot of a print.

    >>> page("2", "7")
    'Page 2 of 7'
    """
    return f"Page {number} of {count}"
