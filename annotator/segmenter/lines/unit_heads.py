"""How the line looks that opens a section or an article: its word, its number, its first words."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.numbering import LATIN, UNIT_NUMBER, plain_number
from annotator.segmenter.lines.headings import MISREAD
from annotator.segmenter.lines.marks import EDIT, EDIT_INITIALS
from annotator.segmenter.lines.openers import ROMAN, written_numbers

_OPENS = expression(
    r"[a1][-.)]\s[A-Z]|[(\[“\"‘'*…—–]|<[A-Z][^<>]*\d[^<>]*>|\.\.\.|[A-Z]|"
    rf"F?\d{{1,3}}\[|{MISREAD.pattern}"
)
_SHORT = 60
#: A first paragraph on the line of its article: "Art. 1. 1. The", "Article 4- a- A", "§ 1. The".
_FIRST_PARAGRAPH = expression(r"(?:[1a]\s?[.)/–-]|§\s?1(?:er|[º°o])?\.?)\s+[A-Z“\"‘(\[<]")
#: The sign of an ordinal behind the number of an article: "4.º", "4o bis".
_ORDINAL_SIGN = expression(r"(?<=\d)\.?o?(?=$|[\s-])")


class HeadPatterns(NamedTuple):
    """The heads of sections in one language, and the letters with which they begin."""

    keyword: re.Pattern[str]
    keyword_initials: set[str]
    #: The same where the number, in words, stands first: "First Article".
    ordinal: re.Pattern[str]
    ordinal_initials: set[str]
    bare: re.Pattern[str]
    run: re.Pattern[str]


@cache
def head_patterns(words: StructureWords) -> HeadPatterns:
    """The heads of sections in a language."""
    unit = "|".join(map(re.escape, words.units))
    written = written_numbers(words, str.capitalize, str.title, str.lower)
    only = "|".join(form for word in words.only for form in (word.capitalize(), word.upper()))
    articles = "|".join(printed for printed, word in words.units.items() if word == "Article")
    coded = r"\d{1,4}(?:-\d{1,4}[A-Z]{0,2}){1,3}"
    plain = rf"(?:{coded}|\d{{1,4}}(?:[A-Z]{{0,2}}\.\d{{1,4}})*[A-Za-z]{{0,3}})"
    latin = "|".join(LATIN)
    return HeadPatterns(
        keyword=expression(
            rf"{EDIT}(?:\(\d{{1,6}}\)\s?(?=§))?(?P<word>{unit})"
            rf"(?:\s*|:\s{{1,9}}|\s?[—–-]\s?|\s{words.number_sign}|\s(?i:{words.the})\s(?=(?:{written})\b)"
            r"|\s?(?P<open>\()\s?)"
            # a section of a great code: "§ 94101."
            # and one counted by its chapter: "Article 2:1"
            rf"(?P<number>\d{{1,2}}:\d{{1,3}}[a-z]?(?!\w)|(?:(?<=§)|(?<=§\s))\d{{5}}(?!\d)|\d{{1,4}}(?:\.[a-z](?=\s*$|\s[A-Z(])|\s[a-z](?=\s*$|\s[A-Z(]|\.\s)|"
            rf"\.?[ºo°](?!\w)(?:[\s-](?:{latin})\b|-[A-Z]{{1,2}}(?!\w))?|\^\d{{1,2}}|/[A-Z](?!\w)|[¹²³⁴-⁹]{{1,2}}(?!\w)"
            r"|[a-z](?=\d{1,3}\s+[A-Z(]))|"
            rf"(?:{UNIT_NUMBER}|{ROMAN}\b(?:[\s-]?(?:{latin})\b)?)(?:\s\d(?=\s?\)))?|(?:{written})\b)"
            rf"(?(open)\s?\)(?:\s?\(?(?P<copy>(?:{latin})\b(?:\s\d)?)\)?)?)"
            r"(?:(?<=\d)(?:st|nd|rd|th|ST|ND|RD|TH)\b)?(?:\](?=\s))?"
            r"(?:(?<=\d[a-z])\d{1,3}(?=\s))?"  # the mark of a footnote: "Art. 3a6 Visas"
            r"(?:\s\(\d{1,4}/(?:19|20)\d\d\)(?=\s*$|\s[A-Z—–-]))?"  # the amending Act of Finland
            rf"(?:\s\((?i:{words.renewed})\))?"  # "Art. 5 (new)"
            r"(?P<delimiter>\.?\s?[—–-]{1,2}|\s?[.:]|\s\|)?"
            # the mark of a footnote behind the stop: "Article 5a.2) Fees", "Section 5/1.2 The fee"
            r"(?:(?<=\.)\d{1,2}(?:\)(?=\s)|(?<=/\d\.\d)(?=\s[A-Z“\"])))?\s*\*{0,2}\s*"
            rf"(?:\((?i:{words.renewed})\)\s+(?=[A-Z]))?"  # "Article 5. (New) Fees"
            r"(?:\[\d[^\[\]]{4,40}\]\s*)?(?P<rest>.*)"  # its place in a code: [8 U.S.C. 1158]
        ),
        ordinal=expression(
            rf"(?P<number>{written}|{only})\s(?P<word>{articles}|{articles.lower()})"
            r"(?P<delimiter>\.?\s?[—–-]{1,2}|\s?[.:])?(?:\s+|$)(?P<rest>.*)"
        ),
        ordinal_initials={word[0].upper() for word in (*words.ordinals, *words.only)},
        keyword_initials={unit[0] for unit in words.units} | set(EDIT_INITIALS) | {"("},
        bare=expression(
            rf"{EDIT}(?P<number>{UNIT_NUMBER})(?:\.?\s?§)?"  # as in Sweden and Hungary: "1 §"
            r"(?P<delimiter>\.?\s?[—–]|\.-|\.\s-(?=\s\(1\))|-(?=\s?[A-Z(])|\s?\.(?!\.)|:)?\*{0,2}"
            r"(?:\s+|(?=[(“\"‘])|(?<=\W)(?=[\[A-Z.…]))(?P<rest>\S.*)"
        ),
        run=expression(
            rf"{EDIT}(?:(?P<word>{unit})[sS]?\s)?(?P<number>{plain})(?P<range>(?:\s?,\s?{plain})*"
            rf"(?:\.?\s?[&–—,-]|\s?\b(?:{words.to})\b)\s?(?P<until>{plain}))"
            # the dots of what is left out are its words
            r"(?P<delimiter>(?:\s?(?!\.\s?\.)[.:—–-]{1,2})?)\s*(?P<rest>\S.*)"
        ),
    )


def keyword(text: str, words: StructureWords) -> re.Match[str] | None:
    """The word and number with which a line opens a provision, if it does."""
    patterns = head_patterns(words)
    match = patterns.keyword.match(text)
    if match is None and text[0] in patterns.ordinal_initials:
        match = patterns.ordinal.match(text)
    rest = match["rest"] if match else ""
    if (
        not match
        or not rest
        or opens(rest)
        or _FIRST_PARAGRAPH.match(rest)
        or words.repealed.match(rest)
    ):
        return match
    # A capital that a scan has misread: "Section 15. lndemnity".
    misread = match["delimiter"] == "." and len(text) < _SHORT
    return match if misread else None


def unit_called(match: re.Match[str], words: StructureWords) -> str:
    """What a provision is called that a line opens with its word: "First article" is an Article."""
    return words.units.get(match["word"]) or words.units[match["word"].capitalize()]


def opens(rest: str) -> bool:
    """Whether these words can be the first of a provision or of its heading."""
    if not _OPENS.match(rest):
        return False
    if rest[0] == "(":  # "Section 31 (1) does not apply"
        after = re.sub(r"^(?:\((?![A-Z][a-z])[\w.]{1,6}\)\s*(?:(?:and|to)(?= \())?\s*)+", "", rest)
        return not after or bool(_OPENS.match(after))
    return True


def number_of(match: re.Match[str]) -> str:
    """The number that a line opens with, as it is cited."""
    printed: str = match["number"]
    number = plain_number(printed)
    if printed[0].isdigit():
        number = _ORDINAL_SIGN.sub("", number)
    copy = match.groupdict().get("copy")
    return f"{number} {copy}" if copy else number
