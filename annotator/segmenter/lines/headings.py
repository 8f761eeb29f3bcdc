"""Which lines are headings: titles of parts, cross-headings, marginal notes.

A heading is known by its place, above a number or behind it, and by its looks: it begins with a
capital, ends without the punctuation that ends a sentence, and says nothing that a verb would say.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.segmenter.lines.lines import Line
from annotator.segmenter.lines.marks import behind_marks, without_marks
from annotator.segmenter.lines.openers import written_labels
from annotator.segmenter.lines.wrapped_notes import leaves_open

_LABEL = expression(
    r"\(\w{1,5}(?:[.-]\d+)?\)|\w{1,3}[.)/]\s|\w-\s|[–—•·-]\s|\d{1,2}(?:-\d{1,2}|[¹²³])[.)]\s"
    r"|[IVX]{1,5}\s?[–—-]\s(?=[a-z(]|.*[.;]$)|§\s?\d{1,2}[a-z]?[º°.]{0,2}\s(?=.*(?:\.(?:\]\d{0,2})?|>)$)"
)
_NUMBERED_TITLE = expression(r"(?:[IVXLC]{1,6}|[A-Z])\.\s+[A-Z][^.;]*$")
#: A paragraph with the sign of a section.
_SIGNED = expression(r"§\s?\d{1,3}[\w-]{0,4}[º°.]{0,2}\s(?P<left>.+)")
_MAX_LENGTH = 240
_MAX_SMALL = 80
_BRACKETED = expression(r"[(\[](?P<title>[A-Za-z][^()\[\]\d]{2,110})[)\]]\.?")
#: The letter for which a scan takes a capital: "lndemnity", "lf". No word of English begins so.
MISREAD = expression(r"l[b-df-hj-km-np-tv-xz]")
#: A label behind one of them is that of a provision which is quoted.
_QUOTES = frozenset("“‘\"'")
_AMOUNT = expression(r"[$£€]\s?\d")
_CLOSING, _STOPS = ')]”’"', ".;!?"
#: The end of words below which a list stands.
_LEADS_IN = expression(r"[a-z]\s?(?::|:?[—–-]{1,2})$")
#: The number of a footnote behind a stop: "decided by the King.1".
CALL_BEHIND_STOP = expression(r"(?<=[a-z)\]”][.;:])\d{1,3}$")
#: Dots or asterisks in the place of items that a repeal has taken away.
_LEFT_OUT = expression(r"(?:[.…*]\s?){3,}$|…$")
#: The date of a law, above its first section: "[1st January 1950]".
_DATED = expression(r"\[[^\[\]]{0,40}\b\d{4}\W{0,3}\]\W?")
#: A sentence in brackets that calls a note: "[A lamp may be lit.]1)".
_CALLED = expression(r"[a-z][.;]\]\d{1,2}\)$")
#: The end of a definition with its term in the law's other language: "of Transport. (ministre)".
_TRANSLATED = expression(r"[a-z]{2}[.;]\s\([^()]+\)$")


class HeadingLines(NamedTuple):
    """A heading: the lines ``first`` to ``last`` inclusive, and its words on one line."""

    first: int
    last: int
    text: str
    gap_below: bool


def headings_above(
    lines: list[Line],
    opener: int,
    floor: int,
    words: StructureWords,
    known: frozenset[int] = frozenset(),
) -> list[HeadingLines]:
    """The headings directly above line ``opener`` and below line ``floor``, in text order.

    ``known`` are lines that are headings whatever they look like.
    """
    found: list[HeadingLines] = []
    below = opener
    while True:
        last = below - 1
        ended = False
        while last > floor and lines[last].furniture:
            ended = ended or bool(words.notes.chapter_history.match(lines[last].text))
            last -= 1
        if last <= floor or lines[last].quoted:
            break
        first = _paragraph_start(lines, last, floor, words)
        text = words_of(lines, first, last)
        if goes_on_from_above(lines, first, words) or not (
            first in known
            or looks_like_heading(text, words)
            or _is_in_small_letters(lines, first, text, words)
            or (below == opener and _says_that_it_is_repealed(text, lines[opener].text, words))
        ):
            break
        text = _bare(text, words)
        # A section's history stands below its last words: "2016, c. 3, s. 1."
        if text[-1] == "." and (ended or _ends_what_stands_above(lines, first, words)):
            break
        found.append(
            HeadingLines(first, last, text, lines[below].gap if below < len(lines) else True)
        )
        below = first
    return found[::-1]


def words_of(lines: list[Line], first: int, last: int) -> str:
    """The words of some lines on one line, without the marks that an editor set around them."""
    words = " ".join(line.text for line in lines[first : last + 1] if not line.furniture)
    return without_marks(words)


def unbracketed(text: str) -> str:
    """A heading's words without the brackets around them, as Japan and Korea print: ``(Purpose)``.

    >>> unbracketed("(Purpose)")
    'Purpose'
    """
    if text[:1] not in ("(", "["):
        return text
    match = _BRACKETED.fullmatch(text)
    return match["title"] if match else text


def _bare(text: str, words: StructureWords) -> str:
    """A heading's words alone, without brackets or ``Marginal note:`` before them."""
    if label := words.headings.label.match(text):
        text = text[label.end() :] or text
    return unbracketed(text)


def _says_that_it_is_repealed(text: str, opener: str, words: StructureWords) -> bool:
    """Whether "Repealed" alone is the heading of a section that is: "4 [Repealed 2021-3-16.]".

    What is left of one in brackets may have its title before that: "4. [Fees.- Omitted by ...]".
    """
    repealed = words.repealed.match(text)
    if not repealed or text[repealed.end() :].strip(" .)]"):
        return False
    bracket = opener.find("[", 0, 10)
    return bool(words.repealed.search(opener, 0, 40 if bracket < 0 else 240))


def _is_in_small_letters(lines: list[Line], i: int, text: str, words: StructureWords) -> bool:
    """Whether a heading that begins with a small letter stands behind a full stop."""
    if not text or not text[0].islower() or lines[i].soft or len(text) > _MAX_SMALL:
        return False
    above = next((lines[k].text for k in range(i - 1, -1, -1) if not lines[k].furniture), "")
    if above and (above[-1] not in ".:)]" or _LEFT_OUT.search(above)):
        return False  # it goes on with them, over the edge of a page or items that are left out
    opens = words.headings.goes_on.match(text) or words.finite.search(text)
    return not opens and looks_like_heading(f"{text[0].upper()}{text[1:]}", words)


def _paragraph_start(lines: list[Line], last: int, floor: int, words: StructureWords) -> int:
    first = last
    while first - 1 > floor and goes_on_from_above(lines, first, words):
        first -= 1
        while first - 1 > floor and lines[first].furniture:
            first -= 1  # the edge of a page, which parts no paragraph
    return first


def goes_on_from_above(lines: list[Line], i: int, words: StructureWords) -> bool:
    """Whether line ``i`` continues the line above it, by the page's width or by the words."""
    if i == 0 or lines[i].gap:
        return False
    before = i - 1
    while before and lines[before].furniture and (lines[i].soft or not lines[before].gap):
        before -= 1  # the mark of a footnote that has a line of its own, the edge of a page
    above, first = lines[before].text[-14:], lines[i].text[0]
    if not lines[i].soft:
        text = lines[i].text
        return _goes_on_in_capitals(lines[before], text, words) or _is_broken_off(
            text, above, words
        )
    if above[-1] == "," and leaves_open(lines[before].text):  # "(2) [Repealed,"
        return True
    if lines[i].text[-1] == "." and above.rstrip(_CLOSING)[-1:] not in _STOPS:
        return not _TRANSLATED.search(lines[before].text)  # "the Lamps (Oil)", "Act."
    return not (first.isupper() and _ends_sentence(words).search(above))


def _is_broken_off(text: str, above: str, words: StructureWords) -> bool:
    """Whether a line goes on with words that ``above`` is the end of, whatever its width.

    No words end in "of", none in capitals end in a comma, and none begin with a small letter but
    those of an item.
    """
    if text[0] == "(" and above[-1] == "," and text[1:2].islower():
        return not _LABEL.match(text)  # "(whether or not it is lit)."
    if text[0].isupper() or (text[0] == "[" and text[1:2].isupper()):
        if above[-1] == ",":
            return above.isupper() and text.isupper()
        return above[-1].isalpha() and bool(words.headings.unfinished.search(above))
    return text[0].islower() and above[-1] not in ".;:?!" and not _LABEL.match(text)


def _goes_on_in_capitals(above: Line, text: str, words: StructureWords) -> bool:
    """Whether both lines are one heading in capitals: "DRAWING OF WATER", "AFTER DARK".

    Codes whose titles begin so have them below their parts and below one another: "TITLE ONE",
    "OF WELLS", "OF KEEPERS".
    """
    begins = words.headings.goes_on_in_capitals.match
    if not (above.text.isupper() and text.isupper() and above.text[-1].isalpha() and begins(text)):
        return False
    return not ((above.gap and begins(above.text)) or _names_a_part(words).fullmatch(above.text))


@cache
def _names_a_part(words: StructureWords) -> re.Pattern[str]:
    names = "|".join((*words.containers, *words.attachments))
    return expression(rf"(?:{names})\s\S+(?:\s\S+)?|\S+(?:\s\S+)?\s(?:{names})", re.IGNORECASE)


def _ends_what_stands_above(lines: list[Line], i: int, words: StructureWords) -> bool:
    """Whether the words of line ``i``, with their full stop, end a sentence of the line above."""
    above = lines[i - 1]
    if i == 0 or lines[i].gap or above.furniture or above.heading:
        return False
    if above.text[-1] == ",":
        return True
    if above.text[-1] == ")" and i > 1 and goes_on_from_above(lines, i - 1, words):
        return True
    if not above.text[-1].isalnum():
        return False
    said = words.finite.search(above.text) or words.states.search(above.text)
    return bool(said) or not looks_like_heading(above.text, words)


@cache
def _ends_sentence(words: StructureWords) -> re.Pattern[str]:
    return expression(rf"[.;:!?\])”’\"]$|[;,] (?:{'|'.join(words.conjunctions)})$|[;,—–]$")


def looks_like_heading(text: str, words: StructureWords) -> bool:
    """Whether a paragraph's own looks allow it to be a heading."""
    text = without_marks(text)
    if label := words.headings.label.match(text):
        text = text[label.end() :] or text
    if text[-1:].isdigit():
        text = CALL_BEHIND_STOP.sub("", text)
    if not text or len(text) > _MAX_LENGTH or text[-1] in ";:,—–-":
        return False
    if text[0] in "([" and (bare := unbracketed(text)) != text:
        bare = f"{bare[0].upper()}{bare[1:]}"
        return not words.repealed.match(text) and looks_like_heading(bare, words)
    if not (text[0].isupper() or text[0] in "“\"‘'[§*" or MISREAD.match(text)):
        return False
    label = _LABEL.match(text, 1 if text[0] in _QUOTES else behind_marks(text))
    if label and not _NUMBERED_TITLE.match(text):
        return False
    if text[0] == "§" and (signed := _SIGNED.match(text)) and words.repealed.match(signed["left"]):
        return False  # what a repeal has left of a paragraph, and a note behind it
    if text[0] in "“\"‘'" and words.sure_term.match(text):
        return False
    if text[-1] == ")" and _CALLED.search(text):
        return False
    if text[0] == "[" and _DATED.fullmatch(text):
        return False
    if text[0] in "[“\"‘'" and text[-1] == "]" and words.repealed.match(text, text.rfind("[")):
        return False  # what a repeal has left of a section or a definition
    if "...." in text or "___" in text or "……" in text:  # a form, with blanks to fill in
        return False
    if "\t:" in text or ":\t" in text:  # a term, and far behind it what it means
        return False
    length = text.count(" ") + 1
    if ":" in text[:24] and written_label(words).match(text):
        return False
    if text.endswith(_joining(words)):
        return False
    if words.annex_to_words.match(text) or words.headings.no_heading.match(text):
        return False
    if text[-1] == ")" and _TRANSLATED.search(text):
        return False
    finite = has_verb(text, words)
    if text[-1] == ".":  # marginal notes of older acts end with a full stop
        stated = finite or words.states.search(text) or text[0] in "“\"‘'"
        if ": " in text and not text.isupper() and words.headings.means.search(text):
            return False
        granted = _AMOUNT.search(text)  # "For expenses of the Coast Guard, $50,000."
        if ". " in words.headings.abbreviation.sub("", text):
            return False
        return length <= 14 and not (stated or granted)
    return not (finite and length > 9)


def leads_in_list(text: str, words: StructureWords) -> bool:
    """Whether a line ends words below which a list stands: "The members shall be:-"."""
    if not _LEADS_IN.search(text):
        return False
    return bool(words.finite.search(text) or words.states.search(text))


def has_verb(text: str, words: StructureWords) -> bool:
    """Whether a finite verb stands in words: in more than a clause that says who is meant.

    >>> from annotator.lang import language
    >>> has_verb("Passports of persons who are no citizens", language("en").structure)
    False
    """
    if not words.finite.search(text):
        return False
    return bool(words.finite.search(words.relative.sub("", text)))


@cache
def written_label(words: StructureWords) -> re.Pattern[str]:
    """An enumerator in words before a colon or a dash, as laws of Arab states print: ``First:``."""
    written = "|".join(map(str.capitalize, written_labels(words)))
    return expression(rf"(?P<ordinal>{written})\s?(?::|[–—-](?=\s))\s*")


@cache
def _joining(words: StructureWords) -> tuple[str, ...]:
    return tuple(f" {word}" for word in words.conjunctions)
