"""What a language must bring for the review page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

#: A sentence, with places for values (``{n}``); or one for each plural of the language, by the
#: names that ``Intl.PluralRules`` gives them: ``one``, ``other`` ...
Words = str | Mapping[str, str]


class ReviewPhrases(Protocol):
    """The words of the review page that stand in no report."""

    @property
    def WORDS(self) -> Mapping[str, Words]:
        """By the key under which the page asks for them."""
