"""Has spaCy imported without its command line, which is a third of what its import takes.

``import spacy`` imports one function of it, ``spacy.info``, and with it all commands and what these
fetch and print with. Our program calls none.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

_NAME = "spacy.cli.info"


def lean_spacy() -> None:
    """Have whatever imports spaCy later in this process, which must be our own, do without it."""
    if not any(name == "spacy" or name.startswith("spacy.cli") for name in sys.modules):
        stands_for = ModuleType(_NAME)
        vars(stands_for)["info"] = _info
        sys.modules[_NAME] = stands_for


def _info(*arguments: Any, **settings: Any) -> Any:
    """``spacy.info``, which is imported if it is called after all."""
    sys.modules.pop(_NAME, None)
    from spacy.cli.info import info

    return info(*arguments, **settings)
