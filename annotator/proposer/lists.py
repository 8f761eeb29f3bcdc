"""The list inside a clause: its items, and where and how another one joins them.

Where the items stand, the law's tree says. Only a list that is plainly read is touched: labels that
follow one another from the first, no words after the last item that belong to all of them.
Otherwise there is no list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.expressions import expression
from annotator.numbering import LabelReading, gap, is_after, label_number, readings
from annotator.schema import Clause, Edit, Provision

# "(a)", "a)", "1.": a label, and in it the number.
_LABEL = expression(r"\(?([\w.]+?)[).]?")
# "(a)" that is no item of the list that was found, and leads to none in another provision.
_UNREAD = expression(
    r"(?<!paragraph)(?<!paragraphs)(?<!section)(?<!clause)(?<!item)(?<!point)(?<!\s)\s+\(a\)\s",
    re.IGNORECASE,
)
# Some laws print the Greek question mark, which looks the same, for a semicolon.
_JOINT = expression("(?P<mark>[,;\u037e]?)\\s+(?P<word>and|or)\\s*$")
# Words that close a list in the same breath as its last item, and belong to every item.
_FLUSH = expression(
    r",\s+(?:so\s+far\s+as|as\s+the\s+case\s+may\s+be|if|where|unless|shall|must|may|and\s+(?:the|any|shall|may)|"
    r"is\s+guilty|commits)\b",
    re.IGNORECASE,
)
# The same on a line of their own, after a blank one.
_FLUSH_LINE = expression(r"\n\s*\n\s*(?=[a-z])")


@dataclass(frozen=True)
class ListItem:
    """One item: its label as printed (``(a)``), where it starts and ends in the clause's text."""

    label: str
    start: int
    end: int


def find_list(clause: Clause, items: Sequence[Provision]) -> tuple[ListItem, ...]:
    """The items of a clause's list, in order; none where it is not plainly read.

    Args:
        clause: whose list it is.
        items: the outermost that stand in the clause, as the law's tree has them.
    """
    if len(items) < 2 or _system(items) is None:
        return ()
    starts = [item.start - clause.start for item in items]
    if _UNREAD.search(clause.text, 0, starts[0]):
        return ()
    ends = [*starts[1:], len(clause.text)]
    return tuple(
        ListItem(item.label, start, end)
        for item, start, end in zip(items, starts, ends, strict=True)
    )


def _system(items: Sequence[Provision]) -> str | None:
    """The numerals in which the items follow one another from the first, none left out."""
    first, *others = [_readings(item.label) for item in items]
    for reading in first:
        if not reading.first or reading.system == "dash":
            continue
        before = reading
        for options in others:
            following = [one for one in options if one.system == reading.system]
            after = next((one for one in following if _follows(one, before)), None)
            if after is None:
                break
            before = after
        else:
            return reading.system
    return None


def _readings(label: str) -> tuple[LabelReading, ...]:
    match = _LABEL.fullmatch(label)
    return readings(match[1]) if match else ()


def _follows(reading: LabelReading, before: LabelReading) -> bool:
    return is_after(reading.key, before.key) and gap(reading.key, before.key) == 0


@dataclass(frozen=True)
class Addition:
    """A new item at the end of a list: its edits within the clause's text, and what to say of it.

    ``after`` is the label of the item it follows, ``joint`` the word that moves before it with the
    label of the item that gives it up, ``closing`` the mark behind the last item, which comes to
    stand behind the new one.
    """

    edits: tuple[Edit, ...]
    label: str
    after: str
    joint: tuple[str, str] | None
    closing: str


def add_item(clause: Clause, items: Sequence[Provision], words: str) -> Addition | None:
    """Add an item to the clause's outermost list, as its last.

    The ``and`` or ``or`` that stands before the last item moves before the new one; the closing
    punctuation stays at the end. None where the list is not surely read, or its items have
    headings.

    Args:
        clause: whose list it is.
        items: the outermost that stand in the clause, as the law's tree has them.
        words: what the new item says.
    """
    found = find_list(clause, items)
    # Items under headings of their own are rules, which no words before them bind into one list.
    if not found or any(item.heading for item in items) or _are_rules(clause, found):
        return None
    text, last, previous = clause.text, found[-1], found[-2]
    label = _next_label(items)
    # A label that stands further on is that of an item which was not found, or leads to one.
    if label is None or label in _without_labels(clause, items[-1]):
        return None
    content = _FLUSH_LINE.split(text[last.start : last.end], maxsplit=1)[0].rstrip()
    if _FLUSH.search(content) or re.search(r"[.;]\s+[A-Z]", content):
        return None
    closing = content[-1:] if content.endswith((".", ";", "\u037e", ",", ":")) else ""
    edits = []
    joint = _JOINT.search(text, previous.start, previous.end)
    mark = (joint["mark"] if joint else closing.strip(".")) or ";"
    blank = re.search(r"\s*$", text[previous.start : previous.end])
    between = blank[0] if blank and blank[0] else " "
    if joint:
        edits.append(Edit(start=joint.start(), end=joint.end("word"), text=mark))
    word = f" {joint['word']}" if joint else ""
    position = last.start + len(content) - len(closing)
    edits.append(Edit(start=position, end=position, text=f"{mark}{word}{between}{label} {words}"))
    moved = (joint["word"], previous.label) if joint else None
    return Addition(tuple(edits), label, last.label, moved, closing)


def _are_rules(clause: Clause, found: Sequence[ListItem]) -> bool:
    """Whether items are sentences of their own, as subsections are, and none of a list.

    Words that lead a list in stand before it: a heading, or nothing, binds none.
    """
    texts = [clause.text[item.start + len(item.label) : item.end].strip() for item in found]
    sentences = [text for text in texts if text[:1].isupper() and text.endswith((".", ".”"))]
    return 2 * len(sentences) > len(texts)


def _next_label(items: Sequence[Provision]) -> str | None:
    """The label of the item that would follow the last, printed as that is."""
    system = _system(items)
    label = items[-1].label
    match = _LABEL.fullmatch(label)
    last = next((one for one in _readings(label) if one.system == system), None)
    if match is None or last is None:
        return None
    following = label_number(last.system, last.key[0] + 1)
    return label[: match.start(1)] + following + label[match.end(1) :] if following else None


def _without_labels(clause: Clause, item: Provision) -> str:
    """What stands in the clause from an item on, without the labels of the lists in it."""
    parts, at = [], item.start
    for inner in item.walk():
        parts.append(clause.text[at - clause.start : inner.start - clause.start])
        at = inner.body
    return "".join(parts) + clause.text[at - clause.start :]
