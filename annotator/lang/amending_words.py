"""The words of a document that amends a law, which a language must bring."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class AmendingWords:
    """``{title}`` stands for the law as ``law`` names it, ``{clause}`` for a clause as cited."""

    #: A law by its title in a sentence, with its article, and not in capitals.
    law: Callable[[str], str]
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
