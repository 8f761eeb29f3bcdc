"""What a result is: the structs that flow between the parts, and their JSON.

All of them are frozen msgspec structs. Offsets count Unicode code points of the canonical text
(:attr:`Source.text`), half open: ``text[start:end]``. The JSON that ``annotate --format json``
prints is :class:`Annotation` encoded; :func:`json_schema` publishes its schema.
"""

from __future__ import annotations

import sys
from typing import Any, Literal

import msgspec

Label = Literal["responsive", "blind", "regressive", "neutral"]
ClauseKind = Literal["provision", "item", "definition", "lead_in"]

LABELS: tuple[Label, ...] = ("responsive", "blind", "regressive", "neutral")
FLAGGED: tuple[Label, ...] = ("responsive", "blind", "regressive")

ISSUES: tuple[str, ...] = (
    "search",
    "detention",
    "reception",
    "health",
    "removal",
    "asylum",
    "procedure",
    "family",
    "trafficking",
    "labour",
    "nationality",
    "children",
    "personnel",
    "governance",
    "data",
    "redress",
    "information",
    "integration",
    "identity",
    "equality",
    "penalties",
)


class Struct(msgspec.Struct, frozen=True, kw_only=True):
    """The base of every struct here: frozen, keyword-only."""


class Source(Struct, frozen=True):
    """A text as read, before anything is known of its structure.

    ``text`` is the canonical text, to which every offset refers. ``notes`` are sentences for the
    user on how it was read (an encoding that had to be guessed). ``sha256`` is that of the bytes.
    """

    text: str
    name: str
    title: str
    format: str
    sha256: str
    language: str = "en"
    notes: tuple[str, ...] = ()


class Clause(Struct, frozen=True):
    """The smallest numbered provision that can be read on its own.

    ``number`` is as cited (``14(2)``, ``6(1)(a)``), ``eid`` by Akoma Ntoso's naming convention,
    ``heading`` the heading nearest to it, ``path`` the headings above that, outermost first,
    ``lead_in`` the words that introduce the list of which it is an item. ``kind`` tells an
    ordinary provision from an item cut out of a long list, a defined term, and a lead-in whose
    items are clauses of their own.
    """

    eid: str
    number: str
    heading: str
    path: tuple[str, ...]
    lead_in: str
    text: str
    start: int
    end: int
    kind: ClauseKind = "provision"


class Evidence(Struct, frozen=True):
    """Words that carried the decision: offsets, and what they add to the label's log-odds."""

    start: int
    end: int
    weight: float


class IssueScore(Struct, frozen=True):
    """An issue that the clause raises, with its calibrated probability.

    ``met_by`` is the number of another clause of the same section that is responsive on it
    (``11(3)``), empty where there is none: a clause that says nothing of who searches may be met
    by the next subsection, which does. Where proposals are made all the same, it is so in part.
    """

    issue: str
    score: float
    met_by: str = ""


class Edit(Struct, frozen=True):
    """Put ``text`` in place of ``[start, end)``; an insertion where the two are equal."""

    start: int
    end: int
    text: str


class Citation(Struct, frozen=True):
    """A commitment that calls for an amendment.

    ``kind`` is the instrument's: a treaty, EU law, or soft law (guidance). ``binding`` says that
    instruments of the kind bind those who are party to them; whether this country is, it does not
    say. ``verified`` says that the locator was checked against a text of the instrument.
    """

    instrument: str
    at: str
    kind: Literal["treaty", "eu", "soft"]
    binding: bool
    verified: bool


class Proposal(Struct, frozen=True):
    """An amendment that fits one clause.

    ``edits`` apply to the canonical text. ``amended`` is the clause after them; where a subsection
    or a paragraph is added beside the clause, it is that. ``instruction`` is the formal amending
    instruction in the law's own drafting style. ``alternative_to`` names the templates of the
    clause's better proposals in whose stead it stands; beside all others it can be adopted.
    """

    template: str
    issue: str
    operation: str
    edits: tuple[Edit, ...]
    amended: str
    instruction: str
    reason: str
    citations: tuple[Citation, ...]
    alternative_to: tuple[str, ...] = ()


class Finding(Struct, frozen=True):
    """What is said of one clause. Neutral clauses have findings too."""

    clause: Clause
    label: Label
    confidence: float
    scores: dict[str, float]
    review: bool = False
    issues: tuple[IssueScore, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    proposals: tuple[Proposal, ...] = ()

    @property
    def met(self) -> bool:
        """Whether the clause is blind, but its section leaves nothing to mend.

        Other clauses of the section are responsive on all its issues, and no amendment that the
        library knows of is missing from it.
        """
        met = all(raised.met_by for raised in self.issues)
        return self.label == "blind" and met and not self.proposals


class StyleNote(Struct, frozen=True):
    """A place where the law speaks of people in the masculine or by their sex.

    A matter of drafting style, whatever the clause does: ``he``, ``chairman``, ``husband or wife``.
    ``number`` and ``eid`` are the clause's, ``words`` those noted, at ``[start, end)`` of the
    canonical text. ``rewrite`` says the same of everybody; it is empty where no rewrite is sure to
    keep the sense. All rewrites of a law can be made together.
    """

    number: str
    eid: str
    start: int
    end: int
    words: str
    rewrite: tuple[Edit, ...]
    reason: str


class Law(Struct, frozen=True):
    """The law that was read."""

    title: str
    source: str
    sha256: str
    language: str
    format: str


class Model(Struct, frozen=True):
    """The trained pipeline that read it."""

    name: str
    version: str


class Scorecard(Struct, frozen=True):
    """Counts over the whole law, whatever the selection shown.

    ``issues`` counts clauses by issue and label; ``review`` those whose label is uncertain;
    ``met`` the blind ones of which their section leaves nothing to mend.
    """

    clauses: int
    labels: dict[str, int]
    issues: dict[str, dict[str, int]]
    review: int
    met: int = 0


class Annotation(Struct, frozen=True):
    """The whole result for one law; ``style`` notes gendered drafting, apart from the findings."""

    law: Law
    model: Model
    findings: tuple[Finding, ...]
    scorecard: Scorecard
    style: tuple[StyleNote, ...] = ()


def to_json(annotation: Annotation, *, indent: int = 2) -> bytes:
    """Encode as UTF-8 JSON, indented, with a final newline."""
    return msgspec.json.format(msgspec.json.encode(annotation), indent=indent) + b"\n"


def from_json(data: bytes) -> Annotation:
    """Decode what :func:`to_json` wrote.

    Raises:
        msgspec.ValidationError: the JSON is not an annotation.
    """
    return msgspec.json.decode(data, type=Annotation)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of :class:`Annotation`."""
    schema = msgspec.json.schema(Annotation)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


if __name__ == "__main__":  # `make schema`
    sys.stdout.buffer.write(
        msgspec.json.format(msgspec.json.encode(json_schema()), indent=2) + b"\n"
    )
