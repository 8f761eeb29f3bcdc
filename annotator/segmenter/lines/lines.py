"""Lines of the canonical text, and what kind of break stands before each.

Laws reach us with a paragraph a line, or wrapped by a mail program, a PDF or a typist. A line
break that the width forced says nothing; one that the width did not force ends a paragraph. In a
text that was filled greedily the two can be told apart without looking at blank lines or
indentation: the break was forced only if the next line's first word would not have fitted.
"""

from __future__ import annotations

import itertools
import re
from functools import cache

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.segmenter.lines.line import Line as Line
from annotator.segmenter.lines.margins import without_margin
from annotator.segmenter.lines.pages import mark_page_lines, part_line_numbers

_ITEM = expression(r"[a-z]{1,4}[.)]\s")
_LABEL_LAST = expression(r"(?:[.;:,] |[—–])\(\w{1,3}\)$")
_FIRST_CHUNK = expression(r"[^\s\-–—]*[\-–—]?")

#: A text is taken as wrapped if nearly all its lines are shorter than ``MAX_WRAP`` and its longest
#: are not shorter than ``MIN_WRAP``.
MIN_WRAP, MAX_WRAP = 40, 132
#: So many breaks that the width alone explains are wrapped lines, in a text of few of these.
_FEWEST_SURE = 2


def read_lines(text: str, words: StructureWords | None = None) -> list[Line]:
    """Cut the canonical text into its lines, blank ones left out.

    ``words``, those of the law's language, find the heads and feet of pages among the lines.
    """
    lines = cut_at_breaks(text)
    if words is not None:
        lines = part_line_numbers(lines)
        mark_page_lines(lines, words)
    lines = without_margin(lines)
    if words is not None:
        for line in lines:
            if line.note:
                line.note = _without_reference(line, text, words)
    _mark_soft_breaks(lines)
    return lines


def _without_reference(line: Line, text: str, words: StructureWords) -> str:
    """A marginal note's words without the other law that it names, at its end or alone."""
    is_reference = words.notes.marginal_reference.fullmatch
    if is_reference(line.note):
        return ""
    start, end = line.margin[-1]
    last = text[start:end]
    if len(line.margin) > 1 and line.note.endswith(f" {last}") and is_reference(last):
        return line.note[: -len(last)].rstrip()
    return line.note


def cut_at_breaks(text: str) -> list[Line]:
    """The lines of a text, which line breaks and page breaks end.

    Where a page ends says nothing of where a paragraph does: only a line that is blank on one of
    the pages is.
    """
    lines: list[Line] = []
    position = 0
    gap = page_break = False
    for page in text.split("\f"):
        breaks = 0
        for row in page.split("\n"):
            if printed := row.strip():
                column = len(row) - len(row.lstrip())
                start = position + column
                lines.append(
                    Line(
                        start, start + len(printed), printed, gap or breaks > 1, page_break,
                        column=column,
                    )
                )  # fmt: skip
                gap, page_break, breaks = False, False, 0
            position += len(row) + 1
            breaks += 1
        gap, page_break = gap or breaks > 2, True  # no line break ends the last row
    return lines


def ends_paragraph(text: str, words: StructureWords) -> bool:
    """Whether a line's last words could end a paragraph of a law."""
    return bool(_terminal(words).search(text[-12:]))


@cache
def _terminal(words: StructureWords) -> re.Pattern[str]:
    joined = f"(?:{'|'.join(words.conjunctions)})"
    return expression(rf"[.;:!?\])”’\"'…—–]\W*$|[,;] {joined}$|\b{joined}$|,$")


def _mark_soft_breaks(lines: list[Line]) -> None:
    limit = _forced_break_limit(lines)
    if limit is None:
        return
    for above, line in itertools.pairwise(lines):
        line.soft = line.soft or (
            not line.gap
            and (_needed_width(above, line) >= limit or _is_forced_at_a_blank(above, line, limit))
        )


def _is_forced_at_a_blank(above: Line, line: Line, limit: int) -> bool:
    """Whether a break was forced if lines are broken at blanks alone, never behind a dash.

    Only words that go on tell, and labels: "Policy on", "Sanctuaries.—It is", "(b)".
    """
    if not above.text[-1].isalnum() and not _LABEL_LAST.search(above.text[-7:]):
        return False
    word = line.text.find(" ")
    word = len(line.text) if word < 0 else word
    return len(above.text) + 1 + word >= limit and not line.text[0].isdigit()


def _needed_width(above: Line, line: Line) -> int:
    """How wide the text would have had to be for the first word to stay on the line above."""
    chunk = _FIRST_CHUNK.match(line.text)
    joint = 0 if above.text[-1] in "-–—" else 1
    return len(above.text) + joint + (len(chunk[0]) if chunk else 0)


def _forced_break_limit(lines: list[Line]) -> int | None:
    """The needed width from which a break counts as forced; None where nothing is wrapped.

    Lines that open in lower case go on with a sentence, so their breaks were forced: nearly all
    of them needed at least that width.
    """
    if len(lines) < 6:
        return None
    lengths = sorted(len(line.text) for line in lines)
    longest = lengths[int(len(lengths) * 0.98)]
    if not MIN_WRAP <= longest <= MAX_WRAP:
        return None
    continued = sorted(
        width
        for above, line in itertools.pairwise(lines)
        if line.text[0].islower()
        and not line.gap
        and above.text[-1] not in ".;:"
        and not _ITEM.match(line.text)
        and 2 * (width := _needed_width(above, line)) > longest  # no note of a margin
    )
    if len(continued) < max(3, 0.1 * len(lines)):
        # A few are enough if none of their words would have fitted on the widest line.
        sure = len(continued) >= _FEWEST_SURE and continued[0] > lengths[-1]
        return continued[0] if sure else None
    return continued[int(len(continued) * 0.06)]
