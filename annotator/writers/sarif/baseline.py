"""An earlier log, against which the alerts of a new one are told: new, changed or as they were."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote

import msgspec

from annotator.errors import InputError
from annotator.request import Known

#: The name of our fingerprints, and of the way in which they are made.
FINGERPRINT = "annotateClause/v1"
#: More than code scanning takes, and than we write.
_MOST_BYTES = 200_000_000
BaselineState = Literal["new", "unchanged", "updated"]


class _LoggedText(msgspec.Struct):
    text: str = ""


class _LoggedFile(msgspec.Struct):
    uri: str = ""


class _LoggedPhysical(msgspec.Struct, rename="camel"):
    artifact_location: _LoggedFile = msgspec.field(default_factory=_LoggedFile)


class _LoggedPlace(msgspec.Struct, rename="camel"):
    physical_location: _LoggedPhysical = msgspec.field(default_factory=_LoggedPhysical)


class _LoggedResult(msgspec.Struct, rename="camel"):
    level: str = "warning"
    message: _LoggedText = msgspec.field(default_factory=_LoggedText)
    locations: list[_LoggedPlace] = []
    partial_fingerprints: dict[str, str] = {}
    baseline_state: str = ""


class _LoggedRun(msgspec.Struct):
    results: list[_LoggedResult] = []


class _EarlierLog(msgspec.Struct):
    version: str
    runs: list[_LoggedRun]


def read_baseline(path: Path) -> Known:
    """What an earlier log of ours holds.

    Raises:
        InputError: it cannot be read, or is no log of ours.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        why = error.strerror or str(error)
        raise InputError(f"{path} cannot be read ({why}): name an earlier .sarif file.") from None
    try:
        # As GitHub gives one back, and as editors save it.
        log = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=_EarlierLog)
    except (msgspec.DecodeError, UnicodeDecodeError):
        log = None
    if log is None or len(data) > _MOST_BYTES:
        raise InputError(
            f"{path} is no SARIF log: name the .sarif file that an earlier annotate wrote."
        )
    results = [result for run in log.runs for result in run.results]
    alerts: dict[str, dict[str, tuple[str, str]]] = {}
    for result in results:
        own = result.partial_fingerprints.get(FINGERPRINT)
        if own and result.locations and result.baseline_state != "absent":
            uri = unquote(result.locations[0].physical_location.artifact_location.uri)
            alerts.setdefault(uri, {})[own] = (result.level, result.message.text)
    if results and not alerts:
        raise InputError(
            f"{path} is a SARIF log of another program: name one that an earlier annotate wrote."
        )
    return Known(alerts=alerts)


class Baseline:
    """The alerts of an earlier log on one law.

    Args:
        known: the log.
        uri: the law's file, as this log names it.
        root: the folder from which it is named.
    """

    def __init__(self, known: Known, uri: str, root: Path | None) -> None:
        self._alerts: Mapping[str, tuple[str, str]] = known.alerts.get(uri, {})
        if uri not in known.alerts:
            # A law that had another name: what was said of files that are there no more.
            self._alerts = {
                own: told
                for other, alerts in known.alerts.items()
                if not (root and _is_there(root / other))
                for own, told in alerts.items()
            }

    def state_of(self, result: Mapping[str, Any]) -> BaselineState:
        """How a result stands to the earlier log."""
        before = self._alerts.get(result["partialFingerprints"][FINGERPRINT])
        if before is None:
            return "new"
        now = (result["level"], result["message"]["text"])
        return "unchanged" if before == now else "updated"


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
