"""The sentences on a law's place on WHO's scale, and how it was reached."""

from __future__ import annotations

from annotator.lang.en.counted import are, clauses, take
from annotator.lang.en.inflection import uncapitalised
from annotator.schema import Place

#: The five levels of WHO's Gender Responsive Assessment Scale.
LEVELS = {
    1: "gender-unequal",
    2: "gender-blind",
    3: "gender-sensitive",
    4: "gender-specific",
    5: "gender-transformative",
}


def level(who: Place) -> str:
    """The law's place on WHO's scale."""
    return (
        f"WHO level {who.level} of 5, {who.name}. {who.how} (This is a count, which a reader may "
        "judge otherwise.)"
    )


def share(named: int, answered: int, bearing: int, total: int, *, others: bool) -> str:
    """In how many of a law's clauses gender matters, and how many of these take it into account.

    >>> share(2, 4, 29, 44, others=False)
    'Gender matters in 29 of its 44 clauses: 2 take it into account, 4 are answered by such a \
clause of their section, and 23 take no account of it.'
    """
    which = "other clauses" if others else "clauses"
    open_ = bearing - named - answered
    parts = [f"{named} {take(named)} it into account"] if named else []
    if answered:
        parts.append(f"{answered} {are(answered)} answered by such a clause of their section")
    if open_:
        parts.append(f"{open_} {take(open_)} no account of it")
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
        return f"{count} more {are(count)} for review: {numbers}"
    one = "it" if count == 1 else "one"
    return (
        f"{clauses(count)} may discriminate and {are(count)} for review ({numbers}): if {one} "
        "does, the law is at level 1."
    )
