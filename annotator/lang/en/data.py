"""English, as the program asks for it."""

from __future__ import annotations

from annotator.lang.contract import LanguageData
from annotator.lang.en import (
    actors,
    alerts,
    amending,
    clauses,
    comparing,
    doubts,
    heading_topics,
    inflection,
    instructions,
    law_words,
    margin,
    phrases,
    review,
    sheets,
    structure,
    titles,
)

DATA = LanguageData(
    code="en",
    name="English",
    titles=titles.WORDS,
    structure=structure.WORDS,
    clauses=clauses,
    instructions=instructions,
    amending=amending.WORDS,
    phrases=phrases,
    doubts=doubts,
    margin=margin,
    sheets=sheets,
    alerts=alerts,
    review=review,
    comparing=comparing,
    law_words=law_words.WORDS,
    heading_topics=heading_topics.WORDS,
    actors=actors.WORDS,
    inflection=inflection,
)
