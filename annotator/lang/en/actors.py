"""Who acts on whom in an English clause, as patterns of the surface of its sentence."""

from __future__ import annotations

import re

from annotator.expressions import expression
from annotator.lang.en.inflection import either_number
from annotator.lang.en.persons import CONCERNED
from annotator.lang.en.removal import REMOVALS
from annotator.lang.words import ActorWords

#: Who decides in American laws, by full title: *the Secretary of State*.
STATES_OFFICERS = r"Attorney[ -]General|Secretary of [A-Z]\w+(?: (?:and )?[A-Z]\w+){0,3}"
#: Any word for a person whom a clause may be about.
PERSON = f"{either_number(CONCERNED)}|people"
# "refugee protection", "immigrant station": the word for a person says what kind of thing it is.
_ATTRIBUTE = (
    r"(?!\s+(?:protection|status|declaration|appeals?|division|convention|class|program(?:me)?|law|"
    r"station|visa|permit|card|officer|identification|facilit))"
)
_MODAL = r"(?:shall|must|may|can|is to|are to|is|are)"
# Between two of them stands a comma, or none; asked for on both sides, it could be read in two ways
# each time, and a long row of adverbs in so many that no search would end.
_ADVERBS = r"(?:also|not|only|at any time|without (?:a )?warrant|where necessary)"
_ADVERB = rf"(?:,? {_ADVERBS}(?:,{{0,2}} {_ADVERBS})*,?)?"

WORDS = ActorWords(
    # The subject of a sentence: it opens the clause, or follows what opens it.
    actor=expression(
        r"(?:^|(?:[,—–:;.)]|\b(?:and|or)) )(?:\(\w{1,4}\) )?(?:[Tt]he|[Aa]n?|[Aa]ny) "
        r"(?P<actor>Minister|" + STATES_OFFICERS + r"|Tribunal|Board|"
        r"(?:[A-Z][a-z]+ ){0,2}(?:Division|Authority)|"
        r"Agency|Commissioner|competent authority|court|(?:[a-z]+ ){0,2}(?:judge|officer))"
        r"(?:, [^,.;]{3,80},)? (?:may|shall|must|is to)\b"
    ),
    # A person may (also) be searched.
    passive=r"\b{person}\b[^.;]{0,80}?"
    rf"\b(?:may|shall|must|can|is to|are to){_ADVERB} be (?:\w+ (?:and|or) )?"
    r"{participle}\b",
    # An officer may (stop and) search any person.
    active=r"(?P<actor>\b(?:an?|any|the|every|each) {officer}) "
    rf"{_MODAL}{_ADVERB} "
    r"(?:\w+ (?:and|or) |\w+, ){0,3}{verb}",
    on_a_person=r" (?:(?:an?|any|the|that|such|every|each|all) )?(?:\w+ ){0,2}?{person}\b",
    joins=expression(r"\b(?:or|and)\s*$", re.IGNORECASE),
    persons=expression(rf"\b(?:{PERSON})\b{_ATTRIBUTE}", re.IGNORECASE),
    person="person",
    general=frozenset(("person", "individual", "holder", "resident", "passenger", "beneficiary")),
    beside_another=frozenset(("victim",)),
    removal="removal",
    removals={
        noun: expression(rf"\b(?:{pattern})", re.IGNORECASE)
        for noun, (_, pattern) in REMOVALS.items()
    },
)
