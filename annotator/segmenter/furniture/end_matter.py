"""What stands behind a law and is none of it: explanatory and end notes, dates, signatures."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.segmenter.lines.headings import goes_on_from_above
from annotator.segmenter.lines.lines import Line
from annotator.segmenter.lines.openers import SUPPLEMENT, Skeleton

_NUMBER = expression(r"(\d{1,4})[A-Z]{0,2}(?:[.\s(—–-]|$)")
_DECIMAL = expression(r"\d{1,4}\.\d")
_SUBDIVISION = expression(r"\((?:[2-9]|\d\d|\d+(?:\.\d+|[A-Z]))\)\s")
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
_MAX_TITLE = 100
#: A note that leads in a former wording fills no more lines.
_MAX_NOTE = 6
_LABELLED = expression(r"(\(\d{1,3}\)|\d{1,4}(?:\.\d{1,3})*)")
#: The name of a schedule, alone in its line.
_SCHEDULE = expression(r"[A-Za-z]+(?: (?:\d{1,3}|[IVXLC]+|[A-Z]))?\W*")
#: So many lines of what stands below a list of amendments may bind, as former wordings do.
_MOST_BINDING = 3
#: The mark of a footnote at the head of a line.
_MARKED = expression(r"\[\d{1,3}\]|[*†‡¹²³⁴-⁹]")
#: What stands between the law's last words and the end fills no more lines.
_MAX_CLOSING = 60
#: No more paragraphs are signatures.
_MAX_SIGNATURES = 20
#: What a database knows of a law, and the fewest that it prints.
_FIELD = expression(r"[A-Z][\w ’'/-]{2,40}\s?[:：]\s?[^\s;][^;]{0,90}(?<![.;,:])")
_FEWEST_FIELDS = 4
#: So many numbers of the law may be left out below a title that stands at each of its sections.
_MOST_LEFT_OUT = 5
#: What parts the columns in which signatures stand.
_COLUMN = expression(r"\s{3,}|\t")
#: The marks of emphasis that a converter leaves.
_EMPHASIS = "*_ "
#: The names and places among signatures fill no more lines, and no line has more letters.
_MAX_NAMES, _MAX_NAME, _MAX_PLACE = 3, 60, 24


def mark_end_matter(lines: list[Line], words: StructureWords) -> None:
    """Set ``furniture`` on notes and tables behind the law, up to the end or to another law.

    What an editor or a government explains before the law is marked too, where it has such a title;
    and what provisions said before they were amended, below the note that leads it in.
    """
    last_number, stated = 0, False
    i = 0
    while i < len(lines):
        line = lines[i]
        noted = line.furniture or (i > 0 and lines[i - 1].furniture)
        if noted and line.text[-1] == ":" and _leads_in_former(lines, i, last_number, words):
            for below in lines[i:]:
                below.furniture = True
            return
        if line.furniture or line.quoted:
            i += 1
            continue
        number = _number(line.text, words)
        if number:
            last_number = int(number[1])
        elif len(line.text) < _MAX_TITLE:
            stop = _end_below_title(lines, i, last_number, words)
            if not stated and stop == len(lines):
                stop = i  # only contents stand above: what is below is the law
            for below in lines[i:stop]:
                below.furniture = True
            i = max(i, stop - 1)
        stated = stated or bool(last_number and words.finite.search(line.text))
        i += 1


def _end_below_title(lines: list[Line], i: int, last_number: int, words: StructureWords) -> int:
    """The line behind what stands under the title in line ``i``; ``i`` where it titles nothing."""
    notes = words.end.title.fullmatch(lines[i].text)
    if not notes and not _titles_amendments(lines, i, words):
        return i
    stop = _end_of_notes(lines, i, last_number, words)
    return stop if notes else _end_of_amendments(lines, i, stop, last_number, words)


def _opens_attachment(text: str, words: StructureWords) -> bool:
    """Whether a line begins with "Schedule", or the like."""
    return text[0].isupper() and text.split(maxsplit=1)[0].casefold() in words.attachments


def _titles_amendments(lines: list[Line], i: int, words: StructureWords) -> bool:
    """Whether line ``i`` is the title of a list of the amendments made to the law, or of sources.

    A chapter, an article or a schedule of the law may bear such a title too, and what an editor
    puts before the law.
    """
    text, below = lines[i].text, len(lines) - i - 1
    if not text[0].isupper() or text[-1] in ";,":
        return False
    if words.end.amendments.fullmatch(text):
        before = 2 * i < len(lines) and _binding(lines[i:], words) > _MOST_BINDING
        return not before and not _stands_under_opener(lines, i, words)
    if not 0 < below <= _MAX_CLOSING or not words.end.doubtful_title.fullmatch(text):
        return False
    rest = lines[i + 1 :]
    if not words.end.compiles.match(rest[0].text):
        cited = rest[0].furniture or words.end.cites.match(rest[0].text)
        if not cited or words.finite.search(rest[0].text):
            return False
    if _binding(rest, words):
        return False
    return not any(_opens_attachment(line.text, words) for line in lines[:i])


def _binding(lines: list[Line], words: StructureWords) -> int:
    """How many lines say what only a law says."""
    return sum(1 for line in lines if words.end.binds.search(line.text))


def _stands_under_opener(lines: list[Line], i: int, words: StructureWords) -> bool:
    """Whether a title is that of the article, chapter or schedule whose number stands above it."""
    for line in lines[max(0, i - 2) : i]:
        number = _number(line.text, words)
        if number and not line.text[number.end() :].strip(" .:—–-"):
            return True
        first = line.text.split(maxsplit=1)[0].casefold().rstrip(".:")
        if len(line.text) < _MAX_TITLE and (
            first in words.attachments or first in words.containers
        ):
            return True
    return False


def _leads_in_former(lines: list[Line], i: int, last_number: int, words: StructureWords) -> bool:
    """Whether a note leads in what a provision said before, and no law stands below it.

    The numbers below it are those of which it speaks, or stand in an article of which it does.
    """
    first = i
    while first and lines[first - 1].furniture and not lines[first].gap and i - first < _MAX_NOTE:
        first -= 1
    said = " ".join(line.text for line in lines[first : i + 1])
    if not words.end.former.search(said):
        return False
    spoken_of = called = False
    for line in lines[i + 1 :]:
        if line.furniture:
            said = f"{said} {line.text}"  # the next note
            continue
        if line.page_break or _opens_attachment(line.text, words):
            return False
        number = _number(line.text, words)
        if number and int(number[1]) == last_number + 1:
            return False
        label = _LABELLED.match(line.text) or number
        if label is None:
            continue
        named = re.search(rf"(?<![\w.]){re.escape(label[1])}(?![\w])", said) is not None
        called = called or (named and not line.text.startswith(label[1]))
        if not (named or called):
            return False  # a page ends with the note, and the law goes on
        spoken_of = True
    return spoken_of


def _number(text: str, words: StructureWords) -> re.Match[str] | None:
    """The number that a line bears at its head, behind "Article" too."""
    if text[0].isdigit():
        return _NUMBER.match(text)
    return _called(words).match(text) if text[0].isupper() or text[0] == "§" else None


@cache
def _called(words: StructureWords) -> re.Pattern[str]:
    units = "|".join(map(re.escape, words.units))
    return expression(rf"(?:{units})\s*[(-]?\s?(\d{{1,4}})(?=[^\w,;]|$)(?!\s[a-z])")


def _end_of_notes(lines: list[Line], title: int, last_number: int, words: StructureWords) -> int:
    """The line behind what stands under a title of end matter; the title's own where none does."""
    if title + 1 < len(lines) and _SUBDIVISION.match(lines[title + 1].text):
        return title  # a subsection stands below: the title is its heading
    # Where a footnote stands below, numbers are those of what it quotes.
    continues = not (title + 1 < len(lines) and _MARKED.match(lines[title + 1].text))
    for i in range(title + 1, len(lines)):
        text = lines[i].text
        if words.end.enacts.match(text):
            return i
        number = _number(text, words) if continues else None
        if number:
            decimal = text.startswith(f"{last_number}.") and _DECIMAL.match(text)
            ahead = int(number[1]) - last_number
            if last_number and 0 < ahead <= _MOST_LEFT_OUT and _comes_again(lines, title):
                return title + 1  # of a page that has it below each section
            if last_number and (decimal or ahead == 1):
                return title  # the law's own numbers go on: the title is a heading
            continues = False
    return len(lines) if last_number else title


def _comes_again(lines: list[Line], title: int) -> bool:
    """Whether a title stands again below, as no title of what ends a law does."""
    return any(line.text == lines[title].text for line in lines[title + 1 :])


def _end_of_amendments(
    lines: list[Line], title: int, stop: int, last_number: int, words: StructureWords
) -> int:
    """The line above ``stop`` at which the law goes on below a list of its amendments.

    That is the title's own, where the law's next article stands below it, or a schedule's.
    """
    for i in range(title + 1, stop):
        text = lines[i].text
        called = _called(words).match(text) if text[0].isupper() else None
        if called and int(called[1]) == last_number + 1:
            return title
        if _SCHEDULE.fullmatch(text) and _opens_attachment(text, words):
            name = text.casefold()
            if not any(line.text.casefold() == name for line in lines[:title]):
                return i
    return stop


def mark_signatures(lines: list[Line], skeleton: Skeleton, words: StructureWords) -> None:
    """Set ``furniture`` on dates and signatures at the end of the law and of each schedule."""
    openers = sorted([*(u.line for u in skeleton.units), *(c.line for c in skeleton.containers)])
    if not openers:
        return
    attached = [c for c in skeleton.containers if c.element == "att"]
    ends = [c.line for c in attached]
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
        _mark_signatures_above(lines, opener, closing, words, signed=closing < end)


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
    lines: list[Line], floor: int, end: int, words: StructureWords, *, signed: bool
) -> None:
    """Mark the names and offices above a line; ``signed`` where what closes a law begins there."""
    first = top = end = _fields(lines, floor, end, words)
    names = 0
    for _ in range(_MAX_SIGNATURES):
        above = _paragraph_above(lines, top, floor, words)
        if above is None:
            break
        said = " ".join(line.text for line in lines[above:top] if not line.furniture)
        text = " ".join(said.split()).strip(_EMPHASIS)
        if not text:  # signs of emphasis alone
            break
        office = _is_office(text, words) or _are_offices(said, words)
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
    for line in lines[first:end]:
        line.furniture = True


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
    """Whether a line is offices beside one another, each in a column of its own."""
    columns = _COLUMN.split(said.strip(_EMPHASIS))
    return len(columns) > 1 and all(_is_office(column, words) for column in columns)


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
