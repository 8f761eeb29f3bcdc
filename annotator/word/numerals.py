"""Numbers as Word prints them before the paragraphs of its lists."""

from __future__ import annotations

from annotator.numbering import LAST_ROMAN, label_number

#: A list has no more; a file could ask for a letter a million times over.
_MOST_LETTERS = 26 * 30
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = (
    "zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_SIGNS = "*†‡§"


def numeral(number: int, kind: str) -> str:
    """A number in one of Word's formats; in figures where the format is not known.

    >>> [numeral(28, kind) for kind in ("decimal", "lowerLetter", "upperRoman", "ordinalText")]
    ['28', 'bb', 'XXVIII', 'Twenty-eighth']
    >>> numeral(7, "001, 002, 003, ...")
    '007'
    """
    if kind in ("none", "bullet"):
        return ""
    if kind in ("lowerLetter", "upperLetter") and 0 < number <= _MOST_LETTERS:
        letter = chr((number - 1) % 26 + ord("a" if kind == "lowerLetter" else "A"))
        return letter * ((number - 1) // 26 + 1)
    if kind in ("lowerRoman", "upperRoman") and 0 < number <= LAST_ROMAN:
        roman = label_number("roman" if kind == "lowerRoman" else "ROMAN", number)
        return roman or str(number)
    if kind == "ordinal":
        return f"{number}{_ending(number)}"
    if kind in ("cardinalText", "ordinalText") and 0 <= number < 1000:
        words = _words(number)
        return (words if kind == "cardinalText" else _ordinal(words)).capitalize()
    if kind == "chicago" and 0 < number <= _MOST_LETTERS:
        return _SIGNS[(number - 1) % 4] * ((number - 1) // 4 + 1)
    if kind == "numberInDash":
        return f"- {number} -"
    return str(number).zfill(_width(kind))


def _width(kind: str) -> int:
    """How wide a number is at least, with zeros before it: ``decimalZero``, ``001, 002, ...``."""
    if kind == "decimalZero":
        return 2
    sample = kind.partition(",")[0].strip()
    return len(sample) if sample.isdecimal() and len(sample) < 10 else 0


def _ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _words(number: int) -> str:
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return f"{_TENS[tens]}-{_ONES[ones]}" if ones else _TENS[tens]
    hundreds, rest = divmod(number, 100)
    return f"{_ONES[hundreds]} hundred" + (f" {_words(rest)}" if rest else "")


def _ordinal(words: str) -> str:
    at = max(words.rfind("-"), words.rfind(" ")) + 1
    last = words[at:]
    ordinal = _ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return words[:at] + ordinal
