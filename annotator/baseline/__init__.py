"""A baseline: what was found in laws once and is known, so that only what is new is told of.

It is a file that ``annotate baseline`` wrote, or an earlier SARIF log; both are read into one
:class:`~annotator.baseline.known.KnownFile`. A finding is known by the words and the label of its
clause, wherever the clause stands: :mod:`annotator.baseline.identity` says how.
"""

from annotator.baseline.comparing import Comparison
from annotator.baseline.file import as_json, is_baseline, known_of, read_baseline
from annotator.baseline.known import KnownFile, KnownFinding, KnownGap, KnownLaw, json_schema

__all__ = [
    "Comparison",
    "KnownFile",
    "KnownFinding",
    "KnownGap",
    "KnownLaw",
    "as_json",
    "is_baseline",
    "json_schema",
    "known_of",
    "read_baseline",
]
