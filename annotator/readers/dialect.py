"""What the elements of a markup of laws are, for the page that walks through them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal, NamedTuple

from lxml import etree

from annotator.readers.xml_text import tag_of

Kind = Literal["container", "unit", "item", "group"]


class Level(NamedTuple):
    """What an element of the hierarchy is: its kind, and its word in a citation.

    Wherever an editor has nested it, one of a ``rank`` stands in what is of a lesser one; 0 where
    the markup has no ranks.
    """

    kind: Kind
    word: str = ""
    divides: bool = False
    rank: int = 0


class Dialect:
    """The elements of a markup, by what is to be done with them."""

    #: What makes the tree.
    levels: ClassVar[Mapping[str, Level]] = {}
    #: What holds the law itself, and what stands in it and is its front or its end.
    bodies: frozenset[str] = frozenset()
    fronts: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    headings: frozenset[str] = frozenset()
    #: Headings that are those of nothing that is marked: of what follows, of a schedule's source.
    cross_headings: frozenset[str] = frozenset()
    #: Headings over what follows them, up to the next.
    leading: frozenset[str] = frozenset()
    #: What stands on lines of its own.
    blocks: frozenset[str] = frozenset()
    #: Words of another law.
    quoted: frozenset[str] = frozenset()
    #: Words of another law within a line.
    cited: frozenset[str] = frozenset()
    #: What is no wording of the law: notes, contents, what was repealed.
    skipped: frozenset[str] = frozenset()
    #: What parts words without being any: a line break.
    breaks: frozenset[str] = frozenset()
    #: What follows a quotation without a blank, whatever stands between.
    appended: frozenset[str] = frozenset()
    #: Rows of a table, whose children are cells.
    rows: frozenset[str] = frozenset({"tr", "row"})

    def level(self, element: etree._Element) -> Level | None:
        """What an element of the hierarchy is; None for others."""
        return self.levels.get(tag_of(element))

    def leads(self, element: etree._Element) -> int:
        """The rank of what is a heading over what follows it, the highest is 1; 0 for all else."""
        return int(tag_of(element) in self.leading)

    def is_skipped(self, element: etree._Element) -> bool:
        """Whether an element's words are none of the law's."""
        return tag_of(element) in self.skipped

    def number_of(self, element: etree._Element) -> etree._Element | None:
        """The element in which the number of a provision stands."""
        return next(iter(children(element, *self.numbers)), None)

    def headings_of(self, element: etree._Element) -> list[etree._Element]:
        """Those in which its title stands."""
        return children(element, *self.headings)

    def runs_in(self, element: etree._Element) -> bool:
        """Whether the heading of a subsection runs on into its words: "(a) In general.—The"."""
        return False

    def has_own_words(self, element: etree._Element) -> bool:
        """Whether a group without number holds words that are its own, and of nothing in it."""
        return False

    def cited_as(self, element: etree._Element) -> str:
        """The number by which a provision is cited, where the file says so."""
        return ""

    def around_number(self, element: etree._Element, printed: str) -> tuple[str, str]:
        """What is printed before and behind the number that the file has."""
        return "", ""

    def marks(self, element: etree._Element) -> tuple[str | None, str | None]:
        """The marks that open and close a quotation; None where the file does not say."""
        return None, None


def children(element: etree._Element, *tags: str) -> list[etree._Element]:
    """The children of an element that bear one of the names."""
    return [child for child in element if tag_of(child) in tags]


def holders(element: etree._Element, *tags: str) -> list[etree._Element]:
    """Those of the elements in which an element stands that bear one of the names."""
    return [one for one in element.iterancestors() if tag_of(one) in tags]


def ranked(kinds: Mapping[str, Level]) -> dict[str, Level]:
    """Levels of which each is held by those before it alone."""
    return {name: level._replace(rank=rank) for rank, (name, level) in enumerate(kinds.items(), 1)}
