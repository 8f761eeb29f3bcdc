"""The head of a part that runs on behind a section's last words: ``by day. PART II — FEES``.

Only a law that prints such heads on lines of their own is read so, and only its next part.
"""

from __future__ import annotations

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.numbering import roman_value
from annotator.segmenter.lines.headings import looks_like_heading
from annotator.segmenter.lines.line import Line
from annotator.segmenter.run_on.patterns import LONGEST_TITLE, run_on_patterns

_SENTENCE_ENDS = '.”")]'
_DELIMITER = " \t.:—–-"
#: A title in small letters stands behind one of these.
_DASHED = expression(r"\s*[.:—–-]")


def cut_part_heads(lines: list[Line], words: StructureWords) -> list[Line]:
    """The lines, those cut in whose end the head of the next part stands."""
    last: dict[str, int] = {}
    found: list[Line] = []
    head = run_on_patterns(words).head
    for i, line in enumerate(lines):
        found.append(line)
        own = head.match(line.text)
        if own and not own["attached"]:
            word, number = _named(own[0], words)
            last[word] = number
        elif last and _is_followed(lines, i):
            for cut in _heads_in(line.text, last, words):
                found.append(found[-1].cut_off(line.start + cut - found[-1].start))
    return found


def _is_followed(lines: list[Line], i: int) -> bool:
    """Whether a new paragraph stands below a line."""
    return i + 1 < len(lines) and not (lines[i + 1].soft or lines[i + 1].text[0].islower())


def _heads_in(text: str, last: dict[str, int], words: StructureWords) -> list[int]:
    """Where the head of a part stands at the end of a line, and those of the parts in it."""
    if not any(word.upper() in text or word.capitalize() in text for word in last):
        return []  # most lines, told apart fast
    heads = [m for m in run_on_patterns(words).head.finditer(text) if not m["attached"]]
    for k, match in enumerate(heads):
        word, number = _named(match[0], words)
        if number != last.get(word, -1) + 1:
            continue
        if text[: match.start()].rstrip()[-1:] not in tuple(_SENTENCE_ENDS):
            continue
        ends = [*(m.start() for m in heads[k + 1 :]), len(text)]
        titles = [text[m.end() : end] for m, end in zip(heads[k:], ends, strict=True)]
        if all(_is_title(title, words) for title in titles):
            for inner in heads[k:]:
                word, number = _named(inner[0], words)
                last[word] = number
            return [m.start() for m in heads[k:]]
    return []


def _is_title(behind: str, words: StructureWords) -> bool:
    """Whether what stands behind "PART II" is its title, or nothing."""
    title = behind.strip(_DELIMITER)
    if not title:
        return True
    if len(title) > LONGEST_TITLE or behind.rstrip()[-1] in ".;:,":
        return False
    shown = title.isupper() or _DASHED.match(behind) is not None
    return shown and looks_like_heading(title, words)


def _named(printed: str, words: StructureWords) -> tuple[str, int]:
    """The word of a part and its number: 0 where that is neither a figure nor a numeral."""
    word, _, number = printed.partition(" ")
    number = number.strip()
    if number.isdecimal():
        return word.lower(), int(number)
    written = words.ordinals.get(number.upper())
    return word.lower(), written or roman_value(number.lower()) or 0
