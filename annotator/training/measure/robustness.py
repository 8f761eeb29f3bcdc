"""Shortcuts: whether the classifier reads the clause, or recognises where it comes from.

The same clauses are read again with something changed that should not matter. Where the labels
change much, or the figures fall, the classifier leans on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from annotator.expressions import expression
from annotator.training.corpus.examples import Example
from annotator.training.corpus.masking import without_names

_SWAPPED = """
he she|him her|himself herself|husband wife|husbands wives|man woman|men women|male female
males females|mother father|mothers fathers|maternal paternal|maternity paternity|boy girl
boys girls|son daughter|sons daughters|brother sister|brothers sisters|widow widower
widows widowers|bride groom|chairman chairwoman
"""
_PAIRS = [pair.split() for line in _SWAPPED.strip().splitlines() for pair in line.split("|")]
_OTHER = {**dict(_PAIRS), **{second: first for first, second in _PAIRS}, "his": "her"}
_GENDERED = expression(rf"\b(?:{'|'.join(_OTHER)})\b", re.IGNORECASE)

_STYLE = (
    (r"\bshall not\b", "must not"),
    (r"\bshall\b", "must"),
    (r"\bsubsections?\b", "paragraph"),
    (r"\bsections?\b", "article"),
    (r"\bhe or she\b", "they"),
    (r"\bhis or her\b", "their"),
    (r"\bnotwithstanding\b", "despite"),
    (r"\bpursuant to\b", "under"),
    (r"\bin accordance with\b", "under"),
)

Change = Callable[[str], str]


def genders_swapped(text: str) -> str:
    """She for he and wife for husband, and the other way round.

    >>> genders_swapped("The wife of a holder may join her husband.")
    'The husband of a holder may join him wife.'
    """
    return _GENDERED.sub(_swap, text)


def restyled(text: str) -> str:
    """The same law as another drafter would put it: *must* for *shall*, articles for sections."""
    for pattern, words in _STYLE:
        text = re.sub(pattern, words, text, flags=re.IGNORECASE)
    return text


CHANGES: dict[str, Change] = {
    "names and numbers masked": without_names,
    "gender words swapped": genders_swapped,
    "drafting style changed": restyled,
}


def changed(example: Example, change: Change) -> Example:
    """The example as ``change`` makes it, with the label that it had."""
    return msgspec.structs.replace(
        example,
        text=change(example.text),
        heading=change(example.heading),
        lead_in=change(example.lead_in),
    )


def _swap(match: re.Match[str]) -> str:
    word = match[0]
    other = _OTHER[word.lower()]
    return other.capitalize() if word[0].isupper() else other
