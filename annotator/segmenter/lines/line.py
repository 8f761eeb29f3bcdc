"""A line of a law's text, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Line:
    """A line that is not blank.

    ``start`` and ``end`` are its offsets without surrounding white space, ``text`` what lies
    between them. ``gap``: a blank line stands before it. ``soft``: it goes on with the
    paragraph of the line above. ``furniture``: it is no part of the law's words. ``quoted``: it is
    text of another law, quoted over several paragraphs to be put into it; ``passages`` are what it
    quotes of its ``text``, from and to. ``repeats``: so much of
    it says again the number of its section. ``column`` is how far from the edge it begins. ``note``
    is the marginal note that begins beside it, ``margin`` the offsets of its pieces.
    """

    start: int
    end: int
    text: str
    gap: bool
    page_break: bool = False
    soft: bool = False
    furniture: bool = False
    heading: bool = False
    quoted: bool = False
    passages: tuple[tuple[int, int], ...] = ()
    repeats: int = 0
    column: int = 0
    note: str = ""
    margin: tuple[tuple[int, int], ...] = ()

    def cut_off(self, at: int, *, furniture: bool = False) -> Line:
        """Let the line end before position ``at`` of its text; the rest, as a line of its own."""
        rest = Line(self.start + at, self.end, self.text[at:], gap=False, furniture=furniture)
        self.text = self.text[:at].rstrip()
        self.end = self.start + len(self.text)
        return rest
