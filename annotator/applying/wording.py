"""A reviewer's words in the place of ours, as the review page puts them (``script/compose.js``)."""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec.structs import replace

from annotator.expressions import expression
from annotator.schedule import RENUMBERS, Amendment, subsection_label
from annotator.schema import Edit

#: Parts what stands at each of several changes of one amendment.
BETWEEN = " … "
_WORD = expression(r"\w+")
#: From so many words that a change leaves as they are they are missed.
_MANY = 4


def fits(one: Amendment, words: str, text: str) -> bool:
    """Whether it is plain what of a reviewer's words stands at which change of an amendment.

    In a document that came back they may be those of a part of a change, which has the other words
    of it already.
    """
    own = _own(one)
    if len(own) > 1:
        return len(words.split(BETWEEN)) == len(own)
    if not own:
        return not words
    if BETWEEN in words and BETWEEN not in own[0].text:
        return False
    old = text[own[0].start : own[0].end]
    kept = set(_WORD.findall(old)) & set(_WORD.findall(own[0].text))
    return not words or len(kept) < _MANY or not kept.isdisjoint(_WORD.findall(words))


def worded(one: Amendment, words: str, text: str, labels: Collection[str]) -> Amendment:
    """An amendment with a reviewer's words, under the number that it bears now.

    Args:
        one: as it is composed with all that is accepted.
        words: what stands at its changes; they fit.
        text: the law's.
        labels: the numbers that it may bear, whatever else is accepted.
    """
    own = _own(one)
    parts = words.split(BETWEEN) if len(own) > 1 else [words]
    theirs = iter([_renumbered(part, one, labels) for part in parts])
    edits = tuple(
        replace(edit, text=_spaced(edit, next(theirs), text)) if edit in own else edit
        for edit in one.edits
    )
    return replace(one, edits=edits)


def _own(one: Amendment) -> list[Edit]:
    """Its edits, but for that which makes a section's text its first subsection."""
    return [edit for edit in one.edits if edit.start < edit.end or edit.text not in RENUMBERS]


def _spaced(edit: Edit, words: str, text: str) -> str:
    """Words with the white space at their ends that ours have there."""
    if not words.strip() and (edit.start == edit.end or not edit.text):
        return ""
    ours = edit.text or text[edit.start : edit.end]
    lead = ours[: len(ours) - len(ours.lstrip())]
    tail = ours[len(lead) :][len(ours[len(lead) :].rstrip()) :]
    return lead + words.strip() + tail


def _renumbered(words: str, one: Amendment, labels: Collection[str]) -> str:
    label = label_of(one)
    for old in sorted(labels, key=len, reverse=True) if label else ():
        name = re.escape(old)
        pattern = rf"(?<![\w.]){name}(?!\w)" if one.gap else rf"^(?P<before>\(?){name}(?=[.)])"
        found = re.search(pattern, words)
        if found:
            before = "" if one.gap else found["before"]
            return words[: found.start()] + before + label + words[found.end() :]
    return words


def label_of(one: Amendment) -> str:
    """The number of what an amendment adds: of a section, or a subsection; maybe none."""
    return one.section or subsection_label(one.added)
