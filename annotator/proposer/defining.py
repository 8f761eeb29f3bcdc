"""What an amended definition must not do: define a word by itself."""

from __future__ import annotations

import re

from annotator.proposer.drafting_case import Case, Draft
from annotator.reading.definitions import defined_term
from annotator.reading.law import folded


def is_circular(made: Draft, case: Case) -> bool:
    """Whether a definition would have its own word in what it says, and had not before."""
    term = defined_term(case.clause, case.style.language)
    if term is None or made.operation == "insert_subsection":
        return False
    before = folded(case.clause.text)
    return uses(term, folded(made.amended)) > uses(term, before)


def uses(term: str, words: str) -> int:
    """How often words use a term, in either number.

    >>> uses("spouse", "“spouse” means one of two spouses")
    2
    """
    return len(re.findall(rf"\b{re.escape(term)}(?:e?s)?\b", words, re.IGNORECASE))
