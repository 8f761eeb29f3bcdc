"""The words by which texts in English are known that are no laws."""

from __future__ import annotations

import re

from annotator.expressions import expression
from annotator.lang.no_law_words import NoLawWords

WORDS = NoLawWords(
    letter=expression(
        r"(?:My )?Dear (?:Sirs?|Madam|M[rs]{1,2}|Mrs|Dr|Prof|Hon|Minister|Secretary|Colleagues?|"
        r"Friends?|Excellency|Ambassador|All|Members?)\b|Excellency,$|To whom it may concern",
        re.IGNORECASE,
    ),
    closes_a_letter=expression(
        r"Yours (?:sincerely|faithfully|truly)|(?:Kind|Best|Warm|With (?:kind|best)) regards|"
        r"Sincerely(?: yours)?,?$|Respectfully(?: yours)?,?$|Please accept",
        re.IGNORECASE,
    ),
    statement=expression(
        r"(?:joint )?(?:press|media|news)(?: release| statement| note| briefing| conference|"
        r" communiqué)\b.{0,40}|for immediate release.{0,40}|minutes of .{3,80}|agenda|"
        r"memorandum|fact ?sheet.{0,60}|frequently asked questions.{0,60}",
        re.IGNORECASE,
    ),
    binds=expression(
        r"\b(?:shall|must|may|means?|includes?|repealed|amended|substituted|appl(?:y|ies)|entitled|"
        r"liable|offence|deemed|cited|force|inserted|omitted|prohibited|required?)\b",
        re.IGNORECASE,
    ),
    error_page=expression(
        r"(?:(?:http )?(?:error|status)?\W*[45]\d\d\W*(?:error\W*)?)?(?:sorry\W+|oops\W+)?"
        r"(?:(?:the |this |that )?(?:requested )?(?:page|document|file|resource|url|legislation)?"
        r"(?: (?:that )?you (?:asked for|requested|are looking for))?"
        r" ?(?:(?:was|could|can|is|has|does)(?:n['’]t| ?not)(?: be| been)? (?:found|exist)|"
        r"not found|no longer (?:available|exists)|unavailable)|forbidden|access denied|"
        r"bad request|(?:internal )?server error|bad gateway|service (?:temporarily )?unavailable|"
        r"gateway time-?out|too many requests|gone)(?: on this server)?\W*",
        re.IGNORECASE,
    ),
)
