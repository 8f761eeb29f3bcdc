"""What closes a law that runs on: ``on 1 May. SPEAKER OF THE HOUSE A. Brand``, ``Done at Port on``.

It stands behind the last words of the last section, and is no law's.
"""

from __future__ import annotations

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.segmenter.lines.line import Line

_STOP = expression(r"[a-z)\]”\"]\.\s+(?=[A-Z])")
_CAPITALS = expression(r"(?:[A-Z][A-Z’'-]+\s?){2,9}(?=$|[A-Z\d(])")
#: What closes a law is no longer.
_MOST = 400


def cut_signed(lines: list[Line], words: StructureWords) -> list[Line]:
    """The lines that were cut out of one, and what closes the law in the last; ``furniture``."""
    last = lines[-1]
    for stop in _STOP.finditer(last.text, max(0, len(last.text) - _MOST)):
        rest = last.text[stop.end() :]
        if _signs(rest, words) and not words.end.binds.search(rest):
            return [*lines, last.cut_off(stop.end(), furniture=True)]
    return lines


def _signs(rest: str, words: StructureWords) -> bool:
    """Whether words begin with an office in capitals, or with what sets a law's end in form."""
    capitals = _CAPITALS.match(rest)
    if capitals and words.end.signature.fullmatch(capitals[0].strip()):
        return True
    return words.end.closes.match(rest) is not None
