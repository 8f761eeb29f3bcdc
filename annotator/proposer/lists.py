"""The list inside a clause: its items, and where and how another one joins them.

Only a list that is plainly read is touched: labels that follow one another from the first, no
words after the last item that belong to all of them. Otherwise there is no list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from annotator.schema import Edit

# "(a) ", "a) ", "(1) ", "1) ", "(i) ": at the start of a line or after a blank or a dash.
_LABEL = re.compile(r"(?:(?<=[\s—–:,;-])|^)(\(?)([a-z]|\d{1,2}|[ivx]{1,4})\)(?=\s)", re.MULTILINE)
# "paragraph (a)", "(a) or (b)": no item, but a reference to one. "section 16(3), and (b)" is one.
_REFERENCE = re.compile(
    r"(?:(?<!this )(?<!that )\b(?:(?:sub-?)?(?:paragraph|section|clause)|point|item|article)s?|"
    r"\((?P<label>\w{1,4})\)(?:,|,?\s+(?:and|or|to)))\s+$",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?P<mark>[,;]?)\s+(?P<word>and|or)\s*$")
# Words that close a list in the same breath as its last item, and belong to every item.
_FLUSH = re.compile(
    r",\s+(?:so far as|as the case may be|if|where|unless|shall|must|may|and (?:the|any|shall|may)|"
    r"is guilty|commits)\b",
    re.IGNORECASE,
)
# The same on a line of their own, after a blank one.
_FLUSH_LINE = re.compile(r"\n\s*\n\s*(?=[a-z])")


@dataclass(frozen=True)
class ListItem:
    """One item: its label as printed (``(a)``), where it starts and ends in the clause's text."""

    label: str
    start: int
    end: int


@dataclass(frozen=True)
class OuterList:
    """The items of the outermost list, in order; at least two."""

    items: tuple[ListItem, ...]

    @property
    def start(self) -> int:
        """Where the first item starts, in the clause's text."""
        return self.items[0].start


def find_list(text: str, begin: int = 0) -> OuterList | None:
    """The outermost list of a clause, or None where there is none or it cannot be read surely.

    Args:
        text: the clause.
        begin: where its own words begin, after its number.
    """
    labels = [
        match
        for match in _LABEL.finditer(text, begin)
        if match.start() > begin + 3 and not _refers(text, match)
    ]
    if not labels:
        return None
    first = labels[0]
    if first[2] not in ("a", "1", "i"):
        return None
    series = [first]
    for match, later in zip(labels[1:], [*labels[2:], None], strict=False):
        # "(i)" after "(h)" opens a list of numerals if "(ii)" comes next.
        nested = first[2] == "a" and match[2] == "i" and later is not None and later[2] == "ii"
        if match[1] == first[1] and match[2] == _next(series[-1][2], first[2]) and not nested:
            series.append(match)
    if len(series) < 2:
        return None
    ends = [match.start() for match in series[1:]] + [len(text)]
    return OuterList(
        tuple(
            ListItem(match[0].strip(), match.start(), end)
            for match, end in zip(series, ends, strict=True)
        )
    )


def _refers(text: str, label: re.Match[str]) -> bool:
    before = text[max(0, label.start() - 24) : label.start()]
    reference = _REFERENCE.search(before)
    if reference is None or re.search(r"\n\s*\n\s*$", before):
        return False
    other = reference["label"]
    return other is None or other.isdigit() == label[2].isdigit()


def _next(label: str, first: str) -> str | None:
    """The label after this one, in the system in which the list began."""
    if first == "1":
        return str(int(label) + 1)
    if first == "i":
        numerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
        return dict(pairwise(numerals)).get(label)
    return chr(ord(label) + 1) if len(label) == 1 and label < "z" else None


@dataclass(frozen=True)
class Addition:
    """A new item at the end of a list: its edits within the clause's text, and what to say of it.

    ``after`` is the label of the item it follows, ``joint`` the word that moves before it with the
    label of the item that gives it up.
    """

    edits: tuple[Edit, ...]
    label: str
    after: str
    joint: tuple[str, str] | None


def add_item(text: str, words: str, begin: int = 0) -> Addition | None:
    """Add an item to the clause's outermost list, as its last.

    The ``and`` or ``or`` that stands before the last item moves before the new one; the closing
    punctuation stays at the end. None where the list is not surely read.
    """
    found = find_list(text, begin)
    if found is None:
        return None
    last, previous = found.items[-1], found.items[-2]
    label = _next_label(last.label, found.items[0].label)
    # Where its successor stands further on, what was taken for the last item is not the last; the
    # letter i alone also begins the numerals of a list within.
    if label and label in text[last.start :] and label.strip("()") != "i":
        return None
    content = _FLUSH_LINE.split(text[last.start : last.end], maxsplit=1)[0].rstrip()
    if label is None or _FLUSH.search(content) or re.search(r"[.;]\s+[A-Z]", content):
        return None
    closing = content[-1:] if content.endswith((".", ";", ",", ":")) else ""
    edits = []
    joint = _JOINT.search(text, previous.start, previous.end)
    mark = (joint["mark"] if joint else closing.strip(".")) or ";"
    gap = re.search(r"\s*$", text[previous.start : previous.end])
    between = gap[0] if gap and gap[0] else " "
    if joint:
        edits.append(Edit(start=joint.start(), end=joint.end("word"), text=mark))
    word = f" {joint['word']}" if joint else ""
    position = last.start + len(content) - len(closing)
    edits.append(Edit(start=position, end=position, text=f"{mark}{word}{between}{label} {words}"))
    moved = (joint["word"], previous.label) if joint else None
    return Addition(tuple(edits), label, last.label, moved)


def _next_label(label: str, first: str) -> str | None:
    bare = label.strip("()")
    following = _next(bare, first.strip("()"))
    return label.replace(bare, following) if following else None
