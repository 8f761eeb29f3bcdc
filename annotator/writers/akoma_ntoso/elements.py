"""Elements of Akoma Ntoso, made of strings that may hold anything."""

from __future__ import annotations

from typing import Any

from lxml import etree

from annotator.safe_xml import UNSAID
from annotator.writers.akoma_ntoso.names import AKN, OURS

_NAMESPACES: Any = {None: AKN, "an": OURS}


def xml_safe(words: str) -> str:
    r"""Words without what XML cannot hold: a page break is white space, other marks a ``�``.

    >>> xml_safe("a\fb\x00")
    'a b�'
    """
    return UNSAID.sub(lambda mark: " " if mark[0].isspace() else "\ufffd", words)


def folded(words: str) -> str:
    """Words on one line, as an element holds them."""
    return xml_safe(" ".join(words.split()))


def make(name: str, attributes: dict[str, str] | None = None, words: str = "") -> Any:
    """An element by itself; see :func:`add`."""
    return _filled(etree.Element(f"{{{AKN}}}{name}", nsmap=_NAMESPACES), attributes, words)


def add(parent: Any, name: str, attributes: dict[str, str] | None = None, words: str = "") -> Any:
    """A child of ``parent`` in the namespace of Akoma Ntoso; empty attributes are left out."""
    return _filled(etree.SubElement(parent, f"{{{AKN}}}{name}"), attributes, words)


def add_ours(
    parent: Any, name: str, attributes: dict[str, str] | None = None, words: str = ""
) -> Any:
    """A child in our own namespace."""
    return _filled(etree.SubElement(parent, f"{{{OURS}}}{name}"), attributes, words)


def _filled(element: Any, attributes: dict[str, str] | None, words: str) -> Any:
    for key, value in (attributes or {}).items():
        if value:
            element.set(key, xml_safe(value))
    if words:
        element.text = folded(words)
    return element


def to_bytes(document: Any) -> bytes:
    """A whole document: ``akomaNtoso`` around it, each element of the hierarchy on a line.

    No white space is put where it would be words.
    """
    root = etree.Element(f"{{{AKN}}}akomaNtoso", nsmap=_NAMESPACES)
    root.append(document)
    etree.cleanup_namespaces(root, keep_ns_prefixes=["an"])
    _indent(root, "\n")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _indent(element: Any, begin: str) -> None:
    """Put each child on a line of its own, where no words stand among the children."""
    if not len(element) or _holds_words(element):
        return
    within = begin + "  "
    element.text = within
    for child in element:
        _indent(child, within)
        child.tail = within
    element[-1].tail = begin


def _holds_words(element: Any) -> bool:
    said = [element.text, *(child.tail for child in element)]
    return etree.QName(element).localname in ("p", "mod") or any(said)
