"""Tables of contents: numbers and titles that all come again below.

What they list would open provisions: sections, and parts and schedules too. The table ends where
the first number that it lists comes again with words of the law below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.numbering import is_after
from annotator.segmenter.furniture.marking import is_contents_title
from annotator.segmenter.lines.lines import Line, ends_paragraph
from annotator.segmenter.lines.openers import Candidate, Container, Unit

#: So many entries make a table without a title over it; with one, two do.
_MIN_ENTRIES = 5
#: Between two entries stand no more lines: headings, and the rest of a title that was wrapped.
_MAX_BETWEEN = 8
_MAX_ENTRY = 160
#: So many titles of tables are none.
_LINKS = 4
#: No more lines above a table have numbers.
_MOST_STRAYS = 3
#: A table without numbers has no more lines.
_MAX_UNNUMBERED = 300
#: A line that may be a title though it ends in a full stop.
_MAX_TITLE = 90
_LABEL = expression(r"\(\w{1,4}\)")
#: A term alone on its line, as some tables of contents list those of the law.
_TERM = expression(r"[“\"‘'][^“”\"‘’]{1,60}[”\"’']")


def mark_contents(
    lines: list[Line],
    candidates: Sequence[Candidate],
    containers: list[Container],
    words: StructureWords,
) -> None:
    """Make furniture of the tables of contents.

    Args:
        lines: the law's lines.
        candidates: what could open a section, in the order of the text.
        containers: what opens parts and schedules.
        words: those of the law's language.
    """
    said = {i for i, line in enumerate(lines) if _announces(line, words)}
    titles = [i for i, line in enumerate(lines) if i in said or is_contents_title(line, words)]
    if len(titles) >= _LINKS:  # to the contents, from each section of a page
        for i in set(titles) - said:
            lines[i].furniture = True
        titles = [*said]
    stop = 0
    for title in titles or (None,):
        if title is not None:
            if title < stop:
                continue
            lines[title].furniture = title not in said
            if _is_marked(lines, title):
                continue
        table = _table(lines, candidates, containers, title, words)
        if table and title in said:
            table = title + 1, table[1]
        if table is None and title is not None and title not in said:
            table = _up_to_the_law(lines, title, words)
            table = table or _behind_the_law(lines, candidates, title, words)
            table = table or _alone(lines, candidates, title, words)
        if table:
            first, stop = table
            for i in range(first, stop):
                lines[i].furniture = True


def _is_marked(lines: list[Line], title: int) -> bool:
    """Whether the entries below a title were known by the pages to which dots lead."""
    below = lines[title + 1 : title + 5]
    return sum(line.furniture and line.text[-1].isdigit() for line in below) > 1


def _behind_the_law(
    lines: list[Line], candidates: Sequence[Candidate], title: int, words: StructureWords
) -> tuple[int, int] | None:
    """A table below the law whose sections it lists, to the end of the text."""
    listed = [c for c in candidates if c.unit.line > title]
    run = _entry_run(lines, listed, words)
    if len(run) < len(listed) or len(run) < 2 or len(lines) - run[-1].unit.line > _MAX_BETWEEN:
        return None
    above = any(c.unit.line < title and c.unit.key == run[0].unit.key for c in candidates)
    return (title, len(lines)) if above else None


def _alone(
    lines: list[Line], candidates: Sequence[Candidate], title: int, words: StructureWords
) -> tuple[int, int] | None:
    """A table that is all there is: to the end of the text stand titles, and no sentence."""
    below = lines[title + 1 :]
    if not candidates or candidates[0].unit.line < title or len(below) > _MAX_UNNUMBERED:
        return None
    if not all(line.furniture or _is_title(line) for line in below):
        return None
    run = _entry_run(lines, candidates, words)
    if len(run) < max(2, len({c.unit.line for c in candidates})):
        return None
    said = any(words.finite.search(line.text) for line in below if not line.furniture)
    return None if said else (title, len(lines))


def _announces(line: Line, words: StructureWords) -> bool:
    """Whether a section says that the contents follow: they are none of its words."""
    return line.text[-1] in ":.—–-s" and bool(words.contents_announced.search(line.text[-160:]))


def _table(
    lines: list[Line],
    candidates: Sequence[Candidate],
    containers: list[Container],
    title: int | None,
    words: StructureWords,
) -> tuple[int, int] | None:
    """The first line of a table of contents and the line behind its last."""
    listed = [c for c in candidates if title is None or c.unit.line > title]
    for strays in range(_MOST_STRAYS if title is None else 1):
        if found := _table_of(lines, listed[strays:], containers, title, words, sure=strays > 0):
            return found
    return None


def _table_of(
    lines: list[Line],
    listed: list[Candidate],
    containers: list[Container],
    title: int | None,
    words: StructureWords,
    *,
    sure: bool,
) -> tuple[int, int] | None:
    """The same where the first candidate is its first entry; ``sure``: its titles must come again.

    What stands above it and bears a number is then none of its entries: "43 MIRC Ch. 1".
    """
    run = _entry_run(lines, listed, words)
    if len(run) < 2:
        return None
    last_entry = run[-1].unit.line
    body = _body_begins(lines, listed, run)
    if body is None:
        return None
    if title is None and not _come_again(lines, listed, run, body):
        named = _names_schedules(containers, last_entry, body)
        if sure or (len(run) < _MIN_ENTRIES and not named):
            return None
        if not named and _are_sections(lines, run, listed, containers, body, words):
            return None
    first = _first_line(lines, run[0].unit.line, body) if title is None else title
    if title is None and first and _is_column_head(lines[first - 1].text, words):
        first -= 1
    attached = [c.line for c in containers if c.element == "att" and last_entry < c.line < body]
    floor = max([last_entry, *attached])
    begin = _headings_begin(lines, first, run[0].unit.line, floor, body, words)
    above = body - 1
    if above > floor and lines[above].text.rstrip(" .").casefold() == _title(lines, run[0].unit):
        begin = min(begin, above)  # the title that it lists, with a full stop: "Short title."
    return first, begin


def _is_column_head(text: str, words: StructureWords) -> bool:
    """Whether a line above the entries only says what they are: "Sec.", "Sections"."""
    said = text.rstrip(".:")
    units = {unit.rstrip(".") for unit in words.units}
    return said in units or said.removesuffix("s") in units


def _come_again(
    lines: list[Line], listed: list[Candidate], run: list[Candidate], body: int
) -> bool:
    """Whether the titles of a few entries all stand in the law, too, with their numbers."""
    below = {_folded(line) for line in lines[body : body + _MAX_UNNUMBERED]}
    later = {c.unit.key: c.unit for c in listed[len(run) :]}
    for entry in run:
        title = _title(lines, entry.unit)
        line = lines[entry.unit.line]
        # Where the number stands alone it comes again in each chapter that is numbered anew.
        if line.text[entry.unit.rest :] and _folded(line) in below:
            continue
        unit = later.get(entry.unit.key)
        if not (unit and title and _title(lines, unit).startswith(title)):
            return False
    return True


def _are_sections(
    lines: list[Line],
    run: list[Candidate],
    listed: list[Candidate],
    containers: list[Container],
    body: int,
    words: StructureWords,
) -> bool:
    """Whether the entries are the law's own short sections, and its annex begins at 1 again.

    They are where a schedule that no table has named begins behind them, or where they end as
    sentences do, and either say something or are headed otherwise than what stands below them.
    """
    last = run[-1].unit.line
    if any(c.element == "att" and last < c.line < body for c in containers):
        return True
    ended = [c for c in run if lines[c.unit.line].text[-1] == "."]
    said = [
        c for c in ended
        if words.finite.search(text := lines[c.unit.line].text) or words.states.search(text)
    ]  # fmt: skip
    alike = any(c.unit.line == body and c.unit.named == run[0].unit.named for c in listed)
    return 2 * len(said) >= len(run) or (2 * len(ended) > len(run) and not alike)


def _title(lines: list[Line], unit: Unit) -> str:
    """The words behind a number, or below it where it has a line of its own."""
    i = unit.line
    below = lines[i + 1].text if i + 1 < len(lines) else ""
    return (lines[i].text[unit.rest :] or below).rstrip(" .").casefold()


def _names_schedules(containers: list[Container], last: int, body: int) -> bool:
    """Whether a schedule stands between the last entry and the law that stands again below it."""
    attached = [c for c in containers if c.element == "att"]
    named = [(c.word, c.number) for c in attached if last < c.line < body]
    again = {(c.word, c.number) for c in attached if c.line > body}
    return bool(named) and again.issuperset(named)


def _up_to_the_law(lines: list[Line], title: int, words: StructureWords) -> tuple[int, int] | None:
    """A table whose numbers do not stand with its titles, if the law begins with set words."""
    for i in range(title + 1, min(title + _MAX_UNNUMBERED, len(lines))):
        if words.end.enacts.match(lines[i].text):
            return title, i
        if not (lines[i].furniture or _is_title(lines[i])):
            break
    return None


def _body_begins(lines: list[Line], listed: list[Candidate], run: list[Candidate]) -> int | None:
    """The line in which the first number of a table comes again with words below it.

    Where the law's first number is not found, by the second or the third.
    """
    last = run[-1].unit.line
    later = [c for c in listed if c.unit.line > last]
    for entry in run[:3]:
        for k, candidate in enumerate(later):
            if candidate.unit.key != entry.unit.key:
                continue
            below = later[k + 1].unit.line if k + 1 < len(later) else len(lines)
            if _has_words(lines, candidate, below):
                return candidate.unit.line
    return None


def _has_words(lines: list[Line], candidate: Candidate, below: int) -> bool:
    """Whether more than a title stands behind a number."""
    first = candidate.unit.line
    return any(
        not (_is_title(lines[i]) and lines[i].text[-1] != ".") or i - first > _MAX_BETWEEN
        for i in range(first, below)
    )


def _is_title(line: Line) -> bool:
    """Whether the line could stand in a table of contents."""
    text = line.text
    if len(text) > _MAX_ENTRY or text[-1] in ";,:—" or _LABEL.match(text):
        return False
    return text[-1] != "." or len(text) <= _MAX_TITLE


def _entry_run(
    lines: list[Line], candidates: Sequence[Candidate], words: StructureWords
) -> list[Candidate]:
    """The candidates at the top that are titles, with nothing but titles between them."""
    run: list[Candidate] = []
    for candidate in candidates:
        line = candidate.unit.line
        if run:
            above = run[-1]
            alike = candidate.unit.named == above.unit.named or (
                len(run) == 1 and above.unit.named  # "Section 1.", "2."
            )
            if not alike or not is_after(candidate.unit.key, above.unit.key):
                break
            between = [
                i for i in range(above.unit.line + 1, line) if not _TERM.fullmatch(lines[i].text)
            ]
            if len(between) > _MAX_BETWEEN or not all(
                lines[i].furniture or _stands_between(lines[i], words) for i in between
            ):
                break
        if not (_is_title(lines[line]) or _lists_terms(lines, line)):
            break
        if _is_wrapped_sentence(lines, line, words):
            break
        run.append(candidate)
    return run


def _is_wrapped_sentence(lines: list[Line], i: int, words: StructureWords) -> bool:
    """Whether a sentence of the law begins in line ``i`` and goes on below it, as no title does."""
    said, k = lines[i].text, i + 1
    while k < len(lines) and lines[k].soft and len(said) <= 2 * _MAX_ENTRY:
        said, k = f"{said} {lines[k].text}", k + 1
    long = k > i + 1 and len(said) > _MAX_TITLE and said[-1] in ".:"
    return long and words.finite.search(said) is not None


def _lists_terms(lines: list[Line], i: int) -> bool:
    """Whether an entry announces the terms that its section defines, and they stand below it."""
    text, below = lines[i].text, lines[i + 1].text if i + 1 < len(lines) else ""
    return text[-1] in "—–-:" and len(text) <= _MAX_TITLE and bool(_TERM.fullmatch(below))


def _stands_between(line: Line, words: StructureWords) -> bool:
    """Whether the line may stand between two entries: a heading, or the rest of a long title."""
    if not _is_title(line):
        return False
    return line.soft or not words.finite.search(line.text) or line.text.isupper()


def _first_line(lines: list[Line], entry: int, body: int) -> int:
    """Where a table without a title begins: the headings over its first entry come again too."""
    again = {_folded(lines[i]) for i in range(max(entry, body - 6), body)}
    while entry > 0 and _folded(lines[entry - 1]) in again:
        entry -= 1
    return entry


def _headings_begin(
    lines: list[Line], first: int, entry: int, floor: int, body: int, words: StructureWords
) -> int:
    """Where the headings over the first section begin: they belong to the law, not to the table.

    They are those that the table has above its first entry, or what stands between the table and
    the first section without ending a sentence.
    """
    listed = {_folded(lines[i]) for i in range(first, entry)}
    for i in range(floor + 1, body):
        if _folded(lines[i]) in listed and not is_contents_title(lines[i], words):
            return i
    stop = body
    while stop - 1 > floor and not ends_paragraph(lines[stop - 1].text, words):
        stop -= 1
    return stop


def _folded(line: Line) -> str:
    return re.sub(r"\W+", "", line.text).casefold()
