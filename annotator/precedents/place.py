"""Where the index of precedents lies: where the user says, else among the user's own data."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

#: The environment variable that names the file.
VARIABLE = "ANNOTATE_PRECEDENTS"
_NAME = "precedents.sqlite"


def index_path(
    named: str | Path | None = None, environment: Mapping[str, str] = os.environ
) -> Path:
    """The file of the index, whether or not it is there.

    Args:
        named: the file that the user names; else the environment does, else it is the usual one.
        environment: the variables of the process.
    """
    given = named or environment.get(VARIABLE)
    return Path(given) if given else _user_data(environment) / "annotate" / _NAME


def _user_data(environment: Mapping[str, str]) -> Path:
    """The folder in which programs keep a user's own data, by the customs of the system."""
    if sys.platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    home = environment.get("XDG_DATA_HOME", "")
    # The convention has those pass that are no whole paths.
    return Path(home) if os.path.isabs(home) else Path.home() / ".local" / "share"
