"""How far a definition reaches: the clauses that use the term which it defines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from annotator.eids import unit_eid
from annotator.expressions import expression
from annotator.lang import LanguageData, language
from annotator.lang.contract import Inflection
from annotator.lang.structure_words import holds_one
from annotator.lang.words import LawWords
from annotator.numbering import unit_key
from annotator.reading import LawText
from annotator.reading.definitions import defined_term
from annotator.schema import TO_MEND, Clause, Finding

Admits = Callable[[Clause], bool]


def governed(findings: Sequence[Finding], law: LawText, code: str = "en") -> tuple[Finding, ...]:
    """The findings, those that define a term and are flagged with the clauses that they govern."""
    clauses = [finding.clause for finding in findings if not finding.clause.is_lead_in]
    terms = {clause.eid: term for clause in clauses if (term := defined_term(clause, code))}
    followed = {
        finding.clause.eid
        for finding in findings
        if finding.label in TO_MEND and finding.clause.eid in terms
    }
    if not followed:
        return tuple(findings)
    words = [(clause, clause.words) for clause in clauses]
    say = language(code)
    return tuple(
        msgspec.structs.replace(
            finding, governs=tuple(_users(finding.clause, words, terms, law, say))
        )
        if finding.clause.eid in followed
        else finding
        for finding in findings
    )


def _users(
    definition: Clause,
    words: Iterable[tuple[Clause, str]],
    terms: dict[str, str],
    law: LawText,
    say: LanguageData,
) -> Iterator[str]:
    """The numbers of the clauses within the definition's scope that use its term."""
    uses = _use_of(terms[definition.eid], terms.values(), say.inflection)
    within = _scope(definition, law, say.law_words)
    for clause, said in words:
        if clause.eid != definition.eid and within(clause) and uses(said):
            yield clause.number


def _use_of(term: str, terms: Iterable[str], inflection: Inflection) -> Callable[[str], bool]:
    """A function that tells whether words use a term, and not a longer one that holds it."""
    longer = sorted(
        (other for other in terms if other != term and term.lower() in other.lower()),
        key=len,
        reverse=True,
    )
    others = expression("|".join(map(re.escape, longer)), re.IGNORECASE) if longer else None
    forms = rf"(?:{re.escape(term)}|{re.escape(inflection.plural(term))})\b"
    own = expression(rf"\b{forms}")
    # A capital within a sentence is a name's: the Refugee Act uses no term.
    opening = expression(rf"(?:^|[.;:—)“] ?)(?i:{forms})")

    signs = (term.lower(), inflection.plural(term).lower())

    def uses(words: str) -> bool:
        if not holds_one(words.lower(), signs):  # as most
            return False
        rest = others.sub(" ", words) if others else words
        return own.search(rest) is not None or opening.search(rest) is not None

    return uses


def _scope(definition: Clause, law: LawText, say: LawWords) -> Admits:
    """Which clauses a definition says that it is for."""
    opening = definition.words[: len(definition.lead_in) + 120]
    opening = re.split('[“"]', opening, maxsplit=1)[0]
    if above := say.reaches_above.search(opening):
        return _under(definition.path, above[1])
    here = unit_eid(definition.eid) if say.reaches_here.search(opening) else ""
    between = say.reaches_between.search(opening)
    if not here and not between:
        return lambda clause: True

    def within(clause: Clause) -> bool:
        if unit_eid(clause.eid) == here or between is None:
            return unit_eid(clause.eid) == here
        first, last = between[1], between[2] or between[1]
        return unit_key(first) <= unit_key(law.provision_of(clause).number) <= unit_key(last)

    return within


def _under(path: tuple[str, ...], level: str) -> Admits:
    """Whether a clause stands under the heading of this level that the definition stands under."""
    named = [heading.lower().startswith(level.lower()) for heading in path]
    depth = named.index(True) + 1 if True in named else 0
    return lambda clause: clause.path[:depth] == path[:depth]
