"""What opens sections and parts in running text, and the headings over them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.numbering import BEHIND_FIRST_DIGIT, BOOK, UNIT_NUMBER
from annotator.segmenter.lines.headings import looks_like_heading
from annotator.segmenter.lines.openers import ROMAN, written_numbers

LONGEST_TITLE = 110
SENTENCE_END = '.;:”")]!?—'
_LAST_SENTENCE = expression(r"[.;:”\")\]—]\s+(?=\S)")


class RunOnPatterns(NamedTuple):
    """What opens sections and parts. ``number`` begins with a digit, and so is found fast; what
    stands before that is looked for in ``before``, where ``ends`` allow it."""

    opener: re.Pattern[str]
    initials: frozenset[str]
    number: re.Pattern[str]
    before: re.Pattern[str]
    #: A number between brackets behind its word, as translations from Arabic have: "Article (1)".
    bracketed: re.Pattern[str]
    bracket_signs: tuple[str, ...]
    ends: tuple[str, ...]
    head: re.Pattern[str]


@cache
def run_on_patterns(words: StructureWords) -> RunOnPatterns:
    """The patterns for a language's words."""
    units = "|".join(map(re.escape, words.units))
    parts = "|".join(f"{word.upper()}|{word.capitalize()}" for word in words.containers)
    written = written_numbers(words, str.capitalize)
    attachments = "|".join(f"{word.upper()}|{word.capitalize()}" for word in words.attachments)
    capitals = "|".join(word.upper() for word in words.attachments)
    number = rf"\s+(?!1\.\s[A-Z][a-z])(?:{ROMAN}|\d{{1,3}}|[A-Z])\b"
    behind = (
        r"(?P<mark>\s?\.\s?[—–-]{0,2}|\s?[:—–]|\s?-(?=\s)|)\s{0,3}"
        r"(?=[A-Z(“\"‘\[]|[1a][.)/-]\s[A-Z])"
    )
    return RunOnPatterns(
        opener=expression(rf"(?:(?:{units})\s?)?(?P<number>{UNIT_NUMBER}){behind}"),
        initials=frozenset({"L", "R", "D", *(unit[0] for unit in words.units)}),
        # nothing that begins behind a bracket, as labels do, or another digit
        number=expression(rf"(?P<number>\d(?<![(\d]\d){BEHIND_FIRST_DIGIT}){behind}"),
        before=expression(rf"(?<![^\s—\]])(?:(?P<word>{units})\s?)?(?P<code>{BOOK})?\Z"),
        bracketed=expression(
            rf"(?<![^\s—\]])(?P<word>{units})\s?\(\s?(?P<number>\d{{1,3}})\s?\){behind}"
        ),
        bracket_signs=tuple(
            f"{word} (" for word, called in words.units.items() if called == "Article"
        ),
        ends=(*words.units, "L", "R", "D", "L.", "R.", "D."),
        head=expression(
            rf"(?<![^\s—\]])(?:(?P<attached>(?:{written})\s+(?:{attachments})\b"
            rf"|(?:{capitals})\b(?:{number}|(?=\s+1\.\s[A-Z][a-z])|(?=\s*[\[(A-Z])|$)"
            rf"|(?:{attachments})(?=\s*[\[(](?:{units})))"
            rf"|(?:{parts})(?:{number}|\s+(?:{written})\b)(?!,?\s+[a-z]))"
        ),
    )


def heading_before(text: str, start: int, words: StructureWords) -> int | None:
    """Where the heading begins that stands before a section's number, if one does."""
    first = max(0, start - LONGEST_TITLE)
    before = text[first:start].rstrip()
    if not before or before[-1] in SENTENCE_END:
        return None
    ends = list(_LAST_SENTENCE.finditer(before))
    if not ends and first:
        return None
    begin = ends[-1].end() if ends else 0
    return first + begin if looks_like_heading(before[begin:], words) else None
