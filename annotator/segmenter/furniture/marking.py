"""What stands in a law's text and is no part of the law: pages, contents, editors' notes."""

from __future__ import annotations

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.segmenter.furniture.boxes import mark_boxes, mark_code_notes
from annotator.segmenter.furniture.end_matter import mark_end_matter
from annotator.segmenter.furniture.notes import mark_notes
from annotator.segmenter.lines.lines import Line
from annotator.segmenter.lines.pages import mark_pages
from annotator.segmenter.lines.paired_heads import mark_heads_again
from annotator.segmenter.lines.wrapped_notes import is_in_a_bracket

_LEADER = expression(r"(?:(?:\.\s?){4,}|\t|…+)\s*(?P<page>\d{1,4})$")
#: So many entries that lead to pages make a table of contents without a title over it.
_MIN_LEADERS = 5
_LINES_BETWEEN = 8


def mark_furniture(lines: list[Line], words: StructureWords) -> None:
    """Set ``furniture`` on pages' heads and numbers, notes, end matter, and contents with pages."""
    mark_notes(lines, words)
    mark_end_matter(lines, words)
    mark_pages(lines, words)
    mark_heads_again(lines)
    _mark_index(lines, words)
    _mark_leaders(lines, words)
    mark_boxes(lines, words)
    mark_code_notes(lines, words)
    for i, line in enumerate(lines):
        if not line.furniture and _is_note(line.text, words) and not is_in_a_bracket(lines, i):
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


def _mark_index(lines: list[Line], words: StructureWords) -> None:
    """Mark an index behind the law: below its title all lines lead to sections, as pages do."""
    entries, marked = 0, len(lines)
    # From the last line up, so that each is looked at once.
    for i in range(len(lines) - 1, -1, -1):
        titled = not lines[i].furniture and is_contents_title(lines[i], words)
        if titled and entries >= _MIN_LEADERS and len(lines) - i - 2 <= entries:
            for one in lines[i:marked]:
                one.furniture = True
            marked = i
        entries += _LEADER.search(lines[i].text) is not None


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
