"""Digits raised behind the numbers of articles, as Georgia and Latvia number what was inserted.

``Article 3¹`` follows Article 3. A digit may also be a footnote's mark, and where a page was copied
without its looks it is raised no more: ``Article 31`` between Articles 3 and 4 is Article 3¹.
"""

from __future__ import annotations

from annotator.numbering import RAISED_DIGITS, unit_key
from annotator.segmenter.lines.openers import Candidate

#: No law has inserted more behind one article.
_MOST_INSERTED = 99
_RAISE = str.maketrans("0123456789", RAISED_DIGITS)


def read_raised(candidates: list[Candidate]) -> None:
    """Give the articles that were inserted their numbers, and take footnotes' marks from others."""
    plain = {candidate.unit.number for candidate in candidates}
    for candidate in candidates:
        number = candidate.unit.number.rstrip(RAISED_DIGITS)
        if number != candidate.unit.number and number not in plain:
            _renumber(candidate, number)
    _take_calls_off(candidates)
    _raise_again(candidates)
    _part_marks(candidates)


def _part_marks(candidates: list[Candidate]) -> None:
    """Read ``210`` as 10 behind a footnote's mark where it stands between 9 and 11."""
    for above, candidate, below in zip(candidates, candidates[1:], candidates[2:], strict=False):
        last, number, following = above.unit.until[0], candidate.unit.number, below.unit.key[0]
        own = str(last + 1)
        marked = number.isdecimal() and number.endswith(own) and int(number) > following
        if marked and following == last + 2 and len(number) > len(own):
            _renumber(candidate, own)


def _take_calls_off(candidates: list[Candidate]) -> None:
    """Read ``612`` between 5 and 7 as 6 with the mark of a footnote."""
    for three in zip(candidates, candidates[1:], candidates[2:], strict=False):
        above, number, below = (candidate.unit.number for candidate in three)
        if not (above.isdecimal() and number.isdecimal() and below.isdecimal()):
            continue
        meant = str(int(above) + 1)
        if int(below) == int(above) + 2 and number != meant and number.startswith(meant):
            _renumber(three[1], meant)


def _raise_again(candidates: list[Candidate]) -> None:
    """Read ``31`` as 3¹ where it stands, alone or with 32, between 3 and 4."""
    k = 1
    while k < len(candidates):
        base, first = candidates[k - 1].unit.number, k
        raised: list[str] = []
        while k < len(candidates):
            digits = _raised_digits(candidates[k].unit.number, base)
            if digits is None or int(digits) <= int(raised[-1] if raised else 0):
                break
            raised.append(digits)
            k += 1
        follows = k < len(candidates) and base.isdecimal() and candidates[k].unit.number
        if raised and follows == str(int(base) + 1):
            for candidate, digits in zip(candidates[first:k], raised, strict=True):
                _renumber(candidate, base + digits.translate(_RAISE))
        else:
            k = first + 1  # 12 and 121 are none of 1, but 121 may be of 12


def _raised_digits(number: str, base: str) -> str | None:
    """The digits behind a base in a number that is not simply the next one; None without any."""
    if not (base.isdecimal() and number.isdecimal() and number.startswith(base)):
        return None
    digits = number[len(base) :]
    follows = int(number) == int(base) + 1
    return None if not digits or follows or int(digits) > _MOST_INSERTED else digits


def _renumber(candidate: Candidate, number: str) -> None:
    key = unit_key(number)
    candidate.unit = candidate.unit._replace(number=number, key=key, until=key)
