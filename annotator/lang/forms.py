"""Forms that a law annexes: lines on which somebody is to write, or to tick a box.

``Sex: Male / Female``, ``MOTHER'S NAME ........``: they provide nothing, and are judged as nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords

#: Where somebody writes, or ticks. Three points alone are an ellipsis.
BLANK = expression(
    r"_{3,}|\.{4,}|(?:\. ){4,}|…{2,}|-{6,}|[☐☑☒□▢◻⬜◯]|\[[ \t]{1,8}\]|\([ \t]{2,8}\)"
)
_LABEL = expression(r"\W*(?:\(?\w{1,4}[.)]\s+){0,2}")
#: What is asked, before a colon, and what may be chosen behind it: names, words parted by strokes.
_ASKED = expression(
    r"(?P<asked>[^.;:?]{2,90})[:?]\s*"
    r"(?:(?:(?:[^\W\d_a-z][^\W\d_]*|[^\W\d_]+(?:\s?/\s?[^\W\d_]+)+)[.,]?\s*){0,8})\W*"
)
_LINE = expression(r"[^\n]+")
#: What asks is no longer, and quotes nothing.
_LONGEST = 16
_FEWEST = 2
_STOPS = tuple(".;,")
_QUOTES = frozenset('"“”„«»')


def asks(line: str, words: StructureWords) -> bool:
    """Whether a line asks for something to be written or ticked, and says nothing else."""
    line = line[_LABEL.match(line).end() :]  # type: ignore[union-attr]  # it matches nothing, too
    if BLANK.search(line):
        said = BLANK.sub(" ", line)
        return "?" in said or not speaks(said, words)
    asked = _ASKED.fullmatch(line.strip())
    return asked is not None and not speaks(asked["asked"], words)


def speaks(text: str, words: StructureWords) -> bool:
    """Whether words say something, as a law does or somebody who signs: a sentence, a long line."""
    return bool(
        len(text.split()) > _LONGEST
        or _QUOTES.intersection(text)
        or words.finite.search(words.relative.sub("", text))
        or words.tells.search(text)
    )


def fields_of(text: str, words: StructureWords) -> Iterator[tuple[int, int]]:
    """Where the lines that ask stand in a clause: ``[start, end)`` each.

    Where several do, the clause is a form, and what says nothing between them asks, too: *Surname*.
    """
    lines = [(line, asks(line[0], words)) for line in _LINE.finditer(text)]
    is_form = sum(asked for _, asked in lines) >= _FEWEST
    for line, asked in lines:
        if asked or (
            is_form and line[0].rstrip()[-1:] not in _STOPS and not speaks(line[0], words)
        ):
            yield line.span()
