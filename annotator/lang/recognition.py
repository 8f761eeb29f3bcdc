"""Which language a text is in: its script tells, and the share of its little words.

It stands apart from the languages that are read, as it chooses among them and those that are not.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from annotator.expressions import expression

_WORD = expression(r"[^\W\d_]+")

# Statutes run at 0.25 to 0.4 of these; other languages, with English names in them, below 0.05.
_ENGLISH_SHARE = 0.10
_OTHER_SHARE = 0.15
_LEAD = 1.3
_DISTINCT = 5
#: In a paragraph of fewer words nothing can be told.
_ENOUGH_WORDS = 12
_LETTERS_A_WORD_OF_THEM = 80
#: Fewer words of a language in a text are a quotation, or the name of the law in that language.
_LEAST_SPOKEN = 40
#: The same where the text has another language in it for certain.
_LEAST_BESIDE = 12
#: A heading has no more words.
_HEADING_WORDS = 8
#: A text of which less is left in English is read as it is.
_LEAST_ENGLISH = 0.15
#: So many letters in English are more than an abstract.
_ENOUGH_ENGLISH = 1500
#: A paragraph so long, of so long lines, is looked at line by line.
_LONG, _LONG_LINE = 1200, 60
_ENGLISH = "English"

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
        "Irish": "an na agus ar le go do sa is nó den leis aon alt faoi bhfuil nach de réir",
        "Kinyarwanda": "ya na mu ku cyangwa kandi iyo aho uwo itegeko ingingo y ba wa ari iri ko "
        "bya by n cy rya rw w yo igihe",
        "Kazakh": "және мен бен үшін бойынша немесе осы заңның туралы баптың егер болып табылады",
        "Latvian": "un ir par no ar uz vai kas šā ja tiek likuma kā to",
        "Lithuanian": "ir yra kad arba į iš su šio ar kuris dėl asmens įstatymo",
        "Macedonian": "и на во за се да од со не или по што овој закон член ќе при",
        "Maltese": "u ta il li l ma jew għal biex minn din f fuq dan tal b għandu kull tkun",
        "Mongolian": "болон энэ нь эсхүл хууль хуулийн тухай байна бол ба дээр заасан зүйл",
        "Norwegian": "og i av til som en at for er det på med ikke den eller et etter",
        "Persian": "و در به از که این را با است برای تا یا آن می شود ماده",
        "Polish": "w i na z do nie się o jest lub oraz przez od art ust dnia mowa",
        "Portuguese": "de o a os do da dos das e que não uma em por com ao no na para ou se",
        "Romanian": "și de în la a cu pe sau din care prin este pentru al nu se să art",
        "Russian": "и в на не с по или для от что о об при к настоящего закона",
        "Samoan": "o le a i e se ma mo ua lea i tulafono ia ona faapea fuaiupu lenei",
        "Serbian": "i u na se je za od da ili o iz koji sa su ovog člana kao",
        "Slovak": "a v sa na o podľa je alebo z k že pre do od vo za ktorý",
        "Slovenian": "in v se na je za ali o iz ki s so tega člena kot ne da",
        "Somali": "iyo in oo ka u ku la ama waa uu sharciga ee si",
        "Spanish": "de la el los en y que a del las una por con para se lo como su al o un no",
        "Swahili": "ya na wa kwa katika ni au za hii la cha kama sheria yake",
        "Swedish": "och i av till som en att för är det på med inte den eller ett om",
        "Tagalog": "ng sa ang na mga at o ay ito para kung hindi may",
        "Turkish": "ve bir bu ile için olarak veya da de olan göre her madde",
        "Tswana or Sotho": "le go ya e ka wa mo ba fa kgotsa tsa ho sa molao ke kapa tse",
        "Ukrainian": "та і в на не з або для від що про у до за або закону",
        "Urdu": "کے کی میں اور سے کا کو ہے یا اس پر نے کہ کسی",
        "Uzbek": "va bilan uchun ushbu yoki mazkur bo qonun modda agar tomonidan kerak ham",
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
#: Letters of none of the Latin, Greek and Cyrillic scripts.
_ANOTHER_SCRIPT = expression(r"[\u0530-\u1dff\u2c00-\ud7ff]")
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


def foreign_stretches(text: str) -> list[Stretch]:
    """The stretches of an English text that are in another language, paragraph by paragraph.

    What is too short to tell belongs to what stands before it, and in a text of several languages
    to that of its little words; a stretch of few words in a language that the text has nowhere else
    is passed over.
    """
    count = Counter[str]()
    for one in _told(text, short=False):
        if one.language not in ("", _ENGLISH):
            count[one.language] += _length(one.words)
    spoken = {name for name in count if count[name] >= _LEAST_SPOKEN}
    if spoken:  # who prints a law in two languages more prints it in a third
        spoken = {name for name in count if count[name] >= _LEAST_BESIDE}
    return list(_joined(_told_again(text, spoken), spoken)) if spoken else []


def is_mostly_foreign(text: str, stretches: Sequence[Stretch]) -> bool:
    """Whether hardly anything of a text is left besides its stretches in other languages."""
    foreign = sum(stretch.end - stretch.start for stretch in stretches)
    return foreign > (1 - _LEAST_ENGLISH) * len(text)


def has_english_text(text: str) -> bool:
    """Whether a text in several languages has its law in English, too, as gazettes have."""
    english = sum(one.end - one.start for one in _told(text) if one.language == _ENGLISH)
    return english >= max(_ENOUGH_ENGLISH, _LEAST_ENGLISH * len(text))


class _Told(NamedTuple):
    """A paragraph, its words where they were looked at, and its language where that is plain."""

    start: int
    end: int
    words: list[str]
    language: str


def _told(text: str, *, short: bool = True) -> Iterator[_Told]:
    """Each paragraph with its language; empty where it is too short to tell, or not known.

    ``short``: short paragraphs in our own letters that are not plainly English are among them.
    """
    for first, last in _paragraphs(text):
        if _plainly_english(text, first, last):
            yield _Told(first, last, [], _ENGLISH)
            continue
        scripts = _ANOTHER_SCRIPT.search(text, first, last) is not None
        few = not short and text.count(" ", first, last) < _ENOUGH_WORDS - 1
        if few and not scripts:
            continue
        own = words_of(text[first:last])
        if len(own) < _ENOUGH_WORDS and not (scripts and _by_script(own)):
            yield _Told(first, last, own, "")
        else:
            yield _Told(first, last, own, _ENGLISH if is_english(own) else other_language(own))


def _told_again(text: str, spoken: Collection[str]) -> list[_Told]:
    """The paragraphs of a text in several languages, the short ones told by their little words."""
    told = []
    for one in _told(text):
        if not one.language and one.words:
            known = {name: sum(map(_OTHERS[name].__contains__, one.words))
                     for name in spoken if name in _OTHERS}  # fmt: skip
            english = sum(map(ENGLISH.__contains__, one.words))
            most = max(known, key=lambda name: known[name], default="")
            if most and known[most] > english:
                one = one._replace(language=most)
            elif english or text[one.start : one.end].isascii():
                one = one._replace(language=_ENGLISH if english else "")
        told.append(one)
    for i in range(len(told) - 2, -1, -1):
        one = told[i]
        heads = len(one.words) <= _HEADING_WORDS and text[one.end - 1] not in ".;:,"
        if not one.language and heads:  # a heading is of the language of what it is over
            told[i] = one._replace(language=told[i + 1].language)
    return told


def _joined(told: Sequence[_Told], spoken: Collection[str]) -> Iterator[Stretch]:
    """Neighbours in one language together; what is not told goes with what stands before it."""
    language, start, end = "", 0, 0
    for one in [*told, _Told(0, 0, [], _ENGLISH)]:
        if not one.language or (one.language == language and language != _ENGLISH):
            end = one.end if one.language else end
            continue
        if language in spoken:
            yield Stretch(start, end, language)
        language = "" if one.language == _ENGLISH else one.language
        start, end = one.start, one.end


def _length(words: list[str]) -> int:
    """How many words there are; Chinese puts no blanks between them: letters are counted."""
    return sum(map(len, words)) // 2 if _by_script(words) else len(words)


def _plainly_english(text: str, start: int, end: int) -> bool:
    """Whether the three commonest words of English stand in a paragraph as often as in a law.

    A law is long, and this is sooner done than counting all words.
    """
    enough = (end - start) // _LETTERS_A_WORD_OF_THEM
    found = text.count(" the ", start, end)
    if found <= enough:
        found += text.count(" of ", start, end) + text.count(" to ", start, end)
    return found > enough


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where each stretch between blank lines starts and ends; long ones line by line."""
    start = 0
    for part in text.split("\n\n"):
        if (
            len(part) > _LONG
            and "\n" in part
            and not _plainly_english(text, start, start + len(part))
        ):
            yield from _lines(part, start)
        elif part and not part.isspace():
            yield start, start + len(part)
        start += len(part) + 2


def _lines(part: str, start: int) -> Iterator[tuple[int, int]]:
    """Lines of a paragraph, short ones together with those before them."""
    begin = position = start
    for line in part.split("\n"):
        position += len(line) + 1
        if position - begin > _LONG_LINE:
            yield begin, position - 1
            begin = position
    if begin < start + len(part):
        yield begin, start + len(part)


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
