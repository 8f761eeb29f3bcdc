"""A page that has one section of a law alone: "PORTS ACT 1990 - SECT 5"."""

from __future__ import annotations

from annotator.lang import language
from annotator.lang.structure_words import TitleWords
from annotator.readers.traced import Change, Traced

#: The head stands among the first lines, and is no longer.
_FIRST_LINES, _LONGEST = 40, 200


def with_its_section(text: Traced, code: str = "en") -> Traced:
    r"""``text``, with the section below the title of its law where both stand on one line.

    So it is only where there is one such line, and no other provision begins below it.

    >>> with_its_section(Traced.whole("PORTS ACT 1990 - SECT 5\nIt is open.")).text
    'PORTS ACT 1990\n\nSection 5\nIt is open.'
    """
    words = language(code).titles
    start = 0
    found: list[Change] = []
    for n, line in enumerate(text.text.split("\n")):
        changes = _changes(line, start, words) if len(line) <= _LONGEST else []
        if found and (changes or words.opens_a_provision.match(line)):
            return text
        if not found and n >= _FIRST_LINES:
            return text
        found += changes
        start += len(line) + 1
    return text.changed(found) if found else text


def _changes(line: str, start: int, words: TitleWords) -> list[Change]:
    """What is to be changed in a line that begins at an offset; nothing if it is no such head."""
    head = words.of_one_section.fullmatch(line)
    if head is None or (head["title"] and not words.names_a_law.search(head["title"])):
        return []
    unit = words.units_by_sign[head["sign"]]
    below = "\n\n" if head["title"] else ""
    return [
        (start + max(head.end("title"), 0), start + head.start("number"), f"{below}{unit} "),
        (start + head.end("number"), start + len(line), ""),
    ]
