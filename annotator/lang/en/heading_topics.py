"""The words by which headings in English tell on what a section or part is, and on what it is not.

Each pattern is for an issue: where a heading shows it, what stands below regulates that matter.
"""

from __future__ import annotations

import re

from annotator.expressions import expression
from annotator.lang.words import HeadingTopics


def _heading(pattern: str) -> re.Pattern[str]:
    return expression(rf"\b(?:{pattern})", re.IGNORECASE)


WORDS = HeadingTopics(
    headed={
        "search": _heading(
            r"search|inspection|frisk|biometric|fingerprint|border (?:check|control)"
        ),
        "detention": _heading(r"detention|detain|custod|arrest|imprison|restricted movement"),
        "reception": _heading(r"accommodat|reception|housing|shelter"),
        "health": _heading(r"health|medical"),
        "removal": _heading(r"remov|deport|expulsion|expelled|return|repatriat"),
        "asylum": _heading(r"asylum|refugee|international protection|persecution"),
        "procedure": _heading(r"procedure|interview|application for|hearing|asylum"),
        "family": _heading(r"famil|spouse|marriage|dependa?nt|relatives"),
        "trafficking": _heading(r"traffick|victim|smuggl|exploitation"),
        "labour": _heading(r"work|employ|labour|labor\b|recruit|wages|domestic"),
        "nationality": _heading(
            r"nationality|citizenship|naturali|permanent resid|settlement|stateless"
        ),
        "children": _heading(r"child|minor|guardian|unaccompanied|juvenile"),
        "personnel": _heading(r"officers|officials|staff|personnel|appointment|training|recruit"),
        "governance": _heading(
            r"authority|board|commission\b|council|committee|institution|administration|agency|policy"
        ),
        "data": _heading(r"data\b|records?\b|regist(?:er|ry)|statistic|reports?\b|returns\b"),
        "redress": _heading(r"appeal|review|complaint|redress|remed|objection|tribunal|legal aid"),
        "information": _heading(r"information|notice|advice"),
        "integration": _heading(r"integrat|language|education|orientation"),
        "identity": _heading(r"document|passport|identit|travel|registration"),
        "equality": _heading(r"principle|equal|discriminat|rights|dignity"),
        "penalties": _heading(r"offence|offense|penal|punish|misdemeanou?r|contravention|sanction"),
    },
    around=expression(
        r"\b(?:preliminary|interpretation|definitions?|(?:short )?title|citation|commencement|"
        r"(?:scope|application) of (?:this|the) (?:act|law|ordinance|code|decree|regulations)|"
        r"miscellaneous|supplement(?:ary|al)|regulations|rules|by-?laws|repeals?|savings?|"
        r"transitional|transitory|final|closing|concluding|consequential|entry into force|"
        r"offen[cs]es?|penal|penalt(?:y|ies)|punishments?|misdemeanou?rs?|schedules?|fees|"
        r"delegation|findings|(?:protection|exemption) from liability|indemnity)\b"
        r"|(?:^|(?<!director)(?<!attorney)(?<!secretary)(?<!governor)(?<!solicitor)\s)"
        r"general(?:(?: and [\w-]+)? (?:provisions?|matters))?\W*$",
        re.IGNORECASE,
    ),
)
