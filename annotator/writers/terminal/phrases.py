"""Phrases that several parts of the terminal's report share: terms in the margin, citations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from annotator.schema import Citation
from annotator.writers.terminal.layout import hang, printable

TEXT_INDENT = 4
_TERM_WIDTH = 13
_KINDS = {"treaty": "treaty", "eu": "EU law", "soft": "guidance"}


def term(name: str, words: str, console: Console) -> list[Text]:
    """Words that hang beside a term: ``Reason       Detention ...``."""
    margin = " " * TEXT_INDENT + name
    text = Text(printable(words.strip()))
    return hang(text, console, indent=TEXT_INDENT + _TERM_WIDTH, first=margin)


def rests_on(citations: Iterable[Citation], country: str, console: Console) -> Iterator[Text]:
    """The commitments that call for an amendment, a line each.

    Args:
        citations: in the order in which they are shown.
        country: the name of the law's country, or empty.
        console: takes the lines.
    """
    for at, citation in enumerate(citations):
        yield from term("Rests on" if at == 0 else "", cited(citation, country), console)


def cited(citation: Citation, country: str) -> str:
    """A commitment with its place, what it is to the country, and whether the place was checked.

    >>> known = {"kind": "treaty", "binding": True, "verified": False, "status": "binds"}
    >>> citation = Citation(instrument="CEDAW", at="Art. 9", **known)
    >>> cited(citation, "Albania")
    'CEDAW, Art. 9 (binds Albania; to be checked)'
    >>> cited(citation, "")
    'CEDAW, Art. 9 (treaty; to be checked)'
    """
    place = f"{citation.instrument}, {citation.at}" if citation.at else citation.instrument
    force = _force(citation, country) if country else _KINDS[citation.kind]
    if citation.replaced_by:
        force = f"replaced by {citation.replaced_by}"
    return f"{place} ({force}{'' if citation.verified else '; to be checked'})"


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
