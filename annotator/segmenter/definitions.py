"""Sections of definitions, in which each defined term is a clause of its own."""

from __future__ import annotations

import re

_HEADING = re.compile(
    r"(?:definitions?|interpretation|meaning of (?:terms|words|expressions)|glossary|"
    r"(?:use of )?terms(?: used)?|terms and definitions|definition of terms)\b",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"\bdefinitions?\b.{0,60}\bappl|"
    r"\b(?:following|these) (?:terms|words|expressions|definitions)\b|"
    r"\b(?:terms|words|expressions)\b.{0,60}\b(?:meaning|mean)|\bunless the (?:context|contrary)|"
    r"^in (?:this|these|the present) [\w ]{2,40}[—–:,-]*$|"
    r"^for the purposes? of (?:this|these|the present) [\w ]{2,60}[—–:,-]*$|"
    r"context otherwise requires",
    re.IGNORECASE,
)
_MEANS = (
    r"(?:means|mean|includes?|has the|have the|has the same|does not|shall|is to be|is a|is an|are|"
    r"refers? to|in relation to|in respect of|, in |\[)"
)
_QUOTED = re.compile(
    r"(?:[FCEIMX]\d+)?\[?\s?(?:the |a |an )?[“\"‘*]{1,3}(?P<term>[^”\"’*]{1,90})[”\"’*]{1,3}",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:and|but|or|nor|which|who|that|it|if|where|unless|provided|such)\b(?!-)")
_BARE = re.compile(
    r"(?P<term>(?:[^.;:()\[\]]|\.(?! ?[A-Z][a-z])){1,90}?)(?:\s?\([^)]{1,60}\))?"
    r"(?:,? (?:means|mean|includes?|ha(?:s|ve) the (?:same )?meaning|does not include|"
    r"shall (?:have|be construed|mean)|refers? to|is (?:an?|the|any)\b|– |— )"
    r"|, (?:in (?:relation|respect|reference|connection)|with respect|when used|used|as|for)\b"
    r"[^.;]{0,160}?(?:means|includes?|has the)"
    r"|\s?\[Repealed)"
)


def introduces_definitions(lead_in: str, heading: str) -> bool:
    """Whether a provision's first words, or its heading, announce a list of definitions."""
    lead_in = lead_in.strip()
    if len(lead_in) > 400:
        return False
    return bool(_LEAD_IN.search(lead_in)) or (
        bool(_HEADING.match(heading)) and (not lead_in or lead_in[-1] in ":—–-,")
    )


def defined_term(paragraph: str) -> str | None:
    """The term that a paragraph defines, or None.

    >>> defined_term("“officer” means a person designated under section 6;")
    'officer'
    >>> defined_term("port of entry means a place designated by the Minister.")
    'port of entry'
    """
    quoted = _QUOTED.match(paragraph)
    if quoted:
        return quoted["term"].strip(" ,;")
    if _GOES_ON.match(paragraph):
        return None
    bare = _BARE.match(paragraph)
    if bare and bare["term"].count(" ") < 11:
        return bare["term"].strip(" ,;*")
    return None
