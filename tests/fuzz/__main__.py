"""``python -m tests.fuzz``: annotate what nobody would write, and report what breaks.

Each fault is printed with the smallest file that shows it, which is also written to ``work/fuzz``:
its name, a line break, its bytes. ``--again FILE`` tries such a file once more.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import click

from tests.fuzz import campaign, real
from tests.fuzz.campaign import Fault, Tally
from tests.fuzz.properties import NETWORK

_FOUND = Path("work") / "fuzz"


@click.command()
@click.option("--examples", "-n", default=5_000, show_default=True, help="How many files to try.")
@click.option("--seed", default=0, show_default=True, help="The same seed tries the same files.")
@click.option("--workers", default=2, show_default=True, help="Processes, a core each.")
@click.option("--laws", multiple=True, help="A folder of real laws to splice, beside our samples.")
@click.option("--again", type=click.Path(exists=True, path_type=Path), help="A file of work/fuzz.")
@click.option(
    "--network", default=10, show_default=True, help="One file of so many is read by the network."
)
def main(
    examples: int,
    seed: int,
    workers: int,
    laws: tuple[str, ...],
    again: Path | None,
    network: int,
) -> None:
    """Try so many files on the whole program; the status is 1 where one broke it."""
    if again is not None:
        from tests.fuzz.properties import minimal

        click.echo(minimal(again))
        return
    os.environ[real.FOLDERS] = ":".join(laws)
    os.environ[NETWORK] = str(network)
    began, told = time.monotonic(), 0.0
    tally = Tally()
    for tally in campaign.run(examples, seed, workers):
        if time.monotonic() - told > 20:
            told = time.monotonic()
            click.echo(f"{told - began:6.0f} s  {_line(tally)}", err=True)
    for fault in tally.faults.values():
        _report(fault, tally.met[fault.place])
    _summary(tally, time.monotonic() - began, seed)
    sys.exit(1 if tally.faults else 0)


def _line(tally: Tally) -> str:
    return (
        f"{tally.total:,} files, {sum(tally.met.values()):,} broke it in {len(tally.faults)} ways"
    )


def _report(fault: Fault, times: int) -> None:
    _FOUND.mkdir(parents=True, exist_ok=True)
    name = "".join(mark if mark.isalnum() else "-" for mark in fault.place)
    path = _FOUND / f"{name}.case"
    path.write_bytes(fault.file.name.encode() + b"\n" + fault.file.data)
    click.echo(f"\n{fault.place}  ({times:,} times, first by {fault.strategy})")
    click.echo(f"  {fault.says}")
    click.echo(f"  {fault.file.name}: {_short(fault.file.data)}")
    click.echo(f"  {path}")


def _short(data: bytes) -> str:
    shown = repr(data[:600].decode("utf-8", errors="backslashreplace"))
    return shown if len(data) <= 600 else f"{shown} ... {len(data):,} bytes"


def _summary(tally: Tally, seconds: float, seed: int) -> None:
    parts = ", ".join(f"{count:,} {name}" for name, count in tally.examples.most_common())
    click.echo(
        f"\n{tally.total:,} files from seed {seed}: {parts}.\n"
        f"{tally.refused:,} refused with a sentence; {tally.clauses:,} clauses, "
        f"{tally.proposals:,} amendments, {tally.gaps:,} gaps, {tally.notes:,} notes on drafting.\n"
        f"{seconds:,.0f} seconds, {1000 * tally.seconds / max(tally.total, 1):.0f} ms a file; "
        f"the slowest took {tally.slowest:.1f} s"
        + (f" for {len(tally.slowest_file.data):,} bytes.\n" if tally.slowest_file else ".\n")
        + ("Nothing broke." if not tally.faults else f"Broke in {len(tally.faults)} ways.")
    )


if __name__ == "__main__":
    main()
