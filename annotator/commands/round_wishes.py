"""What a coordinator asks of a new round, from the options given to a round chosen and kept."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.errors import UsageError

if TYPE_CHECKING:
    from annotator.rounds.gathering import Wish
    from annotator.rounds.manifest import Round
    from annotator.rounds.selection import Shares
    from annotator.rounds.store import Store
    from annotator.schema import Annotation


def new_round(
    store: Store, laws: tuple[str, ...], wish: Wish, corpora: Path, url: str, *, assisted: bool
) -> Round:
    """Choose the clauses of a new round, and keep it before anything is sent."""
    import secrets

    from annotator import load
    from annotator.published import read_laws
    from annotator.rounds.gathering import decisions, gather, taken
    from annotator.rounds.manifest import Round
    from annotator.rounds.opening import planned

    if not laws or not wish.annotators:
        raise UsageError("Name the laws, and the annotators with --annotators ana,ben,cleo.")
    annotations = [_annotated(law) for law in laws]
    published = corpora / "laws.yaml"
    clauses = gather(
        annotations,
        wish,
        embed=load().get_pipe("clause_classifier").embed,  # type: ignore[attr-defined]
        published=read_laws(published).values() if published.exists() else (),
        decided=decisions(corpora),
        taken=taken(store, corpora, but=wish.name),
    )
    for title in sorted({clause.title for clause in clauses if not clause.law}):
        click.echo(
            f"{title} is not in {published}: its clauses will be closed with their text. To keep "
            "it out of the corpora, add the law there first.",
            err=True,
        )
    model = annotations[0].model
    return store.write(
        Round(
            name=wish.name,
            url=url,
            opened=datetime.now(UTC).isoformat(timespec="seconds"),
            seed=wish.seed,
            overlap=wish.overlap,
            assisted=assisted,
            annotators=wish.annotators,
            model=f"{model.name} {model.version}",
            clauses=clauses,
            projects=planned(wish.name, secrets.token_hex(4), wish.annotators, clauses),
        )
    )


def _annotated(name: str) -> Annotation:
    from annotator import annotate, read
    from annotator.progress import bar

    source = read(name)
    with bar(source) as progress:
        return annotate(source, proposals=False, progress=progress)


def names(annotators: str) -> tuple[str, ...]:
    """User names between commas, each once."""
    return tuple(dict.fromkeys(name.strip() for name in annotators.split(",") if name.strip()))


def overlap_of(overlap: str) -> float:
    """``all``, or a share between 0 and 1.

    Raises:
        UsageError: it is neither.
    """
    try:
        share = 1.0 if overlap == "all" else float(overlap)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise UsageError(f"--overlap {overlap}: say `all`, or a share such as 0.25.")
    return share


def shares(at_random: float) -> Shares:
    """What is not drawn at random, two parts for doubt, one for rare kinds, one for variety."""
    from annotator.rounds.selection import Shares

    if not 0 <= at_random <= 1:
        raise UsageError(f"--at-random {at_random}: say a share between 0 and 1.")
    rest = 1 - at_random
    return Shares(random=at_random, uncertain=rest / 2, rare=rest / 4)
