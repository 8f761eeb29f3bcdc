"""What a clause itself does, as against what it only mentions.

*An officer may detain a person who may be removed* detains, and removes nobody: the verb of the
second ``may`` stands in a relative clause. An amendment about removal does not belong there. The
rules read the surface of an English sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from annotator.expressions import expression
from annotator.lang.en.citing import THIS_SECTION
from annotator.lang.en.citing import cited_labels as cited_labels
from annotator.lang.en.citing import contravened as contravened
from annotator.lang.en.citing import own_label as own_label
from annotator.lang.en.citing import refers_back as refers_back
from annotator.lang.en.citing import speaks_of_all as speaks_of_all
from annotator.lang.en.inflection import forms_of
from annotator.lang.en.kept import rights
from annotator.lang.en.own_power import tells_of_the_past as tells_of_the_past
from annotator.lang.en.own_power import without_condition as without_condition
from annotator.lang.en.own_power import without_others_powers as without_others_powers

#: A finite verb: a modal, or the ``is`` of a passive in the present.
_FINITE = expression(
    r"\b(?P<verb>may|shall|must|can|will|is|are|has to|have to)\b(?: (?:only|also|not|to|then|"
    r"instead|in addition|at any time|as soon as (?:is )?(?:reasonably )?practicable|immediately|"
    r"forthwith|"
    r"by (?:order|warrant|notice)(?: in writing)?|in writing|without (?:a )?(?:warrant|delay)),?|"
    r", (?:[^,.;()]{2,120}), )*\s*",
    re.IGNORECASE,
)
# Who acts in the present tense: "the duty officer takes a photograph".
_PRESENT = expression(
    r"\b(?:officer|official|guard|agency|office|ministry|directorate|department|service|board|"
    r"council|commission|authority|police|centre|carrier|employer|foreigner|applicant|resident|"
    r"court)s? (\w+s)\b",
    re.IGNORECASE,
)
# What opens a clause within a sentence, whose verb is not the sentence's own.
_OPENER = expression(
    r"\b(?:who|whom|whose|which|that|where|if|when|whenever|unless|until|before|after|while|as|"
    r"because|provided that|so long as|in so far as)\b",
    re.IGNORECASE,
)
# What ends the sentence, or the item of a list, before it.
_MARKS = (".", ";", ":", "—")
_BOUNDARY = expression(r"[.;:—]\s|\(\w{1,4}\)\s")
# "detain", "be detained", "arrest and detain", "stop, search or detain", "(a) search".
_VERBS = expression(
    r"(?:[—:,-]*\s*\(\w{1,3}\)\s*)?(?:be )?(?:(?!appl|suppl|repl|compl|rely)\w+ly )?"
    r"(\w+)(?:(?:,? (?:and|or)|,) (?:be )?(\w+))?(?:(?:,? (?:and|or)|,) (\w+))?"
)
_MODAL = expression(r"\b(?:may|shall|must|(?:is|are|has|have) to)\b")
# The label of an item, and the marks behind which a label is no longer that of what follows.
_ITEM_LABEL = expression(r"(?<=\s)\(\s?\w{1,4}\s?\) ")
_ENDS_AN_ITEM = ".;:—"
_AND = expression(r"\b(?:and|or) (?:be )?(?:(?!appl|suppl|repl|compl|rely)\w+ly )?(\w+)")
_ASIDE = expression(r"\((?:in|here|this)[^()]*\) ?")
# A verb with which a clause that was opened has closed again: "who seeks protection shall".
_CLOSES = expression(r"\b(?:has|have|had|was|were|is|are|does|do|did|may|shall|must|can)\b|,")
_RELATIVE_CLOSES = expression(
    r" (?:\w{1,40} ){0,2}?(?:(?:un)?\w{2,40}(?:ed|[^s]s)|took|made|left|hold|seek) "
)
# What stands between a verb and the list of what it rules.
_DASHES = ("—", ":", "–", "-")
_PUT = r"(?:is|are|shall be) (?:hereby )?(?:substituted|inserted|added)"
_AMENDS = expression(
    r"\b(?:is|are) (?:hereby )?amended\b|(?<!\bas )\bamended by\b|"
    r"\bby (?:the )?(?:substitut|insert|delet)(?:ion|ing)\b|"
    r"\bthe (?:substitution|insertion) (?:of|after|before|in)\b|"
    rf"\bthe following (?:\w+ ){{1,3}}{_PUT}\b|"
    rf"\b{_PUT} (?:for|after|before) (?:the )?"
    r"(?:words?|expressions?|definitions?|schedules?|(?:sub)?(?:section|paragraph|article)s?)\b",
    re.IGNORECASE,
)
# Where a body's functions, objects or principles are told, at the head of a clause.
_GUIDES = expression(
    r"^[^;:—]{0,240}?(?:\bthe following (?:functions|objects|principles)\b|"
    r"\b(?:the|a|an) (?:functions?|objects?) of the [^,;:—]{1,80}?(?: (?:shall be|are|is)\b|:|—)|"
    r"\bit (?:shall be|is) (?:a|an|the) (?:function|object) of\b|"
    r"\bprinciples\b[^,;:—]{1,160}?\b(?:are|as follows)\b)",
    re.IGNORECASE,
)
_REPRINTS = expression(
    r"\bthe present (?:Convention|Protocol|Covenant|Agreement|Charter|Treaty)\b|"
    r"\bthe (?:High )?Contracting (?:States|Parties) (?:shall|undertake|agree)\b"
)
_DEFINES = expression(
    r"\W*(?:In this [^“\"]{1,60}|The (?:term|expression) )?[“\"‘][^”\"’]{1,80}[”\"’],?\s*"
    r"(?:means|includes|has the)",
    re.IGNORECASE,
)
_FINDS = expression(
    r"\b(?:congress|parliament|legislature|assembly|oireachtas) (?:finds|declares)\b|^whereas\b",
    re.IGNORECASE,
)
_PREVAILS = expression(
    r"^(?:\(?\w{1,4}\)?[.)]? )?(?:(?:to avoid|for the avoidance of) doubt, )?"
    rf"Nothing (?:contained )?in {THIS_SECTION} "
    r"(?:shall |is to |may )?(?:be (?:construed|read|taken) (?:as |to )?)?"
    r"(?:prevent|affect|limit|restrict|preclud|prohibit|derogat|prejudic)",
    re.IGNORECASE,
)
# A person's plight, in which others put that person: "who is expelled".
_PLIGHT = expression(
    r" ?\b(?:who|whom) (?:is|are|was|were|has been|have been)(?: to be)? "
    r"(?:\w+ly )?(?:\w+ed|\w+en|held|sent|brought)\b"
    r"|\bagainst whom [^,.;]{0,60}?\b(?:made|issued|given)\b",
    re.IGNORECASE,
)
#: Clauses whose reading is kept while the templates are tried on them.
_REMEMBERED = 256
_ITEM = expression(r"\(\w{1,3}\) (?:be )?(?:(?!appl|suppl|repl|compl|rely)\w+ly )?(\w+)")

_RULES = (
    r"(?:regulations?|rules|orders?|by-?laws|procedures|guidelines|instructions|a code of practice)"
)
_UNIT = (
    r"(?:this|these) (?:section|article|part|division|subdivision|chapter|subsection|regulation|"
    r"paragraph)s?"
)
_LABELS = r"\(?[\w.]+\)?(?:\([\w.]+\))*"
_CITED = rf"(?:sub)?(?:section|paragraph|article)s? {_LABELS}(?:,? (?:and|or|to) {_LABELS})*"
_LARGE_UNIT = r"(?:Act|Part|Chapter|Division|Subdivision|Title)"
# "(1) Sense of the Senate.— ": the heading of a paragraph, before its words.
_HEADED = r"[^.—]{1,60}\.— ?"
_APPLIES = (
    r"(?:(?:does|do|shall) not apply|appl(?:y|ies)|shall apply|ha(?:s|ve) effect|do(?:es)? not)"
)
_OWN_NUMBER = r"^(?:\(\d+\) )?"
# What a rule refers to: "under such conditions as the Minister may prescribe".
_AS_PRESCRIBED = expression(
    r"\b(?:as|which|that) (?:the )?[^.;,]{1,60}? may (?:by (?:order|regulations?) )?prescribe\b"
)
#: The characters of clauses beside which a rule of its own has nothing to attach to.
_CHARACTERS = {
    "power": "|".join(
        (
            r"\bmay (?:by order |from time to time )?(?:make|issue|prescribe)\b"
            rf"[^.;]{{0,60}}{_RULES}",
            rf"\b{_RULES}\b(?: made)?(?: under [^.;]{{0,40}})?,? may "
            r"(?:provide|include|prescribe|make|specify)\b",
            r"\bmay (?:by (?:order|regulations?) )?prescribe\b",
        )
    ),
    "purpose": rf"{_OWN_NUMBER}the (?:purpose|object|objective)s? of (?:this|these|the) "
    r"(?:part|division|section|regulations|annex|schedule)\b",
    "reasons": "|".join(
        (
            rf"{_OWN_NUMBER}(?:this|these|the) {_LARGE_UNIT}s? (?:is|are|was|were) enacted "
            r"(?:because|since)\b",
            rf"{_OWN_NUMBER}(?:this|the) {_LARGE_UNIT} (?:creates?|deals? with|sets? out)\b",
            rf"{_OWN_NUMBER}(?:{_HEADED})?it (?:is the sense of|shall be the policy of)\b",
            rf"{_OWN_NUMBER}(?:{_HEADED})?the following (?:should|shall) be the policy of\b",
            r"^(?:Consistent with [^.;]{0,160}, )?(?:the )?(?:Congress|Parliament) "
            r"(?:finds|makes the following findings)\b",
        )
    ),
    "application": rf"{_OWN_NUMBER}(?:for greater certainty, )?(?:{_UNIT}|{_CITED}) {_APPLIES}\b",
    "offence": r"\b(?:is|are|shall be) guilty of an offence\b|\bcommits? an offence\b|"
    r"\bliable on (?:summary )?conviction\b|\b(?:is|are|shall be) punish(?:able|ed) (?:with|by)\b|"
    r"\bliable to (?:the punishment|imprisonment|a fine)\b",
    "commencement": r"\b(?:Act|Law|Regulations?|Part|provisions?|(?:sub)?sections?)\b[^.;]{0,40}"
    r"\b(?:comes?|came) into (?:force|operation)\b",
}


@lru_cache(maxsize=_REMEMBERED)
def deeds(text: str) -> frozenset[str]:
    """The verbs of the main sentences of a clause, in lower case, as they stand.

    Args:
        text: the clause on one line, its lead-in before it.

    >>> sorted(deeds("An officer may arrest and detain a person who may be removed."))
    ['arrest', 'detain']
    >>> sorted(deeds("A person who has been ordered to leave shall be removed."))
    ['removed']
    """
    found: set[str] = set()
    text = _ASIDE.sub("", text)
    clauses = _Subordinate(text)
    spans = list(_FINITE.finditer(text))
    listed = len(text)
    for place, match in enumerate(spans):
        if clauses.hold(match.start()):
            continue
        verbs = _VERBS.match(text, match.end())
        if verbs:
            found |= {word.lower() for word in verbs.groups() if word}
            later = spans[place + 1].start() if place + 1 < len(spans) else len(text)
            found |= {and_[1].lower() for and_ in _AND.finditer(text, verbs.end(), later)}
        if text.startswith(_DASHES, match.end()):
            listed = min(listed, match.end())
    return frozenset(found | {item[1].lower() for item in _ITEM.finditer(text, listed)})


def rule(text: str) -> int | None:
    """Where the verb stands that says what the main sentence of a clause lets or has somebody do.

    It is the first that stands in no item of a list; else the first that goes on after one.

    >>> text = "A person who— (a) may not stay; or (b) has fled, shall be removed."
    >>> text[rule(text):]
    'shall be removed.'
    """
    clauses = _Subordinate(text)
    own = [match.start() for match in _MODAL.finditer(text) if not clauses.hold(match.start())]
    alone = (verb for verb in own if not _is_in_an_item(text, verb))
    after = (verb for verb in own if text[:verb].rstrip().endswith((",", ";")))
    return next(chain(alone, after, own), None)


def _is_in_an_item(text: str, verb: int) -> bool:
    start = max(text.rfind(mark, 0, verb) for mark in _ENDS_AN_ITEM) + 1
    return _ITEM_LABEL.search(text, start, verb) is not None


class _Subordinate:
    """The clauses that open within the sentences of a text, each looked for once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._boundaries = [match.end() for match in _BOUNDARY.finditer(text)]
        self._openers = list(_OPENER.finditer(text))
        self._opened = [match.start() for match in self._openers]
        self._closes = [match.start() for match in _CLOSES.finditer(text)]

    def hold(self, offset: int) -> bool:
        """Whether the finite verb at ``offset`` belongs to one of them.

        One that has a finite verb of its own before it, or a comma, is over.
        """
        opener = self._opener_before(offset)
        if opener is None:
            return False
        close = bisect_left(self._closes, opener.end())
        if close < len(self._closes) and self._closes[close] < offset:
            return False
        relative = opener[0].lower() in ("who", "which", "that")
        return not (relative and _RELATIVE_CLOSES.match(self._text, opener.end(), offset))

    def _opener_before(self, offset: int) -> re.Match[str] | None:
        """The last of the sentence or the item in which ``offset`` lies."""
        opener = bisect_left(self._opened, offset) - 1
        boundary = bisect_right(self._boundaries, offset) - 1
        begin = self._boundaries[boundary] if boundary >= 0 else 0
        # A mark with no blank behind it ends a sentence too, where the verb follows at once.
        if opener < 0 or self._opened[opener] < begin or self._text.endswith(_MARKS, 0, offset):
            return None
        return self._openers[opener]


def does(text: str, verbs: Iterable[str]) -> bool:
    """Whether one of the verbs (base forms) is a deed of the clause, active or passive."""
    # In the present tense ("the Agency opens a hall") there is no verb that these rules see.
    own = deeds(text) | _present(text) or _all_words(text)
    return any(forms_of(verb) & own for verb in verbs)


@lru_cache(maxsize=_REMEMBERED)
def _present(text: str) -> frozenset[str]:
    return frozenset(match[1].lower() for match in _PRESENT.finditer(text))


@lru_cache(maxsize=_REMEMBERED)
def _all_words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower()))


@lru_cache(maxsize=_REMEMBERED)
def character(text: str) -> str:
    """What sort of clause it is: one beside which no rule of conduct belongs, or ``rule``.

    ``power`` (to make rules), ``purpose``, ``reasons`` (or aims that bind nobody), ``application``,
    ``offence``, ``commencement``.

    >>> character("The Minister may make regulations providing for the release of detainees.")
    'power'
    >>> character("It is the sense of the Senate that ports should be open.")
    'reasons'
    >>> character("An officer may detain a person.")
    'rule'
    >>> character("Travellers shall be examined under such rules as the Board may prescribe.")
    'rule'
    """
    text = _AS_PRESCRIBED.sub("", text)
    for name, pattern in _CHARACTERS.items():
        if re.search(pattern, text, re.IGNORECASE):
            return name
    return "rule"


def gives(words: str) -> bool:
    """Whether some of a clause gives somebody something, and refuses it to nobody.

    >>> gives("A man may be employed; a woman may not.")
    True
    """
    return bool(rights(words))


@lru_cache(maxsize=_REMEMBERED)
def amends(words: str) -> bool:
    """Whether a clause only changes another law: words put beside it would stay in the wrong one.

    >>> amends("Section 5 of the Ports Act is amended by the insertion of “guard” after “officer”.")
    True
    >>> amends("The following section is substituted for section 5 of the Ports Act: “5. None.”")
    True
    >>> amends("A guest within the meaning of section 5, as amended by paragraph (1), may stay.")
    False
    """
    return _AMENDS.search(words) is not None


def defines(text: str) -> bool:
    """Whether a clause begins with a word that it defines.

    >>> defines("In this section “guest” includes a child."), defines("A “guest” may stay.")
    (True, False)
    """
    return _DEFINES.match(text) is not None


def guides(words: str) -> bool:
    """Whether a clause says what a body is for, or what guides it: nobody is owed what it names.

    >>> guides("The Agency shall have the following functions: to plan the building of shelters;")
    True
    >>> guides("In performing its functions, the Agency shall give shelter to each guest.")
    False
    """
    return _GUIDES.match(words) is not None


def finds(words: str) -> bool:
    """Whether a clause tells what those who made the law have found.

    >>> finds("Parliament finds that: many guests are women.")
    True
    """
    return _FINDS.search(words) is not None


@lru_cache(maxsize=_REMEMBERED)
def reprints(words: str) -> bool:
    """Whether words are those of a treaty, which no parliament amends, though a schedule has them.

    >>> reprints("For the purposes of the present Convention, the term “guest” shall apply.")
    True
    >>> reprints("The Minister shall publish the Convention.")
    False
    """
    return _REPRINTS.search(words) is not None


def prevails(text: str) -> bool:
    """Whether a clause says that nothing in its section stands in the way of something.

    >>> prevails("Nothing in this section prevents an officer from opening a bag.")
    True
    >>> prevails("Nothing in this section applies to a pilot.")
    False
    """
    return _PREVAILS.search(" ".join(text.split())) is not None


def without_plights(words: str) -> str:
    """A clause without what is said of a person's plight, which is no deed of its own.

    >>> without_plights("A person who is expelled shall leave within ten days.")
    'A person shall leave within ten days.'
    """
    return _PLIGHT.sub("", words)
