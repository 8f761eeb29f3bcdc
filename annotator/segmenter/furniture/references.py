"""References to other laws that stood in the margin: ``Cap. 222``, ``Act No. 5 of 1998``.

Beside a section that names a law, or its first words, some publishers print where that law is
found, or which law amended the section. Where the margin is lost they come out between the lines,
or behind the last words of a paragraph, and belong to neither.
"""

from __future__ import annotations

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.segmenter.lines.line import Line

#: No reference is longer; with what one ends.
_MOST = 60
_LAST = frozenset("0123456789.]);:")
_STOPS = frozenset(':—–)]”"')
#: A section's number in place of the title that it does not have: "2. 2." above "2. In this Act".
_NUMBER_AGAIN = expression(r"(?P<number>\d{1,4}[A-Z]{0,2})\.?\s+(?P=number)\.?")


def set_aside_references(lines: list[Line], words: StructureWords) -> list[Line]:
    """The lines, those cut behind whose last words a reference stands; ``furniture`` set on it.

    And on references that have a line of their own, and a section's number in place of a title.
    """
    found: list[Line] = []
    for i, line in enumerate(lines):
        if line.text[0].isdigit() and (again := _NUMBER_AGAIN.fullmatch(line.text)):
            below = lines[i + 1].text if i + 1 < len(lines) else ""
            line.furniture = below.startswith(f"{again['number']}.")
            found.append(line)
            continue
        if line.text[-1] not in _LAST or not _ends_paragraph(lines, i, words):
            found.append(line)
            continue
        if _is_reference(line.text, words):
            line.furniture = _stands_apart(lines, i, words)
            found.append(line)
            continue
        found += _cut(line, words)
    return found


def _is_reference(text: str, words: StructureWords) -> bool:
    """Whether a line is nothing but a reference to another law."""
    return len(text) <= _MOST and bool(words.notes.marginal_reference.fullmatch(text))


def _ends_paragraph(lines: list[Line], i: int, words: StructureWords) -> bool:
    """Whether the words of the line do not go on in the next one."""
    if i + 1 == len(lines):
        return True
    below = lines[i + 1]
    if below.soft or below.text[0].islower():
        return _is_reference(lines[i].text, words) and _is_reference(below.text, words)
    return True


def _stands_apart(lines: list[Line], i: int, words: StructureWords) -> bool:
    """Whether the line above, if it is not furniture, neither breaks off nor is a table's row."""
    k = i - 1
    while k >= 0 and lines[k].furniture:
        k -= 1
    if k < 0 or (lines[i].soft and not lines[i - 1].furniture):
        return False
    above = lines[k].text
    if above[-1] in _STOPS or words.notes.behind_the_words.search(above, max(0, len(above) - 20)):
        return True
    below = i + 1
    while below < len(lines) and _is_reference(lines[below].text, words):
        below += 1
    opens = below < len(lines) and (lines[below].text[0].isdigit() or lines[below].text[0] == "(")
    return opens and len(above) < _MOST and above[-1].isalpha()


def _cut(line: Line, words: StructureWords) -> list[Line]:
    """The line, and what stands behind its last full stop if that is a reference."""
    begin = max(0, len(line.text) - _MOST)
    if line.text.find(".", begin, len(line.text) - 2) < 0:  # as most
        return [line]
    match = words.notes.behind_the_words.search(line.text, begin)
    if match is None or match["reference"] is None:
        return [line]
    return [line, line.cut_off(match.start("reference"), furniture=True)]
