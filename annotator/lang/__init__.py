"""What is of one language, a room each; :func:`language` is the door to them.

A language is a folder here, named by its ISO 639-1 code, whose module ``data`` holds ``DATA``, a
:class:`~annotator.lang.contract.LanguageData`. Components ask for that of their pipeline
(``nlp.lang``), the overview and the writers for that of the law; none names a language.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys

from annotator.errors import InputError
from annotator.lang.contract import LanguageData

__all__ = ["LanguageData", "language"]


def language(code: str) -> LanguageData:
    """What the program knows of a language.

    Args:
        code: its ISO 639-1 code.

    Raises:
        InputError: there is no such language here.

    >>> language("en").name
    'English'
    """
    name = f"{__name__}.{code}.data"
    if name not in sys.modules and code not in _known():
        known = ", ".join(sorted(_known()))
        raise InputError(f"Laws in the language {code!r} are not read so far: give one in {known}.")
    data: LanguageData = importlib.import_module(name).DATA
    return data


def _known() -> set[str]:
    return {module.name for module in pkgutil.iter_modules(__path__) if module.ispkg}
