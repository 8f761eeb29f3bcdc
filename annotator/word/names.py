"""The names of WordprocessingML, and what its elements say in their attributes."""

from __future__ import annotations

from functools import cache

from lxml import etree

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
FORMULA = "http://schemas.openxmlformats.org/officeDocument/2006/math"
W = f"{{{MAIN}}}"
MC = f"{{{COMPATIBILITY}}}"
M = f"{{{FORMULA}}}"

VAL = W + "val"
#: The words of a text box, which stand apart from those of the paragraph that it hangs on.
BOX = W + "txbxContent"
#: Words or whole paragraphs in these are gone once all changes are accepted.
GONE = frozenset({W + "del", W + "moveFrom"})
#: What stands in these, a change has put in or moved there that nobody has decided.
ADDED = frozenset({W + "ins", W + "moveTo"})
#: What says where in the text a comment hangs.
MARKS_OF_COMMENTS = frozenset(
    W + name for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
)
_OFF = frozenset({"0", "false", "off"})
_ON = frozenset({"1", "true", "on"})
#: Word counts in 32 bits.
_GREATEST = 2**31


@cache
def _steps(path: str) -> str:
    return "/".join(W + step for step in path.split("/"))


def value(element: etree._Element | None, path: str, attribute: str = "val") -> str | None:
    """An attribute of what lies at a path (``pPr/pStyle``) below an element, if it does."""
    if element is None:
        return None
    found = element.find(_steps(path))
    return None if found is None else found.get(W + attribute)


def is_on(element: etree._Element | None, path: str) -> bool | None:
    """Whether a property that is on or off is on; None where nothing is said of it."""
    if element is None:
        return None
    found = element.find(_steps(path))
    return None if found is None else found.get(VAL, "1").lower() not in _OFF


def says_yes(element: etree._Element, attribute: str) -> bool:
    """Whether an attribute says so; not where it says nothing."""
    return element.get(W + attribute, "").lower() in _ON


def number(value: str | None, otherwise: int = 0) -> int:
    """A whole number as an attribute has it; another where it has none."""
    try:
        found = int(value or "")
    except ValueError:
        return otherwise
    return found if abs(found) < _GREATEST else otherwise


def parent_of(element: etree._Element) -> etree._Element:
    """The parent of what has one."""
    parent = element.getparent()
    assert parent is not None  # noqa: S101  # for mypy
    return parent
