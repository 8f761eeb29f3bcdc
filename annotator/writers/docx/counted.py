"""Whether numbers that Word counts depend on paragraphs: without these they would be others."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.word.paragraphs import WordParagraph
from annotator.writers.docx.models import PrintedNumber, label_of

#: What a list begins with.
_BEGINNINGS = frozenset({"1", "a", "A", "i", "I"})


def is_counted_on(paragraphs: Sequence[WordParagraph], first: int, last: int) -> bool:
    """Whether the number of any paragraph from one to another is counted on behind the last."""
    numbers = {
        (one.level or 0, label.shape, one.by_field): label
        for one in paragraphs[first : last + 1]
        if (label := label_of(one.label.strip())) is not None
    }
    return any(
        by_field or _goes_on(paragraphs, last, level, label)
        for (level, _, by_field), label in numbers.items()
    )


def _goes_on(
    paragraphs: Sequence[WordParagraph], last: int, level: int, label: PrintedNumber
) -> bool:
    """Whether a number of the same series is counted behind a paragraph, and no other one ends it.

    Beside a number of which one is beneath, it would be counted anew in any case.
    """
    for one in paragraphs[last + 1 :]:
        found = label_of(one.label.strip())
        if found is None or (one.level or 0) > level:
            continue
        if found.shape == label.shape and (one.level or 0) == level:
            return found.follows(label) or found.number.split(".")[-1] not in _BEGINNINGS
        if (one.level or 0) < level:
            return False
    return False
