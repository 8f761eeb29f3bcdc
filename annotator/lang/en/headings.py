"""The words by which headings in English are told from what only looks like one."""

from __future__ import annotations

import re

from annotator.expressions import expression
from annotator.lang.structure_words import HeadingWords

#: The money over a column of fees, and the numbers of columns.
_COLUMN = r"(?:(?:first|second|third|fourth) column|column (?:[1-4a-d]|i{1,3}|iv|one|two|three))"
_COLUMNS = (
    r"(?:(?:[ktu]?shs?\.?|rs\.?|[a-z]{0,3}[$£€₦₹])(?: (?:cts?|c)\.?)?|"
    rf"{_COLUMN}(?:\s+{_COLUMN})+)"
)

WORDS = HeadingWords(
    unfinished=expression(
        r"(?:^|[\s(])(?:of|and|or|the|an?|in|to|for|by|with|under|from|at|on|as|nor|into|upon|than|"
        r"that|which|who|whose|is|are|be|its?|their|his|her|any|each|every|no|not|such|this|these|"
        r"between|within|without|during|before|after|per|shall|may|must|Of|And|Or|The|In|To|For|"
        r"By|With|OF|AND|OR|THE|IN|TO|FOR|BY|WITH|FROM)$"
    ),
    goes_on=expression(
        r"(?:and|or|but|nor|if|unless|provided|as|for|that|which|who|whose|where|when|whether|"
        r"the|an?|any|in|on|at|by|to|with|under|within|upon|from|is|are|not|it|he|she|they)\b"
    ),
    supplement=expression(
        r"supplement(?:ary|al) provisions?\b|adden(?:da|dum)\b|transitory(?: articles?)?$",
        re.IGNORECASE,
    ),
    over_several=expression(
        r"(?:\W*(?:additional|transitional|transitory|temporary|final|concluding|closing|amending|"
        r"supplementary|supplemental|and|or))+ provisions?\b",
        re.IGNORECASE,
    ),
    label=expression(
        r"(?:[•◦○▪]\s*)?(?:(?:marginal|side|shoulder) ?-?notes?|headings?)\s?:\s*", re.IGNORECASE
    ),
    law_number=expression(
        r"[(\[]?(?:(?:public )?(?:act|law|ordinance|decree|bill|statute)s?,? )?"
        r"(?:number|nos?\.?|n°) ?\(?[\w/-]{1,12}\)?"
        r"(?:[,.]? (?:of|dated) .{4,24})?[)\]]?\.?|[(\[]?\d{1,4} of \d{4}[)\]]?\.?",
        re.IGNORECASE,
    ),
    names_a_law=expression(
        r"\b(?:act|ordinance|code|regulations|rules|order|decree|bill|law|proclamation),? "
        r"(?:\(?\d{4}\)?|no\.? ?\d[\w/ -]*)\W*$",
        re.IGNORECASE,
    ),
    kind_of_law=expression(
        r"(?:\w+ )?(?:law|act|code|ordinance|order|decree|decree-law|proclamation)"
        r"(?: of(?: (?!on\b)[\w'’-]+){1,7})?(?:,? no\.? ?[\w/-]+)?",
        re.IGNORECASE,
    ),
    matter_of_law=expression(r"[“\"]?on (?!(?:the )?\d)", re.IGNORECASE),
    speaks_of_a_law=expression(
        r"(?:amendments?|repeals?|application|citation|extension|continuation|commencement|"
        r"interpretation|short title|title|saving|construction|modification|operation|relation|"
        r"relationship|effect|purposes?|objects?|scope|name|insertion|substitution)\b",
        re.IGNORECASE,
    ),
    names_a_treaty=expression(
        r"\b(?:treaty|convention|covenant|protocol|agreement|compact|"
        r"memorandum of understanding)\b",
        re.IGNORECASE,
    ),
    note_of_a_schedule=expression(
        r"(?:ss?|secs?|sections?|regs?|regulations?|arts?|articles?|cls?|rr?|rules?)\.? ?\d"
        r"[\dA-Z]{0,4}"
        r"(?:(?:,| and|,? &)? ?\(?\d?\w{1,3}\)?){0,8}\.?",
        re.IGNORECASE,
    ),
    annexed_to=expression(
        r"to (?:the |this )?(?:[\w’'-]+ ){0,6}?"
        r"(?:act|law|decree|decree-law|resolution|ordinance|order|decision|code|regulations?|rules|"
        r"directive|instruction|convention|agreement|protocol|treaty)\b[^;:]{0,120}",
        re.IGNORECASE,
    ),
    note_of_a_form=expression(
        r"[(\[]\s?(?:(?:(?:issued |made |given )?under|pursuant to|see(?: also)?) )?(?:sub-?)?"
        r"(?:(?:rules?|sections?|regulations?|articles?|paragraphs?)\b|(?:ss?|rr?|regs?)\.)"
        r"(?=[^()\[\]]*\d)[^()\[\]]*(?:\([^()]{1,6}\)[^()\[\]]*)*[)\]]\.?",
        re.IGNORECASE,
    ),
    columns=expression(_COLUMNS, re.IGNORECASE),
    abbreviation=expression(
        r"\b(?:no|nos|cap|(?:[slgr]\. ?){1,2}[nirol])\. (?=\d|no\b)", re.IGNORECASE
    ),
    no_heading=expression(
        r"(?:(?:from|sent|to|cc|bcc|subject|date|re|fwd?|fw|received|reply-to|attachments?|"
        r"attached|on behalf of|tel|phone|fax|e-?mail|website|url|source|downloaded|retrieved|"
        r"accessed|printed|published)\s?:\s|"
        r"(?:dear|hi|hello|hey|good (?:morning|afternoon|evening))\b(?! to)[\w .’'-]{0,40}\W*$|"
        r"(?:(?:kind|best|warm(?:est)?|with kind)(?: regards| wishes)|regards|many thanks|"
        r"thanks|thank you|cheers|yours (?:sincerely|faithfully|truly)|sincerely)\b|"
        r"(?:please (?:find|see|review|note)|see (?:below|attached)|as (?:discussed|promised|"
        r"requested|agreed)|fyi\b|here (?:is|are|comes)|below (?:is|are)|sent from my|"
        r"forwarded message|-+ ?(?:forwarded|original) message)|"
        r"an? (?:act|bill|ordinance|law|proclamation|decree) (?:to|for|of parliament|relating|"
        r"concerning|respecting|made)\b|(?:now,? therefore,? )?be it (?:therefore )?enacted\b|"
        r"(?:in|for the purposes? of) (?:this|these|the present) (?:\w{4,12} )?"
        r"(?:act|law|code|proclamation|ordinance|regulations?|rules?|part|chapter|section|article|convention)\W*$|"
        r"(?:published|printed|compiled) (?:and (?:published|sold|distributed) )?by (?:the )?[A-Z]|"
        r"(?:https?://|www\.)\S|published (?:on|in|at) .{0,60}\b(?:gazette|journal|bulletin)\b|"
        r"date of (?:commencement|assent|publication)\s?:|"
        rf"{_COLUMNS}$|"
        # a row of a table
        r".{0,80}\b(?:january|february|march|april|may|june|july|august|september|october|november|"
        r"december) \d{4}\.$|"
        # what a repeal has left, with the mark of the note that tells of it
        r"\W?(?:repealed|abrogated|annulled|abolished|deleted|deletion|omitted|revoked|excluded)"
        r"\W?\d{0,3}\W*$|"
        r"\W{0,2}(?:article|section|paragraph|regulation|rule|provision) repealed by\b)",
        re.IGNORECASE,
    ),
    means=expression(
        r": (?:[A-Z]|(?:an?|the|any|every|each|all|those|one|who\w*|persons?|\w+ing|see)\b)"
    ),
)
