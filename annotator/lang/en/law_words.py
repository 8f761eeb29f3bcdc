"""How laws in English speak of themselves and of those whom they are about, and how they define."""

from __future__ import annotations

import re

from annotator.expressions import expression
from annotator.lang.en.actors import STATES_OFFICERS
from annotator.lang.en.persons import GENERAL, ROLES
from annotator.lang.en.references import CITED
from annotator.lang.words import LawWords

_QUOTED = r"[“\"‘']([^”\"’']{2,80})[”\"’']"
_STEMS = r"\b(organ|author|recogn|natural|final|penal|emphas)"

_AUTHORITIES = (
    rf"{STATES_OFFICERS}|"
    r"Minister|Ministry|Secretary|Commissioner|Director|Directorate|Authority|Agency|"
    r"Department|Service|Board|Commission|Office|Council of Ministers|Council|Division|"
    r"Tribunal|Bureau|Superintendence|Government|Police"
)
#: Those too who have powers in a law and do not run its affairs: courts, and heads of state.
_OTHERS = (
    r"Governor(?:-General)?(?: in Council)?|President|King|Queen|Cabinet|Court|Registrar|"
    r"Administrator|Magistrate|Controller|Comptroller|Prefect|[A-Z]\w+ Officer"
)
_COMPETENT = r"competent authorit(?:y|ies)|responsible authority"
#: Not the Council of Europe, nor the government of another State.
_NOT_EUROPE = (
    r"\b(?![-‑]\w| of (?:the )?Europe"
    r"| of (?:that|such|another|an?|any|each|his|her|their|the (?:other|foreign|receiving|"
    r"requesting|destination|host|said|country|countries|State)) ?)"
)
#: The rest of an officer's title, without which it would be another's: "-General of Ports".
_TITLE = (
    r"(?:[-‑ ]General)?(?:(?:(?<=Director)|(?<=General)|(?<=Commissioner)|(?<=Controller))"
    r" of (?!Europe)[A-Z][\w’'-]+(?:(?: and)? [A-Z][\w’'-]+){0,3})?"
)

WORDS = LawWords(
    roles=ROLES,
    general=GENERAL,
    authority=expression(
        rf"(?<!\band of )\b[Tt]he ((?:[A-Z][\w’'-]+ ){{0,3}}(?:{_AUTHORITIES}){_TITLE}"
        rf"|{_COMPETENT}){_NOT_EUROPE}"
    ),
    decider=expression(
        rf"(?<!\band of )\b(?:[Tt]he|[Aa]n?|[Aa]ny) ((?:[A-Z][\w’'-]+ ){{0,3}}"
        rf"(?:{_AUTHORITIES}|{_OTHERS}){_TITLE}"
        rf"(?: of State| of (?:the )?(?:Interior|Immigration|Police)| in Council)?"
        rf"|{_COMPETENT}|court|magistrate|judge|tribunal){_NOT_EUROPE}"
    ),
    acts_itself=expression(
        r"(?:^|[.;:,—] |\) |\b(?:and|or) )"
        r"(?P<actor>(?:the|an?|any|every|each|such|no|two|three) [^.;:()—]{2,80}?)"
        r"(?:, [^.;]{3,120}?,)? (?:may|shall|must|is to|are to)\b"
        r"(?! (?:not |also |only |\w+ly )?(?:be|have been)\b)",
        re.IGNORECASE,
    ),
    acts=expression(
        r"(?: of(?: [A-Z]\w+){1,4}|,? (?:for|of) [^,.;]{3,40})?"
        r"(?:,? (?:or|and) (?:the|an?|any|another) (?P<partner>[^,.;]{3,40}?),?)?"
        r"(?:, [^.;]{3,80},)? "
        r"(?:(?:shall|may|must|will|can|has)\b|(?:is|are) (?:to|charged|responsible|empowered|"
        r"authori[sz]ed|competent|obliged|required)\b|(?!(?:members|officers|is|was|as|regulations)\b)"
        r"[a-z]{3,}s(?= (?:the|an?|on|in|his|its|whether|by|to|all|each|every|with|for)\b|[.;]))"
    ),
    # not "if so directed by": another then acts
    done_by=expression(
        r"(?<!directed )(?<!instructed )(?<!requested )\bby $|\bunder the hand of $"
    ),
    authorities={"competent authorities": "competent authority"},
    duty={
        verb: expression(rf"\b{pattern}\b", re.IGNORECASE)
        for verb, pattern in (
            # "shall be guilty" lays down what follows, and no duty.
            ("shall", r"shall(?! (?:\w+ ){0,3}be (?:guilty|liable|punish\w*|deemed|treated)\b)"),
            ("must", "must"),
            ("is to", "(?:is|are) to"),
        )
    },
    # It also says what is planned or due.
    duty_alone="is to",
    spouse="spouse or partner",
    spouse_alone="spouse",
    unmarried=(
        "partner",
        "cohabit",
        "common-law",
        "common law",
        "de facto",
        "de-facto",
        "fianc",
        "civil union",
        "free union",
    ),
    partners={
        partner: f"spouse or {partner}"
        for partner in ("civil partner", "common-law partner", "cohabitant")
    },
    practitioner="medical practitioner",
    practitioners=(
        "registered medical practitioner",
        "medical practitioner",
        "physician",
        "medical officer",
        "doctor",
    ),
    examines=expression(
        r"\b(?:(?:[Gg]overnment|[Rr]egistered|[Aa]uthori[sz]ed|[Dd]esignated|[Qq]ualified|[Ss]tate|"
        r"[Qq]uarantine|[Pp]ublic|[Pp]ort) )*"
        r"(?:medical (?:practitioner|officer|examiner|inspector)|physician|doctor)\b"
    ),
    trafficking="trafficking",
    trafficking_terms=(
        "human trafficking",
        "trafficking in human beings",
        "trafficking in persons",
    ),
    trafficking_alone=expression(r"(?<!human )\btrafficking\b(?! in (?:persons|human beings))"),
    trafficking_in_whom=expression(r"\btrafficking in (?:persons|human beings)\b"),
    account="account {must} be taken",
    account_by="{actor} {must} take account",
    interview="interview",
    interviews=expression(r"\b(?:personal|preliminary) interview"),
    # "the Minister" is one of several, and by that name another than this clause's.
    another_minister=expression(r"\b[Tt]he Minist(?:er|ry) (?:for|of) (?:the )?[A-Z]"),
    full_name=expression(
        r"\b[Tt]he (Minist(?:er|ry) (?:for|of) (?:the )?"
        r"(?:[A-Z][\w’'-]+(?:,? and (?=[A-Z])|, (?=[A-Z])| (?=[A-Z]))?)+)"
    ),
    the_minister=expression(r"\b[Tt]he Minist(?:er|ry)\b(?! (?:for|of) )"),
    detains=("detain", "arrest", "intern", "commit", "hold", "keep", "place", "order"),
    held_under=expression(
        r"\b(?:detain\w*|detention|arrest\w*|custody|held|kept|intern\w*)\b[^.;]{0,30}? under "
        r"(?P<power>this (?:Act|Law|Part|Division|Chapter|Title)|the Act|Part \w+)\b"
    ),
    calls_itself=expression(
        r"\b(?:[Tt]his|[Tt]hese) (?:Act|Law|Code|Regulations?|Ordinance|Order|Decree|Directive|"
        r"Rules|Proclamation|Convention|Protocol|Bill)\b"
    ),
    treaties=("Convention", "Protocol"),
    # The chapter of a code, which is no Act.
    calls_its_chapter=expression(r"\b[Tt]his (?:sub)?chapter\b"),
    gives_power=("this Act", "this Law", "this Convention", "this Decree", "this Ordinance"),
    made_under={"these Regulations": "the Act"},
    parts={
        "section": ("subsection", "sub-section"),
        "Article": ("paragraph", "clause", "sub-article"),
        "regulation": ("paragraph", "sub-regulation", "subregulation"),
        "rule": ("paragraph", "sub-rule", "subrule"),
        "paragraph": ("subparagraph", "sub-paragraph"),
    },
    # "sub-regulation (1)", "paragraph 2".
    numbered_part=expression(r"\b(sub-?[a-z]+|paragraph|clause)s? \(?\d"),
    cited=CITED,
    by_level=expression(r"\b(?:subsection|paragraph) \d+(?:\.\d+)?\(\w"),
    by_section=expression(r"\bsection \d+(?:\.\d+)?[A-Z]?\(\w"),
    # Not the names of institutions, which keep their own spelling in every law.
    ess_written=expression(rf"{_STEMS}is(?:e|ing|ation)"),
    zed_written=expression(rf"{_STEMS}iz(?:e|ing|ation)"),
    ess=expression(rf"{_STEMS}is(?=e|ing|ation)", re.IGNORECASE),
    zed=r"\1iz",
    british_written=expression(r"\b(?:offence|defence|labour|harbour|honour|centre)s?\b"),
    american_written=expression(r"\b(?:offense|defense|labor|harbor|honor|center)s?\b"),
    american={
        "offence": "offense",
        "labour": "labor",
        "harbour": "harbor",
        "centre": "center",
        "counselling": "counseling",
        "Counselling": "Counseling",
    },
    quoted=expression(_QUOTED),
    # A subsection that defines: “family member” means ...
    defines=expression(rf"{_QUOTED}(?:,[^.;]{{0,80}},)? (?:means|includes|has the meaning)\b"),
    # "(in this subsection referred to as a “child”)", "... referred to as “the child”)"
    defines_here=expression(
        r"\bin this (?:subsection|paragraph) (?:referred to as|called) (?:the |an? )?"
        r"[“\"‘'](?:the |an? )?([^”\"’']{2,40})[”\"’']"
    ),
    reaches_here=expression(
        r"\bthis (?:sub)?(?:section|article|regulation|rule|paragraph)\b", re.IGNORECASE
    ),
    reaches_above=expression(
        r"\bthis ((?:sub)?(?:part|chapter|division|title|schedule))\b", re.IGNORECASE
    ),
    reaches_between=expression(
        r"\b(?:sections?|articles?) (\d+\w*)(?:(?: and| to|–|-) ?(?:sections? )?(\d+\w*))?",
        re.IGNORECASE,
    ),
)
