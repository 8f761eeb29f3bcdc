"""The titles that sections and articles have behind their number.

``5 Interpretation`` with the words on the next line; ``14. Search.—(1) An officer ...`` with the
words behind a dash. Whether the first line of a section is its title is told by the law's habit:
where the first lines of its sections are, as a rule, short, end without a stop and have words
below them, each of them is a title; where they are sentences, none is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.numbering import is_of_a_code
from annotator.segmenter.furniture.asides import without_aside_behind
from annotator.segmenter.lines.headings import (
    MISREAD,
    goes_on_from_above,
    looks_like_heading,
    unbracketed,
    words_of,
)
from annotator.segmenter.lines.lines import Line
from annotator.segmenter.lines.marks import EDIT, without_marks
from annotator.segmenter.lines.openers import Container, Unit
from annotator.segmenter.lines.run_in_titles import run_in_titles

#: With the letter for which a scan takes its digit.
_FIRST_SUBSECTION = expression(
    rf"[—–-]{{0,4}}\s?{EDIT}\(\s?[1l][ )]|1(?:[./)]|\s?-\s)(?!\s*[a-z])|①"
)
#: The same without a mark, as treaties have it: "1   Each Party".
_UNMARKED_FIRST = expression(r"1\s+[A-Z]")
_GOES_ON_IN_ITEM = expression(r"\(1\)\s+[a-z]")
#: A first item that is a sentence of its own, or left out.
_TITLED_SUBSECTION = expression(
    r"\(?a\)(?: \(\w\))* (?:[A-Z*…]|\.\s?\.)|a\. [A-Z]|I\. [A-Z]|\(?i\) [A-Z]"
)
_FIRST_ITEM = expression(r"\([a-z]\)|[a-z][.)]\s|I\.\s|[–—-]\s")
#: No reference that the width of a page has put at the head of a line.
_PARAGRAPH_BELOW = expression(r"1\. [A-Z“\"]")
_SUBSECTION_BELOW = expression(r"\(1\) [A-Z“\"]")
#: What parts a title from the words that stand behind it.
_BEHIND_TITLE = expression(r"\s?[.:]?\s?(?:[—–]{1,2}-?|--?)\s?|\.\s+")
#: Or the bullet of a page that sets one before each paragraph.
_DASH = expression(r"[—–]{1,4}\s{0,3}(?=\S)|[*•]\s{1,3}(?=[^\s(])")
#: Columns of numbers and dates behind a title: "Fees<TAB>23 of 1998<TAB>01/07/1997".
_HISTORY = expression(r"\t[^\t]*\d.*$")
_GOES_ON = ";:,—–-"
_CLOSING = '”"’'
_MAX_TITLE = 200
#: So many articles with a title, and so great a part of all, make a habit.
_FEWEST_TITLED, _MOST_TITLED = 3, 0.7
_BODY = -1


class Title(NamedTuple):
    """A title behind a number, and the line and offset at which the section's words begin.

    ``first`` to ``last`` are the lines that it fills; ``last`` is below ``first`` where the words
    begin on its own line.
    """

    text: str
    first: int
    last: int
    body_line: int
    body: int


class _Head(NamedTuple):
    """The first paragraph of a unit, and where it stands: in the body, or a schedule's line.

    ``attached``: it stands in a schedule. ``alone``: nothing stands below it that could be the
    unit's words.
    """

    unit: Unit
    first: int
    last: int
    text: str
    same_line: bool
    region: int
    attached: bool
    alone: bool

    @property
    def stopped(self) -> bool:
        """Whether it stands behind the article's number with a full stop, as sentences do too."""
        named = self.unit.named and self.same_line
        return named and self.text[-1] == "." and not self.text.isupper()


def find_titles(
    lines: list[Line],
    openers: Sequence[Unit | Container],
    words: StructureWords,
    over: Mapping[int, str] = MappingProxyType({}),
) -> dict[int, Title]:
    """The titles of the units that have one behind their number, by the line of the number.

    Args:
        lines: the law's lines.
        openers: the units, and the parts over them.
        words: those of the law's language.
        over: the titles that are known to stand over units, by their lines: "2. Inns", over "2.1".
    """
    found: dict[int, Title] = {}
    heads: list[_Head] = []
    sentences: Counter[int] = Counter()
    spoken = 0
    run_in = run_in_titles(lines, openers, words)
    region = schedule = _BODY
    for k, opener in enumerate(openers):
        if isinstance(opener, Container):
            schedule = opener.line if opener.element == "att" else schedule
            continue
        region = schedule if opener.word == "paragraph" else _BODY
        end = openers[k + 1].line if k + 1 < len(openers) else len(lines)
        line = lines[opener.line]
        rest = line.text[opener.rest :]
        own = run_in.get(opener.line)
        if own and own.end < len(lines[own.line].text):
            begin = lines[own.line].start + own.end
            found[opener.line] = Title(own.text, opener.line, own.line - 1, own.line, begin)
        elif own and any(not below.furniture for below in lines[own.line + 1 : end]):
            i = own.line + 1
            found[opener.line] = Title(own.text, opener.line, own.line, i, lines[i].start)
        elif head := _head(lines, opener, end, region, schedule != _BODY, words):
            heads.append(head)
        elif not opener.named and opener.line not in over and _is_sentence(rest, words):
            sentences[region] += 1
        if opener.named and rest and not own:
            spoken += _says_more_than_a_title(rest, words)
    habits = _habits(lines, heads, sentences, words)
    habits[_BODY] += len(set(over.values()))
    titled = [not h.alone and _is_title(h, lines[h.last + 1], words) for h in heads]
    stopped = sum(1 for h, is_title in zip(heads, titled, strict=True) if is_title and h.stopped)
    named = [is_title for h, is_title in zip(heads, titled, strict=True) if h.unit.named]
    most_named = sum(named) >= _FEWEST_TITLED and sum(named) > _MOST_TITLED * len(named)
    units = [one for one in openers if isinstance(one, Unit) and one.named]
    alone = sum(_is_bare(lines, unit) for unit in units)
    if _are_sentences([h for h, is_title in zip(heads, titled, strict=True) if is_title], alone):
        titled = [is_title and h.same_line for h, is_title in zip(heads, titled, strict=True)]
    for head, is_title in zip(heads, titled, strict=True):
        title = None
        if is_title and not (head.stopped and spoken > stopped):
            title = head
        if not title and (habits[head.region] > 0 or (head.unit.named and most_named)):
            title = _habitual_title(lines, head, words)
        if title:
            found[head.unit.line] = _over_its_words(lines, title, words)
    return found


def _is_bare(lines: list[Line], unit: Unit) -> bool:
    """Whether a unit's number stands alone on its line."""
    return unit.rest >= len(lines[unit.line].text)


def _are_sentences(titled: Sequence[_Head], alone: int) -> bool:
    """Whether what would be titles below the numbers of articles are first sentences.

    Each ends as a sentence does, and most articles, of which ``alone`` have their number on a line
    of its own, have none: they bear their headings above.
    """
    below = [head for head in titled if head.unit.named and not head.same_line]
    stopped = all(head.text[-1] == "." and not head.text.isupper() for head in below)
    return bool(below) and stopped and 2 * len(below) <= alone


def _over_its_words(lines: list[Line], head: _Head, words: StructureWords) -> Title:
    """The title that a head is, with where the words below it begin."""
    last, text = head.last, unbracketed(without_marks(_HISTORY.sub("", head.text).strip("* ")))
    text = without_aside_behind(text, words.notes)
    if last + 2 < len(lines) and _folded(lines[last + 1].text) == _folded(text):
        last += 1  # said again above the words
    below = lines[last + 1]
    behind = _behind_title(below, text) if _says_again(below) else _dash_before(below)
    return Title(text, head.first, last, last + 1, below.start + behind)


def _says_more_than_a_title(rest: str, words: StructureWords) -> bool:
    """Whether what stands behind "Article 5" on its line can be no title of it."""
    return not (words.repealed.match(rest) or looks_like_heading(rest, words))


def _behind_title(line: Line, title: str) -> int:
    """Where the words begin in a line that says its section's number again, and its title."""
    said = line.text[line.repeats : line.repeats + len(title)]
    if _folded(said) != _folded(title):
        return line.repeats
    behind = _BEHIND_TITLE.match(line.text, line.repeats + len(said.rstrip(" .")))
    return behind.end() if behind and behind.end() < len(line.text) else line.repeats


def _folded(text: str) -> str:
    return text.casefold().rstrip(" .:")


def _head(
    lines: list[Line], unit: Unit, end: int, region: int, attached: bool, words: StructureWords
) -> _Head | None:
    """The first paragraph of a unit; None where it is one line, and no words stand below it."""
    rest = lines[unit.line].text[unit.rest :]
    first = unit.line if rest else unit.line + 1
    while not rest and first + 1 < end and lines[first].furniture:
        first += 1
    last = first
    while (
        last + 1 < end
        and not lines[last + 1].furniture
        and (lines[last + 1].soft or goes_on_from_above(lines, last + 1, words))
    ):
        capitals = unit.named and lines[last].text[-1] == "." and lines[last].text.isupper()
        below = lines[last + 1].text
        paragraph = unit.named and not rest and _PARAGRAPH_BELOW.match(below)
        if capitals or paragraph or _SUBSECTION_BELOW.match(below):
            lines[last + 1].soft = False
            break
        last += 1
    alone = not any(_can_be_words(lines[i], words) for i in range(last + 1, end))
    if alone and last == first:
        return None
    text = _joined(lines, unit, first, last)
    return _Head(unit, first, last, text, bool(rest), region, attached, alone)


def _joined(lines: list[Line], unit: Unit, first: int, last: int) -> str:
    """The words behind a unit's number in some lines, on one line."""
    rest = lines[unit.line].text[unit.rest :]
    parts = (words_of(lines, i, i) for i in range(first + 1, last + 1))
    return " ".join([rest or lines[first].text, *parts])


def _can_be_words(line: Line, words: StructureWords) -> bool:
    """Whether the line is more than the heading of what comes next."""
    if line.furniture:
        return False
    if line.text[-1] in _CLOSING and words.puts_in.search(line.text):
        return True  # "Delete “fee”, substitute “levy”"
    return line.text[-1] in ".;:)]" or not looks_like_heading(line.text, words)


def _is_title(head: _Head, below: Line, words: StructureWords) -> bool:
    """Whether the head is a title by itself, whatever the law's habit."""
    title = head.text
    if head.unit.named and title.isupper() and title[-1] == ".":
        return True
    if not looks_like_heading(title, words):
        return False
    if _opens_first(head, below) and not _leads_in(head, below, words):
        return True
    named = head.unit.named or is_of_a_code(head.unit.number)
    if _TITLED_SUBSECTION.match(below.text) and named and title[-1] not in _GOES_ON:
        return True  # the titled subsections of a code
    if _FIRST_ITEM.match(below.text):
        return False  # a lead-in with its list
    return _opens(below, words) and len(title) < 120 and (named or not head.same_line)


def _habitual_title(lines: list[Line], head: _Head, words: StructureWords) -> _Head | None:
    """The title that a section has by its law's habit; its words may fill up the title's line."""
    if not head.alone and _is_habitual_title(head, lines[head.last + 1], words):
        return head
    for last in range(head.first, min(head.last, head.first + 3)):
        below = lines[last + 1]
        title = head._replace(last=last, text=_joined(lines, head.unit, head.first, last))
        if not looks_like_heading(title.text, words) or words.finite.search(title.text):
            return None
        if below.text[0].isupper() and _is_habitual_title(title, below, words):
            below.soft = False
            return title
    return None


def _is_habitual_title(head: _Head, below: Line, words: StructureWords) -> bool:
    """Whether the head is a title in a law that gives its sections titles on their first line."""
    title = head.text
    if title[-1] in _GOES_ON or len(title) > _MAX_TITLE:
        return False
    if not (title[0].isupper() or MISREAD.match(title)):
        return False
    if words.headings.no_heading.match(title):
        return False
    if _opens_first(head, below) and not _leads_in(head, below, words):
        return True
    if _FIRST_ITEM.match(below.text) and not _TITLED_SUBSECTION.match(below.text):
        return False
    if title[-1] == "." and not (title.isupper() or looks_like_heading(title, words)):
        return False
    return _opens(below, words)


def _opens_first(head: _Head, below: Line) -> bool:
    """Whether the first subsection stands in the line below, or the section's words do."""
    if _says_again(below) or _FIRST_SUBSECTION.match(below.text, below.repeats):
        return True
    return not head.attached and _UNMARKED_FIRST.match(below.text) is not None


def _leads_in(head: _Head, below: Line, words: StructureWords) -> bool:
    """Whether the head is a sentence that goes on in the items of a list: "(1) if the", "(2)"."""
    return words.finite.search(head.text) is not None and bool(_GOES_ON_IN_ITEM.match(below.text))


def _says_again(line: Line) -> bool:
    """Whether a line says its section's number again, and its words behind it, no label."""
    return line.repeats > 0 and line.text[line.repeats] not in "(["


def _opens(below: Line, words: StructureWords) -> bool:
    """Whether a section's words can begin in the line, or be what a repeal has left of them."""
    text = below.text[_dash_before(below) :]
    if text[0].isupper() or text[0] in "“\"‘'([" or MISREAD.match(text):
        return True
    return bool(words.repealed.match(text))


def _dash_before(line: Line) -> int:
    """How much of a line is a dash that parts its words from the title above it."""
    dash = _DASH.match(line.text)
    return dash.end() if dash else 0


def _habits(
    lines: list[Line], heads: list[_Head], sentences: Counter[int], words: StructureWords
) -> Counter[int]:
    """How many more bare numbers stand before a title, by region, than before a sentence.

    ``sentences`` is how many sections are a sentence on one line.
    """
    more = Counter({region: -count for region, count in sentences.items()})
    for head in heads:
        if head.unit.named or not head.same_line:
            continue
        below = lines[head.last if head.alone else head.last + 1]
        if head.alone:
            more[head.region] -= _is_sentence(head.text, words)
        elif _is_habitual_title(head, below, words) and looks_like_heading(head.text, words):
            more[head.region] += 1
        elif head.text[-1] in ".;:,—–-" or not _opens(below, words):
            more[head.region] -= 1
    return more


def _is_sentence(text: str, words: StructureWords) -> bool:
    return text[-1:] == "." and not looks_like_heading(text, words)
