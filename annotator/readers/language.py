"""Is it English? Else it is refused, by the name of its language where that is plain."""

from __future__ import annotations

from annotator.errors import InputError
from annotator.lang.recognition import (
    has_english_text,
    is_english,
    other_language,
    words_of,
)

_SAMPLE_WORDS = 5000

# Below so many words another language must be plain, or the segmenter decides if it is a law.
_ENOUGH_WORDS = 30
_FEW_WORDS = 8


def language_of(text: str, name: str) -> str:
    """The ISO 639-1 code of the language of a text: ``en``, also where it is too short to tell.

    Raises:
        InputError: the text is in another language; the sentence names it where that is plain.
    """
    words = words_of(text[: _SAMPLE_WORDS * 12])[:_SAMPLE_WORDS]
    if len(words) < _FEW_WORDS or is_english(words):
        return "en"
    if has_english_text(text):  # of a gazette in several languages; the others are set aside
        return "en"
    language = other_language(words)
    if not language and len(words) < _ENOUGH_WORDS:
        return "en"
    finding = f"is in {language}" if language else "does not seem to be in English"
    raise InputError(f"{name} {finding}: only English is read so far.")
