"""What the habit of a law says of the headings found above its sections."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.segmenter.headings import HeadingLines
from annotator.segmenter.lines import Line
from annotator.segmenter.openers import Container, Unit

#: Where no more of so many articles stand under a heading with a full stop, it is a sentence.
_ONE_OF = 3


def drop_sentences(
    lines: list[Line], openers: Sequence[Unit | Container], above: list[list[HeadingLines]]
) -> None:
    """Give back to an article its last words, which were taken for a heading of the next one.

    A short sentence looks like the marginal note of an old Act, full stop and all. But few laws
    have such notes, and one that does has them above most of its articles.

    Args:
        lines: the law's lines; those that are no headings lose their mark.
        openers: what opens provisions, in order.
        above: the headings above each of them, outermost first; sentences are taken out.
    """
    named = [
        k for k, opener in enumerate(openers) if k and isinstance(opener, Unit) and opener.named
    ]
    stopped = [k for k in named if above[k] and lines[above[k][-1].last].text[-1] == "."]
    if not stopped or _ONE_OF * len(stopped) > len(named):
        return
    for k in stopped:
        for heading in above[k]:
            for line in lines[heading.first : heading.last + 1]:
                line.heading = False
        above[k].clear()
