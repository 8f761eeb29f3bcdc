"""A run over a corpus: what is left to do, done by an engine, and what is said of it at the end."""

from __future__ import annotations

import csv
import hashlib
import io
import time
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from annotator import __version__
from annotator.corpus.batch import BatchDone, batches
from annotator.corpus.listing import Listing
from annotator.corpus.rows import LawRef, Refusal
from annotator.corpus.runs import RunLog
from annotator.corpus.schema import Table
from annotator.corpus.store import CorpusInfo, CorpusStore
from annotator.corpus.told import CorpusJob
from annotator.errors import UsageError
from annotator.library.country import files_of
from annotator.one_line import counted
from annotator.pipeline import pipeline_name
from annotator.schema import Struct
from annotator.writers.as_csv import guarded

#: Does batches of laws, and says of each what became of it; closed, it stops.
Engine = Callable[[CorpusJob, Sequence[Sequence[LawRef]]], Generator[BatchDone]]

_REFUSED = "refused.csv"


class RunDone(Struct, frozen=True):
    """What the corpus holds at the end of a run: laws, their clauses, and the files refused."""

    laws: int
    clauses: int
    refused: tuple[Refusal, ...]


def info_of(job: CorpusJob) -> CorpusInfo:
    """What a corpus says of how it was made: all that its results depend on, besides the laws.

    Raises:
        ModelError: there is no pipeline.
        LibraryError: there is no library in the folder.
    """
    options: dict[str, str | bool] = {
        "all": job.everything,
        "all_proposals": job.all_proposals,
        "exact": job.exact,
        "jurisdiction": job.jurisdiction,
        "library": _digest_of_library(Path(job.library)) if job.library else "",
    }
    return CorpusInfo(program=__version__, pipeline=pipeline_name(), options=options)


def refuse_otherwise_made(store: CorpusStore, info: CorpusInfo) -> None:
    """See to it that the corpus, if there is one, may be added to.

    Raises:
        UsageError: it was made in another way, or is none.
    """
    store.refuse_others()
    known = store.info()
    if known is not None and known != info:
        raise UsageError(
            f"{store.out} was made {_difference(known, info)}: name another folder, or begin anew "
            "with --fresh."
        )


def left_to_do(
    store: CorpusStore, listing: Listing, *, changed: bool, retry: bool
) -> tuple[LawRef, ...]:
    """The laws that are not in the corpus, in their order.

    Args:
        store: of the corpus. What it says of a law whose file has another text now is taken out;
            of the others it says where else their bytes lie now.
        listing: the laws that are meant.
        changed: whether files may have changed since.
        retry: whether files that were refused are tried again.

    Raises:
        UsageError: a file has changed since.
    """
    laws, refused = _places(store, "laws"), _places(store, "refused")
    held = laws | refused
    outdated = _outdated(held, listing)
    files = set().union(*outdated.values())
    if files and not changed:
        raise UsageError(
            f"{counted(len(files), 'file')} changed since {store.out} was made, first "
            f"{min(files)}: bring it up to date with --changed, or begin anew with --fresh."
        )
    # Even where a copy keeps the former text: its row names this file.
    gone = {law for law, places in outdated.items() if held[law][0] in places}
    if retry:
        gone |= refused.keys() & {ref.law for ref in listing.laws}
    if gone:
        store.take_out(gone)
    store.put_copies(_copies(laws, outdated, listing))
    done = store.done()
    return tuple(ref for ref in listing.laws if ref.law not in done)


def done_by(
    engine: Engine,
    store: CorpusStore,
    job: CorpusJob,
    laws: Sequence[LawRef],
    size: int,
    **about: object,
) -> Generator[BatchDone]:
    """Have an engine do the laws, in batches of ``size``, each of which is logged when it is done.

    Args:
        engine: that does them.
        store: of the corpus.
        job: what is done with every law.
        laws: that are left to do.
        size: of a batch.
        about: the run, for the log.

    Raises:
        AnnotatorError: nothing can be written, or no process can load the pipeline.
    """
    start = time.perf_counter()
    with RunLog(store) as log:
        log.add("start", laws=len(laws), **about)
        with closing(engine(job, batches(laws, size))) as parts:
            for done in parts:
                log.add(
                    "batch",
                    part=done.part,
                    seconds=round(done.seconds, 3),
                    laws=done.laws,
                    refused=done.refused,
                )
                yield done
        log.add("end", seconds=round(time.perf_counter() - start, 3))


def finished(store: CorpusStore, unread: Iterable[Refusal]) -> RunDone:
    """What the corpus now holds; the files refused are listed in a table beside it.

    Args:
        store: of the corpus.
        unread: files that this run could not even read.
    """
    rows = store.read("refused").to_pylist()
    refused = sorted((*(Refusal(**row) for row in rows), *unread), key=lambda one: one.path)
    table = io.StringIO(newline="")
    out = csv.writer(table)
    out.writerow(["path", "kind", "reason", "law"])
    for one in refused:
        out.writerow(map(guarded, (one.path, one.kind, one.reason, one.law)))
    store.put(_REFUSED, table.getvalue().encode())
    clauses = store.read("laws", ["clauses"])["clauses"].to_pylist()
    return RunDone(laws=len(clauses), clauses=sum(clauses), refused=tuple(refused))


def _places(store: CorpusStore, table: Table) -> dict[str, list[str]]:
    """By law of a table its places: first that of the file, then those of its copies."""
    columns = ["law", "path", "also_at"] if table == "laws" else ["law", "path"]
    rows = store.read(table, columns).to_pylist()
    return {row["law"]: [row["path"], *(row.get("also_at") or ())] for row in rows}


def _outdated(held: Mapping[str, Sequence[str]], listing: Listing) -> dict[str, set[str]]:
    """By law those of its places at which there is another text now."""
    now = {one.path: one.law for one in listing.seen}
    found = (
        (law, {place for place in places if now.get(place, law) != law})
        for law, places in held.items()
    )
    return {law: places for law, places in found if places}


def _copies(
    laws: Mapping[str, Sequence[str]], outdated: Mapping[str, set[str]], listing: Listing
) -> dict[str, list[str]]:
    """By law the places of its copies, where they are not those that are held of it."""
    meant = {ref.law: (ref.path, *ref.also_at) for ref in listing.laws}
    copies = {
        law: sorted({*others, *meant.get(law, ())} - outdated.get(law, set()) - {path})
        for law, (path, *others) in laws.items()
    }
    return {law: places for law, places in copies.items() if places != laws[law][1:]}


def _digest_of_library(folder: Path) -> str:
    """What a country's own library says, as a checksum: it may lie elsewhere tomorrow."""
    templates, commitments, terms = files_of(folder)
    digest = hashlib.sha256()
    for path in (*templates, commitments, terms):
        if path.is_file():
            digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()


def _difference(known: CorpusInfo, info: CorpusInfo) -> str:
    """In what another way a corpus was made: *by annotate 0.3.0, which is not this one (0.4.0)*."""
    if known.schema != info.schema:
        return f"in form {known.schema} of the tables, and this program writes {info.schema}"
    if known.program != info.program:
        return f"by annotate {known.program}, and this is {info.program}"
    if known.pipeline != info.pipeline:
        return f"by {known.pipeline}, and this is {info.pipeline}"
    names = sorted(
        name.replace("_", "-")
        for name in known.options.keys() | info.options.keys()
        if known.options.get(name) != info.options.get(name)
    )
    return f"with another --{' and --'.join(names)}"
