"""The term that a clause defines: for the law, for a part of it, or for itself alone."""

from __future__ import annotations

import re

from annotator.reading.law import folded
from annotator.schema import Clause

_QUOTED = re.compile(r"[“\"‘']([^”\"’']{2,80})[”\"’']")
# A subsection that defines: “family member” means ...
_DEFINES = re.compile(
    r"[“\"‘']([^”\"’']{2,80})[”\"’'](?:,[^.;]{0,80},)? (?:means|includes|has the meaning)\b"
)
# "(in this subsection referred to as a “child”)", "(in this section referred to as “the child”)"
_LOCAL = re.compile(
    r"\bin this (?:subsection|paragraph) (?:referred to as|called) (?:the |an? )?"
    r"[“\"‘'](?:the |an? )?([^”\"’']{2,40})[”\"’']"
)


def defined_term(clause: Clause) -> str | None:
    """The term that a clause defines, on one line, or None.

    One that stands in a section of definitions bears in its number the term that the segmenter
    found; another says “...” means.
    """
    if clause.kind == "definition":
        match = _QUOTED.search(clause.number) or _QUOTED.search(clause.text[:120])
    else:
        match = _DEFINES.search(clause.text[:300])
    return folded(match[1]) if match else None


def local_terms(text: str) -> frozenset[str]:
    """What a clause gives a meaning for itself alone, in lower case.

    >>> local_terms("a minor (in this subsection referred to as a “child”) who is alone")
    frozenset({'child'})
    """
    return frozenset(match[1].lower() for match in _LOCAL.finditer(text))
