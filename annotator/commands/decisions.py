"""``annotate decisions``: what a drafter made of our changes in a Word document."""

from __future__ import annotations

import click


@click.command()
@click.argument("file")
def decisions(file: str) -> None:
    """Say what a drafter decided on the amendments in a Word document.

    FILE is a .docx that annotate made, as it came back: some changes accepted, rejected or edited.
    """
    from annotator.commands.streams import complain
    from annotator.commands.views import verdicts
    from annotator.returned.reading import decisions_of

    found = decisions_of(file)
    for note in found.notes:
        complain(note)
    click.echo(verdicts.listing(found), nl=False)
