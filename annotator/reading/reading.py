"""One law, read once, for all that is proposed for its clauses and said of it as a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from annotator.expressions import expression
from annotator.lang import LanguageData, language
from annotator.lang.en.fields import OF_A_LAW_ON_MIGRATION
from annotator.library.model import Library
from annotator.reading.items import parts_of
from annotator.reading.law import LawText, read_law
from annotator.reading.style import Style, read_style
from annotator.reading.terms import Terms, read_terms
from annotator.schema import Clause, Provision

_MIGRATION = expression(OF_A_LAW_ON_MIGRATION, re.IGNORECASE)
#: A longer law that is not on migration may have a word of it: *or of their status as migrants*. Of
#: the laws at hand those on migration have one in 3,200 characters and more, acts on employment,
#: pensions or wildlife, and a constitution, one in 7,000 and less.
_LEAST_WORDS = 3
_LEAST_SHARE = 1 / 5_000  # of characters
_SHORT_LAW = 10_000  # characters


@dataclass(frozen=True)
class Reading:
    """A law's provisions with their clauses, its own words, and its style of drafting."""

    law: LawText
    terms: Terms
    style: Style

    @property
    def language(self) -> LanguageData:
        """The language that it is written in."""
        return language(self.style.language)

    @cached_property
    def is_on_migration(self) -> bool:
        """Whether the law is on migration, or on those whom officers hold."""
        length = len(self.law.text)
        wanted = max(_LEAST_WORDS, ceil(length * _LEAST_SHARE)) if length > _SHORT_LAW else 1
        found = zip(range(wanted), _MIGRATION.finditer(self.law.text), strict=False)
        return sum(1 for _ in found) == wanted

    @property
    def is_on_another_matter(self) -> bool:
        """Whether a law is not on migration, and long enough that this is no chance."""
        return len(self.law.text) > _SHORT_LAW and not self.is_on_migration

    def parts_of(self, clause: Clause) -> tuple[Clause, ...]:
        """The rules that a clause is made of (:mod:`.items`), read once for all templates."""
        if clause not in self._parts:
            self._parts[clause] = parts_of(clause, self.law, self.style.language)
        return self._parts[clause]

    @cached_property
    def _parts(self) -> dict[Clause, tuple[Clause, ...]]:
        return {}

    @classmethod
    def of(
        cls,
        text: str,
        clauses: Sequence[Clause],
        tree: Sequence[Provision],
        library: Library,
        code: str = "en",
    ) -> Reading:
        """Read a law.

        Args:
            text: the canonical text.
            clauses: all its clauses, in their order; their offsets count in ``text``.
            tree: its outermost provisions; every clause stands in one of them.
            library: whose country's words for the roles of its laws, if it has any, are used.
            code: the ISO 639-1 code of the language that it is written in.
        """
        law = read_law(text, clauses, tree)
        return cls(law, read_terms(law, library.terms, code), read_style(law, code))
