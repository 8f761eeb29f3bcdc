"""The law's own words: what it calls the foreigner, the officer, the authority; its verb of duty.

A word comes from the law's definitions, else from what the law says most often; where neither
gives one the role is absent, and templates that need it abstain. A country that has told its words
for a role has them used, whether the law at hand uses them or not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.lang.en.inflection import Modal, Noun, singular
from annotator.lang.en.persons import ROLES
from annotator.lang.en.removal import Removal
from annotator.reading.actors import removal_in
from annotator.reading.definitions import defined_term
from annotator.reading.law import LawText, folded
from annotator.reading.own_words import Own, own_words

#: A word that a law of any length does not define and hardly uses is not its word for the role.
_LEAST_USES = 3
_SHORT_LAW = 10_000  # characters

_AUTHORITY = re.compile(
    r"\b[Tt]he ((?:[A-Z][\w’'-]+ ){0,3}"
    r"(?:Minister|Ministry|Secretary|Commissioner|Director|Directorate|Authority|Agency|Department|"
    r"Service|Board|Commission|Office|Council|Division|Tribunal|Bureau|Government|Police)"
    r"|competent authorit(?:y|ies)|responsible authority)\b"
)


@dataclass(frozen=True)
class Terms:
    """The law's word for each role that it has one for, its verb of duty, its noun for removal."""

    roles: dict[str, Noun]
    modal: Modal
    removal: Removal | None = None
    own: Own = field(default_factory=Own)


def read_terms(law: LawText, countrys: Mapping[str, Sequence[str]] | None = None) -> Terms:
    """Find the law's own words.

    Args:
        law: the law.
        countrys: a country's words by role, likeliest first. A role in it is filled from them
            alone: with the one that the law defines, else uses most, else the first.

    >>> from annotator.reading.law import read_law
    >>> terms = read_terms(read_law("A foreigner must tell the Agency. A foreigner must wait.", []))
    >>> terms.roles["foreigner"], terms.roles["authority"], terms.modal
    ('foreigner', 'Agency', 'must')
    """
    defined = set(defined_terms(law))
    text = folded(law.text)
    words = f" {text.lower()}"
    roles: dict[str, Noun] = {}
    for role, candidates in ROLES.items():
        word = _best(candidates, defined, words)
        if word:
            roles[role] = Noun(word)
    authority = authority_in(text)
    if authority:
        roles["authority"] = authority
    for role, theirs in (countrys or {}).items():
        roles[role] = Noun(_best(theirs, defined, words) or theirs[0])
    return Terms(roles, modal_of(text), removal_in(text), own_words(text))


def defined_terms(law: LawText) -> Iterable[str]:
    """The terms that the law defines for all of itself or a part, in lower case."""
    for clause in law.clauses:
        if clause.kind == "definition" and (term := defined_term(clause)):
            yield term.lower()


def authority_in(text: str) -> Noun | None:
    """The authority that a text names most often, as it names it; None where it names none."""
    counts = Counter(match[1] for match in _AUTHORITY.finditer(text))
    if not counts:
        return None
    name = counts.most_common(1)[0][0]
    return Noun(singular(name) if name.endswith("authorities") else name)


def modal_of(text: str) -> Modal:
    """``shall``, ``must`` or ``is to``: the verb of duty that a text uses most."""
    counts = {
        verb: len(re.findall(rf"\b{pattern}\b", text, re.IGNORECASE))
        for verb, pattern in (("shall", "shall"), ("must", "must"), ("is to", "(?:is|are) to"))
    }
    # "is to" also says what is planned or due; only a law without the other two commands by it.
    if counts["shall"] or counts["must"]:
        counts.pop("is to")
    return Modal(max(counts, key=lambda verb: counts[verb]) if any(counts.values()) else "shall")


def _best(candidates: Sequence[str], defined: set[str], words: str) -> str | None:
    # A blank in front is boundary enough, and forty times as fast as a regular expression.
    counts = {word: words.count(f" {word.lower()}") for word in candidates}
    own = {word for word in candidates if word.lower() in defined}
    least = _LEAST_USES if len(words) > _SHORT_LAW else 1
    used = {word for word, count in counts.items() if count >= least} | own
    likely = [word for word in candidates if word in (own or used)]
    if not likely:
        return None
    best = max(likely, key=lambda word: counts[word])
    # A shorter word is counted inside the longer one too: "officer" in "immigration officer".
    whole = (word for word in likely if word.endswith(f" {best}") and counts[word] == counts[best])
    return next(whole, best)
