"""Taking a round off the server."""

from __future__ import annotations

import msgspec

from annotator.rounds.doccano.client import Server
from annotator.rounds.manifest import Round
from annotator.rounds.store import Store


def delete(server: Server, store: Store, round_: Round) -> None:
    """Delete the round's projects; where nothing was pulled of it, the round as well.

    They are found by their tags: one whose making was never answered has no number, and the number
    of one that is gone may be another's.

    Raises:
        RoundError: the server fails; what is deleted by then stays so.
    """
    for project in round_.projects:
        if there := server.project(project.tag):
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
