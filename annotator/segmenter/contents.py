"""Tables of contents: numbers and titles that all come again below."""

from __future__ import annotations

from collections import Counter

from annotator.lang.contract import StructureWords
from annotator.numbering import is_after
from annotator.segmenter.furniture import is_contents_title
from annotator.segmenter.lines import Line, ends_paragraph
from annotator.segmenter.openers import Candidate, Container


def mark_contents(
    lines: list[Line],
    candidates: list[Candidate],
    containers: list[Container],
    words: StructureWords,
) -> None:
    """Make furniture of a table of contents: numbers and titles that all come again below."""
    end = _contents_end(lines, candidates, words)
    if end is None:
        return
    begin, stop = end
    for i in range(begin, stop):
        lines[i].furniture = True
    # The title of the first part may stand above the first number that comes again.
    names = Counter((container.printed, container.number) for container in containers)
    again = {c.line for c in containers if names[c.printed, c.number] > 1}
    above = stop - 1
    while above > begin and above in again:
        lines[above].furniture = False
        above -= 1


def _contents_end(
    lines: list[Line], candidates: list[Candidate], words: StructureWords
) -> tuple[int, int] | None:
    titles = [i for i, line in enumerate(lines[:400]) if is_contents_title(line, words)]
    begin = titles[0] if titles else None
    listed = [c for c in candidates if begin is None or c.unit.line > begin]
    run = _entry_run(lines, listed)
    if len(run) < (2 if titles else 5):
        return None
    again = [c for c in listed[len(run) :] if c.unit.key == run[0].unit.key]
    if not again:
        return None
    first = begin if begin is not None else run[0].unit.line
    stop = again[0].unit.line
    last_entry = run[-1].unit.line
    while stop - 1 > last_entry and not ends_paragraph(lines[stop - 1].text, words):
        stop -= 1  # headings over the first section belong to the body
    return first, max(stop, last_entry + 1)


def _entry_run(lines: list[Line], candidates: list[Candidate]) -> list[Candidate]:
    """The candidates at the top that are short, unpunctuated lines, one close upon another."""
    run: list[Candidate] = []
    for candidate in candidates:
        line = lines[candidate.unit.line]
        is_sentence = line.text[-1] in ";,:" or (line.text[-1] == "." and len(line.text) > 90)
        if is_sentence or len(line.text) > 160:
            break
        if run and (
            candidate.unit.line - run[-1].unit.line > 6
            or not is_after(candidate.unit.key, run[-1].unit.key)
        ):
            break
        run.append(candidate)
    return run
