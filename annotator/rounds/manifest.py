"""A round as it is kept on disk: its clauses, whom each went to, and its projects on the server."""

from __future__ import annotations

from typing import Literal

import msgspec

from annotator.expressions import expression
from annotator.schema import Label, Struct

#: Why a clause was chosen; only those drawn at random measure the classifier without bias.
#: Gold was not chosen: it is decided already, and mixed in.
Reason = Literal["random", "uncertain", "rare", "diverse", "gold"]
Purpose = Literal["annotate", "adjudicate"]
State = Literal["selected", "open", "closed", "deleted"]

NAME = expression(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")


class Suggestion(Struct, frozen=True):
    """What the classifier said of a clause when the round was opened.

    ``review`` is whether it was too unsure of it to assert it.
    """

    label: Label
    issues: tuple[str, ...]
    confidence: float
    review: bool = False


class Gold(Struct, frozen=True):
    """What was decided of a clause before the round; its members are not told."""

    label: Label
    issues: tuple[str, ...] = ()


class RoundClause(Struct, frozen=True):
    """A clause of the round, with what an annotator sees of its surroundings.

    ``id`` is ours and goes to the server with the clause, so that it is known again there.
    ``sha256`` is of its words with white space folded. ``law`` is the law's name in
    ``corpora/laws.yaml``, empty where it is not published there. ``before`` and ``after`` are the
    neighbouring clauses. ``members`` are those who judge it. ``evidence`` is where the words stand
    in ``text`` that the classifier went by: ``[start, end)`` each. ``country`` is the law's, by its
    ISO 3166-1 code, empty where it is not known. ``grown`` are those of ``members`` who were asked
    after the round was opened. ``gold`` is there where the clause was decided before.
    """

    id: str
    sha256: str
    law: str
    title: str
    number: str
    heading: str
    path: tuple[str, ...]
    lead_in: str
    text: str
    before: str
    after: str
    chosen: Reason
    suggestion: Suggestion
    members: tuple[str, ...]
    evidence: tuple[tuple[int, int], ...] = ()
    country: str = ""
    grown: tuple[str, ...] = ()
    gold: Gold | None = None


class Project(Struct, frozen=True):
    """A project on the server; ``tag`` finds it again, ``id`` is 0 until it was made.

    ``clauses`` are the ids of the clauses in it. ``suggested`` are those that every member has been
    given the classifier's labels of.
    """

    tag: str
    purpose: Purpose
    members: tuple[str, ...]
    clauses: tuple[str, ...]
    id: int = 0
    suggested: tuple[str, ...] = ()


class Asked(Struct, frozen=True):
    """What a round was asked to be, by which a command that asks for another is known.

    ``size`` is how many clauses were wanted, ``at_random`` the share of them to be drawn so,
    ``laws`` the SHA-256 of their files, ``sources`` where these were. ``left_out`` counts clauses
    of the laws that could not be chosen, by the reason in words. ``gold`` is how many decided
    clauses were to be mixed in besides.
    """

    size: int
    at_random: float
    laws: tuple[str, ...]
    left_out: dict[str, int]
    sources: tuple[str, ...] = ()
    gold: int = 0


class Round(Struct, frozen=True):
    """An annotation round.

    ``overlap`` is the share of clauses that all annotators judge.
    ``opened`` is when it was opened (ISO 8601, UTC). ``model`` names the pipeline and its version.
    ``asked`` is absent where an earlier version opened it. ``votes`` is how many members judge a
    clause that does not go to all. ``countries`` are the countries of annotators, by their ISO
    3166-1 codes, where they were named. ``after`` names the round whose votes told
    what to ask in this one; empty where none did.
    """

    name: str
    url: str
    opened: str
    seed: int
    overlap: float
    assisted: bool
    annotators: tuple[str, ...]
    model: str
    clauses: tuple[RoundClause, ...]
    projects: tuple[Project, ...]
    state: State = "selected"
    asked: Asked | None = None
    votes: int = 1
    countries: dict[str, str] = msgspec.field(default_factory=dict)
    after: str = ""

    @property
    def to_decide(self) -> tuple[RoundClause, ...]:
        """The clauses that the round is to decide: all but the gold."""
        return tuple(one for one in self.clauses if one.gold is None)

    @property
    def known(self) -> dict[str, Label]:
        """The labels of the gold, by the ids of its clauses."""
        return {one.id: one.gold.label for one in self.clauses if one.gold}

    @property
    def annotating(self) -> tuple[Project, ...]:
        """The projects in which clauses are judged for the first time."""
        return tuple(one for one in self.projects if one.purpose == "annotate")

    @property
    def adjudicating(self) -> Project | None:
        """The project in which disagreements are decided, if there is one."""
        return next((one for one in self.projects if one.purpose == "adjudicate"), None)

    @property
    def joined(self) -> frozenset[str]:
        """Those who were asked only after the round was opened."""
        later = {one for clause in self.clauses for one in clause.grown}
        return frozenset(later).difference(
            *({*clause.members} - {*clause.grown} for clause in self.clauses)
        )

    def by_id(self) -> dict[str, RoundClause]:
        """The clauses by their ids."""
        return {clause.id: clause for clause in self.clauses}

    def put_up_by(self, project: Project) -> str:
        """The command that puts one of its projects up where it is not there; none once closed."""
        if self.state == "closed":
            return ""
        if project.purpose == "adjudicate":
            return f"annotate rounds adjudicate {self.name} --to {project.members[0]}"
        return f"annotate rounds open --name {self.name}"

    def judges(self, project: Project) -> dict[str, tuple[str, ...]]:
        """Who judges each clause of a project there."""
        if project.purpose == "adjudicate":
            return dict.fromkeys(project.clauses, project.members)
        clauses = self.by_id()
        return {
            id_: tuple(one for one in clauses[id_].members if one in project.members)
            for id_ in project.clauses
        }
