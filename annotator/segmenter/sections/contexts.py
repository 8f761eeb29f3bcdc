"""Whether sections are numbered through a law, or anew in each of its chapters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from annotator.eids import ELEMENTS
from annotator.segmenter.lines.openers import Container, Unit

_FORM = ELEMENTS["Form"]


def contexts_of(openers: Sequence[Unit | Container]) -> dict[int, str]:
    """Where sections are numbered anew in each chapter: the element_ref of chapters.

    Returns:
        it, by the line in which a schedule opens, -1 for the body of the law; nothing for those
        whose sections are numbered through.
    """
    contexts: dict[int, str] = {}
    counted: Counter[tuple[int, str]] = Counter()
    anew: Counter[int] = Counter()
    region, begun = -1, False
    ranks: list[str] = []
    opened: list[str] = []
    for opener in openers:
        if isinstance(opener, Container) and opener.element == "att":
            region, begun, ranks, opened = opener.line, False, [], []
        elif isinstance(opener, Container):
            opened.append(opener.element)
            counted[region, opener.element] += 1
            ranks += [opener.element] if opener.element not in ranks else []
        elif opener.key == (1, ()):
            # A form numbers what it asks for by itself, though it be the only one.
            if opened and (begun or _FORM in opened):
                known = contexts.get(region, opened[0])
                contexts[region] = max(known, opened[0], key=ranks.index)
                anew[region] += 1
            begun = True
        if isinstance(opener, Unit):
            opened = []
    # An annex that begins at 1 makes no chapters of the articles before it.
    return {
        region: element
        for region, element in contexts.items()
        if element == _FORM or 2 * (anew[region] + 1) >= counted[region, element]
    }
