"""English, as the program asks for it."""

from __future__ import annotations

from annotator.lang.contract import LanguageData
from annotator.lang.en import instructions, phrases
from annotator.lang.en.structure import WORDS

DATA = LanguageData(
    code="en", name="English", instructions=instructions, phrases=phrases, structure=WORDS
)
