"""By what a finding is known again: the words of its clause, and nothing of where they stand.

The number of the clause, the headings above it, its line and its file are no part of that; nor are
the numbers by which its words cite other provisions, since inserting one section renumbers all that
follow, and what cites them; nor capitals and marks, which are the print's.
"""

from __future__ import annotations

from annotator.decisions import clause_hash
from annotator.lang import language as spoken
from annotator.same_words import words_of


def words_hash(text: str, language: str = "en") -> str:
    """The SHA-256, in hexadecimal, of a clause's words without the numbers of what they cite.

    Args:
        text: of the clause; capitals, marks and white space are none of its words.
        language: its ISO 639-1 code.

    >>> moved = words_hash("A person held under section 12(1)(a)\\nshall be told so.")
    >>> moved == words_hash("A person held under section 13(1)(a) shall be told so.")
    True
    >>> words_hash("the officer’s") == words_hash("the officer's")
    True
    >>> words_hash("A person is held for 30 days.") == words_hash("A person is held for 90 days.")
    False
    """
    return clause_hash(" ".join(words_of(spoken(language).law_words.cited.sub(r"\1 _", text))))


def lack_hash(title: str, need: str) -> str:
    """The same of what a law lacks, which has no words: of its need, and the title of the law."""
    return clause_hash(f"{title.casefold()}\n{need}")
