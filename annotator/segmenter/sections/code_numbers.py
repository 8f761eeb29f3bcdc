"""Sections of a code, whose numbers have their chapter's before their own or go into thousands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.numbering import UNIT_NUMBER, is_after, is_of_a_code, unit_key
from annotator.segmenter.lines.line import Line
from annotator.segmenter.lines.openers import Candidate, Unit
from annotator.segmenter.lines.unit_heads import opens

#: The sections of a code that are numbered through it have so many before them; and what speaks for
#: the first of them.
_SECTIONS_OF_A_CODE, _PLAIN_OF_A_CODE = 200, 4.0
#: The name of a code in front of its section's number: "RCW 9A.40.100", "13 V.S.A. § 2651",
#: "Penal Code § 236.1".
_WITH_ITS_CODE = expression(
    r"\[?(?P<code>(?:\d{1,3}(?:-[A-Z])?\s)?(?:[A-Z][A-Z.&]{1,9}(?:\s[A-Z][A-Z.&]{1,9}){0,2}|(?:[A-Z][\w.&]*,?\s){1,5}(?=§))"
    r"(?:\s\d{4},)?)\s?(?P<sign>§{1,2}\s?)?"
    rf"(?P<number>{UNIT_NUMBER})\]?(?:\s?\.(?!\.)[—–-]?|\s?[—–:]|\s\|)?(?:\s+|$)(?P<rest>.*)"
)
#: How a section of a code begins, up to its own number: "§ 12-" of "§ 12-213. Roll".
_BEGINNING = expression(
    r"(?:§{1,2}\s?|[A-Z][a-z]{2,8}\.?\s)?\d{1,3}(?:\.\d{1,2})?[A-Z]{0,2}-(?=\d)"
)
_SIGN, _FIRST_WORDS = "§", 40
#: Numbers from here on may be years; so many that count on from one another are none; and what
#: speaks for each of these as much as for a lower number.
_YEARS, _MIN_COUNTED, _NO_YEAR = 1500, 3, 3.0
#: So many with one name in front of them make a code; and what speaks for each.
_MIN_OF_ONE_CODE, _SCORE = 2, 2.5


def beginnings_of_codes(lines: Sequence[Line], words: StructureWords) -> frozenset[str]:
    """What stands before a section's own number where it stands, in a law that numbers so."""
    found = (_BEGINNING.match(line.text) for line in lines)
    return frozenset(m[0] for m in found if m and not words.repealed.search(m.string))


def no_years(lines: Sequence[Line], bare: list[Candidate]) -> None:
    """Let the sections of a code speak for themselves whose numbers could be years: "1730. The".

    They count on from one another: "1730.", "1731.", "1732.".
    """
    high = [
        candidate
        for candidate in bare
        if candidate.unit.number.isdecimal()
        and candidate.unit.key[0] > _YEARS
        and lines[candidate.unit.line].text.startswith(f"{candidate.unit.number}.")
    ]
    run: list[Candidate] = []
    for candidate in [*high, None]:
        if candidate and run and candidate.unit.key[0] == run[-1].unit.key[0] + 1:
            run.append(candidate)
            continue
        if len(run) >= _MIN_COUNTED:
            for one in run:
                one.score += _NO_YEAR
        run = [candidate] if candidate else []


def plain_of_a_code(keyworded: list[Candidate], bare: list[Candidate]) -> list[Candidate]:
    """The bare numbers without the items of a code's sections: "13-1307", then "1", "2" in it."""
    named = keyworded[0].unit if keyworded else None
    if named and bare and named.line < bare[0].unit.line and is_of_a_code(named.number):
        return []
    coded = {c.unit.key[0] for c in bare if is_of_a_code(c.unit.number)}
    first = next((k for k, c in enumerate(bare) if is_of_a_code(c.unit.number)), 0)
    if not coded or any(candidate.unit.key[0] < 9 for candidate in bare[:first]):
        return bare
    kept: list[Candidate] = []
    for candidate in bare:
        base = candidate.unit.key[0]
        plain = base in coded and base >= _SECTIONS_OF_A_CODE  # 7284 before 7284.2
        if not (plain or is_of_a_code(candidate.unit.number)):
            continue
        anew = bool(kept) and candidate.unit.key == kept[0].unit.key  # behind a table of contents
        if not kept or anew or is_after(candidate.unit.key, kept[-1].unit.key):
            candidate.score += _PLAIN_OF_A_CODE if plain and not kept else 0.0
            kept.append(candidate)
    return kept


def with_their_code(lines: list[Line], keyworded: Sequence[Candidate]) -> list[Candidate]:
    """The sections in front of whose numbers their code is named, if they are those of the law.

    Args:
        lines: the law's lines.
        keyworded: what opens a section with its word; where as many do, the code is named above.
    """
    found: list[tuple[str, Candidate]] = []
    for i, line in enumerate(lines):
        text = line.text
        # Most lines are passed over by their first two letters.
        named = text[1:2].isupper() or text[1:2] == "." or text[0] == "["
        if not named and text.find(_SIGN, 0, _FIRST_WORDS) < 1:
            continue
        if line.soft or line.furniture or line.quoted:
            continue
        match = _WITH_ITS_CODE.match(text)
        if not match or not (match["sign"] or is_of_a_code(match["number"])):
            continue
        if match["rest"] and not opens(match["rest"]):
            continue
        number = match["number"]
        key = unit_key(number)
        unit = Unit(i, number, key, "section", True, match.start("rest"), key)
        found.append((match["code"].strip(), Candidate(unit, _SCORE)))
    if not found:
        return []
    counts = Counter(code for code, _ in found)
    count = max(counts.values())
    if count < _MIN_OF_ONE_CODE or count <= len(keyworded):
        return []
    # A table of contents may name it otherwise, as often as the law does.
    return [candidate for named, candidate in found if counts[named] == count]
