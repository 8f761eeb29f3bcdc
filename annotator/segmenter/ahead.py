"""A cut that is made before there is a Doc, and need not be made again for it.

The reader looks at a law as it is cut (:mod:`annotator.readers.interrupted`), or knows its
structure from the markup of its file; the component that then cuts the same text in the same thread
takes the cut over, once.
"""

from __future__ import annotations

from contextvars import ContextVar

from annotator.segmenter.segmentation import Segmentation, segment
from annotator.source import Markup

_AHEAD: ContextVar[tuple[str, str, Segmentation] | None] = ContextVar("cut ahead", default=None)


def cut_ahead(text: str, code: str, markup: Markup | None = None) -> Segmentation:
    """Segment a text of which a Doc is going to be made; ``markup`` is its structure, if known."""
    found = segment(text, code, markup)
    _AHEAD.set((text, code, found))
    return found


def taken_over(text: str, code: str) -> Segmentation | None:
    """The cut that was made last, if it is that of this very text; it is given once."""
    ahead = _AHEAD.get()
    _AHEAD.set(None)
    return ahead[2] if ahead is not None and ahead[:2] == (text, code) else None
