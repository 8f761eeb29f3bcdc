"""Of which clauses of its section a clause speaks: of *subsection (2)*, of *this section*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from annotator.expressions import expression

#: A section or article as it speaks of itself.
THIS_SECTION = r"this (?:section|article|regulation|rule)\b"
#: What speaks of other provisions, of what they prescribe, or of the form of papers, and lays down
#: little by itself: *for the purposes of*, *prescribed by*, *subsection (2)*.
LEADS_ELSEWHERE = (
    r"^(?:\(?\w{1,4}\)?[.)]? )?(?:For the purposes? of|Despite|In this|References)\b|"
    r"\bprescribed by\b|\bset out in\b|\bin accordance with the regulations\b|\bamend|"
    r"\b(?:(?:sub)?(?:section|paragraph|clause)s?|articles?) \(?\d|"
    r"\b(?:sub)?(?:paragraph|section)s? \(|\bthe (?:former )?Act\b|\baffidavit"
)
# What is said of all that a section provides, and not of one deed under it.
_OF_ALL = expression(
    r"\b(?:appl(?:ication|ying) of|nothing in|acting under|decisions? under|powers? under) "
    rf"{THIS_SECTION}|(?<!under ){THIS_SECTION} (?:applies\b|(?:shall|does) not apply\b)",
    re.IGNORECASE,
)
_OF_SECTION = expression(rf"\b{THIS_SECTION}", re.IGNORECASE)
_LABEL = expression(r"\((\w+)\)$")
_LABELS = r"\(?\w{1,4}\)?(?:\(\w{1,4}\))*"
# "subsection (2)", "paragraphs 1, 2 and 4", not "paragraph 2 of Article 9".
_CITED = expression(
    rf"\b(?:sub-?sections?|paragraphs?)\s+({_LABELS}(?:(?:,|,? (?:and|or|to)) {_LABELS}(?![\w-]))*)"
    r"(?! of (?!this\b))(?![\w(])",
    re.IGNORECASE,
)
# Of those one by itself, not "(2)(a)"; digits as in "2", a letter or more in brackets.
_ONE = expression(r"(?<![\w)(])(?:\((\w{1,4})\)|(\d+[a-z]{0,2}))(?![\w(])", re.IGNORECASE)
_RANGE = expression(r"\(?(\d{1,3})\)? to \(?(\d{1,3})\)?")

# What is broken is the section's own: "subsection (1)", not "paragraph 4 of the licence".
_CONTRAVENED = expression(
    r"\b(?:(?:contraven\w+|breach\w*|violat\w+|infring\w+)(?: of)?|"
    r"(?:fail\w* to|(?:do|does|did|shall) not|without) comply(?:ing)? with|"
    r"commits? an offence under) "
    r"(?:(?:any of )?(?:(?:the|any) )?(?:provisions?|requirements?) of )?"
    r"(?:sub-?(?:section|regulation|rule|article)|paragraph|clause)s? "
    r"(\(?\w+\)?(?:(?:,|,? or|,? and) \(?\d+[a-z]?\)?)*)(?![\w)])(?! of (?!this\b))",
    re.IGNORECASE,
)


def own_label(number: str) -> str:
    """The label of a clause in its section, in lower case: ``2`` of ``11(2)``; maybe empty."""
    label = _LABEL.search(number)
    return label[1].lower() if label else ""


def cited_labels(text: str) -> tuple[str, ...]:
    """The labels of the clauses of its section that a clause names, in lower case.

    >>> cited_labels("Subsections (1) to (3), and subsection (5) of section 9, are read together.")
    ('1', '3', '2')
    """
    cited = _CITED.findall(_on_one_line(text))
    return tuple(chain.from_iterable(map(_labels, cited)))


def _labels(cited: str) -> Iterator[str]:
    """Each label of a list."""
    yield from (within or bare for within, bare in _ONE.findall(cited.lower()))
    for first, last in _RANGE.findall(cited):
        yield from map(str, range(int(first) + 1, int(last)))


def speaks_of_all(text: str) -> bool:
    """Whether a clause speaks of all that its section provides.

    >>> speaks_of_all("This section does not apply to a pregnant woman.")
    True
    >>> speaks_of_all("A search under this section shall be made by a woman.")
    False
    """
    return _OF_ALL.search(_on_one_line(text)) is not None


_REFERS_BACK = expression(
    r"\b(?:before|after|within|during|of|for) (?:this|that|such|the said) (?:period|term|time)\b|"
    r"\b(?:this|that|such an?|the said) (?:permit|permission|pass|decision|right|status)\b",
    re.IGNORECASE,
)


def refers_back(text: str) -> bool:
    """Whether a clause goes on from the one before it, whose matter it does not name again.

    >>> refers_back("A permit is issued before this period in the event of violence.")
    True
    >>> refers_back("A permit is issued in the event of violence.")
    False
    """
    return _REFERS_BACK.search(_on_one_line(text)) is not None


def speaks_of_section(text: str) -> bool:
    """Whether a clause names the section that it stands in.

    >>> speaks_of_section("A search under this\\nsection shall be made by a woman.")
    True
    """
    return _OF_SECTION.search(_on_one_line(text)) is not None


def contravened(text: str) -> frozenset[str]:
    """The labels of the clauses of its section the breach of which a clause punishes.

    >>> sorted(contravened("A person who contravenes subsection (1) or (2) is fined."))
    ['1', '2']
    >>> sorted(contravened("A driver who, in breach of subsection (3), carries a person is fined."))
    ['3']
    >>> contravened("A person who is charged under subsection (1) may be tried.")
    frozenset()
    >>> contravened("A broker who breaches clause 4 of the licence is fined.")
    frozenset()
    """
    cited = " ".join(_CONTRAVENED.findall(text)).lower()
    return frozenset(re.findall(r"\b\d+[a-z]?\b", cited))


def _on_one_line(text: str) -> str:
    """A clause without its line breaks: a print may break it between any two words."""
    return " ".join(text.split())
