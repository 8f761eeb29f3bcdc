"""A second project with the disagreements of a round, every vote and comment shown."""

from __future__ import annotations

from pathlib import Path

import msgspec

from annotator.errors import RoundError
from annotator.progress import Progress
from annotator.rounds.doccano.client import Server
from annotator.rounds.importing import Meta, meta_of
from annotator.rounds.lacking import lacking, listed
from annotator.rounds.manifest import Project, Round, RoundClause
from annotator.rounds.opening import fill, make
from annotator.rounds.store import Store
from annotator.rounds.votes import Pulled, comments_by_clause, disagreements, votes_by_clause


def adjudicate(
    server: Server, store: Store, round_: Round, user: str, *, guidelines: Path, tell: Progress
) -> Round:
    """Put what members disagree on before ``user``; run again, it adds what has come since.

    Raises:
        RoundError: nothing is disagreed on, the user has no account, another adjudicates already,
            or the server fails.
    """
    pulled = store.votes(round_.name)
    divided = disagreements(round_, pulled)
    earlier = round_.adjudicating
    if earlier is not None and user not in earlier.members:
        raise RoundError(
            f"{earlier.members[0]} adjudicates round {round_.name} already; name them, or delete "
            "their project on the server and its entry in the manifest."
        )
    clauses = [*(earlier.clauses if earlier else ())]
    clauses += [id_ for id_ in divided if id_ not in clauses]
    if not clauses:
        raise RoundError(_nothing(round_, pulled))
    if user not in server.users():
        raise RoundError(f"The server at {server.url} has no account named {user}: make one there.")
    project = Project(
        tag=round_.annotating[0].tag + ":adjudicate",
        purpose="adjudicate",
        members=(user,),
        clauses=tuple(clauses),
        id=earlier.id if earlier else 0,
    )
    guideline = guidelines.read_text(encoding="utf-8")
    project = make(server, project, guideline, f"Round {round_.name}: disagreements")
    round_ = store.write(msgspec.structs.replace(round_, projects=(*round_.annotating, project)))
    fill(server, round_, project, _shown(pulled), tell)
    return round_


def _nothing(round_: Round, pulled: Pulled) -> str:
    """Why there is nothing to adjudicate: all agree, or too few have judged to disagree."""
    lacks = lacking(round_, pulled)
    if lacks:
        return (
            f"Nothing is disagreed on yet in round {round_.name}, and votes are lacking of "
            f"{listed(lacks)}: have them judge, and pull again."
        )
    return f"All members of round {round_.name} have judged, and agree: nothing to adjudicate."


def _shown(pulled: Pulled) -> Meta:
    """What the adjudicator sees beside a clause: each vote and comment, then where it stands."""
    votes = votes_by_clause(pulled.votes)
    comments = comments_by_clause(pulled)

    def meta(clause: RoundClause) -> dict[str, str]:
        shown = {}
        for vote in votes.get(clause.id, ()):
            own = [text for name, text in comments.get(clause.id, ()) if name == vote.annotator]
            words = f"{vote.label}: {', '.join(vote.issues)}" if vote.issues else vote.label
            shown[f"vote of {vote.annotator}"] = " — ".join([words, *own])
        return shown | meta_of(clause)

    return meta
