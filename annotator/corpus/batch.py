"""A batch of laws annotated and kept: what the workers of every engine do, one batch at a time."""

from __future__ import annotations

import time
from collections.abc import Sequence

from msgspec.structs import asdict

from annotator.corpus.apart import Watched
from annotator.corpus.rows import LawRef, Refusal, no_rows
from annotator.corpus.store import CorpusStore
from annotator.corpus.told import CorpusJob, LawDone
from annotator.schema import Struct

#: Laws of a batch.
_USUAL = 8


class LawTold(Struct, frozen=True):
    """What the log says of a law that was annotated; ``seconds`` by the clock."""

    law: str
    path: str
    seconds: float
    clauses: int


class BatchDone(Struct, frozen=True):
    """What became of a batch: its part, its laws, and those refused."""

    part: str
    laws: tuple[LawTold, ...]
    refused: tuple[Refusal, ...]
    seconds: float


class AnnotateBatch:
    """Annotates batches of laws, each of which becomes one part of the corpus.

    It holds one process with the pipeline, in one thread, which lives through all batches unless a
    law ends it; so an engine starts as many of these as it has cores to give. A batch may be done
    twice, here or elsewhere: it writes the same files.

    Args:
        job: what is done with every law.
    """

    def __init__(self, job: CorpusJob) -> None:
        self._job = job
        self._store = CorpusStore(job.out)
        self._watched = Watched(job)

    def __call__(self, batch: Sequence[LawRef]) -> BatchDone:
        """Annotate the laws of a batch, and write what was found.

        Raises:
            OutputError: it cannot be written.
            AnnotatorError: no process can load the pipeline.
        """
        start = time.perf_counter()
        rows, laws, refused = no_rows(), [], []
        for ref in batch:
            became = self._watched.annotate(ref)
            if isinstance(became, LawDone):
                for table, more in became.rows.items():
                    rows[table] += more
                clauses = became.rows["laws"][0]["clauses"]
                laws.append(
                    LawTold(
                        law=ref.law,
                        path=ref.path,
                        seconds=round(became.seconds, 3),
                        clauses=clauses,
                    )
                )
            else:
                refused.append(
                    Refusal(law=ref.law, path=ref.path, kind=became.kind, reason=became.reason)
                )
        rows["refused"] = [asdict(one) for one in refused]
        part = self._store.write((ref.law for ref in batch), rows)
        return BatchDone(
            part=part,
            laws=tuple(laws),
            refused=tuple(refused),
            seconds=time.perf_counter() - start,
        )

    @property
    def is_closed(self) -> bool:
        """Whether it has been closed, so that no batch can be done any more."""
        return self._watched.is_closed

    def close(self) -> None:
        """End the process. Another thread may do so, whatever is being done."""
        self._watched.close()


def batches(laws: Sequence[LawRef], size: int) -> list[tuple[LawRef, ...]]:
    """The laws in their order, cut into batches of ``size``.

    What a run that was stopped has left to do is cut into the same batches: it did whole ones.
    """
    return [tuple(laws[at : at + size]) for at in range(0, len(laws), size)]


def usual_size(laws: int) -> int:
    """How many laws a batch has where nobody says: few, if there are few, so that no worker idles.

    It hangs on the laws alone: the same laws become the same parts on any machine.

    >>> usual_size(2), usual_size(30), usual_size(1000)
    (1, 3, 8)
    """
    return max(1, min(_USUAL, laws // _USUAL))
