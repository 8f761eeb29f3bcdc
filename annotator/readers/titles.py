"""What a law is called, from its first lines."""

from __future__ import annotations

import re

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
    for line in _first_lines(text, words):
        if words.entitled.search(above):
            line = line.rstrip(" ,;")
        if _may_be_title(line, words) and not _goes_on(above, words):
            candidates.append(line)
        above = line
    named = [line for line in candidates if words.names_a_law.search(line)]
    short = _short_title(text, words)
    if short and any(_plain(line) == _plain(short) for line in named):
        return next(line for line in named if _plain(line) == _plain(short))
    telling = (line for line in named if not words.only_counts.fullmatch(line))
    return next(telling, None) or short or next(iter(named or candidates), None)


def _first_lines(text: str, words: TitleWords) -> list[str]:
    """The lines above the first provision, with a title that goes over several lines on one."""
    lines: list[str] = []
    gap = True
    for printed in text.split("\n", _FIRST_LINES)[:_FIRST_LINES]:
        if words.opens_a_provision.match(printed):
            break
        line = " ".join(printed.split())
        if line and not gap and _is_continued(lines[-1], line, words):
            lines[-1] = f"{lines[-1]} {line}"
        elif line:
            lines.append(line)
        gap = not line
    return lines


def _is_continued(line: str, below: str, words: TitleWords) -> bool:
    """Whether a title goes on in the line below: "LAW", "ON FOREIGNERS"."""
    if words.no_title.match(line) or len(line) + len(below) > _LONGEST:
        return False
    if line.count("(") > line.count(")"):
        return below.count(")") > below.count("(")
    same_case = line.isupper() == below.isupper() or words.only_counts.fullmatch(line)
    if same_case and words.unfinished.search(line):
        return True
    return bool(words.goes_on.match(below) and words.names_a_law.search(line) and same_case)


def _plain(title: str) -> str:
    """A title as it is compared with another."""
    return re.sub(r"^the ", "", re.sub(r"\W+", " ", title.casefold()).strip())


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
