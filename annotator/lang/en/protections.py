"""What a clause spares women, or lays on them: *a woman with child shall not be expelled*.

What spares somebody a burden protects, however old its reasons: no amendment takes it away. A bar
that is worded alike, *a woman shall not be appointed*, is none: it keeps women from what others
have.
"""

from __future__ import annotations

#: Women, and what befalls women alone.
_WOMEN = (
    r"\b(?:females?|wom[ae]n|wife|wives|widows?|mothers?|girls?|pregnan\w+|with child|"
    r"breast-?fe\w+|nursing|given birth|giving birth|childbirth)\b"
)
_STATE = r"\b(?:pregnan\w+|with child|breast-?fe\w+|given birth|giving birth|childbirth)\b"
#: What is done to somebody as a burden.
_DONE = (
    r"(?:deported|expelled|repatriated|extradited|detained|arrested|imprisoned|confined|dismissed|"
    r"searched|refused|restrained|handcuffed|punished|prosecuted|fined|excluded|deprived|"
    r"turned (?:back|away)|returned(?! to (?:her|him|them)\b)|"
    r"removed(?! from (?:\w+ ){1,4}(?:register|list|file|record|permit|passport|certificate)\b))"
)
_DO = (
    r"(?:deport|expel|repatriate|extradite|detain|arrest|imprison|dismiss|search|refuse|restrain|"
    r"punish|prosecute|remove)"
)
#: The same as a noun, with what may stand before it: *administrative detention*.
_BURDEN = (
    r"(?:(?!not\b)\w+ ){0,3}?(?:deportation|expulsion|removal|return|repatriation|extradition|"
    r"detention|arrest|custody|imprisonment|search|dismissal|refusal|restraint|punishment|"
    r"prosecution|fines?|penalt(?:y|ies))\b"
)
_ORDERED = r"(?:made|issued|carried out|enforced|executed)\b"
#: *not subject to expulsion*, *detention shall not be applied*, *no removal order shall be made*.
_SPARED = (
    rf"\b(?:not (?:be )?(?:subject|liable) to {_BURDEN}|"
    rf"{_BURDEN}(?: orders?)? (?:shall|may|must|can|do(?:es)?|is|are) not (?:be )?"
    rf"(?:appl(?:y|ied)\b|permitted\b|allowed\b|{_ORDERED})|"
    rf"{_BURDEN} (?:is|are) (?:prohibited|forbidden)\b|"
    rf"no (?:\w+ ){{0,2}}?{_BURDEN}(?: order)? (?:shall|may|must|can) be {_ORDERED})"
)
_NOT_DONE = rf"\b(?:not|never) (?:be )?(?:\w+ly )?(?:{_DONE}|guilty)\b"
_NO_WOMAN = (
    rf"\bno (?:\w+ ){{0,4}}?{_WOMEN}(?:[^.;]{{0,120}}?\b(?:shall|may|must|can) be| (?:is|are)) "
    rf"(?:\w+ly )?(?:{_DONE}\b|(?:subject|liable) to {_BURDEN})"
)
_NOBODY_DOES = (
    r"\b(?:(?:shall|may|must|can|do(?:es)?) not|"
    r"(?:prohibited|forbidden|not (?:allowed|permitted)) to) "
    rf"(?:\w+ly )?{_DO}\b[^.;]{{0,80}}?{_WOMEN}"
)
_OPENING = r"(?:^|[.;:] )(?:\(\w{1,4}\) |\w{1,4}[.)] )?(?!no\b)"
_EXEMPT = (
    rf"{_OPENING}(?:[^.;]{{0,150}}?{_WOMEN}[^.;]{{0,150}}?"
    r"\b(?:is|are|(?:shall|may|must) be) exempt(?:ed)?\b|"
    rf"[^.;]{{0,20}}\bexempt(?:ed)? from [^.;]{{0,80}}?\b(?:is|are) [^.;]{{0,20}}?{_WOMEN})"
)
#: *nothing in clause (c) shall apply to a widow*: she need not meet that condition.
_EXCUSED = (
    r"\bnothing in (?:clauses?|paragraphs?|items?|conditions?|points?) [^.;]{1,60}?"
    rf"\b(?:shall )?appl(?:y|ies)\b[^.;]{{0,40}}?{_WOMEN}"
)
#: Words that spare women something.
PROTECTS = "|".join(
    (
        rf"{_WOMEN}[^.;]{{0,150}}?(?:{_NOT_DONE}|{_SPARED})",
        rf"{_SPARED}[^.;]{{0,150}}?{_WOMEN}",
        rf"{_NOT_DONE}[^.;]{{0,100}}?{_STATE}",
        _NO_WOMAN,
        _NOBODY_DOES,
        _EXEMPT,
        _EXCUSED,
    )
)
#: What lays a burden on somebody: *may be expelled*, *is subject to expulsion*.
BURDENS = (
    rf"\b(?:(?:shall|may|must|can) (?:(?!not\b)\w+ )?be|is|are) (?:(?!not\b)\w+ )?{_DONE}\b|"
    rf"(?<!not )\b(?:subject|liable) to {_BURDEN}|\b(?:obliged|required) to\b|"
    rf"\b(?:shall|may|must|can) (?:(?!not\b)\w+ )?{_DO}\b"
)
#: A wife, in either number.
WIFE = r"\b(?:wife|wives)\b"
_ILL_FAVOURED = (
    r"(?:an? )?(?:(?:prohibited|undesirable|inadmissible|illegal|unlawful|unwanted) "
    r"(?:(?:im)?migrants?|persons?|aliens?|residents?|classes?|visitors?|entrants?)|inadmissible|"
    r"ineligible|disqualified|an? aliens?)\b"
)
#: *are prohibited immigrants*, *shall be deemed to be inadmissible*; not *if she is an alien*.
_IS_ILL_FAVOURED = (
    r"(?<!if\sshe\s)\b(?:is|are|becomes?|following|(?:shall|must|may) (?:also )?be|(?<!not\sbe\s)"
    r"(?:deemed|held|considered|taken|treated)(?: to be| as)?) "
    rf"(?:(?!not\b)\w+ ){{0,2}}?{_ILL_FAVOURED}"
)
_SUFFERS = (
    r"\b(?:(?:shall|may|must|can) (?:(?!not\b)\w+ )?be|is|are) (?:(?!not\b)\w+ )?"
    rf"(?:{_DONE}|expelled|barred|cancelled|revoked|required|obliged|bound|guilty|"
    r"(?:subject|liable) to|liable|punishable|prohibited|forbidden)\b"
)
#: What somebody shall be, have or be given, so that it is no duty.
_BENEFIT = (
    r"(?:(?:also|likewise|thereupon|then) )?(?:be (?:granted|issued|given(?! no)|admitted|"
    r"permitted|allowed|entitled|eligible|exempt\w*|"
    r"included(?! in (?:the|an?|such|that) (?:\w+ )?order)|"
    r"registered|paid|heard|joined|endorsed|housed|"
    r"deemed to (?:belong|have|include|be an? (?:\w+ )?(?:citizen|national|subject))|"
    r"an? (?:\w+ )?(?:citizen|national|subject))|have(?! no)|receive|retain|keep|acquire|enjoy|"
    r"become an? (?:\w+ )?(?:citizen|national|subject)|"
    r"(?:remain|continue)(?: to be)? (?:an?|entitled|eligible|covered)|"
    r"grant|issue|give|admit|allow|permit|include|pay|register|extend to|not)\b"
)
_NO_BAR = (
    rf"(?:be (?:\w+ly )?(?:affected|{_DONE}|guilty|liable|required|compell\w+)|apply|cease|lose)\b"
)
#: What lays a burden on wives, as on wives alone: put *spouses* in their place, and husbands bear
#: it too.
LAID_ON_WIVES = "|".join(
    (
        # "a person whose certificate is cancelled ...; the decision may extend to his wife"
        rf"\b(?:cancel|revo[ck]|ceas|depriv|forfeit|withdr[ae]w|los(?:es?|t|s)\b)\w*[^.]*?"
        rf"\b(?:may|shall) (?:also )?(?:extend|apply) to [^.;]{{0,20}}?{WIFE}",
        rf"{WIFE}[^.;]*?(?:{_IS_ILL_FAVOURED}|{_SUFFERS})",
        rf"{_IS_ILL_FAVOURED}[^.]*?{WIFE}",
        rf"\b(?:shall|may|must) (?:(?!not\b)\w+ )?be (?:{_DONE}|required)\b[^.;]*?{WIFE}",
        rf"\b(?:shall|may|must|can) (?:(?!not\b)\w+ )?{_DO}\b[^.;]*?{WIFE}",
        rf"{WIFE}[^.;]*?(?<!which\s)(?<!that\s)(?<!it\s)\b(?:shall|must) (?!{_BENEFIT})",
        rf"{WIFE}[^.;]*?\b(?:shall|may|must|can) (?:not (?!{_NO_BAR})|"
        r"[^.;]{0,40}(?<!reason\s)\bonly\b)",
        rf"{WIFE}[^.;]*?(?<!not\s)\b(?:ceas(?:e|es|ed)|los(?:e|es|t)|forfeits?|lapses?)\b",
        rf"\b(?:shall|may|must|can) not (?:enter|land|remain|reside|be (?:admitted|granted|issued|"
        rf"given|permitted|allowed))\b[^.]*?{WIFE}",
        rf"\bno (?:\w+ ){{0,2}}?{WIFE}[^.;]*?\b(?:shall|may|must|can) (?!{_NO_BAR})",
        r"\b(?:(?:deportation|expulsion|removal|exclusion|detention) order|"
        r"order (?:of|for) (?:\w+ )?(?:deportation|expulsion|removal|exclusion|detention)|"
        rf"order)\b[^.;]*?\b(?:extend to|apply to|include|against) (?:his|the) {WIFE}",
        rf"{WIFE}[^.;]*?\bincluded in (?:the|an?|that|such) (?:\w+ )?order\b",
        rf"\b(?:guilty|liable|punish\w+)\b[^.;]*?{WIFE}",
    )
)
