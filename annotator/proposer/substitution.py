"""An equal rule in place of the sentences that draw a distinction by sex.

What the other sentences of the clause provide stays. An item of a list, or a definition, is left
alone: an independent sentence cannot stand for it. A list, whose opening words may give what its
items name, is left alone too. What gives a right, :mod:`.keeping` leaves alone.
"""

from __future__ import annotations

from annotator.expressions import expression
from annotator.lang.en.gender_words import NAMES_A_SEX
from annotator.library.model import Form
from annotator.library.patterns import compiled
from annotator.proposer.drafting_case import Case, Draft, within
from annotator.proposer.rendering import render
from annotator.reading.law import folded
from annotator.schema import Edit

_SENTENCE_START = expression(r"[.]\s+(?=[A-Z(“])")
_FIRST_ITEM = expression(r"(?:^|\s)\((?:a|i|1)\)\s")
#: So many semicolons part the items of a list, whatever labels they bear.
_A_LIST = 2
_BLANKS = expression(r"\s*")
_ANCHOR_WORDS = 4


def replace_sentences(form: Form, case: Case) -> Draft | None:
    """Put the form's words in place of the sentences between the first that shows the pattern of
    ``after`` (by default, a word that names a sex) and the last; None where there is none.
    """
    text = case.clause.text
    words = render(form.text, case)
    if case.clause.kind != "provision" or case.clause.lead_in or not words:
        return None
    ends = [found.start() + 1 for found in _SENTENCE_START.finditer(text)]
    ends.append(len(text.rstrip()))
    starts = [0, *(_next_word(text, end) for end in ends[:-1])]
    pattern = compiled(form.after or NAMES_A_SEX)
    drawn = [
        (start, end)
        for start, end in zip(starts, ends, strict=True)
        if pattern.search(text, start, end)
    ]
    if not drawn or not text.rstrip().endswith("."):
        return None
    start, end = drawn[0][0], drawn[-1][1]
    if _FIRST_ITEM.search(text, start, end) or text.count(";", start, end) >= _A_LIST:
        return None
    whole = (start, end) == (starts[0], ends[-1])
    extent = ("", "") if whole else _ends_of(text[start:end])
    instruction = case.wording.substitution(case.place, words, extent, case.style.kind)
    return within(form, case, [Edit(start=start, end=end, text=words)], instruction)


def _next_word(text: str, offset: int) -> int:
    blanks = _BLANKS.match(text, offset)
    return blanks.end() if blanks else offset


def _ends_of(words: str) -> tuple[str, str]:
    """The first words and the last of a passage, by which an instruction finds it.

    One that is no longer than the two together is named whole, by its first alone.
    """
    parts = folded(words).split(" ")
    if len(parts) <= 2 * _ANCHOR_WORDS:
        return " ".join(parts), ""
    return " ".join(parts[:_ANCHOR_WORDS]), " ".join(parts[-_ANCHOR_WORDS:])
