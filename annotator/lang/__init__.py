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
    if code not in _with("classifier_words"):
        known = ", ".join(sorted(_with("classifier_words")))
        raise InputError(f"Clauses in the language {code!r} cannot be learnt from: only {known}.")
    module = importlib.import_module(f"{__name__}.{code}.classifier_words")
    words: ClassifierWords = module.WORDS
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
    if code not in _with("phrase_words"):
        known = ", ".join(sorted(_with("phrase_words")))
        raise InputError(f"The phrases of the language {code!r} are not known: only {known}.")
    words: PhraseWords = importlib.import_module(f"{__name__}.{code}.phrase_words").WORDS
    return words


def _with(module: str) -> set[str]:
    """The languages whose folder has a module of that name."""
    folders = [found.name for found in pkgutil.iter_modules(__path__) if found.ispkg]
    return {code for code in folders if find_spec(f"{__name__}.{code}.{module}") is not None}
