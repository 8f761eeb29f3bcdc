"""The sign of a section in a law of articles: their first paragraphs, series of their own, titles.

"§ 1" in an article is its first paragraph; under a heading behind the articles it opens a series;
over an article, with a title behind it and no words, it titles those below.
"""

from __future__ import annotations

from annotator.lang.structure_words import StructureWords
from annotator.segmenter.lines.headings import looks_like_heading
from annotator.segmenter.lines.lines import Line
from annotator.segmenter.lines.openers import Candidate
from annotator.segmenter.lines.unit_heads import keyword

SIGN = "§"


def part_signed(
    lines: list[Line], keyworded: list[Candidate], words: StructureWords
) -> tuple[list[Candidate], list[Candidate]]:
    """Part what opens an article from what bears the sign of a section in a law of articles.

    "§ 1" in an article is its first paragraph. Under a heading behind the articles it opens a
    series of its own, as in the additional provisions of a law of Bulgaria.

    Returns:
        the two; in a law without articles nothing is of the second kind.
    """
    if not any(candidate.unit.word == "Article" for candidate in keyworded):
        return keyworded, []
    articles: list[Candidate] = []
    signed: list[Candidate] = []
    within = paragraphs = False
    below = {candidate.unit.line for candidate in keyworded}
    for candidate in keyworded:
        line = candidate.unit.line
        signs = lines[line].text.startswith(SIGN)
        if signs and line + 1 in below and _titles_articles(lines, line, words):
            continue
        number = candidate.unit.key[0]
        goes_on = bool(articles) and within and number == articles[-1].unit.until[0] + 1
        if not signs or (goes_on and not paragraphs):
            articles.append(candidate)
            within, paragraphs = True, False
            continue
        paragraphs = True
        if number == 1:
            within = bool(articles) and not _stands_under_a_heading(
                lines, candidate.unit.line, words
            )
        if not within:
            signed.append(candidate)
    return articles, signed


def _titles_articles(lines: list[Line], i: int, words: StructureWords) -> bool:
    """Whether the sign of a section in line ``i`` is that of a title over the article below it."""
    text = lines[i].text
    if lines[i + 1].text.startswith(SIGN) or not text[-1].isalnum() or words.finite.search(text):
        return False
    return looks_like_heading(text, words)


def _stands_under_a_heading(lines: list[Line], i: int, words: StructureWords) -> bool:
    """Whether a heading stands above a line that is none of an article's own."""
    above = [line for line in lines[max(0, i - 4) : i] if not line.furniture][-2:]
    if not above or above[-1].text[-1] in ".;:," or keyword(above[-1].text, words):
        return False
    own = keyword(above[0].text, words) if len(above) > 1 else None
    return not (own and not own["rest"]) and looks_like_heading(above[-1].text, words)
