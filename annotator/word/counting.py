"""Fields that print a number that is written nowhere: AUTONUM and its kin, and LISTNUM."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lxml import etree

from annotator.expressions import expression
from annotator.word.numbering import Numbering
from annotator.word.numerals import numeral

#: The fields that count.
COUNTING = frozenset({"AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM"})
_LIST = "LISTNUM"
_WORDS = expression(r'"[^"]*"|\S+')
_LEVELS = 9
#: Words that no heading is count below all headings.
_BODY = _LEVELS
#: How the levels of Word's own lists print: what stands before a number, its kind, what behind.
_NUMBERS = (
    ("", "decimal", ")"), ("", "lowerLetter", ")"), ("", "lowerRoman", ")"),
    ("(", "decimal", ")"), ("(", "lowerLetter", ")"), ("(", "lowerRoman", ")"),
    ("", "decimal", "."), ("", "lowerLetter", "."), ("", "lowerRoman", "."),
)  # fmt: skip
_OUTLINE = (
    ("", "upperRoman", "."), ("", "upperLetter", "."), ("", "decimal", "."),
    ("", "lowerLetter", ")"), ("(", "decimal", ")"), ("(", "lowerLetter", ")"),
    ("(", "lowerRoman", ")"), ("(", "lowerLetter", ")"), ("(", "lowerRoman", ")"),
)  # fmt: skip
_LEGAL = "legaldefault"
_OWN = {"numberdefault": _NUMBERS, "outlinedefault": _OUTLINE, "": _NUMBERS}
_FORMATS = {
    "roman": "lowerRoman",
    "ROMAN": "upperRoman",
    "Roman": "upperRoman",
    "alphabetic": "lowerLetter",
    "ALPHABETIC": "upperLetter",
    "Alphabetic": "upperLetter",
}


def kind_of(instruction: str) -> str:
    """The first word of an instruction, which says what a field is."""
    return next(iter(instruction.split()), "").upper()


class CountingFields:
    """Counts the fields of a document as they are met.

    Args:
        numbering: of the document, whose lists such a field may count on in.
    """

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._paragraph: object = None
        self._level = 0

    def printed(self, instruction: str, paragraph: etree._Element, outline: int | None) -> str:
        """What a field prints.

        Args:
            instruction: of the field.
            paragraph: in which it stands.
            outline: its level as a heading, from 0, if it is one.
        """
        first, *words = (one.strip('"') for one in _WORDS.findall(instruction))
        switches = dict(_switches(words))
        if first.upper() == _LIST:
            name = words[0] if words and not words[0].startswith("\\") else ""
            return self._in_list(name, switches, paragraph)
        return self._automatic(first.upper(), switches, paragraph, outline)

    def _automatic(
        self, kind: str, switches: dict[str, str], paragraph: etree._Element, outline: int | None
    ) -> str:
        level = _BODY if outline is None else min(outline, _LEVELS - 1)
        counts = self._counts["autonum"]
        if paragraph is not self._paragraph:  # A second one in a paragraph prints the same.
            _count(counts, level)
        self._paragraph = paragraph
        if kind == "AUTONUMOUT" and level < _LEVELS:
            before, how, behind = _OUTLINE[level]
            return f"{before}{numeral(counts[level], how)}{behind}"
        sign = switches.get("s", ".")[:1]
        if kind == "AUTONUMLGL" and level < _LEVELS:
            whole = sign.join(str(counts.get(above, 1)) for above in range(level + 1))
            return whole if "e" in switches else whole + sign
        how = _FORMATS.get(switches.get("*", ""), "decimal")
        return numeral(counts[level], how) + ("" if "e" in switches else sign)

    def _in_list(self, name: str, switches: dict[str, str], paragraph: etree._Element) -> str:
        again = paragraph is self._paragraph
        self._paragraph = paragraph
        level = _whole(switches.get("l"), self._level + 1 if again else 0)
        start = _whole(switches.get("s"), 0)
        if not name or name.lower() not in (*_OWN, _LEGAL):
            label = self._numbering.below(paragraph, name, level - 1 if level else None, start)
            if label is not None:
                self._level = label.level + 1
                return label.text
        self._level = level = min(max(level, 1), _LEVELS)
        name = name.lower() if name.lower() == _LEGAL else name.lower() or "numberdefault"
        counts = self._counts[name]
        if start:
            counts[level] = start - 1
        _count(counts, level)
        if name == _LEGAL:
            return "".join(f"{counts.get(above, 1)}." for above in range(1, level + 1))
        before, how, behind = _OWN.get(name, _NUMBERS)[level - 1]
        return f"{before}{numeral(counts[level], how)}{behind}"


def _count(counts: dict[int, int], level: int) -> None:
    counts[level] = counts.get(level, 0) + 1
    for below in [one for one in counts if one > level]:
        del counts[below]


def _switches(words: list[str]) -> Iterator[tuple[str, str]]:
    r"""The switches of an instruction, each with what follows it: ``\l 2``."""
    for at, word in enumerate(words):
        if word.startswith("\\") and len(word) > 1:
            following = words[at + 1] if at + 1 < len(words) else ""
            yield word[1:], "" if following.startswith("\\") else following


def _whole(said: str | None, otherwise: int) -> int:
    return int(said) if said and said.isdecimal() and len(said) < 6 else otherwise
