"""Lines that stand among the words of provisions and do not read as theirs.

Heads of pages, notes, titles, signatures: what the segmenter could not tell from the law's words.
They are known by what sets them off from the paragraphs around them: those end as sentences do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.lang.structure_words import StructureWords
from annotator.segmenter.audit.paragraphs import Paragraph
from annotator.segmenter.line import Line

#: So many paragraphs tell how those of a law end, if so great a part ends so.
_MIN_PARAGRAPHS, _MOST_END = 5, 0.85
#: No title and no head of a page is longer.
_LONGEST = 90
#: A row of a table, a label alone.
_TABLE = re.compile(r"^[*•–—-]|\t|   |\.{4}|_{3}|\||^\W*\w{0,4}\W*$|^\W*\(?\w{1,4}[.)]\s")


def stray_lines(found: Sequence[Paragraph], words: StructureWords) -> list[Line]:
    """The lines among the words of a law's body that are none of them, in order."""
    strays = [one.first for one in found if _is_note(one, words)]
    broken = [i for i, one in enumerate(found) if not one.ends()]
    if len(found) >= _MIN_PARAGRAPHS and len(broken) <= (1 - _MOST_END) * len(found):
        strays += [
            found[i].first
            for i in broken
            if _stands_alone(found[i], words) and not _goes_on(found, i)
        ]
    return sorted({line.start: line for line in strays}.values(), key=lambda line: line.start)


def _is_note(one: Paragraph, words: StructureWords) -> bool:
    """Whether a paragraph that opens nothing begins as what editors and printers write does."""
    text = one.first.text
    return not one.opens and bool(words.notes.stray.match(text)) and not words.repealed.match(text)


def _stands_alone(one: Paragraph, words: StructureWords) -> bool:
    """Whether a paragraph is rather a title or a name than words of a law."""
    text = one.first.text
    return (
        not one.opens
        and one.first is one.last
        and 3 < len(text) <= _LONGEST
        and not text[0].islower()
        and not words.repealed.match(text)
        and not words.headings.unfinished.search(text)
        and not (words.finite.search(text) or words.states.search(text))
        and not _TABLE.search(text)
    )


def _goes_on(found: Sequence[Paragraph], i: int) -> bool:
    """Whether the paragraph below goes on with a sentence that this one breaks off."""
    below = found[i + 1] if i + 1 < len(found) else None
    return below is not None and not below.opens and below.first.text[0].islower()
