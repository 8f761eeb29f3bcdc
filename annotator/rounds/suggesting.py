"""Labels as suggestions, under each annotator's own account.

doccano shows an uploader's labels to nobody else, so they must be the annotator's own. A clause on
which the annotator has set anything is left alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import msgspec

from annotator.progress import Progress
from annotator.rounds.doccano.client import Server
from annotator.rounds.manifest import Project

#: Clauses after which the manifest takes note of what was suggested.
_BATCH = 50


def suggest(
    server: Server,
    project: Project,
    rows: Mapping[str, int],
    suggested: Mapping[str, Sequence[str]],
    judges: Mapping[str, Collection[str]],
    tokens: Mapping[str, str],
    tell: Progress,
) -> Iterator[Project]:
    """Set labels for those who judge a clause of a project where it has none from them.

    Args:
        server: the coordinator's connection.
        project: the project.
        rows: the server's id of each clause.
        suggested: the labels of each clause, the deciding one last; clauses that it lacks get none,
            and those of other projects are left aside.
        judges: the members who judge each clause there.
        tokens: of the members.
        tell: told how far it is.

    Yields:
        the project after every few clauses, with those that are done.
    """
    types = server.label_types(project.id)
    wanted = {
        id_: [types[name] for name in suggested[id_]] for id_ in project.clauses if id_ in suggested
    }
    own = {name: Server(server.url, token=tokens[name]) for name in project.members}
    left = [id_ for id_ in wanted if id_ not in set(project.suggested)]
    done = [*project.suggested]
    for start in range(0, len(left), _BATCH):
        batch = left[start : start + _BATCH]

        def give(name: str, batch: list[str] = batch) -> None:
            for id_ in (one for one in batch if name in judges[one]):
                _set(own[name], project.id, rows[id_], wanted[id_])

        with ThreadPoolExecutor(len(own)) as pool:
            list(pool.map(give, own))
        done += batch
        tell("suggesting labels", len(done), len(wanted))
        yield msgspec.structs.replace(project, suggested=tuple(done))


def _set(server: Server, project: int, row: int, wanted: list[int]) -> None:
    """Set the labels, the deciding one last: where it lacks, an attempt was stopped half-way."""
    there = set(server.labels(project, row))
    if not there <= set(wanted[:-1]):
        return
    for label in wanted:
        if label not in there:
            server.set_label(project, row, label)
