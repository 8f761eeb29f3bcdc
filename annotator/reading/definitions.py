"""The term that a clause defines: for the law, for a part of it, or for itself alone."""

from __future__ import annotations

from annotator.lang import language
from annotator.reading.law import folded
from annotator.schema import Clause


def defined_term(clause: Clause, code: str = "en") -> str | None:
    """The term that a clause defines, on one line, or None.

    One that stands in a section of definitions bears in its number the term that the segmenter
    found, or has it between marks, or before a verb or a mark that defines; another says that “...”
    means. ``code`` is that of the law's language.
    """
    say = language(code).law_words
    if clause.kind == "definition":
        structure = language(code).structure
        match = (
            say.quoted.search(clause.number)
            or say.quoted.search(clause.text[:120])
            or structure.bare_term.match(clause.text)
            or structure.term_and_mark.match(clause.text)
        )
    else:
        match = say.defines.search(clause.text[:300])
    return folded(match[1]) if match else None


def local_terms(text: str, code: str = "en") -> frozenset[str]:
    """What a clause gives a meaning for itself alone, in lower case.

    >>> local_terms("a minor (in this subsection referred to as a “child”) who is alone")
    frozenset({'child'})
    """
    found = language(code).law_words.defines_here.finditer(text)
    return frozenset(match[1].lower() for match in found)
