"""The words of documents in English that amend a law."""

from __future__ import annotations

from annotator.lang.amending_words import AmendingWords
from annotator.lang.en.law_names import cited

WORDS = AmendingWords(
    law=cited,
    title="A Bill to amend {title}",
    list_title="Amendments to {title}",
    opening="{title} is amended as follows.",
    nothing="No amendment of {title} is proposed.",
    found="{clause} is gender-{label}: {issues}.",
    instead="In place of amendment {others}.",
    calls_for="Called for by {citations}.",
)
