"""``annotate baseline``, and what ``annotate law.txt --baseline`` makes of its file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.commands import options
from annotator.commands.annotating import annotated
from annotator.commands.completion import files
from annotator.commands.streams import complain
from annotator.files import refuse_inputs
from annotator.schema import Annotation, Finding

if TYPE_CHECKING:
    from annotator.baseline import Comparison, KnownFile


@click.command()
@click.argument("laws", nargs=-1, metavar="LAW...", required=True, shell_complete=files)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    required=True,
    help="Write the baseline to FILE, which gives place if it is one already.",
)
@options.overwriting
@options.library
def baseline(laws: tuple[str, ...], output: Path, overwrite: bool, library: Path | None) -> None:
    """Write down what is found in laws now, so that `--baseline` tells of what is new.

    One file holds several laws: name all that a build looks at. A finding is known by the words of
    its clause and its label, whatever the number of the clause and the name of the file.
    """
    from annotator.baseline import as_json, is_baseline, known_of
    from annotator.files import refuse_others, replacing
    from annotator.request import Request

    refuse_inputs(output, laws)
    if not overwrite:
        refuse_others(output, is_baseline)
    request = Request(library=library)
    known = known_of([annotated(name, request)[1] for name in laws])
    with replacing(output, "wb") as out:
        out.write(as_json(known))
    complain(_summary(output, known))


class Against:
    """The baseline with which the laws of a run are compared; or none, and all is as it is.

    Args:
        comparison: with a baseline.
        name: of its file.
    """

    def __init__(self, comparison: Comparison | None = None, name: str = "") -> None:
        self._comparison = comparison
        self._name = name

    def marked(self, annotation: Annotation) -> Annotation:
        """The annotation with what is known and what is new marked; told once of another reader."""
        if self._comparison is None:
            return annotation
        read_by, self._comparison.model = self._comparison.model, None
        if read_by is not None and read_by != annotation.model:
            now = annotation.model
            complain(
                f"{self._name} was made with {read_by.name} {read_by.version}, and {now.name} "
                f"{now.version} reads now: what it finds besides is new. Write the baseline anew "
                "once you have looked at that."
            )
        return self._comparison.marked(annotation)


def against(path: Path | None, outputs: Iterable[Path | None]) -> Against:
    """The baseline that was named, read before any law is.

    Raises:
        InputError: it cannot be read, or is none.
        OutputError: a report would take its place.
    """
    if path is None:
        return Against()
    from annotator.baseline import Comparison, read_baseline

    for output in outputs:
        if output is not None:
            refuse_inputs(output, [str(path)], what="the baseline that is compared")
    return Against(Comparison(read_baseline(path)), str(path))


def is_new(finding: Finding) -> bool:
    """Whether no baseline knows it."""
    return finding.baseline_state in (None, "new")


def _summary(output: Path, known: KnownFile) -> str:
    findings = sum(len(law.findings) for law in known.laws)
    gaps = sum(len(law.gaps) for law in known.laws)
    laws = "1 law" if len(known.laws) == 1 else f"{len(known.laws)} laws"
    found = "1 finding" if findings == 1 else f"{findings} findings"
    return f"{output} holds {found} and {gaps} of what is provided nowhere, of {laws}."
