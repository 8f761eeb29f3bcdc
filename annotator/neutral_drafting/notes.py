"""Notes on gendered drafting in a law, each with the neutral rewrite that keeps its sense."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from annotator.expressions import expression
from annotator.lang.en.gender_words import speaks_of_a_man, speaks_of_women
from annotator.neutral_drafting.antecedents import People, Person
from annotator.neutral_drafting.nouns import Named, men, offices, spouses
from annotator.neutral_drafting.pronouns import Manner, Pronoun, in_place_of, manner_of, pronouns
from annotator.neutral_drafting.protected import covers, protected
from annotator.quotations import Span
from annotator.schema import Clause, Edit, Finding, StyleNote

#: The language whose words and rules these are.
LANGUAGE = "en"
_DEFINED = expression(r"\W*[“‘\"]([^”’\"]{2,60})[”’\"]")


@dataclass(frozen=True)
class _Law:
    """What the notes on every clause have need of."""

    text: str
    manner: Manner
    curly: bool
    of_women: bool
    that_person: bool
    protected: Sequence[Span]


def style_notes(
    text: str, findings: Sequence[Finding], code: str = LANGUAGE
) -> tuple[StyleNote, ...]:
    """Where a law speaks of people in the masculine or by their sex, in the order of the law.

    What it quotes and the titles of other laws are left alone, and so are the words for which a
    clause is regressive: there the sex is the rule.

    Args:
        text: the canonical text.
        findings: on every clause of the law.
        code: the ISO 639-1 code of the law's language; of another than English nothing is noted.
    """
    if code != LANGUAGE:
        return ()
    clauses = [finding.clause for finding in findings]
    straight = text.count("'") + text.count('"')
    curly = sum(text.count(mark) for mark in "‘’“”") >= straight
    spans = protected(text, clauses)
    law = _Law(
        text,
        manner_of(text),
        curly,
        of_women=speaks_of_women(text),
        that_person=text.count("that person") > text.count("the person"),
        protected=spans,
    )
    notes = chain.from_iterable(_notes(law, finding) for finding in findings)
    return tuple(sorted(notes, key=lambda note: note.start))


def _notes(law: _Law, finding: Finding) -> Iterator[StyleNote]:
    clause = finding.clause
    found = list(_of_pronouns(law, clause))
    found += offices(clause.text, law.text)
    if finding.label != "regressive":
        found += spouses(clause.text)
        found += [] if law.of_women else men(clause.text)
    for named in found:
        if not _left_alone(law, finding, named):
            yield _note(clause, named)


def _of_pronouns(law: _Law, clause: Clause) -> Iterator[Named]:
    whole = f"{clause.lead_in} {clause.text}"
    found = list(pronouns(clause.text))
    if not found or speaks_of_a_man(whole):
        return
    people, shift = People(whole), len(whole) - len(clause.text)
    for pronoun in found:
        yield _of_pronoun(law, clause, pronoun, people.before(pronoun.start + shift))


def _of_pronoun(law: _Law, clause: Clause, pronoun: Pronoun, person: Person | None) -> Named:
    if person and person.noun == "person" and law.that_person:
        person = Person("person", "that")
    words = in_place_of(pronoun, clause.text, person, law.manner, curly=law.curly)
    if person and words.lower().startswith(person.again.lower()):
        why = f"“{pronoun.word}” speaks of {person.again} as a man; the noun is of everybody."
    elif words:
        why = f"“{pronoun.word}” leaves women out; elsewhere this law says “{words.lower()}”."
    elif pronoun.word == "himself":
        why = "“himself” speaks of a person as a man: turn the sentence so that it is not needed."
    else:
        why = (
            f"“{pronoun.word}” speaks of a person as a man; for whom it stands is not sure enough "
            "to rewrite: repeat the noun."
        )
    return Named(pronoun.start, pronoun.end, words, why)


def _left_alone(law: _Law, finding: Finding, named: Named) -> bool:
    clause = finding.clause
    start, end = clause.start + named.start, clause.start + named.end
    if finding.label == "regressive":
        weighed = [(mark.start, mark.end) for mark in finding.evidence]
        if covers(weighed, start, end):
            return True
    return covers(law.protected, start, end) and not _is_defined(clause, named)


def _is_defined(clause: Clause, named: Named) -> bool:
    """Whether the word is the term that a clause defines, which must change with its uses."""
    term = _DEFINED.match(clause.text) if clause.kind == "definition" else None
    return term is not None and term.start(1) <= named.start and named.end <= term.end(1)


def _note(clause: Clause, named: Named) -> StyleNote:
    start, end = clause.start + named.start, clause.start + named.end
    rewrite = (_edit(clause, named),) if named.neutral else ()
    return StyleNote(
        eid=clause.eid,
        number=clause.number,
        start=start,
        end=end,
        words=clause.text[named.start : named.end],
        rewrite=rewrite,
        reason=named.why,
    )


def _edit(clause: Clause, named: Named) -> Edit:
    """The edit, which takes an article along that would no longer fit: *a middleman*."""
    text = named.neutral
    start = named.start
    near = max(0, named.start - 4)
    article = re.search(r"\b([Aa])(n?) $", clause.text[near : named.start])
    if article and (article[2] == "n") != (text[:1].lower() in "aeiou"):
        start = near + article.start()
        text = f"{article[1]}{'' if article[2] else 'n'} {text}"
    return Edit(start=clause.start + start, end=clause.start + named.end, text=text)
