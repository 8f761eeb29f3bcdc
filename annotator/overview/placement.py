"""Where a new section would go, and the number that it would bear there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count, islice

from annotator.eids import attachment_eid
from annotator.numbering import LATIN, unit_key
from annotator.reading import LawText, WholeProvision
from annotator.schema import Clause

#: More numbers than one place is ever asked for.
_ENOUGH = 200
_BODY = ("section", "Article", "regulation", "rule")


def place_after(law: LawText, calling: Sequence[Clause]) -> WholeProvision | None:
    """The provision after which a section that these clauses call for would stand.

    Under the headings where most of them are, it is the provision that holds most, the last of
    equals, with what was inserted after it since (12A after 12). None where all stand in schedules.
    """
    clauses = [clause for clause in calling if law.provision_of(clause).word in _BODY]
    clauses = [clause for clause in clauses if not attachment_eid(clause.eid)]
    if not clauses:
        return None
    (path, _), *_ = Counter(clause.path for clause in clauses).most_common(1)
    counts = Counter(law.provision_of(clause).eid for clause in clauses if clause.path == path)
    most = max(counts.values())
    fullest = max(
        (law.provisions[eid] for eid, count in counts.items() if count == most),
        key=lambda provision: provision.end,
    )
    return _last_inserted(law, fullest)


def _last_inserted(law: LawText, provision: WholeProvision) -> WholeProvision:
    """The last of the provisions that bear the same whole number, one after the other."""
    provisions = sorted(law.provisions.values(), key=lambda one: one.end)
    at = next(at for at, one in enumerate(provisions) if one.eid == provision.eid)
    last = provision
    for following in provisions[at + 1 :]:
        whole = unit_key(following.number)[0]
        same = following.word == provision.word and whole == unit_key(provision.number)[0]
        # "4.2 to 6" is what a repeal has left.
        if not same or " to " in following.number:
            break
        last = following
    return last


class Numbers:
    """Hands out the numbers of new sections, as the law numbers what was inserted into it.

    >>> Numbers(["1", "2", "2A", "3"], "section").after("2A")
    '2B'
    >>> Numbers(["1", "2", "2.1", "3"], "section").after("3")
    '3.1'
    >>> Numbers(["1", "2"], "Article").after("2")
    '2a'
    >>> Numbers(["1", "2", "2/1", "3"], "Article").after("2/1")
    '2/2'
    """

    def __init__(self, numbers: Sequence[str], word: str, *, by_level: bool = False) -> None:
        self._taken = set(numbers)
        self._way = _way_of(numbers, word, by_level)

    def after(self, number: str) -> str:
        """The next free number after one, which is taken from then on."""
        free = (new for new in _inserted(number, self._way) if new not in self._taken)
        candidates = list(islice(free, _ENOUGH))
        new = next((new for new in candidates if _follows(new, number)), candidates[0])
        self._taken.add(new)
        return new


def _way_of(numbers: Sequence[str], word: str, by_level: bool) -> str:
    """How the law numbers an inserted section: ``A``, ``a``, ``.1``, ``/1``, ``-a`` or ``bis``.

    One that was never amended tells by its style: laws in articles take small letters, those that
    cite a subsection by its level (``subsection 11(1)``) decimals.
    """
    shapes = Counter(
        way
        for number in numbers
        for way, shape in (
            ("A", r"\d+[A-Z]+"),
            ("a", r"\d+[a-z]"),
            (".1", r"\d+\.\d+"),
            ("/1", r"\d+/\d+"),
            ("-1", r"\d+-\d+"),
            ("-a", r"\d+-[a-z]"),
            ("-A", r"\d+-[A-Z]"),
            ("bis", r"\d+[ -]?(?:bis|ter|quater)"),
        )
        if re.fullmatch(shape, number)
    )
    if shapes:
        return shapes.most_common(1)[0][0]
    return "a" if word == "Article" else ".1" if by_level else "A"


def _inserted(number: str, way: str) -> Iterator[str]:
    """Numbers that a section inserted after one could bear, the best first."""
    # After what a repeal has left of several, the last of them counts: "12 to 14".
    number = number.rpartition(" to ")[2]
    whole = re.match(r"\d+|[IVXLC]+", number)
    stem = whole[0] if whole else number
    if way == "bis":
        # "prim" is what some number a first insertion by; those who say "bis" begin with it.
        yield from (f"{stem} {latin}" for latin in LATIN if latin != "prim")
    if way in ("/1", "-1"):
        yield from (f"{stem}{way[0]}{step}" for step in range(1, _ENOUGH))
    if way == ".1":
        yield from _decimals(number if "." in number else f"{stem}.0")
    for step in count(1):
        letters = _letters(step)
        joint = "-" if way[0] == "-" else ""
        yield stem + joint + (letters.lower() if way[-1] == "a" else letters)


def _decimals(number: str) -> Iterator[str]:
    """Decimal fractions that follow one: ``20.2`` to ``20.9`` after ``20.1``, then ``20.91``."""
    for _ in range(_ENOUGH):
        last = number[-1]
        number = number[:-1] + str(int(last) + 1) if last in "012345678" else f"{number}1"
        yield number


def _letters(step: int) -> str:
    """``A`` to ``Z``, then ``AA``."""
    letters = ""
    while step:
        step, letter = divmod(step - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _follows(new: str, number: str) -> bool:
    return not number[:1].isdigit() or unit_key(new) > unit_key(number)
