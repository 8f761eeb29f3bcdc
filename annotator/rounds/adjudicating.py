"""A second project with the disagreements of a round, every vote and comment shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from annotator.decisions import Vote
from annotator.errors import RoundError
from annotator.progress import Progress
from annotator.rounds.doccano.client import Server
from annotator.rounds.guidelines import shown
from annotator.rounds.importing import Page
from annotator.rounds.lacking import lacking, listed
from annotator.rounds.manifest import Project, Round, RoundClause
from annotator.rounds.opening import fill, make, with_project
from annotator.rounds.page import page_of
from annotator.rounds.store import Store
from annotator.rounds.suggesting import suggest
from annotator.rounds.votes import (
    Answers,
    Pulled,
    comments_by_clause,
    disagreements,
    wavering,
)
from annotator.rounds.weighing import majority
from annotator.schema import ISSUES


def adjudicate(
    server: Server,
    store: Store,
    round_: Round,
    user: str,
    *,
    guidelines: Path,
    tokens: Mapping[str, str],
    tell: Progress,
) -> Round:
    """Put what members disagree on before ``user``; run again, it adds what has come since.

    Where ``tokens`` has theirs, they find the label of most members set, with the issues that most
    raised, and confirm or correct it.

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
    project = make(server, project, shown(guidelines), f"Round {round_.name}: disagreements")
    round_ = store.write(msgspec.structs.replace(round_, projects=(*round_.annotating, project)))
    rows = fill(server, round_, project, _page(pulled), tell)
    if user in tokens:
        most = {id_: names for id_ in clauses if (names := of_most(pulled.by_clause.get(id_, ())))}
        for done in suggest(server, project, rows, most, round_.judges(project), tokens, tell):
            round_ = with_project(store, round_, done)
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


def _page(pulled: Pulled) -> Page:
    """What the adjudicator reads: the clause, and under it each vote and comment."""
    comments = comments_by_clause(pulled)
    weighed = pulled.weighed.by_clause() if pulled.weighed else {}

    def page(clause: RoundClause) -> str:
        own = pulled.answers.get(clause.id, Answers())
        written = {name: [said] for name, said in _words(own).items()}
        for name, text in comments.get(clause.id, ()):
            written.setdefault(name, [f"{name} said"]).append(f"“{text}”")
        said = (" ".join(words) for words in written.values())
        return page_of(clause, votes=[*said, *_weighed(clause.id)])

    def _weighed(id_: str) -> Iterator[str]:
        if id_ in weighed:
            likely = f"{weighed[id_].label} ({weighed[id_].probability:.0%} likely)"
            yield f"weighed by who is how reliable: {likely}"

    return page


def _words(answers: Answers) -> dict[str, str]:
    """What each member answered, as a sentence."""
    said = {
        one.annotator: f"{one.annotator} said "
        + ": ".join((one.label, ", ".join(one.issues))).rstrip(": ")
        for one in answers.votes
    }
    said |= {raw.annotator: f"{raw.annotator} was {wavering(raw)}" for raw in answers.unsure}
    return said | {raw.annotator: f"{raw.annotator} skipped it" for raw in answers.skipped}


def of_most(votes: Sequence[Vote]) -> tuple[str, ...]:
    """The labels that most gave a clause, the deciding one last; none where no label has most.

    Issues are counted among those who gave that label.

    >>> of_most([Vote(annotator="a", label="blind", issues=("search",)),
    ...          Vote(annotator="b", label="blind", issues=("search", "health")),
    ...          Vote(annotator="c", label="neutral")])
    ('search', 'blind')
    """
    label = majority(votes) if votes else None
    if label is None:
        return ()
    same = [vote for vote in votes if vote.label == label]
    raised = Counter(issue for vote in same for issue in vote.issues)
    return (*(issue for issue in ISSUES if 2 * raised[issue] > len(same)), label)
