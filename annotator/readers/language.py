"""Is it English? The share of the little words tells, and often which language it is instead.

It stands apart from the languages that are read, as it chooses among them and those that are not.
"""

from __future__ import annotations

import re

from annotator.errors import InputError

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE_WORDS = 5000

# Below this many words nothing can be told, and the segmenter decides whether it is a law.
_ENOUGH_WORDS = 30

# Statutes run at 0.25 to 0.4 of these; other languages, with English names in them, below 0.05.
_ENGLISH_SHARE = 0.10


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


_ENGLISH = _words(
    "the of and to for by with shall this that which under any such other not from is be or may "
    "must who has been are was were where if it their his"
)

# Little words that no other language of the list shares, so that a clear lead names the language.
_OTHERS: dict[str, frozenset[str]] = {
    "French": _words("le les des du et est une dans pour par sur qui ou au aux"),
    "German": _words("der die das und ist nicht ein eine oder von zu dem den mit"),
    "Spanish": _words("el los las y que del una por con para se lo como"),
    "Italian": _words("il di che della dei delle per con gli nel alla sono"),
    "Portuguese": _words("o os do da dos das e que não uma em por com ao"),
    "Dutch": _words("de het een van en dat niet voor met wordt of aan"),
    "Polish": _words("w i na z do nie się o jest lub oraz przez od"),
    "Romanian": _words("și de în la cu pe sau din care prin este pentru"),
    "Turkish": _words("ve bir bu ile için olarak veya da de olan göre"),
    "Russian": _words("и в на не с по или для от что о об при"),
    "Ukrainian": _words("та і в на не з або для від що про у до за"),
    "Arabic": _words("في من على أو إلى أن التي هذا لا ما"),
}


def language_of(text: str, name: str) -> str:
    """The ISO 639-1 code of the language of a text: ``en``, also where it is too short to tell.

    Raises:
        InputError: the text is in another language; the sentence names it where that is plain.
    """
    words = [word.lower() for word in _WORD.findall(text[: _SAMPLE_WORDS * 12])[:_SAMPLE_WORDS]]
    if len(words) < _ENOUGH_WORDS or _share(words, _ENGLISH) >= _ENGLISH_SHARE:
        return "en"
    language = _likeliest(words)
    finding = f"seems to be in {language}" if language else "does not seem to be in English"
    raise InputError(f"{name} {finding}: only English texts are read so far.")


def _share(words: list[str], little: frozenset[str]) -> float:
    return sum(word in little for word in words) / len(words)


def _likeliest(words: list[str]) -> str | None:
    """The language whose little words lead clearly; None where none does."""
    shares = sorted(((_share(words, little), name) for name, little in _OTHERS.items()))
    (second, _), (first, language) = shares[-2:]
    return language if first > 0.15 and first > 1.5 * second else None
