"""Taking a round off the server."""

from __future__ import annotations

import msgspec

from annotator.rounds.doccano.client import Server
from annotator.rounds.manifest import Round
from annotator.rounds.store import Store


def delete(server: Server, store: Store, round_: Round) -> None:
    """Delete the round's projects; where nothing was pulled of it, the round as well.

    A project whose making was never answered is found by its tag.

    Raises:
        RoundError: the server fails; what is deleted by then stays so.
    """
    for project in round_.projects:
        there = project.id or server.project(project.tag)
        if there:
            server.delete_project(there)
    if store.votes(round_.name).is_empty:
        store.remove(round_.name)
        return
    store.write(
        msgspec.structs.replace(
            round_,
            state="closed" if round_.state == "closed" else "deleted",
            projects=tuple(msgspec.structs.replace(one, id=0) for one in round_.projects),
        )
    )
