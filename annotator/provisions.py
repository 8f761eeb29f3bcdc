"""What a law is cut into: provisions, clauses, headings, and what could not be cut with certainty.

All of them are frozen msgspec structs, and part of the result that :mod:`annotator.schema` holds.
Offsets count Unicode code points of the canonical text, half open: ``text[start:end]``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

import msgspec

from annotator.source import Region

ClauseKind = Literal["provision", "item", "definition", "lead_in", "field"]


class Struct(msgspec.Struct, frozen=True, kw_only=True):
    """The base of every struct here: frozen, keyword-only."""

    def __json__(self) -> str:
        """Its JSON, for srsly, with which spaCy writes ``Doc.to_json``."""
        return msgspec.json.encode(self).decode()


class Clause(Struct, frozen=True):
    """The smallest numbered provision that can be read on its own.

    ``number`` is as cited (``14(2)``, ``6(1)(a)``), ``eid`` by Akoma Ntoso's naming convention,
    ``heading`` the heading nearest to it, ``path`` the headings above that, outermost first,
    ``lead_in`` the words that introduce the list of which it is an item. ``kind`` tells an
    ordinary provision from an item cut out of a long list, a defined term, a lead-in whose
    items are clauses of their own, and a field of a form, which provides nothing. ``region`` is
    where it stands in the file, if it came from one.
    """

    eid: str
    number: str
    heading: str
    path: tuple[str, ...]
    lead_in: str
    text: str
    start: int
    end: int
    kind: ClauseKind = "provision"
    region: Region | None = None

    @property
    def is_lead_in(self) -> bool:
        """Whether it only introduces clauses, each of which is read with it."""
        return self.kind == "lead_in"

    @property
    def provides(self) -> bool:
        """Whether it can be judged: it is no lead-in, whose items are, and no field of a form."""
        return self.kind not in ("lead_in", "field")

    @property
    def words(self) -> str:
        """What it says, on one line, its lead-in before it: *The Agency shall— (a) provide food*.

        Offsets count in ``text``; these words are for reading.
        """
        return _on_one_line(self.lead_in, self.text)


class Provision(Struct, frozen=True):
    """A provision of the law with all that it holds: a part, a section, a subsection, an item.

    ``word`` is what a citation calls it (``section``, ``Article``, ``Part``, ``Schedule``,
    ``subsection``, ``paragraph``, ``definition`` ...), ``number`` its number as cited
    (``14(2)(a)``, ``Part 2``), ``label`` what is printed of that at its head (``14.``, ``(a)``,
    ``PART 2``; empty for a definition), ``heading`` its title or marginal note. ``[start, end)`` is
    the whole of it, ``body`` where its words begin behind label and heading: offsets into the
    canonical text. ``items`` are the provisions inside it, in the order of the text.
    """

    eid: str
    word: str
    number: str
    label: str
    heading: str
    start: int
    body: int
    end: int
    items: tuple[Provision, ...] = ()

    @property
    def own_end(self) -> int:
        """Where its own words end, those before its first item: there, or with it."""
        return self.items[0].start if self.items else self.end

    def walk(self) -> Iterator[Provision]:
        """This provision and all inside it, in the order of the text."""
        waiting = [self]
        while waiting:
            provision = waiting.pop()
            yield provision
            waiting += reversed(provision.items)


class Heading(Struct, frozen=True):
    """A heading as printed, on a line of its own: ``text`` is ``[start, end)`` on one line."""

    start: int
    end: int
    text: str


class ReadingWarning(Struct, frozen=True):
    """That a stretch of the law could not be cut with certainty, in words for the drafter.

    ``what`` is wrong, ``where`` (``lines 3 to 40``), ``advice`` what to do about it: a sentence
    each. ``[start, end)`` is the stretch, in the canonical text; ``region`` is where it stands in
    the file, if the law came from one, and ``where`` then counts the file's lines.
    """

    what: str
    where: str
    advice: str
    start: int
    end: int
    region: Region | None = None


@lru_cache(maxsize=256)
def _on_one_line(lead_in: str, text: str) -> str:
    """Kept, since every template that is tried on a clause asks for its words."""
    return " ".join(f"{lead_in} {text}".split())
