"""The first element of an XML file, by which it is known what the file holds."""

from __future__ import annotations

import re
from typing import NamedTuple

from annotator.expressions import expression
from annotator.readers.intake import Intake

#: What may stand before it, beside comments: the declaration, a document type.
_BEFORE = expression(r"<\?.*?\?>|<!DOCTYPE(?:[^\[>]|\[.*?\]\s*(?=>))*>", re.DOTALL)
_BLANK = expression(r"\s*")
_START = expression(r"<(?:([\w.-]+):)?([\w.-]+)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_NAMESPACE = expression(r"\bxmlns(?::([\w.-]+))?\s*=\s*[\"']([^\"']*)[\"']")
_OPENING = 20_000


class XmlRoot(NamedTuple):
    """Its name without prefix, and its namespace; both empty where there is none."""

    name: str = ""
    namespace: str = ""


def xml_root(intake: Intake) -> XmlRoot:
    """The root element of what was taken in, without parsing it."""
    if not intake.data.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00").startswith(b"<"):
        return XmlRoot()
    text = intake.decoded.text
    at = behind_comments(text)
    while before := _BEFORE.match(text, at, at + _OPENING):
        at = behind_comments(text, before.end())
    start = _START.match(text, at, at + _OPENING)
    if start is None:
        return XmlRoot()
    namespaces = {match[1] or "": match[2] for match in _NAMESPACE.finditer(start[3])}
    return XmlRoot(start[2], namespaces.get(start[1] or "", ""))


def behind_comments(text: str, at: int = 0) -> int:
    """Where a text goes on behind blanks and the comments at a place, however long they are."""
    while True:
        at = _BLANK.match(text, at).end()  # type: ignore[union-attr]
        ends = text.find("-->", at + 4) if text.startswith("<!--", at) else -1
        if ends < 0:
            return at
        at = ends + 3
