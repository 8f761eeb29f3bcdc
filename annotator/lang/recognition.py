"""Which language a text is in: its script tells, and the share of its little words.

It stands apart from the languages that are read, as it chooses among them and those that are not.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+")

# Statutes run at 0.25 to 0.4 of these; other languages, with English names in them, below 0.05.
_ENGLISH_SHARE = 0.10
_OTHER_SHARE = 0.15
_LEAD = 1.3
_DISTINCT = 5
#: In a paragraph of fewer words nothing can be told.
_ENOUGH_WORDS = 12
_LETTERS_A_WORD_OF_THEM = 80
#: A stretch of fewer words is a quotation, or the name of the law in a second language.
_LEAST_STRETCH = 40

_LITTLE = (
    "the of and to for by with shall this that which under any such other not from is be or may "
    "must who has been are was were where if it their his"
)
ENGLISH = frozenset(_LITTLE.split())

_OTHERS: dict[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "Afrikaans": "die en van n te wat in nie is vir het om sy met aan hierdie word ʼn deur",
        "Albanian": "të e në dhe i për me një së që nga është nuk si ose këtij",
        "Arabic": "في من على أو إلى أن التي هذا لا ما عن هذه إذا كل قانون مادة",
        "Bulgarian": "на и за в се да от с по или не при са със това който",
        "Catalan": "de la i el que les per els en del una amb dels no es als",
        "Croatian": "i u na se je za od da ili o iz koji s su ovoga članka kao",
        "Czech": "a v se na o podle je nebo z k že pro do od ve za který",
        "Danish": "og i af til der en at for er det på med ikke den eller et",
        "Dutch": "de het een van en in dat te op is niet voor met wordt of aan die",
        "Estonian": "ja on ei või kui selle ning mis tema käesoleva isiku seaduse lõike",
        "Finnish": "ja on tai ei sekä joka jos että hän sen lain mukaan myös ole",
        "French": "de la le les des et en à du que est une dans pour par sur qui ou au aux un",
        "German": "der die das und in ist nicht ein eine oder von zu dem den mit für des auf im",
        "Greek": "και του της το να των η την με για που από στο σε τον οι",
        "Hungarian": "a az és hogy vagy nem ha is egy szerint kell meg e törvény",
        "Icelandic": "og að í á er til um sem við eða skal ekki af með þess",
        "Indonesian or Malay": "yang dan di untuk dengan dalam dari atau ini pada tidak oleh itu",
        "Italian": "di il la che e in del dei della delle per un con gli nel alla sono le al si",
        "Latvian": "un ir par no ar uz vai kas šā ja tiek likuma kā to",
        "Lithuanian": "ir yra kad arba į iš su šio ar kuris dėl asmens įstatymo",
        "Maltese": "u ta il li l ma jew għal biex minn din f fuq dan tal b għandu kull tkun",
        "Norwegian": "og i av til som en at for er det på med ikke den eller et etter",
        "Persian": "و در به از که این را با است برای تا یا آن می شود ماده",
        "Polish": "w i na z do nie się o jest lub oraz przez od art ust dnia mowa",
        "Portuguese": "de o a os do da dos das e que não uma em por com ao no na para ou se",
        "Romanian": "și de în la a cu pe sau din care prin este pentru al nu se să art",
        "Russian": "и в на не с по или для от что о об при к настоящего закона",
        "Serbian": "i u na se je za od da ili o iz koji sa su ovog člana kao",
        "Slovak": "a v sa na o podľa je alebo z k že pre do od vo za ktorý",
        "Slovenian": "in v se na je za ali o iz ki s so tega člena kot ne da",
        "Somali": "iyo in oo ka u ku la ama waa uu sharciga ee si",
        "Spanish": "de la el los en y que a del las una por con para se lo como su al o un no",
        "Swahili": "ya na wa kwa katika ni au za hii la cha kama sheria yake",
        "Swedish": "och i av till som en att för är det på med inte den eller ett om",
        "Tagalog": "ng sa ang na mga at o ay ito para kung hindi may",
        "Turkish": "ve bir bu ile için olarak veya da de olan göre her madde",
        "Ukrainian": "та і в на не з або для від що про у до за або закону",
        "Urdu": "کے کی میں اور سے کا کو ہے یا اس پر نے کہ کسی",
        "Vietnamese": "và của các có theo được cho trong người là không về hoặc này tại với",
    }.items()
}

#: Scripts by the beginning of their letters' Unicode names, where one language is mostly meant.
_SCRIPTS = {
    "CJK": "Chinese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "THAI": "Thai",
    "HEBREW": "Hebrew",
    "ARMENIAN": "Armenian",
    "GEORGIAN": "Georgian",
    "ETHIOPIC": "Amharic",
    "BENGALI": "Bengali",
    "DEVANAGARI": "Hindi or Nepali",
    "TAMIL": "Tamil",
    "SINHALA": "Sinhala",
    "KHMER": "Khmer",
    "LAO": "Lao",
    "MYANMAR": "Burmese",
    "THAANA": "Dhivehi",
    "TIBETAN": "Dzongkha",
}
_MOST = 0.5
#: Japanese is written in Chinese characters with these among them.
_KANA_SHARE = 0.05


class Stretch(NamedTuple):
    """``[start, end)`` of a text is in another language; ``language`` is empty if none is plain."""

    start: int
    end: int
    language: str


def words_of(text: str) -> list[str]:
    """The words of a text, in lower case."""
    return _WORD.findall(text.lower())


def is_english(words: Sequence[str]) -> bool:
    """Whether a text with these words reads as English."""
    return _share(words, ENGLISH) >= _ENGLISH_SHARE


def other_language(words: Sequence[str]) -> str:
    """Which language other than English a text with these words is plainly in, or empty."""
    by_script = _by_script(words)
    if by_script:
        return by_script
    shares = sorted((_share(words, little), name) for name, little in _OTHERS.items())
    (second, other), (first, language) = shares[-2:]
    # Letters of formulas and addresses are little words of some language, again and again.
    known = _OTHERS[language].intersection(words)
    distinct = sum(len(word) > 1 or not word.isascii() for word in known)
    if first < _OTHER_SHARE or distinct < min(_DISTINCT, len(words) / 6):
        return ""
    # Sisters are told apart by other words than these: Danish and Norwegian, Czech and Slovak.
    sisters = len(_OTHERS[language] & _OTHERS[other]) * 2 > len(_OTHERS[other])
    if first >= _LEAD * second:
        return language
    return f"{language} or {other}" if sisters else ""


def foreign_stretches(text: str) -> Iterator[Stretch]:
    """The stretches of an English text that are in another language, paragraph by paragraph.

    What is too short to tell belongs to what stands before it; a stretch of few words is passed
    over.
    """
    start, end, words = 0, 0, list[str]()
    for first, last in _paragraphs(text):
        plainly_english = _plainly_english(text, first, last)
        own = [] if plainly_english else words_of(text[first:last])
        if not plainly_english and len(own) < _ENOUGH_WORDS and not _by_script(own):
            continue
        if plainly_english or is_english(own):
            yield from _stretch(start, end, words)
            words = []
        elif other_language(own):
            start, end = start if words else first, last
            words += own
    yield from _stretch(start, end, words)


def _plainly_english(text: str, start: int, end: int) -> bool:
    """Whether the three commonest words of English stand in a paragraph as often as in a law.

    A law is long, and this is sooner done than counting all words.
    """
    found = sum(text.count(word, start, end) for word in (" the ", " of ", " to "))
    return found * _LETTERS_A_WORD_OF_THEM > end - start


def _stretch(start: int, end: int, words: list[str]) -> Iterator[Stretch]:
    # Chinese puts no blanks between words: its letters are counted for them.
    count = sum(map(len, words)) // 2 if words and _by_script(words) else len(words)
    if count >= _LEAST_STRETCH:
        yield Stretch(start, end, other_language(words))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where each stretch between blank lines starts and ends."""
    start = 0
    for part in text.split("\n\n"):
        if part and not part.isspace():
            yield start, start + len(part)
        start += len(part) + 2


def _share(words: Sequence[str], little: frozenset[str]) -> float:
    return sum(map(little.__contains__, words)) / max(1, len(words))


def _by_script(words: Sequence[str]) -> str:
    """The language of a text most of whose letters are of a script that one language has."""
    letters = Counter("".join(words[:2000])[:4000])
    # A letter of the Latin, Greek, Cyrillic or Arabic scripts may be of many.
    if (
        not letters
        or sum(letters[mark] for mark in letters if mark < "\u0530") * 2 > letters.total()
    ):
        return ""
    scripts: Counter[str] = Counter()
    for letter, count in letters.items():
        scripts[_SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0], "")] += count
    if scripts["Japanese"] >= _KANA_SHARE * letters.total():
        return "Japanese"
    language, count = scripts.most_common(1)[0]
    return language if count >= _MOST * letters.total() else ""
