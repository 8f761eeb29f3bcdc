"""What the review page knows of a law: the JSON that its script reads.

Offsets count units of UTF-16, as strings of JavaScript do. Words stand as they are in the law: the
page shows them as text, never as markup.
"""

from __future__ import annotations

from typing import Any

import msgspec

from annotator.schema import Label

#: What is put in place of ``[start, end)``.
PlainEdit = tuple[int, int, str]


class ReviewStruct(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The base of what the page reads: what is empty is not written."""


class ReviewLaw(ReviewStruct, frozen=True):
    """The law: what decisions name it by, what the head of the page and the schedule say of it."""

    title: str
    sha256: str
    file: str
    language: str
    schedule: str
    lines: tuple[str, ...] = ()


class ReviewBlock(ReviewStruct, frozen=True, array_like=True):
    """A paragraph: ``[start, end)``, where its words begin, how it is set, and of which clause."""

    start: int
    end: int
    body: int
    kind: str
    level: int
    clause: int


class ReviewEntry(ReviewStruct, frozen=True):
    """A provision in the tree of contents, with the block that it begins with."""

    name: str
    heading: str
    block: int
    end: int
    items: tuple[ReviewEntry, ...] = ()


class ReviewClause(ReviewStruct, frozen=True):
    """A clause with what was found.

    ``raised`` are the issues by which it is filtered, ``sure`` those that are surely raised;
    ``issues`` says both in words. ``told`` are sentences on it. ``is_new`` says whether a baseline
    does not know it; nothing, where there is none.
    """

    name: str
    number: str
    eid: str
    sha256: str
    heading: str
    start: int
    end: int
    label: Label
    confidence: float
    weight: int = 0
    review: bool = False
    raised: tuple[str, ...] = ()
    sure: tuple[str, ...] = ()
    issues: str = ""
    lead_in: str = ""
    place: str = ""
    evidence: tuple[tuple[int, int], ...] = ()
    told: tuple[str, ...] = ()
    amendments: tuple[int, ...] = ()
    is_new: bool | None = None


class ReviewWay(ReviewStruct, frozen=True, array_like=True):
    """The instruction for one change of an amendment, by itself.

    ``swap`` has ``{words}`` where a reviewer's words go; ``omit`` is for none, and empty where
    nothing was there before.
    """

    swap: str
    omit: str = ""


class ReviewForm(ReviewStruct, frozen=True):
    """What an amendment says behind so many of its series; ``label`` is the number that it adds.

    ``ways`` are instructions for each of the edits, where the own one does not take all words.
    """

    instruction: str
    edits: tuple[PlainEdit, ...]
    ways: tuple[ReviewWay, ...] = ()
    label: str = ""


class ReviewPrecedent(ReviewStruct, frozen=True):
    """A clause of another country's law on the same matter: how it is cited, and its words."""

    cited: str
    words: str


class ReviewAmendment(ReviewStruct, frozen=True):
    """An amendment by its number in the schedule.

    ``clause`` is the index of its clause, ``gap`` that of what it provides; -1 is none. ``forms``
    are what it says behind none, one, two ... of those before it in its ``series``, and ``rank`` is
    its place among all; ``choice`` is that among those of its clause, the best 0. With those it
    ``collides`` with it cannot be adopted.
    """

    number: int
    rank: int
    template: str
    issue: str
    issue_name: str
    forms: tuple[ReviewForm, ...]
    reason: str
    authority: tuple[str, ...]
    precedents: tuple[ReviewPrecedent, ...] = ()
    clause: int = -1
    gap: int = -1
    series: str = ""
    choice: int = 0
    instead_of: tuple[int, ...] = ()
    collides: tuple[int, ...] = ()


class ReviewGap(ReviewStruct, frozen=True):
    """What the law provides nowhere; ``amendment`` would provide it, 0 is none.

    ``is_new`` is as for a :class:`ReviewClause`.
    """

    name: str
    number: str
    need: str
    lacks: str
    issue: str
    strength: str
    called: str
    reason: str
    authority: tuple[str, ...]
    block: int = 0
    amendment: int = 0
    is_new: bool | None = None


class ReviewSummary(ReviewStruct, frozen=True):
    """The report's first half page."""

    counts: dict[str, int]
    paragraphs: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


class ReviewData(ReviewStruct, frozen=True):
    """All that the page knows."""

    law: ReviewLaw
    program: str
    text: str
    meanings: dict[str, str]
    issues: dict[str, str]
    renumbers: tuple[str, ...]
    unprintable: str
    summary: ReviewSummary
    blocks: tuple[ReviewBlock, ...]
    tree: tuple[ReviewEntry, ...]
    clauses: tuple[ReviewClause, ...]
    amendments: tuple[ReviewAmendment, ...]
    gaps: tuple[ReviewGap, ...]
    say: dict[str, Any] = msgspec.field(default_factory=dict)
