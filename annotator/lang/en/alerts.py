"""The sentences of alerts in English, and of the rules that they break."""

from __future__ import annotations

#: What to do about an alert, whatever its rule.
HELP = (
    "annotate is a careful reader's second pair of eyes, no judge: what is flagged and what is "
    "proposed are for a drafter to accept or refuse. The report of annotate has the reasons, the "
    "commitments and the words."
)


def clauses_on(label: str, issue: str) -> str:
    """What a rule finds, in a few words.

    >>> clauses_on("blind", "detention"), clauses_on("responsive", "")
    ('Gender-blind clause on detention', 'Gender-responsive clause')
    """
    return f"Gender-{label} clause{f' on {issue}' if issue else ''}"


def such_clauses(label: str, meaning: str, issue: str) -> str:
    """The same in sentences, with what the label means.

    >>> such_clauses("blind", "takes no account of gender where it matters", "detention")
    'Gender-blind: takes no account of gender where it matters. Issue: detention.'
    """
    return f"Gender-{label}: {meaning}.{f' Issue: {issue}.' if issue else ''}"


def lacks_on(issue: str) -> str:
    """That a rule finds what a law provides nowhere.

    >>> lacks_on("detention")
    'What the law provides nowhere, or only in part, on detention'
    """
    return f"What the law provides nowhere, or only in part, on {issue}"


def found(place: str, label: str, sure: str, issues: str) -> str:
    """What is said of a clause.

    >>> found("Section 10(1) (Search)", "blind", "93%, for review", "search")
    'Section 10(1) (Search) is gender-blind (93%, for review): search.'
    """
    return f"{place} is gender-{label} ({sure}){f': {issues}' if issues else ''}."


def outside(name: str) -> str:
    """That a law's file is not in the repository."""
    return (
        f"{name} lies outside the repository from which annotate was run: its name alone stands "
        "for it here, and code scanning cannot show the place."
    )


def not_there(name: str) -> str:
    """That there is no file of a law's name."""
    return f"There is no file {name}: code scanning cannot show the place."


def counts(name: str, unit: str) -> str:
    """That the lines of a law's file are its paragraphs or pages."""
    return f"{name} has no lines: those given are its {unit}s."


def cut(kept: int, count: int) -> str:
    """How many alerts are in the file.

    >>> cut(2, 3)
    'Of 3 alerts the 2 gravest are here: code scanning takes no more.'
    """
    return f"Of {count:,} alerts the {kept:,} gravest are here: code scanning takes no more."
