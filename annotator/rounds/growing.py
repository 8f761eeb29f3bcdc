"""More votes where they are worth most: on clauses that those who were asked have not settled.

Who is asked is written down before the server hears of it, so that the same command goes on where
it stopped: a clause that waits for somebody is not given to yet another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import msgspec

from annotator.errors import RoundError
from annotator.progress import Progress
from annotator.rounds.doccano.client import Server
from annotator.rounds.manifest import Project, Round, RoundClause
from annotator.rounds.opening import need_accounts, put_up_one
from annotator.rounds.store import Store
from annotator.rounds.votes import Answers, Pulled, agreed, standing
from annotator.schema import Struct


class Growth(Struct, frozen=True):
    """The round with those who are asked now; ``asked`` by clause, and ``why``, in a word or two.

    Of ``unasked`` more votes are wanted, and there is nobody whom to ask.
    """

    round: Round
    asked: dict[str, str]
    why: dict[str, str]
    unasked: tuple[str, ...]


def grown(
    round_: Round,
    pulled: Pulled,
    *,
    annotators: Sequence[str] = (),
    countries: Mapping[str, str] = MappingProxyType({}),
    without: Collection[str] = (),
    model_unsure: bool = False,
    assigned: bool = False,
) -> Growth:
    """Ask one more member wherever those who were asked have all answered, and settle nothing.

    Those who have least to judge are asked first.

    Args:
        round_: the round.
        pulled: what was last pulled of it.
        annotators: accounts that may be asked besides its annotators.
        countries: of these, as far as they are known.
        without: members who are not waited for, nor asked; what they have not judged goes to
            others.
        model_unsure: ask once more, too, where members agree and the classifier was unsure.
        assigned: whether the server shows members only what is assigned to them.
    """
    over = {raw.clause for raw in pulled.adjudicated}
    over |= set(round_.adjudicating.clauses if round_.adjudicating else ())
    crowd = tuple(dict.fromkeys((*round_.annotators, *annotators)))
    load = Counter(member for clause in round_.clauses for member in clause.members)
    clauses, asked, whys, unasked = [], {}, {}, []
    for clause in round_.clauses:
        own = pulled.answers.get(clause.id, Answers())
        # Who is not waited for and has not answered makes place for another.
        staying = tuple(one for one in clause.members if one in own.who or one not in without)
        left = msgspec.structs.replace(clause, members=staying)
        why = (
            ""
            if clause.id in over or clause.gold
            else _wanting(round_, left, own, model_unsure=model_unsure)
        )
        others = [one for one in crowd if one not in (*staying, *own.who, *without)]
        if why and others:
            member = min(others, key=lambda one: load[one])
            load[member] += 1
            clause = msgspec.structs.replace(
                clause, members=(*staying, member), grown=(*clause.grown, member)
            )
            asked[clause.id], whys[clause.id] = member, why
        elif why:
            unasked.append(clause.id)
        clauses.append(clause)
    taking_part = tuple(one for one in crowd if one in {*round_.annotators, *asked.values()})
    round_ = msgspec.structs.replace(
        round_,
        clauses=tuple(clauses),
        annotators=taking_part,
        countries={
            one: code
            for one, code in {**countries, **round_.countries}.items()
            if one in taking_part
        },
        projects=_projects(round_, asked, assigned=assigned),
    )
    return Growth(round=round_, asked=asked, why=whys, unasked=tuple(unasked))


def _wanting(round_: Round, clause: RoundClause, answers: Answers, *, model_unsure: bool) -> str:
    """Why one more member should judge a clause; empty where none should."""
    how = standing(round_, clause, answers)
    if how == "waiting":
        return ""
    if how == "short":
        return "skipped" if answers.skipped else "unsure" if answers.unsure else "not judged"
    if not _settled(answers):
        return "unsure" if how == "divided" and answers.unsure else "not agreed on"
    doubtful = model_unsure and clause.suggestion.review and not clause.grown
    return "unsure for the classifier" if doubtful else ""


def _settled(answers: Answers) -> bool:
    """Whether more than half of those who answered say the same."""
    label, count = Counter(vote.label for vote in answers.votes).most_common(1)[0]
    same = [vote for vote in answers.votes if vote.label == label]
    answered = len(answers.votes) + len(answers.unsure)
    return 2 * count > answered and agreed(same) is not None


def _projects(round_: Round, asked: Mapping[str, str], *, assigned: bool) -> tuple[Project, ...]:
    """The projects in which those asked find their clauses: shared where the server assigns."""
    projects = {one.tag: one for one in round_.projects}
    base = ":".join(round_.annotating[0].tag.split(":")[:3])
    for id_, member in asked.items():
        tag = base if assigned and base in projects else f"{base}:{member}"
        there = projects.get(tag, Project(tag=tag, purpose="annotate", members=(), clauses=()))
        projects[tag] = msgspec.structs.replace(
            there,
            members=tuple(dict.fromkeys((*there.members, member))),
            clauses=tuple(dict.fromkeys((*there.clauses, id_))),
            # In a shared project others have been given suggestions on it, and this member not.
            suggested=tuple(one for one in there.suggested if one != id_),
        )
    return tuple(sorted(projects.values(), key=lambda one: one.purpose == "adjudicate"))


def grow(
    server: Server,
    store: Store,
    growth: Growth,
    *,
    guidelines: Path,
    tokens: Mapping[str, str],
    tell: Progress,
) -> Round:
    """Keep a round that has grown, and bring what it has more onto the server.

    The arguments are as those of :func:`annotator.rounds.opening.put_up`.

    Raises:
        RoundError: somebody who is asked has no account, or the server fails.
    """
    round_ = growth.round
    if round_.state != "open":
        raise RoundError(
            f"The round was not opened to the end: run `annotate rounds open --name {round_.name}`."
        )
    now = set(growth.asked.values())
    need_accounts(server, sorted(now), tokens if round_.assisted else None)
    held = {project.tag: project.clauses for project in store.read(round_.name).projects}
    longer = [one for one in round_.annotating if one.clauses != held.get(one.tag)]
    store.write(round_)
    pulled = store.votes(round_.name)
    # Where clauses come, the last page goes behind them anew, and nobody has confirmed that.
    unfinished = {member for project in longer for member in project.members}
    finished = tuple(one for one in pulled.finished if one not in unfinished)
    store.write_votes(round_.name, msgspec.structs.replace(pulled, finished=finished))
    ever = {member for clause in round_.clauses for member in clause.grown}
    for project in (one for one in round_.annotating if ever & set(one.members)):
        round_ = put_up_one(
            server, store, round_, project, guidelines=guidelines, tokens=tokens, tell=tell
        )
    return round_
