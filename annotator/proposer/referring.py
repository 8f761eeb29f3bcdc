"""Which provisions of a law refer to one: they refer to nothing once it is repealed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from annotator.expressions import expression
from annotator.lang.en.references import OF_A_LARGER, OF_ANOTHER_LAW, REFERENCE, REFERRED
from annotator.numbering import unit_key
from annotator.reading.law import folded
from annotator.schema import Clause

_INNER = expression(r"\(\w{1,5}\)")
#: All clauses of a large law, of which each of its repeals asks.
_REMEMBERED = 8192


def referring_to(number: str, clauses: Iterable[Clause]) -> list[str]:
    """The numbers of the clauses that refer to a provision, or to what is in it, in their order.

    Args:
        number: that of the provision, as cited: ``12``, ``12(3)(a)``.
        clauses: of the law.
    """
    if "," in number or not number[:1].isdigit():  # of a schedule, or of no number of its own
        return []
    found = (
        one.number for one in clauses if not _is_within(one.number, number) and _refers(one, number)
    )
    return list(dict.fromkeys(found))


def _refers(clause: Clause, number: str) -> bool:
    return any(
        _is_within(first, number) or (last and _lies_between(number, first, last))
        for first, last in _referred(clause.text, clause.number)
    )


def _is_within(number: str, whole: str) -> bool:
    return number == whole or number.startswith(f"{whole}(")


def _lies_between(number: str, first: str, last: str) -> bool:
    """Whether a provision is one of several that are next to each other."""
    depth = first.count("(")
    if last.count("(") != depth or number.count("(") != depth:
        return False
    heads = {one.rpartition("(")[0] for one in (number, first, last)}
    keys = [unit_key(one.rpartition("(")[2].rstrip(")")) for one in (first, number, last)]
    return len(heads) == 1 and keys[0] <= keys[1] <= keys[2]


@lru_cache(maxsize=_REMEMBERED)
def _referred(text: str, own: str) -> tuple[tuple[str, str], ...]:
    """The provisions of the law that a clause names: each, or the first and the last of several.

    Args:
        text: of the clause.
        own: its number.
    """
    words, end = folded(text), 0
    named: list[tuple[str, str]] = []
    while found := REFERENCE.search(words, end):
        chain = [found[2]]
        end = found.end()
        while (joint := OF_A_LARGER.match(words, end)) and (
            larger := REFERENCE.match(words, joint.end())
        ):
            chain.append(larger[2])
            end = larger.end()
        if OF_ANOTHER_LAW.match(words, end):
            continue
        holder = own
        for said in reversed(chain[1:]):
            *_, (holder, _) = _numbers(said, holder)
        named += _numbers(chain[0], holder)
    return tuple(named)


def _numbers(said: str, holder: str) -> Iterator[tuple[str, str]]:
    """The numbers in ``12(2), (3) and 14 to 16``, those without a section's being of a holder."""
    before = ""
    for joint, number in REFERRED.findall(said):
        whole = number.replace(" ", "")
        if whole.startswith("("):
            whole = _placed(whole, before or holder)
        yield (before, whole) if joint and before else (whole, "")
        before = whole


def _placed(labels: str, beside: str) -> str:
    """Labels in the place of those of the same kind in a number: ``(b)`` beside ``12(3)(a)``."""
    unit, own = beside.partition("(")[0], _INNER.findall(beside)
    kind = _kind(_INNER.findall(labels)[0])
    kept: Sequence[str] = own
    for at, label in enumerate(own):
        if _kind(label) == kind:
            kept = own[:at]
            break
    return unit + "".join(kept) + labels


def _kind(label: str) -> str:
    """A digit's label, a letter's or a numeral's stand at different depths."""
    inner = label.strip("()")
    return "digit" if inner[0].isdigit() else "numeral" if set(inner) <= set("ivx") else "letter"
