"""The engine for one machine: as many batches at a time as it has room for."""

from __future__ import annotations

import queue
import threading
from collections.abc import Generator, Sequence

import psutil

from annotator.classifier.network import own_cores
from annotator.corpus.batch import AnnotateBatch, BatchDone
from annotator.corpus.rows import LawRef
from annotator.corpus.told import CorpusJob

#: Bytes of memory that a worker wants to have free: the pipeline, and a long law.
_FOR_ONE = 1_200_000_000


def through_pool(
    job: CorpusJob, batches: Sequence[Sequence[LawRef]], workers: int
) -> Generator[BatchDone]:
    """Annotate batches, and say what became of each as soon as it is written.

    Args:
        job: what is done with every law.
        batches: of laws; they are begun in their order.
        workers: how many are done at a time, each in a process of its own.

    Raises:
        AnnotatorError: nothing can be written, or no process can load the pipeline.
    """
    to_do: queue.SimpleQueue[Sequence[LawRef]] = queue.SimpleQueue()
    for batch in batches:
        to_do.put(batch)
    done: queue.SimpleQueue[BatchDone | BaseException | None] = queue.SimpleQueue()
    annotators = [AnnotateBatch(job) for _ in range(min(workers, len(batches)))]
    threads = [
        threading.Thread(target=_work, args=(one, to_do, done), daemon=True) for one in annotators
    ]
    for thread in threads:
        thread.start()
    try:
        at_work = len(threads)
        while at_work:
            one = done.get()
            if one is None:
                at_work -= 1
            elif isinstance(one, BaseException):
                raise one
            else:
                yield one
    finally:
        for annotator in annotators:
            annotator.close()
        for thread in threads:
            thread.join()


def workers_for_this_machine() -> int:
    """How many workers it has room for: one a core, as far as memory goes, and one at least."""
    cores = own_cores()
    real = psutil.cpu_count(logical=False)
    room = int(psutil.virtual_memory().available // _FOR_ONE)
    return max(1, min(cores, real or cores, room))


def _work(
    annotate: AnnotateBatch,
    to_do: queue.SimpleQueue[Sequence[LawRef]],
    done: queue.SimpleQueue[BatchDone | BaseException | None],
) -> None:
    try:
        while not annotate.is_closed:
            done.put(annotate(to_do.get_nowait()))
    except queue.Empty:
        pass
    except BaseException as error:  # it is raised where the batches are asked for
        done.put(error)
    finally:
        annotate.close()
        done.put(None)
