"""Parts, chapters, divisions, schedules and annexes: the lines that open them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from annotator.eids import ELEMENTS
from annotator.expressions import expression
from annotator.lang.structure_words import Rare, StructureWords
from annotator.segmenter.lines.headings import has_verb
from annotator.segmenter.lines.lines import Line, ends_paragraph
from annotator.segmenter.lines.marks import EDIT, EDIT_INITIALS
from annotator.segmenter.lines.openers import ROMAN, Container, written_numbers

#: What laws are themselves called in a statute book.
_OF_STATUTE_BOOKS = (ELEMENTS["Chapter"], ELEMENTS["Title"])
_SENTENCE = expression(r"[a-z]\. [A-Z][a-z]* [a-z]")
_ORDINAL = expression(r"\d{1,2}[a-zA-Z]{2}\s")


class _ContainerPatterns(NamedTuple):
    """The heads of parts and schedules in one language, and the letters with which they begin."""

    container: Rare
    attachment: Rare
    initials: set[str]


@cache
def _patterns(words: StructureWords) -> _ContainerPatterns:
    glued = r"(?=(?-i:[A-Z][a-z]))"  # to its title: "PART 1Fees"
    number = rf"{ROMAN}\b|\d{{1,3}}(?:\.\d+)*(?:[A-Z]{{0,2}}\b|{glued})|[A-Z]\b(?!\. ?\d)"
    written = written_numbers(words)
    only = "|".join(words.only)
    containers, attachments = "|".join(words.containers), "|".join(words.attachments)
    heads = (*words.containers, *words.attachments, words.the)
    initials = {letter for head in heads for letter in (head[0], head[0].upper())}
    initials |= {word[0].upper() for word in (*words.ordinals, *words.only)}
    initials |= set("123456789")
    return _ContainerPatterns(
        container=Rare(
            expression(
                rf"{EDIT}(?:(?:{words.the}\s+)?(?P<ordinal>{written}|\d{{1,2}}(?:ST|ND|RD|TH)|{only})"
                rf"\s+(?P<last>{containers})\b|"
                rf"(?P<word>{containers})(?::\s*|\s+)(?:{words.the}\s+|no\.?\s?)?"
                rf"(?P<number>{number}|(?:{written})\b))(?P<rest>.*)",
                re.IGNORECASE,
            ),
            signs=tuple(words.containers),
        ),
        attachment=Rare(
            expression(
                rf"{EDIT}(?:(?:{words.the}\s+)?"
                rf"(?:(?P<ordinal>{written}|\d{{1,2}}(?:ST|ND|RD|TH))\s+)?(?P<word>{attachments}))"
                rf"(?:\s+(?:no\.?\s?)?(?P<number>{number}|(?:{written})\b)|\s?[—–-]\s?"
                rf"(?:{words.the}\s+)?(?P<again>{written})\s+(?P=word)\b)?(?P<rest>.*)",
                re.IGNORECASE,
            ),
            signs=tuple(words.attachments),
        ),
        initials=initials | set(EDIT_INITIALS),
    )


def find_containers(lines: list[Line], words: StructureWords) -> list[Container]:
    """Every line that opens a part, chapter, division, schedule or annex."""
    found = [c for i in range(len(lines)) if (c := _container(lines, i, words))]
    number_sections = {c.line for c in found if words.subdivided.match(lines[c.line].text)}
    if number_sections and _has_others(lines, words):
        return [c for c in found if c.line not in number_sections]
    return found


def _has_others(lines: list[Line], words: StructureWords) -> bool:
    """Whether what numbers a part of a section opens lines that can open no part of the law."""
    return any(
        _container(lines, i, words) is None and words.subdivided.match(line.text)
        for i, line in enumerate(lines)
        if line.text[0] == "S"
    )


def is_note_of_an_attachment(text: str, words: StructureWords) -> bool:
    """Whether a line says to what a schedule belongs: "(section 4)", "to Act No. 5"."""
    if text[0] in "([" and text[-1] in ")]":
        return len(text) < 60
    if text[0] == "t" and words.headings.annexed_to.fullmatch(text):
        return not words.finite.search(text)
    if len(text) >= 20:
        return False
    noted = words.headings.note_of_a_schedule.fullmatch(text)
    named = text.startswith(tuple(words.units)) and any(map(str.isdigit, text))
    return bool(noted) or named


def without_own_number(containers: list[Container], first: int) -> list[Container]:
    """The containers without the law's own number in a statute book: ``CHAPTER 173``.

    ``first`` is the line of its section 1. A chapter above it and above all parts that is not the
    first, and has no other beside it, is none of the law.
    """
    numbers: dict[str, set[str]] = {}
    for container in containers:
        numbers.setdefault(container.element, set()).add(container.number.upper())
    alone = {
        element for element, those in numbers.items()
        if element in _OF_STATUTE_BOOKS and len(those) == 1 and not those & {"1", "I", "A"}
    }  # fmt: skip
    own = itertools.takewhile(lambda c: c.line < first and c.element in alone, containers)
    return containers[sum(1 for _ in own) :]


def is_appended_form(lines: list[Line], form: Container, words: StructureWords) -> bool:
    """Whether a form stands behind a law without a schedule, and says to what it belongs below it.

    ``FORM A`` above ``[See rule 3]``.
    """
    below = lines[form.line + 1].text if form.line + 1 < len(lines) else ""
    return form.printed.isupper() and bool(words.headings.note_of_a_form.fullmatch(below))


def attached_form(container: Container) -> Container:
    """A form that stands behind a law by itself, as a schedule; any other container as it is."""
    if container.element != ELEMENTS["Form"]:
        return container
    return container._replace(word="Appendix", element="att")


def _container(lines: list[Line], i: int, words: StructureWords) -> Container | None:
    line, patterns = lines[i], _patterns(words)
    if (
        line.text[0] not in patterns.initials
        or (line.text[0].isdigit() and not _ORDINAL.match(line.text))
        or line.furniture
        or line.quoted
        or len(line.text) > 200
    ):
        return None
    match = patterns.container.match(line.text)
    told = match and match["rest"][-1:] == "." and has_verb(match["rest"], words)
    if (
        match
        and not told
        and _own_line(lines, i, words)
        and _can_stand_behind(match["rest"], words)
    ):
        printed, number = match["word"] or match["last"], match["number"] or match["ordinal"]
        end = match.start("rest") if _is_title(match["rest"]) else len(line.text)
        word = _called(printed, words.containers)
        return Container(i, word, printed, _in_figures(number, words), ELEMENTS[word], end)
    match = patterns.attachment.match(line.text)
    noted = match and words.headings.note_of_a_schedule.fullmatch(match["rest"].strip())
    annexed = match and _is_annexed(lines, i, match["rest"].strip(), words)
    titled = match and (noted or annexed or _is_title(match["rest"], attachment=True))
    if match and titled and _own_line(lines, i, words):
        number = match["number"] or match["ordinal"] or match["again"] or ""
        dashed = match["rest"].lstrip()[:1] in ("—", "–", ":")
        lone = match["word"].isupper() or dashed or line.gap or _stands_alone(lines, i)
        if not number and (not (lone or annexed) or match["word"].lower() in words.only_numbered):
            return None
        glued = not number and match["rest"][:1].isalpha()  # "SCHEDULES" over them all
        if glued or _is_entry(lines, i, match) or _goes_on_below(lines, i):
            return None
        word, number = _called(match["word"], words.attachments), _in_figures(number, words)
        return Container(i, word, match["word"], number, "att", match.start("rest"))
    return None


def _is_annexed(lines: list[Line], i: int, rest: str, words: StructureWords) -> bool:
    """Whether the name of a schedule says to which law it is one, on its line or the next.

    It then stands behind the end of the law's words, as no reference does.
    """
    if (i and not lines[i].gap and lines[i - 1].text[-1] in ",:") or lines[i].soft:
        return False
    said = rest or (lines[i + 1].text if i + 1 < len(lines) else "")
    annexed = words.headings.annexed_to.fullmatch(said)
    return annexed is not None and not words.finite.search(said) and said[-1] != ","


def _can_stand_behind(rest: str, words: StructureWords) -> bool:
    """Whether what follows "Form 2" on its line is its title, or says to what it belongs."""
    return _is_title(rest) or bool(words.headings.note_of_a_schedule.fullmatch(_bare(rest)))


def _bare(rest: str) -> str:
    """What stands between the brackets around words: "r. 3(2)" of " (r. 3(2))"."""
    rest = rest.strip(" \t.:")
    return rest[1:-1].strip() if rest[:1] in "([" and rest[-1:] in ")]" else ""


def _is_entry(lines: list[Line], i: int, match: re.Match[str]) -> bool:
    """Whether "Schedule 4." is an entry of a table, among others that end with a full stop too."""
    line = lines[i]
    if line.gap or line.page_break or match["rest"].strip() != "." or match["word"].isupper():
        return False
    beside = [lines[k].text for k in (i - 1, i + 1) if 0 <= k < len(lines)]
    return all(text[-1] == "." for text in beside)


def _goes_on_below(lines: list[Line], i: int) -> bool:
    """Whether "Schedule 2 (fees)" is the first line of a sentence: "shall have effect" is below."""
    below = lines[i + 1] if i + 1 < len(lines) else None
    return lines[i].text[-1] == ")" and below is not None and below.soft and below.text[0].islower()


def _stands_alone(lines: list[Line], i: int) -> bool:
    """Whether a line of one word stands between the end of a sentence and what a capital opens."""
    below = lines[i + 1].text if i + 1 < len(lines) else ""
    alone = i > 0 and " " not in lines[i].text.rstrip(" .:") and not below[:1].islower()
    return alone and lines[i - 1].text[-1] == "."


def _in_figures(number: str, words: StructureWords) -> str:
    """The number of a part or schedule in figures, where it is printed in words: FIRST, 2nd."""
    if re.fullmatch(r"\d+(?:st|nd|rd|th)", number, re.IGNORECASE):
        return number[:-2]
    value = 1 if number.lower() in words.only else words.ordinals.get(number.upper())
    return number if value is None else str(value)


def _called(printed: str, table: Mapping[str, str]) -> str:
    """What the tree calls a container, however its word is printed."""
    for word, called in table.items():
        if re.fullmatch(word, printed, re.IGNORECASE):
            return called
    return printed


def _is_title(rest: str, attachment: bool = False) -> bool:
    """Whether what follows "Part 2" on its line can be a title, or nothing."""
    if rest[-1:] == "." and _SENTENCE.search(rest):  # "Subdivision 1. Fees. A fee is due."
        return False
    rest = rest.strip(" \t.:*")
    if not rest:
        return True
    if attachment and rest[0] in "([":
        end = _end_of_brackets(rest)  # no sentence: "Schedule 2 (fees) has effect"
        return 0 < end <= 80 and not rest[end:].lstrip(" —–-)")[:1].islower()
    if rest[0] in "—–-":
        rest = rest.lstrip("—–- ")
        return bool(rest) and rest[-1] not in ".;,"
    return rest[0].isupper() and rest[-1] not in ".;,"


def _end_of_brackets(text: str) -> int:
    """Where the brackets end that a text begins with: behind "(sections 5(3) and (4))"; else 0."""
    depth = 0
    for at, letter in enumerate(text):
        depth += (letter in "([") - (letter in ")]")
        if not depth:
            return at + 1
    return 0


def _own_line(lines: list[Line], i: int, words: StructureWords) -> bool:
    return not lines[i].soft or (i > 0 and ends_paragraph(lines[i - 1].text, words))
