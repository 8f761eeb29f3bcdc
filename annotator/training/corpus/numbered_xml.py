"""The numbered provisions of a law in the XML of Justice Canada, in either of its languages.

Acts and regulations of Canada are law in English and in French alike, and the two texts bear the
same numbers. So a provision is known by its *key*: the labels that lead to it, without their
brackets (``(a)`` in one language is ``a)`` in the other), or the terms that it defines, of which
each text gives its own and the other's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from annotator.expressions import expression
from annotator.readers.justice_page import SKIPPED
from annotator.readers.xml_text import tag_of
from annotator.safe_xml import parsed

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

#: The steps that lead to a provision: labels without their brackets.
Key = tuple[str, ...]

_NUMBERED = frozenset(("Section", "Subsection", "Paragraph", "Subparagraph", "Clause", "Subclause"))
_APART = frozenset(("MarginalNote", "Label", "Text"))
_BLANK = frozenset(("Leader", "LeaderRightJustified", "LineBreak", "FormBlank"))
_EMPTY_BRACKETS = expression(r"\s*\(\s*\)")
_AND = expression(r"\b(?:and|et|or|ou|to|à)\b")
_NO_LABEL = expression(r"[^\w.]")


@dataclass(eq=False)
class NumberedProvision:
    """A provision with what stands over it.

    ``keys`` are the keys by which it is known, two where it defines a term in both languages.
    ``words`` are its own, up to its first item; ``note`` the note in its margin; ``headings`` those
    that it stands under, the outermost first. ``following`` are items, and the words between and
    behind them, in the order in which they are printed.
    """

    keys: tuple[Key, ...]
    label: str
    words: str
    note: str
    headings: tuple[str, ...]
    parent: NumberedProvision | None = None
    following: list[NumberedProvision | str] = field(default_factory=list)

    @property
    def items(self) -> list[NumberedProvision]:
        """The provisions directly inside it."""
        return [one for one in self.following if isinstance(one, NumberedProvision)]

    @property
    def whole(self) -> str:
        """Its words with those of all its items, each on a line of its own behind its label."""
        lines = [self.words, *(_line(one) for one in self.following)]
        return "\n".join(filter(None, lines))

    @property
    def over(self) -> list[NumberedProvision]:
        """The provisions that it is inside of, the outermost first."""
        return [] if self.parent is None else [*self.parent.over, self.parent]


def _line(one: NumberedProvision | str) -> str:
    return one if isinstance(one, str) else f"{one.label} {one.whole}".strip()


class NumberedLaw:
    """The provisions of a law by their keys.

    Args:
        data: the file, which says of itself in which language it is.
        name: how an error names it.

    Raises:
        InputError: it is not well-formed, or leans on entities of its own.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._headings: list[str] = []
        self.provisions: list[NumberedProvision] = []
        schedules = 0
        root = parsed(data, name)
        self._in_french = root.get(_LANGUAGE) == "fr"
        for part in root:
            if tag_of(part) == "Schedule" and not _is_apart(part):
                schedules += 1
                self._walk(part, None, (f"schedule {schedules}",))
            elif tag_of(part) == "Body":
                self._walk(part, None, ())
        self._by_key: dict[Key, list[NumberedProvision]] = defaultdict(list)
        for one in self.provisions:
            for key in one.keys:
                self._by_key[key].append(one)

    @classmethod
    def read(cls, path: Path) -> NumberedLaw:
        """The law in a file.

        Raises:
            InputError: as for the class.
            OSError: the file cannot be read.
        """
        return cls(path.read_bytes(), path.name)

    def counterpart(self, provision: NumberedProvision) -> NumberedProvision | None:
        """What this text has under the number or the term of a provision of the other text.

        None where it has nothing there, or more than one provision.
        """
        for key in provision.keys:
            found = self._by_key.get(key, [])
            if len(found) == 1:
                return found[0]
        return None

    def _walk(self, element: etree._Element, over: NumberedProvision | None, key: Key) -> None:
        for child in element:
            tag = tag_of(child)
            if tag in SKIPPED or _is_apart(child):
                continue
            if tag in ("Heading", "GroupHeading"):
                self._head(child)
            elif tag in _NUMBERED or tag == "Definition":
                self._provision(child, over, key)
            elif over is None:
                self._walk(child, None, key)
            elif tag not in _APART:
                over.following.append(words_of(child))

    def _provision(self, element: etree._Element, over: NumberedProvision | None, key: Key) -> None:
        label = words_of(element.find("Label"))
        steps = _terms(element) if tag_of(element) == "Definition" else [_step(label)]
        found = NumberedProvision(
            keys=tuple((*key, step) for step in steps),
            label=label,
            words=self._words(element),
            note=words_of(element.find("MarginalNote")),
            headings=tuple(filter(None, self._headings)),
            parent=over,
        )
        if over is not None:
            over.following.append(found)
        self.provisions.append(found)
        self._walk(element, found, found.keys[0])

    def _words(self, element: etree._Element) -> str:
        """A provision's own words, without the term that the other language has for its own."""
        text = element.find("Text")
        if not self._in_french:  # as the reader lays it out, and as it was labelled
            return words_of(text)
        return _EMPTY_BRACKETS.sub("", words_of(text, without="DefinedTermEn"))

    def _head(self, element: etree._Element) -> None:
        level = int(element.get("level") or 1)
        label, title = (words_of(element.find(tag)) for tag in ("Label", "TitleText"))
        above = [*self._headings[: level - 1], *[""] * (level - 1 - len(self._headings))]
        self._headings = [*above, f"{label} {title}".strip()]


def _is_apart(element: etree._Element) -> bool:
    """Whether a part holds provisions of other Acts, or some that are not in force."""
    return element.get("id") in ("RelatedProvs", "NifProvs")


def _terms(element: etree._Element) -> list[str]:
    """What a definition is known by: its term in English and in French, so far as it has them."""
    terms = [
        " ".join(words_of(term).lower() for term in element.iter(tag))
        for tag in ("DefinedTermEn", "DefinedTermFr")
    ]
    return [f"“{term}”" for term in terms if term] or ["“”"]


def _step(label: str) -> str:
    return _NO_LABEL.sub("", _AND.sub("_", label)).rstrip(".")


def words_of(element: etree._Element | None, *, without: str = "") -> str:
    """All the words of an element, white space folded, editorial matter left out.

    Args:
        element: the element; None has no words.
        without: the tag of elements whose words are left out, too.
    """
    return "" if element is None else " ".join("".join(_pieces(element, without)).split())


def _pieces(element: etree._Element, without: str) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        tag = tag_of(child)
        if tag in _BLANK or tag == "Repealed":
            yield " "
        if tag not in SKIPPED and tag not in _BLANK and tag != without:
            yield from _pieces(child, without)
        yield child.tail or ""
