"""What gives a right, and who is shut out of it, as patterns of the templates.

A repair of a clause that gives must not take away what it gives: the words that shut women out are
struck, and a general sentence does not stand in its place.
"""

from __future__ import annotations

#: What a clause gives by: *is entitled to*, *may be registered*, *may apply*, *acquires*.
GIVES = (
    r"\b(?:entitled|eligible|ha(?:s|ve) (?:the|a) right|"
    r"(?:may|shall|can|is|are|must) (?:also )?be (?:granted|admitted|naturali[sz]ed|"
    r"issued|given(?! no)|permitted|allowed)|"
    # what somebody must be registered for is a duty
    r"(?:may|can|is|are) (?:also )?be (?:registered|included|joined|enrolled)|"
    r"(?:shall|must) (?:also )?be (?:registered|included) (?:as (?:an? )?(?:citizen|national)|in)|"
    r"(?:declarations?|applications?|appeals?|claims?) may be (?:made|lodged)|"
    r"(?:is|are) (?:granted|given(?! no)|admitted|included|open to|issued)|"
    r"may (?:apply|acquire|bring|make|sponsor|include|appeal|transfer|change|receive|regain|"
    r"resume|retain|remain|reside|act|be of either sex)|acquires?|"
    r"(?<!who\s)(?<!that\s)(?<!to\s)receives?(?! (?:no|her|him|them|it)\b)|"
    r"(?:is|are|shall be|may be) paid|"
    r"(?:may|shall) be endorsed|"
    r"(?:is|shall be|becomes?|deemed to be) an? (?:\w+ )?(?:citizen|national|subject)|"
    r"deemed to belong|(?:is|shall be) a defence)\b"
)
#: A grant with words put between: *shall on production of a certificate be granted a permit*.
INSET = (
    r"\b(?:shall|may|is|are),? (?:also )?(?:on|upon|if|subject to|after|at|for|during|until) "
    r"[^.;]{1,80}?,? be (?:granted|admitted|issued|given|permitted|allowed|entitled|registered)\b"
)
#: What somebody is given, or let do.
LETS = (
    rf"{GIVES}|{INSET}|\bmay (?:also )?(?:be (?:allotted|employed|placed|released|housed|engaged)|"
    r"work|leave|travel|depart|enter|emigrate|take up|engage in)\b"
)
#: What sets up a body or says who fills an office, which no general rule replaces.
FOUNDS = (
    r"\b(?:(?<!pregnancy\s)(?:is|are) (?:hereby )?established|"
    r"(?:shall )?(?:consists?|be composed|is composed) of|"
    r"(?:may|shall) (?:by \w+ )?appoint)\b"
)
#: What saves something from a rule, which goes with the rule where that is replaced.
SAVES = (
    r"\bprovided (?:further |also )?that no (?:such )?(?:order|direction|declaration|decision)\b|"
    r"\bshall not be affected\b|\bwithout prejudice to\b"
)
#: What covers others besides the one of whom it speaks: *on behalf of*, *may extend to*.
COVERS = (
    # "shall include, besides the person himself, his wife"
    r"\b(?:on behalf of|includ\w+(?:,[^,.;]{1,60},)? (?:his|her|the|any|their)|extends? to|"
    r"accompan\w+|"
    r"together with|for (?:his|the) family)\b"
)
#: Those whom it covers, each in a group of its own.
COVERED = r"\b(?:(child(?:ren)?|minors?|sons?|daughters?)|(parents?|mother|father)|(dependants?))\b"
#: What refuses by such words: *shall not be granted*, *no person is entitled*, *may be granted
#: only*.
REFUSES = (
    r"\b(?:may|shall|can|must|is|are) not\b|^(?:\(?\w{1,4}\)?[.)]? )?no\b|\bonly\b|"
    r"\bcease|\blos(?:es?|t)\b|"
    r"\bdeemed\b(?! (?:to )?(?:belong|(?:be )?an? (?:\w+ )?(?:citizen|national|subject)))"
)
#: What forbids, or excuses from, what follows it in its sentence.
FORBIDS = (
    r"\b(?:shall|must|may|can|need) (?:not|never)\b|"
    r"\b(?:is|are) not (?:required|obliged|bound|to)\b|"
    r"(?:^|[.;:] |\) )no (?:\w+ ){1,6}?(?:shall|must|may|can|is|are)\b|\b(?:prohibited|forbidden)\b"
)
#: How a phrase begins that says of which deeds a sentence speaks: *by a woman*, *in private*.
NARROWS = r"(?:of|by|in|before|with)\b"
#: Who acts, named behind a deed that is told in the passive: *searched on arrival by an officer*.
ACTED_BY = r"\bby (?:an?|any|the|another|such an?) (?!end\b|means\b|time\b|law\b|use\b|date\b)[a-z]"
#: How words begin that name who acts.
NAMES_WHO_ACTS = r"by (?:an?|the) "
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
_HUSBAND = (
    r"(?:\w+ )?(?:aliens?|foreigners?|citizens?|nationals?|non-citizens?|persons?|residents?)"
)
#: What is said of them: *who is married to an alien*. No more is taken for it: behind other words
#: the verb of the clause may stand.
OF_THEM = (
    r"(?: (?:(?:who (?:is|was|are|were) )?married to (?:an? |the )?"
    rf"{_HUSBAND}|of (?:an?|the) {_HUSBAND}|whose husband is \w+))?"
)
#: What a clause gives or spares in more words than by :data:`GIVES`: allows, includes, pays.
FAVOURS = (
    rf"{GIVES}|\b(?:may(?! not\b)|can(?! not\b)|means|includes?|exempt\w*|entitl\w+|benefits?|"
    r"pensions?|allowances?|right|privileges?|accompan\w+|defence|on behalf of|nothing in)\b|"
    r"\bha(?:s|ve) (?!no\b)|"
    r"\b(?:shall|may|do(?:es)?) not (?:apply|be)\b|\b(?:is|are|shall be) (?:kept|deemed)\b|"
    r"\bshall (?:also )?(?:extend to|have|receive|retain|keep|acquire|enjoy|grant|issue|give|admit|"
    r"allow|permit|include|pay)\b"
)

#: Where a clause on citizenship asks no residence, or knows it only as another way.
RESIDENCE_WAIVED = (
    r"\bwithout (?:having )?resid|\bwithout regard to (?:the )?(?:\w+ )?(?:residence|presence)\b|"
    r"\bno (?:prior |period of |specified )*(?:residence|presence)\b[^.;]{0,240}\brequired\b|"
    r"\b(?:residence|presence)\b[^.;]{0,120}\b(?:(?:not|no longer) (?:be )?required|waived|"
    r"dispensed with|(?:does|shall|do) not apply)\b|"
    r"\bunless (?:\w+ ){0,3}?ha(?:s|ve) resided\b"
)
