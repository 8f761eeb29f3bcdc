"""What laws in English are called, and what stands beside their titles."""

from __future__ import annotations

import re

from annotator.lang.structure_words import TitleWords

WORDS = TitleWords(
    names_a_law=re.compile(
        r"\b(act|law|bill|code|regulations?|ordinance|order|decree|directive|rules|strategy|"
        r"constitution|charter|convention|protocol|policy|proclamation|instrument)\b",
        re.IGNORECASE,
    ),
    # Enacting words, long titles, tables of contents, and numbers of acts.
    no_title=re.compile(
        r"(an act\b|a bill\b|be it enacted|whereas\b|having regard|arrangement of|table of|"
        r"contents\b|this\s+(?:bill|act|law)\b|objects and reasons|"
        r"(?:draft|corrected) (?:copy|\w+:)|explanatory\b|(?:short )?title$|preliminary\b|"
        r"chapter\b|part\b|no\.|number\b|section\b|article\b|art\.|§|page\b|\W*\d|\(|"
        r"\[|http)",
        re.IGNORECASE,
    ),
    opens_a_provision=re.compile(
        r"\s*(\d+[A-Z]?[.—)\s]|(section|article|art\.|§)\s*\d)", re.IGNORECASE
    ),
    short_title=re.compile(
        r"(?<![“”\"‘’'])\b(?:This|These)\s+(?:Act|Law|Bill|Order|Ordinance|Code|Regulations?|Rules|"
        r"Decree|Proclamation|Directive|Statute|Measure|Instrument)\s+(?:(?:may|shall|must)\s+"
        r"(?:for\s+all\s+purposes\s+)?be\s+(?:cited|called|known|referred\s+to)"
        r"(?:\s+for\s+all\s+purposes)?(?:\s+as)?|is)\s+[“\"‘']?(?:the\s+)?"
        r"(?P<title>[A-Z](?:\(No\.[^()]{0,6}\)|[^.;“”\"\[]){4,150}?)"
        r"(?=[’']?(?:[.;”\"\[]|,?\s+(?:and|which)\s+(?:shall|may|is|comes?|applies)\b|\s+\(\d|\s*\Z))"
    ),
)
