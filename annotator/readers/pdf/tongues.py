"""Columns and pages in other languages, in gazettes that print a law in several."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from annotator.lang.recognition import is_english, other_language, words_of
from annotator.readers.pdf.rows import PrintedLine

FOREIGN = "foreign"
#: Fewer words do not tell; so great a part of the document is in English, if it is to be read.
_ENOUGH, _LEAST = 20, 0.15
#: Columns stand at one place, give or take so many points; a page has so many beside one another.
_PLACE, _BESIDE = 6, 2


def set_aside(pages: Sequence[Sequence[PrintedLine]]) -> dict[str, list[int]]:
    """Set ``kind`` on the columns that are in another language; its pages by language.

    Where hardly anything is in English, all stays: the law is refused by its language.
    """
    told: dict[tuple[int, int], str] = {}
    lines: dict[tuple[int, int], list[PrintedLine]] = defaultdict(list)
    for number, page in enumerate(pages):
        for line in page:
            if not line.kind and line.column >= 0:
                lines[number, line.column].append(line)
    size: Counter[str] = Counter()
    for key, column in lines.items():
        words = words_of(" ".join(line.text for line in column))
        if len(words) >= _ENOUGH:
            told[key] = "English" if is_english(words) else other_language(words)
        size[told.get(key, "")] += len(words)
    told |= _carried(lines, told)
    if size["English"] < _LEAST * size.total() or len(size) == 1:
        return {}
    found: dict[str, list[int]] = defaultdict(list)
    for (number, column_at), language in told.items():
        if language not in ("", "English"):
            found[language].append(number + 1)
            for line in lines[number, column_at]:
                line.kind = FOREIGN
    return dict(found)


def _carried(
    lines: dict[tuple[int, int], list[PrintedLine]], told: dict[tuple[int, int], str]
) -> dict[tuple[int, int], str]:
    """The languages of columns of too few words: those of columns at their place on pages before.

    A page's only column is at no place of its own.
    """
    columns = Counter(number for number, _ in lines)
    last: dict[int, str] = {}
    found = {}
    for key in sorted(lines):
        column = lines[key]
        place = round(min(line.left for line in column) / _PLACE)
        if columns[key[0]] < _BESIDE:
            continue
        if key in told:
            last[place] = told[key]
            continue
        near = (last[at] for at in (place, place - 1, place + 1) if at in last)
        language = next(near, "")
        if language and not is_english(words_of(" ".join(line.text for line in column))):
            found[key] = language
    return found
