"""Asides of editors: paragraphs that only say which law made or changed the words above them.

Whatever the publisher, such a paragraph is made of the names and numbers of laws, of places in
them, of dates, and of the few words that tell what they did: ``[S 34/2008 wef 1/2/2008]``,
``(Added 3 of 1999 s. 2)``, ``R.S., 1985, c. I-2, s. 5``. A law's own words have others.
"""

from __future__ import annotations

import re

from annotator.lang.structure_words import NoteWords

_CLOSING = {"[": "]", "(": ")", "{": "}"}
_MAX_ASIDE = 900
_WORD = re.compile(r"[^\W\d_]{2,}")
_ROMAN = re.compile(r"[ivxlc]+")
#: A law's year and number, or a date, in the ways in which they are printed.
_SURE = re.compile(
    r"\d{1,4} of \d{4}|\d{1,4}/\d{2,4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{1,3}\b|\d{1,4}-\d{4}\b|"
    r"\d{4} (?:No|c)\b|§ ?\d|\b\d{4}, c\. ?\d|\d{1,2} [A-Z][a-z]{2,8} \d{4}|[A-Z] of \d{4}|"
    r"\d FR \d|\d{4}, \d{1,3}, \d|\bcf\b"
)
_LABEL = re.compile(r"\(\w{1,4}\)|\d{1,4}[A-Z]{0,3}(?:[.)—–]|$)|[a-z]{1,2}[.)]\s|[“\"‘]")


def enclosed(text: str) -> str:
    """What stands between the brackets that enclose a whole paragraph; else nothing."""
    closing = _CLOSING.get(text[0])
    body = text.rstrip(" .;,")
    if not closing or body[-1:] != closing or len(body) > _MAX_ASIDE:
        return ""
    inner = body[1:-1]
    if text[0] in inner:
        depth = 0
        for char in inner:
            depth += (char == text[0]) - (char == closing)
            if depth < 0:
                return ""
    return inner.strip()


def is_aside(text: str, words: NoteWords) -> bool:
    """Whether a paragraph in brackets only says which law made or changed the words above it."""
    inner = enclosed(text)
    if not inner or _LABEL.match(inner):
        return False
    return only_cites(inner, words) or (text[0] != "(" and bool(words.remark.match(inner)))


def only_cites(text: str, words: NoteWords) -> bool:
    """Whether words do nothing but name laws, places in them, dates, and what was done to them.

    Words that begin with a repeal do more: they are what is left of a provision.
    """
    if not any(char.isdigit() for char in text):
        return False
    spoken = _spoken(text)
    if (spoken and spoken[0] in words.repealing) or not _all_cite(spoken, words):
        return False
    return bool(_SURE.search(text)) or not words.changing.isdisjoint(spoken)


def is_bare_history(text: str, words: NoteWords) -> bool:
    """Whether a paragraph without brackets is the history of what stands above it."""
    if words.chapter_history.match(text):
        return _all_cite(_spoken(text), words)
    return bool(words.told_history.fullmatch(text))


def _spoken(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _all_cite(spoken: list[str], words: NoteWords) -> bool:
    return all(word in words.citing or _ROMAN.fullmatch(word) for word in spoken)
