"""Dates and signatures at the end of a law and of each of its schedules."""

from __future__ import annotations

import re
from bisect import bisect_left

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.segmenter.lines.headings import goes_on_from_above, leads_in_list
from annotator.segmenter.lines.lines import Line
from annotator.segmenter.lines.openers import SUPPLEMENT, Skeleton

_LABEL = expression(r"\(?\w{1,4}[.)]\s")
#: A name behind its initials, which look like the labels of items: "J. F. SMITH".
_INITIALLED = expression(r"(?:[A-Z]\.[\s-]?){1,3}[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?,?")
#: The same with an office behind it.
_IN_OFFICE = expression(
    r"(?:[A-Z]\.\s?){2,3}[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?, [A-Z][^;:]{2,90}|"
    r"[A-Z]\.[\s-]?[A-Z]{3,}(?:\s[A-Z]{2,})?, (?:[A-Z][\w.]{1,14} ?){1,4}"
)
#: A name behind a title: "DR. R. SMITH,".
_TITLED = expression(r"(?:Dr|DR|Mr|Mrs|Ms|Md|Hon|Sir|Prof|Eng|Gen|Capt|Col|Adv)\b\.? ?[A-Z]")
#: A surname in capitals, behind which a full stop may stand: "Driss JETTOU."
_SURNAME = expression(r"(?:^|\s)[^\W\d_a-z]{3,}\.$")
#: Where an office is, with the full stop that ends a signature: "Singapore."
_PLACE = expression(r"[A-Z][a-z]{2,20}\.")
#: What stands between the law's last words and the end fills no more lines.
_MAX_CLOSING = 60
#: No more paragraphs are signatures.
_MAX_SIGNATURES = 20
#: What a database knows of a law, and the fewest that it prints.
_FIELD = expression(r"[A-Z][\w ’'/-]{2,40}\s?[:：]\s?[^\s;][^;]{0,90}(?<![.;,:])")
_FEWEST_FIELDS = 4
#: What parts the columns in which signatures stand.
_COLUMN = expression(r"\s{3,}|\t")
#: The marks of emphasis that a converter leaves.
_EMPHASIS = "*_ "
#: A schedule and its title.
_TITLED_LINES = 2
#: The names and places among signatures fill no more lines, and no line has more letters.
_MAX_NAMES, _MAX_NAME, _MAX_PLACE = 3, 60, 24


def mark_signatures(lines: list[Line], skeleton: Skeleton, words: StructureWords) -> None:
    """Set ``furniture`` on dates and signatures at the end of the law and of each schedule."""
    openers = sorted([*(u.line for u in skeleton.units), *(c.line for c in skeleton.containers)])
    if not openers:
        return
    attached = [c for c in skeleton.containers if c.element == "att"]
    ends = [c.line for c in attached]
    heads = frozenset(ends)
    # The closing provisions of a law are none of its schedules.
    schedule = next((c.line for c in attached if c.word != SUPPLEMENT), len(lines))
    behind = len(lines)
    while lines[behind - 1].furniture:  # notes behind the law hide no signatures above them
        behind -= 1
    for end in [*(end for end in ends if end < behind), behind]:
        before = bisect_left(openers, end)
        if not before:
            continue
        opener = openers[before - 1]
        formula = words.end.closes if opener < schedule else words.end.passed
        closing = _closing(lines, opener, end, formula, words)
        for line in lines[closing:end]:
            line.furniture = True
        _mark_signatures_above(
            lines, opener, closing, words, signed=closing < end, whole=opener in heads
        )


def _closing(
    lines: list[Line], opener: int, end: int, formula: re.Pattern[str], words: StructureWords
) -> int:
    """The line behind the law's last words, where a set formula opens what is none of it.

    In a schedule most such words may be those of a form, but not what a house certifies.
    """
    for i in range(max(opener + 1, end - _MAX_CLOSING), end):
        line = lines[i]
        text = line.text.lstrip(_EMPHASIS)
        if line.furniture or line.quoted or line.soft or not formula.match(text):
            continue
        if i == opener + 1 and lines[opener].text.count(" ") < 2:
            continue  # "Article 9" above "Let it be published and filed."
        if text[:1].islower() or words.end.binds.search(line.text):
            continue
        below = (lines[k].text for k in range(i + 1, end) if not lines[k].furniture)
        return end if any(words.end.binds.search(text) for text in below) else i
    return end


def _mark_signatures_above(
    lines: list[Line], floor: int, end: int, words: StructureWords, *, signed: bool, whole: bool
) -> None:
    """Mark the names and offices above a line.

    ``signed`` where what closes a law begins there; ``whole`` where the floor is the head of a
    schedule, which holds more than them, and no formula closes it.
    """
    first = top = end = _fields(lines, floor, end, words)
    names = 0
    offices: dict[int, bool] = {}
    for _ in range(_MAX_SIGNATURES):
        above = _paragraph_above(lines, top, floor, words)
        if above is None:
            break
        said = " ".join(line.text for line in lines[above:top] if not line.furniture)
        text = " ".join(said.split()).strip(_EMPHASIS)
        if not text:  # signs of emphasis alone
            break
        office = _is_office(text, words) or _are_offices(said, words)
        offices[above] = office and not any(map(str.isdigit, text))  # no date
        if office or _attests(text, words):
            first, names, signed = above, 0, office
        elif names == _MAX_NAMES or not _is_name(text, words):
            break
        elif signed and top == first and not _PLACE.fullmatch(text):  # the name over an office
            if top < end or text.isupper() or lines[above].gap:
                first, signed = above, False
            else:
                names += 1
        else:
            names += 1
        top = above
    if whole and first - floor <= _TITLED_LINES:
        capitals = all(line.text.isupper() for line in lines[first:end])
        if capitals or _is_list([office for at, office in offices.items() if at >= first]):
            return  # a schedule of names and offices
    for line in lines[_behind_the_words(lines, first, end, floor, words) : end]:
        line.furniture = True


def _is_list(offices: list[bool]) -> bool:
    """Whether paragraphs, from the last on, are offices and no more than one, their title, is not.

    Of those who sign, a name stands with each office, or a date.
    """
    return sum(offices) > 1 and all(offices[:-1])


def _behind_the_words(
    lines: list[Line], first: int, end: int, floor: int, words: StructureWords
) -> int:
    """Where what was read as signatures from line ``first`` begins in truth; ``end`` if nowhere.

    Names and offices below words that lead in a list are that list, up to a blank line.
    """
    above = next((k for k in range(first - 1, floor - 1, -1) if not lines[k].furniture), floor)
    if first >= end or not leads_in_list(lines[above].text, words):
        return first
    return next((i for i in range(first + 1, end) if lines[i].gap), end)


def _fields(lines: list[Line], floor: int, end: int, words: StructureWords) -> int:
    """The line in which the fields begin that a database prints below a law: "Status: in force".

    They are marked; ``end`` where there are none.
    """
    begin, fields = end, 0
    for i in range(end - 1, floor, -1):
        text = lines[i].text
        is_field = _FIELD.fullmatch(text) is not None and not words.finite.search(text)
        if not is_field and (fields or len(text) > _MAX_NAME or not _is_name(text, words)):
            break
        fields += is_field
        begin = i
    if fields < _FEWEST_FIELDS:
        return end
    for line in lines[begin:end]:
        line.furniture = True
    return begin


def _paragraph_above(lines: list[Line], end: int, floor: int, words: StructureWords) -> int | None:
    """The first line of the paragraph that ends above line ``end``; None at the floor."""
    last = end - 1
    while last > floor and lines[last].furniture:
        last -= 1
    first = last
    while (
        first > floor
        and (lines[first].soft or goes_on_from_above(lines, first, words))
        and not _ends_sentence(lines[first - 1])
    ):
        first -= 1
    return first if first > floor else None


def _ends_sentence(line: Line) -> bool:
    """Whether a full stop, or the like, ends the line."""
    return line.text[-1] in ".;:"


def _is_office(text: str, words: StructureWords) -> bool:
    """Whether a paragraph is an office, a date or the like, as they stand below a law."""
    if words.finite.search(text):  # "The Minister of Ports may charge a fee."
        return False
    return bool(words.end.signature.fullmatch(text) or _IN_OFFICE.fullmatch(text))


def _are_offices(said: str, words: StructureWords) -> bool:
    """Whether a line is offices beside one another, each in a column, or beside names or places."""
    columns = _COLUMN.split(said.strip(_EMPHASIS))
    offices = [_is_office(column, words) for column in columns]
    others = (column for column, office in zip(columns, offices, strict=True) if not office)
    return len(columns) > 1 and any(offices) and all(_is_name(one, words) for one in others)


def _attests(text: str, words: StructureWords) -> bool:
    return not text[0].islower() and bool(words.end.attests.match(text))


def _is_name(text: str, words: StructureWords) -> bool:
    """Whether the line could be a name, a place or the like among signatures."""
    if _INITIALLED.fullmatch(text) and not words.finite.search(text):
        return True
    if text[-1] == "," and (text.isupper() or _TITLED.match(text)):
        return len(text) <= _MAX_NAME
    if text[-1] == "," and len(text) <= _MAX_PLACE:  # "St Andrew’s House,"
        return text[0].isupper() and not words.finite.search(text) and not _LABEL.match(text)
    if text[-1] == "." and text.count(" ") < 5 and _SURNAME.search(text):
        text = text[:-1]
    if _PLACE.fullmatch(text) and not words.repealed.match(text):
        return True
    if len(text) > _MAX_NAME or text[-1] in ".;:—," or _LABEL.match(text):
        return False
    return text[0].isupper() and not words.finite.search(text)
