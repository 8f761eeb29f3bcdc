"""What the members of a round said, and whether it keeps the rule: one label, and its issues."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotator.decisions import Vote
from annotator.rounds.manifest import Round
from annotator.rounds.weighing import Weighed
from annotator.schema import ISSUES, LABELS, Label, Struct


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
    """What a member wrote on a clause, whether or not they confirmed it."""

    clause: str
    annotator: str
    text: str


class Pulled(Struct, frozen=True):
    """All that was pulled: ``at`` when (ISO 8601, UTC), votes, and the adjudicator's decisions.

    ``withdrawn`` were confirmed at an earlier pull and are not any more; they do not count.
    ``remarks`` are all comments, the adjudicator's too. ``weighed`` is what the votes say by who is
    how reliable, where they are many; it replaces none of them.
    """

    at: str = ""
    votes: tuple[RawVote, ...] = ()
    adjudicated: tuple[RawVote, ...] = ()
    withdrawn: tuple[RawVote, ...] = ()
    remarks: tuple[MemberRemark, ...] = ()
    weighed: Weighed | None = None


def broken(raw: RawVote) -> str:
    """What is wrong with a vote, in words for its annotator; empty where nothing is.

    >>> broken(RawVote(clause="R1-1", annotator="ana", labels=("neutral", "search")))
    'neutral, and yet has issues (search)'
    """
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
    """A vote that keeps the rule."""
    label: Label = next(name for name in LABELS if name in raw.labels)
    issues = tuple(name for name in ISSUES if name in raw.labels)
    return Vote(annotator=raw.annotator, label=label, issues=issues)


def votes_by_clause(votes: Iterable[RawVote]) -> dict[str, list[Vote]]:
    """The votes that keep the rule, by clause, in the order of the annotators' names."""
    found: dict[str, list[Vote]] = {}
    for one in sorted(votes, key=lambda one: one.annotator):
        if not broken(one):
            found.setdefault(one.clause, []).append(vote_of(one))
    return found


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


def agreed(votes: Sequence[Vote]) -> Vote | None:
    """What the votes on a clause decide by themselves, if they do.

    The label must be everybody's; an issue counts where more than half raised it. Where fewer than
    all raised an issue and none has a majority, nothing is decided.
    """
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
    """The clauses that at least two judged and that their votes do not decide, in their order.

    Gold is decided already.
    """
    votes = votes_by_clause(pulled.votes)
    return [
        clause.id
        for clause in round_.to_decide
        if len(votes.get(clause.id, [])) > 1 and agreed(votes[clause.id]) is None
    ]
