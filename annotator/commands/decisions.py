"""``annotate decisions``: what a drafter made of our changes in a Word document."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.commands import options


@click.command()
@click.argument("file")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the decisions to FILE, as JSON, and print nothing.",
)
@click.option(
    "--law",
    metavar="LAW",
    help="The law that was annotated: FILE is refused if it was made of another version.",
)
@options.list_format
def decisions(file: str, output: Path | None, law: str | None, kind: str) -> None:
    """Say what a drafter decided on the amendments in a Word document.

    FILE is a .docx that annotate made, as it came back: some changes accepted, rejected or edited.
    """
    from annotator.commands.streams import complain
    from annotator.commands.views import verdicts
    from annotator.files import refuse_inputs, replacing
    from annotator.returned.reading import decisions_of
    from annotator.rulings import to_json

    if output is not None:
        refuse_inputs(output, [file, *([law] if law else [])])
    found = decisions_of(file, law or "")
    for note in found.notes:
        complain(note)
    if output is not None:
        with replacing(output, "wb") as out:
            out.write(to_json(found))
    elif kind == "json":
        click.echo(to_json(found).decode(), nl=False)
    else:
        click.echo(verdicts.listing(found), nl=False)
