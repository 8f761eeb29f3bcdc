"""SARIF 2.1.0 for code scanning: an alert for each clause, and for what the law provides nowhere.

One run holds them all, also of several laws. Code scanning takes 25,000 alerts and ten megabytes
packed; of more, the gravest are written, and a notification says so.
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from typing import Any, BinaryIO

import msgspec

from annotator.expressions import expression
from annotator.lang import language
from annotator.request import View
from annotator.schema import Annotation, Source
from annotator.writers import Result
from annotator.writers.sarif.alerts import Alert, alerts
from annotator.writers.sarif.places import Places
from annotator.writers.sarif.rules import Rules

__all__ = ["is_untouched", "write", "write_all"]

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
MOST_RESULTS = 25_000
MOST_BYTES = 10_000_000
_GRAVEST_FIRST = ("error", "warning", "note", "none")
#: Of what would still be too much, so much less is tried.
_LESS = 0.9

#: With what a log of ours begins.
_OURS = expression(
    rb'{\s*"\$schema":\s*"[^"]*",\s*"version":\s*"2\.1\.0",\s*"runs":\s*\[\s*'
    rb'{\s*"tool":\s*{\s*"driver":\s*{\s*"name":\s*"annotate"'
)


def is_untouched(file: BinaryIO) -> bool:
    """Whether a file begins as a log of this program does."""
    return _OURS.match(file.read(1_000)) is not None


def write(annotation: Annotation, source: Source, out: BinaryIO, view: View) -> None:
    """Write the log of one law."""
    write_all([(annotation, source)], out, view)


def write_all(results: Sequence[Result], out: BinaryIO, view: View) -> None:
    """Write one log of all the laws, in one run."""
    places = Places(results)
    found = [
        alert
        for annotation, source in results
        for alert in alerts(annotation, source, places, view)
    ]
    most = MOST_RESULTS
    while True:
        log = _json(_run(results, places, _gravest(found, most), len(found), view))
        if len(log) <= MOST_BYTES or not most or len(gzip.compress(log, 6)) <= MOST_BYTES:
            break
        most = int(min(most, len(found)) * _LESS)
    out.write(log)


def _gravest(found: Sequence[Alert], most: int) -> list[Alert]:
    """So many, in the order in which they stand."""
    order = sorted(range(len(found)), key=lambda at: _GRAVEST_FIRST.index(found[at].level))
    return [found[at] for at in sorted(order[:most])]


def _run(
    results: Sequence[Result], places: Places, kept: Sequence[Alert], count: int, view: View
) -> dict[str, Any]:
    annotation, _ = results[0]
    spoken = language(annotation.law.language)
    rules = Rules(spoken, kept)
    driver: dict[str, Any] = {"name": "annotate", "rules": rules.described()}
    if view.program:
        driver["version"] = view.program
    notices = places.notices()
    if len(kept) < count:
        told = spoken.alerts.cut(len(kept), count)
        notices = [{"level": "warning", "message": {"text": told}}, *notices]
    model = annotation.model
    return {
        "tool": {"driver": driver, "extensions": [{"name": model.name, "version": model.version}]},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": notices}],
        "artifacts": places.artifacts(),
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [{**alert.result, "ruleIndex": rules.index(alert.rule)} for alert in kept],
    }


def _json(run: dict[str, Any]) -> bytes:
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(log), indent=2) + b"\n"
