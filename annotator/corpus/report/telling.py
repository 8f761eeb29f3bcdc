"""What a report says in words: where laws stand, what they lack, what to change first, how sure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

import msgspec

from annotator.corpus.report.certainty import measured
from annotator.corpus.report.figures import (
    CorpusFigures,
    CountryFigures,
    Counts,
    InstrumentFigures,
    LackingNeed,
    LawFigures,
    LeadingChange,
    Tally,
)
from annotator.corpus.report.wording import (
    counted,
    in_sentence,
    joined,
    law_named,
    number,
    sentence,
    share_of,
)
from annotator.lang import language
from annotator.lang.en.counted import are, take
from annotator.lang.en.inflection import capitalised

_SAY = language("en").phrases
LEVELS = _SAY.LEVELS
MEANINGS = _SAY.MEANINGS
#: Of a law in whose clauses gender has no bearing.
NO_LEVEL = "no level"
#: So many things are named in a sentence.
_FEW = 3
#: Fewer clauses than these give no share that says anything of a country.
FEW_CLAUSES = 20
#: What a need of minimum strength is called.
_SAFEGUARD = "minimum safeguard"


class Statement(msgspec.Struct, frozen=True):
    """A heading, what is said under it, in items too, and the part of the report that says more."""

    heading: str
    words: str
    part: str = ""
    items: tuple[str, ...] = ()


def title(figures: CorpusFigures) -> str:
    """The title of the report."""
    return f"Gender in the laws of {of_countries(figures.countries)}"


def of_countries(countries: Sequence[CountryFigures]) -> str:
    """Whose laws they are."""
    if len(countries) == 1:
        return countries[0].name if countries[0].code else "a country that is not known"
    known = [one.name for one in countries if one.code]
    return joined(known) if len(known) <= _FEW else counted(len(known), "country", "countries")


def in_short(figures: CorpusFigures) -> list[Statement]:
    """The report in short, for whoever reads nothing else."""
    told = [
        Statement("Where they stand", stands(figures.laws, figures.counts), "levels"),
        Statement("What discriminates", _discriminating(figures), "matters"),
        Statement("What no law provides", _lacking(figures.countries), "lacking"),
        Statement("What binds and is not met", _bound(figures), "commitments"),
        _first(figures),
        Statement("How sure this is", _sure(figures), "limits"),
    ]
    return [one for one in told if one.words]


def stands(laws: Sequence[LawFigures], counts: Counts) -> str:
    """Where laws stand: how many clauses heed gender where it matters, and the levels."""
    clauses = sum(law.clauses for law in laws)
    many = len(laws) > 1
    read = f"{capitalised(counted(len(laws), 'law'))} with {counted(clauses, 'clause')}"
    if not counts.bearing:
        matters = f"{read} {'were' if many else 'was'} read; gender matters in none of these"
        return f"{matters}, as far as the classifier can tell. {_levels(laws)}"
    # Those that discriminate are told of by themselves.
    besides = "Besides those that discriminate, gender" if counts.regressive.all else "Gender"
    told = f"{read} {'were' if many else 'was'} read. {besides} matters in {number(counts.bearing)}"
    if not counts.heeding:
        doubt = _for_review(counts.blind.review, counts.blind.all)
        return f"{told} of them{doubt}, and none of these takes it into account. {_levels(laws)}"
    verb = "takes it into account, or is" if counts.heeding == 1 else "take it into account, or are"
    heed = (
        f"of these {number(counts.heeding)} ({share_of(counts)}) {verb} answered by another clause "
        f"of the section{_for_review(counts.heeding_for_review, counts.heeding)}, and "
        f"{number(counts.blind.all)} {take(counts.blind.all)} no account of it"
        f"{_for_review(counts.blind.review, counts.blind.all)}"
    )
    return f"{told} of them: {heed}. {_levels(laws)}"


def _for_review(review: int, of: int) -> str:
    """How many of so many clauses are for review, in brackets; nothing where none is.

    >>> _for_review(3, 20), _for_review(2, 2), _for_review(1, 1), _for_review(0, 4)
    (' (3 of these for review)', ' (all for review)', ' (for review)', '')
    """
    if not review:
        return ""
    if review < of:
        return f" ({number(review)} of these for review)"
    return " (for review)" if of == 1 else " (all for review)"


def _levels(laws: Sequence[LawFigures]) -> str:
    """How many laws are at each of WHO's levels."""
    counts = Counter(law.level for law in laws)
    told = [
        f"{number(counts[level])} {'is' if counts[level] == 1 else 'are'} {LEVELS[level]} "
        f"(level {level})"
        for level in LEVELS
        if counts[level]
    ]
    if told:
        told[0] = told[0].replace(" ", " law " if told[0].startswith("1 ") else " laws ", 1)
    if counts[0]:
        told.append(f"in {number(counts[0])} gender has no bearing")
    if len(laws) == 1:
        level = laws[0].level
        return f"On WHO's scale of five it is {LEVELS[level]} (level {level})." if level else ""
    return f"On WHO's scale of five, {joined(told)}."


def _discriminating(figures: CorpusFigures) -> str:
    tally = figures.counts.regressive
    if not tally.all:
        return "No clause was found that discriminates by sex or gender."
    laws = [law for law in figures.laws if law.counts.regressive.sure]
    matters = {issue: counts.regressive.all for issue, counts in figures.matters.items()}
    most = [
        f"{_SAY.issue(issue)} ({number(count)})"
        for issue, count in sorted(matters.items(), key=lambda pair: (-pair[1], pair[0]))[:_FEW]
        if count
    ]
    on = f" Most are on {joined(most)}." if most else ""
    doubt = ""
    if tally.review:
        may = "may, and is" if tally.review == 1 else "may, and are"
        doubt = f"{capitalised(counted(tally.review, 'clause'))} more {may} for review."
    if not tally.sure:
        doubt = doubt.replace(" more may", " may")
        return f"No clause surely discriminates by sex or gender. {doubt}{on}"
    verb = "discriminates" if tally.sure == 1 else "discriminate"
    where = f"{counted(tally.sure, 'clause')} in {counted(len(laws), 'law')}"
    heard = f"{capitalised(where)} surely {verb}, as the classifier reads them."
    return " ".join(part for part in (heard, doubt, on.strip(), _unworded(figures)) if part)


def _unworded(figures: CorpusFigures) -> str:
    """How many clauses that discriminate have no amendment."""
    count = len(figures.unworded)
    if not count:
        return ""
    them = "it is" if count == 1 else "they are"
    return (
        f"For {number(count)} of these no words could be proposed; {them} for redrafting by hand."
    )


def _lacking(countries: Sequence[CountryFigures]) -> str:
    if len(countries) == 1:
        return lacking_of(countries[0])
    where: dict[str, list[str]] = {}
    words: dict[str, str] = {}
    for country in countries:
        for need in least_of(country) if country.code else ():
            where.setdefault(need.need, []).append(country.name)
            words[need.need] = in_sentence(need.lacks)
    if not where:
        return f"No {_SAFEGUARD} was found that no law of a country provides."
    widest = sorted(where, key=lambda need: (-len(where[need]), need))[:_FEW]
    named = "; ".join(f"{words[need]} ({joined(where[need], 4)})" for need in widest)
    verb = "is" if len(where) == 1 else "are"
    return (
        f"{capitalised(counted(len(where), _SAFEGUARD))} {verb} asked for by laws of a country "
        f"and provided by no law of it. The most widely lacking: {named}."
    )


def least_of(country: CountryFigures) -> list[LackingNeed]:
    """The minimum safeguards that no law of a country provides."""
    return [one for one in country.needs if one.nowhere and one.strength == "minimum"]


def lacking_of(country: CountryFigures) -> str:
    """What no law of a country provides."""
    least = least_of(country)
    others = sum(one.nowhere for one in country.needs) - len(least)
    if not least and not others:
        return "No safeguard that the laws call for was found lacking from all of them."
    further = counted(others, "further one", "further ones")
    if not least:
        verb = "is" if others == 1 else "are"
        return f"No {_SAFEGUARD} is lacking from all laws; {further}, of good practice, {verb}."
    named = "; ".join(in_sentence(one.lacks) for one in least[:_FEW])
    more = f"; and {number(len(least) - _FEW)} more" if len(least) > _FEW else ""
    verb = "is" if len(least) == 1 else "are"
    told = (
        f"{capitalised(counted(len(least), _SAFEGUARD))} {verb} called for and provided by no law: "
        f"{named}{more}."
    )
    if others:
        told += f" So {'is' if others == 1 else 'are'} {further} of good practice."
    return told


def unbound(figures: CorpusFigures) -> str:
    """Why no law falls short of what binds; empty where one does."""
    if not any(one.code for one in figures.countries):
        return "Of no law is the country known, so it cannot be said what binds it."
    if not figures.instruments:
        return "No amendment rests on an instrument that is known to bind the country."
    return ""


def _bound(figures: CorpusFigures) -> str:
    if why := unbound(figures):
        return why
    several = len(figures.countries) > 1
    whose = "the law's country" if several else figures.countries[0].name
    return (
        f"Amendments are proposed that rest on what binds {whose}: "
        f"{_instruments(figures.instruments)}. That each of these clauses falls short of it is the "
        "program's reading, not a finding of any court or committee."
    )


def _instruments(instruments: Iterable[InstrumentFigures]) -> str:
    wholes = [one.whole for one in instruments]
    told = [f"{one.instrument} ({_doubtful(one.clauses)})" for one in wholes if one.clauses.all]
    return joined(told, _FEW) or joined([one.instrument for one in wholes], _FEW)


def _doubtful(tally: Tally) -> str:
    """So many clauses, and how many of them are for review."""
    told = counted(tally.all, "clause")
    if not tally.review:
        return told
    return f"{told}, {f'{number(tally.review)} ' if tally.sure else ''}for review"


def _first(figures: CorpusFigures) -> Statement:
    names = {one.code: one.name for one in figures.countries if len(figures.countries) > 1}
    first = tuple(headline(one, names) for one in figures.changes[:_FEW])
    words = (
        "By the weight of the clauses that they would mend:" if first else "Nothing is proposed."
    )
    return Statement("What to change first", words, "changes", first)


def headline(change: LeadingChange, names: Mapping[str, str] = MappingProxyType({})) -> str:
    """An amendment in a sentence: where, and what for.

    Args:
        change: the amendment.
        names: of countries by their codes, where that of the law is to be said.
    """
    country = f" ({names[change.law.country]})" if names.get(change.law.country) else ""
    review = " For review." if change.review else ""
    where = f"{capitalised(law_named(change.law))}{country}, {_at(change)}"
    if change.label == "regressive" and not change.new_section:
        where += _how_surely(change)
    return f"{where}: {sentence(in_sentence(said(change)))}{review}"


def _how_surely(change: LeadingChange) -> str:
    """Whether the clauses that a change mends discriminate, or may."""
    clauses = len(change.clauses)
    if change.review:
        return ", which may discriminate"
    if change.reviews:
        sure = clauses - change.reviews
        verb = "discriminates" if sure == 1 else "discriminate"
        return f", of which {number(sure)} {verb} and {number(change.reviews)} may"
    return ", which discriminates" if clauses == 1 else ", which discriminate"


def said(change: LeadingChange) -> str:
    """What an amendment provides, or why it is wanted, where nobody has said what it provides."""
    return change.provides or change.reason


def _at(change: LeadingChange) -> str:
    if change.new_section:
        return "a new section"
    first = in_sentence(change.clauses[0].place)
    more = len(change.clauses) - 1
    return f"{first} and {counted(more, 'more clause')}" if more else first


def _sure(figures: CorpusFigures) -> str:
    flagged = figures.counts.flagged
    told = (
        f"All this was read by a program and decided by nobody. Of {number(flagged.all)} clauses "
        f"that it flags it is sure of {number(flagged.sure)}; {number(flagged.review)} are for a "
        "person to review, and are counted apart."
    )
    found = measured(figures.models)
    if found is None:
        return told
    return (
        f"{told} On laws of countries that it had never seen it is right in "
        f"{_of_100(found.asserted)} of what it is sure of and in {_of_100(found.reviewed)} of what "
        f"is for review, and finds {_of_100(found.found)} of the gender-blind clauses: counts of "
        "these are rather too low than too high."
    )


def _of_100(bounds: tuple[float, float, float]) -> str:
    return f"{round(100 * bounds[0])} of 100"


def profile(country: CountryFigures) -> list[str]:
    """A country among several, in a few sentences."""
    told = [stands(country.laws, country.counts)]
    if country.counts.regressive.all:
        told.append(_discriminating_in(country))
    if country.needs:
        told.append(lacking_of(country))
    if country.instruments:
        told.append(f"Amendments rest on what binds it: {_instruments(country.instruments)}.")
    return told


def _discriminating_in(country: CountryFigures) -> str:
    tally = country.counts.regressive
    if not tally.sure:
        verb = "may discriminate, and is" if tally.review == 1 else "may discriminate, and are"
        return f"{capitalised(counted(tally.review, 'clause'))} {verb} for review."
    worst = [law_named(law) for law in country.laws if law.counts.regressive.sure]
    verb = "discriminates" if tally.sure == 1 else "discriminate"
    more = f"; {number(tally.review)} more {are(tally.review)} for review" if tally.review else ""
    where = joined(worst, _FEW)
    return f"{capitalised(counted(tally.sure, 'clause'))} surely {verb}, in {where}{more}."


def years_told(figures: CorpusFigures) -> Iterator[str]:
    """What the years of laws show, in words, where enough of them bear one."""
    decades = [one for one in figures.decades if one.counts.bearing >= FEW_CLAUSES]
    dated = sum(one.laws for one in figures.decades)
    yield (
        f"Of {counted(len(figures.laws), 'law')} {number(dated)} bear a year. It is the year that "
        "a law states of itself; what has been amended since stands in the text, too."
    )
    if len(decades) > 1:
        told = [f"{share_of(one.counts)} in laws of the {one.begins}s" for one in decades]
        yield (
            "Of the clauses in which gender matters, those that take it into account are "
            f"{joined(told)}. Decades with fewer than {FEW_CLAUSES} such clauses are left out of "
            "this."
        )
