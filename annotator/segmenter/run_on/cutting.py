"""Sections that run on in one line, as a page's words come out that were copied without its breaks.

Such a paragraph is cut into lines where sections begin in it, parts, and the headings over them, so
that all later steps see an ordinary law. A number in running text opens a section only as one of a
chain: 1, 2, 3 ..., each where a sentence or a heading has just ended.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.numbering import plain_number, unit_key
from annotator.segmenter.lines.headings import looks_like_heading
from annotator.segmenter.lines.line import Line
from annotator.segmenter.lines.run_in_titles import opens_with_a_title
from annotator.segmenter.quoting.passages import closed_passages
from annotator.segmenter.run_on.decimals import decimal_cuts
from annotator.segmenter.run_on.headed import headed_cuts
from annotator.segmenter.run_on.noted import noted_cuts
from annotator.segmenter.run_on.numbers import Opener, best_chain, openers_in
from annotator.segmenter.run_on.otherwise import other_cuts
from annotator.segmenter.run_on.part_heads import cut_part_heads
from annotator.segmenter.run_on.patterns import (
    LONGEST_TITLE,
    SENTENCE_END,
    heading_before,
    run_on_patterns,
)
from annotator.segmenter.run_on.signed import cut_signed
from annotator.segmenter.run_on.unstopped import belongs_to_words, sections_without_stops

#: A paragraph that is shorter is left as it is.
_SHORTEST = 160
#: A text of more lines was not copied without its breaks.
_FEW_LINES = 40
#: So many numbers may be left out before a chain.
_MOST_SKIPPED = 3
#: What speaks for a section that has lost its number, and opens the line with its title.
_LOST = 0.7
#: A marginal note in front of its section's number fills no more lines.
_MOST_NOTED = 4
_LONGEST_ENTRY = 160
#: What stands behind a title whose article has counted paragraphs.
_FIRST_PARAGRAPH = " 1."
#: The score of an article whose number no mark follows.
_MARKED = 0.8
#: A part's title in capitals, where the heading of its first section follows.
_CAPITALS = expression(r"[\s.:—–-]*(?:[A-Z’'&,()-]{2,}\s+)+(?=[A-Z][a-z])")
#: A section behind a full stop that shows its title by a dash: "a jail. 3A. Search.—An officer".
_TITLED = expression(
    r"\.\s+(?P<opener>(?P<number>\d{1,3}[A-Z]{0,2})\.\s{1,40}(?P<title>[A-Z][^.;:]{2,90}\.)\s?[-–—])"
)
#: What it begins with, in one line.
_BEHIND_A_STOP = expression(r"\.\s+\d{1,3}[A-Z]{0,2}\.(?:\s|$)")
#: What stands behind the name of a schedule: "(Section 4)".
_NOTE = expression(r"\s*(?:\([^()]{1,90}(?:\([^()]{1,8}\)[^()]{0,40})*\)|\[[^\[\]]{1,60}\])\s*")
#: What could be the number of a decimal paragraph.
_DECIMAL = expression(r"(?<!\S)\d{1,3}\.\d")


class _RunOnHead(NamedTuple):
    """The name of a part, or of a schedule (``attached``) with the note behind it."""

    start: int
    end: int
    attached: bool


def cut_run_on(lines: list[Line], words: StructureWords) -> list[Line]:
    """The lines, those cut in which several sections run on."""
    found: list[Line] = []
    above = 0
    for paragraph in _paragraphs(lines):
        size = paragraph[-1].end - paragraph[0].start
        text = _aligned(paragraph) if size >= _SHORTEST else ""
        cuts = _cuts(text, above, words) if text else []
        if not cuts and above and any(_BEHIND_A_STOP.search(line.text) for line in paragraph):
            text = text or _aligned(paragraph)
            cuts = list(_titled(text, _last_number(paragraph, above, words), words))
        cut = cut_signed(_cut(paragraph, text, cuts), words) if cuts else paragraph
        above = _last_number(cut, above, words)
        found += cut
    found = _cut_noted(found, words)
    if not above:
        found = _cut_headed(found, words)
    if not (above or len(found) > _FEW_LINES):
        found = _cut_otherwise(found, words)
    return cut_part_heads(_cut_decimals(found, words), words)


def _cut_noted(lines: list[Line], words: StructureWords) -> list[Line]:
    """The lines, those cut in which a section runs on behind its marginal note."""
    paragraphs = list(_paragraphs(lines))
    first_words = [_aligned(paragraph[:_MOST_NOTED]) for paragraph in paragraphs]
    found: list[Line] = []
    for paragraph, cuts in zip(paragraphs, noted_cuts(first_words, words), strict=True):
        found += _cut(paragraph, _aligned(paragraph), cuts) if cuts else paragraph
    return found


def _cut_headed(lines: list[Line], words: StructureWords) -> list[Line]:
    """The lines, those cut in which sections of an excerpt run on behind their headings."""
    paragraphs = list(_paragraphs(lines))
    texts = [_aligned(paragraph) for paragraph in paragraphs]
    found: list[Line] = []
    for paragraph, text, cuts in zip(paragraphs, texts, headed_cuts(texts, words), strict=True):
        found += _cut(paragraph, text, [cut for cut in cuts if cut]) if cuts else paragraph
    return found


def _cut_decimals(lines: list[Line], words: StructureWords) -> list[Line]:
    """The lines, those cut in which the decimal paragraphs of an article run on."""
    found: list[Line] = []
    for paragraph in _paragraphs(lines):
        text = _aligned(paragraph) if _holds_decimals(paragraph) else ""
        cuts = decimal_cuts(text, words) if text else []
        found += _cut(paragraph, text, cuts) if cuts else paragraph
    return found


def _holds_decimals(paragraph: list[Line]) -> bool:
    return sum(len(_DECIMAL.findall(line.text)) for line in paragraph) > 1


def _titled(text: str, above: int, words: StructureWords) -> Iterator[int]:
    """Where sections begin that bear the very next numbers, or were inserted, and show titles."""
    last = unit_key(str(above))
    quoted = closed_passages(text)
    for match in _TITLED.finditer(text):
        key = unit_key(match["number"])
        inserted = key[0] == last[0] and key > last
        follows = key[0] == last[0] + 1 and not key[1]
        start = match.start("opener")
        if (
            (inserted or follows)
            and not any(begin < start < end for begin, end in quoted)
            and looks_like_heading(match["title"], words)
            and not belongs_to_words(text, start, match.start("title"), words)
        ):
            yield start
            last = key


def _cut_otherwise(lines: list[Line], words: StructureWords) -> list[Line]:
    """The lines of a text without plain numbers, those cut in which others run on: "(1)"."""
    found: list[Line] = []
    for paragraph in _paragraphs(lines):
        text = _aligned(paragraph)
        cuts = [cut for cut in other_cuts(text, words) if cut] if len(text) >= _SHORTEST else []
        found += _cut(paragraph, text, cuts) if cuts else paragraph
    return found


def _last_number(lines: list[Line], above: int, words: StructureWords) -> int:
    """The number that the last of the lines bears which opens with one that could go on."""
    patterns = run_on_patterns(words)
    for line in lines:
        first = line.text[0]
        if line.soft or not (first.isdigit() or first in patterns.initials):
            continue
        if match := patterns.opener.match(line.text):
            base = unit_key(plain_number(match["number"]))[0]
            if above < base <= above + _MOST_SKIPPED:
                above = base
    return above


def _paragraphs(lines: list[Line]) -> Iterator[list[Line]]:
    """Lines with those that go on with them."""
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and not line.soft:
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _aligned(paragraph: list[Line]) -> str:
    """The words of the lines, each at its distance from the first."""
    if len(paragraph) == 1:
        return paragraph[0].text
    parts = []
    position = paragraph[0].start
    for line in paragraph:
        parts += [" " * (line.start - position), line.text]
        position = line.end
    return "".join(parts)


def _cut(paragraph: list[Line], text: str, cuts: list[int]) -> list[Line]:
    """The paragraph's ``text`` cut at offsets: each piece is a line, however it was wrapped."""
    begin, head = paragraph[0].start, paragraph[0]
    noted = [line for line in paragraph if line.note or line.margin]
    found = []
    for start, end in itertools.pairwise([0, *cuts, len(text)]):
        words = text[start:end].strip()
        if not words:  # between the name of a schedule and its first number
            continue
        first = begin + text.index(words, start)
        line = Line(first, first + len(words), words, gap=start > 0)
        for beside in (other for other in noted if line.start <= other.start < line.end):
            line.note = f"{line.note} {beside.note}".strip()
            line.margin += beside.margin
        found.append(line)
    found[0].gap, found[0].page_break, found[0].soft = head.gap, head.page_break, head.soft
    return found


def _cuts(text: str, above: int, words: StructureWords) -> list[int]:
    """Where lines begin in a paragraph in which sections run on; none in any other.

    The paragraph goes on with the numbers ``above`` it, or with those of a schedule in it.
    """
    found = _cuts_behind_stops(text, above, words)
    if not found:
        head = run_on_patterns(words).head
        found = _schedules(text, words) if above else sections_without_stops(text, head, words)
    return [cut for cut in found if cut]


def _cuts_behind_stops(text: str, above: int, words: StructureWords) -> list[int]:
    openers = openers_in(text, words)
    if openers and openers[0].start and text[0].isalpha() and opens_with_a_title(text, words):
        first = unit_key(str(above + 1))
        openers.insert(0, Opener(0, 0, first, openers[0].named, _LOST, lost=True))
    if not openers:
        return []
    heads = _heads(text, openers[0].start, words)
    schedules = [head.start for head in heads if head.attached]
    sure = _goes_on_below_its_part(openers[0], above, heads)
    if len(openers) < 2 and not sure:  # no chain
        return []
    chain = best_chain(openers, schedules if above else None, sure=sure)
    if not chain or not _goes_on(chain, above, heads):
        return []
    cuts = {opener.start for opener in chain}
    listed = _listed(text, chain, words)
    law = chain[listed:]
    numbered = {opener.end for opener in law}  # what stands there is a section's own
    for opener in law:
        heading = heading_before(text, opener.start, words)
        if heading is not None and heading not in numbered:
            cuts.add(heading)
    ends = [*(opener.start for opener in law[1:]), len(text)]
    titles = [
        end
        for opener, stop in zip(law, ends, strict=True)
        if (end := _title_end(text, opener.end, stop, words)) is not None
    ]
    if 2 * len(titles) > len(law):
        cuts.update(titles)
    if listed:
        cuts.update(_cuts_of_contents(text, chain, listed, words))
    for head in heads:
        cuts.add(head.start)
        if title := _CAPITALS.match(text, head.end):
            cuts.add(title.end())
        elif head.attached and head.end < len(text):
            cuts.add(head.end)
    return sorted(cuts)


def _goes_on_below_its_part(first: Opener, above: int, heads: list[_RunOnHead]) -> bool:
    """Whether the next article stands behind the head of its part, with which the text begins."""
    opens = bool(heads) and heads[0].start == 0 and not heads[0].attached
    return opens and first.named and first.score > _MARKED and first.key == (above + 1, ())


def _listed(text: str, chain: list[Opener], words: StructureWords) -> int:
    """How many numbers at the top of a chain a table of contents has: only titles follow them."""
    anew = next((k for k in range(1, len(chain)) if chain[k].key < chain[k - 1].key), 0)
    entries = [text[a.end : b.start] for a, b in itertools.pairwise(chain[:anew])]
    titles = [e for e in entries if len(e) < _LONGEST_ENTRY and not words.finite.search(e)]
    return anew if anew > 1 and 4 * len(titles) >= 3 * len(entries) else 0


def _cuts_of_contents(
    text: str, chain: list[Opener], listed: int, words: StructureWords
) -> Iterator[int]:
    """Where a table of contents and its parts begin, and where the last of its titles ends.

    What stands between contents and law belongs to neither.
    """
    if title := words.contents_title.search(text, 0, chain[0].start):
        yield title.start()
        yield title.end()
    for match in run_on_patterns(words).head.finditer(
        text, chain[0].start, chain[listed - 1].start
    ):
        yield match.start()
    last = chain[listed - 1]
    again = next((opener for opener in chain[listed:] if opener.key == last.key), last)
    reach = min(chain[listed].start - last.end, len(text) - again.end, LONGEST_TITLE)
    same = next((k for k in range(reach) if text[last.end + k] != text[again.end + k]), reach)
    if 0 < same < reach and text[last.end].isupper():
        yield max(last.end, text.rfind(" ", last.end, last.end + same) + 1)


def _heads(text: str, first: int, words: StructureWords) -> list[_RunOnHead]:
    """Where parts and schedules begin: behind a sentence, or with a title above a first section."""
    found = []
    for match in run_on_patterns(words).head.finditer(text):
        ended = text[max(0, match.start() - 9) : match.start()].rstrip()[-1:] or "."
        title = text[match.end() : first] if match.end() + LONGEST_TITLE > first else ""
        if ended in SENTENCE_END or looks_like_heading(title.strip(" :.—–-"), words):
            note = _NOTE.match(text, match.end())
            end = note.end() if note and match["attached"] else match.end()
            found.append(_RunOnHead(match.start(), end, match["attached"] is not None))
    return found


def _schedules(text: str, words: StructureWords) -> list[int]:
    """Where schedules begin, and what is in them, that run on behind the words of a section.

    Each tells behind its name to which section it belongs: "First Schedule (Section 4)".
    """
    if not any(word[1:] in text for word in words.attachments):
        return []
    return [
        cut
        for head in _heads(text, 0, words)
        if head.attached and head.end < len(text) and text[: head.end].rstrip()[-1] in ")]"
        for cut in (head.start, head.end)
    ]


def _goes_on(chain: list[Opener], above: int, heads: list[_RunOnHead]) -> bool:
    """Whether the sections that run on follow those above them, or begin anew under a heading."""
    base = chain[0].key[0]
    if not above or chain[0].start == 0 or above < base <= above + _MOST_SKIPPED:
        return True
    return base == 1 and any(head.attached and head.start < chain[0].start for head in heads)


def _title_end(text: str, begin: int, end: int, words: StructureWords) -> int | None:
    """Where the words of a section begin behind the title that it has: "3. Search. (1) An".

    The section's number ends at ``begin``, and the section at ``end``.
    """
    stop = text.find(". ", begin, min(end, begin + LONGEST_TITLE))
    if stop < 0 or not text[begin : begin + 1].isupper():
        return None
    title = text[begin : stop + 1]
    if title.endswith(_FIRST_PARAGRAPH) and looks_like_heading(bare := title[:-2].rstrip(), words):
        return begin + len(bare) + 1  # "Visas 1. A visa" has the number of its first paragraph
    if _DECIMAL.search(title):  # "Search 2.1." has the number of its first paragraph
        return None
    after = text[stop + 1 : stop + 9].lstrip()
    if not looks_like_heading(title, words) or not (after[:1].isupper() or after[:1] in '(“"'):
        return None
    blanks = text[stop + 1 : stop + 8]
    return stop + 1 + len(blanks) - len(blanks.lstrip())
