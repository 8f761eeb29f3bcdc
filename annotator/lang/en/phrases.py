"""The sentences of a report in English: what the terminal shows around a law's own words.

Labels, strengths and needs are names of the data, and stand as they are; so do issues, save where
what they cover is not plain from the name, which is then the first word of a longer one.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.lang.en.inflection import uncapitalised
from annotator.lang.en.unamended import DISTINCTION as DISTINCTION
from annotator.lang.en.unamended import in_part as in_part
from annotator.lang.en.unamended import no_amendment as no_amendment
from annotator.lang.en.unamended import see_amendment as see_amendment
from annotator.lang.en.unamended import see_clause as see_clause
from annotator.lang.en.unamended import see_like as see_like
from annotator.lang.en.unamended import see_repeal as see_repeal
from annotator.lang.en.unamended import see_section as see_section
from annotator.lang.en.unamended import unmet as unmet
from annotator.schema import Citation, Place

#: The terms in the margin of an amendment or a gap.
INSTRUCTION, REASON, RESTS_ON, PLACE = "Instruction", "Reason", "Rests on", "Place"
#: The row of all clauses among the counts.
CLAUSES = "clauses"
#: What the marks in a clause mean: evidence, words that an edit takes out, and puts in.
EVIDENCE, DELETED, INSERTED = "words that weighed most", "deleted", "inserted"
FOR_REVIEW = "for review"
NONE_SHOWN = "No clause is of the kind asked for."
THE_WHOLE = "The law as a whole"
OBJECTIVES, ARTICLES = "Global Compact, objective", "CEDAW, article"
NOWHERE = "What the law provides nowhere, or only in part"
PROPOSED = "What the law provides nowhere or only in part, and is proposed above at a clause or two"
ALSO_NOWHERE = "Also provided nowhere or only in part, and proposed above at a clause or two"
#: The heading of what to change first, and what the labels mean.
CHANGES = "The changes that matter most"
LABELS = (
    "regressive: discriminates; blind: takes no account of gender where it matters; responsive: "
    "takes account of it; neutral: gender has no bearing on it"
)
#: What is meant by the strengths of what is lacking, and by a place that is to be checked.
STRENGTHS = "minimum: the least to provide; standard: good practice; ambitious: beyond it"
UNREAD = "to be checked: the place cited was not yet read in a text of the instrument"
STYLE = "Drafting style"
WARNINGS = "Read with doubt: check these lines"
#: The five levels of WHO's Gender Responsive Assessment Scale.
LEVELS = {
    1: "gender-unequal",
    2: "gender-blind",
    3: "gender-sensitive",
    4: "gender-specific",
    5: "gender-transformative",
}

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


def clauses(count: int) -> str:
    """So many clauses."""
    return "1 clause" if count == 1 else f"{count} clauses"


def reviewed(count: int) -> str:
    """How many clauses have a label that is uncertain."""
    return f"{clauses(count)} {_are(count)} for review: the label is uncertain."


def named(provision: str, heading: str) -> str:
    """A provision with its heading, where it has one that is short.

    >>> named("Section 3", "Principles"), named("Section 4", "")
    ('Section 3 (Principles)', 'Section 4')
    """
    return f"{provision} ({heading})" if heading else provision


def does_well(places: str, count: int) -> str:
    """Which provisions surely take gender into account."""
    return f"What the law does well: {places} {_take(count)} gender into account."


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
    return f"{blind} {_are(count)} met by another clause of the same section."


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


def amendment(number: int, count: int, name: str, rivals: Sequence[str]) -> str:
    """The title of an amendment, with those in whose stead it could be made."""
    instead = f", instead of amendment {' or '.join(rivals)}" if rivals else ""
    return f"Amendment {number} of {count}: {issue(name)}{instead}"


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


def level(who: Place) -> str:
    """The law's place on WHO's scale."""
    return (
        f"WHO level {who.level} of 5, {who.name}. {who.how} (This is a count, which a reader may "
        "judge otherwise.)"
    )


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
    """
    if not name:
        return "Country: not known; --jurisdiction names it"
    ground = f", from “{words}”" if words else ""
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


def share(named: int, answered: int, bearing: int, total: int, *, others: bool) -> str:
    """In how many of a law's clauses gender matters, and how many of these take it into account.

    >>> share(2, 4, 29, 44, others=False)
    'Gender matters in 29 of its 44 clauses: 2 take it into account, 4 are answered by such a \
clause of their section, and 23 take no account of it.'
    """
    which = "other clauses" if others else "clauses"
    open_ = bearing - named - answered
    parts = [f"{named} {_take(named)} it into account"] if named else []
    if answered:
        parts.append(f"{answered} {_are(answered)} answered by such a clause of their section")
    if open_:
        parts.append(f"{open_} {_take(open_)} no account of it")
    where = f"Gender matters in {bearing or 'none'} of its {total} {which}"
    if not bearing:
        return f"{where}."
    if open_ == bearing:
        unheeded = "and none takes" if bearing > 1 else "which takes no"
        return f"{where}, {unheeded} account of it."
    *first, last = parts
    joint = ", and " if len(first) > 1 else " and "
    return f"{where}: {', '.join(first)}{joint if first else ''}{last}."


def unequal(count: int, numbers: str, level: int, how: str) -> str:
    """Why a law that discriminates is at level 1, and where it would be without that."""
    verb = "clauses discriminate" if count > 1 else "clause discriminates"
    return (
        f"{count} {verb} ({numbers}), which by itself puts a law at level 1; mended, it "
        f"would be at level {level}, {LEVELS[level]}, since {uncapitalised(how)}"
    )


def doubtful(count: int, numbers: str, *, more: bool) -> str:
    """Which clauses may discriminate and are for review, beside others that do (``more``) or not.

    >>> doubtful(1, "9(2)", more=True)
    '1 more is for review: 9(2)'
    >>> doubtful(2, "9(2), 12", more=False)
    '2 clauses may discriminate and are for review (9(2), 12): if one does, the law is at level 1.'
    """
    if more:
        return f"{count} more {_are(count)} for review: {numbers}"
    one = "it" if count == 1 else "one"
    return (
        f"{clauses(count)} may discriminate and {_are(count)} for review ({numbers}): if {one} "
        "does, the law is at level 1."
    )


def _take(count: int) -> str:
    return "takes" if count == 1 else "take"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


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
