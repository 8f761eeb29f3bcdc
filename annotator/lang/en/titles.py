"""What laws in English are called, and what stands beside their titles."""

from __future__ import annotations

import re

from annotator.lang.structure_words import TitleWords

_KIND = r"(?:act|law|code|ordinance|order|decree|legislative decree|decree-law|proclamation)"
_DATED = r"(?:,? ?(?:of|dated|date) (?:the )?\d[\w ./]{3,24})?"

WORDS = TitleWords(
    of_a_bill=re.compile(
        r".*\bbill(?:,? (?:\(?(?:no\.? ?)?\d[\w/ .-]*\)?|of \d{4}))*\W*$", re.IGNORECASE
    ),
    opens_a_bill=re.compile(
        r"a bill\b|(?:(?:draft|private|public|government|member[’']?s[’']?) )*bill"
        r"(?: (?:no\.? ?)?\d[\w/.-]*)?$",
        re.IGNORECASE,
    ),
    names_a_law=re.compile(
        r"\b(act|law|bill|code|regulations?|ordinance|order|decree|directive|rules|strategy|"
        r"constitution|charter|convention|protocol|policy|proclamation|instrument)\b",
        re.IGNORECASE,
    ),
    only_counts=re.compile(
        r"(?:(?:act|law|bill|code|regulations?|ordinance|order|decree|directive|rules|proclamation|"
        r"instrument|statutory|legislative|republic|commonwealth|presidential|royal|federal|public|emiri|"
        r"sultani|amiri|of|the|no|nr|number|n[º°]|dated?|in|year|january|february|march|april|may|"
        r"june|july|august|september|october|november|december|[\w/-]*\d[\w/-]*)\b[\s.,:/()–-]*)+",
        re.IGNORECASE,
    ),
    unfinished=re.compile(
        r"\b(?:of|on|and|the|for|or|with|against|to|in|concerning|relating|regarding)$",
        re.IGNORECASE,
    ),
    goes_on=re.compile(r"(?:on|of|concerning|relating|regarding|governing)\b", re.IGNORECASE),
    kind=re.compile(rf"(?:the )?(?:\w+ )?{_KIND}\b", re.IGNORECASE),
    only_kind=re.compile(
        rf"(?:the )?(?:\w+ )?{_KIND}(?:[, ]+n(?:o|r)\.? ?[\w/-]+)?", re.IGNORECASE
    ),
    kind_of_a_state=re.compile(
        rf"(?:the )?(?:\w+ )?{_KIND} of(?: (?!on\b)[\w'’-]+){{1,7}}", re.IGNORECASE
    ),
    numbered=re.compile(
        rf"(?:n(?:o|r)\.?|number|n[º°]) ?\d[\w/-]*{_DATED}|dated? \d[\w ./]{{3,24}}", re.IGNORECASE
    ),
    on_its_matter=re.compile(r"[“\"]?on (?!(?:the )?\d|the \w+ day\b|\w+day\b)\w", re.IGNORECASE),
    head_of_a_page=re.compile(r"act \d{1,4} (?!of\b)\D.*\bact\b", re.IGNORECASE),
    of_one_section=re.compile(
        r"[ \t]*(?:(?P<title>\S.*?)(?: [-–—] (?=SECT|REG|RULE)| (?=§))|(?=SECT))"
        r"(?P<sign>SECT|REG|RULE|§) ?(?P<number>\d+[A-Z]*(?:[.–-]\d+[A-Z]*)*)"
        r"(?: \(\d{4}\))?[ \t]*"
    ),
    units_by_sign={"SECT": "Section", "REG": "Regulation", "RULE": "Rule", "§": "Section"},
    ends_as_a_title=re.compile(
        r"\b(?:ACT|LAW|BILL|CODE|ORDINANCE|REGULATIONS|RULES)(?:,? \(?\d{4}\)?)?\.$"
    ),
    entitled=re.compile(r"\bentitled:?$", re.IGNORECASE),
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
        r"(?<![“”\"‘’'])\b(?:[Tt]he\s+short\s+title\s+of\s+this|This|These)\s+(?:Act|Law|Bill|Order|"
        r"Ordinance|Code|Regulations?|Rules|Decree|Proclamation|Directive|Statute|Measure|"
        r"Instrument)\s+(?:(?:may|shall|must)\s+(?:for\s+all\s+purposes\s+)?be\s+"
        r"(?:cited|called|known|referred\s+to)(?:\s+for\s+all\s+purposes)?(?:\s+as)?|"
        r"is(?:\s+(?:called|known\s+as|cited\s+as))?)\s+(?:the\s+)?[“\"‘']?(?:the\s+)?"
        r"(?P<title>[A-Z](?:\(No\.[^()]{0,6}\)|[^.;“”\"\[]){4,150}?)"
        r"(?=[’']?(?:[.;”\"\[]|,?\s+(?:and|which)\s+(?:shall|may|is|comes?|applies)\b|\s+\(\d{1,2}\)|\s*\Z))"
    ),
)
