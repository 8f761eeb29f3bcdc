"""What an amended definition must not do: define a word by itself."""

from __future__ import annotations

import re

from annotator.proposer.drafting_case import Case, Draft
from annotator.reading.law import folded

# "2(1) “spouse”": the number of a definition ends with its word.
_QUOTED = re.compile(r"[“\"‘']\s*([^“”\"‘’']+?)\s*[”\"’']")
# "“spouse” means a", "Spouse: a".
_OPENING = re.compile(
    r"^\W*(?:\(?\w{1,4}\)\s+)?[“\"‘']?\s*(?P<term>[\w -]+?)\s*[”\"’']?\s*(?::|means\b)"
)


def is_circular(made: Draft, case: Case) -> bool:
    """Whether a definition would have its own word in what it says, and had not before."""
    before = folded(case.clause.text)
    opening = _OPENING.match(before)
    quoted = _QUOTED.search(case.clause.number) if case.clause.kind == "definition" else None
    term = quoted[1] if quoted else opening["term"] if opening else ""
    if not term or made.operation == "insert_subsection":
        return False
    return uses(term, folded(made.amended)) > uses(term, before)


def uses(term: str, words: str) -> int:
    """How often words use a term, in either number.

    >>> uses("spouse", "“spouse” means one of two spouses")
    2
    """
    return len(re.findall(rf"\b{re.escape(term)}(?:e?s)?\b", words, re.IGNORECASE))
