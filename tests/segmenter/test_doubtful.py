"""How often a cut that is wrong is said to be, and one that is right is doubted.

``doubtful/prints.txt`` holds laws in styles that are hard to read, or that nothing reads yet, and
as converters damage them; its format is that of ``golden/``. Which of them are cut right changes
as the segmenter learns: so it is the shares that are held to.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from annotator.measuring.prints import Print, read_prints, score
from annotator.segmenter import segment

_DOUBTFUL = Path(__file__).parent / "doubtful" / "prints.txt"
_GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.txt"))
#: The least share of wrong cuts that must be said, the greatest of right ones that may be doubted.
_MIN_SAID, _MAX_FALSE = 0.75, 0.05
_MOST_WARNINGS = 4


@cache
def _prints() -> tuple[list[Print], list[Print]]:
    """Those of the doubtful prints that are cut right, and those that are not."""
    scored = [(one, score(one).whole) for one in read_prints(_DOUBTFUL)]
    return [one for one, whole in scored if whole], [one for one, whole in scored if not whole]


def _is_silent(one: Print) -> bool:
    """Whether nothing is said of a print; that nothing was found in it, the program says."""
    found = segment(one.text)
    return bool(found.clauses) and not found.warnings


def test_most_of_what_is_cut_wrong_is_said() -> None:
    _, wrong = _prints()
    silent = [one.title for one in wrong if _is_silent(one)]
    assert len(silent) <= (1 - _MIN_SAID) * len(wrong), silent


def test_little_of_what_is_cut_right_is_doubted() -> None:
    golden = [one for path in _GOLDEN for one in read_prints(path) if "warned" not in one.expected]
    right = [*_prints()[0], *golden]
    doubted = [one.title for one in right if segment(one.text).warnings]
    assert len(doubted) <= _MAX_FALSE * len(right), doubted


def test_a_law_gets_a_few_warnings_at_most() -> None:
    for path in (*_GOLDEN, _DOUBTFUL):
        for one in read_prints(path):
            warnings = segment(one.text).warnings
            assert len(warnings) <= _MOST_WARNINGS, one.title
            assert all(warning.what and warning.where and warning.advice for warning in warnings)
