"""A clause's words with what is to be seen in them: evidence, or the words that an edit changes.

Both are offsets into the canonical text. Here they become *runs*, stretches of words that each play
one role, which a writer then shows in its own way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from annotator.expressions import expression
from annotator.schema import Clause, Edit, Evidence

Role = Literal["plain", "evidence", "deleted", "inserted"]

#: What stands for words that are left out.
LEFT_OUT = "[…]"
#: A gap of fewer words is shown.
NOT_WORTH_A_SIGN = 8

_LINE_BREAKS = expression(r"(\s*\n\s*)")


class Run(NamedTuple):
    """Words that stand next to each other and play the same role."""

    words: str
    role: Role = "plain"


def with_evidence(clause: Clause, evidence: Iterable[Evidence]) -> list[Run]:
    """The clause's text, the words that carried the decision set apart."""
    runs: list[Run] = []
    at = clause.start
    for start, end in _merged(clause, evidence):
        runs.append(Run(_cut(clause, at, start)))
        runs.extend(_by_line(_cut(clause, start, end), "evidence"))
        at = end
    runs.append(Run(_cut(clause, at, clause.end)))
    return [run for run in runs if run.words]


def redline(clause: Clause, edits: Iterable[Edit], *, most: int = 0) -> list[Run]:
    """The clause's text as it stands and as it would stand, deleted words before inserted ones.

    Of a deletion of more than ``most`` words, where that is given, the middle is left out.
    """
    runs: list[Run] = []
    at = clause.start
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        start, end = _within(clause, edit.start), _within(clause, edit.end)
        runs.append(Run(_cut(clause, at, start)))
        deleted = _cut(clause, start, end)
        runs.extend(_by_line(shortened(deleted, most) if most else deleted, "deleted"))
        runs.extend(_by_line(edit.text, "inserted"))
        at = max(at, end)
    runs.append(Run(_cut(clause, at, clause.end)))
    return [run for run in runs if run.words]


def abridged(runs: list[Run], around: int) -> list[Run]:
    """The runs with their plain words cut down to so many on either side of a change.

    >>> abridged([Run("a b c d e f g h i j k l m "), Run("n", "inserted")], around=2)
    [Run(words='… l m ', role='plain'), Run(words='n', role='inserted')]
    """
    last = len(runs) - 1
    return [
        run if run.role != "plain" else Run(_shortened(run.words, at > 0, at < last, around))
        for at, run in enumerate(runs)
    ]


def shortened(words: str, most: int) -> str:
    """``words``, the middle left out where they are more than ``most``.

    >>> shortened("a b c d e f g h i j k l m n o p", 6)
    'a b c […] n o p'
    """
    return _ends(words, most // 2, most // 2) if len(words.split()) > most else words


def _ends(words: str, first: int, last: int) -> str:
    """So many of the first and the last words, ``[…]`` for those between."""
    places = [match.span() for match in re.finditer(r"\S+", words)]
    if len(places) <= first + last + NOT_WORTH_A_SIGN:
        return words
    head = _until_line_end(words[: places[first - 1][1]]).rstrip()
    tail = _from_line_start(words[places[-last][0] :]) if last else ""
    between = "" if tail.startswith("\n") else " "
    return f"{head} {LEFT_OUT}{between if tail else ''}{tail}"


def _shortened(words: str, after_change: bool, before_change: bool, around: int) -> str:
    places = [match.span() for match in re.finditer(r"\S+", words)]
    kept = around * (after_change + before_change)
    if len(places) <= kept + NOT_WORTH_A_SIGN:
        return words
    head = _until_line_end(words[: places[around - 1][1]]) + " " if after_change else ""
    tail = " " + _from_line_start(words[places[-around][0] :]) if before_change else ""
    return f"{head}…{tail}"


def _until_line_end(words: str) -> str:
    """Up to the last line break in the second half, so that no list item is cut in two."""
    cut = words.rfind("\n", len(words) // 2)
    return words[: cut + 1] if cut >= 0 else words


def _from_line_start(words: str) -> str:
    cut = words.find("\n", 0, len(words) // 2)
    return words[cut:] if cut >= 0 else words


def _merged(clause: Clause, evidence: Iterable[Evidence]) -> list[tuple[int, int]]:
    """Evidence as spans in order, those that touch or have but a blank between them made one."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted((mark.start, mark.end) for mark in evidence):
        start, end = _within(clause, start), _within(clause, end)
        # A comma carries no weight, and is ugly within the marks.
        end = start + len(_cut(clause, start, end).rstrip(" \n,;:.—–"))
        if spans and not _cut(clause, spans[-1][1], start).strip(" \n,;:—–"):
            start, end = spans[-1][0], max(spans.pop()[1], end)
        spans.append((start, end))
    return [span for span in spans if span[0] < span[1]]


def _by_line(words: str, role: Role) -> list[Run]:
    """Runs of one role that leave the line breaks plain, so that each line shows its own marks."""
    parts = (part for part in _LINE_BREAKS.split(words) if part)
    return [Run(part, "plain" if "\n" in part and not part.strip() else role) for part in parts]


def _within(clause: Clause, offset: int) -> int:
    return min(max(offset, clause.start), clause.end)


def _cut(clause: Clause, start: int, end: int) -> str:
    return clause.text[start - clause.start : end - clause.start]
