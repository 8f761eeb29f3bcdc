"""What is of one language, a room each; :func:`language` is the door to them.

A language is a folder here, named by its ISO 639-1 code, whose module ``data`` holds ``DATA``, a
:class:`~annotator.lang.contract.LanguageData`. Components ask for that of their pipeline
(``nlp.lang``), the overview and the writers for that of the law; none names a language. The module
``classifier_words`` of a folder holds what the classifier needs of it to read a clause; a language
that has no more than that is learnt from, and no law in it is read. ``phrase_words`` holds
the words by which its noun and verb groups end.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from functools import cache
from importlib.util import find_spec
from typing import Any

from annotator.errors import InputError
from annotator.lang.classifier_words import ClassifierWords
from annotator.lang.contract import LanguageData
from annotator.lang.phrase_words import PhraseWords

__all__ = [
    "ClassifierWords",
    "LanguageData",
    "PhraseWords",
    "classifier_words",
    "language",
    "languages",
    "phrase_words",
]


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
    if name not in sys.modules and code not in _with("data"):
        known = ", ".join(sorted(_with("data")))
        raise InputError(f"Laws in the language {code!r} are not read so far: give one in {known}.")
    data: LanguageData = importlib.import_module(name).DATA
    return data


def languages() -> tuple[LanguageData, ...]:
    """Every language in which laws are read.

    >>> [one.name for one in languages()]
    ['English']
    """
    return tuple(language(code) for code in sorted(_with("data")))


@cache
def classifier_words(code: str) -> ClassifierWords:
    """What the classifier must know of a language to read a clause in it.

    Args:
        code: its ISO 639-1 code.

    Raises:
        InputError: nothing of the kind is here.

    >>> classifier_words("fr").naming("une femme")
    'gender'
    """
    lack = f"Clauses in the language {code!r} cannot be learnt from"
    words: ClassifierWords = _words_of(code, "classifier_words", lack)
    return words


@cache
def phrase_words(code: str) -> PhraseWords:
    """The words by which the groups of a language begin and end; :mod:`.phrase_words` says which.

    Args:
        code: its ISO 639-1 code.

    Raises:
        InputError: nothing of the kind is here.

    >>> "shall" in phrase_words("en").before_verbs
    True
    """
    lack = f"The phrases of the language {code!r} are not known"
    words: PhraseWords = _words_of(code, "phrase_words", lack)
    return words


def _words_of(code: str, module: str, lack: str) -> Any:
    """What a language's module of that name holds; where it has none, ``lack`` is said."""
    if code not in _with(module):
        raise InputError(f"{lack}: only {', '.join(sorted(_with(module)))}.")
    return importlib.import_module(f"{__name__}.{code}.{module}").WORDS


def _with(module: str) -> set[str]:
    """The languages whose folder has a module of that name."""
    folders = [found.name for found in pkgutil.iter_modules(__path__) if found.ispkg]
    return {code for code in folders if find_spec(f"{__name__}.{code}.{module}") is not None}
