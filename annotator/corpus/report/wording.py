"""Small things that every sentence of a report needs: counts, shares, lists, names of laws."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.corpus.report.figures import Counts, LawFigures
from annotator.lang.en.counted import listed
from annotator.lang.en.inflection import uncapitalised
from annotator.lang.en.law_names import cited

#: A long title is cut for a sentence; tables have it whole.
_LONGEST = 90


def number(count: int) -> str:
    """A count, in groups of three figures.

    >>> number(12345)
    '12,345'
    """
    return f"{count:,}"


def counted(count: int, one: str, several: str = "") -> str:
    """So many things.

    >>> counted(1, "law"), counted(1200, "country", "countries"), counted(0, "law")
    ('1 law', '1,200 countries', 'no law')
    """
    if not count:
        return f"no {one}"
    return f"1 {one}" if count == 1 else f"{number(count)} {several or one + 's'}"


def percent(share: float) -> str:
    """A share of a hundred, with a blank that does not break.

    >>> percent(0.126)
    '13\\xa0%'
    """
    return f"{round(100 * share)}\u00a0%"


def heeded(counts: Counts) -> float:
    """The share of the clauses in which gender matters that heed it; 0 where it matters in none."""
    return counts.heeding / counts.bearing if counts.bearing else 0.0


def share_of(counts: Counts) -> str:
    """How many of the clauses in which gender matters heed it; a dash where it matters in none."""
    return percent(heeded(counts)) if counts.bearing else "–"


def joined(words: Sequence[str], most: int = 0) -> str:
    """A list in a sentence; of more than ``most`` the first, and how many more.

    >>> joined(["a"]), joined(["a", "b"]), joined(["a", "b", "c"]), joined(["a", "b", "c"], 2)
    ('a', 'a and b', 'a, b and c', 'a, b and 1 more')
    """
    shown = list(words)
    if most and len(shown) > most:
        shown = [*shown[:most], f"{number(len(words) - most)} more"]
    return listed(shown)


def law_named(law: LawFigures) -> str:
    """A law in a sentence, with its article."""
    name = cited(law.title)
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST].rsplit(' ', 1)[0]} …"


def sentence(words: str) -> str:
    """Words that end as a sentence does.

    >>> sentence("Women are held apart"), sentence("Both are heard.")
    ('Women are held apart.', 'Both are heard.')
    """
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def in_sentence(words: str) -> str:
    """A sentence as a part of another: without its stop, its first letter small.

    >>> in_sentence("Women are held apart."), in_sentence("LGBTI persons are safe")
    ('women are held apart', 'LGBTI persons are safe')
    """
    words = words.rstrip(".")
    return words if words[1:2].isupper() else uncapitalised(words)
