"""What a result is: the structs that flow between the parts, and their JSON.

All of them are frozen msgspec structs. Offsets count Unicode code points of the canonical text
(:attr:`Annotation.text`), half open: ``text[start:end]``. The JSON that ``annotate --format json``
prints is :class:`Annotation` encoded; :func:`json_schema` publishes its schema.
"""

from __future__ import annotations

import inspect
import sys
from typing import Any, Literal

import msgspec

from annotator.provisions import Clause as Clause
from annotator.provisions import ClauseKind as ClauseKind
from annotator.provisions import Heading as Heading
from annotator.provisions import Provision as Provision
from annotator.provisions import ReadingWarning as ReadingWarning
from annotator.provisions import Struct as Struct
from annotator.source import Region as Region
from annotator.source import Source as Source

Label = Literal["responsive", "blind", "regressive", "neutral"]
#: What an instrument is to a country: it binds it, the country has undertaken it (signed; as a
#: candidate for the EU; adopted with the others), it guides, or no source tells which.
Status = Literal["binds", "undertaken", "guidance", "unknown"]
#: The least to provide, good practice, what goes beyond it.
Strength = Literal["minimum", "standard", "ambitious"]
#: How something found stands to a baseline, in the words of SARIF: it is new, as it was, or still
#: there with other issues or another certainty.
BaselineState = Literal["new", "unchanged", "updated"]

LABELS: tuple[Label, ...] = ("responsive", "blind", "regressive", "neutral")
FLAGGED: tuple[Label, ...] = ("responsive", "blind", "regressive")
#: Those of clauses that need amending.
TO_MEND: tuple[Label, ...] = ("blind", "regressive")
#: The gravest first.
STRENGTHS: tuple[Strength, ...] = ("minimum", "standard", "ambitious")

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


class Evidence(Struct, frozen=True):
    """Words that carried the decision: offsets, and what they add to the label's log-odds.

    ``region`` is where they stand in the file, if they came from one.
    """

    start: int
    end: int
    weight: float
    region: Region | None = None


class IssueScore(Struct, frozen=True):
    """An issue that the clause raises, with its calibrated probability.

    ``met_by`` is the number of another clause of the same section that meets a need of this one on
    the issue (``11(3)``), empty where there is none: a clause that says nothing of who searches may
    be met by the next subsection, which does; one on photographs is not. Where the finding is not
    ``met``, it is so in part.
    """

    issue: str
    score: float
    met_by: str = ""


class Edit(Struct, frozen=True):
    """Put ``text`` in place of ``[start, end)``; an insertion where the two are equal.

    ``region`` is that place in the file, if the law came from one.
    """

    start: int
    end: int
    text: str
    region: Region | None = None


class Citation(Struct, frozen=True):
    """A commitment that calls for an amendment.

    ``kind`` is the instrument's: a treaty, EU law, or soft law (guidance). ``binding`` says that
    instruments of the kind bind those who are party to them; what the instrument is to the law's
    own country, ``status`` says. ``verified`` says that the locator was checked against a text of
    the instrument. ``replaced_by`` has taken the place of an instrument that is repealed.
    ``regional`` says that the instrument is for the states of a region, as all EU law is.
    """

    instrument: str
    at: str
    kind: Literal["treaty", "eu", "soft"]
    binding: bool
    verified: bool
    status: Status = "unknown"
    replaced_by: str = ""
    regional: bool = False


class Precedent(Struct, frozen=True):
    """A clause of another country's law on the matter of an amendment.

    It is to be read before it is cited: it may do a part of what the amendment does, or less.
    ``country`` is an ISO 3166-1 code, ``date`` that of the law, or a year, or empty where neither
    its format nor the law itself states one. ``number`` is as cited, ``eid`` by the naming
    convention of Akoma Ntoso, ``heading`` the heading nearest to the clause, ``lead_in`` the words
    that introduce the list of which it is an item. Of what is long the words on that matter are
    given, with ``…`` for others.
    """

    law: str
    country: str
    date: str
    number: str
    eid: str
    heading: str
    lead_in: str
    text: str


class Proposal(Struct, frozen=True):
    """An amendment that fits one clause.

    ``edits`` apply to the canonical text. ``amended`` is the clause after them; where a subsection
    or a paragraph is added beside the clause, it is that. ``instruction`` is the formal amending
    instruction in the law's own drafting style. ``alternative_to`` names the templates of the
    clause's better proposals in whose stead it stands; beside all others it can be adopted.
    ``adds`` says that it adds a subsection or a sentence to the section, rather than words within
    the clause's own sentence: it then speaks for all of the section. What is proposed ``for_law``
    speaks for all of the law, and stands at the first of the clauses that want it. ``precedents``
    are clauses of other countries on the same matter, the nearest in law first, where the user
    asked for them.
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
    adds: bool = False
    for_law: bool = False
    precedents: tuple[Precedent, ...] = ()


class Like(Struct, frozen=True):
    """An amendment at another clause that does the same, and is wanted at this one too.

    ``number`` and ``eid`` are those of the other clause, ``template`` and ``issue`` those of the
    amendment; ``provides`` says what a law with it provides, and is empty where nobody has said.
    """

    number: str
    eid: str
    template: str
    issue: str
    provides: str = ""


class Policy(Struct, frozen=True):
    """What a clause does, and what of it is for policy to decide, where no amendment fits.

    ``matter`` is the key of it in the library, ``does`` goes on from *The clause*. ``doubtful``
    says that no amendment was looked for, since the label is too little sure: of a clause that is
    blind it is asked first whether gender bears on it at all, of one that discriminates, whether it
    does. ``asks`` then says what to mend if so.
    """

    matter: str
    does: str
    asks: str
    doubtful: bool = False


class Finding(Struct, frozen=True):
    """What is said of one clause. Neutral clauses have findings too.

    ``governs`` are the numbers of the clauses that use the term which this one defines, where it is
    a definition that is blind or regressive: they say what it says. ``met`` says that the clause is
    blind, but its section leaves nothing to mend: other clauses of it meet its needs on all its
    issues, and no amendment that the library knows of is missing from it. That is so
    whether or not the amendments are then shown. ``likes`` are amendments proposed at other clauses
    that this one wants too. ``policy`` may be there where a clause that needs amending has no
    amendment and is not met: where the library knows what such clauses do. ``priority`` is how much
    it matters beside the others, from 0 to 100: ``docs/weight.md`` says how it is reckoned.
    ``baseline_state`` says how it stands to the baseline with which it was compared, if it was
    (``docs/baseline.md``); of neutral clauses nothing is said.
    """

    clause: Clause
    label: Label
    confidence: float
    scores: dict[str, float]
    review: bool = False
    issues: tuple[IssueScore, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    governs: tuple[str, ...] = ()
    met: bool = False
    likes: tuple[Like, ...] = ()
    policy: Policy | None = None
    priority: int = 0
    baseline_state: BaselineState | None = None


class StyleNote(Struct, frozen=True):
    """A place where the law speaks of people in the masculine or by their sex.

    A matter of drafting style, whatever the clause does: ``he``, ``chairman``, ``husband or wife``.
    ``number`` and ``eid`` are the clause's, ``words`` those noted, at ``[start, end)`` of the
    canonical text. ``rewrite`` says the same of everybody; it is empty where no rewrite is sure to
    keep the sense. All rewrites of a law can be made together. ``region`` is where the words stand
    in the file, if they came from one.
    """

    number: str
    eid: str
    start: int
    end: int
    words: str
    rewrite: tuple[Edit, ...]
    reason: str
    region: Region | None = None


class JurisdictionGround(Struct, frozen=True):
    """The words of a law by which its country is known: ``words``, at ``[start, end)``.

    ``words`` are on one line. ``region`` is where they stand in the file, if they came from one,
    and ``where`` says that in words (``line 4``, ``page 1``).
    """

    words: str
    start: int
    end: int
    region: Region | None = None
    where: str = ""


class Law(Struct, frozen=True):
    """The law that was read; ``jurisdiction`` is its country's ISO 3166-1 code, or empty.

    ``date`` is that of the law (``2004-05-06``), where its format states one.
    ``jurisdiction_ground`` is what the law says of itself from which that is known; it is absent
    where the country was asked for or stands in the file beside the law, and where none is known.
    ``notes`` say in sentences how the file was read: what was guessed, and what was left out.
    """

    title: str
    source: str
    sha256: str
    language: str
    format: str
    jurisdiction: str = ""
    jurisdiction_ground: JurisdictionGround | None = None
    date: str = ""
    notes: tuple[str, ...] = ()


class Model(Struct, frozen=True):
    """The trained pipeline that read it."""

    name: str
    version: str


class Place(Struct, frozen=True):
    """Where a law stands on the five levels of WHO's Gender Responsive Assessment Scale.

    They are 1 gender-unequal, 2 gender-blind, 3 gender-sensitive, 4 gender-specific and
    5 gender-transformative. ``how`` says in a sentence or two, with the counts, how the level was
    reached.
    """

    level: int
    name: str
    how: str


class Scorecard(Struct, frozen=True):
    """Counts over the whole law, whatever the selection shown.

    ``clauses``, and ``labels`` by label, count findings without those of lead-ins (a clause's
    ``kind``), which are read with each of their items and are not clauses of their own.
    ``issues`` counts clauses by issue and label, ``objectives`` by objective of the Global Compact
    for Migration, ``articles`` by article of CEDAW; ``review`` counts those whose label is
    uncertain, ``met`` the blind ones of which their section leaves nothing to mend. ``who`` is
    absent where gender bears on nothing in the law.
    """

    clauses: int
    labels: dict[str, int]
    issues: dict[str, dict[str, int]]
    review: int
    met: int = 0
    objectives: dict[str, dict[str, int]] = msgspec.field(default_factory=dict)
    articles: dict[str, dict[str, int]] = msgspec.field(default_factory=dict)
    who: Place | None = None


class Gap(Struct, frozen=True):
    """What the law's matter calls for and no clause provides, or none in whole.

    ``need`` is the library's key, ``lacks`` says in words what is lacking, ``clauses`` are the
    numbers of those that call for it, ``proposed_at`` of those at which an amendment is proposed
    already; ``by_section`` says that a new section adds to that. The section would stand ``after``
    another (``section 12``), bear a ``number`` (``12A``) and a ``heading``, and say ``text``, by
    ``edits`` of the canonical text; these are empty where the library has no words for it. ``gcm``
    are objectives of the Global Compact that it serves. ``see`` are the numbers of clauses that say
    something of the matter, by which it may be provided in part. ``baseline_state`` is as for a
    :class:`Finding`: the law of that title lacked it, or did not. ``precedents`` are as those of a
    proposal.
    """

    need: str
    lacks: str
    issue: str
    strength: Strength
    clauses: tuple[str, ...]
    proposed_at: tuple[str, ...]
    by_section: bool
    reason: str
    gcm: tuple[int, ...]
    citations: tuple[Citation, ...]
    after: str = ""
    number: str = ""
    heading: str = ""
    text: str = ""
    edits: tuple[Edit, ...] = ()
    instruction: str = ""
    see: tuple[str, ...] = ()
    baseline_state: BaselineState | None = None
    precedents: tuple[Precedent, ...] = ()


class Annotation(Struct, frozen=True):
    """The whole result for one law.

    ``gaps`` is what it provides nowhere, or only in part, the gravest first; ``style`` notes
    gendered drafting, apart from the findings.
    ``provisions`` is the tree of the law: its parts and schedules, or its
    sections where it has none. With ``headings`` and ``furniture`` (the offsets of contents, page
    numbers, editors' notes, and of what stands before the first provision) it accounts for all that
    is printed. ``warnings`` says which stretches could not be cut with certainty. ``text`` is the
    canonical text, into which every offset points; a ``region`` points into the file that it was
    read from.
    """

    law: Law
    model: Model
    findings: tuple[Finding, ...]
    scorecard: Scorecard
    gaps: tuple[Gap, ...] = ()
    style: tuple[StyleNote, ...] = ()
    provisions: tuple[Provision, ...] = ()
    headings: tuple[Heading, ...] = ()
    furniture: tuple[tuple[int, int], ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()
    text: str = ""


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
    return schema_of(Annotation)


def schema_of(struct: type[Struct]) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a struct that is published."""
    schema = msgspec.json.schema(struct)
    for described in schema["$defs"].values():
        # msgspec takes docstrings as they are indented in the source, and from 0.23 on without.
        if "description" in described:
            described["description"] = inspect.cleandoc(described["description"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


if __name__ == "__main__":  # `make schema`
    sys.stdout.buffer.write(
        msgspec.json.format(msgspec.json.encode(json_schema()), indent=2) + b"\n"
    )
