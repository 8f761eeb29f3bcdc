"""Closing a round: one decided record a clause, where `make train` finds it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import msgspec

from annotator.decisions import DecidedClause, Decision, Vote
from annotator.errors import OutputError, RoundError
from annotator.files import replacing, writing
from annotator.rounds.lacking import Lack, lacking, lacking_of_adjudicator, listed
from annotator.rounds.manifest import Round, RoundClause
from annotator.rounds.store import Store
from annotator.rounds.votes import (
    Answers,
    Pulled,
    disagreements,
    standing,
    votes_by_clause,
)
from annotator.schema import Struct

#: More than any record with its votes takes.
_LONGEST_RECORD = 1_000_000


class _OfRound(Struct, frozen=True):
    """What a record says of the round in which it was decided."""

    round: str = ""


class Closed(Struct, frozen=True):
    """What was written where, the clauses that nothing decides yet, and whose votes they lack.

    ``short`` are those of them that lack votes for which nobody is asked, nor an adjudicator.
    """

    decided: int
    files: tuple[Path, ...]
    unjudged: tuple[str, ...]
    undecided: tuple[str, ...]
    short: tuple[str, ...]
    lacks: tuple[Lack, ...]


def close(
    store: Store,
    round_: Round,
    corpora: Path,
    *,
    partly: bool = False,
    without: Collection[str] = (),
) -> Closed:
    """Write what was decided into ``corpora``: laws published there without their text.

    Run again, it writes the same, and what has been decided since.

    Args:
        store: where the round is kept.
        round_: the round; what was last pulled of it counts.
        corpora: the folder of that name.
        partly: close although some clauses are not decided; they are free for another round.
        without: members who are not waited for; what was pulled of them counts.

    Raises:
        OutputError: where the decisions go stands what is not of this round.
        RoundError: clauses are not decided, and not ``partly``; or none is decided; or a member
            named in ``without`` is none.
    """
    strangers = sorted(set(without) - set(round_.annotators))
    if strangers:
        raise RoundError(
            f"--without {strangers[0]}: round {round_.name} has no such annotator (it has "
            f"{', '.join(round_.annotators)})."
        )
    pulled = store.votes(round_.name)
    votes = pulled.by_clause
    decided = decide(round_, pulled, without)
    closed = Closed(
        decided=len(decided),
        files=(),
        unjudged=tuple(
            one.id for one in round_.to_decide if one.id not in votes and one.id not in decided
        ),
        undecided=tuple(
            one.id for one in round_.to_decide if one.id in votes and one.id not in decided
        ),
        short=_short(round_, pulled, decided, without),
        lacks=lacking(round_, pulled, without),
    )
    if (closed.unjudged or closed.undecided) and (not partly or not decided):
        raise RoundError(_why_not(round_, pulled, closed))
    records = [
        (clause, decided[clause.id], tuple(votes.get(clause.id, ())))
        for clause in round_.clauses
        if clause.id in decided
    ]
    files = _write(round_, records, corpora)
    store.write(msgspec.structs.replace(round_, state="closed"))
    return msgspec.structs.replace(closed, files=files)


def _why_not(round_: Round, pulled: Pulled, closed: Closed) -> str:
    """Why the round is not closed: who lacks what, what divides members, and the way out."""
    left = len(closed.unjudged) + len(closed.undecided)
    why = f"Of round {round_.name}, {left} of {len(round_.to_decide)} clauses are not decided."
    if closed.lacks:
        why += f" Votes are lacking of {listed(closed.lacks)}: have them judge and pull again"
        why += ", or close --without them."
    if closed.short:
        why += (
            f" {len(closed.short)} lack votes that nobody is asked for (skipped, unsure, or left): "
            f"`annotate rounds grow {round_.name}` gives them to others."
        )
    open_ = {*closed.unjudged, *closed.undecided} - {*closed.short}
    divided = set(disagreements(round_, pulled)) & open_
    before = lacking_of_adjudicator(round_, pulled, divided)
    if before:
        why += f" The adjudicator's word is lacking: {before}; have them confirm and pull again."
    if rest := len(divided) - (before.count if before else 0):
        why += f" {rest} are disagreed on: have them adjudicated and pull again."
    return why + (" Or close what is decided with --partly." if closed.decided else "")


def decide(round_: Round, pulled: Pulled, without: Collection[str] = ()) -> dict[str, Vote]:
    """What holds of each clause: the adjudicator's word, else what its members agree on.

    A clause that went to one member is decided by that member. Members in ``without`` are not
    waited for. What is said of gold decides nothing.
    """
    last = {id_: own[0] for id_, own in votes_by_clause(pulled.adjudicated).items()}
    found = {}
    for clause in round_.to_decide:
        own = pulled.answers.get(clause.id, Answers())
        decided = standing(round_, clause, own, without) == "decided"
        decision = last.get(clause.id) or (own.decision if decided else None)
        if decision is not None:
            found[clause.id] = decision
    return found


def _short(
    round_: Round, pulled: Pulled, decided: Collection[str], without: Collection[str]
) -> tuple[str, ...]:
    over = {*decided, *(round_.adjudicating.clauses if round_.adjudicating else ())}
    return tuple(
        one.id
        for one in round_.to_decide
        if one.id not in over
        and standing(round_, one, pulled.answers.get(one.id, Answers()), without) == "short"
    )


def _write(
    round_: Round,
    records: Sequence[tuple[RoundClause, Vote, tuple[Vote, ...]]],
    corpora: Path,
) -> tuple[Path, ...]:
    without_text = [_annotation(round_, *one) for one in records if one[0].law]
    with_text = [_written(round_, *one) for one in records if not one[0].law]
    lines_of: dict[Path, Sequence[Decision | DecidedClause]] = {
        corpora / folder / f"{round_.name}.jsonl": lines
        for folder, lines in (("annotations", without_text), ("clauses", with_text))
        if lines
    }
    for path in lines_of:
        _refuse_others(path, round_.name)
    for path, lines in lines_of.items():
        with replacing(path, parents=True) as file:
            file.writelines(msgspec.json.encode(line).decode() + "\n" for line in lines)
    return tuple(lines_of)


def _refuse_others(path: Path, name: str) -> None:
    """See to it that the decisions of a round take no place but that of its earlier ones.

    Raises:
        OutputError: the file holds something else, such as clauses that belong to the corpora.
    """
    with writing(path):
        if not path.is_file() or not path.stat().st_size:
            return
        with path.open("rb") as file:
            first = file.readline(_LONGEST_RECORD)
    try:
        found = msgspec.json.decode(first, type=_OfRound).round
    except (msgspec.DecodeError, UnicodeDecodeError):
        found = ""
    if found != name:
        raise OutputError(
            f"{path} holds what is not of the round {name}: move it away, and close again."
        )


def _annotation(
    round_: Round, clause: RoundClause, decision: Vote, votes: tuple[Vote, ...]
) -> Decision:
    return Decision(
        law=clause.law, sha256=clause.sha256, **_decided(round_, clause, decision, votes)
    )


def _written(
    round_: Round, clause: RoundClause, decision: Vote, votes: tuple[Vote, ...]
) -> DecidedClause:
    return DecidedClause(
        text=clause.text,
        heading=clause.heading,
        lead_in=clause.lead_in,
        path=clause.path,
        law=clause.title,
        **_decided(round_, clause, decision, votes),
    )


def _decided(
    round_: Round, clause: RoundClause, decision: Vote, votes: tuple[Vote, ...]
) -> dict[str, Any]:
    """What both kinds of record hold: the decision and where it comes from."""
    return {
        "number": clause.number,
        "label": decision.label,
        "issues": decision.issues,
        "annotators": _who(decision, votes),
        "round": round_.name,
        "votes": votes,
    }


def _who(decision: Vote, votes: tuple[Vote, ...]) -> tuple[str, ...]:
    """Those who voted, and the adjudicator where there was one."""
    voters = [vote.annotator for vote in votes]
    adjudicator = [decision.annotator] if decision.annotator not in ("", *voters) else []
    return (*voters, *adjudicator)
