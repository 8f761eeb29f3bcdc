"""The title of a law above its first section: it is over all of the law, and so over no section."""

from __future__ import annotations

import re

from annotator.lang.structure_words import StructureWords
from annotator.segmenter.lines.headings import HeadingLines
from annotator.segmenter.lines.line import Line
from annotator.segmenter.lines.openers import Container


def drop_law_title(lines: list[Line], group: list[HeadingLines], words: StructureWords) -> None:
    """Take the law's title, and its number, out of the headings above its first section."""
    first = next((i for i, line in enumerate(lines) if not line.furniture), 0)
    number = words.headings.law_number
    text = group[0].text
    named = words.law_title.search(text)
    titled = named or (len(group) > 1 and not words.headings.speaks_of_a_law.match(text))
    if group[0].first == first and titled:
        folded = _folded(group.pop(0).text)
        while group and (_folded(group[0].text) == folded or number.fullmatch(group[0].text)):
            del group[0]
    if group and _tells_its_matter(lines, group[0], words):
        del group[0]
    if len(group) == 1 and _names_a_law(group[0].text, words):
        del group[0]


def _tells_its_matter(lines: list[Line], heading: HeadingLines, words: StructureWords) -> bool:
    """Whether a heading is the rest of a title of which the kind of the law stands above."""
    say, above = words.headings, heading.first - 1
    if not say.matter_of_law.match(heading.text):
        return False
    while above > 0 and not say.kind_of_law.fullmatch(lines[above].text):
        if not say.law_number.fullmatch(lines[above].text):
            return False
        above -= 1
    return above >= 0 and bool(say.kind_of_law.fullmatch(lines[above].text))


def drop_lone_heading(lines: list[Line], group: list[HeadingLines], words: StructureWords) -> None:
    """Take away what alone stands above a section, and behind the law's number: it is its title."""
    number, above = words.headings.law_number, group[0].first - 1
    behind = above >= 0 and number.fullmatch(lines[above].text)
    if behind or any(number.fullmatch(heading.text) for heading in group):
        group.clear()


def set_aside_names(part: Container, lines: list[Line], words: StructureWords) -> None:
    """Set ``furniture`` on what stands below the name of a part and says nothing.

    The head of a page, with the law's title and number; the names of a code and of what it lists;
    what stands over the columns of a table; "it is agreed:" above the clauses of an agreement.

    Args:
        part: it; a schedule may hold a list of names.
        lines: what stands between that name and the next provision.
        words: those of the law's language.
    """
    printed = [line for line in lines if not (line.furniture or line.heading)]
    if printed and words.end.agrees.fullmatch(printed[-1].text):
        printed[-1].furniture = True
        del printed[-1]
    columns = all(words.headings.columns.fullmatch(line.text) for line in printed)
    listed = part.element == "att" or any(_says_something(line.text, words) for line in printed)
    if listed and not columns:
        return
    for line in printed:
        line.furniture = True


def _says_something(text: str, words: StructureWords) -> bool:
    if text[-1] in ".;:" and not words.headings.law_number.fullmatch(text):
        return True
    said = words.finite.search(text) or words.states.search(text)
    return bool(said or words.repealed.match(text))


def _names_a_law(text: str, words: StructureWords) -> bool:
    """Whether a heading is the title of a law: "INNS ACT, 1962"."""
    named = words.headings.names_a_law.search(text)
    return bool(named) and not words.headings.speaks_of_a_law.match(text)


def _folded(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
