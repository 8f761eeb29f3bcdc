"""Which field a law or one of its clauses is in: migration, or another.

A law on many things has training, figures and plans in fields where no migrant, no victim and no
border officer is concerned. What the library says of such things is for clauses on migration. The
words that tell of one clause are not those that tell of a law, in which many clauses must agree.
"""

from __future__ import annotations

#: What a law speaks of that is on migration or on those whom officers hold: other laws may borrow
#: a word of it.
OF_A_LAW_ON_MIGRATION = (
    r"\b(?:(?:im|e)?migra(?:nts?|tions?)|aliens?|"
    r"foreign(?:ers?| nationals?| citizens?| workers?| employees?)|citizenship|naturali[sz]ations?|"
    r"asylum|refugees?|visas?|deport\w*|expulsion|non-citizens?|stateless\w*|passports?|"
    r"residence permits?|(?:permit|leave|permission) to (?:enter|stay|remain|reside)|"
    r"detain(?:ed|ees?)|trafficking in persons|human trafficking|borders?)\b"
)
_MIGRATION = (
    r"\b(?:im|e)?migra(?:nt|tion|te)\w*\b(?! and nationality act)|\bborders?\b|\bfrontiers?\b|"
    r"\basylum|\brefugees?\b|\baliens?\b|\bforeign(?:ers?\b| nationals?\b| workers?\b)|"
    r"\bnon-?citizens?\b|\bvictims?\b|\bdetain(?:ees?|ed)\b|\bdetention|\btraffick(?:ed|ing)\b|"
    r"\bconsula(?:r|tes?)\b|\bsettle(?:rs?|ment)\b|\bcrossing points?\b|"
    r"\bsmuggl\w*|\binadmissib\w*"
)
_ANOTHER = (
    r"\b(?:counter-?)?terroris\w*|\bintelligence (?:communit|agenc|reserve|activit|service|office)"
    r"\w*|\bintelligence\b[^.;]{0,60}\b(?:analy|collection|mission|workforce)\w*|"
    r"\b(?:human|national) intelligence\b|\bweapons?\b|\blinguists?\b|\bforensic|"
    r"\b(?:multilateral|public) diplomacy\b|\bmultilateral (?:\w+ )?negotiat\w+|"
    r"\bfinancial (?:system|institution|market)s?\b|"
    r"\bconflicts? of interests?\b|\bgovernment ethics\b|\binteroperab\w+|\bspectrum\b|\bradio\b|"
    r"\bair marshals?\b|\b(?:transportation|aviation) security\b|"
    r"\bcriminal (?:history )?(?:background|records?)\b|\bcriminal history\b"
)
#: A clause of another field, with no word of migration in it.
ANOTHER_FIELD = rf"^(?!.*(?:{_MIGRATION})).*(?:{_ANOTHER})"

#: Where a clause pays for what is done in other countries, or by their governments: nobody whom the
#: law deals with receives it.
ABROAD = (
    r"\b(?:assistance|support|grants?|funds?|programs?|programmes?|activities)\b[^.;]{0,120}\b"
    r"(?:outside (?:the|this) \w+|abroad|in foreign countries|to foreign|"
    r"(?:for|to) (?:each|any|every|such|other|an?|the) (?:foreign )?"
    r"(?:countr(?:y|ies)|governments?)\b)"
)
