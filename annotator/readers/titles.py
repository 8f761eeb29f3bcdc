"""What a law is called, from its first lines."""

from __future__ import annotations

from annotator.lang import language
from annotator.lang.structure_words import TitleWords

_FIRST_LINES = 40
_LONGEST = 160
_LONG_LINE = 30
#: Further on the law speaks of another that it contains, as codes do.
_SHORT_TITLE_WITHIN = 20_000


def find_title(text: str, code: str = "en") -> str | None:
    r"""The first line that reads as the name of a law, else what the law says that it is called.

    Where it says nothing of that, the first line that reads as a heading.

    Args:
        text: the canonical text.
        code: the ISO 639-1 code of its language.

    >>> find_title("REPUBLIC OF ARDEN\n\nBorder Act, 2019\n\n1. This Act may be cited ...")
    'Border Act, 2019'
    """
    words = language(code).titles
    candidates = []
    above = ""
    for line in text.split("\n", _FIRST_LINES)[:_FIRST_LINES]:
        if words.opens_a_provision.match(line):
            break
        line = " ".join(line.split())
        if _may_be_title(line, words) and not _goes_on(above, words):
            candidates.append(line)
        above = line or above
    named = next((line for line in candidates if words.names_a_law.search(line)), None)
    return named or _short_title(text, words) or (candidates[0] if candidates else None)


def as_cited(title: str, text: str, code: str = "en") -> str:
    """A title as the law cites itself, where more is printed behind that on its line.

    >>> as_cited("Aliens Act 1977Public Act 61", "1. This Act may be cited as the Aliens Act 1977.")
    'Aliens Act 1977'
    """
    short = _short_title(text, language(code).titles, within=len(text))
    return short if short and title.casefold().startswith(short.casefold()) else title


def _short_title(text: str, words: TitleWords, within: int = _SHORT_TITLE_WITHIN) -> str | None:
    """What the law says in its first letters that it is called."""
    found = words.short_title.search(text, 0, within)
    title = " ".join(found["title"].strip(" ,_*").split()) if found else ""
    return title if words.names_a_law.search(title) else None


def _goes_on(line: str, words: TitleWords) -> bool:
    """Whether a line opens a sentence that the next one goes on with."""
    opens = len(line) > _LONG_LINE and words.no_title.match(line)
    return bool(opens) and line[-1] not in ".;:" and not line.isupper()


def _may_be_title(line: str, words: TitleWords) -> bool:
    return (
        2 < len(line) <= _LONGEST
        and line[0].isupper()
        and line.count("(") == line.count(")")
        and line[-1] not in ".;:,—"
        and not words.no_title.match(line)
    )
