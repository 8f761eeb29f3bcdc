"""A new round: its clauses chosen, its projects planned, and kept before anything is sent."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from annotator.errors import RoundError, UsageError
from annotator.published import read_laws
from annotator.rounds.gathering import Embed, Opinion, decisions, gather, gold_in, taken
from annotator.rounds.gold import draw
from annotator.rounds.manifest import Asked, Gold, Round
from annotator.rounds.opening import planned
from annotator.rounds.request import RoundRequest
from annotator.rounds.store import Store
from annotator.schema import Annotation


class Learnt(NamedTuple):
    """What earlier rounds tell of what to ask: see :mod:`annotator.rounds.learning`.

    ``opinion`` is by whose word to choose, ``labelled`` counts what was decided in them by label
    and issue, ``after`` is the last of them.
    """

    opinion: Opinion
    labelled: Mapping[tuple[str, str], int]
    after: str


def plan(
    store: Store,
    laws: Sequence[Annotation],
    request: RoundRequest,
    *,
    embed: Embed,
    corpora: Path,
    url: str,
    assisted: bool,
    assigned: bool = False,
    gold: Mapping[str, Gold] | None = None,
    learnt: Learnt | None = None,
) -> Round:
    """Choose the clauses of a new round out of ``laws``, and keep it.

    Args:
        store: where rounds are kept.
        laws: annotated; one at least.
        request: what is asked of the round.
        embed: gives the encoder's states of clauses.
        corpora: the repository's folder of that name; what is decided there is not chosen again.
        url: the server on which the round will be.
        assisted: whether annotators are shown the classifier's labels.
        assigned: whether the server shows members only what is assigned to them.
        gold: decided clauses by their hashes, of which to mix in as many as the request says.
        learnt: what the votes of earlier rounds tell, by which to choose.

    Raises:
        RoundError: the laws hold no clause that is not decided, or none of the gold.
    """
    standing = gold_in(laws, gold) if gold else {}
    if gold and request.gold and not standing:
        raise RoundError(
            f"None of the {len(gold)} decided clauses stands in these laws: gold is mixed in where "
            "members cannot tell it, so name the laws that it is of, too."
        )
    drawn = {digest: standing[digest] for digest in draw(standing, request.gold, request.seed)}
    published = corpora / "laws.yaml"
    gathered = gather(
        laws,
        request,
        embed=embed,
        published=read_laws(published).values() if published.exists() else (),
        decided=decisions(corpora),
        taken=taken(store, corpora, but=request.name),
        gold=drawn,
        opinion=learnt and learnt.opinion,
        labelled=learnt and learnt.labelled,
    )
    model, clauses = laws[0].model, gathered.clauses
    return store.write(
        Round(
            name=request.name,
            url=url,
            opened=datetime.now(UTC).isoformat(timespec="seconds"),
            seed=request.seed,
            overlap=request.overlap,
            assisted=assisted,
            annotators=request.annotators,
            model=f"{model.name} {model.version}",
            clauses=clauses,
            projects=planned(
                request.name,
                secrets.token_hex(4),
                request.annotators,
                clauses,
                assigned=assigned,
            ),
            votes=request.votes,
            countries=request.countries,
            asked=Asked(
                size=request.size,
                at_random=request.shares.random,
                laws=tuple(law.law.sha256 for law in laws),
                left_out=gathered.left_out,
                sources=tuple(str(Path(law.law.source).absolute()) for law in laws),
                gold=request.gold,
            ),
            after=learnt.after if learnt else "",
        )
    )


def unpublished(round_: Round) -> list[str]:
    """Titles of the laws that ``corpora/laws.yaml`` lacks: they will be closed with their text."""
    return sorted({clause.title for clause in round_.to_decide if not clause.law})


def fewer(round_: Round) -> str:
    """Why the round has fewer clauses than were asked for; empty where it has as many."""
    asked, there = round_.asked, len(round_.to_decide)
    if asked is None or there >= asked.size:
        return ""
    whole = there + sum(asked.left_out.values())
    words = f"{there} clauses instead of the {asked.size} asked for: the laws hold {whole}"
    reasons = [f"{count} {why}" for why, count in asked.left_out.items()]
    return f"{words}, of which {', '.join(reasons)}." if reasons else f"{words}."


def must_be_as_asked(
    round_: Round,
    request: RoundRequest,
    given: Collection[str],
    laws: Sequence[str],
    *,
    assisted: bool,
) -> None:
    """See to it that a round that is there is the one that is asked for.

    Args:
        round_: the round.
        request: what is asked for.
        given: the names of the options that were given; the others are not compared.
        laws: the SHA-256 of the files of the laws, where any were named.
        assisted: whether suggestions are asked for.

    Raises:
        UsageError: it is another; its name must not hide that.
    """
    there: dict[str, object] = {
        "annotators": _names(round_, round_.annotators),
        "overlap": round_.overlap,
        "votes": round_.votes,
        "country": _of_countries(round_, round_.countries),
        "seed": round_.seed,
        "assisted": round_.assisted,
    }
    wanted: dict[str, object] = {
        "annotators": _names(round_, request.annotators),
        "overlap": request.overlap,
        "votes": request.votes,
        "country": _of_countries(round_, request.countries),
        "seed": request.seed,
        "assisted": assisted,
    }
    if round_.asked is not None:
        asked = round_.asked
        there |= {"size": asked.size, "at_random": asked.at_random, "gold_size": asked.gold}
        wanted |= {
            "size": request.size,
            "at_random": request.shares.random,
            "gold_size": request.gold,
        }
    others = [
        f"--{name.replace('_', '-')} {there[name]} (not {wanted[name]})"
        for name in there
        if name in given and there[name] != wanted[name]
    ]
    if laws and round_.asked is not None and set(laws) != set(round_.asked.laws):
        others.append("other laws")
    if others:
        raise UsageError(
            f"There is a round {round_.name} already, with {', '.join(others)}: go on with it by "
            f"`annotate rounds open --name {round_.name}` alone, or take another name."
        )


def _names(round_: Round, annotators: Collection[str]) -> str:
    """As in *ana,ben*, without those who joined the round after it was asked for."""
    return ",".join(one for one in annotators if one not in round_.joined)


def _of_countries(round_: Round, countries: Mapping[str, str]) -> str:
    """As in *KE=ana,ben TN=cleo*, without those who joined the round after it was asked for."""
    users: dict[str, list[str]] = {}
    for user, code in sorted(countries.items()):
        if user in round_.joined:
            continue
        users.setdefault(code, []).append(user)
    return " ".join(f"{code}={','.join(users[code])}" for code in sorted(users)) or "none"
