"""Editors' notes: footnotes at the foot of a page or behind a section, and histories of a line.

Footnotes are numbered as sections are, so their numbers tell nothing. Their words do: an editor
writes "Subs. by", a law does not. A note that is known by its words answers for those of its run,
whose numbers go on from its own, one close upon another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from annotator.expressions import expression
from annotator.lang.structure_words import NoteWords, StructureWords
from annotator.segmenter.furniture.asides import is_aside, is_bare_history, only_cites
from annotator.segmenter.lines.lines import Line
from annotator.segmenter.lines.marks import PLAIN_DIGITS, SIGNS
from annotator.segmenter.lines.unit_heads import keyword
from annotator.segmenter.lines.wrapped_notes import (
    BRACKETS,
    breaks_off,
    goes_on,
    is_in_a_bracket,
    is_open,
)

_INITIALS = frozenset(f"0123456789([{SIGNS}¹²³⁴⁵⁶⁷⁸⁹")
_ENTRY = expression(
    r"(?:(?P<number>\d{1,3})|\((?P<round>\d{1,2})\)|\[(?P<square>\d{1,3})\]|(?P<raised>[¹²³⁴-⁹⁰]{1,3})"
    rf"|\(?(?P<signs>[{SIGNS}]{{1,3}})\)?)"
    r"(?P<stop>/(?=\s)|[.)]?)(?:\s*(?P<rest>.*))$"
)
_OMISSION = expression(r"\d{0,3}\s?\[?(?:\*\s*){3,}\]?$")
_RULE = expression(r"[_—–=*-]{5,}$")
_CALL = expression(
    r"(?<=[\w.,;:”\"’)])(?:\s?\[\d{1,3}\](?!\()|[¹²³⁴-⁹⁰]{1,3})|^\[\d{1,3}\](?=[(\[“\"\d]|$)"
)
_RAISED_DIGIT = expression("[¹²³⁴-⁹⁰]")
_LABEL = expression(r"\d{1,4}[A-Z]{0,3}\.|\(\d{1,3}\)|[A-Z][a-z]+ \d")
#: The next note, or the next section.
_NEXT = expression(r"[\[(]?\d{1,3}[A-Z]{0,2}[\])]?[.)]?\s+[A-Z“\"(]|[*†‡#¹²³⁴-⁹]")
#: A reference of a margin has no more pieces, and no piece has more letters.
_MAX_PIECES, _PIECE = 5, 30
#: The mark of a footnote that is glued to a word or to the stop behind it: "Code2)", "port.1)".
_GLUED_CALL = expression(r"(?:[a-z]{2}[.;,]?|[.;,]\])[12]\)")
_FIRST_GLUED = "1)"
#: A sign that calls a footnote behind the last words of a paragraph: "in two years.*".
_LAST_SIGN = expression(rf"[a-z)\]”\"][.;]([{SIGNS}]{{1,3}})$")
_NUMBERED = expression(r"\d{1,2}\)\s+[A-Z].*\d")
#: No more notes close a law with no rule over them.
_MOST_CLOSING = 30
_PAGE = expression(r"\d{1,3}")
#: A number alone that is set so far from the margin stands in the middle of the page's foot.
_MIDDLE = 24
#: Two notes of one run stand no further apart.
_MAX_STEP = 15
#: A history fills no more lines.
_MAX_HISTORY = 6
#: A note's line that is shorter was not broken off by the width of the page.
_FULL_LINE = 60
_KNOWN, _DOUBTFUL, _UNKNOWN = 2, 1, 0


class _Entry(NamedTuple):
    """A line that could be a numbered note: its first line, its last, and what its words tell.

    ``number`` is -1 for a note with a sign; ``alone``: its number has a line of its own.
    """

    first: int
    last: int
    number: int
    stop: str
    kind: int
    alone: bool


def mark_notes(lines: list[Line], words: StructureWords) -> None:
    """Set ``furniture`` on footnotes, on their numbers, and on histories."""
    entries: list[_Entry] = []
    called = _called_marks(lines)
    ruled = False
    for i, line in enumerate(lines):
        if line.furniture:
            continue
        text = line.text
        history = words.notes.opens_a_history.match(text) and not is_in_a_bracket(lines, i)
        if history and (last := _end_of_history(lines, i, words)):
            for noted in lines[i:last]:
                noted.furniture = True
        elif text[0] in _INITIALS:
            if ("*" in text and _OMISSION.match(text)) or _is_raised_mark(lines, i):
                line.furniture = True
            elif entry := _entry(lines, i, words, called):
                entries.append(entry)
        elif (text[0] == "_" and _RULE.match(text)) or (
            ruled and not line.gap and _kind(text, words.notes) == _KNOWN
        ):
            line.furniture = True
        ruled = line.furniture if ruled else text[0] in "-_—=*" and bool(_RULE.match(text))
    if any(entry.kind for entry in entries):  # else the numbers are all the law's own
        whole = (entry._replace(last=_end_of_note(lines, entry.last, words)) for entry in entries)
        for run in _runs(whole):
            _mark_run(lines, run, words, called)
    _mark_numbers_below(lines, words)
    _mark_broken_references(lines, words)


def _mark_numbers_below(lines: list[Line], words: StructureWords) -> None:
    """Set ``furniture`` on the page numbers below notes: apart, above a provision, or the last."""
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        if above.furniture and not line.furniture and _PAGE.fullmatch(line.text):
            apart = (line.gap and below.gap) or line.column >= _MIDDLE
            line.furniture = apart or keyword(below.text, words) is not None
    if len(lines) > 1 and lines[-2].furniture and _PAGE.fullmatch(lines[-1].text):
        lines[-1].furniture = True


def _mark_broken_references(lines: list[Line], words: StructureWords) -> None:
    """Set ``furniture`` on references of a margin that stand in pieces above a section's number."""
    for i, line in enumerate(lines):
        if line.text[0].isdigit() and not line.gap and _LABEL.match(line.text):
            for piece in lines[_begin_of_pieces(lines, i, words) : i]:
                piece.furniture = True


def _begin_of_pieces(lines: list[Line], i: int, words: StructureWords) -> int:
    """Where the pieces of a reference begin that ends above line ``i``; ``i`` where none does."""
    begin, text = i, ""
    for first in range(i - 1, max(-1, i - 1 - _MAX_PIECES), -1):
        piece = lines[first]
        if piece.furniture or len(piece.text) >= _PIECE or _LABEL.match(piece.text):
            break
        text = f"{piece.text} {text}"
        apart = first == 0 or piece.gap or not breaks_off(lines[first - 1].text, words)
        if apart and i - first > 1 and words.notes.opens_a_reference.match(text):
            begin = first if only_cites(text, words.notes) else begin
        if piece.gap:
            break
    return begin


def _end_of_history(lines: list[Line], i: int, words: StructureWords) -> int | None:
    """The line behind a history that begins in line ``i`` and may be wrapped; else None."""
    text, notes = lines[i].text, words.notes
    if _goes_on_with_a_sentence(lines, i):
        return None
    labelled = bool(notes.footnote_label.match(text)) and not notes.footnotes_title.fullmatch(text)
    stop, reach = i + 1, min(i + _MAX_HISTORY, len(lines))
    closes = is_open(text) and any(BRACKETS[text[0]] in line.text for line in lines[stop:reach])
    while (
        stop < reach
        and not lines[stop].furniture  # the head of the next page
        and (
            goes_on(lines, stop, words)
            or (closes and not lines[stop].gap and is_open(text))
            or (labelled and text[-1] not in '.)]”"' and not lines[stop].gap)
        )
    ):
        text = f"{text} {lines[stop].text}"
        stop += 1
    told = labelled or notes.history.match(text) or is_aside(text, notes)
    return stop if told or is_bare_history(text, notes) else None


def _goes_on_with_a_sentence(lines: list[Line], i: int) -> bool:
    """Whether line ``i`` begins in brackets and goes on with the sentence of the line above it."""
    return lines[i].soft and lines[i].text[0] == "(" and lines[i - 1].text[-1] not in ".;:])}—–-"


def _is_raised_mark(lines: list[Line], i: int) -> bool:
    """Whether the line is a footnote's number alone, before the bracket that it explains."""
    text = lines[i].text
    if len(text) > 2 or not text.isdecimal() or i + 1 == len(lines):
        return False
    return lines[i + 1].text[0] == "[" and not lines[i + 1].gap


def _called_marks(lines: list[Line]) -> set[str]:
    """The marks of footnotes that stand behind words or labels: ``Section 2.[1]``, ``inn¹``."""
    called = _called_by_others(lines)
    if any(line.text.startswith(_FIRST_GLUED) for line in lines) and any(
        _GLUED_CALL.search(line.text) for line in lines if ")" in line.text
    ):
        called.add(_FIRST_GLUED)
    called |= {call[1] for line in lines if (call := _LAST_SIGN.search(line.text))}
    return called


def _called_by_others(lines: list[Line]) -> set[str]:
    """The marks that are raised or stand in brackets."""
    if not any(line.text[0] in "[¹²³⁴⁵⁶⁷⁸⁹" for line in lines):
        return set()
    return {
        mark[0].strip()
        for line in lines
        if "[" in line.text or _RAISED_DIGIT.search(line.text)
        for mark in _CALL.finditer(line.text)
    }


def _entry(lines: list[Line], i: int, words: StructureWords, called: set[str]) -> _Entry | None:
    text = lines[i].text
    match = _ENTRY.match(text)
    if not match:
        return None
    printed = match["number"] or match["round"] or match["square"] or match["raised"]
    number = int(printed.translate(PLAIN_DIGITS)) if printed else -1
    rest, last = match["rest"], i
    if not rest:
        if i + 1 == len(lines) or lines[i + 1].gap or keyword(lines[i + 1].text, words):
            return None  # or a page's number above a provision
        rest, last = lines[i + 1].text, i + 1
    stop = ")" if match["round"] else match["stop"]
    kind = _KNOWN if _says_its_number_again(match) else _kind(rest, words.notes)
    entry = _Entry(i, last, number, stop, kind, last > i)
    if i > 0 and words.notes.footnotes_title.fullmatch(lines[i - 1].text):
        lines[i - 1].furniture = True
    elif entry.kind == _KNOWN or not _shows_a_note(lines, entry, match, words, called):
        return entry
    return entry._replace(kind=_KNOWN)


def _says_its_number_again(match: re.Match[str]) -> bool:
    """Whether a note's number stands twice, its mark behind its place: "2 2So in law."."""
    number, rest = match["number"], match["rest"] or ""
    glued = number is not None and rest.startswith(number)
    return glued and not match["stop"] and rest[len(number) : len(number) + 1].isupper()


def _shows_a_note(
    lines: list[Line],
    entry: _Entry,
    match: re.Match[str],
    words: StructureWords,
    called: set[str],
) -> bool:
    """Whether an entry's mark, and what stands around it, tell what its words do not."""
    first, rest = entry.first, match["rest"] or lines[entry.last].text
    if match["square"] or match["raised"]:
        mark = match["raised"] or f"[{match['square']}]"
        return rest[0].isupper() and (mark in called or _is_ruled_off(lines, first))
    if entry.number < 0:  # no section bears a sign alone
        is_called = rest[0].isupper() and match["signs"] in called
        return bool(entry.kind) or is_called or is_aside(rest, words.notes)
    if entry.number != 1 or entry.stop != ")" or first == 0 or _FIRST_GLUED not in called:
        return False
    if _is_ruled_off(lines, first) or _closes(lines, first, words):
        return True
    numbered = any(char.isdigit() for char in rest) and rest[0].isupper()  # "Penal Code1)"
    above = lines[first - 1].text
    apart = (lines[first].gap or above.endswith(_FIRST_GLUED)) and match["number"] is not None
    return apart and numbered and _tells(match.string, entry.stop, words)


def _closes(lines: list[Line], first: int, words: StructureWords) -> bool:
    """Whether notes before one bracket are all that stands from a line on: "1) Act No. 4"."""
    rest = lines[first:]
    return len(rest) <= _MOST_CLOSING and all(
        _NUMBERED.match(line.text) and _tells(line.text, ")", words) for line in rest
    )


def _is_ruled_off(lines: list[Line], i: int) -> bool:
    """Whether a drawn line stands above line ``i``."""
    return i > 0 and bool(_RULE.match(lines[i - 1].text))


def _kind(rest: str, words: NoteWords) -> int:
    """What the words behind a number tell of it."""
    if words.doubtful_footnote.match(rest):
        return _DOUBTFUL
    known = words.footnote.match(rest) or words.footnote_sign.search(rest, 0, 200)
    return _KNOWN if known else _UNKNOWN


def _end_of_note(lines: list[Line], i: int, words: StructureWords) -> int:
    """The last line of a note that line ``i`` begins: a full line without a stop goes on."""
    for last in range(i, min(i + 8, len(lines) - 1)):
        line, below = lines[last], lines[last + 1]
        if not below.gap and breaks_off(line.text, words) and not _NEXT.match(below.text):
            continue
        ends = line.text[-1] in ".)]”" or len(line.text) < _FULL_LINE
        if below.gap or below.text[0] in _INITIALS or (ends and not below.soft):
            return last
        if ends and below.text[0].isupper() and line.text[-1] in ".])":
            return last
    return i


def _runs(entries: Iterable[_Entry]) -> list[list[_Entry]]:
    """Entries whose numbers go on from one another, one close upon another."""
    runs: list[list[_Entry]] = []
    lawful = 0
    for entry in entries:
        if entry.kind == _DOUBTFUL and entry.stop != ")" and 0 <= entry.number <= lawful:
            entry = entry._replace(kind=_KNOWN)  # its number is taken by a section above
        above = runs[-1][-1] if runs else None
        if (
            above
            and entry.first - above.last <= _MAX_STEP
            and (entry.number == above.number + 1 or entry.number == -1)
        ):
            runs[-1].append(entry)
        else:
            runs.append([entry])
        if entry.kind == _UNKNOWN and not entry.alone:
            lawful = entry.number
    return runs


def _goes_with(lines: list[Line], above: _Entry, entry: _Entry, words: StructureWords) -> bool:
    """Whether an entry is a note because the one above it is.

    A sign's, directly below it, is; and one there that has no verb of a provision.
    """
    if entry.kind or entry.alone:
        return True
    if entry.first != above.last + 1:
        return False
    text = lines[entry.first].text
    if entry.last + 1 == len(lines):
        text = f"{text.rstrip('.')}."  # which the last words of a print may lack
    return entry.number < 0 or _tells(text, entry.stop, words)


def _tells(text: str, stop: str, words: StructureWords) -> bool:
    """Whether a note's line ends as a note does, and has no verb of a provision."""
    match = _ENTRY.match(text)
    rest = match["rest"] if match else ""
    dated = rest[-1:] == "." and any(char.isdigit() for char in rest)
    ends = dated or (stop in {")", "/"} and rest[-1:] not in (";", ","))
    return ends and not words.finite.search(text)


def _is_first_called(above: _Entry, entry: _Entry, called: set[str]) -> bool:
    """Whether a first note that is called in the text stands directly above one that is known."""
    next_to = above.number == 1 and entry.first == above.last + 1
    return next_to and above.stop == entry.stop == ")" and _FIRST_GLUED in called


def _mark_run(
    lines: list[Line], run: list[_Entry], words: StructureWords, called: set[str]
) -> None:
    known = [k for k, entry in enumerate(run) if entry.kind == _KNOWN]
    if not known:
        return
    first, last = known[0], known[-1]
    while first > 0 and (
        run[first - 1].kind
        or run[first - 1].alone
        or _is_first_called(run[first - 1], run[first], called)
    ):
        first -= 1
    while last + 1 < len(run) and _goes_with(lines, run[last], run[last + 1], words):
        last += 1
    stop = run[known[0]].stop
    for k in range(first, last + 1):
        entry = run[k]
        if not entry.kind and not entry.alone and entry.stop != stop:
            continue
        end = run[k + 1].first - 1 if k < last else entry.last
        if any(_opens_anew(lines[i]) for i in range(entry.last + 1, end + 1)):
            end = entry.last
        for i in range(entry.first, end + 1):
            lines[i].furniture = True


def _opens_anew(line: Line) -> bool:
    """Whether a line between two notes is a provision's, and goes on with neither."""
    return line.gap or line.page_break or bool(_LABEL.match(line.text))
