"""English, as the program asks for it."""

from __future__ import annotations

from annotator.lang.contract import LanguageData
from annotator.lang.en import clauses, instructions, phrases, structure, titles

DATA = LanguageData(
    code="en",
    name="English",
    titles=titles.WORDS,
    structure=structure.WORDS,
    clauses=clauses,
    instructions=instructions,
    phrases=phrases,
)
