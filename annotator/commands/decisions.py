"""``annotate decisions``: what was decided on the amendments of a law."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from annotator.commands import options
from annotator.commands.completion import files

if TYPE_CHECKING:
    from annotator.rulings import Decisions


@click.command()
@click.argument("file", shell_complete=files)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the decisions to FILE, which must be new, as JSON, and print nothing.",
)
@click.option(
    "--law",
    metavar="LAW",
    shell_complete=files,
    help="The law that was annotated: FILE is refused if it was made of another version.",
)
@click.option(
    "--round",
    "round_",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the clauses whose label was corrected or confirmed to FILE (.jsonl), which must be "
    "new, for training.",
)
@options.list_format
def decisions(
    file: str, output: Path | None, law: str | None, round_: Path | None, kind: str
) -> None:
    """Say what a drafter decided on the amendments in a Word document, or on a review page.

    FILE is a .docx that annotate made, as it came back: some changes accepted, rejected or edited.
    An answer to a comment that begins with "false alarm", or with a label, corrects the label. Or
    it is the decisions.json that a review page exported.
    """
    from annotator.commands.streams import complain
    from annotator.commands.views import verdicts
    from annotator.errors import UsageError
    from annotator.files import refuse_existing, refuse_inputs, refuse_twice, replacing
    from annotator.returned.reading import decisions_of
    from annotator.rulings import to_json

    if round_ is not None and law is None and _is_of_page(file):
        raise UsageError(
            f"{file} does not hold the words of the law: for --round, name the law with --law."
        )
    written = [path for path in (output, round_) if path is not None]
    refuse_twice(written)
    for path in written:
        refuse_inputs(path, [file, *([law] if law else [])])
        refuse_existing(path)
    found = decisions_of(file, law or "")
    for note in found.notes:
        complain(note)
    if round_ is not None:
        _write_round(found, law or file, round_)
    if output is not None:
        with replacing(output, "wb") as out:
            out.write(to_json(found))
    elif kind == "json":
        click.echo(to_json(found).decode(), nl=False)
    else:
        click.echo(verdicts.listing(found), nl=False)


def _is_of_page(file: str) -> bool:
    """Whether a file is JSON, as a review page exports it, and no document with the law in it."""
    path = Path(file)
    if not path.is_file():
        return False
    with path.open("rb") as opened:
        return opened.read(64).lstrip().startswith(b"{")


def _write_round(found: Decisions, law: str, path: Path) -> None:
    """Write what is decided of the labels of clauses, and say of how many the words are missing."""
    from annotator.commands.streams import complain
    from annotator.files import replacing
    from annotator.returned.examples import clauses_of, decided, examples

    wanted = decided(found)
    lines = list(examples(found, clauses_of(law), path.stem)) if wanted else []
    with replacing(path, "wb") as out:
        out.writelines(msgspec.json.encode(line) + b"\n" for line in lines)
    if missing := len(wanted) - len(lines):
        complain(
            f"{missing} of {len(wanted)} clauses are not in {path}, since {law} does not have "
            "their words as they were: name the law that was annotated with --law."
        )
