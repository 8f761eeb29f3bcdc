"""What exit status an error asks for; :mod:`annotator.faults` says what a fault is."""

from __future__ import annotations

from annotator.commands.exit_codes import BAD, FAULT
from annotator.errors import AnnotatorError
from annotator.faults import Fault


def status_of(error: AnnotatorError) -> int:
    """The exit status that an error asks for."""
    return FAULT if isinstance(error, Fault) else BAD
