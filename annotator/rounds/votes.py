"""What the members of a round said, and whether it keeps the rule: one label, and its issues.

Instead of a label a member may say that they read a clause and cannot decide (*unsure*), or that
somebody else should judge it (*skip*). Both keep the rule whatever else is set, which of an unsure
vote tells between what it wavers; neither decides a clause.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Literal

from annotator.decisions import Vote
from annotator.rounds.labels import SKIP, UNSURE
from annotator.rounds.manifest import Round, RoundClause
from annotator.rounds.weighing import Weighed
from annotator.schema import ISSUES, LABELS, Label, Struct

#: What is left to do for a clause: wait for members; ask others, since those asked have given fewer
#: votes than the round wants; have it decided, since they do not agree; or nothing.
Standing = Literal["waiting", "short", "divided", "decided"]


class RawVote(Struct, frozen=True):
    """The labels that one member confirmed on one clause, as they came from the server.

    ``project`` is the server's id of the project that it came from; 0 where an earlier version
    pulled it. ``first`` is when a pull first saw it (ISO 8601, UTC).
    """

    clause: str
    annotator: str
    labels: tuple[str, ...]
    comments: tuple[str, ...] = ()
    project: int = 0
    first: str = ""


class MemberRemark(Struct, frozen=True):
    """What a member wrote on a clause, confirmed or not; on the last page, of the whole round."""

    clause: str
    annotator: str
    text: str


class Pulled(Struct, frozen=True, dict=True):
    """All that was pulled: ``at`` when (ISO 8601, UTC), votes, and the adjudicator's decisions.

    ``withdrawn`` were confirmed at an earlier pull and are not any more; they do not count.
    ``remarks`` are all comments, the adjudicator's too. ``finished`` names a member
    for each last page that they confirmed. ``weighed`` is what the votes say by who is
    how reliable, where they are many; it replaces none of them.
    """

    at: str = ""
    votes: tuple[RawVote, ...] = ()
    adjudicated: tuple[RawVote, ...] = ()
    withdrawn: tuple[RawVote, ...] = ()
    remarks: tuple[MemberRemark, ...] = ()
    finished: tuple[str, ...] = ()
    weighed: Weighed | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nobody had confirmed or written anything by then."""
        return not (
            self.votes or self.adjudicated or self.withdrawn or self.remarks or self.finished
        )

    @cached_property
    def by_clause(self) -> Mapping[str, Sequence[Vote]]:
        """The members' votes that keep the rule and give a label: see :func:`votes_by_clause`."""
        return votes_by_clause(self.votes)

    @cached_property
    def answers(self) -> Mapping[str, Answers]:
        """All that members said and that keeps the rule, by clause, in the order of their names."""
        passed: dict[str, dict[str, list[RawVote]]] = {UNSURE: {}, SKIP: {}}
        for one in sorted(self.votes, key=lambda one: one.annotator):
            if kind := abstained(one):
                passed[kind].setdefault(one.clause, []).append(one)
        return {
            id_: Answers(
                votes=tuple(self.by_clause.get(id_, ())),
                unsure=tuple(passed[UNSURE].get(id_, ())),
                skipped=tuple(passed[SKIP].get(id_, ())),
            )
            for id_ in dict.fromkeys((*self.by_clause, *passed[UNSURE], *passed[SKIP]))
        }


class Answers(Struct, frozen=True):
    """What members confirmed on one clause, as far as it keeps the rule."""

    votes: tuple[Vote, ...] = ()
    unsure: tuple[RawVote, ...] = ()
    skipped: tuple[RawVote, ...] = ()

    @property
    def who(self) -> frozenset[str]:
        """Those who have answered."""
        return frozenset(
            (
                *(vote.annotator for vote in self.votes),
                *(raw.annotator for raw in (*self.unsure, *self.skipped)),
            )
        )

    @property
    def decision(self) -> Vote | None:
        """What the answers decide by themselves, if they do."""
        return agreed(self.votes, unsure=len(self.unsure))


def abstained(raw: RawVote) -> str:
    """*unsure* or *skip* where a vote says that; else nothing.

    >>> abstained(RawVote(clause="R1-1", annotator="ana", labels=("blind", "neutral", "unsure")))
    'unsure'
    """
    return next((text for text in (UNSURE, SKIP) if text in raw.labels), "")


def wavering(raw: RawVote) -> str:
    """What somebody unsure wavers between, as far as they said it.

    >>> wavering(RawVote(clause="R1-1", annotator="ana", labels=("blind", "neutral", "unsure")))
    'unsure (blind, neutral)'
    """
    others = [name for name in (*LABELS, *ISSUES) if name in raw.labels]
    return f"{UNSURE} ({', '.join(others)})" if others else UNSURE


def broken(raw: RawVote) -> str:
    """What is wrong with a vote, in words for its annotator; empty where nothing is.

    >>> broken(RawVote(clause="R1-1", annotator="ana", labels=("neutral", "search")))
    'neutral, and yet has issues (search)'
    """
    if abstained(raw):
        return ""
    labels = [name for name in raw.labels if name in LABELS]
    issues = [name for name in raw.labels if name in ISSUES]
    strange = [name for name in raw.labels if name not in LABELS and name not in ISSUES]
    if strange:
        return f"has a label that the guidelines do not know ({strange[0]})"
    if len(labels) != 1:
        return f"has {len(labels) or 'no'} labels instead of one ({', '.join(labels) or 'none'})"
    if labels == ["neutral"] and issues:
        return f"neutral, and yet has issues ({', '.join(issues)})"
    if labels != ["neutral"] and not issues:
        return f"{labels[0]}, and yet has no issue"
    return ""


def vote_of(raw: RawVote) -> Vote:
    """A vote that keeps the rule and gives a label."""
    label: Label = next(name for name in LABELS if name in raw.labels)
    issues = tuple(name for name in ISSUES if name in raw.labels)
    return Vote(annotator=raw.annotator, label=label, issues=issues)


def votes_by_clause(votes: Iterable[RawVote]) -> dict[str, list[Vote]]:
    """The votes that keep the rule and give a label, by clause, in the order of their givers."""
    found: dict[str, list[Vote]] = {}
    for one in sorted(votes, key=lambda one: one.annotator):
        if not broken(one) and not abstained(one):
            found.setdefault(one.clause, []).append(vote_of(one))
    return found


def standing(
    round_: Round, clause: RoundClause, answers: Answers, without: Collection[str] = ()
) -> Standing:
    """What is left to do for a clause.

    Args:
        round_: its round.
        clause: the clause.
        answers: what its members have confirmed.
        without: members who are not waited for; votes that they owe are not wanted.
    """
    silent = set(clause.members) - answers.who
    if silent - set(without):
        return "waiting"
    if len(answers.votes) < max(1, round_.votes - len(silent)):
        return "short"
    return "decided" if answers.decision else "divided"


def comments_by_clause(pulled: Pulled) -> dict[str, list[tuple[str, str]]]:
    """What members wrote on a clause, with their names, each comment once."""
    every = [
        MemberRemark(one.clause, one.annotator, text)
        for one in pulled.votes
        for text in one.comments
    ]
    found: dict[str, list[tuple[str, str]]] = {}
    for remark in dict.fromkeys((*pulled.remarks, *every)):
        found.setdefault(remark.clause, []).append((remark.annotator, remark.text))
    return found


def agreed(votes: Sequence[Vote], unsure: int = 0) -> Vote | None:
    """What the votes on a clause decide by themselves, if they do.

    The label must be everybody's; an issue counts where more than half raised it. Where fewer than
    all raised an issue and none has a majority, nothing is decided; nor where ``unsure``, those who
    could not decide, are as many as those who did.
    """
    if len(votes) <= unsure:
        return None
    first = votes[0]
    if any(vote.label != first.label for vote in votes):
        return None
    raised = {issue: sum(issue in vote.issues for vote in votes) for issue in ISSUES}
    if any(2 * count == len(votes) for count in raised.values()):
        return None
    issues = tuple(issue for issue, count in raised.items() if 2 * count > len(votes))
    if first.label != "neutral" and not issues:
        return None
    return Vote(annotator="", label=first.label, issues=issues)


def disagreements(round_: Round, pulled: Pulled) -> list[str]:
    """The clauses that what members answered does not decide, in their order.

    Others than those that at least two judged count once all their members have answered. Gold is
    decided already.
    """
    return [
        clause.id
        for clause in round_.to_decide
        if (own := pulled.answers.get(clause.id))
        and (
            (len(own.votes) > 1 and own.decision is None)
            or standing(round_, clause, own) in ("short", "divided")
        )
    ]
