"""A cut that is made before there is a Doc, and need not be made again for it.

The reader looks at a law as it is cut (:mod:`annotator.readers.interrupted`), or knows its
structure from the markup of its file; the component that then cuts the same text in the same thread
takes the cut over, once.
"""

from __future__ import annotations

from contextvars import ContextVar

from annotator.segmenter.segmentation import Segmentation, segment
from annotator.source import Markup

#: What was cut last, its language and its markup; and the cut.
_Ahead = tuple[tuple[str, str, Markup | None], Segmentation]
_AHEAD: ContextVar[_Ahead | None] = ContextVar("cut ahead", default=None)


def cut_ahead(text: str, code: str, markup: Markup | None = None) -> Segmentation:
    """Segment a text of which a Doc is going to be made, unless it was cut last and not taken.

    ``markup`` is its structure, if known.
    """
    asked = (text, code, markup)
    ahead = _AHEAD.get()
    if ahead is not None and ahead[0] == asked:
        return ahead[1]
    found = segment(text, code, markup)
    _AHEAD.set((asked, found))
    return found


def taken_over(text: str, code: str) -> Segmentation | None:
    """The cut that was made last, if it is that of this very text; it is given once."""
    ahead = _AHEAD.get()
    _AHEAD.set(None)
    return ahead[1] if ahead is not None and ahead[0][:2] == (text, code) else None
