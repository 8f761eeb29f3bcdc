"""What a clause gives and does, and which of it words in its place leave out.

Readers refuse nothing so surely as an amendment that takes away. A clause that draws a distinction
by sex may give a right besides, to men or to both; may be about another deed than the words that
would stand in its place; and may be the only one that names somebody. :func:`left_out` asks of each
limb of it whether the new words have what it gave and speak of what it did.

A maxim of equal terms (*open to women and men on the same terms*) gives nothing by itself: it
shares out what some other words give, and these may be the ones it replaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from annotator.expressions import expression
from annotator.lang.en.gender_words import NAMES_A_SEX
from annotator.lang.en.grants import GIVES, INSET, REFUSES

_SOMEBODY_ACTS = (
    r"refus|reject|withdr[ae]w|withh[eo]ld|cancel|revok|impound|seiz|retain|depriv|restrain|examin|"
    r"inspect|test|requir|order|direct|forbid|prohibit|prevent|den(?:y|ied)\b|declin|question|"
    r"interrogat|presum|deem|regard|consider|weigh|disregard|object|demand|chastis|confin|reduc|"
    r"suspend|terminat|end\b|discharg|dismiss|charg|deduct|recover|compound|deport|expel|expul|remov|"
    r"repatriat|extradit|detain|arrest|imprison|search|exclud|fine[ds]?\b|punish|prosecut|strike|"
    r"struck|recall|transfer(?:red)? (?:her|him|them)\b|send\b|sent\b|return(?:ed)?\b|turn\b|"
    r"lose\b|cease|laps|treat|reserv|limit|restrict|close|except|taken\b|hold\b|held\b|"
    r"keep\b|kept\b|hand\b|put\b|use[ds]?\b|show\b|be\b|not\b|only\b|effected\b|executed\b|made\b|"
    r"inform|report|notif|stop|call(?:ed)?\b|proceed|extend|compel|forc|trade[ds]?\b|"
    # "may, by reason of ...": what follows says how
    r"by\b|in\b|at\b|on\b|without\b|hereafter\b|otherwise\b|therefore\b|nevertheless\b"
)
#: How somebody is let do something: *may be employed*, *may leave*; not *may be removed*.
_LETS = (
    r"(?<!who\s)(?<!that\s)(?<!which\s)(?<!as\s)(?<!he\s)\bmay(?: (?:also|then|likewise|thereupon|"
    rf"again|\w+ly|in addition))*(?: be)? (?!{_SOMEBODY_ACTS})[a-z]\w+"
)
#: What else gives: in the past, by extending to somebody.
_GIVES_BESIDE = (
    rf"{INSET}|"
    r"(?<!who\s)(?<!who\shas\s)\b(?:became|becomes?|was|were|"
    r"(?:deemed|considered|taken as)(?: to be)?) "
    r"(?:an? )?(?:\w+ )?(?:citizens?|nationals?|subjects?)\b|"
    r"\benters? into the (?:nationality|citizenship)\b|"
    r"\b(?:re-?acquires?|regains?|recovers?|resumes?)\b|\btakes? his (?:status|permit)\b|"
    r"\bshall be (?:comprised|included|entered) in (?:the|his) (?:leave|permit|pass|permission)\b|"
    r"\b(?:section|part|act|exemption|right|privilege|provision)s? [^.;]{0,60}?\bextends? to\b|"
    r"\b(?:shall|is to|are to) (?:also )?(?:have|retain|keep|enjoy) (?:his|her|their|the) (?:\w+ )?"
    r"(?:rights?|benefits?|nationality|citizenship|status|privileges?|permits?)\b|"
    # "shall retain Rihabi nationality", "shall remain Rihabi", "shall be treated as belonging to"
    r"\b(?:shall|may|is to|are to) (?:also )?(?:retain|keep) (?-i:[A-Z])\w+ "
    r"(?:nationality|citizenship)\b|"
    r"\b(?:shall|may) (?:also )?(?:remain|continue(?: to be)?) "
    r"(?:(?:an? )?(?:\w+ )?(?:citizens?|nationals?|subjects?)\b|(?-i:[A-Z])[a-z]+(?=[,.;]))|"
    r"\b(?:treated|deemed|regarded|considered) as belonging\b|"
    r"\b(?:shall|do|does) not apply to [^.;]{0,160}\bwives\b|"
    # "whoever is born of such a father shall be Rihabi"
    r"\bshall be (?-i:[A-Z])[a-z]+(?=[,.;:]| (?:whether|if|by|at|only)\b)"
)
_GIVES = expression(rf"{GIVES}|{_LETS}|{_GIVES_BESIDE}", re.IGNORECASE)
_REFUSES = expression(REFUSES, re.IGNORECASE)
# Who had something once: what the limb gives is another thing.
_HAS_LOST = expression(r"\bwho (?:has |had )?(?:lost|ceased)\b", re.IGNORECASE)
_DEFINES = expression(r"[”\"] ?(?:means|includes|has the meaning)\b", re.IGNORECASE)
# "... may apply for one": what another limb gives.
_THE_SAME = expression(
    r"\b(?:for|granted|given|have) (?:one|the like|such an? \w+)\b", re.IGNORECASE
)
_WITHOUT_A_VOTE = expression(r"\bwithout (?:a )?(?:vote|pay)\b", re.IGNORECASE)
# A benefit that needs words to give it: without them nobody has it on any condition.
_GRANTED_ON_CONDITION = expression(
    r"^(?!(?:\(?\w{1,4}\)?[.)]? )?no\b)(?!.*\b(?:shall|may|must|can|is|are) not\b).*"
    r"(?:\b(?:entitled|eligible)\b|\breceives?\b|"
    r"\b(?:may|shall|is|are) (?:only )?be "
    r"(?:granted|issued|given|paid|registered|naturali[sz]ed)\b)"
    r".*\bonly (?:if|when|where|on|upon|after|through)\b",
    re.IGNORECASE,
)
#: Where one limb of a sentence ends and the next begins.
LIMBS = expression(
    r"[.;]\s|, (?:but|and|whereas|while) |[,;:]? ?\bprovided (?:further |also |however )*that ",
    re.IGNORECASE,
)
_ON_EQUAL_TERMS = expression(
    r"\bon the same (?:terms|grounds|scale|conditions)\b|\bfollow the same conditions\b|\balike\b|"
    r"\bthe same particulars\b|\bwomen and men equally\b",
    re.IGNORECASE,
)
#: What the words of any rule have, which tells nothing of what it is about.
_TELLING = expression(
    r"\b(?!(?:wom[ae]n|persons?|terms|conditions?|under|this|that|section|subsection|article|"
    r"paragraph|same|with|open|each|other|from|have|shall)\b)[a-z]{4,}",
    re.IGNORECASE,
)
# Conditions, and what is said of a person: not what the limb does.
_ASIDE = expression(
    r",? ?\b(?:unless|except|without|if|where|when|whenever|until|because|since|after|before|save|"
    r"notwithstanding|so that|while|for the purposes? of)\b[^,;.]*,?|"
    r",? ?\b(?:to whom|who|whom|whose|which)\b(?: (?:is|are|was|may|has|have))?"
    r"(?:(?!\b(?:shall|must|may|is|are|commits?|loses?|ceases?|acquires?)\b)[^,;.])*,?",
    re.IGNORECASE,
)
_MODAL = expression(
    r"\b(?:shall|may|must|is|are|can|will|loses?|ceases?|has|have)\b|\b\w+s the\b", re.IGNORECASE
)
#: Kinds of deeds that clauses of such laws do, each by the words that show it.
_DEEDS = {
    "departure": r"depart\w*|embark\w*|emigrat\w*|travel\w*|journeys?|exit|clear(?:ed|ance)|"
    r"abroad|overseas|land(?:ed|ing)?|cross\w*|passages?|voyages?|out of the country|"
    r"lea?ves?(?: or \w+)? (?:the|this) "
    r"(?:country|state|kingdom|republic|territory|colony|islands?|port|realm)",
    "entry": r"ent(?:er|ers|ry)|admi(?:t\w*|ssion)|visas?|land(?:ed|ing)?|immigrat\w*|join\w*|"
    r"bring\w*|sponsor\w*|reuni\w*|invit\w*",
    "stay": r"stays?|remain\w*|resid\w*|status|permits?|pass(?:es)?|domicile\w*|settle\w*",
    "work": r"work\w*|employ\w*|occupations?|labour\w*|engage\w*|recruit\w*|wages?|pa(?:y|id)|"
    r"contracts?|jobs?|trades?|deploy\w*|indentur\w*|licen[cs]e\w*|vacanc\w+|advertisements?",
    "leaving work": r"(?:lea?v\w+|left|abandon\w*) (?:(?:his|her|the|an?|their) )?"
    r"(?:employ\w+|post|service|house\w*|place|work|premises)|run(?:s|ning)? away|ran away|"
    r"abscond\w*|desert\w*",
    "application": r"appl(?:y|ies|ied|ications?)|petitions?|claims?|files?|forms?|dossiers?|"
    r"presum\w*|suspect\w*|decided",
    "information": r"inform\w*|told|notices?|notif\w*|explain\w*|briefings?|read out|addressed|"
    r"material",
    "hearing": r"hear(?:d|ing)?|interview\w*|statements?|evidence|testimon\w*|accounts?|"
    r"witness\w*|affidavits?|declarations?|word|proof|proved?|examin\w*|question\w*|believ\w*|"
    r"corroborat\w*|weigh\w*|complain\w*|allegations?|asked?|holds? against",
    "appeal": r"appeals?|reviews?",
    "detention": r"detain\w*|detention|releas\w*|custody|arrest\w*|bonds?|bail|confin\w*|"
    r"prison\w*|wards?|cells?|inmates?|internees?|yards?|exercis\w*|recreation",
    "removal": r"remov\w*|deport\w*|expel\w*|expuls\w*|repatriat\w*|sen[dt]|return(?:ed)?|"
    r"banish\w*|(?:lea?ves?|depart\w*) (?:with|the|this)",
    "search": r"search\w*|frisk\w*|undress\w*|inspect\w*|person of",
    "pregnancy": r"pregnan\w*|with child|childbirth|deliver(?:ed|y)|bear a child|confinement|"
    r"contracepti\w*|births?|child-bearing",
    "health": r"health|medical\w*|treat(?:ed|ment)|hospital\w*|examin\w*|tests?|tested|surgeon|"
    r"doctor|clinics?|operations?|diseases?|dispensary|inspection",
    "document": r"passports?|cards?|certificates?|documents?|identity|surnames?|names?|papers",
    "record": r"regist\w*|record\w*|particulars|census|statistic\w*|enter(?:ed)?|enumerat\w*|"
    r"lists?|inscribed|folio|page|counted|columns?|shown",
    "support": r"accommodat\w*|hous(?:e|ed|es|ing)|rooms?|shelters?|allowances?|rations?|assist\w*|"
    r"supports?|grants?|loans?|plots?|blankets?|bedding|benefits?|huts?|places?|lodg\w*|hostels?|"
    r"annex|reception|indoors|visitors?|cent(?:re|er)s?|card|what is provided",
    "school": r"school\w*|courses?|class(?:es)?|lessons?|train\w*|taught|teach|instruct\w*|"
    r"educat\w*",
    "post": r"officers?|staff|posts?|posted|postings?|service|enlist\w*|enrol\w*|appoint\w*|"
    r"constables?|promot\w*|patrols?|clerks?|arms|stations?|resign\w*",
    "body": r"members?|committees?|boards?|councils?|assessors?|delegates?|eligible|elect\w*|"
    r"panels?|chair\w*",
    # a foreign national is anybody
    "nationality": r"citizen\w*|(?<!foreign\s)nationals?|nationality|naturali\w*|subjects?",
    "marriage": r"marriages?|marr(?:y|ies)|genuine|sham",
    "child": r"child(?:ren)?|minors?|infants?|guardian\w*|parental|boys?|girls?|sons?|daughters?",
    "penalty": r"fine[ds]?|penal\w*|punish\w*|offen[cs]es?|barred|imprison\w*|liable|guilty",
    "trafficking": r"traffick\w*|victims?|rescued|shelters?|recogni[sz]ed",
    "violence": r"raped?|sexual|indecent|violated|violence",
    "asylum": r"persecut\w*|fears?|refug\w*|asylum|protection|applica\w+|"
    r"referred to the authorities",
    "equality": r"less favourabl\w*|discriminat\w*|distinctions?|equal\w*|policy|favour\w*|"
    r"treat\w*|same manner|"
    r"points|scor\w*",
    "couple": r"spouses?|partners?|fianc\w*|unions?",
    "order": r"orders?|directions?|deport\w*|remov\w*|expel\w*|"
    r"(?:lea?ves?|depart\w*) (?:with|the|this)",
}
_KINDS = {name: expression(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _DEEDS.items()}
_SPEAKS_BACK = expression(r"\b(?:it|they|them|this|such|so|that of|those)\b", re.IGNORECASE)
#: A limb that speaks of one sex: a burden on it is not lost.
_OF_ONE_SEX = expression(rf"{NAMES_A_SEX}|\b(?:she|her|hers|he|him|his)\b", re.IGNORECASE)


def rights(words: str) -> tuple[str, ...]:
    """The limbs of a clause that give somebody something, and do not refuse it to another.

    >>> rights("A man may be employed in any trade; a woman may be employed only as a cook.")
    ('A man may be employed in any trade',)
    >>> rights("A woman may be removed.")
    ()
    """
    return tuple(limb for limb in LIMBS.split(words) if _is_right(limb))


def _is_right(limb: str) -> bool:
    limb = _HAS_LOST.sub("", limb)
    if _GRANTED_ON_CONDITION.search(limb):
        return True
    if _WITHOUT_A_VOTE.search(limb):
        return False
    return _GIVES.search(limb) is not None and _REFUSES.search(limb) is None


def are_given(limbs: Iterable[str], left: str) -> bool:
    """Whether what each of the limbs gives is given by what is left of a clause, too.

    >>> are_given(["a wife may work with leave"], "A guest may work.")
    True
    """
    gifts = [_gift(limb) for limb in rights(left)]
    return all(
        any(_gift(limb) & gift or _THE_SAME.search(limb) for gift in gifts) for limb in limbs
    )


def _gift(limb: str) -> set[str]:
    """The beginnings of the words that say what a limb gives, to whomever."""
    found = _GIVES.search(limb)
    return matter(limb[found.start() :]) if found else set()


def gives_by_itself(words: str) -> bool:
    """Whether words give a right, and do not only share out equally what others give."""
    return bool(_GIVES.search(words)) and not _ON_EQUAL_TERMS.search(words)


def matter(words: str) -> set[str]:
    """The beginnings of the words that say what is given: *citiz* of *citizenship*."""
    return {word[:5].lower().rstrip("s") for word in _TELLING.findall(words)}


def deeds(words: str) -> frozenset[str]:
    """The kinds of deeds that a limb of a clause does, not those that its conditions name.

    >>> sorted(deeds("A woman shall not leave the country unless she has a contract of work"))
    ['departure', 'order', 'removal']
    """
    return _shown(_ASIDE.sub(" ", words))


def _shown(words: str) -> frozenset[str]:
    return frozenset(name for name, kind in _KINDS.items() if kind.search(words))


def left_out(old: str, new: str) -> tuple[str, ...]:
    """The limbs of a sentence whose right, or whose deed, the words in its place do not have.

    Args:
        old: what the clause says, on one line.
        new: what would stand in its place, a sentence.

    >>> left_out("A woman shall not leave the country.", "A maid may leave her employer.")
    ('A woman shall not leave the country.',)
    """
    if _DEFINES.search(old) and not _DEFINES.search(new):
        return (old,)
    given = rights(old)
    gives, told = gives_by_itself(new), matter(new)
    spoken = _shown(new)
    lost = [limb for limb in given if not (gives and matter(limb) & told)]
    before: frozenset[str] = frozenset()
    for place, limb in enumerate(LIMBS.split(old)):
        # "..., and it shall lapse": what a limb leaves unsaid is in the one before
        before = deeds(limb) or (before if _SPEAKS_BACK.search(limb) else frozenset())
        is_burden = place > 0 and _OF_ONE_SEX.search(limb) is not None
        is_kept = bool(before & spoken if before else matter(limb) & told)
        if _MODAL.search(limb) and limb not in given and not (is_burden or is_kept):
            lost.append(limb)
    return tuple(lost)
