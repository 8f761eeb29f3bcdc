"""Where a new section would go, and the number that it would bear there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import count, islice

from annotator.eids import attachment_eid
from annotator.lang.words import HeadingTopics
from annotator.numbering import LATIN, is_of_a_code, unit_key
from annotator.reading import LawText, WholeProvision
from annotator.schema import Finding

#: More numbers than one place is ever asked for.
_ENOUGH = 200
_BODY = ("section", "Article", "regulation", "rule")
# What headings say weighs more than a clause or two: the provision's own, and that of its part.
_OWN_HEADING, _ABOVE = 4, 2


class Placing:
    """Where the new sections on an issue would stand in a law."""

    def __init__(self, law: LawText, words: HeadingTopics, issue: str) -> None:
        self._law = law
        self._words = words
        self._issue = issue

    def after(self, calling: Sequence[Finding]) -> WholeProvision | None:
        """The provision after which a section that these clauses call for would stand.

        It is the one that regulates the matter: of those that hold such clauses one whose heading
        names it, or which is more than what stands around the matter of a law (its opening, its
        offences, its end); else one that is headed so; else the last before the end of the law.
        Under the headings where most speaks for it, it is the provision for which most does, the
        last of equals, with what was inserted after it since (12A after 12). None where all the
        clauses stand in schedules.
        """
        weights: Counter[str] = Counter()
        for one in calling:
            clause = one.clause
            if self._is_body(provision := self._law.provision_of(clause)):
                first = max(one.issues, key=lambda raised: raised.score, default=None)
                surest = first is not None and first.issue == self._issue
                weights[provision.eid] += 0 if clause.kind == "definition" else 1 + surest
        if not weights:
            return None
        holding = [self._law.provisions[eid] for eid in weights]
        fit = [one for one in holding if self._heading(one)]
        fit = fit or [one for one in holding if weights[one.eid] and self._is_substantive(one)]
        fit = fit or [one for one in self._body if self._heading(one) and self._is_substantive(one)]
        if fit:
            return _last_inserted(self._law, self._fullest(fit, weights))
        return self._end_of_matter() or self._fullest(holding, weights)

    def _fullest(
        self, provisions: Sequence[WholeProvision], weights: Mapping[str, int]
    ) -> WholeProvision:
        weight = {one.eid: weights[one.eid] + self._heading(one) for one in provisions}
        parts: Counter[tuple[str, ...]] = Counter()
        for one in provisions:
            parts[one.clauses[0].path] += weight[one.eid]
        (path, _), *_ = parts.most_common(1)
        within = [one for one in provisions if one.clauses[0].path == path]
        return max(within, key=lambda one: (weight[one.eid], one.end))

    def _heading(self, provision: WholeProvision) -> int:
        """How much the headings of a provision say that it is on the issue."""
        headed = self._words.headed.get(self._issue)
        if headed is None:
            return 0
        if headed.search(provision.clauses[0].heading):
            return _OWN_HEADING
        return _ABOVE if headed.search(_above(provision)) else 0

    def _is_substantive(self, provision: WholeProvision) -> bool:
        around = self._words.around
        heading = provision.clauses[0].heading
        return not (around.search(heading) or around.search(_above(provision)))

    def _end_of_matter(self) -> WholeProvision | None:
        """The last provision before the miscellany at the end of a law."""
        matter = [one for one in self._body if self._is_substantive(one)]
        return matter[-1] if matter else None

    def _is_body(self, provision: WholeProvision) -> bool:
        return provision.word in _BODY and not attachment_eid(provision.eid)

    @cached_property
    def _body(self) -> list[WholeProvision]:
        provisions = sorted(self._law.provisions.values(), key=lambda one: one.end)
        return [one for one in provisions if self._is_body(one)]


def _above(provision: WholeProvision) -> str:
    """The headings above a provision, without the notes in brackets that editors put behind."""
    return re.sub(r"\[.*?(?:\]|$)", "", " ".join(provision.clauses[0].path[-1:]))


def _last_inserted(law: LawText, provision: WholeProvision) -> WholeProvision:
    """The last of the provisions that bear the same whole number, one after the other."""
    provisions = sorted(law.provisions.values(), key=lambda one: one.end)
    numbers = [one.number for one in provisions if one.word == provision.word]
    chapter_of = _chapters(numbers)
    whole = _whole_of(provision.number, chapter_of)
    at = next(at for at, one in enumerate(provisions) if one.eid == provision.eid)
    last = provision
    for following in provisions[at + 1 :]:
        same = following.word == provision.word and whole == _whole_of(following.number, chapter_of)
        # "4.2 to 6" is what a repeal has left.
        if not same or " to " in following.number:
            break
        last = following
    return last


def _whole_of(number: str, chapter_of: Callable[[str], str]) -> tuple[str, int]:
    above = chapter_of(number)
    return above, unit_key(number[len(above) :])[0]


def _chapters(numbers: Sequence[str]) -> Callable[[str], str]:
    """What tells the chapter in the numbers of a law's sections: nothing, where most bear none."""
    return chapter if is_by_chapter(numbers) else lambda _: ""


def chapter(number: str) -> str:
    """What stands for its chapter in a section's number, or nothing.

    >>> chapter("4.3A"), chapter("4.3-1"), chapter("2C:13-8"), chapter("14A")
    ('4.', '4.', '2C:13-', '')
    """
    pattern = r".*[.:-](?=\d)" if is_of_a_code(number) else r"\d+[A-Z]{0,2}[.:-](?=\d)"
    found = re.match(pattern, number)
    return found[0] if found else ""


def is_by_chapter(numbers: Sequence[str]) -> bool:
    """Whether most numbers are those of a chapter's sections, and not of what was inserted.

    >>> is_by_chapter(["1.1", "1.2", "2.1"]), is_by_chapter(["1", "1.1", "1.2", "2"])
    (True, False)
    """
    known = set(numbers)
    held = sum(above[:-1] not in known for number in numbers if (above := chapter(number)))
    return held * 2 > len(numbers)


class Numbers:
    """Hands out the numbers of new sections, as the law numbers what was inserted into it.

    >>> Numbers(["1", "2", "2A", "3"], "section").after("2A")
    '2B'
    >>> Numbers(["1", "2", "2.1", "3"], "section").after("3")
    '3.1'
    >>> Numbers(["1", "2"], "Article").after("2")
    '2a'
    >>> numbers = Numbers(["2", "2A", "2AA", "2AB", "3"], "section")
    >>> numbers.after("2AB"), numbers.after("2AB")
    ('2AC', '2AD')
    >>> Numbers(["1", "2", "2/1", "3"], "Article").after("2/1")
    '2/2'
    >>> Numbers(["1.1", "1.2", "2.1"], "section").after("1.1")
    '1.1A'
    """

    def __init__(
        self,
        numbers: Sequence[str],
        word: str,
        *,
        by_level: bool = False,
        inner: Sequence[str] = (),
    ) -> None:
        """Read how a law numbers.

        Args:
            numbers: of its sections, or of its articles.
            word: which of the two.
            by_level: whether it cites a subsection by its level.
            inner: the numbers of what they hold, which no new one may look like: ``4.4``.
        """
        self._taken = {*numbers, *inner}
        self._chapter_of = _chapters(numbers)
        own = [number[len(self._chapter_of(number)) :] for number in numbers]
        decimals = own != list(numbers) or any("." in number for number in inner)
        self._way = _way_of(own, word, by_level, decimals)

    def after(self, number: str) -> str:
        """The next free number after one, which is taken from then on."""
        above = self._chapter_of(number)
        inserted = (above + own for own in _inserted(number[len(above) :], self._way))
        candidates = list(islice((new for new in inserted if new not in self._taken), _ENOUGH))
        new = next((new for new in candidates if _follows(new, number)), candidates[0])
        self._taken.add(new)
        return new


def _way_of(numbers: Sequence[str], word: str, by_level: bool, decimals: bool) -> str:
    """How the law numbers an inserted section: ``A``, ``a``, ``.1``, ``/1``, ``-a`` or ``bis``.

    One that was never amended tells by its style: laws in articles take small letters, those that
    cite a subsection by its level (``subsection 11(1)``) decimals. Where these number something
    else (``decimals``), articles take a hyphen.
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
        if re.fullmatch(shape, number) and not (decimals and way == ".1")
    )
    if shapes:
        return shapes.most_common(1)[0][0]
    if decimals:
        return "-1" if word == "Article" else "A"
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
    if way[-1] in "Aa" and (
        inserted := re.fullmatch(rf"{re.escape(stem)}-?([A-Z]+)([A-Y])", number, re.I)
    ):
        # Two letters stand behind one, in an order of their own: after "27JF" comes "27JG".
        last = inserted[2]
        end = "Z" if last.isupper() else "z"
        yield from (f"{number[:-1]}{chr(code)}" for code in range(ord(last) + 1, ord(end) + 1))
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
