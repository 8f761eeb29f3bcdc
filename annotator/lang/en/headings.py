"""The words by which headings in English are told from what only looks like one."""

from __future__ import annotations

import re

from annotator.lang.structure_words import HeadingWords

WORDS = HeadingWords(
    unfinished=re.compile(
        r"(?:^|[\s(])(?:of|and|or|the|an?|in|to|for|by|with|under|from|at|on|as|nor|into|upon|than|"
        r"that|which|who|whose|is|are|be|its?|their|his|her|any|each|every|no|not|such|this|these|"
        r"between|within|without|during|before|after|per|shall|may|must|Of|And|Or|The|In|To|For|"
        r"By|With|OF|AND|OR|THE|IN|TO|FOR|BY|WITH|FROM)$"
    ),
    no_heading=re.compile(
        r"(?:(?:from|sent|to|cc|bcc|subject|date|re|fwd?|fw|received|reply-to|attachments?|"
        r"attached|on behalf of|tel|phone|fax|e-?mail|website|url|source|downloaded|retrieved|"
        r"accessed|printed|published)\s?:\s|"
        r"(?:dear|hi|hello|hey|good (?:morning|afternoon|evening))\b(?! to)[\w .’'-]{0,40}\W*$|"
        r"(?:(?:kind|best|warm(?:est)?|with kind)(?: regards| wishes)|regards|many thanks|"
        r"thanks|thank you|cheers|yours (?:sincerely|faithfully|truly)|sincerely)\b|"
        r"(?:please (?:find|see|review|note)|see (?:below|attached)|as (?:discussed|promised|"
        r"requested|agreed)|fyi\b|here (?:is|are|comes)|below (?:is|are)|sent from my|"
        r"forwarded message|-+ ?(?:forwarded|original) message)|"
        r"(?:https?://|www\.)\S)",
        re.IGNORECASE,
    ),
)
