"""The first element of an XML file, by which it is known what the file holds."""

from __future__ import annotations

import re
from typing import NamedTuple

from annotator.readers.intake import Intake

#: What may stand before it: the declaration, comments, a document type, white space.
_BEFORE = re.compile(
    r"\s*(?:(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE(?:[^\[>]|\[.*?\]\s*(?=>))*>)\s*)*", re.DOTALL
)
_START = re.compile(r"<(?:([\w.-]+):)?([\w.-]+)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_NAMESPACE = re.compile(r"\bxmlns(?::([\w.-]+))?\s*=\s*[\"']([^\"']*)[\"']")
_OPENING = 20_000


class XmlRoot(NamedTuple):
    """Its name without prefix, and its namespace; both empty where there is none."""

    name: str = ""
    namespace: str = ""


def xml_root(intake: Intake) -> XmlRoot:
    """The root element of what was taken in, without parsing it."""
    if not intake.data.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00").startswith(b"<"):
        return XmlRoot()
    text = intake.decoded.text[:_OPENING]
    before = _BEFORE.match(text)
    start = _START.match(text, before.end() if before else 0)
    if start is None:
        return XmlRoot()
    namespaces = {match[1] or "": match[2] for match in _NAMESPACE.finditer(start[3])}
    return XmlRoot(start[2], namespaces.get(start[1] or "", ""))
