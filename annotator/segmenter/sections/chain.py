"""Which of the lines that could open a section do: the best chain of them.

Decided for a whole region at once: the numbers of a chain rise, and a candidate speaks for itself
by what stands around it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from annotator.numbering import is_after, is_of_a_code
from annotator.segmenter.lines.openers import Candidate, Unit

#: What the very next number brings, and no other step more.
_VERY_NEXT = 0.5
#: To begin later costs no more: the sections of a code go into the thousands.
_LATEST = 400


def best_style(
    keyworded: list[Candidate], bare: list[Candidate], restarts: Sequence[int] = ()
) -> list[Unit]:
    """The chain of "Article 14" or that of "14", whichever explains more of the region.

    ``restarts`` are the lines, in order, in which the numbers may begin anew.
    """
    named = _best_chain(keyworded, restarts)
    plain = _best_chain(bare, restarts)
    return named if named and 2 * len(named) >= len(plain) - _decimals(named, plain) else plain


def _decimals(named: list[Unit], plain: list[Unit]) -> int:
    """How many plain numbers are decimals of the named one above them: "Article 5", "5.1"."""
    lines = [unit.line for unit in named]
    found = 0
    for unit in plain:
        above = bisect_left(lines, unit.line) - 1
        found += above >= 0 and unit.number.startswith(f"{named[above].number}.")
    return found


def _best_chain(candidates: list[Candidate], restarts: Sequence[int]) -> list[Unit]:
    """The highest-scoring chain of candidates whose numbers rise (or start anew under a part)."""
    if not candidates:
        return []
    by_base: dict[int, int] = {}
    behind, best_before_restart, first_behind = 0, -1, 0
    best = -1
    for j, candidate in enumerate(candidates):
        if (passed := bisect_right(restarts, candidate.unit.line)) > behind:
            behind, best_before_restart, first_behind = passed, best, j
        # A chain may begin late, as a part of a law does: at 0.2 a root, beginning at 100 costs two
        # candidates. No law tried is cut differently at 0 or at 1; a lone late number would be.
        late = 0 if is_of_a_code(candidate.unit.number) else max(0, candidate.unit.key[0] - 1)
        total, before = candidate.score - 0.2 * min(late, _LATEST) ** 0.5, -1
        for i in _possible_predecessors(candidates, j, by_base):
            if candidates[i].total + candidate.score + _VERY_NEXT <= total:
                continue
            reach = candidates[i].total + candidate.score + _step(candidates[i], candidate)
            if reach > total:
                total, before = reach, i
        if candidate.unit.key[0] == 1 and best_before_restart >= 0:
            # To begin anew under a part costs as much as a candidate in plain surroundings brings,
            # and as much again for each that stands between the part and it.
            cost = 1.0 + j - first_behind
            reach = candidates[best_before_restart].total + candidate.score - cost
            if reach > total:
                total, before = reach, best_before_restart
        candidate.total, candidate.before = total, before
        held = by_base.get(candidate.unit.until[0])
        if held is None or total >= candidates[held].total:
            by_base[candidate.unit.until[0]] = j
        if best < 0 or total >= candidates[best].total:
            best = j
    return _trace(candidates, best)


def _possible_predecessors(
    candidates: list[Candidate], j: int, by_base: dict[int, int]
) -> set[int]:
    base = candidates[j].unit.key[0]
    near = {i for b in range(base, max(-1, base - 6), -1) if (i := by_base.get(b)) is not None}
    near.update(range(max(0, j - 12), j))
    # A line whose number can be read in several ways bears but one.
    line = candidates[j].unit.line
    return {i for i in near if candidates[i].unit.line < line}


def _step(earlier: Candidate, later: Candidate) -> float:
    """What it costs, or brings, to go from one number to another."""
    number, last = later.unit.key, earlier.unit.until
    skipped = number[0] - last[0] - 1
    if skipped < 0:
        # The same number twice, in two versions of a section, costs less than a plain candidate
        # brings. To go backwards costs more than any chain brings.
        if number == earlier.unit.key:
            return -0.8
        if skipped < -1 or not is_after(number, last):
            return -99.0
    # Each number left out costs, but never more than 2: sections are repealed in blocks, and an Act
    # that amends a code goes from 102 to 1001. Without the ceiling such Acts lose half of what they
    # have (F1 0.16 to 0.49 less in three of those tried); without what is given for the very next
    # number, chains of strays win in short Acts that amend others.
    return -min(0.3 * skipped, 2.0) if skipped > 0 else _VERY_NEXT


def _trace(candidates: list[Candidate], last: int) -> list[Unit]:
    chain: list[Unit] = []
    while last >= 0:
        chain.append(candidates[last].unit)
        last = candidates[last].before
    return chain[::-1]
