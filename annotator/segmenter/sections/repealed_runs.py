"""Several sections that a repeal has left as one: ``12 to 14. Repealed.``, ``F52—4. . . . . .``"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.numbering import is_after, plain_number, unit_key
from annotator.segmenter.lines.openers import Unit
from annotator.segmenter.lines.unit_heads import head_patterns

#: The mark of an editor with no space between it and the first number: "F52—4" is "F5", "2—4".
_GLUED = expression(r"\[?\s?[FCEIMX](?P<digits>\d{2,6})[A-Z]{0,2}\s?[,&—–-]")


def repealed_runs(
    text: str, i: int, words: StructureWords, coded: Callable[[], frozenset[str]]
) -> Iterator[Unit]:
    """What a line could say of several repealed sections; nothing where it is none of theirs.

    Args:
        text: the words of the line.
        i: its index.
        words: those of the law's language.
        coded: gives what stands before the numbers of a code's sections: "§ 12-".
    """
    if glued := _GLUED.match(text):
        begins = range(glued.start("digits") + 1, glued.end("digits"))
    elif text[0].isdigit() or text[0] in head_patterns(words).keyword_initials:
        begins = range(1)
    else:
        return
    for begin in begins:
        if unit := _run(text, begin, i, words, coded):
            yield unit


def _run(
    text: str, begin: int, i: int, words: StructureWords, coded: Callable[[], frozenset[str]]
) -> Unit | None:
    match = head_patterns(words).run.match(text, begin)
    if not match or not (match["rest"][0] == "[" or words.repealed.match(match["rest"])):
        return None
    first, last = plain_number(match["number"]), plain_number(match["until"])
    if not is_after(unit_key(last), unit_key(first)):
        return None
    before = text[: match.start("until")]
    if before[-1] == "-" and before in coded():  # "§ 12-214" beside "§ 12-213. Roll"
        return None
    whole = " ".join(plain_number(match["number"] + match["range"]).split()).replace(".-", "-")
    called = words.units[match["word"]] if match["word"] else ""
    return Unit(
        i, whole, unit_key(first), called or "section", bool(called), match.start("rest"),
        unit_key(last),
    )  # fmt: skip
