"""``annotate corpus run``: the laws of a country, annotated into tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.commands import options
from annotator.commands.completion import country_codes, files
from annotator.commands.exit_codes import BAD, FAULT
from annotator.commands.streams import complain
from annotator.errors import UsageError
from annotator.one_line import counted as things

if TYPE_CHECKING:
    from annotator.corpus.batch import BatchDone
    from annotator.corpus.listing import Listing
    from annotator.corpus.running import Engine, RunDone

_EPILOG = """\b
Examples:
  annotate corpus run laws/ -o albania --jurisdiction AL
  annotate corpus run 'laws/**/*.pdf' -o out --time-limit 60
  annotate corpus run list.csv -o out
  annotate corpus run s3://laws/al -o s3://results/al
  annotate corpus run laws/ -o albania --changed
  annotate corpus run s3://laws -o s3://results --address head:6379"""


@click.command(epilog=_EPILOG)
@click.argument("laws", nargs=-1, required=True, metavar="LAWS...", shell_complete=files)
@click.option(
    "-o",
    "--output",
    "out",
    required=True,
    metavar="OUT",
    shell_complete=files,
    help="The folder for the tables, or an address such as s3://bucket/folder. What a run that was "
    "stopped has done is there, and the next goes on.",
)
@click.option(
    "--workers",
    type=click.IntRange(1),
    help="How many laws are annotated at a time, each in a process of its own. By default as many "
    "as this machine has cores and memory for; on a cluster, as it has CPUs, but one.",
)
@click.option(
    "--engine",
    type=click.Choice(["pool", "ray"]),
    help="What does it: processes of this machine (pool, the default), or Ray. Both write the same "
    "files.",
)
@click.option(
    "--address",
    default="",
    metavar="HOST:PORT",
    help="The head of a Ray cluster, every node of which finds LAWS and OUT by the same names; "
    "else --engine ray starts a Ray on this machine.",
)
@click.option(
    "--batch-size",
    type=click.IntRange(1, 1_000),
    help="How many laws are written at a time, as one part of the tables; else 8, fewer of fewer "
    "than 64 laws.",
)
@click.option(
    "--time-limit",
    type=click.FloatRange(0, min_open=True),
    default=300.0,
    show_default=True,
    metavar="SECONDS",
    help="A file that takes longer, of a processor's time, or four times as long by the clock, is "
    "refused, and the run goes on.",
)
@click.option(
    "--memory-limit",
    type=click.IntRange(50),
    default=2_000,
    show_default=True,
    metavar="MB",
    help="A file that takes more memory is refused, and the run goes on.",
)
@click.option(
    "--changed",
    is_flag=True,
    help="Bring OUT up to date: run what is new, and anew what has changed since. Files whose size "
    "and date are as they were are not read for it.",
)
@click.option("--retry", is_flag=True, help="Try again the files that were refused.")
@click.option("--fresh", is_flag=True, help="Give up what is in OUT, and begin anew.")
@click.option("--all", "everything", is_flag=True, help="Keep neutral clauses too.")
@click.option("--all-proposals", is_flag=True, help="Keep every amendment that fits.")
@options.library
@click.option(
    "--jurisdiction",
    default="",
    metavar="COUNTRY",
    shell_complete=country_codes,
    help="Whose laws they are, by ISO 3166 code or English name, where a list does not say it; "
    "else read from each law.",
)
@click.option("--exact", is_flag=True, help="Have the network read every clause.")
def run(
    laws: tuple[str, ...],
    out: str,
    workers: int | None,
    engine: str | None,
    address: str,
    batch_size: int | None,
    time_limit: float,
    memory_limit: int,
    changed: bool,
    retry: bool,
    fresh: bool,
    everything: bool,
    all_proposals: bool,
    library: Path | None,
    jurisdiction: str,
    exact: bool,
) -> int:
    """Annotate many laws, and keep what is found as tables (Parquet) in OUT.

    LAWS are files, folders, globs, lists of files (.txt, .csv, .json, .jsonl, with a country and a
    title where you have them) and addresses such as s3://bucket/folder. A run that was stopped, be
    it by a power cut, goes on where it stopped. A file that cannot be read is put down in
    OUT/refused.csv with the reason, and the others go on.
    """
    from contextlib import closing

    from annotator.corpus import running, seen
    from annotator.corpus.batch import usual_size
    from annotator.corpus.listing import listed
    from annotator.corpus.store import CorpusStore
    from annotator.corpus.told import CorpusJob
    from annotator.progress import counted

    job = CorpusJob(
        out=out,
        library=str(library or ""),
        jurisdiction=options.code_of(jurisdiction),
        all_proposals=all_proposals,
        exact=exact,
        everything=everything,
        time_limit=time_limit,
        memory_limit=memory_limit,
    )
    through, about = _engine(engine or ("ray" if address else "pool"), workers, address)
    store, info = CorpusStore(out), running.info_of(job)
    _say_broken(library)
    if not fresh:
        running.refuse_otherwise_made(store, info)
    with counted("looking through the files", "files") as tell:
        known = seen.kept(store) if changed and not fresh else {}
        listing = listed(laws, known, out, tell)
    with running.alone(store):
        if fresh:
            store.clear()
        store.begin(info)
        to_do = running.left_to_do(store, listing, changed=changed, retry=retry)
        seen.keep(store, listing.seen)
        size = batch_size or usual_size(len(listing.laws))
        parts = running.done_by(through, store, job, to_do, size, **about)
        with counted("annotating", "laws") as tell, closing(parts):
            did = 0
            tell(did, len(to_do))
            for done in parts:
                did += len(done.laws) + len(done.refused)
                _say_refused(done)
                tell(did, len(to_do))
        for unread in listing.unread:
            complain(unread.reason)
        end = running.finished(store, listing.unread)
    _say(end, out, len(to_do))
    return _status(end, listing)


def _engine(kind: str, workers: int | None, address: str) -> tuple[Engine, dict[str, object]]:
    """What does the batches, and what the log says of it."""
    from functools import partial

    from annotator.corpus.pool import through_pool, workers_for_this_machine

    if kind == "pool" and address:
        raise UsageError("--address is that of a Ray cluster: leave out --engine pool.")
    # A cluster knows by itself how many it has room for.
    count = workers or (0 if address else workers_for_this_machine())
    about: dict[str, object] = {"by": kind, "workers": count}
    if kind == "pool":
        return partial(through_pool, workers=count), about
    from annotator.corpus.ray_engine import check_ray, through_ray

    check_ray()
    return partial(through_ray, workers=count, address=address), about


def _say_broken(library: Path | None) -> None:
    """Say what of a country's own library is left out; each worker would say it."""
    if library is not None:
        from annotator.library import load_library
        from annotator.library.country import with_country

        for sentence in with_country(load_library(), library).broken:
            complain(sentence)


def _say_refused(done: BatchDone) -> None:
    for refusal in done.refused:
        complain(refusal.reason)


def _say(end: RunDone, out: str, did: int) -> None:
    """Say on one line what there is now, of which this run has done so many."""
    line = f"{things(end.laws, 'law')} with {things(end.clauses, 'clause')} in {out}"
    if end.refused:
        line += f"; {things(len(end.refused), 'file')} refused, see {out}/refused.csv"
    click.echo(f"{line}." if did else f"{line}. Nothing was left to do.")


def _status(end: RunDone, listing: Listing) -> int:
    """The exit status: of files that the user named, and where no law was made of any."""
    meant = {ref.law for ref in listing.laws}
    refused = [one for one in end.refused if one.law in meant or not one.law]
    if meant - {one.law for one in refused}:
        refused = [one for one in refused if one.path in listing.named]
    return max((FAULT if one.kind == "crash" else BAD for one in refused), default=0)
