"""What stands in a law's text and is no part of the law: pages, contents, editors' notes."""

from __future__ import annotations

import itertools
import re

from annotator.lang.structure_words import StructureWords
from annotator.segmenter.boxes import mark_boxes, mark_code_notes
from annotator.segmenter.end_matter import mark_end_matter
from annotator.segmenter.lines import Line
from annotator.segmenter.notes import mark_notes

_DIGITS = re.compile(r"\d{1,4}")
_HEAD = re.compile(r"(?P<first>\d{1,4})\s+(?P<behind>\D.*)|(?P<before>.*\D)\s+(?P<last>\d{1,4})")
_MAX_HEAD, _MIN_PAGE = 100, 10
#: A line that is drawn between parts of a page.
_RULE = re.compile(r"(?:[-_=—–~] ?){5,}")
_RULES = frozenset("-_=—–~")
_RUNNING_HEADER = re.compile(r"(?!\(?\w{1,4}[.)] )\S.{0,88}(?<![.;:,])")
_LEADER = re.compile(r"(?:(?:\.\s?){4,}|\t|…+)\s*(?P<page>\d{1,4})$")
#: So many entries that lead to pages make a table of contents without a title over it.
_MIN_LEADERS = 5
_LINES_BETWEEN = 8


def mark_furniture(lines: list[Line], words: StructureWords) -> None:
    """Set ``furniture`` on page numbers, running headers, notes and contents with page numbers."""
    mark_notes(lines, words)
    mark_end_matter(lines, words)
    _mark_pages(lines, words)
    _mark_leaders(lines, words)
    mark_boxes(lines, words)
    mark_code_notes(lines, words)
    for line in lines:
        if not line.furniture and _is_note(line.text, words):
            line.furniture = True


def _mark_leaders(lines: list[Line], words: StructureWords) -> None:
    """Mark the entries of a table of contents that lead to page numbers with dots.

    Page numbers never fall; the fees and the blanks of a schedule do, or stand alone.
    """
    run: list[tuple[int, int]] = []
    titled = False
    for i, line in enumerate(lines):
        leader = _LEADER.search(line.text) if line.text[-1].isdigit() else None
        page = int(leader["page"]) if leader else 0
        if leader and run and run[-1][1] <= page and i - run[-1][0] <= _LINES_BETWEEN:
            run.append((i, page))
        elif leader:
            _mark_run(lines, run, titled=titled)
            run = [(i, page)]
            titled = any(is_contents_title(above, words) for above in lines[max(0, i - 6) : i])
    _mark_run(lines, run, titled=titled)


def _mark_run(lines: list[Line], run: list[tuple[int, int]], *, titled: bool) -> None:
    if titled or len(run) >= _MIN_LEADERS:
        for i, _ in run:
            lines[i].furniture = True


def _is_note(text: str, words: StructureWords) -> bool:
    """Whether the line is an editor's note."""
    return text[0] in "[0123456789RS" and bool(words.history.match(text))


def is_contents_title(line: Line, words: StructureWords) -> bool:
    """Whether the line is the title over a table of contents."""
    return len(line.text) < 60 and bool(words.contents.fullmatch(line.text))


def _mark_pages(lines: list[Line], words: StructureWords) -> None:
    pages = [
        i for i, line in enumerate(lines) if len(line.text) < 20 and words.page.fullmatch(line.text)
    ]
    pages += _bare_page_numbers(lines)
    for line in lines:
        if line.text[0] in _RULES and _RULE.fullmatch(line.text):
            line.furniture = True
    pages += _page_heads(lines, words)
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


def _page_heads(lines: list[Line], words: StructureWords) -> list[int]:
    """Lines of a page's number and a title, at its head or foot.

    The title is in capitals. The number stands far from it, or it comes again with numbers that
    rise.
    """
    found: list[int] = []
    numbered: dict[str, list[tuple[int, int]]] = {}
    for i, line in enumerate(lines):
        text = line.text
        if len(text) > _MAX_HEAD or not (text[0].isdigit() or text[-1].isdigit() or "  " in text):
            continue
        if words.notes.page_head.fullmatch(text):
            found.append(i)
        elif match := _HEAD.fullmatch(text):
            title = match["behind"] or match["before"]
            if title.isupper() and " " in title and not _opens_part(title, words):
                title = re.sub(r"\W+", "", title)
                numbered.setdefault(title, []).append((i, int(match["first"] or match["last"])))
    for pages in numbered.values():
        if len(pages) >= 3 and all(
            b > a and j - i >= _MIN_PAGE for (i, a), (j, b) in itertools.pairwise(pages)
        ):
            found += [i for i, _ in pages]
    return found


def _opens_part(title: str, words: StructureWords) -> bool:
    """Whether the words are those of a part or schedule, which bears a number of its own."""
    spoken = {word.casefold() for word in title.split()}
    return not spoken.isdisjoint((*words.containers, *words.attachments))


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
