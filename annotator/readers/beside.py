"""Tables that say the same in several languages, a column each: which are not in English."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

from annotator.expressions import expression
from annotator.lang.recognition import is_english, other_language, words_of

_DIGIT = expression(r"\d")
_Key = TypeVar("_Key", bound=Hashable)
#: Of fewer words nothing can be told; a column's title has no more.
_ENOUGH, _TITLE_WORDS = 20, 3


def other_columns(columns: Mapping[_Key, str]) -> set[_Key]:
    """The columns of a table that are plainly in another language, beside one in English.

    Args:
        columns: what each says, by whatever it is known by.
    """
    told = {key: words for key, said in columns.items() if len(words := words_of(said)) >= _ENOUGH}
    others = {key for key, words in told.items() if not is_english(words) and other_language(words)}
    return others if any(is_english(words) for words in told.values()) else set()


def are_titles(row: Iterable[str]) -> bool:
    """Whether the cells of the first row only name the columns: ``English``, ``Français``."""
    return all(len(said.split()) <= _TITLE_WORDS and not _DIGIT.search(said) for said in row)
