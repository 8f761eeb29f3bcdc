"""English, as the program asks for it."""

from __future__ import annotations

from annotator.lang.contract import LanguageData
from annotator.lang.en import clauses, instructions, phrases
from annotator.lang.en.structure import WORDS

DATA = LanguageData(
    code="en",
    name="English",
    structure=WORDS,
    clauses=clauses,
    instructions=instructions,
    phrases=phrases,
)
