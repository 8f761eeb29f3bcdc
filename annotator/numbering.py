"""The grammar of provision numbers.

What a number can be (``14``, ``14A``, ``20.1``, ``14 bis``, ``IV``, ``(a)``, ``(b.1)``, ``(ii)``,
``a)``, ``–``), how numbers follow one another and how they are cited. What they become in an eId,
:mod:`annotator.eids` says.
One label may have several *readings*: ``(i)`` is the ninth letter or the first numeral; only its
neighbours tell, and telling is the segmenter's business. Here is what each reading would mean.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from annotator.expressions import expression

#: In the order of what they stand for.
RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
#: What stands before the items of a list in place of numbers.
BULLETS = "–—-•*·◦▪●○■"

#: Order among numbers: the whole part, then what was inserted after it.
Key = tuple[int, tuple[str, ...]]

#: What follows a number that was inserted after another: ``14 bis``, ``14 ter``.
LATIN = (
    "prim", "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies",
    "undecies", "duodecies",
)  # fmt: skip
_ROMAN = expression(r"m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
#: The same in capitals, which are no letters of a series: ``11 Bis``.
_COPY = expression(rf"(?i:{'|'.join(LATIN)})\b")
_INSERTED_NUMERAL = expression(rf"([IVXLC]+)[\s-]?([A-H]{{1,2}}|{'|'.join(LATIN)})")
_ROMAN_MARKS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
#: The greatest number that is written so.
LAST_ROMAN = 3999
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}

#: The number of a code's section: its chapter's before its own, as American states have them.
#: ``20A.02``, ``9A.40.100``, ``2C:13-8``, ``14-43.11``, ``18.2-48.1``. From its second digit.
_CODE_NUMBER = (
    r"\d{0,2}(?:[A-Z]{1,2}\.\d{1,4}(?:\.\d{1,4})?[A-Z]?"
    r"|[A-Z]:\d{1,3}[A-Z]?-\d{1,3}(?:\.\d{1,2})?[a-z]?"
    r"|(?:\.\d{1,2})?[A-Z]?(?:-\d{1,4}){1,2}\.\d{1,3}"
    r"|(?:\.\d{1,2})?[A-Z]?(?:-\d{1,3}[A-Z]?(?:\.\d{1,2})?){1,2}-\d{1,4}[A-Z]?(?:\.\d{1,3})?"
    r")(?![\w’'-])"
)
#: One letter, or several times the same: ``10-a``, ``391-zz``.
_REPEATED = "|".join(f"{letter}{{1,6}}" for letter in "abcdefghijklmnopqrstuvwxyz")
#: The number of a section, article or rule: ``14``, ``14A``, ``20.1``, ``209.21``, ``14 bis``; as
#: inserted in other traditions, ``10/1``, ``10-2``, ``10-a``, ``3-A``; ``311-1`` of a code's book
#: (``L. 311-1``); ``1º``. A hyphen before a capital may also be a dash before the words ("10-A
#: permit"): the number then has it only before a mark or another capital.
#: Without the letter of a book it begins with one digit in all ways, and so is found fast: the rest
#: of it stands apart.
BEHIND_FIRST_DIGIT = (
    rf"(?:{_CODE_NUMBER}|"
    r"\d{0,3}(?:\.\d{1,4}){0,9}"
    r"(?:(?!(?:ST|ND|RD|TH)\b)[A-Z]{1,3}(?:\d{1,2}[A-Z]?)?(?![\w’'])|[a-z](?![\w’'])"
    r"|[a-z]{1,2}(?=-\d))?"
    r"(?:(?:[-–](?!(?:19|20)\d\d\b)\d{1,4}|/\d{1,2}){1,2}[A-Za-z]?(?![\w’']|[/–-]\d)"
    rf"|[-/](?:{_REPEATED})(?![\w’')])"
    r"|[º°]?-[A-Z]{1,2}(?=\s?[.:—–(\[]|\s[A-Z]|$)|[º°](?!\w))?"
    rf"(?:[\s-]?(?:{'|'.join(LATIN)}|Bis|BIS|Ter|TER|Quater|QUATER)\b)?)"
)
PLAIN_UNIT_NUMBER = rf"\d{BEHIND_FIRST_DIGIT}"
#: The letter of a code's book, and how the numbers begin that may bear it.
BOOK = r"[LRD]\.?\s?"
NUMBER_OF_A_CODE = r"\d{3,4}-\d"
UNIT_NUMBER = rf"(?:{BOOK}(?={NUMBER_OF_A_CODE}))?{PLAIN_UNIT_NUMBER}"
#: What stands between brackets, or before one: ``1A``, ``b.1``, ``ii``, ``aa``.
ITEM_NUMBER = (
    r"\d{1,3}(?:\.\d{1,3}){0,9}(?:[A-Z]{0,3}|-?[a-z](?![a-z])|[¹²³⁴-⁹]{1,2}|\^\d{1,2})(?:[\s-]?(?:bis|ter|quater))?"
    r"|[A-Za-z]{1,5}(?:[.-]\d{1,2}|[¹²³⁴-⁹]{1,2})?|[a-z]\d"
)


class LabelReading(NamedTuple):
    """One way to read a label: in which system of numerals, and where that puts it in order.

    ``system`` is ``arabic``, ``alpha``, ``roman``, ``ALPHA``, ``ROMAN``, ``double`` (``aa``,
    ``bb``, a level of its own in some traditions) or ``dash``.
    """

    system: str
    key: Key

    @property
    def first(self) -> bool:
        """Whether a list may begin with it: ``(a)``, or ``(za)`` that was put in before it."""
        return self.key[0] == 0 or (self.key[0] == 1 and not self.key[1])


def roman_value(text: str) -> int | None:
    """The value of a lower-case Roman numeral, or None where it is none."""
    if not text or not _ROMAN.fullmatch(text):
        return None
    total = 0
    for mark, following in zip(text, [*text[1:], ""], strict=True):
        value = _ROMAN_VALUES[mark]
        total += -value if following and _ROMAN_VALUES[following] > value else value
    return total


def _tail(text: str) -> tuple[str, ...]:
    """What was inserted after the whole number: ``.1`` is ``('.1',)``, ``A`` is ``('A',)``."""
    parts = []
    for part in re.findall(r"[./:^–-]\d+|[a-z]+|[A-Z]+|\d+|[⁰¹²³⁴-⁹]+", text):
        # bis, ter ... sort as letters do; a longer run of letters follows a shorter one (Z, AA).
        if part in LATIN:
            parts.append("~" + chr(97 + LATIN.index(part)))
        elif part.isalpha():
            parts.append(f"{len(part)}{part.lower()}")
        else:
            parts.append("." + part[1:] if part[0] in "/:^–-" else part.translate(_RAISED))
    return tuple(parts)


#: Raised digits number what was inserted, as ``3/1`` does: Article 3¹.
_RAISED = {ord(raised): f".{n}" for n, raised in enumerate(RAISED_DIGITS)}
_PLAIN = str.maketrans(RAISED_DIGITS, "0123456789")
#: The same behind a letter or a numeral: ``b1``, ``b¹``, ``iv²``.
_DIGITS_BEHIND = expression(rf"([^\W\d_]{{1,5}})(\d{{1,2}}|[{RAISED_DIGITS}]{{1,2}})")


@lru_cache(maxsize=4096)
def unit_key(label: str) -> Key:
    """The place of a section's or article's number in order.

    >>> unit_key("14") < unit_key("14A") < unit_key("14B") < unit_key("15")
    True
    >>> unit_key("20.1") < unit_key("20.11") < unit_key("20.2")
    True
    >>> unit_key("IV") < unit_key("IVA") < unit_key("V")
    True
    """
    label = _COPY.sub(lambda copy: copy[0].lower(), label.strip())
    digits = re.match(r"(?:[LRD]\.?\s?)?(\d+)", label)
    if digits:
        return int(digits[1]), _tail(label[digits.end() :])
    numeral, inserted = _inserted_numeral(label)
    return roman_value(numeral.lower()) or 0, _tail(inserted)


def _inserted_numeral(label: str) -> tuple[str, str]:
    """A Roman numeral, and what was inserted behind it: ``IVA`` is ``IV`` and ``A``."""
    if roman_value(label.lower()) is not None:
        return label, ""
    match = _INSERTED_NUMERAL.fullmatch(label)
    return (match[1], match[2]) if match else (label, "")


#: What British laws put in before the first item of a list: ``(za)``, before that ``(zza)``;
#: ``(ai)`` before ``(i)``. So is ``(aza)`` put in between ``(a)`` and ``(aa)``.
_BEFORE_A = expression(r"(z{1,3})([a-y])|(?P<numeral>a)i")
_BEFORE_AA = expression(r"[a-y](z[a-y])")
_PUT_IN_FIRST = 9


@lru_cache(maxsize=4096)
def readings(label: str) -> tuple[LabelReading, ...]:
    """Every way to read a list label, likeliest first; none where it is no label at all.

    >>> [r.system for r in readings("i")]
    ['roman', 'alpha']
    >>> [r.system for r in readings("b.1")], [r.system for r in readings("iii-2")]
    (['alpha'], ['roman'])
    >>> [r.key[0] for r in readings("zza")], [r.system for r in readings("ai")]
    ([0], ['alpha', 'alpha', 'roman'])
    >>> readings("shall")
    ()
    """
    label = label.strip()
    if not label:
        return ()
    if label in BULLETS:
        return (LabelReading("dash", (1, ())),)
    if label[0].isdigit():
        return (LabelReading("arabic", unit_key(label)),)
    if label[-1].isdigit() and (put_in := _DIGITS_BEHIND.fullmatch(label)):  # b1, b¹
        label = f"{put_in[1]}.{put_in[2].translate(_PLAIN)}"
    elif len(label) == 1 and not label.isascii():  # ç stands behind c, č behind c
        label = f"{unicodedata.normalize('NFD', label)[0]}.1"
    stem, _, fraction = label.replace("-", ".").replace("^", ".").partition(".")
    tail = (f".{fraction}",) if fraction else ()
    if stem.islower():
        return _letter_readings(stem, tail, "alpha", "roman")
    if stem.isupper():
        return _letter_readings(stem.lower(), tail, "ALPHA", "ROMAN")
    if len(stem) == 2 and stem[0].islower():  # aA, in Irish and Australian insertions
        return (LabelReading("alpha", (ord(stem[0]) - 96, ("1" + stem[1].lower(), *tail))),)
    return ()


def _letter_readings(
    stem: str, tail: tuple[str, ...], alpha: str, roman: str
) -> tuple[LabelReading, ...]:
    found = []
    value = roman_value(stem)
    if value is not None and value < 50:
        found.append(LabelReading(roman, (value, tail)))
    if not stem.isascii():
        return tuple(found)
    if len(stem) == 1:
        found.append(LabelReading(alpha, (ord(stem) - 96, tail)))
    elif len(stem) == 2:
        # (aa) may follow (z), be inserted after (a), or open a level of doubled letters.
        found.append(LabelReading(alpha, (ord(stem[0]) - 96, (f"1{stem[1]}", *tail))))
        found.append(LabelReading(alpha, (26 * (ord(stem[0]) - 96) + ord(stem[1]) - 96, tail)))
        if stem[0] == stem[1]:
            found.append(
                LabelReading("double" if alpha == "alpha" else "DOUBLE", (ord(stem[0]) - 96, tail))
            )
    elif alpha == "alpha" and (behind := _BEFORE_AA.fullmatch(stem)):
        found.append(LabelReading(alpha, (ord(stem[0]) - 96, (f"0{behind[1]}", *tail))))  # (aza)
    if alpha == "alpha" and (put_in := _BEFORE_A.fullmatch(stem)):
        # Each z more puts what bears it before the others.
        zs = len(put_in[1] or "")
        place = f"{_PUT_IN_FIRST - zs}{put_in[2] or put_in['numeral']}"
        found.append(LabelReading(alpha if zs else roman, (0, (place, *tail))))
    if value is None and len(stem) > 1 and (before := roman_value(stem[:-1])) and before < 50:
        found.append(LabelReading(roman, (before, (f"1{stem[-1]}", *tail))))  # (iia), (iva)
    return tuple(found)


def is_after(later: Key, earlier: Key) -> bool:
    """Whether ``later`` may stand after ``earlier`` in one series.

    Fractions are ordered as decimals (20.1, 20.11, 20.2) or as whole numbers (1.9, 1.10): laws
    do both. Letters too are ordered in more than one way: AA follows Z, or is inserted behind A,
    or before it.

    >>> is_after(unit_key("10B"), unit_key("10AB")), is_after(unit_key("43A"), unit_key("43ZB"))
    (True, True)
    """
    if later > earlier:
        return True
    if later[0] != earlier[0]:
        return False
    return _as_integers(later) > _as_integers(earlier) or _letters_after(later[1], earlier[1])


def _letters_after(later: tuple[str, ...], earlier: tuple[str, ...]) -> bool:
    """Whether letters follow others as inserted ones do: 10AB, 10B; 43ZB, 43A; 4AAB, 4AA, 4A."""
    if not (later and earlier and later[0][0] in "123456" and earlier[0][0] in "123456"):
        return False
    behind, before = later[0][1:], earlier[0][1:]
    if not (behind.isalpha() and before.isalpha()):
        return False
    # ZA and YA stand before A, and AA before A where the law puts it so.
    if behind > before or (before.startswith(behind) and before != behind):
        return True
    return re.sub("[yz](?=.)", " ", behind) > re.sub("[yz](?=.)", " ", before)


def _as_integers(key: Key) -> tuple[tuple[int, str], ...]:
    return tuple((int(part[1:]), "") if part.startswith(".") else (0, part) for part in key[1])


_OF_A_CODE = expression(
    r"\d{1,2}\.\d{2,3}\.\d{3}|\d{1,3}[A-Za-z]{0,2}(?:\.\d{1,2})?[-:]\d{3}|\d{3}\.\d{2}|\d{4}\.\d|\d{1,3}[A-Z]{1,2}[.:]\d"
    r"|\d{1,3}(?:\.\d{1,2})?-\d{1,4}\.\d|\d{1,3}[A-Z]?-\d{1,3}[A-Z]?(?:\.\d{1,2})?-\d"
)


def is_of_a_code(number: str) -> bool:
    """Whether a section's number has its chapter's before its own, as in American codes.

    >>> is_of_a_code("20A.02"), is_of_a_code("13-1307"), is_of_a_code("787.06"), is_of_a_code("5.1")
    (True, True, True, False)
    """
    return _OF_A_CODE.match(number) is not None


_DATE = expression(
    r"(?:1[6-9]|2[0-2])\d\d([.-])\d{1,2}\1\d{1,2}|\d{1,2}([.-])\d{1,2}\2(?:1[6-9]|2[0-2])\d\d"
)


def is_date(number: str) -> bool:
    """Whether three numbers in a row are a day, as gazettes print them.

    >>> is_date("2064.5.19"), is_date("24.06.2013"), is_date("20.1.3")
    (True, True, False)
    """
    return _DATE.fullmatch(number) is not None


def plain_number(printed: str) -> str:
    """A number as it is cited: with digits of our own script, without the sign of an ordinal.

    >>> plain_number("２"), plain_number("1º")
    ('2', '1')
    """
    if printed.isascii():
        return printed
    digits = (str(unicodedata.decimal(mark, mark)) for mark in printed if mark not in "º°")
    return "".join(digits)


def gap(later: Key, earlier: Key) -> int:
    """How many whole numbers lie between two neighbours: 0 where nothing was skipped."""
    return max(0, later[0] - earlier[0] - 1)


def unit_number(number: str) -> str:
    """The number of the section or article in a clause's number as cited.

    >>> unit_number("57(1)"), unit_number("14 bis(2)(a)"), unit_number("2 “spouse”")
    ('57', '14 bis', '2')
    """
    return re.split(r"\(| “", number, maxsplit=1)[0].strip()


def label_number(system: str, value: int) -> str | None:
    """What a list label of that place is, or None where the system has none.

    >>> label_number("alpha", 4), label_number("roman", 9), label_number("arabic", 12)
    ('d', 'ix', '12')
    """
    if system == "arabic":
        return str(value)
    if system.lower() == "roman":
        numeral = _roman_numeral(value)
        return numeral.upper() if system.isupper() else numeral
    if system.lower() == "alpha" and value <= 26:
        return chr(value + (64 if system.isupper() else 96))
    return None


def counted_letters(value: int) -> str:
    """The letters by which a list counts its items, also those beyond ``z``.

    >>> [counted_letters(value) for value in (4, 26, 27, 53)]
    ['d', 'z', 'aa', 'ba']
    """
    letters = ""
    while value > 0:
        value, letter = divmod(value - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters


def _roman_numeral(value: int) -> str:
    written = ""
    for worth, mark in _ROMAN_MARKS:
        count, value = divmod(value, worth)
        written += mark * count
    return written
