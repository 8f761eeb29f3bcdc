"""A new round: its clauses chosen, its projects planned, and kept before anything is sent."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from annotator.published import read_laws
from annotator.rounds.gathering import Embed, decisions, gather, taken
from annotator.rounds.manifest import Round
from annotator.rounds.opening import planned
from annotator.rounds.request import RoundRequest
from annotator.rounds.store import Store
from annotator.schema import Annotation


def plan(
    store: Store,
    laws: Sequence[Annotation],
    request: RoundRequest,
    *,
    embed: Embed,
    corpora: Path,
    url: str,
    assisted: bool,
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

    Raises:
        RoundError: the laws hold no clause that is not decided.
    """
    published = corpora / "laws.yaml"
    clauses = gather(
        laws,
        request,
        embed=embed,
        published=read_laws(published).values() if published.exists() else (),
        decided=decisions(corpora),
        taken=taken(store, corpora, but=request.name),
    )
    model = laws[0].model
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
            projects=planned(request.name, secrets.token_hex(4), request.annotators, clauses),
        )
    )


def unpublished(round_: Round) -> list[str]:
    """Titles of the laws that ``corpora/laws.yaml`` lacks: they will be closed with their text."""
    return sorted({clause.title for clause in round_.clauses if not clause.law})
