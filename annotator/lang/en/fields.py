"""Which field of law a clause is in: migration, or another that a law regulates beside it.

A law on many things has training, figures and plans in fields where no migrant, no victim and no
border officer is concerned. What the library says of such things is for clauses on migration.
"""

from __future__ import annotations

_MIGRATION = (
    r"\b(?:im|e)?migra(?:nt|tion|te)\w*\b(?! and nationality act)|\bborders?\b|\bfrontiers?\b|"
    r"\basylum|\brefugees?\b|\baliens?\b|\bforeign(?:ers?\b| nationals?\b| workers?\b)|"
    r"\bnon-?citizens?\b|\bvictims?\b|\bdetain(?:ees?|ed)\b|\bdetention|\btraffick(?:ed|ing)\b|"
    r"\bconsula(?:r|tes?)\b|\bsettle(?:rs?|ment)\b|\bcrossing points?\b"
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
