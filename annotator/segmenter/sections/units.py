"""Where sections and articles begin, and the parts, chapters and schedules above them.

Every line that could open a section is a candidate. Which of them do is decided for the whole law
at once: the best chain of candidates whose numbers rise, where a candidate speaks for itself by
what stands around it (a full stop before, a capital or ``(1)`` after). A year, a page, a
cross-reference that a line break left in front, a numbered list inside a section: none of them
fits the chain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial

from annotator.eids import ELEMENTS
from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.numbering import (
    UNIT_NUMBER,
    is_date,
    is_of_a_code,
    unit_key,
)
from annotator.segmenter.furniture.asides import behind_asides
from annotator.segmenter.furniture.contents import mark_contents
from annotator.segmenter.lines.headings import looks_like_heading
from annotator.segmenter.lines.lines import Line
from annotator.segmenter.lines.marks import EDIT, EDIT_INITIALS, behind_marks
from annotator.segmenter.lines.openers import Candidate, Container, Skeleton, Unit
from annotator.segmenter.lines.unit_heads import (
    head_patterns,
    keyword,
    number_of,
    opens,
    unit_called,
)
from annotator.segmenter.sections.annexed import annex_of_articles, in_an_annex
from annotator.segmenter.sections.articles_over import articles_over_sections
from annotator.segmenter.sections.code_numbers import (
    beginnings_of_codes,
    no_years,
    plain_of_a_code,
    with_their_code,
)
from annotator.segmenter.sections.containers import (
    attached_form,
    find_containers,
    is_appended_form,
    without_own_number,
)
from annotator.segmenter.sections.enacting import mark_front_lists, mark_reasons, unnumbered_first
from annotator.segmenter.sections.first_paragraphs import read_first_paragraphs
from annotator.segmenter.sections.inserted import with_inserted
from annotator.segmenter.sections.orders import orders_over_rules
from annotator.segmenter.sections.other_heads import other_heads
from annotator.segmenter.sections.raised import read_raised
from annotator.segmenter.sections.regions import Regions
from annotator.segmenter.sections.repealed_runs import repealed_runs
from annotator.segmenter.sections.section_signs import SIGN, part_signed
from annotator.segmenter.sections.supplements import find_supplements
from annotator.segmenter.sections.table_rows import rows_of_tables

#: A number with a line of its own, as pages come out whose number stood in the margin.
_ALONE = expression(rf"{EDIT}(?P<number>{UNIT_NUMBER})\.?(?P<rest>)")
_FIRST = unit_key("1")
#: Forms stand in schedules.
_FORM = ELEMENTS["Form"]
#: The mark of an editor with no space between it and the number: "F63ZA" is "F6", "3ZA".
_GLUED = expression(r"\[?\s?[FCEIMX](?P<digits>\d{2,6})[A-Z]{0,3}[.\s]")
#: A number glued to its words, as those of a web page come out: "12Fees", "[F31ARefusal of leave".
_TITLED = expression(
    r"\[?(?:[FCEIMX](?=\d{2}))?(?P<digits>\d{1,6})(?P<letters>(?:[A-Z]{1,3}(?=[A-Z][a-z]))?)"
    r"(?P<rest>[A-Z][a-z]+[ ,-].*|[A-Z][a-z]{2,})"
)
#: So many make a habit.
_FEWEST_GLUED = 2
_STOPS = frozenset(".:;")
_DASHES = " —–-"
_BRACKETS = ("(", "[")
#: "Regulation 3(2)" below the name of a schedule.
_LABELS_ALONE = expression(r"(?:\s?\(\w{1,4}\))*\W?")
#: Words that begin with a number: "10 per cent of the fee", "1 January is the first day".
_COUNTED = expression(r"(?:\(1\)\s)?\d{1,3} [A-Za-z]+ [a-z]")
_FIRST_SUBDIVISION = expression(rf"[—–-]?\s?{EDIT}\((?:1|a|i|A|I)\)|1\.\s")


def find_skeleton(lines: list[Line], words: StructureWords) -> Skeleton:
    """Find the units and containers of a law, region by region (its body, each schedule).

    Lines of a table of contents become furniture on the way.
    """
    mark_reasons(lines, words)
    containers = find_containers(lines, words)
    articles = _has_articles(lines, containers, words)
    over, alone = articles_over_sections(lines, words) if articles else ([], [])
    if over or not articles:  # "Section 5" is a heading over articles only where there are articles
        containers = [c for c in containers if c.word != "Section"]
    if over:
        containers = sorted([*containers, *over])
    keyworded, bare = _candidates(lines, articles and not over, words)
    keyworded = with_their_code(lines, keyworded) or keyworded
    if over:
        keyworded = [candidate for candidate in keyworded if candidate.unit.word != "Article"]
    attached = _first_attached(lines, containers)
    bare = _outside_tables(lines[:attached], keyworded, bare, words)
    no_years(lines, bare)
    bare = plain_of_a_code(keyworded, bare)
    orders = orders_over_rules(lines, words)
    held = {order.line for order in orders}
    keyworded = [candidate for candidate in keyworded if candidate.unit.line not in held]
    containers = sorted([*(c for c in containers if c.line not in held), *orders])
    if not orders and (others := other_heads(lines, keyworded, bare, words)):
        keyworded, bare = others, [c for c in bare if c.unit.line > attached]
    keyworded, signed = part_signed(lines, keyworded, words)
    schedules = {c.line for c in containers if c.element == "att"}
    keyworded = [c for c in keyworded if not _is_reference(lines, c.unit, schedules)]
    read_raised(keyworded)
    read_first_paragraphs(lines, keyworded)
    keyworded = with_inserted(lines, keyworded, bare)
    both = sorted([*keyworded, *bare], key=lambda candidate: candidate.unit.line)
    if first := unnumbered_first(lines, both, words):
        of_its_kind = keyworded if first.unit.named else bare
        of_its_kind.append(first)
        of_its_kind.sort(key=lambda candidate: candidate.unit.line)
    mark_contents(lines, both, containers, words)
    mark_front_lists(lines, [c for c in both if not lines[c.unit.line].furniture], words)
    containers = _of_the_law(lines, containers, both, words)
    supplements = find_supplements(lines, keyworded, signed, containers, words)
    supplements.single.extend(alone)
    annexes = annex_of_articles(lines, [*keyworded, *signed], bare, containers, words)
    supplements.containers.extend(annexes)
    own = {container.line: container for container in supplements.containers}
    containers = sorted(({c.line: c for c in containers} | own).values())
    return Regions(lines, keyworded, bare, signed, containers, words, supplements).skeleton()


def _has_articles(
    lines: list[Line], containers: Sequence[Container], words: StructureWords
) -> bool:
    """Whether a law consists of articles, or of what the sign of a section opens in their place."""
    article = tuple(printed for printed, word in words.units.items() if word == "Article")
    for i, line in enumerate(lines):
        if line.text.startswith(article) and keyword(line.text, words):
            return not in_an_annex(lines, i, containers, words)
    return _has_signs(lines, words)


def _outside_tables(
    lines: Sequence[Line],
    keyworded: list[Candidate],
    bare: list[Candidate],
    words: StructureWords,
) -> list[Candidate]:
    """Those of ``bare`` that are no rows of a table within a section, which one stands above."""
    rows = rows_of_tables(lines, words)
    own = (c.unit.line for c in (*keyworded, *bare) if c.unit.line not in rows)
    first = min(own, default=len(lines))
    return [c for c in bare if c.unit.line not in rows or c.unit.line < first]


def _first_attached(lines: list[Line], containers: Sequence[Container]) -> int:
    """The line of the first schedule; where there is none, that behind the last."""
    return next((c.line for c in containers if c.element == "att"), len(lines))


def _of_the_law(
    lines: list[Line],
    containers: Sequence[Container],
    candidates: Sequence[Candidate],
    words: StructureWords,
) -> list[Container]:
    """The containers without those of a table of contents, or above the law; forms in schedules."""
    begins = _enacting_line(lines, candidates, words)
    kept = [
        c for c in containers
        if not lines[c.line].furniture and (c.line > begins or c.element == "att")
    ]  # fmt: skip
    ones = (c.unit.line for c in candidates if c.unit.key == _FIRST)
    kept = without_own_number(kept, next((i for i in ones if not lines[i].furniture), -1))
    attached = _first_attached(lines, kept)
    return [
        c if c.line > attached else attached_form(c)
        for c in kept
        if c.element != _FORM or c.line > attached or is_appended_form(lines, c, words)
    ]


def _has_signs(lines: list[Line], words: StructureWords) -> bool:
    """Whether more lines open with the sign of a section than with "Section"."""
    signs = sections = 0
    for line in lines:
        if line.text[0] == SIGN:
            signs += 1
        elif line.text[0] == "S" and line.text.startswith(words.over_articles):
            sections += 1
    return signs > sections > 0


def _enacting_line(
    lines: list[Line], candidates: Sequence[Candidate], words: StructureWords
) -> int:
    """The line of the enacting words; -1 where none stand above what could open a section.

    A chapter above them is the law's own place among the laws of a country, and no part of it.
    """
    found = -1
    first = next((c.unit.line for c in candidates if not lines[c.unit.line].furniture), 0)
    for i in range(first):
        if words.end.enacts.match(lines[i].text):
            found = i
    return found


def _is_reference(lines: list[Line], unit: Unit, schedules: set[int]) -> bool:
    """Whether a line names the provision by which the schedule above it is made: "Article 2"."""
    alone = _LABELS_ALONE.fullmatch(lines[unit.line].text, unit.rest) and unit.key[0] > 1
    return bool(alone) and unit.line - 1 in schedules


def _candidates(
    lines: list[Line], has_articles: bool, words: StructureWords
) -> tuple[list[Candidate], list[Candidate]]:
    patterns = head_patterns(words)
    keyworded: list[Candidate] = []
    bare: list[Candidate] = []
    glued: list[Candidate] = []
    habit = 0
    coded = cache(partial(beginnings_of_codes, lines, words))
    for i, line in enumerate(lines):
        first = line.text[0]
        if line.furniture or line.quoted:
            continue
        if first == "(" and "§" not in line.text:  # an item
            continue
        if runs := list(repealed_runs(line.text, i, words, coded)):
            score = 1.0 + _context_score(lines, i, words)
            keyworded += (Candidate(run, score) for run in runs if run.named)
            # "Sections 2 to 4. Repealed." among plain numbers
            plain = (run._replace(named=False) for run in runs if run.word == "section")
            bare += (Candidate(run, score) for run in plain)
            continue
        if first.isdigit() or first in EDIT_INITIALS:
            if marks := _GLUED.match(line.text):
                bare += _behind_glued_marks(lines, i, marks, words)
            elif titled := _TITLED.match(line.text):
                glued += _behind_glued_numbers(lines, i, titled, words)
                habit += _is_glued(lines, i, titled["rest"], words)
            match = patterns.bare.match(line.text)
            if match and is_date(match["number"]):
                continue
            if match and (score := _bare_score(lines, i, match, words)) > -2:
                bare.append(_candidate(lines, i, match, score, words))
                continue
            alone = _ALONE.fullmatch(line.text)
            if alone and not (line.text[-1] == "." or is_of_a_code(alone["number"])):
                continue
            if alone and _words_below(lines, i, words):
                score = _context_score(lines, i, words) - 0.5
                bare.append(_candidate(lines, i, alone, score, words))
                continue
        if first in patterns.keyword_initials or first in patterns.ordinal_initials:
            match = keyword(line.text, words)
            if not match:
                continue
            printed = match["word"]
            if has_articles and printed in words.over_articles:
                continue
            score = 1.5 + _context_score(lines, i, words)
            keyworded.append(_candidate(lines, i, match, score, words, unit_called(match, words)))
    if habit >= _FEWEST_GLUED:  # else they are footnotes
        bare = sorted([*bare, *glued], key=lambda candidate: candidate.unit.line)
    return keyworded, bare


def _is_glued(lines: list[Line], i: int, rest: str, words: StructureWords) -> bool:
    """Whether a title is glued to a number in line ``i``, and words stand below it."""
    title = rest.rstrip("]")
    if title[-1] in ".;:," or not looks_like_heading(title, words) or words.finite.search(title):
        return False
    return i + 1 < len(lines) and opens(lines[i + 1].text[behind_marks(lines[i + 1].text) :])


def _behind_glued_numbers(
    lines: list[Line], i: int, titled: re.Match[str], words: StructureWords
) -> Iterator[Candidate]:
    """What a number could be that is glued to its words, and to the mark of an editor before it."""
    begin = titled.start("digits")
    marked = lines[i].text[begin - 1 : begin].isalpha()
    for first in range(begin + 1, titled.end("digits")) if marked else (begin,):
        number = lines[i].text[first : titled.start("rest")]
        key = unit_key(number)
        unit = Unit(i, number, key, "section", False, titled.start("rest"), key)
        yield Candidate(unit, _context_score(lines, i, words))


def _behind_glued_marks(
    lines: list[Line], i: int, glued: re.Match[str], words: StructureWords
) -> Iterator[Candidate]:
    """What the number behind an editor's mark could be: all its digits but the mark's own."""
    for begin in range(glued.start("digits") + 1, glued.end("digits")):
        match = head_patterns(words).bare.match(lines[i].text, begin)
        if match and (score := _bare_score(lines, i, match, words)) > -2:
            yield _candidate(lines, i, match, score, words)


def _candidate(
    lines: list[Line],
    i: int,
    match: re.Match[str],
    score: float,
    words: StructureWords,
    called: str = "",
) -> Candidate:
    number, word = number_of(match), called or "section"
    if number.upper() in words.ordinals:  # Article One
        number = str(words.ordinals[number.upper()])
    elif number.lower() in words.only:  # Sole Article
        number = "1"
    key = unit_key(number)
    rest = behind_asides(match.string, match.start("rest"), words.notes)
    below = lines[i + 1].text if i + 1 < len(lines) else ""
    left = words.repealed.match(below) or below[:1] in _BRACKETS
    if left and not match.string[rest:].strip(_DASHES):  # "4. —", above what a repeal has left
        rest = len(match.string)
    return Candidate(Unit(i, number, key, word, bool(called), rest, key), score)


def _context_score(lines: list[Line], i: int, words: StructureWords) -> float:
    """How well the line's surroundings speak for a new provision."""
    line = lines[i]
    score = 1.0 + (0.5 if line.gap else 0.0)
    if i == 0 or line.gap:
        return score
    if lines[i - 1].gap and not line.soft and looks_like_heading(lines[i - 1].text, words):
        return score + 0.5  # its heading stands above it
    above = lines[i - 1].text
    if line.soft:
        score -= 0.0 if above.rstrip("])")[-1:] in _STOPS else 1.5
        if above[-1] == "," or words.before_a_reference.search(above[-14:]):
            score -= 3.0
    return score


def _is_titled(lines: list[Line], i: int, rest: str, words: StructureWords) -> bool:
    """Whether a title stands behind the number, and a sentence below it."""
    if i + 1 >= len(lines) or lines[i + 1].furniture:
        return False
    if lines[i + 1].gap and not lines[i].gap:  # else a blank line stands above each
        return False
    if i and not lines[i].gap and lines[i - 1].text[-1] != ".":
        return False
    below = lines[i + 1].text
    if not (below[0].isupper() and words.finite.search(below)):
        return False
    return rest[-1:].isalpha() and len(rest) < 100 and looks_like_heading(rest, words)


def _words_below(lines: list[Line], i: int, words: StructureWords) -> bool:
    """Whether the words of a section stand below its number, rather than the next one's heading."""
    below = lines[i + 1 : i + 3]
    if not below or not opens(below[0].text[behind_marks(below[0].text) :]):
        return False
    sentence = below[0].text[-1] == "." and words.finite.search(below[0].text)
    return bool(sentence) or not below[-1].text[0].isdigit()


def _bare_score(lines: list[Line], i: int, match: re.Match[str], words: StructureWords) -> float:
    rest = match["rest"]
    score = _context_score(lines, i, words)
    if words.repealed.match(rest):
        score += 1.0
    elif not opens(rest) and not (match["delimiter"] == "." and _COUNTED.match(rest)):
        return -9.0
    if _FIRST_SUBDIVISION.match(rest):
        score += 1.0
    if words.measures.match(rest):
        score -= 3.0
    if match["number"].isdecimal() and int(match["number"]) > 1500:
        score -= 3.0
    if match["delimiter"]:
        score += 0.3
    if _is_titled(lines, i, rest, words):
        score += 1.1
    return score
