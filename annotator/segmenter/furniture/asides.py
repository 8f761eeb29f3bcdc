"""Asides of editors: paragraphs that only say which law made or changed the words above them.

Whatever the publisher, such a paragraph is made of the names and numbers of laws, of places in
them, of dates, and of the few words that tell what they did: ``[S 34/2008 wef 1/2/2008]``,
``(Added 3 of 1999 s. 2)``, ``R.S., 1985, c. I-2, s. 5``. A law's own words have others.
"""

from __future__ import annotations

import re

from annotator.expressions import expression
from annotator.lang.structure_words import NoteWords
from annotator.segmenter.lines.line import Line
from annotator.segmenter.lines.wrapped_notes import BRACKETS

_OPENING = ("(", "[", "{")
#: What opens an aside behind a label: Belgium's editors write theirs in angle brackets.
_BEHIND_LABELS = (*_OPENING, "<")
_NOTE_BEHIND = expression(
    r"[a-z)\]”\"][.;:]\s+(?P<note><(?!(?i:repealed|deleted|annulled))(?=[^<>]*\d)[^<>]{8,300}>)$"
)
_IN_ANGLES = expression(r"<(?=[^<>]*\d)[^<>]{8,300}>\s*(?=\S)")
_MAX_ASIDE = 900
#: No aside behind a label or behind the last words of a line is longer.
_MAX_BEHIND = 200
_MAX_WRAPPED = 4
#: Nothing runs on in a line that is shorter.
_SHORTEST_RUN_ON = 60
_CLOSED = (")", "]", ").", "].")
_SPACE = expression(r"(?:\.\s?[—–-]{1,2}(?=\s))?\s*")
#: The mark of a footnote behind a label: "Section 2.[1] This".
_CALL = expression(r"\[\d{1,3}\]\s*(?=[A-Z“\"‘])")
#: The same, glued to the last word or stop of a paragraph: "Work of guests[2]".
_LAST_CALL = expression(r"(?<=[^\W\d_]|[.,;:)”\"’])(?:\[\d{1,3}\])+$")
#: The label of what runs on behind a repeal: "(2) (Repealed, SG 18/19). (3) A fee".
_NEXT_LABEL = expression(r"[.;,]?\s*\((?:[2-9]|\d{2}|[b-z])\)\s")
_SENTENCE = expression(r"\b[a-z]{2,}\b")
_STOP = expression(r"[.;:)\]”\"—–-]\s+(?=[(\[])")
#: A bracket behind a stop within a line, before a label or a term: where an aside may stand.
_WITHIN = expression(
    r"(?:^|(?:(?<=[.;:\]”\"—–-])|(?<=[.;,] and)|(?<=[.;,] or))\s+)"
    r"(?P<aside>\[[^\[\]]{3,300}\])\s+(?=\(\s?\w{1,4}\s?\)\s|[“\"‘\[])"
)
_WORD = expression(r"[^\W\d_]{2,}")
#: A kind of law, or a gazette, behind what was done: "(Added: 3/10/2016 – KHK 676/35)".
_INITIALISM = expression(r"\b[A-Z]{2,5}\b")
_YEAR = expression(r"\d\d")
_PLACED = expression(r"ss? \d")
_ROMAN = expression(r"[ivxlc]+")
#: A law's year and number, or a date, in the ways in which they are printed.
_SURE = expression(
    r"\d{1,4} of \d{4}|\d{1,4}/\d{2,4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{1,3}\b|\d{1,4}-\d{4}\b|"
    r"\d{4} (?:No|c)\b|§ ?\d|\b\d{4}, c\. ?\d|\d{1,2} [A-Z][a-z]{2,8} \d{4}|[A-Z] of \d{4}|"
    r"\d [A-Z]{2}[A-Z.]{1,6} \d|\bP\. ?L\. ?\d|"
    r"\d FR \d|\d{4}:\d{1,4}\b|\d U\.? ?S\.? ?C|\d{4}, \d{1,3}, \d|\bcf\b|\d-[IVX]{1,4}-\d{4}"
)
_LABEL = expression(r"\(\w{1,4}\)|\d{1,4}[A-Z]{0,3}(?:[.)—–]|$)|[a-z]{1,2}[.)]\s|[“\"‘]")


def enclosed(text: str) -> str:
    """What stands between the brackets that enclose a whole paragraph; else nothing."""
    closing = "/" if text[0] == "/" else BRACKETS.get(text[0])
    body = text.rstrip(" .;,")
    if not closing or body[-1:] != closing or len(body) > _MAX_ASIDE:
        return ""
    inner = body[1:-1]
    if text[0] in inner and text[0] != closing:
        depth = 0
        for char in inner:
            depth += (char == text[0]) - (char == closing)
            if depth < 0:
                return ""
    return inner.strip()


def is_aside(text: str, words: NoteWords) -> bool:
    """Whether a paragraph in brackets only says which law made or changed the words above it."""
    inner = enclosed(text)
    if not inner or _LABEL.match(inner):
        return False
    return only_cites(inner, words) or (text[0] != "(" and bool(words.remark.match(inner)))


def only_cites(text: str, words: NoteWords) -> bool:
    """Whether words do nothing but name laws, places in them, dates, and what was done to them.

    Words that begin with a repeal do more: they are what is left of a provision. Not so those that
    say first of which: "s 5 rep Act 4 of 2010 s 8".
    """
    if not any(char.isdigit() for char in text):
        return False
    spoken = _spoken(text)
    if not _none_is_left(spoken, words) and not (_PLACED.match(text) and _all_cite(spoken, words)):
        return False
    return bool(_SURE.search(text)) or not words.changing.isdisjoint(spoken)


def behind_asides(text: str, position: int, words: NoteWords) -> int:
    """Where a provision's words begin behind its label, and behind what an editor set between.

    >>> from annotator.lang import language
    >>> behind_asides("Art. 1. (Amend. - SG 42/01) (1) A keeper", 8, language("en").structure.notes)
    28
    """
    while text[position : position + 1] in _BEHIND_LABELS:
        if text[position] == "<":
            note = _IN_ANGLES.match(text, position)
            if note is None or _begin_with(words.repealing, _spoken(note[0])):
                break
            position = note.end()
            continue
        if mark := _CALL.match(text, position):
            position = mark.end()
            continue
        end = text.find(BRACKETS[text[position]], position, position + _MAX_BEHIND)
        behind = _SPACE.match(text, end + 1) if end > 0 else None
        spoken = _told_behind(text[position + 1 : end], words) if behind else None
        if behind is None or spoken is None:
            break
        if text[behind.end() :].strip() in ("", ".", ";") and not words.changing.isdisjoint(spoken):
            break  # it is all that is said
        if _begin_with(words.repealing, spoken) and _NEXT_LABEL.match(text, behind.end()):
            break
        position = behind.end()
    return position


def without_aside_behind(title: str, words: NoteWords) -> str:
    """A title without the amending law that an editor names in brackets behind it.

    >>> from annotator.lang import language
    >>> without_aside_behind("Fees (LRT of 2.01.2018, No. 14)", language("en").structure.notes)
    'Fees'
    """
    begin = title.rfind("(") if title.endswith(")") else 0
    inner = title[begin + 1 : -1]
    if begin <= 0 or not _SURE.search(inner):
        return title
    return (
        title[:begin].rstrip() if _all_cite(_spoken(_INITIALISM.sub("", inner)), words) else title
    )


def _told_behind(inner: str, words: NoteWords) -> list[str] | None:
    """The words between brackets behind a label, where these hold an aside; else None."""
    if inner.startswith(_OPENING) or _LABEL.match(inner):
        return None  # "((PARAGRAPH REPEALED BY LAW No. 47))."
    spoken = _spoken(inner)
    told = _begin_with(words.changing, spoken) and not _begin_with(words.repealing, spoken)
    if told:
        spoken = _spoken(_INITIALISM.sub("", inner))
    sure = (told and _YEAR.search(inner)) or _SURE.search(inner)
    return spoken if sure and _all_cite(spoken, words) else None


def cut_asides(lines: list[Line], words: NoteWords) -> list[Line]:
    """The lines, those cut within which or behind which an aside stands; ``furniture`` set on it.

    So are the marks that call a footnote behind the last words.
    """
    found: list[Line] = []
    taken = -1
    for i, line in enumerate(lines):
        while (aside := _aside_within(line.text, words)) is not None:
            line = _cut_out(line, aside, found)
            lines[i] = line
        found.append(line)
        if line.text[-1] == ">" and (note := _NOTE_BEHIND.search(line.text)):
            found.append(line.cut_off(note.start("note"), furniture=True))
            continue
        if i <= taken or not ("(" in line.text or "[" in line.text):
            continue
        if line.text[-1] == "]" and (call := _call_behind(lines, i)):
            found.append(call)
            continue
        stop, text = _end_of_bracket(lines, i)
        at = _aside_behind(text, len(line.text), words) if stop > i else 0
        if not at or (stop < len(lines) and _may_go_on(text[at:], lines[stop], words)):
            continue
        found.append(line.cut_off(at, furniture=True))
        for noted in lines[i + 1 : stop]:
            noted.furniture = True
        taken = stop - 1
    return found


def _call_behind(lines: list[Line], i: int) -> Line | None:
    """The marks of footnotes that end a paragraph, as a line of their own; None where none do."""
    match = _LAST_CALL.search(lines[i].text)
    if match is None or (i + 1 < len(lines) and lines[i + 1].soft):
        return None
    return lines[i].cut_off(match.start(), furniture=True)


def _cut_out(line: Line, aside: re.Match[str], found: list[Line]) -> Line:
    """Put what stands before an aside among the lines, and the aside; what is behind is left."""
    begin, end = aside.start("aside"), aside.end()
    note = line
    if begin:
        note = line.cut_off(begin)
        found.append(line)
    behind = note.cut_off(end - begin)
    note.furniture = True
    found.append(note)
    return behind


def _aside_within(text: str, words: NoteWords) -> re.Match[str] | None:
    """The first aside between the words of two provisions that run on in one line."""
    if "[" not in text or len(text) < _SHORTEST_RUN_ON:
        return None
    for match in _WITHIN.finditer(text):
        aside = match["aside"]
        if (
            words.history.match(aside)
            or words.marginal_reference.fullmatch(aside)
            or is_aside(aside, words)
        ):
            return match
    return None


def _may_go_on(aside: str, below: Line, words: NoteWords) -> bool:
    """Whether what could be an aside could also stand in a sentence that goes on below it."""
    if not below.soft or aside[-1] in ".]":
        return False
    return not _begin_with(words.changing, _spoken(aside))


def _end_of_bracket(lines: list[Line], i: int) -> tuple[int, str]:
    """The line behind the bracket that ends line ``i``, or that it leaves open, and their text."""
    text = lines[i].text
    if text.endswith(_CLOSED):
        return i + 1, text
    for opening, closing in (("(", ")"), ("[", "]")):
        if text.rfind(opening) > text.rfind(closing):
            for stop in range(i + 1, min(i + _MAX_WRAPPED, len(lines))):
                if lines[stop].gap:
                    break
                text = f"{text} {lines[stop].text}"
                if closing in lines[stop].text:
                    return (stop + 1, text) if text.endswith(_CLOSED) else (i, text)
    return i, text


def _aside_behind(text: str, within: int, words: NoteWords) -> int:
    """Where an aside begins behind the last stop of a line; 0 where none does."""
    for stop in _STOP.finditer(text, max(1, within - _MAX_BEHIND)):
        at = stop.end()
        inner = enclosed(text[at:]) if at < within else ""
        if inner and not _LABEL.match(inner) and _SURE.search(inner):
            told = _none_is_left(_spoken(inner), words)
            return at if told and len(_SENTENCE.findall(text, 0, at)) > 1 else 0
    return 0


def is_bare_history(text: str, words: NoteWords) -> bool:
    """Whether a paragraph without brackets is the history of what stands above it."""
    if words.chapter_history.match(text):
        return _all_cite(_spoken(text), words)
    return bool(words.told_history.fullmatch(text))


def _spoken(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _none_is_left(spoken: list[str], words: NoteWords) -> bool:
    """Whether words only cite, and do not begin with the repeal that is left of a provision."""
    return _all_cite(spoken, words) and not _begin_with(words.repealing, spoken)


def _begin_with(kind: frozenset[str], spoken: list[str]) -> bool:
    return bool(spoken) and spoken[0] in kind


def _all_cite(spoken: list[str], words: NoteWords) -> bool:
    return all(word in words.citing or _ROMAN.fullmatch(word) for word in spoken)
