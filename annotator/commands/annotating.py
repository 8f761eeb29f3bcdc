"""A law that a command was given, read and annotated: what every command does alike.

What is to say of how it was read is said, a bar shows how far the work is, and what the program
itself gets wrong becomes a :class:`~annotator.faults.Fault` that names the law.
"""

from __future__ import annotations

from pathlib import Path

from annotator import annotate
from annotator.commands.streams import complain
from annotator.faults import as_faults
from annotator.pipeline import load
from annotator.progress import bar
from annotator.readers import read
from annotator.request import Request
from annotator.schema import Annotation, Source


def annotated(law: str, request: Request, *, told: bool = False) -> tuple[Source, Annotation]:
    """Read and annotate a law.

    Args:
        law: its file, or ``-`` for standard input.
        request: what is asked for.
        told: whether the user is told elsewhere how it was read.

    Raises:
        AnnotatorError: what :func:`annotator.read` and :func:`annotator.annotate` raise, or a fault
            of the program.
    """
    if law == "-" or Path(law).is_file():
        load.begin(exact=request.exact)
    source = source_of(law)
    return source, annotation_of(source, request, told=told)


def source_of(law: str | bytes, name: str = "") -> Source:
    """Read a law: a file, or the bytes of one called ``name``; raises what ``annotated`` does."""
    with as_faults(name or str(law)):
        return read(law, name=name) if isinstance(law, bytes) else read(law)


def annotation_of(source: Source, request: Request, *, told: bool = False) -> Annotation:
    """Annotate a law that was read; arguments and errors are those of :func:`annotated`."""
    with as_faults(source.name):
        for note in () if told else source.notes:
            complain(note)
        with bar(source) as progress:
            return annotate(source, request, progress=progress)
