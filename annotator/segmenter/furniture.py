"""What stands in a law's text and is no part of the law: pages, contents, editors' notes."""

from __future__ import annotations

import itertools
import re

from annotator.segmenter.lines import Line

_PAGE = re.compile(
    r"(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|[-–—\[]\s*\d{1,4}\s*[-–—\]]|\d{1,4}\s*/\s*\d{1,4}",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d{1,4}")
_RUNNING_HEADER = re.compile(r"(?!\(?\w{1,4}[.)] )\S.{0,88}(?<![.;:,])")
_LEADER = re.compile(r"(?:\.\s?){4,}\s*\d{1,4}$|\t\s*\d{1,4}$|…+\s*\d{1,4}$")
_CONTENTS = re.compile(
    r"(?:table\s+of\s+(?:contents|provisions|sections|articles)|contents|"
    r"arrangement\s+of\s+(?:sections|provisions|regulations|rules|articles|clauses))\W*",
    re.IGNORECASE,
)
_EDITOR = re.compile(
    r"(?:textual amendments|annotations?|editorial notes?|marginal citations|amendment history|"
    r"modifications etc\b.*|commencement information)\W*",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"[FCEIMX]\d+\s*(?:Words?|Inserted|Substituted|Repealed|Deleted|Amended|Added|Revoked|Ss?\.|"
    r"Sch\.|Art\.|Reg\.|Para\.|Pt\.|By |Power|Application)\b"
)
_HISTORY = re.compile(
    r"(?:\[?(?:\d{4}, c\. \d+|R\.S\.(?:C\.)?, ?\d{4}, c\.|SOR/\d{2,4}-\d+|"
    r"S\.I\. No\. \d+ of \d{4}, (?:s|reg)))"
    r"[^a-z]*(?:(?:s|ss|c|err|to|and|Supp|F|Sch|art)\b[^a-z]*)*[;.\])]?$"
)


def mark_furniture(lines: list[Line]) -> None:
    """Set ``furniture`` on page numbers, running headers, notes and contents with page numbers."""
    _mark_pages(lines)
    in_notes = False
    for line in lines:
        text = line.text
        if line.furniture:
            continue
        if len(text) < 60 and _EDITOR.fullmatch(text):
            line.furniture = in_notes = True
        elif _is_note(text) or (in_notes and line.soft):
            line.furniture = True
        else:
            in_notes = False


def _is_note(text: str) -> bool:
    """Whether the line is an entry of a table of contents or an editor's note."""
    if text[-1].isdigit() and _LEADER.search(text):
        return True
    if text[0] in "FCEIMX" and _NOTE.match(text):
        return True
    return text[0] in "[0123456789RS" and bool(_HISTORY.match(text))


def is_contents_title(line: Line) -> bool:
    """Whether the line is the title over a table of contents."""
    return len(line.text) < 60 and bool(_CONTENTS.fullmatch(line.text))


def _mark_pages(lines: list[Line]) -> None:
    pages = [
        i for i, line in enumerate(lines) if len(line.text) < 20 and _PAGE.fullmatch(line.text)
    ]
    pages += _bare_page_numbers(lines)
    for i in pages:
        lines[i].furniture = True
    _mark_running_headers(lines, sorted(pages))


def _bare_page_numbers(lines: list[Line]) -> list[int]:
    """Lines of digits alone that count up by one, a page apart."""
    bare = [(i, int(line.text)) for i, line in enumerate(lines) if _DIGITS.fullmatch(line.text)]
    found: set[int] = set()
    for (i, a), (j, b) in itertools.pairwise(bare):
        if b == a + 1 and j - i >= 10:
            found |= {i, j}
    begins = _page_begins(lines)
    found |= {i for i, _ in bare if i in begins or i + 1 in begins}
    return sorted(found)


def _page_begins(lines: list[Line]) -> set[int]:
    """Where form feeds begin a page, and where the last page ends; nothing in a text without."""
    begins = {i for i, line in enumerate(lines) if line.page_break}
    return begins | {len(lines)} if begins else begins


def _mark_running_headers(lines: list[Line], pages: list[int]) -> None:
    """Lines beside page breaks whose words come back at several of them."""
    breaks = set(pages) | _page_begins(lines)
    if len(breaks) < 3:
        return
    beside: dict[str, list[int]] = {}
    for i in breaks:
        for j in range(max(0, i - 2), min(len(lines), i + 3)):
            if not lines[j].furniture and _RUNNING_HEADER.fullmatch(lines[j].text):
                beside.setdefault(re.sub(r"\d+", "0", lines[j].text), []).append(j)
    for where in beside.values():
        distinct = sorted(set(where))
        if len(distinct) >= 3 and len(distinct) >= len(breaks) / 3:
            for j in distinct:
                lines[j].furniture = True
