"""English nouns for sending somebody out of the country, and the participle that goes with each."""

from __future__ import annotations

#: By noun: what is done to the person, and the words of the same root that a law may use.
REMOVALS = {
    "deportation": ("deported", r"deport(?:ation|ed|ing)?"),
    "expulsion": ("expelled", r"expulsion|expel(?:led|ling)?"),
    "repatriation": ("repatriated", r"repatriat(?:ion|ed?|ing)"),
    "removal": (
        "removed",
        r"removal|(?<=ordered )removed|"
        r"removed?(?= (?:(?:him|her|them)(?:self|selves)?|the|a|from|under)\b)",
    ),
    "return": (
        "returned",
        r"(?:be|been|being) returned(?= (?:to|from)\b)|forced return|return (?:decision|order)",
    ),
}

#: Where somebody is removed who asks for it: *asks the Minister to be removed*.
AT_OWN_REQUEST = (
    r"\b(?:asks?|asked|appl(?:y|ies|ied)|requests?|requested)\b[^.;]{0,80}"
    r"\b(?:to (?:\w+ )?be|to) (?:\w+ )?(?:deported|expelled|removed|repatriated|returned)\b|"
    r"\b(?:deport|remov|repatriat|return)\w*\b[^.;]{0,120}\bat (?:the )?"
    r"(?:\w+ ){0,2}?(?:\w+\Ws|his|her|their|own)(?: or her)?(?: own)?(?: written)? request\b|"
    r"\bat (?:the )?(?:\w+\Ws|his|her|their)(?: or her)?(?: own)?(?: written)? request,? "
    r"(?:be )?(?:deport|remov|repatriat|return)"
)
#: Words by which nobody may be removed for a time or while something holds.
BARS_REMOVAL = (
    r"\b(?:shall|must|may)(?: not|n\Wt) be "
    r"(?:deported|expelled|removed|repatriated|returned|enforced|made|ordered)\b"
    r"(?![^.]{0,200}\bunless\b)"
)

_MAY = r"(?:shall|must|may|can)"
_SENT = (
    r"(?:deported|expelled|removed|repatriated|extradited|returned|refouled|sent back|"
    r"turned (?:back|away))"
)
_SEND = r"(?:deport|expel|remove|repatriate|extradite|return|refoule|send back)"
_SENDING = r"(?:deportation|expulsion|removal|repatriation|extradition|refoulement)"
_EXCEPT = r"(?![^.;]{0,160}\b(?:unless|except|save|until|otherwise than|only)\b)"
#: Who may not be sent away: *no refugee shall be expelled*, *not subject to expulsion*. What is
#: forbidden only in part is a rule on whom it does send away.
_FORBIDS = (
    rf"\bno(?: ?one|body)?\b(?: \w+){{0,4}}(?: (?:who|whose|to whom|in respect of whom)\b"
    rf"[^.;]{{0,120}}?)? {_MAY} be (?:\w+, )?{_SENT}\b{_EXCEPT}|"
    # "no person, who claims to be a refugee and …, shall be refused entry, expelled or returned"
    rf"(?:^|[.;] )(?:[^.;]{{0,120}}?(?:,| law) )?no (?!later|less|more|longer|fewer|sooner)\w+"
    rf"[^.;]{{0,260}}?\b{_MAY} be (?:refused [\w ]{{3,40}}, )?{_SENT}\b{_EXCEPT}|"
    rf"\bnot (?:to )?(?:be )?(?:\w+ly )?(?:\w+ or )?{_SENT}\b{_EXCEPT}|"
    rf"\b{_MAY} not (?:\w+ly )?(?:\w+ or )?{_SEND} (?:an?|any|the|to) [^.;]{{0,60}}{_EXCEPT}|"
    rf"\bnot (?:be )?(?:subject|liable) to (?:\w+ )?{_SENDING}\b{_EXCEPT}|"
    rf"\b{_SENDING}\b[^.;]{{0,60}}\b(?:is|are) (?:prohibited|forbidden|not (?:allowed|permitted))\b"
)
#: Who, once gone, may not come back: *shall not return*, *prohibited from re-entering*.
_BANS = (
    rf"\bno(?: ?one|body)?\b(?: \w+){{0,4}} {_MAY} (?:\w+ )?(?:re-?enter|return to)\b|"
    rf"\b{_MAY} not (?:again |thereafter )?(?:(?:re-?)?enter\b|return\b(?! (?:an?|the|any)\b))|"
    r"\b(?:prohibited|barred|banned|debarred) (?:from|to) (?:re-?enter|enter|return)\w*|"
    r"\b(?:prohibition|ban|bar) (?:of|on|to|against) (?:re-?)?(?:entry|entering|return)|"
    r"\b(?:re-?)?entry (?:ban|prohibition)|"
    rf"\b(?:re-?)?entry[^.;]{{0,60}}\b(?:is|are|{_MAY} be) (?:prohibited|forbidden|banned)\b"
)
#: What sends somebody away: *shall be expelled*, *may make an order of removal*.
_SENDS = (
    rf"(?:^|[.;] )(?![^.;]{{0,80}}\bno\b)[^.;]*?\b{_MAY} "
    rf"(?:(?:(?!not\b)\w+ )?be (?:(?!not\b)\w+ )?{_SENT}\b|"
    rf"(?:(?!not\b)\w+ )?(?:{_SEND} (?:an?|any|the)\b|(?:make|issue|order|direct)\b))|"
    rf"(?<!not\s)(?<!not\sbe\s)\bsubject to (?:\w+ )?{_SENDING}\b"
)
#: A clause by which nobody is sent away: it forbids that, or forbids who was sent away to return.
SENDS_NOBODY = rf"^(?!.*(?:{_SENDS}))(?=.*(?:{_FORBIDS}|{_BANS}))"


class Removal(str):
    """A law's noun for sending somebody away, which knows the participle that goes with it.

    >>> Removal("expulsion").participle
    'expelled'
    """

    __slots__ = ()

    @property
    def participle(self) -> str:
        """What is done to the person: ``deported``."""
        return REMOVALS[self][0]
