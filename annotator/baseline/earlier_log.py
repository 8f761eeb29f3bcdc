"""An earlier SARIF log of ours, read as a baseline."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import msgspec

from annotator.baseline.known import KnownFile, KnownFinding, KnownGap, KnownLaw, KnownLog
from annotator.errors import InputError
from annotator.schema import LABELS, Label, Model

#: The name of our fingerprints, and of the way in which they are made: the hash of a clause's
#: words, or of what is lacking, and which of the like it is (``…:1``).
FINGERPRINT = "annotateClause/v2"


class _LoggedProperties(msgspec.Struct):
    label: str = ""
    issues: tuple[str, ...] = ()
    review: bool = False
    need: str = ""
    law: str = ""


class _LoggedResult(msgspec.Struct, rename="camel"):
    partial_fingerprints: dict[str, str] = {}
    properties: _LoggedProperties = msgspec.field(default_factory=_LoggedProperties)
    baseline_state: str = ""


class _LoggedExtension(msgspec.Struct):
    name: str = ""
    version: str = ""


class _LoggedTool(msgspec.Struct):
    extensions: list[_LoggedExtension] = []


class _LoggedRun(msgspec.Struct):
    tool: _LoggedTool = msgspec.field(default_factory=_LoggedTool)
    results: list[_LoggedResult] = []


class _EarlierLog(msgspec.Struct):
    version: str
    runs: list[_LoggedRun]


def of_log(data: bytes, path: Path) -> KnownFile:
    """What a log holds, but for results that it calls absent.

    Args:
        data: the log.
        path: its file.

    Raises:
        InputError: it is no log of ours.
    """
    try:
        log = msgspec.json.decode(data, type=_EarlierLog)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise InputError(
            f"{path} is no SARIF log: name the .sarif file that an earlier annotate wrote."
        ) from None
    results = [result for run in log.runs for result in run.results]
    ours = [one for one in results if FINGERPRINT in one.partial_fingerprints]
    if results and not ours:
        raise InputError(
            f"{path} is a SARIF log of another program, or of a version of annotate before this "
            "one: write it anew with annotate LAW -o."
        )
    found: list[KnownFinding] = []
    gaps: defaultdict[str, list[KnownGap]] = defaultdict(list)
    for one in ours:
        if one.baseline_state == "absent":
            continue
        told = one.properties
        if told.need:
            gaps[told.law].append(KnownGap(need=told.need, issue=next(iter(told.issues), "")))
        elif label := _label(told.label):
            sha256 = one.partial_fingerprints[FINGERPRINT].partition(":")[0]
            found.append(
                KnownFinding(label=label, issues=told.issues, review=told.review, sha256=sha256)
            )
    clauses = KnownLaw(title="", findings=tuple(found))
    lacking = (KnownLaw(title=title, gaps=tuple(some)) for title, some in gaps.items())
    return KnownLog(baseline=1, model=_model(log), laws=(clauses, *lacking))


def _label(name: str) -> Label | None:
    return next((label for label in LABELS if label == name), None)


def _model(log: _EarlierLog) -> Model | None:
    for run in log.runs:
        for one in run.tool.extensions:
            return Model(name=one.name, version=one.version)
    return None
