"""The words of a document that amends a law, which a language must bring."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AmendingWords:
    """``{title}`` stands for the title of the law, ``{clause}`` for a clause as it is cited."""

    #: The title of the document, and of a document that holds single amendments.
    title: str
    list_title: str
    #: What it says of the law before its amendments, and in place of them where there are none.
    opening: str
    nothing: str
    #: Above the reasons for an amendment: what was found, and in whose stead it could be made.
    found: str
    instead: str
    calls_for: str
