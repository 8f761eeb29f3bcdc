"""Articles behind a law's own sections: those of a treaty that it annexes, or of a model.

They are the annex's, and say nothing of how the law itself is numbered.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from annotator.lang.structure_words import StructureWords
from annotator.numbering import unit_key
from annotator.segmenter.lines.headings import headings_above
from annotator.segmenter.lines.line import Line
from annotator.segmenter.lines.openers import Candidate, Container, Unit
from annotator.segmenter.lines.unit_heads import keyword
from annotator.segmenter.sections.chain import best_style
from annotator.segmenter.sections.supplements import opened_by

#: Fewer sections above the first article are a heading over articles.
_FEWEST = 2
_ARTICLE = "Article"
_FIRST = unit_key("1")


def in_an_annex(
    lines: list[Line], i: int, containers: Sequence[Container], words: StructureWords
) -> bool:
    """Whether the first article of a law, in line ``i``, stands behind sections with words.

    It is then one of a convention that is the schedule to them, or stands in their tail. Sections
    that are headings over articles have the first article below the first of them.
    """
    schedule = max((c.line for c in containers if c.element == "att" and c.line < i), default=0)
    sections = [
        k
        for k in range(schedule or i)
        if lines[k].text.startswith(words.over_articles) and keyword(lines[k].text, words)
    ]
    if schedule:
        stretches = [lines[sections[0] : schedule]] if sections else []
        return any(_says_something(stretch, words) for stretch in stretches)
    if len(sections) < _FEWEST:
        return False
    stretches = [lines[a:b] for a, b in itertools.pairwise([*sections, i])]
    return 2 * sum(_says_something(stretch, words) for stretch in stretches) >= len(sections)


def annex_of_articles(
    lines: list[Line],
    keyworded: Sequence[Candidate],
    bare: Sequence[Candidate],
    containers: Sequence[Container],
    words: StructureWords,
) -> list[Container]:
    """What opens the articles of a treaty that stands behind a law's sections under its own title.

    ``TREATY OF THE TWO TOWNS`` over ``Article 1``, with no schedule that holds it. So does
    ``PROTOCOL`` behind the articles of a treaty.

    Args:
        lines: the law's lines.
        keyworded: what could open an article or a section with a word before its number.
        bare: what could open one with its number alone.
        containers: the law's parts and schedules.
        words: those of the law's language.
    """
    articles = [c.unit for c in keyworded if c.unit.word == _ARTICLE]
    first = articles[0] if articles else None
    if first is None or first.key != _FIRST:
        return []
    if behind := _behind_articles(lines, articles, containers, words):
        return behind
    if any(c.element == "att" and c.line < first.line for c in containers):
        return []
    above = best_style(_above(keyworded, first), _above(bare, first))
    if len(above) < _FEWEST or above[0].key != _FIRST or not _are_sections(lines, above, words):
        return []
    for heading in headings_above(lines, first.line, above[-1].line, words):
        if words.headings.names_a_treaty.search(heading.text):
            return [opened_by(lines[heading.first], heading.first)]
    return []


def _behind_articles(
    lines: list[Line],
    articles: Sequence[Unit],
    containers: Sequence[Container],
    words: StructureWords,
) -> list[Container]:
    """What opens the articles of a protocol that stands behind those of its treaty, from 1 again.

    The parts of the treaty may begin at 1 again too: they have a name of their own for that.
    """
    parts = {c.line for c in containers}
    found: list[Container] = []
    for above, first in itertools.pairwise(articles):
        if first.key != _FIRST or above.key == _FIRST:
            continue
        for heading in headings_above(lines, first.line, above.line, words):
            treaty = words.headings.names_a_treaty.search(heading.text)
            if treaty and heading.first not in parts:
                found.append(opened_by(lines[heading.first], heading.first))
                break
    return found


def _above(candidates: Sequence[Candidate], first: Unit) -> list[Candidate]:
    return [c for c in candidates if c.unit.line < first.line]


def _are_sections(lines: list[Line], units: list[Unit], words: StructureWords) -> bool:
    """Whether half the units at least hold a sentence: recitals and entries of tables do not."""
    ends = [*(unit.line for unit in units[1:]), units[-1].line + 3]
    stretches = [lines[unit.line : end] for unit, end in zip(units, ends, strict=True)]
    return 2 * sum(_says_something(stretch, words) for stretch in stretches) >= len(units)


def _says_something(lines: Sequence[Line], words: StructureWords) -> bool:
    return any(line.text[-1] == "." and words.finite.search(line.text) for line in lines)
