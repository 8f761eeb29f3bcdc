"""What gives a right, and who is shut out of it, as patterns of the templates.

A repair of a clause that gives must not take away what it gives: the words that shut women out are
struck, and a general sentence does not stand in its place.
"""

from __future__ import annotations

#: What a clause gives by: *is entitled to*, *may be registered*, *may apply*, *acquires*.
GIVES = (
    r"\b(?:entitled|eligible|"
    r"(?:may|shall|can|is|are|must) (?:also )?be (?:granted|registered|admitted|naturali[sz]ed|"
    r"issued|given(?! no)|permitted|allowed|included|joined|enrolled)|"
    r"(?:is|are) (?:granted|given(?! no)|admitted|included|open to|issued)|"
    r"may (?:apply|acquire|bring|make|sponsor|include|appeal|transfer|change|receive|regain|"
    r"resume|retain|remain|reside|act|be of either sex)|acquires?|"
    r"(?<!who\s)(?<!that\s)(?<!to\s)receives?(?! (?:no|her|him|them|it)\b)|"
    r"(?:is|shall be|becomes?) an? (?:citizen|national))\b"
)
#: What refuses by such words: *shall not be granted*, *no person is entitled*, *may be granted
#: only*.
REFUSES = (
    r"\b(?:may|shall|can|must|is|are) not\b|^(?:\(?\w{1,4}\)?[.)]? )?no\b|\bonly\b|\bunless\b|"
    r"\bcease|\blos(?:es?|t)\b|\bwithout\b|\bdeemed\b"
)
#: What opens an exclusion: *other than*, *except*.
EXCEPTING = (
    r"(?:other than|except(?:ing)?(?: for)?|excluding|save(?: for)?|not being|but not|"
    r"with the exception of)"
)
_SORT = r"(?:(?:married|unmarried|single|foreign|alien|divorced) )*"
_MEMBER = r"(?: (?:persons?|citizens?|nationals?|workers?|aliens?))?"
#: The women who are shut out, without what is said of them: *a married woman*.
WOMEN = (
    rf"(?:(?:an?|any|the|every) )?{_SORT}(?:females?{_MEMBER}|wom[ae]n|wife|wives|widows?)(?!\w)"
)
#: What is said of them, up to the next mark: *who is married to an alien*.
OF_THEM = (
    r"(?: (?:who (?:is|was|has|had|are|were)|whose \w+|married|of)\b"
    r"(?:(?! (?:and|or) (?:an?|any|the|who|has|is)\b)[^,;:.()]){0,100}?)?"
)
