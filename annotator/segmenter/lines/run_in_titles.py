"""Titles that stand on the line of their section's words, told by the habit of the law.

Behind a full stop, ``3. Fees. The fee is``; a colon, ``3. Fees: The fee is``, as in Nepal; between
brackets, ``Article 3 (Fees)``, as in Korea; before the words with nothing between, ``3 Fees The fee
is``, as pages come out that were copied without their breaks. One alone says nothing: a sentence
can begin so. Where most sections of a law do, each that does has a title.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from typing import NamedTuple

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.numbering import is_of_a_code
from annotator.segmenter.lines.headings import looks_like_heading
from annotator.segmenter.lines.line import Line
from annotator.segmenter.lines.openers import Container, Unit
from annotator.segmenter.lines.titles_before_words import run_in_title, title_before_stop

#: So many such titles make a habit; and so many words one has at most.
_FEWEST, _MOST_WORDS = 3, 12
#: So many of those before a stop have words behind them on their line.
_FEWEST_BEHIND = 2
#: So many where each section is one of a code, which have titles as a rule.
_FEWEST_CODED = 2
#: As many where brackets part a title from the words, or nothing does.
_FEWEST_IN_BRACKETS, _MOST_WORDS_UNSTOPPED = 2, 22
#: So much of the words behind a title must have a verb.
_SENTENCE = 400
#: No title is so long as to end behind so many characters.
_LONGEST = 200
_DASH_ENDS = expression(r"(?P<title>[A-Z“\"‘][^.:]{2,150}?)\.\s?(?:[—–]{1,2}-?|--?)")
_DIGIT = expression(r"\d")
_BEFORE_COLON = expression(
    r"(?P<title>[A-Z“\"‘][^.:;?]{2,110}?)\s?:(?:\s?[—–-]{1,2})?\s*(?=[A-Z“\"‘(]|1[./]|$)"
)
_BEFORE_HYPHEN = expression(
    r"(?P<title>[A-Z“\"‘][^.:;?]{2,110}?)(?:\s[—–-]\s(?=[A-Z“\"‘(])|\s?[—–]\s?(?=\(1\)\s))"
)
_IN_BRACKETS = expression(
    r"\((?P<title>[A-Z][^()\[\]]{2,110}(?:\([^()]{1,60}\)[^()]{0,40})?)\)"
    r"(?:\s?\.?\s?[—–-]{1,2}(?!\d)|\.(?=\s))?\s*(?=[A-Z“\"‘(\d①]|$)"
)
#: What shows by itself that it is a title, with a sentence as first item behind it.
_BEFORE_ITEMS = expression(r"(?P<title>[A-Z][^.]{2,160})\.\s+(?=(?:\((?:a|1)\)|1\.)\s+[A-Z“\"])")
_SIGN = "§"

#: A sentence whose verb may be any: "The border police keeps a copy of it".
_IN_SMALL_LETTERS = expression(r"[A-Z]\w*(?: [a-z][\w’'-]*){5}")

#: A title in front of the first of an article's paragraphs in its line, and the second of them.
_BEFORE_PARAGRAPHS = expression(r"(?P<title>[A-Z][^.:;]{2,110}?)\.?\s(?=1\.\s[A-Z“\"])")
_SECOND = expression(r"[.;:]\s2\.\s[A-Z“\"]")


class RunIn(NamedTuple):
    """A title on the line of its section's number; the ``line`` and its offset at which it ends."""

    text: str
    line: int
    end: int


_Reader = Callable[[str, int, StructureWords], "tuple[str, int] | None"]


def run_in_titles(
    lines: list[Line], openers: Sequence[Unit | Container], words: StructureWords
) -> dict[int, RunIn]:
    """The titles of the sections on whose line their words or first subsection stand, too.

    Args:
        lines: the law's lines.
        openers: the sections, and the parts over them.
        words: those of the law's language.

    Returns:
        the titles by the line of their number: those that show by themselves that they are
        titles, and those by the habit of the law.
    """
    units = [opener for opener in openers if isinstance(opener, Unit)]
    found: dict[int, RunIn] = {}
    left: list[Unit] = []
    before_items = 0
    for unit in units:
        text = lines[unit.line].text
        titled = run_in_title(text[unit.rest :], words)
        if titled:
            found[unit.line] = RunIn(titled[0], unit.line, unit.rest + titled[1])
        elif unit.named and (titled := _before_paragraphs(text, unit.rest, words)):
            found[unit.line] = RunIn(titled[0], unit.line, titled[1])
        elif _is_titled(unit) and (titled := _before_items(text, unit.rest, words)):
            found[unit.line] = RunIn(titled[0], unit.line, titled[1])
            before_items += 1
        elif wrapped := _wrapped(lines, unit, words):
            found[unit.line] = wrapped
        elif text[unit.rest :] and not words.repealed.match(text, unit.rest):
            left.append(unit)
    unstopped = sum(1 for own in found.values() if lines[own.line].text[: own.end][-2:-1].isalpha())
    dashed = sum(1 for own in found.values() if _ends_in_a_dash(lines[own.line].text[: own.end]))
    coded = all(
        is_of_a_code(unit.number) or lines[unit.line].text.lstrip("*[ ").startswith(_SIGN)
        for unit in units
    )
    if coded:
        before_items = len(found)
    for read, fewest, before in (
        (_before_stop, _FEWEST_CODED if coded else _FEWEST, before_items),
        (_before_colon, _FEWEST, 0),
        (_before_dash, _FEWEST, dashed),
        (_in_brackets, _FEWEST_IN_BRACKETS, 0),
        (_before_sentence, _FEWEST, unstopped),
    ):
        named = [unit for unit in left if unit.named] if read is _in_brackets else left
        titles = dict(_read(lines, named, read, words))
        others = sum(not _is_title_alone(lines[unit.line], unit, words) for unit in left)
        others = max(others, len(titles))
        behind = sum(own.end < len(lines[own.line].text) for own in titles.values())
        if read is _before_stop and before + behind < _FEWEST_BEHIND:
            continue
        if titles and before + len(titles) >= fewest and 2 * len(titles) > others - before:
            return found | titles
    return found


def _ends_in_a_dash(text: str) -> bool:
    """Whether a title ends in a dash with no full stop before it, as those told by habit do."""
    text = text.rstrip()
    return text[-1:] in ("—", "–", "-") and text[-2:-1] != "."


def _is_titled(unit: Unit) -> bool:
    """Whether a section is of those that may show their title by what stands behind it."""
    return unit.named or is_of_a_code(unit.number)


def opens_with_a_title(text: str, words: StructureWords) -> bool:
    """Whether a paragraph begins with a title and goes on with words: a section without number."""
    found = run_in_title(text, words) or _before_sentence(text, 0, words, sure=True)
    return found is not None and not _DIGIT.search(found[0])


def _read(
    lines: list[Line], units: Iterable[Unit], read: _Reader, words: StructureWords
) -> Iterable[tuple[int, RunIn]]:
    for unit in units:
        if titled := read(lines[unit.line].text, unit.rest, words):
            yield unit.line, RunIn(titled[0], unit.line, titled[1])


def _is_title_alone(line: Line, unit: Unit, words: StructureWords) -> bool:
    """Whether a title fills the line of a section, so that it says nothing of other lines."""
    rest = line.text[unit.rest :]
    return rest[-1].isalpha() and looks_like_heading(rest, words)


def _wrapped(lines: list[Line], unit: Unit, words: StructureWords) -> RunIn | None:
    """A title before a dash at the end of its number's line, or one that goes on below it."""
    joined, last = lines[unit.line].text[unit.rest :], unit.line
    alone = _DASH_ENDS.fullmatch(joined) if joined[-1:] in "—–-" else None
    if alone and not words.finite.search(alone["title"]):
        return RunIn(alone["title"], last, len(lines[last].text))
    while len(joined) < _LONGEST and last + 1 < len(lines) and lines[last + 1].soft:
        last += 1
        before = len(joined) + 1
        joined = f"{joined} {lines[last].text}"
        if "—" not in joined and "–" not in joined and "(1)" not in joined:
            continue
        titled = run_in_title(joined, words)
        if titled and titled[1] > before:
            return RunIn(titled[0], last, titled[1] - before)
    return None


def _before_paragraphs(text: str, position: int, words: StructureWords) -> tuple[str, int] | None:
    """The title of an article whose counted paragraphs run on behind it: "Visas 1. A", "2. A"."""
    match = _BEFORE_PARAGRAPHS.match(text, position)
    title = match["title"].rstrip() if match else ""
    if match is None or title.rpartition(" ")[2].lower() in words.joins_a_title:
        return None
    counted = _SECOND.search(text, match.end()) or title.isupper()
    if not counted or words.finite.search(title) or not looks_like_heading(title, words):
        return None
    return title, match.end()


def _before_items(text: str, position: int, words: StructureWords) -> tuple[str, int] | None:
    match = _BEFORE_ITEMS.match(text, position)
    if not match or words.finite.search(match["title"]) or words.states.search(match["title"]):
        return None
    return match["title"], match.end()


def _before_stop(text: str, position: int, words: StructureWords) -> tuple[str, int] | None:
    found = title_before_stop(text, position, _MOST_WORDS, words)
    if found is None and text[-1] == "." and text.count(" ", position) < _MOST_WORDS:
        alone = text[position:-1]  # and the words below it
        return (alone, len(text)) if alone and looks_like_heading(f"{alone}.", words) else None
    return found


def _set_apart(
    by: re.Pattern[str], text: str, position: int, words: StructureWords
) -> tuple[str, int] | None:
    """A title that a mark sets apart, as the pattern says."""
    match = by.match(text, position)
    if match is None:
        return None
    title = match["title"].strip()
    if title.count(" ") >= _MOST_WORDS or not looks_like_heading(title, words):
        return None
    if words.finite.search(title) or words.definitions_lead_in.search(f"{title}:"):
        return None
    return title, match.end()


def _before_dash(text: str, position: int, words: StructureWords) -> tuple[str, int] | None:
    """A title before a dash, with spaces around it or none: one law's habit has both."""
    found = _before_hyphen(text, position, words)
    return found or _before_glued_dash(text, position, words)


def _before_glued_dash(text: str, position: int, words: StructureWords) -> tuple[str, int] | None:
    """A title with a dash and no space behind it, where a sentence or "(1)" opens: "Fees-The"."""
    return _set_apart(_glued_dash(words), text, position, words)


@cache
def _glued_dash(words: StructureWords) -> re.Pattern[str]:
    return expression(
        r"(?P<title>[A-Z“\"‘][^.:;?]{2,110}?[\w)’”\"])[—–-]"
        rf"(?=\((?:1|a)\)\s|(?:{words.opens_a_sentence})\s)"
    )


_before_colon = partial(_set_apart, _BEFORE_COLON)
_before_hyphen = partial(_set_apart, _BEFORE_HYPHEN)
_in_brackets = partial(_set_apart, _IN_BRACKETS)


def _before_sentence(
    text: str, position: int, words: StructureWords, *, sure: bool = False
) -> tuple[str, int] | None:
    """A title with nothing behind it: a capital opens the words, where no name can stand.

    Those of a law's habit need no verb that is known by itself; others, which are ``sure``, do.
    """
    if not text[position : position + 1].isupper():
        return None
    for match in _opens_a_sentence(words).finditer(text, position, position + _SENTENCE):
        title = text[position : match.start()].rstrip()
        if words.finite.search(title) or title.count(" ") >= _MOST_WORDS_UNSTOPPED:
            return None
        joined = title.rpartition(" ")[2].lower() in words.joins_a_title
        if joined or title[-1:] in ".:;" or not looks_like_heading(title, words):
            continue
        said = text[match.start() : match.start() + _SENTENCE]
        if words.finite.search(said) or words.definitions_lead_in.search(said):
            return title, match.start()
        if not sure and (words.states.search(said) or _IN_SMALL_LETTERS.match(said)):
            return title, match.start()
    return None


@cache
def _opens_a_sentence(words: StructureWords) -> re.Pattern[str]:
    return expression(rf"(?<=[\w.)’”\"] )(?:{words.opens_a_sentence})(?=\s)")
