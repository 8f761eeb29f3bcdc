"""The words of comments in a Word document, and of a schedule of amendments, in English."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.lang.en import counted
from annotator.lang.margin_phrases import Why

IN_TEXT = "tracked in the text"
SUMMARY = "Gender review"
MISSING = "The law provides nowhere, or only in part"
STYLE = "Drafting style"
#: What stands behind the number of a provision that is repealed.
REPEALED = "[Repealed]"
#: Why an amendment is not in the text, a clause that follows *since*.
_UNPLACED: Mapping[Why, str] = {
    "field": "a field of the document makes the words there",
    "control": "the words stand in a content control that holds them fast",
    "formula": "the words stand in a formula or a drawing",
    "mark": "the end of the paragraph is another author’s change that is not decided",
    "otherwise": "the words stand otherwise in the document",
    "printed": "the document prints the words by itself",
    "middle": "the words to take out end in the middle of a paragraph",
    "taken": "another amendment changes the same words",
    "repeated": "the same change stands in the text already",
    "one": "one amendment of a clause is",
    "others": "others were chosen",
}


def not_in_text(why: Why) -> str:
    """That an amendment is not in the text, and why.

    >>> not_in_text("one")
    'not in the text, since one amendment of a clause is'
    """
    return f"not in the text, since {_UNPLACED[why]}"


def numbered(numbers: str) -> str:
    """Which numbers the document prints by itself before what is put in."""
    return f"The automatic numbering of the document prints {numbers}."


def how_to(author: str) -> str:
    """What is tracked and what is commented, and how a drafter decides."""
    return (
        f"The best amendment of each clause is a tracked change by {author}: accept or reject it. "
        "Others, and what cannot be tracked, stand in the comments with the words to put in."
    )


def counts(clauses: int, labels: Mapping[str, int]) -> str:
    """How many clauses were read, and how many bear which label.

    >>> counts(3, {"blind": 2, "neutral": 1})
    '3 clauses: 2 blind, 1 neutral.'
    """
    told = ", ".join(f"{count} {label}" for label, count in labels.items() if count)
    return f"{counted.clauses(clauses)}{f': {told}' if told else ''}."


def amendment(number: int, issue: str) -> str:
    """The title of an amendment, by its number among all of the law."""
    return f"Amendment {number}, {issue}"
