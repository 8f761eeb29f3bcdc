"""Laws whose sections stand in articles, as in chapters."""

from __future__ import annotations

import itertools
from typing import NamedTuple

from annotator.lang.structure_words import StructureWords
from annotator.numbering import is_after, is_of_a_code, unit_key
from annotator.segmenter.lines.headings import looks_like_heading
from annotator.segmenter.lines.line import Line
from annotator.segmenter.lines.openers import Container, Unit
from annotator.segmenter.lines.unit_heads import keyword, number_of, unit_called

_SIGN = "§"
#: So many sections in a row, with no article between them, are no headings over articles.
_MIN_IN_A_ROW = 2


class _Opening(NamedTuple):
    """A line that opens an article or a section, with its number and where its words begin.

    ``over``: an article; ``signed``: a section by its sign; ``titled``: nothing but a title stands
    behind the number; ``stated``: what stands there ends as a sentence does.
    """

    line: int
    printed: str
    number: str
    rest: int
    over: bool
    signed: bool
    titled: bool
    stated: bool


def articles_over_sections(
    lines: list[Line], words: StructureWords
) -> tuple[list[Container], list[Unit]]:
    """The articles of a law whose sections stand in them, as chapters; and those that hold none.

    So are constitutions and the rules of the Philippines: ``ARTICLE I`` with a title, and below it
    sections that have their words on their own lines. So are the Acts of Slovakia that amend
    others: ``Article I`` holds the new law with all its sections, ``Article II`` amends.

    "§ 1" that comes again in each article is a paragraph of it.

    Returns:
        nothing where sections, if there are any, are headings over articles.
    """
    heads = _heads(lines, words)
    articles = [head for head in heads if head.over]
    sections = len(heads) - len(articles)
    if not articles or not sections or not _rise([head for head in heads if head.signed]):
        return [], []
    stated = sum(head.stated for head in heads)
    if stated > len(articles) and 3 * stated > 2 * sections:
        if all(head.titled for head in articles):
            return [_chapter(head) for head in articles], []
        return [], []
    if not heads[0].over or any(head.number[0].isdigit() for head in articles):
        return [], []
    pairs = list(itertools.pairwise(heads))
    in_a_row = sum(not (a.over or b.over) and _is_next(a, b) for a, b in pairs)
    under = sum(not a.over and b.over for a, b in pairs)
    if in_a_row < _MIN_IN_A_ROW or in_a_row <= under:
        return [], []
    holding = {a.line for a, b in pairs if a.over and not b.over}
    return (
        [_chapter(head) for head in articles if head.line in holding],
        [_article(head) for head in articles if head.line not in holding],
    )


def _heads(lines: list[Line], words: StructureWords) -> list[_Opening]:
    found: list[_Opening] = []
    within = False
    for i, line in enumerate(lines):
        if line.text[0] not in "AaSs§" or line.soft or line.furniture or line.quoted:
            continue
        match = keyword(line.text, words)
        if not match:
            continue
        printed, rest = match["word"], match["rest"]
        signed = printed == _SIGN
        section = signed or printed in words.over_articles
        if section or unit_called(match, words) == "Article":
            titled = not rest or looks_like_heading(rest, words)
            begin, number = match.start("rest"), number_of(match)
            coded = ". " in rest or is_of_a_code(number)
            stated = rest[-1:] in (".", ":", ";") or (signed and coded)
            stated = stated and section and within
            within = within or not section
            found.append(_Opening(i, printed, number, begin, not section, signed, titled, stated))
    return found


def _rise(signed: list[_Opening]) -> bool:
    """Whether the numbers behind the sign of a section never begin anew."""
    keys = [unit_key(head.number) for head in signed]
    return all(is_after(below, above) for above, below in itertools.pairwise(keys))


def _is_next(above: _Opening, below: _Opening) -> bool:
    return unit_key(below.number)[0] == unit_key(above.number)[0] + 1


def _chapter(head: _Opening) -> Container:
    return Container(head.line, "Chapter", head.printed, head.number, "chp", head.rest)


def _article(head: _Opening) -> Unit:
    key = unit_key(head.number)
    return Unit(head.line, head.number, key, "Article", True, head.rest, key)
