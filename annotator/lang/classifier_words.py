"""What the classifier asks of a language to read a clause: what it names, and what it is known by.

A language has them in its module ``classifier_words``, as ``WORDS``. They may stand there before
the rest of the language does: then clauses in it can be learnt from, though no law in it is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

Naming = Literal["gender", "role", "plain"]


class Substitute(NamedTuple):
    """``words`` in the place of ``[start, end)`` of a text."""

    start: int
    end: int
    words: str = ""


@dataclass(frozen=True, eq=False)
class ClassifierWords:
    """The words of one language by which a clause is marked and masked."""

    #: What a text names, by the guidelines' closed lists: gender; else a role that one sex may be
    #: singled out by; else neither.
    naming: Callable[[str], Naming]
    #: A reference to provisions by their numbers; its first group is the word that stays.
    reference: re.Pattern[str]
    #: What stands before an item within a sentence, and the white space behind it.
    enumerator: re.Pattern[str]
    #: The names of States and of their people, in order and apart, and what is read instead.
    names: Callable[[str], Iterable[Substitute]]
    #: What looks like a word that names a sex, in lower case, but beside a hyphen at the end of a
    #: line is as a rule half of another word.
    syllables: frozenset[str]
