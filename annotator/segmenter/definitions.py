"""Sections of definitions, in which each defined term is a clause of its own."""

from __future__ import annotations

from annotator.lang.contract import StructureWords


def introduces_definitions(lead_in: str, heading: str, words: StructureWords) -> bool:
    """Whether a provision's first words, or its heading, announce a list of definitions."""
    lead_in = lead_in.strip()
    if len(lead_in) > 400:
        return False
    return bool(words.definitions_lead_in.search(lead_in)) or (
        bool(words.definitions_heading.match(heading)) and (not lead_in or lead_in[-1] in ":—–-,")
    )


def defined_term(paragraph: str, words: StructureWords) -> str | None:
    """The term that a paragraph defines, or None.

    >>> from annotator.lang import language
    >>> words = language("en").structure
    >>> defined_term("“officer” means a person designated under section 6;", words)
    'officer'
    >>> defined_term("port of entry means a place designated by the Minister.", words)
    'port of entry'
    """
    quoted = words.quoted_term.match(paragraph)
    if quoted:
        return quoted["term"].strip(" ,;")
    if words.no_term.match(paragraph):
        return None
    bare = words.bare_term.match(paragraph)
    if bare and bare["term"].count(" ") < 11:
        return bare["term"].strip(" ,;*")
    return None
