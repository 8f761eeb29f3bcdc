"""The sentences of a report in English: what the terminal shows around a law's own words.

Labels, strengths and needs are names of the data, and stand as they are; so do issues, save where
what they cover is not plain from the name, which is then the first word of a longer one.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.lang.en.counted import are, take
from annotator.lang.en.counted import clauses as clauses
from annotator.lang.en.inflection import uncapitalised
from annotator.lang.en.law_names import cited as law_named
from annotator.lang.en.levels import LEVELS as LEVELS
from annotator.lang.en.levels import doubtful as doubtful
from annotator.lang.en.levels import level as level
from annotator.lang.en.levels import share as share
from annotator.lang.en.levels import unequal as unequal
from annotator.lang.en.unamended import DISTINCTION as DISTINCTION
from annotator.lang.en.unamended import DISTINGUISHING as DISTINGUISHING
from annotator.lang.en.unamended import GIFT as GIFT
from annotator.lang.en.unamended import in_part as in_part
from annotator.lang.en.unamended import no_amendment as no_amendment
from annotator.lang.en.unamended import see_amendment as see_amendment
from annotator.lang.en.unamended import see_clause as see_clause
from annotator.lang.en.unamended import see_law as see_law
from annotator.lang.en.unamended import see_like as see_like
from annotator.lang.en.unamended import see_repeal as see_repeal
from annotator.lang.en.unamended import see_section as see_section
from annotator.lang.en.unamended import unmet as unmet
from annotator.lang.en.unamended import unproven as unproven
from annotator.lang.en.unamended import unsure as unsure
from annotator.schema import BaselineState, Citation, Label

#: The terms in the margin of an amendment or a gap.
REASON, RESTS_ON, PLACE = "Reason", "Rests on", "Place"
PRECEDENTS = "Precedents"
#: What they are, and are not.
PRECEDENTS_ARE = "On the same matter: to be read before they are cited."
#: The row of all clauses among the counts.
CLAUSES = "clauses"
#: What the marks in a clause mean: evidence, words that an edit takes out, and puts in.
EVIDENCE, DELETED, INSERTED = "words that weighed most", "deleted", "inserted"
FOR_REVIEW = "for review"
#: The parts of the report, and what stands in them.
GRAVE = "What discriminates"
TO_AMEND = "What takes no account of gender, the weightiest first"
NO_WORDS = "For the rest, a line each: nothing to add, or nothing that words alone would mend"
ANNEX = "Annex: doubtful findings, of which the classifier is not sure"
NO_AMENDMENTS = "No amendment is proposed."
NONE_SHOWN = "No clause is of the kind asked for."
THE_WHOLE = "The law as a whole"
OBJECTIVES, ARTICLES = "Global Compact, objective", "CEDAW, article"
NOWHERE = "What the law provides nowhere, or only in part"
PROPOSED = "What the law provides nowhere or only in part, and is proposed at a clause or two"
ALSO_NOWHERE = "Also provided nowhere or only in part, and proposed at a clause or two"
#: The heading of what to change first, and what the labels mean.
CHANGES = "The changes that matter most"
MEANINGS: dict[Label, str] = {
    "regressive": "discriminates",
    "blind": "takes no account of gender where it matters",
    "responsive": "takes account of it",
    "neutral": "gender has no bearing on it",
}
LABELS = "; ".join(f"{label}: {meaning}" for label, meaning in MEANINGS.items())
#: How a finding stands to a baseline.
BASELINE: dict[BaselineState, str] = {"new": "new", "unchanged": "known", "updated": "known"}
#: What is meant by the strengths of what is lacking.
STRENGTHS = "minimum: the least to provide; standard: good practice; ambitious: beyond it"
STYLE = "Drafting style"
WARNINGS = "Read with doubt: check these lines"
_ISSUES = {
    "search": "search or biometrics",
    "reception": "reception or housing",
    "removal": "removal or refusal of entry",
    "trafficking": "trafficking or smuggling",
    "nationality": "nationality or settlement",
    "identity": "identity or documents",
}
_KINDS = {"treaty": "treaty", "eu": "EU law", "soft": "guidance"}

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def reviewed(count: int) -> str:
    """How many clauses have a label that is uncertain."""
    return f"{clauses(count)} {are(count)} for review: the label is uncertain."


def compared(new: int, places: str, known: int, lacking: int) -> str:
    """How many findings are new to a baseline, in which provisions, and how many it knows.

    >>> compared(1, "Section 3 (Search)", 40, 0), compared(0, "", 40, 0)
    ('1 finding is new against the baseline: Section 3 (Search). 40 are known.', \
'No finding is new against the baseline. 40 are known.')
    >>> compared(0, "", 40, 1)
    'The law as a whole lacks 1 thing that is new against the baseline. No clause is; 40 are known.'
    """
    if lacking:
        things = "1 thing that is" if lacking == 1 else f"{lacking} things that are"
        whole = f"The law as a whole lacks {things} new against the baseline."
        if not new:
            return f"{whole} No clause is; {known} {are(known)} known."
        return f"{compared(new, places, known, 0)} {whole}"
    count = {0: "No finding", 1: "1 finding"}.get(new, f"{new} findings")
    told = f"{count} {'are' if new > 1 else 'is'} new against the baseline"
    return f"{told}{f': {places}' if places else ''}. {known} {are(known)} known."


def named(provision: str, heading: str) -> str:
    """A provision with its heading, where it has one; without the stop of a note.

    >>> named("Section 3", "Principles."), named("Section 4", ""), named("Section 5", "Fees, etc.")
    ('Section 3 (Principles)', 'Section 4', 'Section 5 (Fees, etc.)')
    """
    told = heading if heading.endswith("etc.") else heading.removesuffix(".")
    return f"{provision} ({told})" if told else provision


def does_well(places: str, count: int) -> str:
    """Which provisions surely take gender into account."""
    return f"What the law does well: {places} {take(count)} gender into account."


def discriminates(sure: str, count: int, doubtful: str) -> str:
    """Which provisions discriminate, and which may.

    >>> discriminates("Section 3", 1, "12(2)")
    'What discriminates: Section 3; for review: 12(2).'
    """
    told = [sure] if count else []
    told += [f"for review: {doubtful}"] if doubtful else []
    return f"What discriminates: {'; '.join(told)}."


def mend(places: str, reason: str) -> str:
    """What discriminates and has an amendment, and why that matters."""
    return f"{places}: make the amendment that is proposed there. {reason}"


def mend_by_hand(places: str, count: int) -> str:
    """What discriminates and has no amendment."""
    what = "which discriminates" if count == 1 else "which discriminate"
    return f"Redraft {places}, {what}: no words could be proposed."


def provide(lacks: str, where: str, reason: str) -> str:
    """What is lacking, where it would stand (or nothing), and why it matters.

    >>> provide("Women are held apart", "new section 5A", "Else they are in danger.")
    'Provide that women are held apart (new section 5A). Else they are in danger.'
    """
    return f"Provide that {uncapitalised(lacks)}{f' ({where})' if where else ''}. {reason}"


def amended_at(numbers: str) -> str:
    """Where an amendment provides it."""
    return f"amendment at {numbers}"


def new_section(name: str) -> str:
    """The section that provides it."""
    return f"new {name}"


def missing(count: int, *, more: bool) -> str:
    """How much is missing, beside what was named (``more``) or in all."""
    other = "other " if more else ""
    one = f"1 {other}provision is" if count == 1 else f"{count} {other}provisions are"
    return f"{one} missing in whole or in part: see “{THE_WHOLE}”."


def answered(count: int) -> str:
    """How many blind clauses leave their section nothing to mend."""
    blind = "1 blind clause" if count == 1 else f"{count} blind clauses"
    return f"{blind} {are(count)} met by another clause of the same section."


def provision(name: str, number: str, *, first: bool = True) -> str:
    """A provision as a title names it, which opens with it or not: ``Section 11(1)``."""
    return f"{name.capitalize() if first else name} {number}".strip()


def issue(name: str) -> str:
    """An issue by a name that says what it covers.

    >>> issue("removal"), issue("detention")
    ('removal or refusal of entry', 'detention')
    """
    return _ISSUES.get(name, name)


def raised(sure: Sequence[str], perhaps: Sequence[str]) -> str:
    """The issues that a clause raises, and those of which that is less sure.

    >>> raised(["health", "detention"], ["search or biometrics"])
    'health, detention; perhaps search or biometrics'
    """
    doubtful = f"perhaps {', '.join(perhaps)}" if perhaps else ""
    return "; ".join(part for part in (", ".join(sure), doubtful) if part)


def met_by(name: str, number: str, *, whole: bool) -> str:
    """An issue that another clause answers, in whole or in part."""
    return f"{issue(name)} ({'met by' if whole else 'but see'} {number})"


def instead(rivals: Sequence[int]) -> str:
    """In whose stead an amendment could be made.

    >>> instead([3, 4])
    'Instead of amendment 3 or 4: '
    """
    return f"Instead of amendment {' or '.join(map(str, rivals))}: "


def line(name: str, label: str, issues: str, told: str) -> str:
    """A finding on one line: a provision, what it was found to be, and what there is to say."""
    verdict = f"{label}, {issues}" if issues else label
    return f"{name}: {verdict}. {told}".rstrip()


def on_page(first: int, last: int) -> str:
    """The pages that a clause stands on."""
    return f"page {first}" if first == last else f"pages {first} to {last}"


def schedule_of(title: str) -> str:
    """The title of an amending schedule.

    >>> schedule_of("Border Bill"), schedule_of("THE PASSPORTS ACT")
    ('Amendments to the Border Bill', 'Amendments to the Passports Act')
    """
    return f"Amendments to {law_named(title)}"


def new_amendments(new: Sequence[int], known: int) -> str:
    """Which of the amendments of a schedule mend what is new to a baseline, and how many not.

    >>> new_amendments([2, 5], 1), new_amendments([], 3)
    ('Of what is new against the baseline: 2, 5. 1 is of what is known.', \
'None is of what is new against the baseline: all are of what is known.')
    >>> new_amendments([1], 0)
    'All are of what is new against the baseline.'
    """
    if not new:
        return "None is of what is new against the baseline: all are of what is known."
    if not known:
        return "All are of what is new against the baseline."
    told = ", ".join(map(str, new))
    return f"Of what is new against the baseline: {told}. {known} {are(known)} of what is known."


def left_out(alternatives: Sequence[tuple[int, Sequence[int]]]) -> str:
    """Which amendments a schedule leaves out, and in whose stead each could be made."""
    told = [f"{one} (instead of {' or '.join(map(str, of))})" for one, of in alternatives]
    return f"Alternatives left out: {', '.join(told)}. --accept takes those whose numbers it names."


def shown(count: int, amended: int) -> str:
    """The report's last line."""
    return f"{clauses(count)} shown, {amended} with amendments proposed."


def none_flagged(count: int, *, doubted: bool) -> str:
    """That all of so many clauses were read as neutral, which proves nothing of a ``doubted`` text.

    >>> none_flagged(1, doubted=False)
    'Its one clause is not flagged: it was read as neutral.'
    """
    told = f"None of its {count} clauses is flagged: all were read as neutral."
    if count < 2:
        one = "Its one clause is not flagged: it was read as neutral."
        told = one if count else "No clause was found in it."
    doubt = " But the text was read with doubt: this is no finding that the law is neutral."
    return told + (doubt if doubted else "")


def governs(count: int, numbers: str) -> str:
    """How far a definition reaches: ``governs 14 clauses: 12(1), 12(2), ...``."""
    return f"governs {clauses(count)}: {numbers}"


def more_gaps(count: int) -> str:
    """How many gaps are not shown."""
    return f"{count} more of lesser weight: see --format json."


def after(place: str) -> str:
    """Where a new section would stand."""
    return f"after {place}"


def called_for(numbers: str) -> str:
    """Which clauses call for what is lacking."""
    return f"called for by {numbers}"


def also_proposed(numbers: str) -> str:
    """At which clauses the same is proposed."""
    return f"also proposed at {numbers}"


def but_see(numbers: str) -> str:
    """Which clauses say something of what is lacking, and may provide it in part."""
    return f"but see {numbers}, which may provide part of it"


def and_more(count: int) -> str:
    """The end of a list that is cut short."""
    return f" and {count} more"


def cited(citation: Citation, country: str) -> str:
    """A commitment with its place, what it is to the country, and whether the place was checked.

    >>> known = {"kind": "treaty", "binding": True, "verified": False, "status": "binds"}
    >>> citation = Citation(instrument="CEDAW", at="Art. 9", **known)
    >>> cited(citation, "Albania")
    'CEDAW, Art. 9 (binds Albania; to be checked)'
    >>> cited(citation, "")
    'CEDAW, Art. 9 (treaty; to be checked)'
    >>> known = {"kind": "treaty", "binding": True, "verified": True, "regional": True}
    >>> cited(Citation(instrument="ECHR", at="Art. 8", **known), "")
    'ECHR, Art. 8 (regional treaty; not checked whether it binds)'
    """
    place = f"{citation.instrument}, {citation.at}" if citation.at else citation.instrument
    force = _force(citation, country) if country else _unchecked(citation)
    if citation.replaced_by:
        force = f"replaced by {citation.replaced_by}"
    return f"{place} ({force}{'' if citation.verified else '; to be checked'})"


def precedent(law: str, place: str, country: str, date: str) -> str:
    """A clause of another country's law, with the date unless the law is called by its year.

    >>> precedent("Ferries Act 1931", "Section 4(2)", "Ruritania", "1931-05-02")
    'Ferries Act 1931, section 4(2) (Ruritania)'
    >>> precedent("Border Code", "Article 7", "the Gambia", "2009")
    'Border Code, article 7 (the Gambia, 2009)'
    """
    known = not date or date[:4] in law
    return f"{law}, {uncapitalised(place)} ({country}{'' if known else f', {date}'})"


def gendered(count: int, words: str, rewritten: int) -> str:
    """How often a law speaks of people in the masculine or by their sex, and in which words."""
    places = "1 place speaks" if count == 1 else f"{count} places speak"
    return (
        f"{places} of people in the masculine or by their sex ({words}). A neutral rewrite that "
        f"keeps the sense is offered for {rewritten}."
    )


def country(name: str, words: str, where: str) -> str:
    """The law's country, or empty, with the words that say so and where they stand, or empty.

    >>> country("Nigeria", "Federal Republic of Nigeria", "line 4")
    'Country: Nigeria, from “Federal Republic of Nigeria” (line 4)'
    >>> country("Kenya", "“citizen” means a citizen of Kenya", "")
    'Country: Kenya, from “citizen” means a citizen of Kenya'
    """
    if not name:
        return "Country: not known; --jurisdiction names it"
    quoted = words if "“" in words or '"' in words else f"“{words}”"
    ground = f", from {quoted}" if words else ""
    return f"Country: {name}{ground}" + (f" ({where})" if words and where else "")


def dated(date: str) -> str:
    """That the law is of a date.

    >>> dated("2004-05-06")
    'of 6 May 2004'
    """
    year, month, day = date.split("-")
    return f"of {int(day)} {_MONTHS[int(month) - 1]} {year}"


def more_warnings(count: int) -> str:
    """How many warnings are not shown."""
    return f"{count} more: see --format json."


def more_notes(count: int) -> str:
    """How many notes on drafting are not shown."""
    return f"{count} more: --style shows all, --no-style none."


def _unchecked(citation: Citation) -> str:
    """What an instrument is to a country that is not known, in words."""
    if not (citation.regional and citation.binding):
        return _KINDS[citation.kind]
    what = "regional treaty" if citation.kind == "treaty" else _KINDS[citation.kind]
    return f"{what}; not checked whether it binds"


def _force(citation: Citation, country: str) -> str:
    """What an instrument is to a country, in words."""
    if citation.status == "binds":
        return f"binds {country}"
    if citation.kind == "soft":
        return f"undertaken by {country}" if citation.status == "undertaken" else "guidance"
    if citation.status == "unknown":
        return f"not known whether it binds {country}"
    if citation.status == "guidance":
        return f"does not bind {country}; guidance"
    if citation.kind == "eu":
        return f"EU law, undertaken by {country} as a candidate"
    return f"signed by {country}, not binding it"
